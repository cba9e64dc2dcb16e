"""The target groups: whom the strategy is for."""

from collections.abc import Callable

from strategykit.domain.actors import Offer
from strategykit.domain.areas import TargetGroup
from strategykit.domain.numbers import danish, pct
from strategykit.domain.offers import coverage, groups_without_offer
from strategykit.domain.wording import capital
from strategykit.drafting.compose.danish import enumerated, item, number, phrase
from strategykit.drafting.compose.leaf import Leaf
from strategykit.drafting.compose.refs import refs

_NONE = "–"
_MARK = " (opdigtet eksempel)"


def groups(leaf: Leaf) -> None:
    """Their names, a table of what is known of them, and who has no offer."""
    ground = leaf.ground
    found = ground.of(TargetGroup)
    if not found:
        leaf.nothing(f"{capital(ground.terms.grupperne)} er ikke beskrevet.", "indsatsomraader")
        return
    names = enumerated([phrase(group.name) for group in found])
    begins = ground.render("{Strategien}")
    many = f"{number(len(found))} {ground.terms.grupper}"
    said = f"arbejder med {many}: {names}" if len(found) > 1 else f"er for {names}"
    leaf.say("navne", f"{begins} {said}.", refs(found))
    _table(leaf, found)
    _uncovered(leaf, found)


def _table(leaf: Leaf, found: tuple[TargetGroup, ...]) -> None:
    """Columns that nobody has filled are left out."""
    columns = [(name, show, width) for name, show, width in _COLUMNS if any(map(show, found))]
    rows = [(phrase(g.name), *(show(g) or _NONE for _, show, _ in columns)) for g in found]
    leaf.table(
        "tabel", capital(leaf.ground.terms.grupper),
        (capital(leaf.ground.terms.gruppe), *(name for name, _, _ in columns)), rows,
        says=f"{capital(leaf.ground.terms.grupper)} med det, der er kendt om hver.",
        rests_on=refs(found), widths=_shares([width for _, _, width in columns]),
    )  # fmt: skip


def _shares(widths: list[float]) -> tuple[float, ...]:
    whole = _NAME_WIDTH + sum(widths)
    return tuple(width / whole for width in (_NAME_WIDTH, *widths))


def _share(group: TargetGroup) -> str:
    places = 0 if group.share is not None and group.share == int(group.share) else 1
    return pct(group.share, places) + _mark(group) if group.share is not None else ""


def _number(group: TargetGroup) -> str:
    return danish(group.number) + _mark(group) if group.number is not None else ""


def _mark(group: TargetGroup) -> str:
    return _MARK if group.invented else ""


_NAME_WIDTH = 0.24
_COLUMNS: tuple[tuple[str, Callable[[TargetGroup], str], float], ...] = (
    ("Behov og kendetegn", lambda g: item(g.need), 0.4),
    ("Andel", _share, 0.14),
    ("Antal", _number, 0.14),
    ("Følges med", lambda g: phrase(g.indicator), 0.2),
)


def _uncovered(leaf: Leaf, found: tuple[TargetGroup, ...]) -> None:
    """Groups without an offer, once there are offers at all."""
    offers = leaf.ground.of(Offer)
    holes = groups_without_offer(coverage(found, offers)) if offers else ()
    if holes:
        names = enumerated([phrase(group.name) for group in holes])
        leaf.say("huller", f"Der er i dag intet tilbud til {names}.", refs((*holes, *offers)))
