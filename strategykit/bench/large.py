"""The large process that everything is measured on; all of it is made up by rule."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from strategykit.actions.acting import new_id
from strategykit.actions.draft_versions import keep_version
from strategykit.actions.processes import start_process
from strategykit.actions.templates import template_named, templates
from strategykit.actions.way import begin_way
from strategykit.domain.areas import Area, Choice, Measure
from strategykit.domain.boards import DREAMS, SWOT, Dot, Note, NoteGroup
from strategykit.domain.context import FollowUp, OtherPolicy
from strategykit.domain.entry import Entry
from strategykit.domain.goals import Criterion, Goal, Measurement, SubGoal
from strategykit.domain.instrument_rows import InstrumentRow
from strategykit.domain.invented import invented
from strategykit.domain.knowledge import Constraint, EvidenceCard
from strategykit.domain.people import COMMITTEE, Access, Person, Who
from strategykit.domain.process import Process
from strategykit.domain.statements import Statement
from strategykit.storage.database import Database

FACILITATOR = Who(Access.FACILITATOR)
WORDS = (
    *("samarbejde", "praktik", "vejledning", "skole", "ansvar", "tilbud", "overgang", "kontakt"),
    *("viden", "fællesskab", "mentor", "virksomhed", "uddannelse", "støtte", "tillid", "plan"),
)
Base = dict[str, Any]
FIELDS = ("styrker", "svagheder", "muligheder", "trusler")


@dataclass(frozen=True)
class Size:
    """How many of each."""

    members: int = 17
    notes: int = 300
    dots: int = 1500
    cards: int = 40
    areas: int = 12
    goals: int = 30


def make_large(db: Database, size: Size = Size(), name: str = "stor") -> Process:
    """A process of that size, kept in the database."""
    own_id = new_id()
    process = start_process(
        db,
        FACILITATOR,
        Process(
            id=own_id, process_id=own_id, name=name, title="Målestrategi", municipality="787",
            committee="Måleudvalget", mandate="Opgaven", mandate_body="Kommunalbestyrelsen",
            template=template_named("ungestrategi").text, period_from=2027, period_to=2031,
        ),
    )  # fmt: skip
    with db.writing() as store:
        for things in _in_kinds(process.id, size):
            store.add_all(things)
    begin_way(db, FACILITATOR, process.id)
    keep_version(db, FACILITATOR, process.id, new_id())
    return process


def make_instruments(db: Database, name: str) -> Process:
    """A process of the template with most instruments, each of them filled in."""
    file = max(templates(), key=lambda one: len(one.template.instruments))
    own_id = new_id()
    process = start_process(
        db,
        FACILITATOR,
        Process(
            id=own_id, process_id=own_id, name=name, title="Måling af redskaber",
            municipality="787", committee="Måleudvalget", template=file.text,
        ),
    )  # fmt: skip
    made = invented(file.template, process, process.created_at or datetime.now(UTC)).things
    with db.writing() as store:
        store.add_all([thing for thing in made if isinstance(thing, InstrumentRow)])
    return process


def _in_kinds(process_id: str, size: Size) -> Iterator[list[Entry]]:
    by_kind: dict[type[Entry], list[Entry]] = {}
    for thing in _everything(process_id, size):
        by_kind.setdefault(type(thing), []).append(thing)
    yield from by_kind.values()


def _everything(process_id: str, size: Size) -> Iterator[Entry]:
    base: Base = {"process_id": process_id}
    for n in range(size.members):
        yield Person(id=new_id(), name=f"Medlem {n + 1}", role=COMMITTEE[min(n, 2)], **base)
    cards = [
        EvidenceCard(id=new_id(), claim=_sentence(n), source=f"Kilde {n + 1}", year=2024, **base)
        for n in range(size.cards)
    ]
    yield from cards
    yield Constraint(id=new_id(), text="Inden for budgettet", amount=Decimal(2500000), **base)
    notes = list(_notes(base, size))
    yield from notes
    yield from _texts(base)
    areas = list(_areas(base, size, [n.id for n in notes if isinstance(n, Note)], cards))
    yield from areas
    yield from _dots(base, size, [n.id for n in notes if isinstance(n, Note)], areas)
    yield from _goals(base, size, areas)
    yield OtherPolicy(id=new_id(), name="Sundhedspolitik", relation=_sentence(3), **base)
    yield FollowUp(id=new_id(), what=_sentence(5), reporter="Direktionen", **base)


def _notes(base: Base, size: Size) -> Iterator[Entry]:
    groups = [
        NoteGroup(id=new_id(), board=SWOT, field=field, title=f"Om {word}", **base)
        for field in FIELDS
        for word in WORDS[:5]
    ]
    yield from groups
    for n in range(size.notes):
        group = groups[n % len(groups)]
        yield Note(
            id=new_id(), board=SWOT, field=group.field, text=_sentence(n),
            group_id=group.id if n % 3 else "", **base,
        )  # fmt: skip
    for n in range(20):
        yield Note(id=new_id(), board=DREAMS, field=DREAMS, text=_sentence(n), **base)


def _texts(base: Base) -> Iterator[Entry]:
    at = datetime(2026, 6, 3, tzinfo=UTC)
    for key in ("vision", "mission"):
        yield Statement(
            id=new_id(), key=key, text=_sentence(len(key)), saved_at=at, agreed_at=at, **base
        )


def _areas(
    base: Base, size: Size, note_ids: list[str], cards: list[EvidenceCard]
) -> Iterator[Area]:
    for n in range(size.areas):
        yield Area(
            id=new_id(), name=f"Område {n + 1}", note_ids=tuple(note_ids[n * 3 : n * 3 + 3]),
            value=n % 10 + 1, effort=(n * 7) % 10 + 1, choice=Choice.PURSUED, reason=_sentence(n),
            why=_sentence(n + 1), vision_link=_sentence(n + 2), responsible="Direktionen",
            evidence_ids=(cards[n % len(cards)].id,), cost=Decimal(100000 * n), **base,
        )  # fmt: skip


def _dots(base: Base, size: Size, note_ids: list[str], areas: list[Area]) -> Iterator[Entry]:
    for n in range(size.dots):
        yield Dot(id=new_id(), subject_id=note_ids[(n * n) % len(note_ids)], **base)
    for n in range(size.members * 3):
        yield Dot(id=new_id(), subject_id=areas[(n * n) % len(areas)].id, **base)


def _goals(base: Base, size: Size, areas: list[Area]) -> Iterator[Entry]:
    for area in areas:
        yield Measure(id=new_id(), area_id=area.id, text=_sentence(7), answers=("ja", "ja"), **base)
        yield Criterion(id=new_id(), area_id=area.id, text=_sentence(8), **base)
    for n in range(size.goals):
        goal = Goal(
            id=new_id(), area_id=areas[n % len(areas)].id, text=_sentence(n), indicator="Antal",
            unit="personer", start=Decimal(50), target=Decimal(25), year=2030, owner="Chefen",
            method="Tælles hver måned", **base,
        )  # fmt: skip
        yield goal
        yield SubGoal(id=new_id(), goal_id=goal.id, text=_sentence(n), due=date(2028, 1, 1), **base)
        yield Measurement(
            id=new_id(), goal_id=goal.id, day=date(2027, 1, 1), value=Decimal(45), **base
        )


def _sentence(number: int) -> str:
    picked = [WORDS[(number * 5 + step * 3) % len(WORDS)] for step in range(8)]
    return f"{' '.join(picked).capitalize()} nr. {number}"
