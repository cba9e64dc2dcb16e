"""Days as people type them."""

import re
from datetime import date

from strategykit.domain.numbers import MONTHS
from strategykit.errors import BadDate

_ORDER = re.compile(r"(\d{1,2})\s*[./\- ]\s*(\d{1,2})\s*[./\- ]\s*(\d{4})")
_WORDS = re.compile(r"(\d{1,2})\.?\s+([a-zæøå]+)\.?\s+(\d{4})", re.IGNORECASE)
_BACKWARDS = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SHORTEST_MONTH = 3


def parse_date(text: str, field: str = "Dato") -> date:
    """The day of "3. juni 2026", "3.6.2026", "03-06-2026" or "2026-06-03"; raises BadDate."""
    said = text.strip().lower().removeprefix("den ")
    try:
        return date(*_parts(said))
    except (TypeError, ValueError) as trouble:
        raise BadDate(field, text) from trouble


def _parts(said: str) -> tuple[int, ...]:
    """Year, month and day; nothing when it is no day."""
    if found := _BACKWARDS.fullmatch(said):
        return tuple(int(part) for part in found.groups())
    if found := _ORDER.fullmatch(said):
        return (int(found[3]), int(found[2]), int(found[1]))
    if found := _WORDS.fullmatch(said):
        return (int(found[3]), _month(found[2]), int(found[1]))
    return ()


def _month(word: str) -> int:
    """1 for "januar" and "jan"; 0, which no day has, for another word."""
    near = [n for n, name in enumerate(MONTHS, start=1) if name.startswith(word)]
    return near[0] if len(near) == 1 and len(word) >= _SHORTEST_MONTH else 0
