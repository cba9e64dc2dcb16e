"""What the decisions on a review become: the words to write, and the sheet they are gathered on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from strategykit.domain.drafts import RewriteAct
from strategykit.domain.outline import Block, Draft, Table
from strategykit.domain.points import Wish
from strategykit.domain.rewriting import cell_at, text_at


@dataclass(frozen=True)
class Writing:
    """One rewrite to be made; `points` are the ids of those who asked, the last one names it."""

    block: str
    part: str
    act: RewriteAct
    text: str
    points: tuple[str, ...]


@dataclass(frozen=True)
class Collision:
    """Accepted wishes for one paragraph that cannot both be written."""

    section: str
    block: str
    points: tuple[str, ...]


@dataclass(frozen=True)
class ByHand:
    """An accepted point that a person has to write in, and why."""

    wish: Wish
    why: str


@dataclass(frozen=True)
class Carried:
    """`standing` are the points whose words the draft says already, or that other words replace."""

    writings: tuple[Writing, ...] = ()
    collisions: tuple[Collision, ...] = ()
    by_hand: tuple[ByHand, ...] = ()
    standing: tuple[str, ...] = ()

    @property
    def done(self) -> frozenset[str]:
        """The ids of the points that the next version carries."""
        return frozenset((*(p for w in self.writings for p in w.points), *self.standing))


class Paper:
    """Gathers what is written, left to hand and not possible, on the draft as it stands now."""

    def __init__(self, sent: Draft, now: Draft) -> None:
        self.sent, self.now = sent, now
        self.writings: list[Writing] = []
        self._collisions: list[Collision] = []
        self._by_hand: list[ByHand] = []
        self._standing: list[str] = []

    def carried(self) -> Carried:
        """All of it, in the order of the draft."""
        return Carried(
            tuple(self.writings), tuple(self._collisions), tuple(self._by_hand),
            tuple(self._standing),
        )  # fmt: skip

    def write(
        self, block: str, part: str, act: RewriteAct, text: str, points: Sequence[str]
    ) -> None:
        """One rewrite more."""
        self.writings.append(Writing(block, part, act, text, tuple(points)))

    def leave(self, found: Iterable[Wish], why: str) -> None:
        """To be written in by a person."""
        self._by_hand += [ByHand(wish, why) for wish in found]

    def collide(self, found: Sequence[Wish]) -> None:
        """Accepted, but not possible together."""
        point = found[0].point
        self._collisions.append(Collision(point.section, point.block, ids_of(found)))

    def stand(self, found: Iterable[Wish]) -> None:
        """Nothing to write: the text says it already, or the final words stand for it."""
        self._standing += [wish.point.id for wish in found]

    @cached_property
    def _blocks(self) -> dict[str, tuple[int, Block]]:
        return {block.key: (n, block) for n, (_, block) in enumerate(self.now.blocks(), start=1)}

    def block(self, key: str) -> Block | None:
        """The block as it is now."""
        return self._blocks[key][1] if key in self._blocks else None

    def knows(self, key: str) -> bool:
        """Whether it stood in the draft that was read, and still stands there."""
        here = (text_at(draft, key)[0] for draft in (self.sent, self.now))
        return all(section is not None for section in here)

    def order(self, wish: Wish) -> int:
        """How far down the draft; a heading stands before its first block."""
        if wish.point.block in self._blocks:
            return self._blocks[wish.point.block][0]
        keys = [s.blocks[0].key for s in self.now.sections
                if s.key == wish.point.section and s.blocks]  # fmt: skip
        return self._blocks[keys[0]][0] if keys else 0

    def has_cell(self, wish: Wish) -> bool:
        """Whether the table still has that field, in the same place."""
        read, here = self.table_read(wish.point.block), self.block(wish.point.block)
        if read is None or not isinstance(here, Table):
            return False
        return None not in (cell_at(read, wish.point.part), cell_at(here, wish.point.part))

    def table_read(self, key: str) -> Table | None:
        """The table as it was sent out."""
        found = (b for _, b in self.sent.blocks() if b.key == key and isinstance(b, Table))
        return next(found, None)

    def words(self, wish: Wish, part: str) -> tuple[str, str]:
        """What stood there when it was read, and what stands there now."""
        where = wish.point.block or wish.point.section
        return text_at(self.sent, where, part)[1], text_at(self.now, where, part)[1]

    def before(self, wish: Wish) -> str:
        """The key that a paragraph above this one is put after."""
        sections = self.now.sections
        at = next(n for n, s in enumerate(sections) if s.key == wish.point.section)
        keys = [sections[at].key, *(block.key for block in sections[at].blocks)]
        if wish.point.block in keys[1:]:
            return keys[keys.index(wish.point.block) - 1]
        above = sections[at - 1] if at else sections[at]
        return above.blocks[-1].key if at and above.blocks else above.key

    def following(self, wish: Wish) -> Block | None:
        """The block below in the same section."""
        for section in self.now.sections:
            keys = [block.key for block in section.blocks]
            if wish.point.block in keys[:-1]:
                return section.blocks[keys.index(wish.point.block) + 1]
        return None


def ids_of(found: Iterable[Wish]) -> tuple[str, ...]:
    """The ids of their points."""
    return tuple(wish.point.id for wish in found)
