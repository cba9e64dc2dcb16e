"""The sources of the document, numbered once, in the order in which the text first cites them."""

from strategykit.domain.knowledge import Constraint, EvidenceCard, Practice
from strategykit.domain.outline import Source


class SourceList:
    """Gives the same source the same number however often it is cited."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}

    def cite(self, text: str, link: str = "") -> tuple[int, ...]:
        """The number of the source; nothing for an empty one."""
        said = " ".join(text.split()) or link
        if not said:
            return ()
        key = (said, link)
        return (self._numbers.setdefault(key, len(self._numbers) + 1),)

    def card(self, card: EvidenceCard) -> tuple[int, ...]:
        """A knowledge card's source, with its year when the words do not hold it."""
        return self.cite(source_of(card), card.link)

    def constraint(self, constraint: Constraint) -> tuple[int, ...]:
        """Where a constraint is written."""
        return self.cite(constraint.source)

    def practice(self, practice: Practice) -> tuple[int, ...]:
        """An example of practice is a source when it has a link that the reader can follow."""
        place = f"{practice.place}: " if practice.place else ""
        return self.cite(f"{place}{practice.title}", practice.link) if practice.link else ()

    def all(self) -> tuple[Source, ...]:
        """In the order of their numbers."""
        found = sorted(self._numbers.items(), key=lambda item: item[1])
        return tuple(Source(number, text, link) for (text, link), number in found)


def source_of(card: EvidenceCard) -> str:
    """ "STAR 2016", or "STAR, 2016" where the year was typed by itself."""
    year = str(card.year or "")
    return card.source if year in card.source else f"{card.source}, {year}"
