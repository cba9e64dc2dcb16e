"""The hearing: a kept version, a period, and who is asked."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from strategykit.actions.acting import acting, now
from strategykit.actions.draft_versions import version_of
from strategykit.actions.hearing_links import party_link_ends
from strategykit.domain.actors import Stakeholder
from strategykit.domain.hearings import Hearing, HearingParty
from strategykit.domain.outline import Draft
from strategykit.domain.people import Who
from strategykit.domain.text import checked
from strategykit.storage import access
from strategykit.storage.database import Database


def open_hearing(db: Database, who: Who, wanted: Hearing) -> Hearing:
    """The hearing of a kept version; the same id twice is a double tap. Raises NotFound."""
    version = version_of(db, wanted.process_id, wanted.version_id)
    fit = checked(replace(wanted, number=version.number))
    with acting(db, who, fit.process_id, "add", "Hearing", fit.id) as store:
        store.add_once(fit)
        return store.get(Hearing, fit.id)


def change_hearing(db: Database, who: Who, seen: Hearing, changed: Hearing) -> Hearing:
    """Another period or letter; the links follow. Raises BadPeriod or EditConflict."""
    fit = replace(checked(changed), version_id=seen.version_id, number=seen.number)
    with acting(db, who, seen.process_id, "change", "Hearing", seen.id) as store:
        if fit.ends != seen.ends:
            ends = party_link_ends(fit, now())
            for party in store.all(HearingParty, seen.process_id, hearing_id=seen.id):
                access.move_ends(store, ends, process_id=seen.process_id, subject_id=party.id)
        return store.save(seen, fit)


def close_hearing(db: Database, who: Who, seen: Hearing) -> Hearing:
    """No more answers are taken."""
    with acting(db, who, seen.process_id, "close", "Hearing", seen.id) as store:
        return store.save(seen, replace(seen, closed_at=now()))


def reopen_hearing(db: Database, who: Who, seen: Hearing) -> Hearing:
    """Answers are taken again."""
    with acting(db, who, seen.process_id, "open", "Hearing", seen.id) as store:
        return store.save(seen, replace(seen, closed_at=None))


def hearings_of(db: Database, process_id: str) -> tuple[Hearing, ...]:
    """Every hearing, oldest first."""
    with db.reading() as store:
        return store.all(Hearing, process_id)


def parties_of(db: Database, hearing: Hearing) -> tuple[HearingParty, ...]:
    """Who is asked."""
    with db.reading() as store:
        return store.all(HearingParty, hearing.process_id, hearing_id=hearing.id)


def ask_stakeholders(
    db: Database, who: Who, hearing: Hearing, chosen: Sequence[Stakeholder]
) -> tuple[HearingParty, ...]:
    """The chosen become parties, all in one; who is asked already stays as it is."""
    with acting(db, who, hearing.process_id, "add", "HearingParty", hearing.id) as store:
        store.get(Hearing, hearing.id, hearing.process_id)
        known = store.all(HearingParty, hearing.process_id, hearing_id=hearing.id)
        names = {party.name.casefold() for party in known}
        made = [_party(hearing, s) for s in chosen if s.name.casefold() not in names]
        return tuple(party for party in made if store.add_once(party))


def draft_in_hearing(db: Database, hearing: Hearing) -> Draft:
    """The words that are heard."""
    return version_of(db, hearing.process_id, hearing.version_id).draft


def _party(hearing: Hearing, stakeholder: Stakeholder) -> HearingParty:
    own = hashlib.sha256(f"{hearing.id} {stakeholder.id}".encode()).hexdigest()[:32]
    return HearingParty(
        id=own, process_id=hearing.process_id, hearing_id=hearing.id, name=stakeholder.name
    )
