"""What a paragraph rests on, in words that the reader of the draft knows it by."""

from collections.abc import Iterable

from strategykit.domain.areas import Area
from strategykit.domain.baseline import FrozenFigure
from strategykit.domain.boards import Cluster
from strategykit.domain.entry import Entry
from strategykit.domain.knowledge import EvidenceCard
from strategykit.domain.numbers import with_unit
from strategykit.domain.outline import Ref
from strategykit.domain.statements import Statement
from strategykit.domain.template import Template
from strategykit.domain.wording import capital
from strategykit.drafting.compose.danish import cut, day_of, dots, quoted
from strategykit.drafting.compose.sources import source_of

_SHORT = 110


def ref(entry: Entry, words: str = "") -> Ref:
    """Any entry by its noun and its own words."""
    said = words or entry.headline
    return Ref(type(entry).__name__, entry.id, f"{entry.noun} {quoted(said, _SHORT)}")


def refs(entries: Iterable[Entry]) -> tuple[Ref, ...]:
    """Several entries."""
    return tuple(ref(entry) for entry in entries)


def card_ref(card: EvidenceCard) -> Ref:
    """A knowledge card with its source."""
    label = f"Videnskortet {quoted(card.claim, _SHORT)} ({source_of(card)})"
    return Ref("EvidenceCard", card.id, label)


def cluster_refs(cluster: Cluster) -> tuple[Ref, ...]:
    """A group or a single note: its notes, and its dots when it has any."""
    notes = tuple(ref(note) for note in cluster.notes)
    given = Ref("Dot", cluster.id, f"{capital(dots(cluster.dots))} til {quoted(cluster.title)}")
    grouped = cluster.id not in {note.id for note in cluster.notes}
    group = (Ref("NoteGroup", cluster.id, f"Gruppen {quoted(cluster.title)}"),) if grouped else ()
    return (*group, *notes, given) if cluster.dots else (*group, *notes)


def decision_ref(area: Area) -> Ref:
    """What the committee decided about a candidate, and why."""
    reason = f": {cut(area.reason, _SHORT)}" if area.reason else ""
    return Ref("Area", area.id, f"Beslutningen {area.name}, {area.choice.value}{reason}")


def figure_ref(figure: FrozenFigure) -> Ref:
    """A figure of the baseline with its place and period."""
    value = with_unit(figure.value, figure.unit)
    return Ref(
        "Baseline", f"{figure.indicator}:{figure.place}",
        f"Tallet {figure.name}, {figure.place}, {figure.period}: {value}",
    )  # fmt: skip


def statement_ref(statement: Statement, title: str) -> Ref:
    """A text with its version and, when the committee has agreed on it, the day."""
    agreed = f", vedtaget den {day_of(statement.agreed_at)}" if statement.agreed_at else ""
    return Ref("Statement", statement.id, f"{title}, udgave {statement.version}{agreed}")


def template_ref(template: Template) -> Ref:
    """A sentence that the template brought with it."""
    return Ref("Template", template.key, f"Skabelonen {template.name}, version {template.version}")
