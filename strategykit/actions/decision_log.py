"""The beslutningslog of a review as a Word file."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

from strategykit.actions.acting import now
from strategykit.actions.asked_points import asked_in
from strategykit.actions.meetings import municipality_name
from strategykit.actions.points import read_wishes
from strategykit.domain.approvals import Stage
from strategykit.domain.drafts import DraftVersion
from strategykit.domain.minorities import Minority
from strategykit.domain.paper import Paper
from strategykit.domain.people import Person, called
from strategykit.domain.process import Process
from strategykit.domain.reviews import SendOut
from strategykit.domain.turns import Asked
from strategykit.drafting.papers.decision_log import Amended, Log, decision_log
from strategykit.drafting.word import write_paper
from strategykit.storage import drafts
from strategykit.storage.database import Database
from strategykit.storage.store import Store


def log_paper(db: Database, sent: SendOut) -> Paper:
    """Every point of the review; raises NotFound."""
    with db.reading() as store:
        process = store.get(Process, sent.process_id)
        version = store.get(DraftVersion, sent.version_id, sent.process_id)
        people = {p.id: called(p) for p in store.all(Person, sent.process_id)}
        log = Log(
            version.draft, version.number, read_wishes(store, sent.process_id, sent.id), people,
            _minorities(store, sent.process_id, people), _asked(store, sent.process_id),
            _amended(store, sent),
        )  # fmt: skip
    return decision_log(log, f"{municipality_name(process)} · {process.committee}")


def log_word(db: Database, sent: SendOut, moment: datetime | None = None) -> bytes:
    """The same as Word in the municipality's look."""
    paper = log_paper(db, sent)
    with db.reading() as store:
        style = drafts.house_style(store, sent.process_id)
    return write_paper(paper, moment or now(), style.data if style else None)


def _minorities(
    store: Store, process_id: str, people: Mapping[str, str]
) -> Mapping[str, tuple[str, ...]]:
    """What those who disagree want written down, by the point it is about."""
    found: dict[str, list[str]] = defaultdict(list)
    for said in store.all(Minority, process_id):
        if said.point_id:
            names = ", ".join(people.get(i, "") for i in said.person_ids if people.get(i))
            found[said.point_id].append(f"{names}: {said.text}" if names else said.text)
    return {point: tuple(texts) for point, texts in found.items()}


def _asked(store: Store, process_id: str) -> Mapping[str, tuple[Asked, ...]]:
    """What the room was asked, by the point it is about."""
    found: dict[str, list[Asked]] = defaultdict(list)
    for asked in asked_in(store, process_id):
        found[asked.turn.point_id].append(asked)
    return {point: tuple(several) for point, several in found.items()}


def _amended(store: Store, sent: SendOut) -> tuple[Amended, ...]:
    """What the bodies changed in the versions that came of this review and of no later one."""
    reviewed = sorted({each.number for each in store.all(SendOut, sent.process_id)})
    found = []
    for stage in store.all(Stage, sent.process_id):
        changes = read_wishes(store, sent.process_id, stage.id)
        if not changes:
            continue
        version = store.get(DraftVersion, stage.version_id, sent.process_id)
        before = [number for number in reviewed if number <= version.number] or reviewed[:1]
        if before[-1] == sent.number:
            found.append(Amended(stage, version.draft, changes))
    return tuple(found)
