"""The wall during an evening: paired, steered by a remote, live, and back by itself."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from strategykit.actions.access import close_door
from strategykit.actions.acting import new_id
from strategykit.actions.rooms import end_room, open_room
from strategykit.actions.steps import set_minutes_left
from strategykit.domain.access import Door
from tests.support.accessibility import faults
from tests.support.browsing import signed_in_context, visit
from tests.support.evenings import LEADER, an_evening, start_again
from tests.support.server import Server
from tests.support.walls import Hand, a_hand

SOON = 15_000  # a change past the server's own acts is seen within its five seconds
NAME = "Åse Ørum Prøve"
HEADING = "#vaeg h1"


@pytest.fixture
def hand(own_server: Server) -> Hand:
    made = a_hand(an_evening(own_server.home, members=12, name=f"vaeg-{new_id()[:8]}"))
    made.named([NAME])
    made.room(code_shown=False)
    return made


@pytest.fixture
def open_window(chromium: Browser, own_server: Server) -> Iterator[Callable[..., Page]]:
    """A window of a browser of its own: the facilitator's, or one with the door's cookie."""
    contexts: list[BrowserContext] = []

    def opened(cookies: dict[str, str] | None = None, **options: Any) -> Page:
        if cookies is None:
            context = signed_in_context(chromium, own_server, **options)
        else:
            context = chromium.new_context(base_url=own_server.address, **options)
            context.add_cookies([
                {"name": name, "value": value, "url": own_server.address}
                for name, value in cookies.items()
            ])  # fmt: skip
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


def wall_of(tab: Page, hand: Hand) -> Page:
    """The facilitator's own window of the wall, live."""
    with tab.expect_response("**/projektor/skaerm*"):  # the stream's first word
        tab.goto(f"/projektor?moede={hand.evening.meeting.id}")
    return tab


def test_a_screen_is_paired_by_its_code_and_out_when_the_meeting_ends(
    open_window: Callable[..., Page], hand: Hand
) -> None:
    screen, helm = open_window({}), open_window()
    screen.goto("/projektor")
    expect(screen.get_by_role("heading", level=1)).to_have_text("Skriv koden på styringen")
    assert faults(screen) == []
    code = screen.locator(".stor-kode").inner_text()
    assert re.fullmatch(r"[A-Z0-9]{3} [A-Z0-9]{3}", code)
    hand.at("skriv-uden-navn", "SWOT", ask="Hvordan står indsatsen?")
    hand.notes(3)

    helm.goto(f"/styring?moede={hand.evening.meeting.id}&del=skaerm")
    typed = helm.get_by_label("Kobl en skærm på en anden maskine")
    typed.fill("AAA AAA")
    helm.get_by_role("button", name="Kobl skærmen til").click()
    expect(helm.get_by_text("Koden passer ikke")).to_be_visible()
    helm.goto(f"/styring?moede={hand.evening.meeting.id}&del=skaerm")
    typed.fill(code.lower())
    helm.get_by_role("button", name="Kobl skærmen til").click()
    expect(helm.get_by_text("Skærmen viser nu mødet.")).to_be_visible()

    expect(screen.locator(HEADING)).to_have_text("Hvordan står indsatsen?", timeout=SOON)
    assert screen.locator("#greb").count() == 0  # nothing to steer with
    assert "_csrf" not in screen.content()

    helm.goto(f"/styring/afslut?moede={hand.evening.meeting.id}")
    helm.get_by_role("button", name=re.compile("Afslut mødet")).click()

    expect(screen.get_by_role("heading", level=1)).to_have_text(
        "Skriv koden på styringen", timeout=SOON
    )
    expect(screen.get_by_text("Mødet er slut")).to_be_visible()
    assert "Hvordan står" not in screen.content()


