"""Suggested groups of notes that share words."""

from functools import cache, lru_cache

import snowballstemmer

from strategykit.domain.boards import Note
from strategykit.domain.likeness import Alike, suggested


@lru_cache(maxsize=32)
def suggestions(notes: tuple[Note, ...]) -> tuple[Alike, ...]:
    """The groups that the notes of a board would make; worked out once for the same notes."""
    stemmer = snowballstemmer.stemmer("danish")  # one at a time: it remembers the word at hand
    return suggested(notes, cache(stemmer.stemWord))
