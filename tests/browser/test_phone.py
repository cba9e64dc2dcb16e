"""The phone's page in a real browser: with a script and without, offline, killed, by keyboard."""

import signal
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from strategykit.actions.attendance import let_vote
from strategykit.actions.registers import entries
from strategykit.domain.rooms import Seat
from strategykit.domain.steps import Step, Subjects
from tests.support.accessibility import faults
from tests.support.evenings import LEADER, Evening, an_evening, start_again
from tests.support.hostile import CANARY, HARM
from tests.support.phones import Phone
from tests.support.server import Server
from tests.support.steering import Helmsman, at_helm

HAND: ViewportSize = {"width": 390, "height": 844}
NARROW: ViewportSize = {"width": 320, "height": 640}
NOTE = "Skriv en seddel"
SEND = "Send sedlen"
FIRST_LOAD = 20_000


@dataclass
class House:
    """A server with an evening, and the browsers of those who come."""

    server: Server
    evening: Evening
    chromium: Browser
    contexts: list[BrowserContext] = field(default_factory=list)
    taken: int = 0

    def visitor(self, *, script: bool = True, size: ViewportSize = HAND, **more: object) -> Page:
        """A phone that has opened nothing yet; English, since Danish must not hang on it."""
        self.contexts.append(
            self.chromium.new_context(
                base_url=self.server.address, viewport=size, java_script_enabled=script,
                locale="en-US", **more,
            )  # type: ignore[arg-type]
        )  # fmt: skip
        return self.contexts[-1].new_page()

    def member(self, **options: object) -> Page:
        """The phone of the next member of the list, who has joined."""
        page = self.visitor(**options)  # type: ignore[arg-type]
        page.goto(f"/deltag?kode={self.evening.room.code}")
        page.get_by_role("button", name=f"Medlem {self.taken}", exact=True).click()
        expect(page.get_by_role("link", name=f"Medlem {self.taken}")).to_be_visible()
        page.wait_for_load_state()  # its script too, before anybody pulls a plug
        self.taken += 1
        return page

    @property
    def helm(self) -> Helmsman:
        """The facilitator's."""
        return at_helm(self.server.port, self.evening)

    def others(self, name: str) -> Phone:
        """Somebody else in the room, without a browser."""
        phone = Phone(self.server.port)
        assert phone.join_as_guest(self.evening.room.code, name).status == 200
        return phone


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Evening]:
    made = an_evening(tmp_path_factory.mktemp("hjem"), members=40)
    yield made
    made.db.close()


@pytest.fixture(scope="module")
def hall(evening: Evening) -> Iterator[Server]:
    assert evening.db.file is not None
    server = Server.start(evening.db.file.parent)
    yield server
    server.stop()


@pytest.fixture(scope="module")
def counter() -> list[int]:
    return [0]


@pytest.fixture
def house(hall: Server, evening: Evening, chromium: Browser, counter: list[int]) -> Iterator[House]:
    made = House(hall, evening, chromium, taken=counter[0])
    yield made
    counter[0] = made.taken
    for context in made.contexts:
        context.close()


def texts(house: House, step: Step) -> list[str]:
    return sorted(note.text for note in house.evening.notes(step))


def write(page: Page, text: str, where: str = "Styrker") -> None:
    page.get_by_label(where).check()
    page.get_by_label(NOTE).fill(text)
    page.get_by_role("button", name=SEND).click()


def own(page: Page) -> object:
    return page.locator("#trin section", has=page.get_by_role("heading", name="Dine sedler"))


# Coming in and writing


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_from_the_code_to_a_note_that_can_be_mended_and_withdrawn(
    house: House,
    script: bool,  # noqa: FBT001
) -> None:
    step = house.evening.step("skriv-uden-navn", "Styrker og svagheder")
    page = house.visitor(script=script)
    page.goto("/deltag")
    page.get_by_label("Mødekode").fill(house.evening.room.code.lower())
    page.get_by_role("button", name="Videre").click()
    page.get_by_role("button", name=f"Medlem {house.taken}", exact=True).click()
    house.taken += 1
    expect(page.get_by_role("heading", level=1)).to_have_text("Styrker og svagheder")
    write(page, "Ungehuset")
    expect(own(page)).to_contain_text("Ungehuset")
    page.get_by_role("link", name="Ret sedlen Ungehuset").click()
    page.get_by_label("Din seddel").fill("Ungehuset holder fast")
    page.get_by_label("Svagheder").check()
    page.get_by_role("button", name="Gem rettelsen").click()
    expect(own(page)).to_contain_text("Ungehuset holder fast")
    assert [(n.text, n.field) for n in house.evening.notes(step)] == [
        ("Ungehuset holder fast", "svagheder")
    ]
    page.get_by_role("link", name="Ret sedlen").click()
    page.get_by_role("button", name="Træk sedlen tilbage").click()
    expect(page.get_by_role("heading", name="Dine sedler")).to_have_count(0)

    assert texts(house, step) == []


