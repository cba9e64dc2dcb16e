"""The helm in a browser: alive, without a mouse, and on every screen."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from strategykit.actions.acting import new_id
from strategykit.domain.access import Door
from strategykit.domain.boards import Note
from tests.support.accessibility import faults, lost_words
from tests.support.evenings import Evening, an_evening
from tests.support.phones import Phone
from tests.support.server import Server
from tests.support.signing import signed_in
from tests.support.walls import Hand, a_hand

SIZES = [(1366, 768), (768, 1024), (390, 844), (320, 640)]
PARTS = ["", "sedler", "deltagere", "trin", "borde", "referat", "mindretal", "skaerm"]
MOST_STOPS = 80
NAME = """() => {
  const here = document.activeElement;
  const label = here.labels && here.labels[0];
  return ((label && label.innerText) || here.innerText || here.value || "").trim();
}"""
Look = Callable[..., Page]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hjem")


@pytest.fixture(scope="module")
def evening(home: Path) -> Iterator[Evening]:
    """An evening with an agenda, an open step and some notes."""
    made = an_evening(home, members=12)
    hand = a_hand(made)
    hand.at("droeft", "Velkommen", 0, subject="")
    hand.at("skriv-uden-navn", "Skriv jeres tanker", 1)
    hand.notes(14)
    yield made
    made.db.close()


@pytest.fixture(scope="module")
def host(home: Path, evening: Evening) -> Iterator[Server]:
    """The module's server, with its evening."""
    assert evening.db.file == home / "strategi.db"
    started = Server.start(home)
    yield started
    started.stop()


@pytest.fixture
def look(chromium: Browser, host: Server, evening: Evening) -> Iterator[Look]:
    """Opens a part of the helm for a facilitator with a browser of their own."""
    contexts = []

    def opened(part: str = "", size: tuple[int, int] = SIZES[0], **options: object) -> Page:
        viewport = {"width": size[0], "height": size[1]}
        context = chromium.new_context(base_url=host.address, viewport=viewport, **options)  # type: ignore[arg-type]
        contexts.append(context)
        cookie = {"name": Door.FACILITATOR.cookie, "value": signed_in(evening.db)}
        context.add_cookies([{**cookie, "url": host.address}])  # type: ignore[list-item]
        tab = context.new_page()
        tab.goto(f"/styring?moede={evening.meeting.id}&del={part}")
        return tab

    yield opened
    for context in contexts:
        context.close()


def press(tab: Page, label: str) -> None:
    tab.get_by_role("button", name=re.compile(f"^{re.escape(label)}")).first.click()


def told(tab: Page, sentence: str) -> None:
    """What stands in the one place that is read aloud."""
    expect(tab.locator("#sagt")).to_contain_text(sentence)


def a_note(evening: Evening, text: str) -> Note:
    """A note that somebody has just sent."""
    hand = Hand(evening)
    made = hand.a_note(text, "styrker", hand.step, len(hand.view.content(hand.step).notes) + 50)
    hand.keep([made])
    return made


# Alive


def test_what_arrives_is_seen_at_once_and_nothing_typed_is_lost(
    look: Look, evening: Evening, host: Server
) -> None:
    phone = Phone(host.port)
    assert phone.join_as_guest(evening.room.code, "Prøve Gæst").status == 200
    tab = look("sedler")
    first = tab.locator('#sedler input[name="seddel"]').first
    first.check()
    field = tab.get_by_label("Overskrift", exact=True)
    field.fill("Noget, der er ved at blive skrevet")
    field.press("ArrowLeft")

    assert phone.write("Kommet, mens der blev skrevet", field="styrker").status == 200

    expect(tab.locator("#sedler")).to_contain_text("Kommet, mens der blev skrevet")
    expect(field).to_have_value("Noget, der er ved at blive skrevet")
    expect(field).to_be_focused()
    expect(first).to_be_checked()
    expect(tab.locator("#valgte summary")).to_contain_text("(1)")


