"""Names of bookmarks: by them a comment made in Word finds its paragraph again."""

import re
import unicodedata
from enum import StrEnum
from hashlib import sha256

_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_SLUG = 20
_DIGEST = 10


class Mark(StrEnum):
    """What a bookmark marks; its name begins with this word."""

    SECTION = "afsnit"
    PARAGRAPH = "stykke"
    TABLE = "tabel"
    FIGURE = "figur"
    SOURCE = "kilde"


def mark_name(mark: Mark, key: str) -> str:
    """The bookmark of a block: the same for the same key, in Word's letters and its 40 places.

    The digest keeps apart what the readable part does not: Word takes "A" and "a" for one name.
    """
    digest = sha256(key.encode("utf-8", "replace")).hexdigest()[:_DIGEST]
    return "_".join(part for part in (mark, _readable(key), digest) if part)


def _readable(key: str) -> str:
    plain = unicodedata.normalize("NFKD", key.lower().translate(_DANISH))
    plain = plain.encode("ascii", "ignore").decode()
    return _NOT_PLAIN.sub("_", plain).strip("_")[:_SLUG].strip("_")