def test_a_double_tap_sends_one_note(house: House) -> None:
    step = house.evening.step("skriv-uden-navn")
    page = house.member()
    page.get_by_label("Styrker").check()
    page.get_by_label(NOTE).fill("Kun én gang")
    page.get_by_role("button", name=SEND).dblclick()
    expect(own(page)).to_contain_text("Kun én gang")

    assert texts(house, step) == ["Kun én gang"]


def test_a_double_tap_without_a_script_sends_one_note(house: House) -> None:
    step = house.evening.step("skriv-uden-navn")
    page = house.member(script=False)
    page.get_by_label("Styrker").check()
    page.get_by_label(NOTE).fill("Kun én gang")
    page.get_by_role("button", name=SEND).dblclick(no_wait_after=True)
    expect(own(page)).to_contain_text("Kun én gang")

    assert texts(house, step) == ["Kun én gang"]


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_a_number_of_a_person_is_refused_and_the_text_stays(
    house: House,
    script: bool,  # noqa: FBT001
) -> None:
    step = house.evening.step("skriv-uden-navn")
    page = house.member(script=script)
    write(page, "Ring til 010190-1234")

    expect(page.get_by_role("alert")).to_contain_text("0101••-••••")
    expect(page.get_by_label(NOTE)).to_have_value("Ring til 010190-1234")
    expect(page.get_by_label(NOTE)).to_be_focused()
    expect(page.get_by_label(NOTE)).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("Styrker")).to_be_checked()
    write(page, "Ring til jobcentret")
    expect(own(page)).to_contain_text("Ring til jobcentret")
    assert texts(house, step) == ["Ring til jobcentret"]


def test_hostile_text_is_only_text(house: House) -> None:
    house.evening.step("skriv-uden-navn")
    page = house.member()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: asked.append(dialog.message))
    house.others("Prøve <b>Gæst</b>").write(HARM.replace("\ud800", ""), "styrker")
    wall = page.locator("#trin section", has=page.get_by_role("heading", name="På væggen"))

    expect(wall).to_contain_text("<script>alert(2)</script>")
    assert wall.locator("img, script, b, a").count() == 0
    assert [url for url in asked if not url.startswith(house.server.address)] == []
    assert CANARY not in "".join(asked)


# The script and what it must not lose


def test_another_step_comes_by_itself_and_what_is_being_written_stays(house: House) -> None:
    house.evening.step("skriv-uden-navn", "Det første")
    page = house.member()
    page.get_by_label("Styrker").check()
    page.get_by_label(NOTE).fill("Jeg var lige ved at")
    house.evening.step("droeft", "Det andet")

    expect(page.get_by_role("heading", level=1)).to_have_text("Det andet", timeout=15_000)
    expect(page.get_by_role("heading", name="Du var i gang med at skrive")).to_be_visible()
    expect(page.get_by_label("Det, du skrev")).to_have_value("Jeg var lige ved at")
    page.reload()
    expect(page.get_by_label("Det, du skrev")).to_have_value("Jeg var lige ved at")
    page.get_by_role("button", name="Fjern teksten").click()
    page.reload()
    expect(page.get_by_role("heading", name="Du var i gang med at skrive")).to_have_count(0)


def test_notes_of_others_come_while_one_writes_and_disturb_nothing(house: House) -> None:
    house.evening.step("skriv-uden-navn")
    page = house.member()
    other = house.others("Prøve Anden")
    box = page.get_by_label(NOTE)
    page.get_by_label("Svagheder").check()
    box.press_sequentially("Halvdelen af")
    box.press("Home")
    other.write("En andens seddel", "styrker")
    expect(page.locator("#trin")).to_contain_text("En andens seddel")
    page.keyboard.type("Først ")

    expect(box).to_be_focused()
    expect(box).to_have_value("Først Halvdelen af")
    expect(page.get_by_label("Svagheder")).to_be_checked()


