"""The drejebog of a meeting as a course of time: who is on when, and whether it fits."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from strategykit.domain.clock import COPENHAGEN, clock, clock_span, in_denmark, weekday_date
from strategykit.domain.meetings import AgendaItem, Meeting


@dataclass(frozen=True)
class TimedItem:
    """An item with its number and the time at which it begins, in minutes after midnight."""

    item: AgendaItem
    number: int
    begins: int

    @property
    def time(self) -> str:
        """When it begins, as "16.10"."""
        return clock(self.begins)

    @property
    def span(self) -> str:
        """From when to when."""
        return clock_span(self.begins, self.item.minutes)


HOURS_APART = 2  # opened further from the plan, a meeting keeps its own time


def timed(meeting: Meeting, items: Sequence[AgendaItem]) -> tuple[TimedItem, ...]:
    """The items one after the other from the meeting's beginning."""
    return timed_from(meeting.begins, items)


def timed_from(begins: int, items: Sequence[AgendaItem]) -> tuple[TimedItem, ...]:
    """The items one after the other from so many minutes after midnight."""
    placed = []
    for number, item in enumerate(items, start=1):
        placed.append(TimedItem(item, number, begins))
        begins += item.minutes
    return tuple(placed)


def total_minutes(items: Sequence[AgendaItem]) -> int:
    """The minutes of all items."""
    return sum(item.minutes for item in items)


def fits(meeting: Meeting, items: Sequence[AgendaItem]) -> bool:
    """Whether the items fill the meeting, neither more nor less."""
    return total_minutes(items) == meeting.minutes


def fit_told(meeting: Meeting, items: Sequence[AgendaItem]) -> str:
    """How the minutes of the items go with the meeting's, in a sentence or two."""
    if not items:
        return "Drejebogen har ingen punkter endnu."
    used, given = total_minutes(items), meeting.minutes
    if used == given:
        return f"Punkterne fylder {used} minutter, og det er netop den tid, mødet varer."
    if used < given:
        return (
            f"Punkterne fylder {used} minutter. Mødet varer {given} minutter, så der er "
            f"{_minutes(given - used)} til overs."
        )
    return (
        f"Punkterne fylder {used} minutter. Mødet varer {given} minutter. Enten skal "
        f"{_minutes(used - given)} væk, eller også slutter mødet først "
        f"kl. {clock(meeting.begins + used)}."
    )


def in_time_order(meetings: Sequence[Meeting]) -> tuple[Meeting, ...]:
    """Meetings with a date by their time, then those without in the order of the plan."""
    return tuple(
        sorted(meetings, key=lambda m: (m.day is None, m.day or date.min, m.begins, m.position))
    )


def next_meeting(
    meetings: Sequence[Meeting], today: date, passed: Collection[str] = ()
) -> Meeting | None:
    """Today's or the next to come; without any dated one ahead, the first without a date.

    One without a date in a phase that is `passed` is not held any more.
    """
    ordered = in_time_order(meetings)
    ahead = (m for m in ordered if (m.phase not in passed if m.day is None else m.day >= today))
    return next(ahead, None)


def when_told(meeting: Meeting) -> str:
    """ "onsdag den 3. juni 2026 kl. 16.00–18.00", or that the day is not set."""
    span = f"kl. {clock_span(meeting.begins, meeting.minutes)}"
    if meeting.day is None:
        return f"Datoen er ikke sat endnu, {span}"
    return f"{weekday_date(meeting.day)} {span}"


def planned_start(meeting: Meeting, opened_at: datetime) -> datetime:
    """When the first item is to begin; far from the plan, it is when the meeting was opened."""
    opened = in_denmark(opened_at)
    at = time(meeting.begins // 60, meeting.begins % 60)
    planned = datetime.combine(meeting.day or opened.date(), at, COPENHAGEN)
    near = abs(planned - opened_at) <= timedelta(hours=HOURS_APART)
    return planned if near else opened


def minutes_behind(
    starts: datetime,
    items: Sequence[AgendaItem],
    item_id: str,
    began_at: datetime | None,
    moment: datetime,
) -> int | None:
    """Whole minutes after the plan, negative before it; None while no item is begun.

    An item that takes longer than planned counts from the minute at which it should have ended.
    """
    here = next((n for n, item in enumerate(items) if item.id == item_id), None)
    if here is None or began_at is None:
        return None
    planned = starts + timedelta(minutes=total_minutes(items[:here]))
    over = moment - planned - timedelta(minutes=items[here].minutes)
    return int(max(began_at - planned, over) / timedelta(minutes=1))


def pace_told(behind: int) -> str:
    """ "Til tiden", "12 minutter bagud" or "1 time og 5 minutter foran"."""
    if behind == 0:
        return "Til tiden"
    hours, minutes = divmod(abs(behind), 60)
    parts = [f"{hours} time" if hours == 1 else f"{hours} timer"] if hours else []
    parts += [_minutes(minutes)] if minutes else []
    return f"{' og '.join(parts)} {'bagud' if behind > 0 else 'foran'}"


def items_of(meeting: Meeting, items: Sequence[AgendaItem]) -> tuple[AgendaItem, ...]:
    """The meeting's own items in their order."""
    return tuple(sorted((i for i in items if i.meeting_id == meeting.id), key=_place))


def _place(item: AgendaItem) -> tuple[int, str]:
    return (item.position, item.id)


def _minutes(number: int) -> str:
    return f"{number} minut" if number == 1 else f"{number} minutter"
