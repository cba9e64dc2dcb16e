"""Numbers and days as Danish readers write them, both ways."""

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from strategykit.errors import BadNumber

MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
Number = Decimal | float | int
_MINUS = "\u2212"
_MOST_DECIMALS = 2
_LONGEST = 30
_PLAIN = re.compile(r"[0-9]+(,[0-9]+)?")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(\.[0-9]{3})+(,[0-9]+)?")
_POINT_DECIMAL = re.compile(r"[0-9]+\.[0-9]+")
_UNIT_AFTER = re.compile(r"\s*(%|pct\.?|procent)$", re.IGNORECASE)


def danish(value: Number, decimals: int | None = None) -> str:
    """1234.5 as "1.234,5"; without `decimals` the digits that the number has, at most two."""
    digits = _MOST_DECIMALS if decimals is None else decimals
    fixed = rounded(value, digits)
    text = f"{abs(fixed):,.{digits}f}"
    if decimals is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    return (_MINUS if fixed < 0 else "") + text.translate(str.maketrans(",.", ".,"))


def rounded(value: Number, decimals: int) -> Decimal:
    """Half is rounded away from zero, as Danish schools teach it, not to the even digit."""
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    return exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def pct(value: Number, decimals: int = 1) -> str:
    """The share as running text has it: "10,0 pct."."""
    return f"{danish(value, decimals)} pct."


def with_unit(value: Number, unit: str, decimals: int | None = None) -> str:
    """The number and its unit; percent has its short form."""
    if unit in {"pct", "pct.", "%", "procent"}:
        return pct(value, 1 if decimals is None else decimals)
    return f"{danish(value, decimals)} {unit}".strip()


def danish_date(day: date) -> str:
    """ "3. juni 2026"."""
    return f"{day.day}. {danish_month(day)}"


def danish_month(day: date) -> str:
    """ "juni 2026"."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def parse_number(text: str, field: str = "Tal") -> Decimal:
    """A Danish number; "1.250" is over a thousand, "12.5" is twelve and a half."""
    bare = _UNIT_AFTER.sub("", text.strip())
    bare = re.sub(r"(?<=[0-9])[ \u00a0\u202f](?=[0-9]{3}\b)", "", bare)
    sign = -1 if bare[:1] in {"-", _MINUS} else 1
    digits = bare.lstrip("+-" + _MINUS) if len(bare) <= _LONGEST else ""
    if len(bare) - len(digits) > 1:
        raise BadNumber(field, text)
    return sign * _unsigned(digits, text, field)


def _unsigned(digits: str, text: str, field: str) -> Decimal:
    if _GROUPED.fullmatch(digits) or _PLAIN.fullmatch(digits):
        return Decimal(digits.replace(".", "").replace(",", "."))
    if _POINT_DECIMAL.fullmatch(digits):
        return Decimal(digits)
    raise BadNumber(field, text)
