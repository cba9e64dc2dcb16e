"""Forbindelsestjek in real browsers: a laptop, a phone, and what a camera reads between them."""

import io
from collections.abc import Callable, Iterator

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

from tests.support.accessibility import faults
from tests.support.browsing import LAPTOP
from tests.support.server import SERVE, Server

PHONE = {"width": 390, "height": 844}
NARROW = {"width": 320, "height": 640}
NAME = "strategi.example"
#: What the proxy in front adds; the phone is told apart from this machine by it.
FROM_ELSEWHERE = {"extra_http_headers": {"X-Forwarded-For": "198.51.100.7"}, "viewport": PHONE}

Visits = Callable[..., Page]


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    own = {"STRATEGYKIT_PROXY": "127.0.0.1", "STRATEGYKIT_NAVN": NAME}
    server = Server.start(tmp_path_factory.mktemp("home"), SERVE, **own)
    yield server
    server.stop()


@pytest.fixture
def laptop(new_visitor: Visits, behind: Server) -> Page:
    """The facilitator's tab with a check that nobody has answered."""
    tab = new_visitor(behind)
    tab.goto("/forbindelse")
    tab.get_by_role("button", name="Begynd forfra").click()
    expect(tab.get_by_role("status")).to_contain_text("Venter på en telefon")
    return tab


def read_by_a_camera(tab: Page) -> str:
    """The address in the pattern as it stands on the screen."""
    shot = tab.get_by_role("img", name="Mønster").screenshot()
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(shot)))
    return str(found.text)


@pytest.mark.parametrize("size", [LAPTOP, PHONE, NARROW], ids=["laptop", "phone", "narrow"])
def test_a_camera_reads_the_address_from_the_screen(laptop: Page, size: dict[str, int]) -> None:
    laptop.set_viewport_size(size)  # type: ignore[arg-type]

    code = laptop.locator(".sv-prov .sv-adresse").nth(1).inner_text()
    assert read_by_a_camera(laptop) == f"https://{NAME}/forbindelse/telefon?kode={code}"


def test_a_phone_answers_by_itself_and_the_laptop_turns_green(
    laptop: Page, new_visitor: Visits, behind: Server
) -> None:
    phone = new_visitor(behind, stranger=True, **FROM_ELSEWHERE)

    phone.goto(read_by_a_camera(laptop).removeprefix(f"https://{NAME}"))

    expect(phone.get_by_text("Forbindelsen virker.")).to_be_visible()
    expect(phone.get_by_text("Opdateringer kommer af sig selv.")).to_be_visible(timeout=10_000)
    status = laptop.get_by_role("status")
    expect(status).to_contain_text("En telefon har svaret.", timeout=15_000)
    expect(status).to_contain_text("Opdateringer kommer af sig selv", timeout=15_000)
    assert faults(laptop) == []
    assert faults(phone) == []


def test_without_scripts_there_is_a_button_on_both(
    laptop: Page, new_visitor: Visits, behind: Server
) -> None:
    code = laptop.locator(".sv-prov .sv-adresse").nth(1).inner_text()
    phone = new_visitor(behind, stranger=True, java_script_enabled=False, **FROM_ELSEWHERE)
    phone.goto("/forbindelse/telefon")

    phone.get_by_label("Koden fra skærmen").fill(f" {code[:2].lower()} {code[2:]}")
    phone.get_by_role("button", name="Videre").click()
    phone.get_by_role("button", name="Svar").click()
    laptop.get_by_role("link", name="Opdatér").click()

    expect(phone.get_by_role("heading", level=1)).to_have_text("Forbindelsen virker")
    expect(laptop.get_by_role("status")).to_contain_text("En telefon har svaret.")


def test_a_stream_that_never_comes_is_said_on_both(
    laptop: Page, new_visitor: Visits, behind: Server
) -> None:
    phone = new_visitor(behind, stranger=True, **FROM_ELSEWHERE)
    phone.route("**/opdateringer", lambda route: route.abort())

    phone.goto(read_by_a_camera(laptop).removeprefix(f"https://{NAME}"))

    held = "Opdateringer kommer ikke af sig selv"
    expect(phone.get_by_text(held)).to_be_visible(timeout=15_000)
    expect(laptop.get_by_role("status")).to_contain_text(held, timeout=15_000)


def test_signing_out_elsewhere_ends_the_open_page(laptop: Page) -> None:
    laptop.context.clear_cookies(name="sv_logind")

    expect(laptop).to_have_url("/logind?videre=/forbindelse", timeout=15_000)


@pytest.mark.parametrize("size", [LAPTOP, NARROW], ids=["laptop", "narrow"])
def test_every_state_is_reached_by_all(
    laptop: Page, new_visitor: Visits, behind: Server, server: Server, size: dict[str, int]
) -> None:
    stranger, local = new_visitor(behind, stranger=True), new_visitor(server)
    shown = (
        (laptop, ""),
        (local, "/forbindelse"),
        (stranger, "/forbindelse/telefon"),
        (stranger, "/forbindelse/telefon?kode=XXXX"),
    )
    for tab, path in shown:
        tab.set_viewport_size(size)  # type: ignore[arg-type]
        if path:
            tab.goto(path)
        assert faults(tab) == [], path
        assert tab.locator("h1").count() == 1
        assert tab.evaluate("document.documentElement.scrollWidth") <= size["width"]
