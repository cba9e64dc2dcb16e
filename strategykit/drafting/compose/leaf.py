"""One section while it is being written."""

from collections.abc import Iterable, Iterator, Sequence

from strategykit.domain.drafts import SUMMARY, summary_key
from strategykit.domain.outline import (
    Block,
    Drawing,
    Figure,
    Missing,
    Paragraph,
    Ref,
    Section,
    Table,
    Tone,
)
from strategykit.drafting.compose.danish import paragraphs
from strategykit.drafting.compose.ground import Ground
from strategykit.drafting.compose.refs import statement_ref, template_ref

_DEEPEST_SUMMED = 2


class Leaf:
    """Collects the blocks of a section and the sections below it; keys begin with the section's.

    `name` is what a block is called within its section: it stays the same from version to version.
    """

    def __init__(
        self,
        ground: Ground,
        key: str,
        title: str,
        *,
        level: int = 1,
        annex: bool = False,
        page_break: bool = False,
        empty: str = "",
    ) -> None:
        self.ground = ground
        self.key = key
        self.title = title
        self._level = level
        self._annex = annex
        self._page_break = page_break
        self._empty = empty
        self._blocks: list[Block] = []
        self._below: list[Leaf] = []
        self._intro = 0

    def open(self, intro: Sequence[str] = ()) -> None:
        """The template's own sentences, then what the committee sums the section up in."""
        rests = (template_ref(self.ground.template),)
        for place, text in enumerate(intro, start=1):
            self.say(f"indledning:{place}", self.ground.render(text), rests)
        self._intro = len(self._blocks)
        if self._level <= _DEEPEST_SUMMED:
            self._sum_up()

    def say(
        self,
        name: str,
        text: str,
        rests_on: Iterable[Ref] = (),
        *,
        tone: Tone = Tone.BODY,
        cites: tuple[int, ...] = (),
    ) -> None:
        """One paragraph; an empty text leaves none."""
        if text.strip():
            key = f"{self.key}:{name}"
            self._blocks.append(Paragraph(key, text.strip(), tuple(rests_on), tone, cites))

    def tell(
        self, name: str, text: str, rests_on: Iterable[Ref] = (), *, tone: Tone = Tone.BODY
    ) -> None:
        """What somebody typed, in as many paragraphs as it has."""
        rests = tuple(rests_on)
        for place, part in enumerate(paragraphs(text)):
            self.say(f"{name}:{place + 1}" if place else name, part, rests, tone=tone)

    def bullet(
        self, name: str, text: str, rests_on: Iterable[Ref] = (), cites: tuple[int, ...] = ()
    ) -> None:
        """One item of a list."""
        self.say(name, text, rests_on, tone=Tone.BULLET, cites=cites)

    def table(
        self,
        name: str,
        caption: str,
        header: Sequence[str],
        rows: Iterable[Sequence[str]],
        *,
        says: str,
        rests_on: Iterable[Ref] = (),
        widths: tuple[float, ...] = (),
    ) -> None:
        """A table, or nothing without rows; `says` tells those who cannot see it what it holds."""
        filled = tuple(tuple(row) for row in rows)
        if filled:
            key = f"{self.key}:{name}"
            self._blocks.append(
                Table(key, caption, tuple(header), filled, says, tuple(rests_on), widths)
            )

    def figure(
        self, name: str, caption: str, alt: str, drawing: Drawing, rests_on: Iterable[Ref] = ()
    ) -> None:
        """A chart, drawn later of the values that are given here."""
        key = f"{self.key}:{name}"
        self._blocks.append(Figure(key, caption, alt, key, tuple(rests_on), drawing))

    def lack(self, name: str, text: str, page: str) -> None:
        """What a reader would look for in vain, seen in the draft and listed with its page."""
        if self.ground.shows(page):
            self.say(f"mangler:{name}", text, tone=Tone.MISSING)
            self.ground.missing.append(Missing(text, page))

    def below(self, name: str, title: str) -> "Leaf":
        """A section under this one."""
        leaf = Leaf(self.ground, f"{self.key}:{name}", title, level=self._level + 1)
        leaf.open()
        self._below.append(leaf)
        return leaf

    def nothing(self, otherwise: str, page: str = "") -> None:
        """There is nothing to write about: the template's words for that, or `otherwise`.

        The introduction goes, as it tells of what is not there. Without a page nothing is missing.
        """
        del self._blocks[: self._intro]
        self._intro = 0
        text = self.ground.render(self._empty) or otherwise
        if page:
            self.lack("alt", text, page)
        else:
            self.say("intet", text)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing under the heading."""
        return not self._blocks and all(leaf.is_empty for leaf in self._below)

    def sections(self) -> Iterator[Section]:
        """The section and those below it in reading order; a bare heading is left out."""
        if self.is_empty:
            return
        yield Section(
            self.key, self.title, self._level, tuple(self._blocks), self._annex, self._page_break
        )
        for leaf in self._below:
            yield from leaf.sections()

    def _sum_up(self) -> None:
        summary = self.ground.statement(summary_key(self.key))
        if summary is not None:
            self.tell(SUMMARY, summary.text, (statement_ref(summary, "Sammenfatningen"),))