def test_a_paired_screen_turns_pages_and_steers_nothing(
    open_window: Callable[..., Page], hand: Hand
) -> None:
    hand.at("skriv-uden-navn", "SWOT")
    hand.notes(150)
    screen = open_window(hand.evening.cookie(Door.PROJECTOR))
    screen.goto("/projektor")
    side = screen.locator("[data-side]")
    expect(side).to_have_text(re.compile(r"Side 1 af \d+"))
    shown = first_in_sight(screen)

    screen.keyboard.press("PageDown")

    expect(side).to_have_text(re.compile(r"Side 2 af \d+"))
    screen.wait_for_timeout(900)
    assert first_in_sight(screen) != shown
    screen.keyboard.press("PageUp")
    screen.keyboard.press("b")
    expect(side).to_have_text(re.compile(r"Side 1 af \d+"))
    assert hand.view.room is not None
    assert not hand.view.room.blanked
    screen.keyboard.press("PageUp")
    expect(side).to_have_text(re.compile(r"Side (\d+) af \1"))


def test_the_keys_of_a_remote_lead_the_evening_on_and_back(
    open_window: Callable[..., Page], hand: Hand
) -> None:
    hand.room(code_shown=True)
    tab = wall_of(open_window(), hand)
    expect(tab.locator(HEADING)).to_have_text("Vær med fra telefonen")

    tab.keyboard.press("PageDown")
    expect(tab.locator(HEADING)).to_have_text("Velkomst og mandat")
    tab.keyboard.press("PageDown")
    expect(tab.locator(HEADING)).to_have_text("SWOT")
    tab.keyboard.press("PageUp")
    expect(tab.locator(HEADING)).to_have_text("Velkomst og mandat")

    assert hand.view.room is not None
    assert hand.view.room.item_id == hand.view.items[0].id


@pytest.mark.parametrize("key", ["b", "."])
def test_one_key_makes_the_wall_dark_and_lights_it_again(
    key: str, open_window: Callable[..., Page], hand: Hand
) -> None:
    hand.at("skriv-uden-navn", "SWOT", ask="Hvordan står indsatsen?")
    tab = wall_of(open_window(), hand)
    other = wall_of(open_window(), hand)

    tab.keyboard.press(key)

    for each in (tab, other):
        expect(each.locator(HEADING)).to_have_text("Skærmen er mørk")
        assert "Hvordan står" not in each.content()
    tab.keyboard.press(key)
    for each in (tab, other):
        expect(each.locator(HEADING)).to_have_text("Hvordan står indsatsen?")


def test_a_key_pressed_on_an_old_picture_moves_nothing_and_says_so(
    open_window: Callable[..., Page], hand: Hand
) -> None:
    tab = wall_of(open_window(), hand)
    hand.at("droeft", "Drøft", ask="Hvad undrer jer?")  # from elsewhere, not seen here yet

    tab.keyboard.press("PageDown")

    expect(tab.locator("#linje")).to_have_text("Tasten virkede ikke. Se styringen.")
    expect(tab.locator(HEADING)).to_have_text("Hvad undrer jer?")
    assert hand.step.ask == "Hvad undrer jer?"
    expect(tab.locator("#linje")).to_be_hidden(timeout=8000)


def test_notes_arrive_without_flicker_and_without_names(
    open_window: Callable[..., Page], hand: Hand
) -> None:
    step = hand.at("skriv-uden-navn", "SWOT", ask="Hvordan står indsatsen?")
    hand.notes(6)
    tab = wall_of(open_window(), hand)
    expect(tab.locator(".kort")).to_have_count(6)
    tab.evaluate("document.querySelectorAll('.kort').forEach((each) => { each.known = true; })")

    hand.keep([hand.a_note("Den unge har én voksen", "muligheder", step, 77)])

    new = tab.locator(".kort", has_text="Den unge har én voksen")
    expect(new).to_be_visible(timeout=SOON)
    kept = "[...document.querySelectorAll('.kort')].filter((each) => each.known).length"
    assert tab.evaluate(kept) == 6
    assert NAME not in tab.content()
    assert tab.locator("[aria-live], [role=status]").count() == 1


