"""The points of a review as its beslutningslog counts them, and where each of them stands."""

from collections.abc import Mapping, Sequence

from strategykit.domain.outline import Draft
from strategykit.domain.points import Wish
from strategykit.domain.reviews import Point


def in_log_order(draft: Draft, found: Sequence[Wish]) -> tuple[Wish, ...]:
    """Down the pages; what has no place comes last."""
    order: dict[str, int] = {}
    for section in draft.sections:
        for key in (section.key, *(block.key for block in section.blocks)):
            order.setdefault(key, len(order))
    last = len(order)

    def place(wish: Wish) -> int:
        return order.get(wish.point.block, order.get(wish.point.section, last))

    return tuple(sorted(found, key=place))


def point_names(draft: Draft, found: Sequence[Wish]) -> Mapping[str, str]:
    """ "punkt 3 (Vision, stykke 2)" by the point's id, with the number of the beslutningslog."""
    return {
        wish.point.id: f"punkt {number}{_in_brackets(draft, wish.point)}"
        for number, wish in enumerate(in_log_order(draft, found), start=1)
    }


def place_told(draft: Draft, point: Point) -> str:
    """The place within its section: "stykke 2, række 1, kolonne 2"."""
    section = next((s for s in draft.sections if s.key == point.section), None)
    keys = [block.key for block in section.blocks] if section else []
    at = f"stykke {keys.index(point.block) + 1}" if point.block in keys else ""
    return ", ".join(part for part in (at, point.part) if part)


def _in_brackets(draft: Draft, point: Point) -> str:
    title = next((s.title for s in draft.sections if s.key == point.section), "")
    where = ", ".join(part for part in (title, place_told(draft, point)) if part)
    return f" ({where})" if where else ""
