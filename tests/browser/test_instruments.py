"""The instruments' page in a browser: read by all, worked without a mouse, nothing harms it."""

import pytest
from playwright.sync_api import expect

from strategykit.domain.people import Access, Who
from strategykit.storage.database import Database
from tests.browser.test_accessibility import SIZES, troubles
from tests.browser.test_hostile import HARMED, Watched, parts_of, watch
from tests.browser.test_keyboard import tab_to
from tests.support.hostile import HARM
from tests.support.instrument_template import EVERY_INSTRUMENT, FILLED, fill_every
from tests.support.makers import a_process
from tests.support.server import Server
from tests.support.walking import Walker

KEYS = tuple(dict.fromkeys(key for key, _, _ in FILLED))
HOSTILE_TITLE = "[klik](http://canary.invalid/) **fed** $x$ <b>b</b> :red[r]"


@pytest.fixture(scope="module", autouse=True)
def processes(own_server: Server) -> None:
    """One filled in, two with nothing in them, and one in which every text would do harm."""
    database, who = (
        Database(f"sqlite:///{own_server.home / 'strategi.db'}"),
        Who(Access.FACILITATOR),
    )
    fill_every(database, who, a_process(database, who, template=EVERY_INSTRUMENT, name="fyldt"))
    a_process(database, who, template=EVERY_INSTRUMENT, name="tomt")
    a_process(database, who, template=EVERY_INSTRUMENT, name="begyndt")
    text = EVERY_INSTRUMENT.replace("title: Fire ting, vi tjekker", f'title: "{HOSTILE_TITLE}"')
    text = text.replace("title: Klart ansvar", f'title: "Klart ansvar {HOSTILE_TITLE}"')
    text = text.replace("title: Reglerne er klare", f'title: "Regler {HOSTILE_TITLE}"')
    fill_every(database, who, a_process(database, who, template=text, name="ondt"), HARM)
    database.close()


def parts(walker: Walker, key: str, process: str) -> list[str]:
    """Opens an instrument; gives the parts of its page."""
    walker.open(f"/redskaber?forloeb={process}&redskab={key}")
    return parts_of(walker) or [""]


@pytest.mark.parametrize(
    ("process", "size"), [("fyldt", "laptop"), ("fyldt", "phone"), ("tomt", "phone")]
)
def test_every_instrument_can_be_read_by_all(walker: Walker, process: str, size: str) -> None:
    walker.tab.set_viewport_size(SIZES[size])
    for key in KEYS:
        for part in parts(walker, key, process):
            if part:
                walker.part(part)
            walker.unfold_all()
            assert troubles(walker) == [], (key, part)


def test_hostile_text_is_only_text_in_every_instrument(walker: Walker, own_server: Server) -> None:
    watched = watch(walker.tab, own_server.address)
    for key in KEYS:
        for part in parts(walker, key, "ondt"):
            if part:
                walker.part(part)
            walker.unfold_all()
            assert walker.tab.evaluate(HARMED) == [], (key, part)
    assert watched == Watched()


def test_a_point_is_answered_with_the_keyboard_alone(walker: Walker) -> None:
    tab = walker.tab
    walker.open("/redskaber?forloeb=tomt&redskab=tjek")
    tab_to(tab, "Svar")
    tab.keyboard.type("delvis")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    tab.keyboard.type("Regnskabet")
    tab_to(tab, "Gem svaret")
    walker.act(lambda: tab.keyboard.press("Enter"))
    walker.told("Gemt.")

    walker.part("Hele listen")
    walker.sees("Delvis", "Regnskabet")
    expect(walker.main).to_contain_text("1 af 4 er udfyldt")


def test_who_saves_and_goes_on_is_led_to_the_next_point(walker: Walker) -> None:
    tab = walker.tab
    walker.open("/redskaber?forloeb=begyndt&redskab=tjek")
    tab_to(tab, "Svar")
    tab.keyboard.type("delvis")
    tab.keyboard.press("Enter")
    tab_to(tab, "Gem, og gå til næste punkt")
    walker.act(lambda: tab.keyboard.press("Enter"))
    walker.told("Svaret på punkt 1 er gemt.")

    expect(walker.main.get_by_role("heading", name="Der er sat mål")).to_be_focused()
    walker.sees("1 af 4 besvaret")
    tab.keyboard.press("Tab")
    expect(walker.main.get_by_role("combobox", name="Svar")).to_be_focused()


def test_what_is_typed_and_not_saved_is_there_when_one_comes_back(walker: Walker) -> None:
    walker.open("/redskaber?forloeb=begyndt&redskab=tjek")
    walker.choose("Punkt", "4.")
    walker.field("Hvad bygger I svaret på").fill("Samtaler på torvet")
    walker.press("Forrige punkt")
    walker.sees("Punkt 3 af 4")
    expect(walker.field("Hvad bygger I svaret på")).to_have_value("")
    walker.press("Næste punkt")

    walker.sees("Punkt 4 af 4", "er ikke gemt endnu")
    expect(walker.field("Hvad bygger I svaret på")).to_have_value("Samtaler på torvet")
