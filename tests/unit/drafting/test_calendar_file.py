from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar

from strategykit.domain.meetings import Meeting
from strategykit.drafting.calendar_file import calendar_file

NOW = datetime(2026, 6, 3, 10, tzinfo=UTC)


def a_meeting(**values: object) -> Meeting:
    given = {"title": "Workshop 1; om, æøå", "day": date(2026, 6, 10), "starts": "16:00"} | values
    return Meeting(id="a1", process_id="p", **given)


def events(*meetings: Meeting) -> list:
    return Calendar.from_ical(calendar_file("Strategien", meetings, NOW)).walk("VEVENT")


def test_a_meeting_is_at_its_danish_time_in_summer_and_in_winter() -> None:
    summer, winter = events(a_meeting(), a_meeting(day=date(2026, 12, 9)))

    assert summer.decoded("dtstart").astimezone(UTC) == datetime(2026, 6, 10, 14, tzinfo=UTC)
    assert winter.decoded("dtstart").astimezone(UTC) == datetime(2026, 12, 9, 15, tzinfo=UTC)
    assert summer["dtstart"].params["TZID"] == "Europe/Copenhagen"


def test_a_meeting_over_the_change_of_the_clocks_lasts_as_long_as_it_says() -> None:
    (night,) = events(a_meeting(day=date(2026, 3, 28), starts="23.30", minutes=240))
    begins, ends = night.decoded("dtstart"), night.decoded("dtend")

    assert ends.astimezone(UTC) - begins.astimezone(UTC) == timedelta(hours=4)
    assert ends.astimezone(ZoneInfo("Europe/Copenhagen")).hour == 4


def test_title_place_and_purpose_come_through_whole() -> None:
    (event,) = events(a_meeting(place="Rådhuset, lokale 3", purpose="Linje 1\nLinje 2"))

    assert str(event["summary"]) == "Workshop 1; om, æøå: Strategien"
    assert str(event["location"]) == "Rådhuset, lokale 3"
    assert str(event["description"]) == "Linje 1\nLinje 2"


def test_a_moved_meeting_replaces_itself_in_the_calendar() -> None:
    (first,), (moved,) = events(a_meeting()), events(a_meeting(day=date(2026, 6, 17), version=2))

    assert first["uid"] == moved["uid"]
    assert moved["sequence"] > first["sequence"]


def test_the_file_explains_its_time_zone_and_leaves_undated_meetings_out() -> None:
    text = calendar_file("Strategien", [a_meeting(), a_meeting(day=None)], NOW).decode()

    assert text.count("BEGIN:VEVENT") == 1
    assert "TZID:Europe/Copenhagen" in text
    assert calendar_file("Strategien", [a_meeting()], NOW) == calendar_file(
        "Strategien", [a_meeting()], NOW
    )
