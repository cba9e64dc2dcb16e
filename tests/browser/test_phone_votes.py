"""Voting on the phone through the real server: with and without a script, by keyboard, and read."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from strategykit.actions.paper import Sheet, enter_paper_dots
from strategykit.actions.steps import step_from
from strategykit.actions.voting import set_dots
from strategykit.domain.boards import Dot
from strategykit.domain.steps import Step, Subjects
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from tests.support.accessibility import faults
from tests.support.halls import BOARD, LEADER, Hall, a_hall
from tests.support.phones import Answer, Phone
from tests.support.server import Server

HAND: ViewportSize = {"width": 390, "height": 844}
NARROW: ViewportSize = {"width": 320, "height": 640}
AREAS = ("Klart ansvar og fast koordinering", "Flere veje ind i job", "Boliger", "Fritid for alle")


@dataclass
class Running:
    """A hall on a server, with the phones that have joined it."""

    hall: Hall
    server: Server
    phones: dict[int, Phone] = field(default_factory=dict)

    @property
    def code(self) -> str:
        room = self.hall.view.room
        assert room is not None
        return room.code

    def phone(self, number: int) -> Phone:
        """The phone of the person with that number; the last one is the guest's."""
        if number not in self.phones:
            self.phones[number] = phone = Phone(self.server.port)
            joined = phone.join(self.code, self.hall.people[number].name)
            assert joined.status == 200, joined.text
        return self.phones[number]

    def fields(self, number: int) -> tuple[Answer, dict[str, str]]:
        """The page before the phone, and what its form sends along."""
        page = self.phone(number).get()
        return page, {"trin": page.hidden("trin"), "som": page.hidden("som")}

    def dot(self, number: int, subject_id: str, count: int) -> Answer:
        """So many dots on one thing."""
        _, fields = self.fields(number)
        return self.phone(number).post("/deltag/prik", emne=subject_id, antal=str(count), **fields)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    home = tmp_path_factory.mktemp("stemmer")
    db = Database(f"sqlite:///{home / 'strategi.db'}")
    migrate(db)
    hall = a_hall(db, 8)
    hall.areas(*AREAS)
    server = Server.start(home)
    yield Running(hall, server)
    server.stop()
    db.close()


@pytest.fixture
def phone_tab(chromium: Browser, running: Running) -> Iterator[Callable[..., Page]]:
    """A phone's browser in which the person has joined; `script` says whether it runs scripts."""
    contexts: list[BrowserContext] = []

    def opened(number: int, *, script: bool = True, size: ViewportSize = HAND) -> Page:
        phone = running.phone(number)
        contexts.append(
            chromium.new_context(
                base_url=running.server.address, viewport=size, java_script_enabled=script,
                locale="en-US",
            )
        )  # fmt: skip
        held = [
            {"name": name, "value": value, "url": running.server.address}
            for name, value in phone.cookies.items()
        ]
        contexts[-1].add_cookies(held)  # type: ignore[arg-type]
        tab = contexts[-1].new_page()
        tab.goto("/deltag")
        return tab

    yield opened
    for context in contexts:
        context.close()


def on_areas(running: Running, preset: str, title: str, **more: object) -> Step:
    return running.hall.on_areas(preset, title=title, **more)


def area_id(running: Running, name: str) -> str:
    step = step_from("rangordn", process_id="p", meeting_id="m", title="x", subjects=Subjects.AREAS)
    return next(s.id for s in running.hall.view.subjects(step) if s.title == name)


