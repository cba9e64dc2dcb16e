"""One mistake in a template file, and the words that all mistakes share."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from strategykit.domain.cpr import find_cpr
from strategykit.domain.template_words import file_word
from strategykit.domain.text import clean

_SHOWN = 40
_LISTED = 12
_LIKENESS = 0.5  # 'navn' is half of 'name'


@dataclass(frozen=True)
class Problem:
    """What is wrong in a line, without the file's name."""

    line: int
    text: str


class Unreadable(Exception):
    """A mistake after which the rest of the file cannot be read."""

    def __init__(self, line: int, text: str) -> None:
        self.problem = Problem(line, text)


def quoted(text: str) -> str:
    """The text in quotes: short, on one line, fit to print, without the digits of a CPR number."""
    flat = " ".join(clean(text).split())
    if found := find_cpr(flat):
        return f"'{found[0]}'"
    return f"'{flat[:_SHOWN]}…'" if len(flat) > _SHOWN else f"'{flat}'"


def guess(word: str, known: Iterable[str]) -> str:
    """ " (mente du 'title'?)" when a known word is called so in Danish or looks much the same."""
    words = list(known)
    meant = file_word(word[:_SHOWN], words)
    near = [meant] if meant else get_close_matches(word[:_SHOWN], words, n=1, cutoff=_LIKENESS)
    return f" (mente du '{near[0]}'?)" if near else ""


def guess_or_list(word: str, known: Iterable[str]) -> str:
    """The nearest known word; when none is near and they are few, all of them."""
    words = [each for each in known if each]
    if near := guess(word, words):
        return near
    return f"; her kan stå {', '.join(words)}" if len(words) <= _LISTED else ""
