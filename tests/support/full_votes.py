"""The evening of the process in full_material: its room, steps, votes and a minority."""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal

from strategykit.domain.ballots import Ballot, Stance, StepResult, Tally
from strategykit.domain.boards import SWOT
from strategykit.domain.entry import Entry
from strategykit.domain.goal_tables import GoalTable
from strategykit.domain.minorities import Minority
from strategykit.domain.people import Person, Role
from strategykit.domain.rooms import Room, Seat
from strategykit.domain.steps import Step, StepKind, StepState, Subjects

NOON = datetime(2026, 6, 3, 10, 0, tzinfo=UTC)
P = {"process_id": "p"}
OF = {**P, "meeting_id": "w1"}


def votes() -> Iterator[Entry]:
    """A vote of each kind on Workshop 1, goals at two tables, and two statements."""
    yield Person(**P, id="gæst", name="Opdigtet Gæst", role=Role.GUEST)
    yield Room(**OF, id="rum", opened_at=NOON, ended_at=NOON)
    for one in ("f", "m1", "gæst"):
        yield Seat(**OF, id=f"plads-{one}", person_id=one, votes=one != "gæst")
    yield from _steps()
    yield from _results()
    yield Ballot(**P, id="stemme", step_id="samtykke", subject_id="t-vision", voter="m1",
                 stance=Stance.NO, reason="Den er for lang")  # fmt: skip
    yield GoalTable(**P, id="bord", step_id="borde", area_id="o1", person_ids=("f", "m1"),
                    writer_id="m1", finished=True, presented=True)  # fmt: skip
    yield Minority(**OF, id="mindretal", step_id="samtykke", person_ids=("m1", "m2"),
                   text="Vi ville have haft en kortere vision")  # fmt: skip
    yield Minority(**OF, id="imod", decision_id="b", person_ids=("m1",),
                   text="Foreningerne er hørt en gang")  # fmt: skip


def _steps() -> Iterator[Entry]:
    closed = {**OF, "state": StepState.CLOSED, "opened_at": NOON, "closed_at": NOON}
    yield Step(**closed, id="skriv", kind=StepKind.COLLECT, title="Skriv sedler",
               subjects=Subjects.BOARD, subject=SWOT, anonymous=True)  # fmt: skip
    yield Step(**closed, id="prikker", kind=StepKind.DOTS, title="Prikker på områderne",
               ask="Hvad betyder mest?", subjects=Subjects.AREAS, anonymous=True,
               item_id="punkt")  # fmt: skip
    yield Step(**closed, id="vurder", kind=StepKind.RATE, title="Værdi og indsats",
               subjects=Subjects.AREAS)  # fmt: skip
    yield Step(**closed, id="samtykke", kind=StepKind.CONSENT, title="Samtykke til visionen",
               ask="Kan I stå bag visionen?", subjects=Subjects.STATEMENT,
               subject="vision")  # fmt: skip
    yield Step(**closed, id="borde", kind=StepKind.TABLES, title="Mål ved bordene",
               subjects=Subjects.AREAS)  # fmt: skip


def _results() -> Iterator[Entry]:
    yield StepResult(**P, id="r-prikker", step_id="prikker", kind=StepKind.DOTS, voters=6, tallies=(
        Tally(subject_id="o1", title="Klart ansvar", total=9, spread=(0, 1, 2, 2, 2, 2)),
        Tally(subject_id="o2", title="Vej ind", total=3, spread=(0, 0, 0, 1, 1, 1)),
        Tally(subject_id="o3", title="Fælles kultur", total=0, spread=(0, 0, 0, 0, 0, 0)),
    ))  # fmt: skip
    yield StepResult(**P, id="r-vurder", step_id="vurder", kind=StepKind.RATE, voters=2, tallies=(
        Tally(subject_id="o1", title="Klart ansvar", total=2, spread=(8, 9), second=(3, 4),
              value=Decimal("8.5"), effort=Decimal("3.5")),
    ))  # fmt: skip
    yield StepResult(
        **P, id="r-samtykke", step_id="samtykke", kind=StepKind.CONSENT, voters=6,
        tallies=(Tally(subject_id="t-vision", title="Alle er på vej.", total=0, spread=(3, 1, 2)),),
        reasons=(
            "Ja med forbehold, Opdigtet Person f: Ordet alle er stort",
            "Nej, Opdigtet Person m1: Den er for lang",
            "Nej: Fra et ark",
        ),
    )  # fmt: skip