def test_the_stream_says_that_something_changed_and_nothing_of_what(
    hand: Hand, own_server: Server
) -> None:
    step = hand.at("skriv-uden-navn", "SWOT")
    hand.notes(3)
    cookies = "; ".join(f"{n}={v}" for n, v in hand.evening.cookie(Door.PROJECTOR).items())
    line, host = own_server.line(), f"localhost:{own_server.port}"
    line.request("GET", "/projektor/strom", headers={"Host": host, "Cookie": cookies})
    stream = line.getresponse()
    heard = [stream.readline() for _ in range(5)]

    hand.keep([hand.a_note("Den unge har én voksen", "muligheder", step, 77)])

    heard += [stream.readline() for _ in range(3)]
    line.close()
    said = b"".join(heard).decode()
    assert re.sub(r"data: [0-9a-f]+", "data: 1", said) == (
        ": her\n\n" + "event: skift\ndata: 1\n\n" * 2
    )  # fmt: skip


def test_a_change_of_step_is_seen_in_all_windows_by_itself(
    open_window: Callable[..., Page], hand: Hand
) -> None:
    hand.at("droeft", "Drøft", ask="Hvad undrer jer?")
    tab = wall_of(open_window(), hand)
    expect(tab.locator(HEADING)).to_have_text("Hvad undrer jer?")

    hand.at("droeft", "Drøft mere", ask="Hvad glæder jer?")

    expect(tab.locator(HEADING)).to_have_text("Hvad glæder jer?", timeout=SOON)


def test_time_is_told_in_words_and_closes_nothing(
    open_window: Callable[..., Page], hand: Hand
) -> None:
    hand.at("skriv-uden-navn", "SWOT", minutes=10)
    tab = wall_of(open_window(), hand)
    time = tab.locator("[data-tid]")
    expect(time).to_have_text("10 minutter tilbage")

    tab.evaluate("document.querySelector('[data-tid]').dataset.sekunder = 2")

    expect(time).to_have_text("Snart slut: under 1 minut tilbage")
    expect(time).to_have_text("Tiden er gået")
    expect(tab.locator("#hoert")).to_have_text("Tiden er gået", timeout=SOON)
    assert hand.step.is_open
    set_minutes_left(hand.evening.db, LEADER, hand.step, 4)
    expect(time).to_have_text("4 minutter tilbage", timeout=SOON)


def test_the_wall_comes_back_by_itself_after_a_restart(
    start_server: Callable[..., Server], chromium: Browser
) -> None:
    server = start_server()
    hand = a_hand(an_evening(server.home, members=3))
    hand.room(code_shown=False)
    hand.at("droeft", "Drøft", ask="Hvad undrer jer?")
    context = signed_in_context(chromium, server)
    tab = wall_of(context.new_page(), hand)
    expect(tab.locator(HEADING)).to_have_text("Hvad undrer jer?")

    server.process.kill()
    server.process.wait()

    line = tab.locator("#linje")
    expect(line).to_have_text("Forbindelsen er væk. Prøver igen.", timeout=SOON)
    expect(tab.locator(HEADING)).to_have_text("Hvad undrer jer?")  # what was shown stays
    hand.at("droeft", "Drøft", ask="Hvad glæder jer?")
    start_again(server)
    expect(tab.locator(HEADING)).to_have_text("Hvad glæder jer?", timeout=SOON)
    expect(line).to_be_hidden()
    hand.at("droeft", "Drøft", ask="Og den lever?")
    expect(tab.locator(HEADING)).to_have_text("Og den lever?", timeout=SOON)
    context.close()


def test_signing_out_takes_the_wall_away(
    open_window: Callable[..., Page], hand: Hand, own_server: Server
) -> None:
    hand.at("droeft", "Drøft", ask="Hvad undrer jer?")
    token = own_server.sign_in("Prøve Kollega")
    tab = wall_of(open_window({Door.FACILITATOR.cookie: token}), hand)
    expect(tab.locator(HEADING)).to_have_text("Hvad undrer jer?")

    close_door(hand.evening.db, token)

    expect(tab).to_have_url(re.compile("/logind"), timeout=SOON)
    assert "Hvad undrer jer" not in tab.content()


def test_pages_turn_by_themselves_until_they_are_held(
    open_window: Callable[..., Page], hand: Hand
) -> None:
    hand.at("skriv-uden-navn", "SWOT")
    hand.notes(150)
    tab = open_window()
    tab.clock.install()
    wall_of(tab, hand)
    side = tab.locator("[data-side]")
    expect(side).to_have_text(re.compile("Side 1 af"))

    tab.clock.run_for(15_500)
    expect(side).to_have_text(re.compile("Side 2 af"))
    tab.keyboard.press("p")
    expect(side).to_have_text(re.compile("Side 2 af .*, bladringen holder"))
    tab.clock.run_for(60_000)
    expect(side).to_have_text(re.compile("Side 2 af"))
    tab.keyboard.press("ArrowRight")
    expect(side).to_have_text(re.compile("Side 3 af"))


