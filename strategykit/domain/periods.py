"""When a figure is from, in the many ways that spreadsheets write it."""

import re
from dataclasses import dataclass
from datetime import date

from strategykit.domain.numbers import MONTHS, danish_date, danish_month

_SCHOOL_YEAR_BEGINS = 8
_QUARTER = 3
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_MONTH = r"(?P<month>0?[1-9]|1[0-2])"
_DAY = r"(?P<day>0?[1-9]|[12][0-9]|3[01])"
_NAME = r"(?P<name>[a-zæøå]{3,9})\.?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        _YEAR,
        rf"(?:skoleåret )?{_YEAR}[/-](?P<next>[0-9]{{2}}|20[0-9]{{2}})",
        rf"{_YEAR} ?[kq](?P<quarter>[1-4])",
        rf"[kq](?P<quarter>[1-4]) {_YEAR}",
        rf"(?P<quarter>[1-4])\. ?(?:kvartal|kvt\.?) {_YEAR}",
        rf"{_YEAR}[m-]{_MONTH}",
        rf"{_MONTH}[-/.]{_YEAR}",
        rf"{_NAME} {_YEAR}",
        rf"{_YEAR}-{_MONTH}-{_DAY}",
        rf"{_DAY}[-/.] ?{_MONTH}[-/.] ?{_YEAR}",
        rf"{_DAY}\.? {_NAME} {_YEAR}",
    )
)


@dataclass(frozen=True)
class Period:
    """`day` is its first day, by which figures are put in order; `text` is what people read."""

    day: date
    text: str


def parse_period(text: str) -> Period | None:
    """A year, school year, quarter, month or day; None when it is none of them."""
    plain = " ".join(text.lower().split())
    for form in _FORMS:
        if found := form.fullmatch(plain):
            period = _period({name: part for name, part in found.groupdict().items() if part})
            if period:
                return period
    return None


def _period(parts: dict[str, str]) -> Period | None:
    year = int(parts["year"])
    if "next" in parts:
        return _school_year(year, parts["next"])
    if "quarter" in parts:
        quarter = int(parts["quarter"])
        return Period(date(year, _QUARTER * quarter - 2, 1), f"{quarter}. kvartal {year}")
    month = _month_named(parts["name"]) if "name" in parts else int(parts.get("month", 0))
    if month is None:
        return None
    if not month:
        return Period(date(year, 1, 1), str(year))
    if "day" not in parts:
        return Period(date(year, month, 1), danish_month(date(year, month, 1)))
    return _day(year, month, int(parts["day"]))


def _school_year(year: int, following: str) -> Period | None:
    if (year + 1) % 100 != int(following) % 100:
        return None
    return Period(date(year, _SCHOOL_YEAR_BEGINS, 1), f"skoleåret {year}/{(year + 1) % 100:02}")


def _month_named(name: str) -> int | None:
    return next((n for n, month in enumerate(MONTHS, 1) if month.startswith(name)), None)


def _day(year: int, month: int, day: int) -> Period | None:
    try:
        exact = date(year, month, day)
    except ValueError:
        return None
    return Period(exact, danish_date(exact))
