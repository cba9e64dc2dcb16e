"""A board as the room sees it: one piece of HTML, readable from the back row."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from strategykit.domain.boards import Barrier, BoardContent, Cluster, Note, marks
from strategykit.domain.template import BoardPlan
from strategykit.domain.wording import capital
from strategykit.ui.text import plain

LOOSE_FIELD = "Uden felt"
LOOSE_BARRIER = "Uden slags"


@dataclass(frozen=True)
class Column:
    """One field of the wall with what lies in it."""

    title: str
    ask: str
    clusters: tuple[Cluster, ...]


def columns_of(plan: BoardPlan, content: BoardContent, *, by_barrier: bool) -> tuple[Column, ...]:
    """The fields of the plan, or the kinds of barrier; what fits in none comes last."""
    found = content.clusters()
    if by_barrier:
        kinds = [(barrier.value, capital(barrier.value), "") for barrier in Barrier]
        return _sorted(found, kinds, LOOSE_BARRIER, lambda note: note.barrier)
    if len(plan.fields) == 1:
        return (Column(plan.fields[0].title, plan.fields[0].ask, found),)
    fields = [(field.key, field.title, field.ask) for field in plan.fields]
    return _sorted(found, fields, LOOSE_FIELD, lambda note: note.field)


def wall_html(
    title: str, columns: Sequence[Column], content: BoardContent, sources: Mapping[str, str]
) -> str:
    """The whole board; `sources` are by id the evidence cards' sources and the files' names."""
    called = marks(content)
    alone = len(columns) == 1
    fields = "".join(_column(column, called, sources, alone=alone) for column in columns)
    return (
        f'<div class="sv-board sv-board-{min(len(columns), 5)}" role="group"'
        f' aria-label="{escape(title, quote=True)}">{fields}</div>'
    )


def _sorted(
    found: Sequence[Cluster],
    kinds: Sequence[tuple[str, str, str]],
    loose: str,
    key: Callable[[Note], str],
) -> tuple[Column, ...]:
    known = {kind for kind, _, _ in kinds}
    columns = [
        Column(title, ask, tuple(c for c in found if key(c.notes[0]) == kind))
        for kind, title, ask in kinds
    ]
    rest = tuple(c for c in found if key(c.notes[0]) not in known)
    return (*columns, Column(loose, "", rest)) if rest else tuple(columns)


def _column(
    column: Column, called: Mapping[str, str], sources: Mapping[str, str], *, alone: bool
) -> str:
    notes = "".join(_cluster(cluster, called, sources) for cluster in column.clusters)
    body = f'<ol class="sv-notes">{notes}</ol>' if notes else '<p class="sv-empty">Ingen endnu</p>'
    ask = f'<p class="sv-ask">{plain(column.ask)}</p>' if column.ask else ""
    heading = "" if alone else f"<h2>{escape(column.title)}</h2>"
    return f'<section class="sv-field">{heading}{ask}{body}</section>'


def _cluster(cluster: Cluster, called: Mapping[str, str], sources: Mapping[str, str]) -> str:
    mark = f'<span class="sv-mark">{called[cluster.id]}</span>'
    if cluster.dots:
        mark = f'<span class="sv-note-head">{mark}{_dots(cluster.dots)}</span>'
    head = f'{mark} <span class="sv-note-text">{plain(cluster.title)}</span>'
    if cluster.id == cluster.notes[0].id:
        return f'<li class="sv-note">{head}{_rests_on(cluster.notes[0], sources)}</li>'
    members = "".join(
        f'<li><span class="sv-mark">{called[n.id]}</span> '
        f'<span class="sv-note-text">{plain(n.text)}</span>{_rests_on(n, sources)}</li>'
        for n in cluster.notes
    )
    return f'<li class="sv-note sv-group">{head}<ul class="sv-members">{members}</ul></li>'


def _dots(number: int) -> str:
    return f'<span class="sv-dots"><b>{number}</b> {"prik" if number == 1 else "prikker"}</span>'


def _rests_on(note: Note, sources: Mapping[str, str]) -> str:
    named = dict.fromkeys(sources[i] for i in note.evidence_ids if i in sources)
    rests = f'<span class="sv-source">Bygger på: {escape("; ".join(named))}</span>' if named else ""
    return rests + _came_from(note, sources)


def _came_from(note: Note, sources: Mapping[str, str]) -> str:
    """The group that the note's file names, else the file."""
    if note.import_id not in sources:
        return ""
    told = note.origin or sources[note.import_id]
    return f'<span class="sv-source">Hentet fra: {escape(told)}</span>'
