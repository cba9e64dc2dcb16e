"""What typed text must go through before it is kept."""

import re
from dataclasses import Field, fields, is_dataclass, replace
from typing import Any, TypeVar

from strategykit.domain.cpr import find_cpr
from strategykit.errors import BadLink, HoldsCpr, TooLong

REPLACED = "\ufffd"
LONGEST = 10_000
_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
# One in a thousand random ids and sums holds ten digits like a CPR number; keys are made of them
_OUR_ID = re.compile(r"(?<![0-9a-z])(?:[0-9a-f]{64}|[0-9a-f]{32})(?![0-9a-z])")
_LINK = re.compile(r"(https?://|mailto:)[^\s<>\"]+", re.IGNORECASE)
Thing = TypeVar("Thing")


def clean(text: str) -> str:
    """The text with U+FFFD for what XML 1.0 or PostgreSQL cannot hold, and \\n for line ends."""
    return _UNFIT.sub(REPLACED, text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def checked_text(name: str, text: str, most: int = LONGEST) -> str:
    """The cleaned text; raises TooLong or HoldsCpr with the field's Danish name."""
    fit = clean(text)
    if len(fit) > most:
        raise TooLong(name, len(fit), most)
    if found := find_cpr(_OUR_ID.sub("", fit)):
        raise HoldsCpr(name, found[0])
    return fit


def checked_link(name: str, link: str) -> str:
    """An empty text, or a link that a browser may follow without harm."""
    fit = checked_text(name, link, 500)
    if fit and not _LINK.fullmatch(fit):
        raise BadLink(name)
    return fit


def checked(thing: Thing) -> Thing:
    """A copy of a dataclass in which every text, however deep, is cleaned and holds no CPR."""
    anything: Any = thing
    parts = fields(anything)
    fit: Thing = replace(anything, **{f.name: _checked(f, getattr(thing, f.name)) for f in parts})
    return fit


def _checked(part: Field[Any], value: Any) -> Any:
    name = part.metadata.get("label", part.name)
    if part.name == "template":
        return value  # its reader looks through it, with lines
    if type(value) is str and part.metadata.get("link"):
        return checked_link(name, value)
    return _deep(name, value)


def _deep(name: str, value: Any) -> Any:
    if type(value) is str:
        return checked_text(name, value)
    if isinstance(value, tuple):
        return tuple(_deep(name, part) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return checked(value)
    return value
