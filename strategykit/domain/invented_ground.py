"""The invented ground of a try-out: people, knowledge, figures, money and instruments."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from strategykit.domain.actors import Actor, Offer, Side, Stakeholder
from strategykit.domain.approvals import Body, Outcome, Stage
from strategykit.domain.baseline import Baseline, FrozenFigure, OwnFigure
from strategykit.domain.context import BudgetKind, BudgetLine, FollowUp, OtherPolicy
from strategykit.domain.entry import Entry
from strategykit.domain.instrument_columns import CHOICE, WEIGHTS, by_item, columns_of
from strategykit.domain.instrument_rows import InstrumentRow
from strategykit.domain.instruments import (
    ColumnKind,
    ColumnPlan,
    InstrumentKind,
    InstrumentPlan,
    ItemOfInstrument,
    QuestionForm,
)
from strategykit.domain.knowledge import Constraint, EvidenceCard, Interview, Practice, Unit, Voice
from strategykit.domain.people import Person, Role
from strategykit.domain.process import Answer
from strategykit.domain.survey import AGREE, LEAST, SurveyAnswer, SurveyRound
from strategykit.domain.template import Template

_PEOPLE = (
    Role.CHAIR, Role.DEPUTY_CHAIR, Role.MEMBER, Role.MEMBER, Role.MEMBER, Role.CONSULTANT,
    Role.EXPERT,
)  # fmt: skip
_NUMBER = 3
_FREE_ROWS = 2


def invented_ground(template: Template, process_id: str, moment: datetime) -> Iterator[Entry]:
    """All but boards, texts, areas and goals."""
    yield from _people(process_id)
    yield from _knowledge(process_id)
    yield from _figures(process_id, moment)
    yield from _around(template, process_id, moment)
    for question in template.opening_questions:
        yield Answer(
            id=f"svar-{question.key}", process_id=process_id, question=question.key,
            text="Opdigtet svar.",
        )  # fmt: skip
    for plan in template.instruments:
        yield from _rows(plan, process_id, moment)
        if plan.kind is InstrumentKind.SURVEY:
            yield from _asked(plan, process_id, moment)


def _people(process_id: str) -> Iterator[Entry]:
    for number, role in enumerate(_PEOPLE, start=1):
        yield Person(
            id=f"person-{number}", process_id=process_id, name=f"Opdigtet person {number}",
            role=role, position=number,
        )  # fmt: skip


def _knowledge(process_id: str) -> Iterator[Entry]:
    yield EvidenceCard(
        process_id=process_id, id="viden-1", claim="Opdigtet påstand", source="Opdigtet kilde"
    )
    yield Constraint(
        process_id=process_id, id="vilkår", text="Opdigtet vilkår", amount=Decimal(1_000_000)
    )
    yield Practice(
        process_id=process_id, id="praksis", title="Opdigtet eksempel", lesson="Opdigtet erfaring"
    )
    yield Interview(
        process_id=process_id, id="interview", text="Opdigtet notat", theme="opdigtet tema"
    )
    yield Voice(
        process_id=process_id, id="stemme", theme="Opdigtet tema", text="Opdigtet udsagn", count=5,
        heard="Opdigtet fokusgruppe", changed="Opdigtet ændring",
    )  # fmt: skip
    yield Unit(process_id=process_id, id="enhed", name="Opdigtet enhed", task="Opdigtet opgave")
    yield Stakeholder(
        process_id=process_id,
        id="interessent",
        name="Opdigtet interessent",
        interest=4,
        influence=4,
    )
    yield Actor(process_id=process_id, id="aktør", name="Opdigtet aktør", side=Side.INTERNAL)
    yield Offer(
        process_id=process_id,
        id="tilbud",
        name="Opdigtet tilbud",
        group_ids=("gruppe",),
        capacity=10,
    )


def _figures(process_id: str, moment: datetime) -> Iterator[Entry]:
    day = moment.date() - timedelta(days=90)
    yield OwnFigure(
        id="tal", process_id=process_id, indicator="Opdigtet optælling", day=day,
        value=Decimal(40), unit="personer", invented=True,
    )  # fmt: skip
    figures = tuple(
        FrozenFigure("Opdigtet optælling", "Opdigtet optælling", place, Decimal(value), "pct",
                     str(day.year), "Opdigtet kilde", invented=True)
        for place, value in (("Kommunen", 40), ("Hele landet", 35))
    )  # fmt: skip
    yield Baseline(
        id="nulpunkt", process_id=process_id, number=1, frozen_at=moment, figures=figures
    )


def _around(template: Template, process_id: str, moment: datetime) -> Iterator[Entry]:
    for number, name in enumerate(template.policies or ("Opdigtet politik",), start=1):
        yield OtherPolicy(
            process_id=process_id, id=f"politik-{number}", name=name, relation="Opdigtet sammenhæng"
        )
    for kind in BudgetKind:
        yield BudgetLine(
            process_id=process_id, id=f"post-{kind.name}", text=f"Opdigtet {kind.value}", kind=kind,
            amount=Decimal(100_000), year=moment.year + 1,
        )  # fmt: skip
    yield FollowUp(
        process_id=process_id, id="opfølgning", what="Opdigtet status",
        reporter="Opdigtet funktion", committee="Opdigtet fagudvalg",
        due=moment.date() + timedelta(days=365),
    )  # fmt: skip
    yield Stage(
        process_id=process_id, id="led", name="Udvalget", body=Body.COMMITTEE, day=moment.date(),
        recommendation="Opdigtet indstilling", outcome=Outcome.RECOMMENDED, decided_at=moment,
    )  # fmt: skip


def _rows(plan: InstrumentPlan, process_id: str, moment: datetime) -> Iterator[Entry]:
    """One row for each thing that the instrument asks about, or some where the rows are free."""
    for number, item in enumerate(_items(plan), start=1):
        values = tuple((c.key, _value(c, moment, number)) for c in columns_of(plan, item))
        yield InstrumentRow(
            id=f"række-{plan.key}-{number}", process_id=process_id, instrument=plan.key, item=item,
            values=tuple(pair for pair in values if pair[1]), position=number,
        )  # fmt: skip


def _asked(plan: InstrumentPlan, process_id: str, moment: datetime) -> Iterator[Entry]:
    """A round that has ended, in which just enough have answered."""
    asked = f"runde-{plan.key}"
    yield SurveyRound(
        id=asked, process_id=process_id, instrument=plan.key, audience="Opdigtede medarbejdere",
        opened_at=moment - timedelta(days=30), closed_at=moment - timedelta(days=10),
    )  # fmt: skip
    for number in range(1, LEAST + 1):
        said = ((item.key, _said(item, number)) for item in plan.items)
        yield SurveyAnswer(
            id=f"{asked}-{number}", process_id=process_id, round_id=asked, values=tuple(said),
            position=number,
        )  # fmt: skip


def _said(item: ItemOfInstrument, number: int) -> str:
    text = item.form is QuestionForm.TEXT
    return f"Opdigtet svar {number}" if text else AGREE[number % len(AGREE)]


def _items(plan: InstrumentPlan) -> Sequence[str]:
    if plan.kind is InstrumentKind.SURVEY:
        return []
    if not by_item(plan):
        return [""] * _FREE_ROWS
    own = [item.key for item in plan.items]
    return [*own, WEIGHTS, CHOICE] if plan.kind is InstrumentKind.OPTIONS else own


def _value(column: ColumnPlan, moment: datetime, number: int) -> str:
    """Months and words that differ from row to row: no two are about the same."""
    fixed: Mapping[ColumnKind, str] = {
        ColumnKind.WHOLE: str(_NUMBER),
        ColumnKind.AMOUNT: "10000",
        ColumnKind.DAY: f"{moment:%Y-%m-%d}",
        ColumnKind.MONTH: f"{moment.year}-{number:02}",
        ColumnKind.CHOICE: next(iter(column.choices), ""),
        ColumnKind.CHOICES: next(iter(column.choices), ""),
    }
    return fixed.get(column.kind, f"Opdigtet: {column.title} {number}")