def test_dots_are_given_and_taken_back_without_a_script(
    running: Running, phone_tab: Callable[..., Page]
) -> None:
    on_areas(running, "prikker-uden-navn", "Giv prikker", budget=3, cap=2)
    tab = phone_tab(0, script=False)
    expect(tab.get_by_text("Du har 3 prikker at give.")).to_be_visible()

    for thing in ("Boliger", "Boliger", "Fritid for alle"):
        tab.get_by_role("button", name=f"En prik mere til {thing}").press("Enter")
    expect(tab.get_by_text("Du har 3 prikker, og alle er givet.")).to_be_visible()
    tab.get_by_role("button", name="En prik mere til Flere veje").press("Enter")

    expect(tab.get_by_role("alert")).to_contain_text("Du har givet alle dine 3 prikker")
    tab.get_by_role("button", name="En prik mindre til Boliger").press("Enter")
    expect(tab.get_by_text("Du har 3 prikker, og 1 er tilbage.")).to_be_visible()
    assert "#e-" in tab.url  # the page stays where the hand is
    assert tab.get_by_role("alert").count() == 0


def test_dots_with_a_script_keep_focus_and_speak(
    running: Running, phone_tab: Callable[..., Page]
) -> None:
    on_areas(running, "prikker-med-navn", "Giv flere prikker", budget=2, cap=2)
    tab = phone_tab(0)
    step = tab.locator("#trin")
    more = step.get_by_role("button", name="En prik mere til Boliger")

    more.focus()
    tab.keyboard.press("Enter")
    expect(step.get_by_text("Du har 2 prikker, og 1 er tilbage.").first).to_be_visible()
    expect(more).to_be_focused()
    tab.keyboard.press("Enter")
    expect(step.get_by_text("Du har 2 prikker, og alle er givet.").first).to_be_visible()
    tab.keyboard.press("Enter")

    expect(tab.locator("[data-svar=fast]")).to_contain_text("Du kan højst give 2 prikker")
    expect(tab.locator("#melding")).to_contain_text("alle er givet", timeout=15_000)
    assert "#" not in tab.url


def test_a_hundred_posts_at_the_limit_give_never_one_dot_too_many(running: Running) -> None:
    step = on_areas(running, "prikker-uden-navn", "Mange på én gang", budget=3, cap=2)
    ids = [area_id(running, name) for name in AREAS]
    _, fields = running.fields(1)
    phone = running.phone(1)

    def post(number: int) -> int:
        subject, count = ids[number % 4], str(1 + number % 2)
        return phone.post("/deltag/prik", emne=subject, antal=count, **fields).status

    with ThreadPoolExecutor(20) as pool:
        said = list(pool.map(post, range(100)))

    assert set(said) <= {200, 400}
    assert 200 in said
    assert 1 <= len(running.hall.dots(step)) <= 3


def test_a_double_tap_and_a_foreign_form(running: Running) -> None:
    step = on_areas(running, "prikker-med-navn", "Dobbelt", budget=3)
    boliger = area_id(running, "Boliger")
    first, again = running.dot(1, boliger, 1), running.dot(1, boliger, 1)
    _, fields = running.fields(1)
    too_much = running.phone(1).post("/deltag/prik", emne=boliger, antal="99", **fields)
    stranger = Phone(running.server.port)
    stranger.get("/deltag")
    refused = stranger.post("/deltag/prik", emne=boliger, antal="1", **fields)
    unmarked = Phone(running.server.port, cookies=dict(running.phone(1).cookies), csrf="forkert")
    without = unmarked.post("/deltag/prik", emne=boliger, antal="2", **fields)

    assert (first.said["ok"], again.said["ok"]) == (True, True)
    assert first.said["sagt"] == "Du har 3 prikker, og 2 er tilbage."
    assert (too_much.status, too_much.said["ok"]) == (400, False)
    assert refused.status == 403
    assert without.status == 403
    assert len(running.hall.dots(step)) == 1


