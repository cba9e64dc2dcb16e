"""What all sections of one draft share while it is being written."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from strategykit.domain.areas import Area, Measure
from strategykit.domain.baseline import Baseline
from strategykit.domain.boards import BoardContent, Note, NoteGroup
from strategykit.domain.catalogue import ALWAYS_SHOWN
from strategykit.domain.entry import Entry
from strategykit.domain.goals import Criterion, Goal, SubGoal
from strategykit.domain.knowledge import EvidenceCard
from strategykit.domain.material import Kind, Material
from strategykit.domain.outline import Missing
from strategykit.domain.phases import pursued
from strategykit.domain.statements import Statement
from strategykit.domain.template import SectionPlan, Terms
from strategykit.domain.wording import render, words_of
from strategykit.drafting.compose.setting import Setting
from strategykit.drafting.compose.sources import SourceList

Thing = TypeVar("Thing", bound=Entry)


class Ground:
    """The material, the words of the template, and what the sections hand in: sources and lacks."""

    def __init__(self, material: Material, setting: Setting) -> None:
        self.material = material
        self.setting = setting
        self.process = material.process
        self.template = material.template
        self.sources = SourceList()
        self.missing: list[Missing] = []
        self._words = words_of(
            municipality=setting.municipality, committee=material.process.committee,
            title=material.process.title, period=material.process.period,
            terms=material.template.terms,
        )  # fmt: skip

    @property
    def terms(self) -> Terms:
        """The words of this kind of strategy."""
        return self.template.terms

    def of(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """All entries of a kind."""
        return self.material.of(kind)

    def render(self, text: str) -> str:
        """A template's text with its words filled in."""
        return render(text, self._words)

    def shows(self, page: str) -> bool:
        """Whether this kind of process has that page: what it cannot fill is never missing."""
        return page in self.template.pages or page in ALWAYS_SHOWN

    def has_fill(self, fill: str) -> bool:
        """Whether a section of the document is filled with it."""
        return any(section.fill == fill for section in self.template.document.sections)

    def section(self, key: str) -> SectionPlan:
        """What the outline says of the section with that key."""
        return next(s for s in self.template.document.sections if s.key == key)

    def title_of(self, fill: str) -> str:
        """The heading of the first section with that fill; empty when there is none."""
        sections = self.template.document.sections
        return next((self.render(s.title) for s in sections if s.fill == fill), "")

    def dots(self, subject_id: str) -> int:
        """How many dots a note, group or area was given."""
        return self.material.dots.get(subject_id, 0)

    def statement(self, key: str) -> Statement | None:
        """The text with that key when somebody has written in it."""
        found = self._statements.get(key)
        return found if found and found.text.strip() else None

    def board(self, key: str) -> BoardContent:
        """What lies on one board, hidden notes left out already."""
        notes = tuple(n for n in self.of(Note) if n.board == key and n.shown)
        groups = tuple(g for g in self.of(NoteGroup) if g.board == key)
        return BoardContent(notes, groups, self.material.dots)

    @cached_property
    def baseline(self) -> Baseline | None:
        """The newest locked baseline."""
        return max(self.of(Baseline), key=lambda one: one.number, default=None)

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        """The areas that the committee goes on with: most dots first, as the room ranked them."""
        return tuple(sorted(pursued(self.material), key=lambda a: (-self.dots(a.id), a.position)))

    @cached_property
    def measures(self) -> Mapping[str, tuple[Measure, ...]]:
        """The measures of each area."""
        return _by("area_id", self.of(Measure))

    @cached_property
    def goals(self) -> Mapping[str, tuple[Goal, ...]]:
        """The goals of each area."""
        return _by("area_id", self.of(Goal))

    @cached_property
    def sub_goals(self) -> Mapping[str, tuple[SubGoal, ...]]:
        """The sub-goals of each goal."""
        return _by("goal_id", self.of(SubGoal))

    @cached_property
    def criteria(self) -> Mapping[str, tuple[Criterion, ...]]:
        """The criteria of each area, those of its goals among them."""
        return _by("area_id", self.of(Criterion))

    def cards(self, ids: Iterable[str]) -> tuple[EvidenceCard, ...]:
        """The knowledge cards with those ids that are still there."""
        return tuple(self._cards[one] for one in ids if one in self._cards)

    @cached_property
    def notes(self) -> Mapping[str, Note]:
        """Every note that is not hidden, by its id."""
        return {note.id: note for note in self.of(Note) if note.shown}

    @cached_property
    def _cards(self) -> Mapping[str, EvidenceCard]:
        return {card.id: card for card in self.of(EvidenceCard)}

    @cached_property
    def _statements(self) -> Mapping[str, Statement]:
        return {statement.key: statement for statement in self.of(Statement)}


def _by(field: str, things: Iterable[Thing]) -> Mapping[str, tuple[Thing, ...]]:
    found: defaultdict[str, list[Thing]] = defaultdict(list)
    for thing in things:
        found[getattr(thing, field)].append(thing)
    return {key: tuple(same) for key, same in found.items()}