def test_a_page_that_is_closed_by_the_phone_finds_what_was_being_written(house: House) -> None:
    house.evening.step("skriv-uden-navn")
    page = house.member()
    page.get_by_label("Trusler").check()
    page.get_by_label(NOTE).fill("Telefonen ringede")
    page.close()
    again = house.contexts[-1].new_page()
    again.goto("/deltag")

    expect(again.get_by_label(NOTE)).to_have_value("Telefonen ringede")
    expect(again.get_by_label("Trusler")).to_be_checked()


def test_40_seconds_without_a_network_send_the_note_once(house: House) -> None:
    step = house.evening.step("skriv-uden-navn")
    page = house.member()
    page.clock.install()
    page.context.set_offline(True)
    write(page, "Skrevet uden net")
    expect(page.locator("[data-svar]:visible")).to_contain_text("Ikke sendt endnu. Prøver igen om")
    expect(page.get_by_label(NOTE)).to_have_value("Skrevet uden net")
    assert "Skrevet+uden+net" in page.evaluate("localStorage.getItem('sv-kladde')")
    page.clock.run_for(40_000)
    expect(page.get_by_label(NOTE)).to_have_value("Skrevet uden net")
    assert texts(house, step) == []
    page.context.set_offline(False)
    page.clock.run_for(20_000)

    expect(own(page)).to_contain_text("Skrevet uden net")
    expect(page.get_by_label(NOTE)).to_have_value("")
    assert texts(house, step) == ["Skrevet uden net"]
    assert page.evaluate("localStorage.getItem('sv-kladde')") in (None, "null")


def test_the_pauses_between_tries_grow(house: House) -> None:
    house.evening.step("skriv-uden-navn")
    page = house.member()
    page.clock.install()
    tries: list[str] = []
    page.route("**/deltag/seddel", lambda route: (tries.append("én"), route.abort()))
    write(page, "Kommer ikke frem")
    counted = []
    for seconds in (1, 2, 4, 8, 16, 16):
        expect(page.locator("[data-svar]:visible")).to_contain_text(f"om {seconds} sekund")
        counted.append(len(tries))
        page.clock.run_for(seconds * 1000)

    assert counted == [1, 2, 3, 4, 5, 6]


def test_a_refusal_is_not_tried_again(house: House) -> None:
    house.evening.step("skriv-uden-navn")
    page = house.member()
    tries: list[str] = []
    page.on("request", lambda request: tries.append(request.url) if request.method == "POST" else 0)
    write(page, "010190-1234")
    expect(page.get_by_role("alert")).to_be_visible()
    page.wait_for_timeout(2500)

    assert len(tries) == 1


def test_an_answer_that_is_lost_makes_no_second_note(house: House) -> None:
    """The note came through, but the phone never heard of it."""
    step = house.evening.step("skriv-uden-navn")
    page = house.member()
    lost: list[int] = []

    def lose(route: object) -> None:
        if not lost:
            lost.append(route.fetch().status)  # type: ignore[attr-defined]
            route.abort()  # type: ignore[attr-defined]
        else:
            route.continue_()  # type: ignore[attr-defined]

    page.route("**/deltag/seddel", lose)
    write(page, "Nåede frem")
    expect(own(page)).to_contain_text("Nåede frem")
    expect(page.get_by_label(NOTE)).to_have_value("")

    assert (lost, texts(house, step)) == ([200], ["Nåede frem"])


def test_what_reached_a_step_before_it_closed_is_not_said_to_be_lost(house: House) -> None:
    step = house.evening.step("skriv-uden-navn")
    page = house.member()
    page.route("**/deltag/seddel", lambda route: (route.fetch(), route.abort()))
    write(page, "Lige nået")
    expect(page.locator("[data-svar]:visible")).to_contain_text("Ikke sendt endnu")
    house.helm.open("nu")
    close(house)
    page.unroute("**/deltag/seddel")

    expect(page.get_by_role("heading", name="Du var i gang med at skrive")).to_have_count(
        0, timeout=20_000
    )
    assert texts(house, step) == ["Lige nået"]


def close(house: House) -> None:
    helm = house.helm
    helm.open("nu")
    helm.press("Luk")


