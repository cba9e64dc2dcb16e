"""Finding rounds of surveys by what their links carry."""

from sqlalchemy import select

from strategykit.domain.survey import SurveyRound
from strategykit.storage.store import Store, as_thing, as_things, table_of


def round_by_link(store: Store, link_hash: str) -> SurveyRound | None:
    """The round whose link leaves that print, or None."""
    table = table_of(SurveyRound)
    row = store.session.execute(select(table).where(table.c.link_hash == link_hash)).first()
    return None if row is None else as_thing(SurveyRound, row)


def open_rounds(store: Store) -> tuple[SurveyRound, ...]:
    """Every round of any process that takes answers: those that have a secret."""
    table = table_of(SurveyRound)
    return as_things(SurveyRound, store.session.execute(select(table).where(table.c.secret != "")))