def test_nothing_moves_for_those_who_ask_for_calm(
    open_window: Callable[..., Page], hand: Hand
) -> None:
    step = hand.at("skriv-uden-navn", "SWOT")
    hand.notes(150)
    tab = wall_of(open_window(reduced_motion="reduce"), hand)
    expect(tab.locator("[data-side]")).to_have_text(re.compile("Side 1 af"))
    hand.keep([hand.a_note("Ny seddel", "muligheder", step, 1)])
    expect(tab.locator(".kort", has_text="Ny seddel")).to_have_count(1, timeout=SOON)

    moving = tab.evaluate("""() => {
      document.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
      return document.getAnimations().length;
    }""")

    assert moving == 0
    expect(tab.locator("[data-side]")).to_have_text(re.compile("Side 2 af"))


def test_the_names_of_the_keys_are_seen_only_while_the_pointer_moves(
    open_window: Callable[..., Page], hand: Hand
) -> None:
    tab = wall_of(open_window(), hand)
    named = tab.locator("#taster")
    expect(named).to_be_hidden(timeout=8000)  # a browser may begin with a move of its own

    tab.mouse.move(300, 300)
    tab.mouse.move(320, 300)

    expect(named).to_contain_text("F: fuld skærm")
    expect(named).to_be_hidden(timeout=8000)
    assert tab.locator("#vaeg").locator("a, button, input, select, textarea").count() == 0


def test_a_facilitator_without_a_meeting_in_the_address_is_led_to_one(
    start_server: Callable[..., Server], chromium: Browser
) -> None:
    server = start_server()
    context = signed_in_context(chromium, server)
    tab = context.new_page()
    tab.goto("/projektor")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Hvilket møde skal vises?")
    assert faults(tab) == []
    hand = a_hand(an_evening(server.home, members=3))

    tab.goto("/projektor")

    assert hand.evening.meeting.id in tab.url
    expect(tab.locator(HEADING)).to_have_text("Vær med fra telefonen")
    context.close()


def test_before_the_meeting_the_wall_waits_and_opens_by_itself(
    open_window: Callable[..., Page], own_server: Server
) -> None:
    hand = a_hand(an_evening(own_server.home, members=3, name=f"vent-{new_id()[:8]}"))
    end_room(hand.evening.db, LEADER, hand.evening.room_now)
    tab = open_window()
    tab.goto(f"/projektor?moede={hand.evening.meeting.id}")
    expect(tab.locator(HEADING)).to_have_text("Mødet er slut")

    open_room(hand.evening.db, LEADER, hand.evening.meeting)

    expect(tab.locator(HEADING)).to_have_text("Vær med fra telefonen", timeout=SOON)


def test_the_plan_leads_to_the_helm_and_the_wall(
    open_window: Callable[..., Page], hand: Hand
) -> None:
    tab = open_window()
    visit(tab, f"/plan?forloeb={hand.evening.process.name}")
    row = tab.get_by_role("row", name=re.compile("Prøveaften"))

    with tab.context.expect_page() as opened:
        row.get_by_role("link", name="Projektor: Prøveaften").click()
    expect(opened.value.locator(HEADING)).to_be_visible()
    assert hand.evening.meeting.id in opened.value.url

    with tab.context.expect_page() as opened:
        row.get_by_role("link", name="Styring: Prøveaften").click()
    expect(opened.value).to_have_url(re.compile(f"/styring.*{hand.evening.meeting.id}"))


def first_in_sight(tab: Page) -> str:
    """The text of the note at the top of the first column."""
    found: str = tab.evaluate("""() => {
      const box = document.querySelector("[data-js-vist] .vindue").getBoundingClientRect();
      const at = document.elementFromPoint(box.left + 40, box.top + 20);
      return at.closest("li").textContent.trim();
    }""")
    return found