def test_offline_while_the_step_changes_the_note_is_still_said_to_be_unsent(house: House) -> None:
    house.evening.step("skriv-uden-navn", "Det første")
    page = house.member()
    page.route("**/deltag/seddel", lambda route: route.abort())
    write(page, "Nåede det ikke")
    expect(page.locator("[data-svar]:visible")).to_contain_text("Ikke sendt endnu")
    house.evening.step("droeft", "Det andet")
    expect(page.get_by_role("heading", level=1)).to_have_text("Det andet", timeout=15_000)
    expect(page.get_by_label("Det, du skrev")).to_have_value("Nåede det ikke")
    page.unroute("**/deltag/seddel")

    expect(page.get_by_role("alert")).to_contain_text("Trinnet er lukket", timeout=20_000)
    expect(page.get_by_label("Det, du skrev")).to_have_value("Nåede det ikke")


def test_a_server_that_is_killed_and_started_again_finds_the_phone_by_itself(
    chromium: Browser, tmp_path: Path
) -> None:
    evening = an_evening(tmp_path / "hjem", members=2)
    step = evening.step("skriv-uden-navn", "Før")
    server = Server.start(tmp_path / "hjem")
    house = House(server, evening, chromium)
    page = house.member()
    server.process.send_signal(signal.SIGKILL)
    server.process.wait()
    write(page, "Skrevet, mens den var væk")
    expect(page.locator("[data-svar]:visible")).to_contain_text("Ikke sendt endnu")
    expect(page.locator("#forbindelse")).to_be_visible(timeout=20_000)
    start_again(server)
    expect(own(page)).to_contain_text("Skrevet, mens den var væk", timeout=40_000)
    expect(page.locator("#forbindelse")).to_be_hidden(timeout=40_000)
    evening.step("droeft", "Efter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Efter", timeout=20_000)
    assert texts(house, step) == ["Skrevet, mens den var væk"]
    house.contexts[-1].close()
    server.stop()
    evening.db.close()


# Without a script


def test_without_a_script_going_back_after_a_failed_sending_finds_the_text(house: House) -> None:
    house.evening.step("skriv-uden-navn")
    page = house.member(script=False)
    page.get_by_label("Styrker").check()
    page.get_by_label(NOTE).fill("Skrevet i toget")
    page.context.set_offline(True)
    page.get_by_role("button", name=SEND).click()
    page.wait_for_timeout(1000)
    page.context.set_offline(False)
    page.go_back()

    expect(page.get_by_label(NOTE)).to_have_value("Skrevet i toget")


def test_without_a_script_the_next_step_is_a_tap_on_the_button_away(house: House) -> None:
    house.evening.step("skriv-uden-navn", "Det første")
    page = house.member(script=False)
    house.evening.step("droeft", "Det andet")
    page.get_by_role("link", name="Opdatér").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Det andet")


# Others' hands


def test_one_who_is_taken_out_sees_it_at_once(house: House) -> None:
    house.evening.step("skriv-uden-navn")
    page = house.member()
    name = f"Medlem {house.taken - 1}"
    helm = house.helm
    helm.open("deltagere")
    helm.press("Tag ud", helm.box(name))

    expect(page.get_by_text("ikke længere med i et møde")).to_be_visible()


def test_a_guest_votes_from_the_moment_the_facilitator_lets_them(house: House) -> None:
    house.evening.step("skriv-uden-navn")
    house.others("Prøve Skriver").write("Noget at stemme om", "styrker")
    house.evening.step("prikker-uden-navn", subjects=Subjects.BOARD, subject="swot")
    page = house.visitor()
    page.goto(f"/deltag?kode={house.evening.room.code}")
    page.get_by_label("Dit navn").fill("Prøve Stemmer")
    page.get_by_role("button", name="Gå ind som gæst").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Prøvetrin")
    gives = page.locator('form[action="/deltag/prik"] button')
    expect(gives).to_have_count(0)
    seat = next(
        s for s in entries(house.evening.db, house.evening.process.id, Seat)
        if s.person_id == page.locator('input[name="som"]').first.input_value()
    )  # fmt: skip
    let_vote(house.evening.db, LEADER, seat, votes=True)

    expect(gives.first).to_be_visible(timeout=15_000)


def test_a_phone_that_waits_is_let_in_without_touching_it(house: House) -> None:
    house.evening.step("skriv-uden-navn", "Styrker og svagheder")
    house.member()
    name = f"Medlem {house.taken - 1}"
    second = house.visitor()
    second.goto(f"/deltag?kode={house.evening.room.code}")
    second.get_by_role("link", name=name).click()
    second.get_by_role("button", name="Bed om at blive lukket ind").click()
    expect(second.get_by_role("heading", level=1)).to_have_text("Vent på proceslederen")
    helm = house.helm
    helm.open("deltagere")
    helm.press("Luk ind")

    expect(second.get_by_role("heading", level=1)).to_have_text(
        "Styrker og svagheder", timeout=15_000
    )


