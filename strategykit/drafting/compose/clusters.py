"""Groups of notes and their dots, in sentences and rows."""

from collections.abc import Sequence

from strategykit.domain.boards import Cluster
from strategykit.domain.numbers import danish
from strategykit.drafting.compose.danish import dots, enumerated, phrase, quoted
from strategykit.drafting.compose.leaf import Leaf
from strategykit.drafting.compose.refs import cluster_refs

_NEXT = 2
_NAMED = 4


def weighed(clusters: Sequence[Cluster]) -> tuple[Cluster, ...]:
    """Groups, and notes with a dot: a note that nobody grouped or chose stays on the wall."""
    return tuple(c for c in clusters if c.dots or c.id != c.notes[0].id)


def most_dots(clusters: Sequence[Cluster]) -> str:
    """Which of them the committee found most important; `clusters` has the most dots first."""
    given = [cluster for cluster in clusters if cluster.dots]
    if not clusters:
        return ""
    if not given:
        named = [quoted(cluster.title) for cluster in clusters]
        return f"Udvalget peger på {enumerated(named, _NAMED)}."
    top = [cluster for cluster in given if cluster.dots == given[0].dots]
    return " ".join(filter(None, (_first(top), _then(given[len(top) :]))))


def _first(top: Sequence[Cluster]) -> str:
    named = enumerated([quoted(cluster.title) for cluster in top], _NAMED)
    each = " hver" if len(top) > 1 else ""
    return f"Udvalget gav flest prikker til {named} ({dots(top[0].dots)}{each})."


def _then(others: Sequence[Cluster]) -> str:
    if not others:
        return ""
    named = [f"{quoted(cluster.title)} ({danish(cluster.dots)})" for cluster in others[:_NEXT]]
    return f"Derefter kom {enumerated(named)}."


def cluster_table(leaf: Leaf, name: str, caption: str, clusters: Sequence[Cluster]) -> None:
    """Heading, notes and dots of each; no column of notes where each is a note by itself."""
    grouped = any(len(cluster.notes) > 1 for cluster in clusters)
    header = ("Gruppe eller seddel", "Sedler", "Prikker") if grouped else ("Seddel", "Prikker")
    rows = [
        (
            phrase(cluster.title),
            *((danish(len(cluster.notes)),) if grouped else ()),
            danish(cluster.dots),
        )
        for cluster in clusters
    ]
    leaf.table(
        name, caption, header, rows,
        says=f"{caption}. De, der fik flest prikker, står øverst.",
        rests_on=[ref for cluster in clusters for ref in cluster_refs(cluster)],
        widths=(0.74, 0.12, 0.14) if grouped else (0.86, 0.14),
    )  # fmt: skip