def test_the_guest_the_second_way_and_the_closed_step_are_told_in_words(running: Running) -> None:
    hall = running.hall
    step = on_areas(running, "prikker-uden-navn", "Hvem må", budget=3)
    boliger = area_id(running, "Boliger")
    guest = Phone(running.server.port)
    guest.join_as_guest(running.code, "Prøve Gæst")
    enter_paper_dots(hall.db, LEADER, Sheet(step, hall.people[2].id), {boliger: 1})

    assert "Du stemmer ikke i dette trin" in guest.get().text
    assert "på en anden telefon eller på papir" in running.fields(2)[0].text
    assert running.dot(2, boliger, 1).status == 400
    for number in (3, 4):
        assert running.dot(number, boliger, 1).status == 200
    _, fields = running.fields(3)
    hall.close(step)
    closed = running.phone(3).get().text
    assert "Flest prikker: ”Boliger”." in closed
    assert "3 har svaret." in closed
    assert "fordelte sig" not in closed  # fewer than five
    assert "Flest prikker: ”Boliger”." in running.phone(3).get("/deltag/tilbage").text
    late = running.phone(3).post("/deltag/prik", emne=boliger, antal="2", **fields)
    assert "Trinnet er lukket, så det blev ikke sendt." in str(late.said["fejl"])


def test_nothing_of_an_open_vote_is_on_any_page(running: Running) -> None:
    step = on_areas(running, "prikker-uden-navn", "Skjult", budget=3)
    boliger = area_id(running, "Boliger")
    for number in (1, 3, 4):
        running.dot(number, boliger, 2)

    for path in ("/deltag", "/deltag/skaerm", "/deltag/tilbage"):
        page = running.phone(5).get(path).text
        assert "6 prikker" not in page
        assert step.title not in page.partition("<main")[2].partition("Resultat")[2]
    with running.hall.db.reading() as store:
        assert len(store.all(Dot, running.hall.process.id, step_id=step.id)) == 6


def test_value_and_effort_are_sent_and_changed_without_a_script(
    running: Running, phone_tab: Callable[..., Page]
) -> None:
    on_areas(running, "vaerdi-og-indsats", "Værdi og indsats")
    tab = phone_tab(0, script=False)
    thing = tab.get_by_role("group", name="Boliger")

    thing.get_by_label("Værdi").select_option("8")
    tab.get_by_role("button", name="Send svarene").press("Enter")
    expect(tab.get_by_text("Dine svar er gemt. Du kan ændre dem")).to_be_visible()
    thing.get_by_label("Indsats").select_option("3")
    thing.get_by_label("Værdi").select_option("Ved ikke")
    tab.get_by_role("button", name="Gem ændringerne").press("Enter")

    expect(thing.get_by_label("Indsats")).to_have_value("3")
    expect(thing.get_by_label("Værdi")).to_have_value("")


def test_a_ranking_with_a_doubled_place_keeps_every_choice_and_marks_them(
    running: Running, phone_tab: Callable[..., Page]
) -> None:
    on_areas(running, "rangordn", "Sæt i rækkefølge")
    tab = phone_tab(0, script=False)
    for name, place in zip(AREAS, ("1", "1", "3", ""), strict=True):
        tab.get_by_label(name).select_option(place)
    tab.get_by_role("button", name="Send rækkefølgen").press("Enter")

    expect(tab.get_by_role("alert")).to_contain_text("Plads 1 er givet til mere end én")
    expect(tab.get_by_label(AREAS[2])).to_have_value("3")
    marked = [tab.get_by_label(name).get_attribute("aria-invalid") for name in AREAS]
    assert marked == ["true", "true", None, "true"]

    tab.get_by_label(AREAS[1]).select_option("2")
    tab.get_by_label(AREAS[3]).select_option("4")
    tab.get_by_role("button", name="Send rækkefølgen").press("Enter")
    expect(tab.get_by_text("Din rækkefølge er gemt.")).to_be_visible()
    labels = tab.locator(".sv-raekke label").all_inner_texts()
    assert labels == list(AREAS)  # as they were ranked


