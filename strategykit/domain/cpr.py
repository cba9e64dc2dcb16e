"""Finding what looks like a Danish CPR number in a text.

Modulus 11 is not required: numbers without it are given out since 1 October 2007 (cpr.dk).
"""

import re
from calendar import monthrange

_SHAPE = re.compile(
    r"(?<!\d)(0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])(0[1-9]|1[0-2])(\d{2})[-\s\u2010-\u2013\u00ad]?"
    r"(\d{4})(?!\d)"
)
_REPLACEMENT_DAYS = 60  # administrative replacement numbers add 60 to the day


def find_cpr(text: str) -> tuple[str, ...]:
    """Masked copies ("0101••-••••") of all that looks like a CPR number."""
    return tuple(f"{found[1]}{found[2]}••-••••" for found in _SHAPE.finditer(text) if _dated(found))


def _dated(found: re.Match[str]) -> bool:
    day = int(found[1]) % _REPLACEMENT_DAYS if int(found[1]) > _REPLACEMENT_DAYS else int(found[1])
    return day <= monthrange(2000, int(found[2]))[1]  # 2000 had a 29 February
