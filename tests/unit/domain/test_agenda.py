from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from strategykit.domain.agenda import (
    fit_told,
    fits,
    in_time_order,
    items_of,
    minutes_behind,
    next_meeting,
    pace_told,
    planned_start,
    timed,
    when_told,
)
from strategykit.domain.clock import COPENHAGEN
from strategykit.domain.meetings import AgendaItem, Meeting
from strategykit.errors import BadTime


def a_meeting(meeting_id: str = "m", **values: object) -> Meeting:
    given: dict[str, object] = {"title": "Møde", "starts": "16.00", "minutes": 120}
    return Meeting(id=meeting_id, process_id="p", **{**given, **values})


def an_item(position: int, minutes: int, meeting_id: str = "m") -> AgendaItem:
    return AgendaItem(
        id=f"{meeting_id}{position}", process_id="p", meeting_id=meeting_id,
        title=f"Punkt {position}", minutes=minutes, position=position,
    )  # fmt: skip


def test_each_item_begins_when_the_one_before_it_ends() -> None:
    placed = timed(a_meeting(starts="16.30"), [an_item(1, 10), an_item(2, 45), an_item(3, 5)])

    assert [(each.number, each.span) for each in placed] == [
        (1, "16.30–16.40"), (2, "16.40–17.25"), (3, "17.25–17.30"),
    ]  # fmt: skip


def test_a_drejebog_that_sums_says_so() -> None:
    items = [an_item(1, 100), an_item(2, 20)]

    assert fits(a_meeting(), items)
    assert fit_told(a_meeting(), items) == (
        "Punkterne fylder 120 minutter, og det er netop den tid, mødet varer."
    )


def test_time_to_spare_is_told() -> None:
    told = fit_told(a_meeting(), [an_item(1, 119)])

    assert told.endswith("Mødet varer 120 minutter, så der er 1 minut til overs.")


def test_too_much_is_told_with_when_the_meeting_would_end() -> None:
    told = fit_told(a_meeting(), [an_item(1, 135)])

    assert "15 minutter væk" in told
    assert told.endswith("slutter mødet først kl. 18.15.")


def test_a_meeting_is_given_only_its_own_items_in_their_order() -> None:
    items = [an_item(2, 5), an_item(1, 5), an_item(1, 5, "other")]

    assert [item.id for item in items_of(a_meeting(), items)] == ["m1", "m2"]


def test_meetings_stand_by_their_day_and_those_without_one_last() -> None:
    late = a_meeting("late", day=date(2026, 6, 3), starts="18.00")
    early = a_meeting("early", day=date(2026, 6, 3), starts="9.00")
    loose = a_meeting("loose")

    assert in_time_order([loose, late, early]) == (early, late, loose)


def test_the_next_meeting_is_still_the_next_on_its_own_day() -> None:
    first = a_meeting("first", day=date(2026, 6, 3))
    second = a_meeting("second", day=date(2026, 7, 1))

    assert next_meeting([second, first], date(2026, 6, 3)) == first
    assert next_meeting([second, first], date(2026, 6, 4)) == second
    assert next_meeting([second, first], date(2026, 7, 2)) is None


def test_a_meeting_without_a_day_in_a_phase_that_is_over_is_not_the_next() -> None:
    theme, workshop = a_meeting("theme", phase="viden"), a_meeting("workshop", phase="maal")

    assert next_meeting([theme, workshop], date(2026, 6, 3)) == theme
    assert next_meeting([theme, workshop], date(2026, 6, 3), ("viden",)) == workshop


def test_a_meeting_tells_when_it_is_or_that_nobody_knows() -> None:
    assert when_told(a_meeting(day=date(2026, 6, 3))) == "onsdag den 3. juni 2026 kl. 16.00–18.00"
    assert when_told(a_meeting()) == "Datoen er ikke sat endnu, kl. 16.00–18.00"


def test_a_meeting_that_begins_at_no_time_cannot_be_made() -> None:
    with pytest.raises(BadTime):
        a_meeting(starts="ved frokost")


# How far the meeting is behind its plan

FOUR = datetime(2026, 6, 3, 16, 0, tzinfo=COPENHAGEN)
PLANNED = Meeting(id="m", process_id="p", title="Møde", day=date(2026, 6, 3), starts="16:00")
COURSE = [
    AgendaItem(id=name, process_id="p", meeting_id="m", title=name, minutes=minutes)
    for name, minutes in (("velkomst", 10), ("swot", 30), ("slut", 5))
]


def behind(item: str, began: int, now: int) -> int | None:
    """Minutes after four o'clock in, minutes behind out."""
    at, moment = FOUR + timedelta(minutes=began), FOUR + timedelta(minutes=now)
    return minutes_behind(FOUR, COURSE, item, at, moment)


@pytest.mark.parametrize(
    ("item", "began", "now", "expected"),
    [
        ("velkomst", 0, 5, 0),
        ("velkomst", 0, 22, 12),  # it should have ended twelve minutes ago
        ("swot", 22, 25, 12),  # begun twelve minutes late
        ("swot", 6, 20, -4),  # begun four minutes early
        ("swot", 6, 45, 5),  # begun early, and yet not over in time
        ("slut", 40, 41, 0),
    ],
)
def test_the_meeting_is_as_late_as_its_item(item: str, began: int, now: int, expected: int) -> None:
    assert behind(item, began, now) == expected


def test_half_a_minute_is_no_delay() -> None:
    begun = FOUR + timedelta(minutes=10, seconds=45)

    assert minutes_behind(FOUR, COURSE, "swot", begun, begun) == 0


def test_nothing_is_late_before_the_first_item() -> None:
    assert minutes_behind(FOUR, COURSE, "", None, FOUR) is None
    assert minutes_behind(FOUR, COURSE, "slettet", FOUR, FOUR) is None


@pytest.mark.parametrize(
    ("minutes", "told"),
    [
        (0, "Til tiden"),
        (1, "1 minut bagud"),
        (12, "12 minutter bagud"),
        (-4, "4 minutter foran"),
        (60, "1 time bagud"),
        (-125, "2 timer og 5 minutter foran"),
    ],
)
def test_the_delay_is_told_in_words(minutes: int, told: str) -> None:
    assert pace_told(minutes) == told


@pytest.mark.parametrize("minutes", [-90, 0, 110])
def test_a_meeting_opened_near_its_time_follows_the_plan(minutes: int) -> None:
    assert planned_start(PLANNED, FOUR + timedelta(minutes=minutes)) == FOUR


@pytest.mark.parametrize("hours", [-5, 3, 24])
def test_a_meeting_opened_far_from_its_time_keeps_its_own(hours: int) -> None:
    opened = FOUR + timedelta(hours=hours)

    assert planned_start(PLANNED, opened.astimezone(UTC)) == opened


def test_a_meeting_without_a_date_is_held_on_the_day_it_is_opened() -> None:
    opened = FOUR - timedelta(minutes=20)

    assert planned_start(replace(PLANNED, day=None), opened) == FOUR
