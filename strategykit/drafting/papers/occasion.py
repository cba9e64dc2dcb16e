"""What all papers of a meeting draw from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from strategykit.domain.agenda import TimedItem, in_time_order, items_of, timed, when_told
from strategykit.domain.material import Material
from strategykit.domain.meetings import AgendaItem, Agreement, Meeting
from strategykit.domain.numbers import danish_date
from strategykit.domain.outline import Block, Paragraph, Section, Table, Tone
from strategykit.domain.people import COMMITTEE, Person, called, in_role_order
from strategykit.domain.turns import Asked

UNKNOWN = "ikke sat endnu"


@dataclass(frozen=True)
class Occasion:
    """A meeting with its whole process; `municipality` is the name that it signs with.

    `asked` is what the room was asked of single points, `points` their names by id.
    """

    material: Material
    meeting: Meeting
    municipality: str
    asked: tuple[Asked, ...] = ()
    points: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def items(self) -> tuple[TimedItem, ...]:
        """The drejebog with its times."""
        return timed(self.meeting, items_of(self.meeting, self.material.of(AgendaItem)))

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Everybody in the process, the chair first."""
        return in_role_order(self.material.of(Person))

    @property
    def members(self) -> int:
        """How many the committee has."""
        return sum(person.role in COMMITTEE for person in self.people)

    @property
    def sender(self) -> str:
        """Whose paper it is, as it stands at the foot of each page."""
        return f"{self.municipality} · {self.material.process.committee}"

    @property
    def notice(self) -> str:
        """What must stand on every page of an example."""
        note = self.material.process.example_note
        return f"Opdigtet eksempel. {note}" if note else ""

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """When, where and in which case."""
        told = (
            ("Tid", when_told(self.meeting)),
            ("Sted", self.meeting.place or UNKNOWN),
            ("Udvalg", self.material.process.committee),
            ("Sagsnummer", self.material.process.case_number),
        )
        return tuple((name, value) for name, value in told if value)

    @property
    def later(self) -> Meeting | None:
        """The meeting after this one; one without a date is so when the plan has it later."""
        ordered = in_time_order(self.material.of(Meeting))
        place = next(n for n, m in enumerate(ordered) if m.id == self.meeting.id)
        after = ordered[place + 1 :]
        return next((m for m in after if m.day or m.position > self.meeting.position), None)

    def names(self, ids: Iterable[str]) -> str:
        """The people with these ids in words, in the order of their roles."""
        wanted = set(ids)
        return ", ".join(called(p) for p in self.people if p.id in wanted)


def paragraphs(key: str, text: str, tone: Tone = Tone.BODY) -> tuple[Paragraph, ...]:
    """One paragraph for each line that holds anything; a dash in front makes it a bullet."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return tuple(_line(f"{key} {n}", line, tone) for n, line in enumerate(lines, start=1))


def bullets(key: str, texts: Iterable[str]) -> tuple[Paragraph, ...]:
    """One bullet for each text."""
    return tuple(
        Paragraph(f"{key} {n}", " ".join(text.split()), tone=Tone.BULLET)
        for n, text in enumerate(texts, start=1)
    )


def section(key: str, title: str, blocks: Sequence[Block], level: int = 1) -> tuple[Section, ...]:
    """A section, or nothing at all when it would be empty."""
    return (Section(key, title, level, tuple(blocks)),) if blocks else ()


def agreements_table(key: str, agreements: Sequence[Agreement]) -> tuple[Table, ...]:
    """Who does what until when."""
    if not agreements:
        return ()
    rows = tuple((a.what, a.who or UNKNOWN, due_told(a)) for a in agreements)
    return (
        Table(key, "", ("Aftale", "Hvem", "Hvornår"), rows,
              "Aftaler med hvem der gør det og hvornår", widths=(0.52, 0.26, 0.22)),
    )  # fmt: skip


def due_told(agreement: Agreement) -> str:
    """The day as a Danish reader writes it."""
    return UNKNOWN if agreement.due is None else danish_date(agreement.due)


def _line(key: str, line: str, tone: Tone) -> Paragraph:
    bare = line.lstrip("-\u2013\u2022* ").strip()
    return (
        Paragraph(key, bare, tone=Tone.BULLET) if bare != line else Paragraph(key, line, tone=tone)
    )
