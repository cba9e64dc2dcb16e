"""The figures, notes, texts, areas and goals of the process in full_material."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal

from strategykit.domain.actors import Actor, Offer, Side, Stakeholder
from strategykit.domain.approvals import Body, Outcome, Stage
from strategykit.domain.areas import Area, Choice, Measure, TargetGroup
from strategykit.domain.baseline import Baseline, FrozenFigure, OwnFigure
from strategykit.domain.boards import DREAMS, OBSTACLES, SWOT, Barrier, Note, NoteGroup
from strategykit.domain.context import (
    BudgetKind,
    BudgetLine,
    FollowUp,
    OtherPolicy,
)
from strategykit.domain.entry import Entry
from strategykit.domain.goals import Criterion, CriterionKind, Goal, Measurement, SubGoal
from strategykit.domain.instrument_rows import InstrumentRow
from strategykit.domain.statements import Statement

NOON = datetime(2026, 6, 3, 10, 0, tzinfo=UTC)
P = {"process_id": "p"}


def baseline() -> Iterator[Entry]:
    places = (("Prøve Kommune", "8.1"), ("Hovedstadskommuner", "7.4"), ("Hele landet", "7.9"))
    figures = [
        FrozenFigure("neet_16_24_pct", "16-24-årige uden for job og uddannelse (NEET)", place,
                     Decimal(value), "pct", "2022", "Danmarks Statistik, NEET1")
        for place, value in places
    ]  # fmt: skip
    own = FrozenFigure("Egen liste", "Egen liste", "Prøve Kommune", Decimal(18), "personer",
                       "marts 2026", "Prøve Kommunes egen opgørelse", invented=True)  # fmt: skip
    yield Baseline(**P, id="nulpunkt", number=1, frozen_at=NOON, figures=(*figures, own))
    for month, value in ((1, 22), (3, 18)):
        yield OwnFigure(
            **P,
            id=f"egen{month}",
            indicator="Egen liste",
            day=date(2026, month, 1),
            value=Decimal(value),
            unit="personer",
            invented=True,
        )


def boards(fields: list[str]) -> Iterator[Entry]:
    for field in fields:
        group = f"{field}-gruppe"
        yield NoteGroup(**P, id=group, board=SWOT, field=field, title=f"Samlet om {field}")
        yield Note(
            **P, id=f"{field}1", board=SWOT, field=field, text=f"Seddel et om {field}", position=1
        )
        yield Note(
            **P,
            id=f"{field}2",
            board=SWOT,
            field=field,
            text=f"Seddel to om {field}",
            group_id=group,
            position=2,
        )
        yield Note(
            **P,
            id=f"{field}3",
            board=SWOT,
            field=field,
            text=f"Seddel tre om {field}",
            group_id=group,
            position=3,
        )
        yield Note(
            **P, id=f"{field}4", board=SWOT, field=field, text=f"Løs seddel om {field}", position=4
        )
        yield Note(
            **P,
            id=f"{field}5",
            board=SWOT,
            field=field,
            text="Skjult seddel",
            hidden=True,
            position=5,
        )
    yield Note(**P, id="d1", board=DREAMS, field="droem", text="Alle kommer med", position=6)
    yield Note(
        **P,
        id="h1",
        board=OBSTACLES,
        field="forhindring",
        text="To budgetter",
        barrier=Barrier.ECONOMIC.value,
        position=7,
    )
    yield Note(
        **P,
        id="h2",
        board=OBSTACLES,
        field="forhindring",
        text="Forskellige vaner",
        barrier=Barrier.CULTURAL.value,
        position=8,
    )


def texts() -> Iterator[Entry]:
    texts = {
        "vision": "Alle er på vej.",
        "mission": "Vi åbner en vej for hver enkelt.",
        "sammenfatning:forord": "Kære læser.\n\nVi har lyttet.",
        "sammenfatning:swot": "Kort sagt er ansvaret uklart.",
    }
    for key, text in texts.items():
        yield Statement(**P, id=f"t-{key}", key=key, text=text, saved_at=NOON, agreed_at=NOON)


def instruments() -> Iterator[Entry]:
    yield InstrumentRow(
        **P, id="r", instrument="tjek", item="en",
        values=(("answer", "delvis"), ("evidence", "Referatet fra foråret")),
    )  # fmt: skip


def areas() -> Iterator[Entry]:
    yield TargetGroup(
        **P, id="g1", name="De nye", need="De er lige kommet til", number=20, invented=True
    )
    yield TargetGroup(
        **P, id="g2", name="De andre", need="De har været der længe", share=Decimal(15)
    )
    chosen = {
        "choice": Choice.PURSUED, "group_ids": ("g1",), "vision_link": "Flere kommer på vej",
        "cost": Decimal(500000), "responsible": "Centerchefen", "note_ids": ("d1",),
    }  # fmt: skip
    yield Area(
        **P,
        id="o1",
        name="Klart ansvar",
        reason="Flest prikker",
        value=9,
        effort=4,
        evidence_ids=("v1", "v3"),
        why="Ingen ved, hvem der gør hvad.",
        **chosen,
    )
    yield Area(
        **P,
        id="o2",
        name="Vej ind",
        reason="Det virker",
        value=7,
        effort=6,
        no_evidence="Ingen har målt det endnu",
        **chosen,
    )
    yield Area(
        **P,
        id="o3",
        name="Fælles kultur",
        choice=Choice.SET_BACK,
        reason="Følger med",
        value=4,
        effort=8,
    )
    for area in ("o1", "o2"):
        yield Measure(
            **P,
            id=f"m-{area}",
            area_id=area,
            text="Giv hver en kontaktperson",
            answers=("ja", "nej"),
            comment="Den er nødvendig i begyndelsen",
        )
    yield Actor(**P, id="a1", name="Jobcentret", side=Side.INTERNAL, task="Job")
    yield Offer(
        **P,
        id="t1",
        name="Huset",
        group_ids=("g1",),
        form="Støtte",
        capacity=12,
        price=Decimal(900000),
    )
    yield Stakeholder(**P, id="i", name="Forældrene", interest=5, influence=3)


def goals() -> Iterator[Entry]:
    counted = {"unit": "personer", "owner": "Jobcenterchefen", "method": "Vi tæller hver måned"}
    yield Goal(
        **P,
        id="maal1",
        area_id="o1",
        text="Højst 6 på listen",
        indicator="Egen liste",
        start=Decimal(18),
        target=Decimal(6),
        year=2027,
        invented=True,
        **counted,
    )
    yield Goal(
        **P,
        id="maal2",
        area_id="o2",
        text="Alle har en plan",
        indicator="Andel med plan",
        first_measured=date(2027, 1, 15),
        target=Decimal(100),
        year=2028,
        **counted,
    )
    yield SubGoal(
        **P, id="del", goal_id="maal1", text="Listen er gennemgået", due=date(2026, 12, 31)
    )
    yield Measurement(**P, id="maalt", goal_id="maal1", day=date(2026, 8, 1), value=Decimal(15))
    for area in ("o1", "o2"):
        yield Criterion(
            **P,
            id=f"k-{area}",
            area_id=area,
            text="Hver har én kontaktperson",
            kind=CriterionKind.EFFECT,
        )


def context() -> Iterator[Entry]:
    yield OtherPolicy(
        **P, id="politik", name="Sundhedspolitikken", relation="Den handler om trivsel"
    )
    yield BudgetLine(
        **P,
        id="post1",
        text="Kontaktpersoner",
        kind=BudgetKind.COST,
        amount=Decimal(500000),
        year=2027,
        source="Skøn",
    )
    yield BudgetLine(
        **P,
        id="post2",
        text="Færre forløb",
        kind=BudgetKind.SAVING,
        amount=Decimal(200000),
        year=2027,
    )
    yield FollowUp(
        **P,
        id="status",
        what="Målene",
        reporter="Centerchefen",
        committee="Børneudvalget",
        due=date(2027, 6, 1),
        rhythm="Hvert år i juni",
    )
    yield Stage(
        **P, id="indstilling", name="Udvalget", body=Body.COMMITTEE, day=date(2026, 8, 30),
        recommendation="At strategien vedtages", outcome=Outcome.RECOMMENDED,
    )  # fmt: skip