# Seen, heard and reached


def test_the_first_load_is_at_most_20_kb(house: House) -> None:
    house.evening.step(
        "skriv-uden-navn", ask="Hvad er kommunen god til for de unge, og hvor kniber det?"
    )
    other = house.others("Prøve Flittig")
    for number in range(12):
        other.write(f"Seddel nummer {number} med så mange ord, som der plejer at være", "styrker")
    page = house.member()
    fresh = page.context.new_page()
    line = page.context.new_cdp_session(fresh)
    line.send("Network.enable")
    line.send("Network.setCacheDisabled", {"cacheDisabled": True})
    loaded: list[float] = []
    line.on("Network.loadingFinished", lambda event: loaded.append(event["encodedDataLength"]))
    fresh.goto("/deltag")
    expect(fresh.get_by_label(NOTE)).to_be_visible()
    fresh.wait_for_timeout(500)

    assert len(loaded) == 5  # the page, three style sheets and the script
    assert sum(loaded) <= FIRST_LOAD, loaded


@dataclass
class Looks:
    """What axe found in each state of some phone, and whether a page went out at the side."""

    found: dict[str, list[str]] = field(default_factory=dict)

    def at(self, page: Page, state: str) -> None:
        page.wait_for_load_state()
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found = [*faults(page), *(["it scrolls sideways"] if wide > 0 else [])]
        if found:
            self.found[state] = found


@pytest.fixture(params=[HAND, NARROW], ids=["390", "320"])
def size(request: pytest.FixtureRequest) -> ViewportSize:
    found: ViewportSize = request.param
    return found


def test_axe_finds_nothing_at_the_door(house: House, size: ViewportSize) -> None:
    looks, page = Looks(), house.visitor(size=size)
    house.member()
    held = f"Medlem {house.taken - 1}"
    page.goto("/deltag")
    looks.at(page, "the code")
    page.goto("/deltag?kode=AAAAAA")
    looks.at(page, "a wrong code")
    page.goto(f"/deltag?kode={house.evening.room.code}")
    looks.at(page, "the names")
    page.get_by_label("Dit navn").fill("Prøve 010190-1234")
    page.get_by_role("button", name="Gå ind som gæst").click()
    expect(page.get_by_role("alert")).to_be_visible()
    looks.at(page, "a refused name")
    page.get_by_role("link", name=held).click()
    expect(page.get_by_role("heading", name=f"Er du {held}?")).to_be_visible()
    looks.at(page, "a held name")
    page.get_by_role("button", name="Bed om at blive lukket ind").click()
    expect(page.get_by_role("heading", name="Vent på proceslederen")).to_be_visible()
    looks.at(page, "waiting")

    assert looks.found == {}


def test_axe_finds_nothing_in_the_room(house: House, size: ViewportSize) -> None:
    looks = Looks()
    house.evening.step("skriv-uden-navn", ask="Hvad er kommunen god til?")
    page = house.member(size=size)
    write(page, "En seddel")
    expect(own(page)).to_contain_text("En seddel")
    looks.at(page, "writing")
    write(page, "010190-1234")
    expect(page.get_by_role("alert")).to_be_visible()
    looks.at(page, "a refusal")
    house.evening.step("droeft", "Det næste")
    expect(page.get_by_role("heading", level=1)).to_have_text("Det næste", timeout=15_000)
    looks.at(page, "what was being written")

    assert looks.found == {}


def test_axe_finds_nothing_on_the_pages_beside(house: House, size: ViewportSize) -> None:
    looks = Looks()
    step = house.evening.step("skriv-uden-navn", ask="Hvad er kommunen god til?")
    page = house.member(size=size)
    write(page, "En seddel")
    page.get_by_role("link", name="Ret sedlen").first.click()
    expect(page.get_by_role("heading", name="Ret din seddel")).to_be_visible()
    looks.at(page, "mending")
    page.goto("/deltag/mig")
    page.get_by_role("button", name="Vis min kode").click()
    expect(page.get_by_role("status")).to_contain_text("Din kode er")
    looks.at(page, "one's own page")
    close(house)
    page.goto("/deltag/tilbage")
    expect(page.get_by_role("heading", name=step.title).first).to_be_visible()
    looks.at(page, "looking back")
    page.goto("/deltag/sedler")
    looks.at(page, "all notes")

    assert looks.found == {}


