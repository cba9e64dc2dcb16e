"""Where the boxes of a flow stand, and what leads to what: measures for page and paper alike."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from textwrap import wrap

WIDTH, GAP, GUTTER = 640, 34, 14
LETTER, LINE, EDGE, HEAD = 6.3, 15, 7, 15
MOST_LINES = 9
TALLEST = 600
"""As high as a drawing of this width may be to stand on one page of paper in its own size."""

_HALF = 440

_SHORT, _FOOT = 3, 10
_CONSONANT, _VOWEL = "[bcdfghjklmnpqrstvwxz]", r"[^\W\d_bcdfghjklmnpqrstvwxz]"
_SYLLABLE = re.compile(
    f"(?<={_VOWEL})(?={_CONSONANT}{_VOWEL})|(?<={_CONSONANT})(?={_CONSONANT}{_VOWEL})",
    re.IGNORECASE,
)

Paths = Sequence[Sequence[str]]
Key = tuple[int, str]
Step = tuple[Key, str]
Lines = Mapping[Key, tuple[str, ...]]


@dataclass(frozen=True)
class FlowBox:
    """What stands in a column, in pixels from the upper left; the same words are one box.

    One without lines is only where an arrow goes by a column.
    """

    column: int
    left: float
    top: float
    width: float
    height: float
    lines: tuple[str, ...]

    @property
    def middle(self) -> float:
        """Where arrows come in and go out."""
        return self.top + self.height / 2


@dataclass(frozen=True)
class FlowLayout:
    """`heads` are the lines above each column, `arrows` the numbers of the boxes they join."""

    heads: tuple[tuple[float, tuple[str, ...]], ...]
    boxes: tuple[FlowBox, ...]
    arrows: tuple[tuple[int, int], ...]
    height: float


def flow_layout(titles: Sequence[str], paths: Paths) -> FlowLayout:
    """Columns that no path uses are left out; paths to the same end stand together."""
    used = [n for n in range(len(titles)) if any(_said(path, n) for path in paths)]
    width = (WIDTH - GAP * (len(used) - 1)) / max(len(used), 1)
    letters = int((width - 2 * EDGE) / LETTER)
    lefts = {column: place * (width + GAP) for place, column in enumerate(used)}
    heads = tuple((lefts[n], tuple(broken(titles[n], letters))) for n in used)
    top = max((len(lines) for _, lines in heads), default=0) * HEAD + GUTTER
    ways = [_way(path, used) for path in together(paths)]
    lines = _lines([step for way in ways for step in way], letters)
    bands = _bands([[key for key, _ in way] for way in ways], lines, top)
    boxes = {
        key: box for column in used
        for key, box in _stacked(column, lefts[column], width, top, lines, bands)
    }  # fmt: skip
    bottom = max((box.top + box.height for box in boxes.values()), default=top)
    return FlowLayout(heads, tuple(boxes.values()), _arrows(ways, list(boxes)), bottom + _FOOT)


def flow_pages(titles: Sequence[str], paths: Paths) -> tuple[tuple[Sequence[str], ...], ...]:
    """All in one drawing where a page holds it, else in so many that two stand on a page."""
    if not paths or flow_layout(titles, paths).height <= TALLEST:
        return (tuple(together(paths)),) if paths else ()
    pages: list[list[Sequence[str]]] = []
    for path in together(paths):
        if pages and flow_layout(titles, [*pages[-1], path]).height <= _HALF:
            pages[-1].append(path)
        else:
            pages.append([path])
    return tuple(tuple(page) for page in pages)


def together(paths: Paths) -> list[Sequence[str]]:
    """In the order given, but those that lead to the same end one after the other."""
    first: dict[str, int] = {}
    for place, path in enumerate(paths):
        first.setdefault(_end(path), place)
    return sorted(paths, key=lambda path: first[_end(path)])


def broken(text: str, letters: int) -> list[str]:
    """The text on lines of so many letters; a longer word is divided at a syllable."""
    parted = " ".join(_parted(word, letters) for word in text.split())
    return wrap(parted, letters, break_on_hyphens=False) or [""]


def _parted(word: str, letters: int) -> str:
    if len(word) <= letters:
        return word
    ends = [m.start() for m in _SYLLABLE.finditer(word[:letters]) if m.start() >= _SHORT]
    end = max(ends, default=letters - 1)
    return f"{word[:end]}- {_parted(word[end:], letters)}"


def _said(path: Sequence[str], column: int) -> str:
    return " ".join(path[column].split()) if column < len(path) else ""


def _end(path: Sequence[str]) -> str:
    return next((_same(text) for text in reversed(path) if text.strip()), "")


def _same(text: str) -> str:
    return " ".join(text.split()).casefold()


def _way(path: Sequence[str], used: Sequence[int]) -> list[Step]:
    """The boxes of a path; between two of them also where it goes by a column."""
    said = [(n, _said(path, n)) for n in used]
    filled = [place for place, (_, text) in enumerate(said) if text]
    inside = said[filled[0] : filled[-1] + 1] if filled else []
    by = "\n".join(_same(text) for _, text in said)  # no words of a box have a line break
    return [((n, _same(text) or by), text) for n, text in inside]


def _lines(steps: Sequence[Step], letters: int) -> dict[Key, tuple[str, ...]]:
    """What stands in each box; the table beside the drawing has the whole of a long text."""
    found: dict[Key, tuple[str, ...]] = {}
    for key, text in steps:
        found.setdefault(key, _cut(broken(text, letters)) if text else ())
    return found


def _cut(lines: list[str]) -> tuple[str, ...]:
    if len(lines) <= MOST_LINES:
        return tuple(lines)
    return (*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1].rstrip(' ,;:.-')} …")


def _bands(ways: Sequence[Sequence[Key]], lines: Lines, top: float) -> dict[Key, list[float]]:
    """The middles of the bands that each box belongs to; every path has a band of its own."""
    bands: dict[Key, list[float]] = {key: [] for key in lines}
    for way in ways:
        high = max((_height(lines[key]) for key in way if not bands[key]), default=LINE)
        for key in way:
            bands[key].append(top + high / 2)
        top += high + GUTTER
    return bands


def _stacked(
    column: int, left: float, width: float, top: float, lines: Lines,
    bands: Mapping[Key, Sequence[float]],
) -> list[tuple[Key, FlowBox]]:  # fmt: skip
    """What several paths share stands in the middle of theirs, or as near as there is room."""
    middles = {key: sum(bands[key]) / len(bands[key]) for key in lines if key[0] == column}
    boxes = []
    for key, middle in sorted(middles.items(), key=lambda each: each[1]):
        height = _height(lines[key])
        at = max(top, middle - height / 2)
        boxes.append((key, FlowBox(column, left, at, width, height, lines[key])))
        top = at + height + GUTTER
    return boxes


def _height(lines: Sequence[str]) -> float:
    return len(lines) * LINE + 2 * EDGE if lines else LINE


def _arrows(ways: Sequence[Sequence[Step]], keys: Sequence[Key]) -> tuple[tuple[int, int], ...]:
    places = {key: place for place, key in enumerate(keys)}
    joined = ((places[a], places[b]) for way in ways for (a, _), (b, _) in pairwise(way))
    return tuple(dict.fromkeys(joined))
