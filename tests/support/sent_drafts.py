"""A small draft whose every paragraph bears a word of its own, so that each can be found again."""

from dataclasses import replace

from strategykit.domain.outline import Draft, Paragraph, Section, Table
from strategykit.drafting.word import write_word
from tests.support.word_drafts import NOW, rich_draft

_WORDS = (
    "ansvar", "bolig", "cykel", "dialog", "erhverv", "fritid", "gruppe", "hjælp", "indsats",
    "job", "klub", "lærer", "mentor", "nabo", "opgave", "praktik", "rådgiver", "skole", "tilbud",
    "udvalg", "vejleder", "ærinde", "økonomi", "åbning",
)  # fmt: skip
SECTIONS, EACH = 6, 4


def sentence(number: int) -> str:
    """Two sentences that no other number has."""
    word, other = _WORDS[number % len(_WORDS)], _WORDS[(number * 7 + 3) % len(_WORDS)]
    return (
        f"Punkt {number:02d} handler om {word} og siger, hvad kommunen gør nu. "
        f"Derefter følger {other} nummer {number:02d}, som de unge selv har bedt om."
    )


def small_draft() -> Draft:
    """Six chapters of four paragraphs and a table of three rows each."""
    return replace(rich_draft(), sections=tuple(_section(n) for n in range(SECTIONS)), sources=())


def sent_file() -> bytes:
    """The same as it goes out in Word."""
    return write_word(small_draft(), {}, NOW)


def _section(number: int) -> Section:
    first = number * EACH
    paragraphs = tuple(Paragraph(f"k{number}:{n}", sentence(first + n)) for n in range(EACH))
    rows = tuple((f"Celle {number}{row}a", f"Celle {number}{row}b") for row in range(3))
    table = Table(
        f"t{number}", f"Tabel til kapitel {number}", ("Hvad", "Hvem"), rows, "Et eksempel"
    )
    return Section(f"kapitel{number}", f"Kapitel med nummer {number}", 1, (*paragraphs, table))
