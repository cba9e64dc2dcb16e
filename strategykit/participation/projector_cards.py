"""Cards in columns: what the wall shows of notes, groups and things to vote on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from strategykit.actions.room_views import RoomView
from strategykit.actions.wording import worded
from strategykit.domain.boards import BoardContent, Cluster, Note
from strategykit.domain.people import called
from strategykit.domain.steps import Step, Subjects
from strategykit.domain.template import FieldPlan

MOST_COLUMNS = 5
LOOSE = "Uden felt"
_SEVERAL = 2
_FEW, _SOME = 6, 12  # so many cards in one column stand in two and in three stacks


@dataclass(frozen=True)
class Card:
    """A note, or with `notes` a group under its heading; `who` is empty unless names are shown."""

    id: str
    text: str
    who: str = ""
    notes: tuple["Card", ...] = ()


@dataclass(frozen=True)
class Column:
    """One field; `count` is how many notes lie in it, also where they are not shown.

    `ask` is the field's own question, which stands there until somebody has answered it.
    """

    title: str
    count: int
    cards: tuple[Card, ...] = ()
    ask: str = ""


@dataclass(frozen=True)
class Sheet:
    """Columns that stand on the wall together, each with so many stacks of cards side by side."""

    columns: tuple[Column, ...]
    stacks: int = 1


def note_sheets(view: RoomView, step: Step) -> tuple[Sheet, ...]:
    """The notes and groups of the step's fields."""
    asks = _asks(view, step)
    return sheets_of([
        Column(title, _count(some), _cards(view, step, some), asks.get(title, ""))
        for title, some in _by_field(view, step, view.content(step))
    ])  # fmt: skip


def count_sheets(view: RoomView, step: Step) -> tuple[Sheet, ...]:
    """How many notes of this step lie in each field, and nothing of what they say."""
    own = [note for note in view.content(step).shown if note.step_id == step.id]
    found = _by_field(view, step, BoardContent(tuple(own), (), {}))
    return sheets_of([Column(title, _count(some)) for title, some in found])


def subject_sheets(view: RoomView, step: Step) -> tuple[Sheet, ...]:
    """What is voted on, in an order that says nothing of what was written or liked first."""
    titles = _titles(view, step)
    if len(titles) < _SEVERAL:
        titles = {}
    columns: dict[str, list[Card]] = {key: [] for key in titles}
    for subject in sorted(view.subjects(step), key=lambda s: _shuffled(step.id + s.id)):
        notes = len(subject.note_ids)
        told = f"{notes} sedler" if notes > 1 else ""
        place = subject.field if subject.field in titles else ""
        columns.setdefault(place, []).append(Card(subject.id, subject.title, told))
    named = {**titles, "": LOOSE if titles else ""}
    found = [(named[key], cards) for key, cards in columns.items() if cards]
    return sheets_of([Column(title, len(cards), tuple(cards)) for title, cards in found])


def _by_field(
    view: RoomView, step: Step, content: BoardContent
) -> list[tuple[str, tuple[Cluster, ...]]]:
    titles = _titles(view, step)
    if len(titles) < _SEVERAL:
        return [("", content.clusters())]
    found = [(title, content.clusters(key)) for key, title in titles.items()]
    loose = tuple(c for c in content.clusters() if c.notes[0].field not in titles)
    return [*found, (LOOSE, loose)] if loose else found


def _titles(view: RoomView, step: Step) -> dict[str, str]:
    """The step's fields by their keys, in the order of the template."""
    return {field.key: worded(view.process, field.title) for field in _fields(view, step)}


def _asks(view: RoomView, step: Step) -> dict[str, str]:
    """The fields' questions by their titles."""
    found = _fields(view, step)
    return {worded(view.process, f.title): worded(view.process, f.ask) for f in found}


def _fields(view: RoomView, step: Step) -> tuple[FieldPlan, ...]:
    plan = view.template.board(step.subject) if step.subjects is Subjects.BOARD else None
    fields = plan.fields if plan else ()
    return tuple(f for f in fields if not step.fields or f.key in step.fields)


def _cards(view: RoomView, step: Step, found: Sequence[Cluster]) -> tuple[Card, ...]:
    """Groups first; single notes in an order that has nothing to do with when they came."""
    groups = sorted((c for c in found if _is_group(c)), key=lambda c: c.notes[0].position)
    single = sorted((c for c in found if not _is_group(c)), key=lambda c: _shuffled(c.id))
    return tuple(_card(view, step, cluster) for cluster in (*groups, *single))


def _card(view: RoomView, step: Step, cluster: Cluster) -> Card:
    first = cluster.notes[0]
    if not _is_group(cluster):
        return Card(first.id, first.text, _writer(view, step, first))
    notes = sorted(cluster.notes, key=lambda n: _shuffled(n.id))
    inside = tuple(Card(n.id, n.text, _writer(view, step, n)) for n in notes)
    return Card(cluster.id, cluster.title, "", inside)


def _is_group(cluster: Cluster) -> bool:
    return cluster.id != cluster.notes[0].id


def _writer(view: RoomView, step: Step, note: Note) -> str:
    """Nobody in an anonymous step, also of notes that were written with a name before."""
    written_in = view.find(note.step_id)
    if step.anonymous or written_in is None or written_in.anonymous:
        return ""
    person = view.people.get(note.author_id)
    return called(person) if person else ""


def _count(found: Iterable[Cluster]) -> int:
    return sum(len(cluster.notes) for cluster in found)


def _shuffled(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def sheets_of(columns: Sequence[Column]) -> tuple[Sheet, ...]:
    """As few sheets as can be read, with as many columns on each."""
    sheets = -(-len(columns) // MOST_COLUMNS)
    each = -(-len(columns) // sheets) if sheets else 1
    found = (tuple(columns[start : start + each]) for start in range(0, len(columns), each))
    return tuple(Sheet(some, _stacks(some)) for some in found)


def _stacks(columns: Sequence[Column]) -> int:
    """The fewer cards, the wider and larger they stand."""
    if len(columns) > 1:
        return 2 if len(columns) == _SEVERAL else 1
    cards = len(columns[0].cards)
    return 2 if cards <= _FEW else 3 if cards <= _SOME else 4
