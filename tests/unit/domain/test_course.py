"""The way through a meeting: item by item, step by step, and back."""

from strategykit.domain.course import next_stop, stop_before, stops_of
from strategykit.domain.meetings import AgendaItem
from strategykit.domain.rooms import Room
from strategykit.domain.steps import Step
from tests.support.makers import NOON

OF = {"process_id": "p", "meeting_id": "m"}
WELCOME = AgendaItem(id="velkomst", title="Velkomst", **OF)
SWOT = AgendaItem(id="swot", title="SWOT", **OF)
END = AgendaItem(id="slut", title="Afrunding", **OF)
WRITE = Step(id="skriv", title="Skriv", item_id="swot", **OF)
GATHER = Step(id="saml", title="Saml", item_id="swot", **OF)
EXTRA = Step(id="ekstra", title="Ekstra", **OF)
STOPS = stops_of((WELCOME, SWOT, END), (WRITE, GATHER, EXTRA))


def at(item: str = "", step: str = "") -> Room:
    return Room(id="r", opened_at=NOON, item_id=item, step_id=step, **OF)


def test_an_item_with_steps_is_walked_through_its_steps() -> None:
    assert [stop.title for stop in STOPS] == ["Velkomst", "Skriv", "Saml", "Afrunding", "Ekstra"]


def test_the_room_goes_from_place_to_place_and_back() -> None:
    places = [at(), at("velkomst"), at("swot", "skriv"), at("swot", "saml"), at("slut"),
              at("slut", "ekstra")]  # fmt: skip

    ahead = [stop.title if (stop := next_stop(STOPS, room)) else None for room in places]
    behind = [stop.title if (stop := stop_before(STOPS, room)) else None for room in places]

    assert ahead == ["Velkomst", "Skriv", "Saml", "Afrunding", "Ekstra", None]
    assert behind == [None, None, "Velkomst", "Skriv", "Saml", "Afrunding"]


def test_an_item_whose_steps_came_later_goes_on_to_the_first_of_them() -> None:
    room = at("swot")

    assert next_stop(STOPS, room) == stops_of((SWOT,), (WRITE,))[0]
    assert stop_before(STOPS, room) == stops_of((WELCOME,), ())[0]


def test_a_meeting_without_an_agenda_leads_nowhere() -> None:
    assert next_stop((), at()) is None
    assert stop_before((), at()) is None


def test_a_place_that_is_gone_does_not_begin_the_meeting_anew() -> None:
    assert next_stop(STOPS, at("slettet", "slettet")) is None
