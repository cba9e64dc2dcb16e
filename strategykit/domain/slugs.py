"""File names made of titles."""

import re

_LETTERS = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u", "ö": "oe", "ä": "ae"}
)
_LONGEST = 60


def slug(title: str) -> str:
    """ "Workshop 1: SWOT" is workshop-1-swot; a title of other signs alone is moede."""
    plain = re.sub(r"[^a-z0-9]+", "-", title.lower().translate(_LETTERS)).strip("-")
    return plain[:_LONGEST].strip("-") or "moede"
