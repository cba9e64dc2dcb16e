"""Invented content for every part of a template, so that it can be tried without a committee.

Every text says that it is invented, and nothing is named that the template does not name.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from strategykit.domain.areas import Area, Choice, Holds, Measure, TargetGroup
from strategykit.domain.boards import OBSTACLES, Barrier, Note
from strategykit.domain.entry import Entry
from strategykit.domain.goals import Criterion, CriterionKind, Goal, SubGoal
from strategykit.domain.invented_ground import invented_ground
from strategykit.domain.process import Process
from strategykit.domain.statements import Statement
from strategykit.domain.template import Template

NOTES_IN_A_FIELD, AREAS, PURSUED = 3, 3, 2
NOTE = (
    "Alt indhold er fundet på af programmet for at prøve skabelonen. Ingen mennesker, tal eller "
    "beslutninger er virkelige."
)


@dataclass(frozen=True)
class Invented:
    """The entries, and the dots by subject id."""

    things: tuple[Entry, ...]
    dots: Mapping[str, int]


def invented(template: Template, process: Process, moment: datetime) -> Invented:
    """Something on every board, in every text, area, goal and instrument of the template."""
    inventor = _Inventor(template, process.id, moment)
    notes = tuple(inventor.notes())
    things = (
        *notes, *inventor.texts(), *inventor.areas(notes), *inventor.goals(),
        *invented_ground(template, process.id, moment),
    )  # fmt: skip
    dots = {note.id: NOTES_IN_A_FIELD + 1 - _number(note) for note in notes}
    dots |= {f"område-{number}": AREAS * 2 - number for number in range(1, AREAS + 1)}
    return Invented(things, dots)


def _number(note: Note) -> int:
    return int(note.id.rsplit("-", 1)[1])


@dataclass(frozen=True)
class _Inventor:
    template: Template
    process_id: str
    moment: datetime

    @property
    def today(self) -> date:
        return self.moment.date()

    def notes(self) -> Iterator[Note]:
        """Some notes in every field of every board."""
        position = 0
        for board in self.template.boards:
            for field in board.fields:
                for number in range(1, NOTES_IN_A_FIELD + 1):
                    position += 1
                    barrier = list(Barrier)[number - 1].value if board.key == OBSTACLES else ""
                    yield Note(
                        id=f"seddel-{board.key}-{field.key}-{number}", process_id=self.process_id,
                        board=board.key, field=field.key, barrier=barrier, position=position,
                        text=f"Opdigtet seddel {number} om {_small(field.title)}",
                    )  # fmt: skip

    def texts(self) -> Iterator[Statement]:
        """Every text, adopted."""
        keys = {plan.key: plan.title for plan in self.template.statements}
        for key, title in keys.items():
            yield Statement(
                id=f"tekst-{key}", process_id=self.process_id, key=key, saved_at=self.moment,
                agreed_at=self.moment, text=f"Opdigtet tekst. Her står: {_small(title)}.",
            )  # fmt: skip
        for section in self.template.document.sections:
            if section.fill == "foreword":
                yield Statement(
                    id=f"tekst-{section.key}", process_id=self.process_id,
                    key=f"sammenfatning:{section.key}", saved_at=self.moment,
                    text="Opdigtet forord.",
                )  # fmt: skip

    def areas(self, notes: tuple[Note, ...]) -> Iterator[Entry]:
        """The candidates: all but the last are pursued, each with a measure."""
        group = TargetGroup(
            id="gruppe", process_id=self.process_id, name="Opdigtet gruppe",
            need="Opdigtet behov", number=20, invented=True,
        )  # fmt: skip
        yield group
        for number in range(1, AREAS + 1):
            pursued = number <= PURSUED
            yield Area(
                id=f"område-{number}", process_id=self.process_id, position=number,
                name=f"Opdigtet område {number}", reason="Opdigtet begrundelse",
                choice=Choice.PURSUED if pursued else Choice.SET_BACK,
                value=10 - number, effort=2 + 2 * number, why="Opdigtet forklaring på valget.",
                group_ids=(group.id,), vision_link="Opdigtet vej til visionen.",
                evidence_ids=("viden-1",), cost=Decimal(100_000 * number),
                responsible="Opdigtet funktion", note_ids=tuple(n.id for n in notes[:number]),
            )  # fmt: skip
            if pursued:
                yield Measure(
                    id=f"indsats-{number}", process_id=self.process_id, area_id=f"område-{number}",
                    text=f"Opdigtet indsats {number}",
                    answers=tuple(Holds.YES.value for _ in self.template.principles),
                )  # fmt: skip

    def goals(self) -> Iterator[Entry]:
        """One goal, sub-goal and criterion for each pursued area."""
        for number in range(1, PURSUED + 1):
            area = f"område-{number}"
            yield Goal(
                id=f"mål-{number}", process_id=self.process_id, area_id=area, position=number,
                text=f"Opdigtet mål {number}", indicator="Opdigtet optælling", unit="personer",
                start=Decimal(40), target=Decimal(20), year=self.today.year + 2, invented=True,
                owner="Opdigtet funktion", method="Der tælles hver måned",
            )  # fmt: skip
            yield SubGoal(
                id=f"delmål-{number}", process_id=self.process_id, goal_id=f"mål-{number}",
                text=f"Opdigtet delmål {number}", due=self.today + timedelta(days=200),
            )  # fmt: skip
            yield Criterion(
                id=f"kriterium-{number}", process_id=self.process_id, area_id=area,
                text=f"Opdigtet kvalitetskriterium {number}", kind=CriterionKind.EFFECT,
            )  # fmt: skip


def _small(title: str) -> str:
    return f"{title[:1].lower()}{title[1:]}"
