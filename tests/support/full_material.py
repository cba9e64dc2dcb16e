"""A whole process in memory, with something of every kind; names and figures are made up."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from strategykit.domain.boards import SWOT
from strategykit.domain.entry import Entry
from strategykit.domain.knowledge import (
    Constraint,
    EvidenceCard,
    EvidenceKind,
    Interview,
    Practice,
    Voice,
)
from strategykit.domain.material import Material
from strategykit.domain.meetings import AgendaItem, Decision, Meeting
from strategykit.domain.people import Person, Role
from strategykit.domain.process import Answer, PhaseStart, Process
from strategykit.drafting.compose import Setting
from strategykit.reference_data import reference_data
from strategykit.template_files import read_template
from tests.support.full_entries import (
    NOON,
    P,
    areas,
    baseline,
    boards,
    context,
    goals,
    instruments,
    texts,
)
from tests.support.full_votes import votes

SETTING = Setting(
    "Prøve Kommune", date(2026, 9, 1), indicators={i.key: i for i in reference_data().indicators}
)
TEMPLATES = {
    "ungestrategi": Path(__file__).parents[2] / "strategy_templates" / "ungestrategi.yaml",
    "handicappolitik": Path(__file__).parents[1] / "templates" / "handicappolitik.yaml",
}


_template = lru_cache(maxsize=8)(read_template)


def a_process(which: str, **values: object) -> Process:
    """A process of one of the TEMPLATES."""
    text = TEMPLATES[which].read_text(encoding="utf-8")
    given: dict[str, object] = {
        "id": "p", "name": "proeve", "title": "Prøvestrategi", "municipality": "153",
        "committee": "Prøveudvalget", "mandate_body": "Kommunalbestyrelsen",
        "mandate_day": date(2026, 3, 2), "case_number": "26/1234",
        "mandate": "Udvalget skal foreslå en strategi.", "period_from": 2026, "period_to": 2030,
        "deliverables": ("En kortlægning", "En strategi"), "purposes": ("Samle kræfterne",),
        "template": text, "created_at": NOON,
    }  # fmt: skip
    return Process(**{**P, **given, **values})  # type: ignore[arg-type]


def material(process: Process, *things: Entry, dots: dict[str, int] | None = None) -> Material:
    """The process with these things in it, in the order given."""
    by_kind: defaultdict[type[Entry], list[Entry]] = defaultdict(list)
    for thing in things:
        by_kind[type(thing)].append(thing)
    template = _template(process.template, "prøven")
    return Material(process, template, {k: tuple(v) for k, v in by_kind.items()}, dots or {})


def full_material(template: str = "ungestrategi") -> Material:
    """Something of every kind, without a lack."""
    process = a_process(template)
    board = _template(process.template, "prøven").board(SWOT)
    fields = [field.key for field in board.fields] if board else []
    things = [
        *_process(process), *_knowledge(), *baseline(), *boards(fields), *texts(), *instruments(),
        *areas(),
        *goals(), *context(), *votes(),
    ]  # fmt: skip
    dots = {f"{field}1": 9 - place for place, field in enumerate(fields)}
    dots |= {f"{field}-gruppe": 4 for field in fields}
    dots |= {"o1": 19, "o2": 11, "o3": 6, "d1": 7, "h1": 5}
    return material(process, *things, dots=dots)


def _process(process: Process) -> Iterator[Entry]:
    template = _template(process.template, "prøven")
    people = [("f", Role.CHAIR), ("m1", Role.MEMBER), ("m2", Role.MEMBER), ("k", Role.CONSULTANT)]
    for key, role in people:
        yield Person(**P, id=key, name=f"Opdigtet Person {key}", role=role)
    first, second = template.phases[0].key, template.phases[1].key
    yield PhaseStart(
        **P,
        id="s",
        phase=second,
        at=NOON,
        by="f",
        unmet=("constraints_recorded",),
        reason="Budgettet kommer i oktober",
    )
    yield Meeting(
        **P,
        id="w1",
        title="Workshop 1",
        phase=first,
        day=date(2026, 6, 3),
        place="Rådhuset",
        absent=("m2",),
    )
    yield Meeting(**P, id="w2", title="Workshop 2", phase=second, day=date(2026, 10, 7))
    yield AgendaItem(**P, id="punkt", meeting_id="w1", title="Det vigtigste", minutes=20)
    yield Decision(
        **P, id="b", meeting_id="w1", text="Udvalget hører foreningerne", reason="De møder mange"
    )
    for question in template.opening_questions:
        yield Answer(**P, id=f"svar-{question.key}", question=question.key, text="Ja, det er den")


def _knowledge() -> Iterator[Entry]:
    for number, kind in enumerate(EvidenceKind, start=1):
        yield EvidenceCard(
            **P,
            id=f"v{number}",
            claim=f"Påstand nummer {number}",
            source=f"Prøvekilde {number}",
            year=2020 + number,
            kind=kind,
        )
    yield Constraint(
        **P,
        id="vilkår",
        text="Der er afsat en ramme",
        amount=Decimal(2500000),
        source="Budget 2026",
    )
    yield Practice(
        **P,
        id="praksis",
        title="Én indgang",
        place="Nabokommunen",
        lesson="Borgerne møder kun én person",
        link="https://example.org/praksis",
    )
    yield Interview(**P, id="i1", text="Et notat", field="Uddannelse", theme="Overgange")
    yield Interview(**P, id="i2", text="Et andet notat", field="Erhverv", theme="overgange")
    yield Voice(
        **P,
        id="stemme",
        theme="Én voksen",
        text="De vil have én, der følger dem",
        count=12,
        heard="To fokusgrupper i maj 2026",
        changed="Missionen nævner nu én voksen",
    )
