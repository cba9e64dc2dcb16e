"""The fields of the SWOT as the committee weighed them, and the obstacles by their kind."""

from collections.abc import Sequence

from strategykit.domain.boards import OBSTACLES, SWOT, Barrier, BoardContent, Cluster
from strategykit.domain.chart_data import Bar, BarGroup
from strategykit.domain.chart_text import groups_text
from strategykit.domain.numbers import danish
from strategykit.domain.outline import Bars, Ref
from strategykit.domain.template import BoardPlan
from strategykit.domain.wording import capital
from strategykit.drafting.compose.clusters import cluster_table, most_dots, weighed
from strategykit.drafting.compose.danish import counted, cut, dots, enumerated, phrase, quoted
from strategykit.drafting.compose.leaf import Leaf
from strategykit.drafting.compose.refs import cluster_refs

_ROWS = 8
_BARS = 3
_LABEL = 110
_NO_KIND = "uden slags"


def swot(leaf: Leaf) -> None:
    """A chart of all fields, then a section for each."""
    plan, content = leaf.ground.template.board(SWOT), leaf.ground.board(SWOT)
    if plan is None or not content.notes:
        leaf.nothing("Udvalget har ikke lavet sin SWOT.", "swot")
        return
    by_field = {field.key: weighed(content.clusters(field.key)) for field in plan.fields}
    _chart(leaf, plan, by_field)
    for field in plan.fields:
        found = by_field[field.key]
        if found:
            _field(leaf.below(field.key, field.title), found)
    _lacks(leaf, plan, content)


def _refs(clusters: Sequence[Cluster]) -> list[Ref]:
    return [ref for cluster in clusters for ref in cluster_refs(cluster)]


def _chart(leaf: Leaf, plan: BoardPlan, by_field: dict[str, tuple[Cluster, ...]]) -> None:
    groups = tuple(
        BarGroup(field.title, tuple(_bar(c) for c in by_field[field.key][:_BARS] if c.dots))
        for field in plan.fields
    )
    shown = [c for found in by_field.values() for c in found[:_BARS] if c.dots]
    if shown:
        caption = f"Det, udvalget gav flest prikker i {quoted(leaf.ground.render(plan.title))}"
        leaf.figure("prikker", caption, groups_text(groups), Bars(groups), _refs(shown))


def _bar(cluster: Cluster) -> Bar:
    return Bar(cut(cluster.title, _LABEL), cluster.dots, dots(cluster.dots))


def _field(leaf: Leaf, found: tuple[Cluster, ...]) -> None:
    leaf.say("flest", most_dots(found), _refs(found))
    cluster_table(leaf, "tabel", f"Sedler og prikker under {quoted(leaf.title)}", found[:_ROWS])
    _rest(leaf, found[_ROWS:])


def _rest(leaf: Leaf, left_out: Sequence[Cluster]) -> None:
    annex = leaf.ground.title_of("annex_notes")
    if left_out and annex:
        more = counted(len(left_out), "Én til", "flere")
        said = f"{capital(more)} med færre prikker står i bilaget {quoted(annex)}."
        leaf.say("resten", said, _refs(left_out))


def _lacks(leaf: Leaf, plan: BoardPlan, content: BoardContent) -> None:
    by_title = {quoted(field.title): content.clusters(field.key) for field in plan.fields}
    empty = [title for title, found in by_title.items() if not found]
    loose = [t for t, found in by_title.items() if found and not any(c.dots for c in found)]
    if empty:
        leaf.lack("tomme", f"Der er ingen sedler under {enumerated(empty)}.", "swot")
    if loose:
        said = f"Sedlerne under {enumerated(loose)} er ikke prioriteret med prikker."
        leaf.lack("prikker", said, "swot")


def obstacles(leaf: Leaf) -> None:
    """How many there are of each kind, and what they say."""
    content = leaf.ground.board(OBSTACLES)
    if not content.notes:
        leaf.nothing("Udvalget har ikke skrevet forhindringer.", "swot")
        return
    by_kind = _by_kind(content)
    leaf.say("slags", _most_kinds(by_kind), _refs([c for same in by_kind.values() for c in same]))
    rows = [
        (capital(kind), phrase(cluster.title), danish(cluster.dots))
        for kind, same in by_kind.items()
        for cluster in weighed(same)
    ]
    leaf.table(
        "tabel", "Forhindringer efter slags", ("Slags", "Forhindring", "Prikker"), rows,
        says="Hver forhindring med sin slags og sit antal prikker.",
        rests_on=_refs(weighed(content.clusters())), widths=(0.26, 0.6, 0.14),
    )  # fmt: skip
    if not rows:
        said = "Forhindringerne er hverken samlet i grupper eller prioriteret med prikker."
        leaf.lack("prikker", said, "swot")


def _by_kind(content: BoardContent) -> dict[str, list[Cluster]]:
    """In the order of the six kinds; a group goes by its first note that has a kind."""
    kinds: dict[str, list[Cluster]] = {kind: [] for kind in (*map(str, Barrier), _NO_KIND)}
    for cluster in content.clusters():
        kind = next((n.barrier for n in cluster.notes if n.barrier in kinds), _NO_KIND)
        kinds[kind].append(cluster)
    return {kind: same for kind, same in kinds.items() if same}


def _most_kinds(by_kind: dict[str, list[Cluster]]) -> str:
    total = sum(len(same) for same in by_kind.values())
    ranked = sorted(by_kind.items(), key=lambda item: -len(item[1]))
    told = [_number_of(len(same), kind) for kind, same in ranked]
    return f"Udvalget ser {counted(total, 'én forhindring', 'forhindringer')}: {enumerated(told)}."


def _number_of(count: int, kind: str) -> str:
    """ "én økonomisk", "tre organisatoriske", "to uden slags"."""
    if kind == _NO_KIND:
        return counted(count, f"én {kind}", kind)
    return counted(count, f"én {kind}", _PLURALS[kind])


_PLURALS = {
    Barrier.ECONOMIC.value: "økonomiske",
    Barrier.ORGANISATIONAL.value: "organisatoriske",
    Barrier.MANAGERIAL.value: "ledelsesmæssige",
    Barrier.PROFESSIONAL.value: "faglige",
    Barrier.CULTURAL.value: "kulturelle",
    Barrier.LEGAL.value: "juridiske",
}
