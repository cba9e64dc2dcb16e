"""The drejebog of a meeting as a course of time: who is on when, and whether it fits."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from strategykit.domain.clock import clock, clock_span, weekday_date
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


def timed(meeting: Meeting, items: Sequence[AgendaItem]) -> tuple[TimedItem, ...]:
    """The items one after the other from the meeting's beginning."""
    begins, placed = meeting.begins, []
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


def items_of(meeting: Meeting, items: Sequence[AgendaItem]) -> tuple[AgendaItem, ...]:
    """The meeting's own items in their order."""
    return tuple(sorted((i for i in items if i.meeting_id == meeting.id), key=_place))


def _place(item: AgendaItem) -> tuple[int, str]:
    return (item.position, item.id)


def _minutes(number: int) -> str:
    return f"{number} minut" if number == 1 else f"{number} minutter"
