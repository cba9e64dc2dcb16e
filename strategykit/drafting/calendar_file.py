"""Meetings as a calendar file (RFC 5545), in Danish time and with its rules for summer time."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from strategykit.domain.clock import COPENHAGEN
from strategykit.domain.meetings import Meeting

_PRODUCT = "-//Strategivaerksted//DA"


def calendar_file(title: str, meetings: Sequence[Meeting], now: datetime) -> bytes:
    """One event for each meeting with a date; a later file moves the event, as its id stays."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", title)
    days = [meeting.day for meeting in meetings if meeting.day is not None]
    for meeting in meetings:
        if meeting.day is not None:
            calendar.add_component(_event(title, meeting, now))
    if days:
        first, last = date(min(days).year, 1, 1), date(max(days).year + 1, 12, 31)
        calendar.add_missing_timezones(first_date=first, last_date=last)
    written: bytes = calendar.to_ical()
    return written


def _event(title: str, meeting: Meeting, now: datetime) -> Event:
    begins = _begins(meeting)
    event = Event()
    event.add("uid", f"{meeting.id}@strategivaerksted")
    event.add("sequence", meeting.version)
    event.add("dtstamp", now)
    event.add("summary", f"{meeting.title}: {title}")
    event.add("dtstart", begins)
    event.add("dtend", _after(begins, meeting.minutes))
    if meeting.place:
        event.add("location", meeting.place)
    if meeting.purpose:
        event.add("description", meeting.purpose)
    return event


def _begins(meeting: Meeting) -> datetime:
    day = meeting.day
    if day is None:
        raise ValueError(meeting.id)
    at = time(meeting.begins // 60, meeting.begins % 60)
    return datetime.combine(day, at, COPENHAGEN)


def _after(begins: datetime, minutes: int) -> datetime:
    """So many real minutes later: over a change to summer time the wall clock jumps."""
    moved: datetime = (begins.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(COPENHAGEN)
    return moved