@pytest.mark.parametrize("script", [True, False])
def test_a_nej_asks_for_its_reason_and_keeps_the_choice(
    running: Running, phone_tab: Callable[..., Page], *, script: bool
) -> None:
    running.hall.step("samtykke", title="Samtykke", ask="Går I videre med planen?")
    tab = phone_tab(0, script=script)
    tab.get_by_label("Nej", exact=True).check()
    tab.get_by_role("button", name="Send svaret").press("Enter")

    expect(tab.get_by_text("Skriv med en sætning, hvorfor du siger nej.")).to_be_visible()
    expect(tab.get_by_label("Nej", exact=True)).to_be_checked()
    tab.get_by_label("Begrundelse").fill("Vi mangler <b>de yngste</b>")
    tab.get_by_role("button", name="Send svaret").press("Enter")

    expect(tab.get_by_text("Dit svar er gemt. Du kan ændre det")).to_be_visible()
    expect(tab.get_by_label("Begrundelse")).to_have_value("Vi mangler <b>de yngste</b>")


def walked(tab: Page, presses: int = 80) -> list[str]:
    """The names of what Tab stops at, from the top of the page."""
    tab.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    names = []
    for _ in range(presses):
        tab.keyboard.press("Tab")
        at = tab.evaluate(
            "() => { const a = document.activeElement; return a === document.body ? '' :"
            " (a.innerText || a.name || a.id).trim() + ' ' + (a.getAttribute('value') || ''); }"
        )
        if not at:
            break
        names.append(at)
    return names


@pytest.mark.parametrize("size", [HAND, NARROW], ids=["390", "320"])
def test_every_state_is_clean_fits_and_is_reached_by_keyboard(
    running: Running, phone_tab: Callable[..., Page], size: ViewportSize
) -> None:
    hall = running.hall
    writing = hall.step("skriv-med-navn", title="Skriv", **BOARD)
    long = "Langtordudenmellemrum" * 8
    for number, text in enumerate(("En seddel", long, "Min egen <script>alert(1)</script>")):
        hall.write(writing, 2 - number, text)
    hall.close(writing)
    steps = (
        ("prikker-uden-navn", {**BOARD, "source_id": writing.id}, "En prik mere til"),
        ("vaerdi-og-indsats", {"subjects": Subjects.AREAS}, "Send svarene"),
        ("rangordn", {"subjects": Subjects.AREAS}, "Send rækkefølgen"),
        ("samtykke", {"ask": "Går I videre?"}, "Send svaret"),
    )
    tab = phone_tab(0, size=size)
    found: dict[str, list[str]] = {}
    for preset, more, button in steps:
        step = hall.step(preset, title=preset, **more)
        tab.goto("/deltag")
        expect(tab.get_by_role("button", name=button).first).to_be_visible()
        found[preset] = faults(tab)
        width = tab.evaluate("document.documentElement.scrollWidth")
        stops = walked(tab)
        assert width <= size["width"], preset
        assert "Opdatér" in " ".join(stops), preset
        if preset == "prikker-uden-navn":
            assert tab.get_by_text("Din egen seddel").count() == 1
            for number in range(3, 8):
                set_dots(hall.db, hall.phone(number), step.id, step_subject(hall, step), 1)
        hall.close(step)
        tab.goto("/deltag")
        expect(tab.get_by_role("heading", name="Resultat")).to_be_visible()
        found[f"{preset} lukket"] = faults(tab)

    assert {state: told for state, told in found.items() if told} == {}


def step_subject(hall: Hall, step: Step) -> str:
    return hall.view.subjects(step)[0].id


def test_forty_notes_to_vote_on_stay_light(running: Running) -> None:
    hall = running.hall
    writing = hall.step("skriv-uden-navn", title="Fyld væggen", **BOARD)
    for number in range(40):
        hall.write(writing, number % 4, f"Seddel nummer {number} om det, der er svært i dag")
    hall.close(writing)
    hall.step("prikker-uden-navn", title="Mange emner", source_id=writing.id, **BOARD)

    page = running.phone(5).get().text

    assert page.count("En prik mere til") == 1  # said once, not forty times
    assert page.count("Seddel nummer") == 40
    assert len(page.encode()) < 20_000