def test_in_the_readers_own_colours_and_twice_as_large_nothing_is_lost(house: House) -> None:
    house.evening.step("skriv-uden-navn", ask="Hvad er kommunen god til?")
    page = house.member(forced_colors="active", reduced_motion="reduce")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    write(page, "En seddel")
    expect(own(page)).to_contain_text("En seddel")

    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_everything_that_is_tapped_is_large_enough(house: House) -> None:
    house.evening.step("skriv-uden-navn")
    page = house.member()
    write(page, "En seddel")
    expect(own(page)).to_contain_text("En seddel")
    small = page.evaluate(
        """() => [...document.querySelectorAll("a, button, label.choice, textarea")]
        .map((each) => [each.textContent.trim(), each.getBoundingClientRect()])
        .filter(([, box]) => box.height < 44).map(([text, box]) => `${text} ${box.height}`)"""
    )

    assert small == []


def test_the_way_in_and_a_note_by_keyboard_alone(house: House) -> None:
    step = house.evening.step("skriv-uden-navn", "Styrker og svagheder")
    page = house.visitor()
    page.goto("/deltag")
    tab_to(page, "Mødekode")
    page.keyboard.type(house.evening.room.code)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hvem er du?")
    tab_to(page, f"Medlem {house.taken}")
    house.taken += 1
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Styrker og svagheder")
    tab_to(page, "Styrker")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("Skrevet uden mus")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(own(page)).to_contain_text("Skrevet uden mus")
    tab_to(page, "Jeg er klar")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Du er klar.")).to_be_visible()
    expect(page.get_by_role("button", name="Jeg er ikke klar alligevel")).to_be_focused()

    assert [(n.text, n.field) for n in house.evening.notes(step)] == [
        ("Skrevet uden mus", "svagheder")
    ]


NAME = """() => {
  const at = document.activeElement;
  const outline = getComputedStyle(at).outlineStyle;
  const label = at.labels && at.labels.length ? at.labels[0].textContent : at.textContent;
  return [label.trim(), outline];
}"""


def tab_to(page: Page, label: str) -> None:
    """By the tab key to what bears the words; what has the focus must be seen."""
    for _ in range(120):
        page.keyboard.press("Tab")
        name, outline = page.evaluate(NAME)
        if name.startswith(label) and (name == label or not label.startswith("Medlem")):
            assert outline != "none", name
            return
    raise AssertionError(f"no way to {label}")


def test_the_time_is_spoken_three_times_and_little_else(house: House) -> None:
    """The clock is moved on by hand; the page never takes the focus and closes nothing."""
    house.evening.step("skriv-uden-navn", minutes=10)
    page = house.member()
    page.clock.install()
    page.reload()
    expect(page.locator(".sv-tid")).to_have_text("10 minutter tilbage")
    page.get_by_label(NOTE).focus()
    heard: list[str] = []
    for _ in range(66):
        page.clock.run_for(10_000)
        said = page.locator("#melding").text_content() or ""
        if said and said not in heard:
            heard.append(said)

    assert heard == ["Snart slut: 2 minutter tilbage", "Snart slut: under 1 minut tilbage",
                     "Tiden er gået"]  # fmt: skip
    expect(page.get_by_label(NOTE)).to_be_focused()
    expect(page.get_by_role("button", name=SEND)).to_be_enabled()


SPOKEN = """
- banner:
  - paragraph: Prøveaften
  - link /Dig/
- main:
  - status
  - heading "Prøvetrin" [level=1]
  - paragraph: Hvad er kommunen god til?
  - paragraph: /minutter tilbage/
  - paragraph:
    - strong: Trusler
    - text: /Hvad kan vælte/
  - text: Skriv en seddel
  - textbox "Skriv en seddel"
  - button "Send sedlen"
  - paragraph: /er klar/
  - button "Jeg er klar"
  - navigation "Siden"
"""


def test_the_page_reads_well_aloud(house: House) -> None:
    house.evening.step("skriv-uden-navn", ask="Hvad er kommunen god til?", fields=("trusler",))
    page = house.member()

    expect(page.locator("body")).to_match_aria_snapshot(SPOKEN)