def test_minutes_being_written_stay_when_another_moves_the_room(
    look: Look, evening: Evening
) -> None:
    mine, other = look("referat"), look()
    field = mine.get_by_label("Til referatet af punktet")
    field.fill("Halvvejs gennem en sætning")

    press(other, "Tilbage")
    told(other, "Mødet er ved: Velkommen")

    expect(mine.locator("#her-navn")).to_have_text("Velkommen")
    expect(mine.get_by_label("Til referatet af punktet SWOT")).to_have_value(
        "Halvvejs gennem en sætning"
    )
    press(other, "Fortryd")
    told(other, "Fortrudt: Mødet er ved: Velkommen")
    assert evening.room_now.is_open


def test_a_button_is_pressed_without_leaving_the_page(look: Look) -> None:
    tab = look("skaerm")
    tab.evaluate("() => { window.samme = true; }")

    press(tab, "Gør projektoren mørk")

    told(tab, "Projektoren er mørk.")
    expect(tab.get_by_role("button", name="Tænd projektoren igen")).to_be_focused()
    press(tab, "Fortryd")
    told(tab, "Fortrudt: Projektoren er mørk.")
    assert tab.evaluate("() => window.samme")


def test_what_cannot_be_sent_stays_and_the_page_says_so(look: Look) -> None:
    tab = look("referat")
    tab.get_by_label("Emne", exact=True).fill("Busserne om aftenen")
    tab.context.set_offline(True)

    press(tab, "Sæt emnet på parkeringspladsen")

    told(tab, "Det kom ikke frem.")
    expect(tab.get_by_label("Emne", exact=True)).to_have_value("Busserne om aftenen")
    tab.context.set_offline(False)
    press(tab, "Sæt emnet på parkeringspladsen")
    told(tab, "Emnet er sat på parkeringspladsen.")
    expect(tab.get_by_label("Emne", exact=True)).to_have_value("")


def test_what_is_refused_stays_in_its_field(look: Look) -> None:
    tab = look("referat")
    tab.get_by_label("Aftale", exact=True).fill("Ring om 010203-1234")

    press(tab, "Skriv aftalen")

    told(tab, "CPR")
    expect(tab.get_by_label("Aftale", exact=True)).to_have_value("Ring om 010203-1234")


def test_two_entries_after_each_other_are_both_kept(look: Look) -> None:
    tab = look("referat")
    for text in ("Det første emne", "Det andet emne"):
        tab.get_by_label("Emne", exact=True).fill(text)
        tab.get_by_label("Emne", exact=True).press("Enter")
        expect(tab.locator("#del li", has_text=text)).to_have_count(1)

    expect(tab.locator("#del li", has_text="Det første emne")).to_have_count(1)


def test_signing_out_elsewhere_ends_the_page(look: Look) -> None:
    tab = look()
    leaving = tab.context.new_page()
    leaving.goto("/logud")
    leaving.get_by_role("button", name="Log ud").click()

    press(tab, "Tilbage")

    expect(tab.locator("#her")).to_have_count(0)
    expect(tab.get_by_role("heading", level=1)).to_be_visible()


# Without a mouse


def tab_to(tab: Page, name: str) -> None:
    """On with Tab until the thing with that name has the focus, which must be seen."""
    for _ in range(MOST_STOPS):
        tab.keyboard.press("Tab")
        if str(tab.evaluate(NAME)).startswith(name):
            outline = tab.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", name
            return
    raise AssertionError(f"{name} cannot be reached")


def test_an_evening_is_steered_with_the_keyboard_alone(look: Look) -> None:
    tab = look()
    tab_to(tab, "Tilbage")
    tab.keyboard.press("Enter")
    told(tab, "Mødet er ved: Velkommen")
    tab_to(tab, "Fortryd")
    tab.keyboard.press("Enter")
    told(tab, "Fortrudt")

    tab_to(tab, "Sedler")
    tab.keyboard.press("Enter")
    expect(tab.locator("h2").first).to_contain_text("Sedler")
    tab_to(tab, "Overskrift")
    tab.keyboard.type("Samlet uden mus")
    ticked = [tab.locator("#sedler .sv-sedler").first.locator("input").nth(n) for n in range(2)]
    for box in ticked:
        box.focus()
        tab.keyboard.press("Space")
    tab.get_by_label("Overskrift", exact=True).focus()
    tab.keyboard.press("Enter")

    told(tab, "Sedlerne er samlet i en gruppe.")
    expect(tab.locator("#sedler h4", has_text="Samlet uden mus")).to_have_count(1)


