"""What differs between two templates, part by part."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from typing import Any

from strategykit.domain.template import Template
from strategykit.domain.template_part import Part
from strategykit.domain.template_words import (
    KEYS_OF,
    PARTS,
    as_said,
    field_label,
    name_of,
    part_label,
)

#: Names that the program goes by and no reader does.
_UNSEEN = ("key", "format")


class Change(StrEnum):
    """What happened to a part from the one template to the other."""

    ADDED = "Tilføjet"
    REMOVED = "Fjernet"
    CHANGED = "Ændret"
    MOVED = "Flyttet"


@dataclass(frozen=True)
class TemplateDifference:
    """`part` is a field of Template, empty for what is about the whole; `place` leads there."""

    part: str
    place: tuple[str, ...]
    change: Change
    before: str = ""
    after: str = ""

    @property
    def where(self) -> str:
        """The way to it in words."""
        return " › ".join(self.place)


def compare_templates(old: Template, new: Template) -> tuple[TemplateDifference, ...]:
    """Every difference, in the order of PARTS; what is about the whole template comes first."""
    held = _Comparison(_titles(old), _titles(new))
    found = [
        difference
        for each in fields(Template)
        for difference in held.part(each.name, getattr(old, each.name), getattr(new, each.name))
    ]
    order = list(PARTS)
    return tuple(sorted(found, key=lambda d: order.index(d.part) if d.part in order else 99))


def parts_of(
    differences: Sequence[TemplateDifference],
) -> tuple[tuple[str, tuple[TemplateDifference, ...]], ...]:
    """The differences by part, each with the part's Danish name."""
    names = dict.fromkeys(d.part for d in differences)
    return tuple((part_label(n), tuple(d for d in differences if d.part == n)) for n in names)


@dataclass(frozen=True)
class _Comparison:
    """`old` and `new` are the titles of what the fields of each template name by key."""

    old: Mapping[tuple[str, str], str]
    new: Mapping[tuple[str, str], str]

    def part(self, name: str, old: Any, new: Any) -> Iterator[TemplateDifference]:
        simple = not isinstance(old, tuple) and not is_dataclass(old) and not hasattr(old, "items")
        if simple:
            yield from self._value("", (field_label(Template, name),), name, old, new)
        else:
            yield from self._value(name, (), name, old, new)

    def _value(
        self, part: str, place: tuple[str, ...], name: str, old: Any, new: Any
    ) -> Iterator[TemplateDifference]:
        if old == new or name in _UNSEEN:
            return
        if isinstance(old, Part) and isinstance(new, Part):
            yield from self._fields(part, place, old, new)
        elif isinstance(old, tuple) and isinstance(new, tuple):
            yield from self._items(part, place, name, old, new)
        elif hasattr(old, "items") and hasattr(new, "items"):
            for key in dict.fromkeys([*old, *new]):
                there = old.get(key, ""), new.get(key, "")
                yield from self._value(part, (*place, as_said("page", key)), name, *there)
        else:
            before, after = _said(name, old, self.old), _said(name, new, self.new)
            yield TemplateDifference(part, place, Change.CHANGED, before, after)

    def _fields(
        self, part: str, place: tuple[str, ...], old: Part, new: Part
    ) -> Iterator[TemplateDifference]:
        owner = type(old)
        for each in fields(owner):
            there = getattr(old, each.name), getattr(new, each.name)
            label = field_label(owner, each.name)
            nested = any(isinstance(i, Part) for side in there if isinstance(side, tuple)
                         for i in side)  # fmt: skip
            yield from self._value(part, place if nested else (*place, label), each.name, *there)

    def _items(
        self, part: str, place: tuple[str, ...], name: str, old: Sequence[Any], new: Sequence[Any]
    ) -> Iterator[TemplateDifference]:
        pairs, gone, fresh = _matched(old, new)
        for one in gone:
            where = (*place, _said(name, one, self.old))
            yield TemplateDifference(part, where, Change.REMOVED)
        for one, other in pairs:
            if isinstance(one, Part):
                yield from self._value(part, (*place, name_of(other)), name, one, other)
        for other in fresh:
            yield TemplateDifference(part, (*place, _said(name, other, self.new)), Change.ADDED)
        for other in _moved(old, new, pairs):
            yield TemplateDifference(part, (*place, _said(name, other, self.new)), Change.MOVED)


def _titles(template: Template) -> Mapping[tuple[str, str], str]:
    """What a field of the template names by its key, by the field's name and the key."""
    return {
        (name, each.key): each.title
        for name, listed in KEYS_OF.items()
        for each in getattr(template, listed)
    }


def _said(name: str, value: Any, titles: Mapping[tuple[str, str], str]) -> str:
    known = titles.get((name, value)) if isinstance(value, str) else None
    return known or as_said(name, value)


def _moved(
    old: Sequence[Any], new: Sequence[Any], pairs: Sequence[tuple[Any, Any]]
) -> Iterator[Any]:
    """What stands elsewhere among those that are in both; the fewest that explain it."""
    ranks = [[o is one for o in old].index(True) for one, _ in pairs]
    by_place = sorted(pairs, key=lambda pair: [o is pair[1] for o in new].index(True))
    order = [ranks[[p is pair for p in pairs].index(True)] for pair in by_place]
    stay = _longest_rise(order)
    yield from (other for rank, (_, other) in zip(order, by_place, strict=True) if rank not in stay)


def _longest_rise(order: Sequence[int]) -> set[int]:
    best: list[list[int]] = [[]]
    for number in order:
        below: list[list[int]] = [run for run in best if not run or run[-1] < number]
        best.append([*_longest(below), number])
    return set(_longest(best))


def _longest(runs: list[list[int]]) -> list[int]:
    lengths = [len(run) for run in runs]
    return runs[lengths.index(max(lengths))]


def _matched(
    old: Sequence[Any], new: Sequence[Any]
) -> tuple[list[tuple[Any, Any]], list[Any], list[Any]]:
    """Pairs of the same thing, what is only in the old, and what is only in the new."""
    left = list(new)
    pairs: list[tuple[Any, Any]] = []
    gone: list[Any] = []
    for one in old:
        place = next(
            (n for n, other in enumerate(left) if _known_by(other) == _known_by(one)), None
        )
        if place is None:
            gone.append(one)
        else:
            pairs.append((one, left.pop(place)))
    unnamed = [one for one in gone if isinstance(one, Part) and not hasattr(one, "key")]
    renamed = [other for other in left if isinstance(other, Part) and not hasattr(other, "key")]
    if len(unnamed) == len(gone) == len(renamed) == len(left):
        return [*pairs, *zip(gone, left, strict=True)], [], []
    return pairs, gone, left


def _known_by(one: Any) -> object:
    if not isinstance(one, Part):
        return one
    return getattr(one, "key", "") or name_of(one)
