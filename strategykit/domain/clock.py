"""Times of day and days of the week as Danish agendas write them."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from strategykit.domain.numbers import danish_date
from strategykit.errors import BadTime

DAY = 24 * 60
COPENHAGEN = ZoneInfo("Europe/Copenhagen")
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_CLOCK = re.compile(r"(?:kl\.?\s*)?(\d{1,2})(?:[.:]?(\d{2}))?", re.IGNORECASE)
_LAST_HOUR = 23
_LAST_MINUTE = 59


def parse_clock(text: str, field: str = "Klokkeslæt") -> int:
    """Minutes after midnight of "16", "16.30", "16:30" or "kl. 16"; raises BadTime."""
    found = _CLOCK.fullmatch(text.strip())
    hour, minute = (int(part or 0) for part in found.groups()) if found else (DAY, 0)
    if hour > _LAST_HOUR or minute > _LAST_MINUTE:
        raise BadTime(field, text)
    return hour * 60 + minute


def clock(minutes: int) -> str:
    """ "16.05"; past midnight it begins again."""
    return f"{minutes % DAY // 60}.{minutes % 60:02}"


def clock_span(first: int, minutes: int) -> str:
    """ "16.00–18.00"."""
    return f"{clock(first)}–{clock(first + minutes)}"


def weekday_date(day: date) -> str:
    """ "onsdag den 3. juni 2026"."""
    return f"{WEEKDAYS[day.weekday()]} den {danish_date(day)}"


def days_until(day: date, today: date) -> str:
    """ "i dag", "i morgen", "om 12 dage", "for 3 dage siden"."""
    days = (day - today).days
    near = {0: "i dag", 1: "i morgen", -1: "i går"}
    return near.get(days) or (f"om {days} dage" if days > 0 else f"for {-days} dage siden")


def in_denmark(moment: datetime) -> datetime:
    """The same moment as a clock on a Danish wall shows it."""
    return moment.astimezone(COPENHAGEN)


def moment_told(moment: datetime) -> str:
    """ "3. juni 2026 kl. 16.05"."""
    local = in_denmark(moment)
    return f"{danish_date(local.date())} kl. {clock(local.hour * 60 + local.minute)}"