def test_single_keys_do_nothing_until_they_are_switched_on(look: Look, evening: Evening) -> None:
    tab = look()
    before = evening.room_now.version
    for key in "ntzm15":
        tab.keyboard.press(key)
    assert evening.room_now.version == before

    tab.get_by_label("Brug genvejstaster på denne maskine").check()
    tab.keyboard.press("t")
    told(tab, "Mødet er ved: Velkommen")
    tab.keyboard.press("z")
    told(tab, "Fortrudt: Mødet er ved: Velkommen")


def test_single_keys_are_letters_in_a_field(look: Look, evening: Evening) -> None:
    tab = look("referat")
    tab.get_by_label("Brug genvejstaster på denne maskine").check()
    before = evening.room_now.version

    tab.get_by_label("Emne", exact=True).press_sequentially("tzm 15 n")

    expect(tab.get_by_label("Emne", exact=True)).to_have_value("tzm 15 n")
    assert evening.room_now.version == before


def test_the_way_past_the_buttons_leads_to_the_part(look: Look) -> None:
    tab = look("referat")
    tab.keyboard.press("Tab")
    assert tab.evaluate(NAME) == "Gå forbi knapperne"

    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")

    assert tab.evaluate("() => !!document.activeElement.closest('#del')")


# Every screen


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("part", PARTS)
def test_every_part_is_open_to_all_on_every_screen(
    look: Look, part: str, size: tuple[int, int]
) -> None:
    tab = look(part, size)
    tab.evaluate("() => document.querySelectorAll('details').forEach((d) => { d.open = true; })")

    assert faults(tab) == []
    assert tab.evaluate("() => document.documentElement.scrollWidth") <= size[0]


@pytest.mark.parametrize("path", ["/styring", "/styring/par", "/styring/afslut"])
@pytest.mark.parametrize("size", [SIZES[0], SIZES[-1]], ids=str)
def test_the_pages_around_it_are_open_to_all(
    look: Look, evening: Evening, path: str, size: tuple[int, int]
) -> None:
    tab = look("", size)
    tab.goto(path if path == "/styring" else f"{path}?moede={evening.meeting.id}")

    assert faults(tab) == []
    assert tab.evaluate("() => document.documentElement.scrollWidth") <= size[0]


def test_a_phone_that_is_not_paired_meets_one_field(chromium: Browser, host: Server) -> None:
    context = chromium.new_context(base_url=host.address, viewport={"width": 390, "height": 844})
    tab = context.new_page()
    tab.goto("/styring")

    assert faults(tab) == []
    tab.get_by_label("Kode", exact=True).fill("AAAAAA")
    press(tab, "Styr mødet")
    expect(tab.get_by_role("alert")).to_contain_text("Koden passer ikke")
    assert faults(tab) == []
    context.close()


@pytest.mark.parametrize("part", ["", "sedler", "trin"])
@pytest.mark.parametrize("colours", ["dark", "light"])
def test_no_words_are_lost_in_the_readers_own_colours(look: Look, part: str, colours: str) -> None:
    tab = look(part, forced_colors="active", color_scheme=colours)

    assert lost_words(tab, "main") == []


def test_the_next_act_is_under_the_thumb_on_a_phone(look: Look) -> None:
    tab = look("", (390, 844))
    tab.mouse.wheel(0, 2000)

    button = tab.locator(".sv-stor")
    box = button.bounding_box()

    assert box is not None
    assert box["y"] > 844 / 2
    assert box["height"] >= 44
    expect(button).to_be_in_viewport()


def test_nothing_is_wider_than_a_narrow_phone_with_long_words(look: Look, evening: Evening) -> None:
    a_note(evening, "Speciallægepraksisplanlægningsstabiliseringsperiode" * 3 + new_id())
    tab = look("sedler", (320, 640))

    assert tab.evaluate("() => document.documentElement.scrollWidth") <= 320
