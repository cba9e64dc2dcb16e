"""A facilitator's way in and out, as a browser meets it."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from strategykit.participation.csrf import token as mark_of
from strategykit.reach import own_numbers
from tests.support.accessibility import faults, lost_words
from tests.support.browsing import english_left, settle, visit
from tests.support.certificates import a_certificate
from tests.support.server import SERVE, Server
from tests.support.signing import NAME, PASSWORD
from tests.support.visiting import Visitor
from tests.support.walking import Walker

RIGHT = {"navn": NAME, "adgangskode": PASSWORD}
FIRST = {"navn": NAME, "adgangskode": PASSWORD, "adgangskode_igen": PASSWORD}
SECRET = "f" * 32  # what a browser's sv_formular holds
SIZES = [(1920, 1080), (1366, 768), (390, 844), (320, 640)]


def code_of(server: Server) -> str:
    """The code that the terminal showed last."""
    return re.findall(r"Engangskode: (\w{4} \w{4})\n", server.output.read_text("utf-8"))[-1]


def filled(**fields: str) -> str:
    """The form of the browser that holds SECRET."""
    return urlencode({"_csrf": mark_of(SECRET), **fields})


def way(answer: tuple[object, str]) -> tuple[int, str]:
    response, _ = answer
    return response.status, response.headers.get("Location", "")  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def signed(own_server: Server) -> Server:
    """The module's server, on which a facilitator has an account."""
    assert own_server.cookie
    return own_server


# The first start


def test_the_terminal_gives_a_new_code_at_each_start_until_somebody_can_sign_in(
    tmp_path: Path,
) -> None:
    codes = []
    for _ in range(2):
        server = Server.start(tmp_path)
        codes.append(code_of(server))
        server.stop()
    server = Server.start(tmp_path)
    old, first = Visitor(server), Visitor(server)
    assert "passer ikke" in old.post("/logind/ny", engangskode=codes[0], **FIRST)[1]

    right = {"engangskode": code_of(server).lower(), "videre": "/swot?forloeb=broendby", **FIRST}
    assert way(first.post("/logind/ny", **right)) == (303, "/swot?forloeb=broendby")
    assert first.get("/")[0].status == 200
    server.stop()

    again = Server.start(tmp_path)
    said = again.output.read_text("utf-8")
    again.stop()
    assert "Engangskode" not in said


def test_before_anybody_can_sign_in_every_way_leads_to_the_code(
    start_server: Callable[..., Server],
) -> None:
    stranger = Visitor(start_server())

    assert way(stranger.get("/swot?forloeb=broendby")) == (
        303, "/logind?videre=/swot%3Fforloeb%3Dbroendby",
    )  # fmt: skip
    _, page = stranger.get("/logind?videre=/swot%3Fforloeb%3Dbroendby")
    assert "Den første procesleder" in page
    assert 'value="/swot?forloeb=broendby"' in page
    assert "passer ikke" in stranger.post("/logind/ny", engangskode="AAAA AAAA", **FIRST)[1]
    assert stranger.get("/")[0].status == 303


@pytest.mark.parametrize(
    ("wrong", "told", "field"),
    [
        ({"adgangskode_igen": "noget andet"}, "De to adgangskoder er ikke ens", "adgangskode"),
        ({"adgangskode": "kort", "adgangskode_igen": "kort"}, "mindst 10 tegn", "adgangskode"),
        ({"navn": "Ib 010190-1234"}, "ligner et CPR-nummer", "navn"),
        ({"engangskode": "FORK ERTX"}, "Koden passer ikke", "engangskode"),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_the_rest_is_kept(
    new_visitor: Callable[..., Page], signed: Server, wrong: dict[str, str], told: str, field: str
) -> None:
    tab = new_visitor(signed, stranger=True)
    tab.goto("/logind/ny")
    given = {"engangskode": "AAAA AAAA", **FIRST, "navn": "Ib Opdigtet", **wrong}
    for name, value in given.items():
        tab.locator(f"#{name}").evaluate("(box, text) => { box.value = text; }", value)
    tab.locator("form").evaluate("form => form.submit()")

    expect(tab.get_by_role("alert")).to_contain_text(told)
    expect(tab.locator(f"#{field}")).to_be_focused()
    expect(tab.locator(f"#{field}")).to_have_attribute("aria-invalid", "true")
    expect(tab.locator("#navn")).to_have_value(given["navn"])
    for hidden in ("adgangskode", "adgangskode_igen"):
        expect(tab.locator(f"#{hidden}")).to_have_value("")


# In


def test_one_signs_in_by_keyboard_and_is_where_one_wanted_to_be(
    new_visitor: Callable[..., Page], signed: Server
) -> None:
    tab = new_visitor(signed, stranger=True)
    tab.goto("/swot?forloeb=broendby")
    expect(tab.locator("#navn")).to_be_focused()

    tab.keyboard.type(NAME)
    tab.keyboard.press("Tab")
    tab.keyboard.type(PASSWORD)
    tab.keyboard.press("Enter")

    settle(tab)
    assert tab.url == f"{signed.address}/swot?forloeb=broendby"
    tab.reload()
    settle(tab)
    expect(tab.locator("h1")).to_have_text("SWOT")
    expect(tab.get_by_test_id("stSidebar")).to_contain_text(NAME)


@pytest.mark.parametrize(
    "wanted", ["//evil.example/", "https://evil.example", "/\\evil.example", "/logud", "/logind/ny"]
)
def test_signing_in_leads_nowhere_else(signed: Server, wanted: str) -> None:
    assert way(Visitor(signed).post("/logind", videre=wanted, **RIGHT)) == (303, "/")


@pytest.mark.parametrize(
    "given", [{"adgangskode": PASSWORD + "x"}, {"navn": "Ingen"}, {"adgangskode": ""}]
)
def test_a_wrong_name_and_a_wrong_password_get_the_same_answer(
    signed: Server, given: dict[str, str]
) -> None:
    visitor = Visitor(signed)

    response, page = visitor.post("/logind", **{**RIGHT, **given})

    assert response.status == 403
    assert "Navn og adgangskode passer ikke sammen." in page
    assert visitor.get("/")[0].status == 303


def cookie_of(visitor: Visitor, name: str) -> tuple[str, ...]:
    held = visitor.cookies[name]
    return tuple(held[flag] for flag in ("httponly", "samesite", "path", "secure"))


def test_no_script_and_no_other_site_gets_at_the_cookie(signed: Server) -> None:
    visitor = Visitor(signed)
    visitor.post("/logind", **RIGHT)

    for name in ("sv_logind", "sv_formular"):
        assert cookie_of(visitor, name) == (True, "lax", "/", "")  # type: ignore[comparison-overlap]


def test_under_tls_the_cookie_never_travels_in_the_open(
    start_server: Callable[..., Server], tmp_path: Path
) -> None:
    made = a_certificate(tmp_path)
    command = (*SERVE, "--cert", str(made.cert), "--key", str(made.key))
    server = start_server(command, cert=made.cert)
    visitor = Visitor(server)

    assert way(visitor.post("/logind/ny", engangskode=code_of(server), **FIRST)) == (303, "/")

    for name in ("sv_logind", "sv_formular"):
        assert cookie_of(visitor, name) == (True, "lax", "/", True)  # type: ignore[comparison-overlap]


@pytest.fixture(scope="module")
def in_the_room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that the room's network reaches, without TLS."""
    server = Server.start(tmp_path_factory.mktemp("lan"), (*SERVE, "--lan"))
    assert server.cookie
    yield server
    server.stop()


@pytest.mark.parametrize("how", ["another address", "localhost from elsewhere", "by a proxy"])
def test_without_tls_one_signs_in_at_the_machine_itself_alone(
    in_the_room: Server, how: str
) -> None:
    number = own_numbers()[0]
    name = number if how == "another address" else "localhost"
    by = number if how == "localhost from elsewhere" else "127.0.0.1"
    host = {"Host": f"{name}:{in_the_room.port}"}
    if how == "by a proxy":
        host["X-Forwarded-For"] = "192.0.2.9"

    _, page = in_the_room.ask("GET", "/logind", {**host, "Cookie": ""}, by=by)
    form = {**host, "Cookie": f"sv_formular={SECRET}", "Origin": f"http://{host['Host']}"}
    response, said = in_the_room.ask("POST", "/logind", form, filled(**RIGHT), by=by)

    assert "Her kan I ikke logge ind." in page.decode()
    assert b'type="password"' not in page
    assert response.status == 400
    assert "forbindelsen ikke er krypteret" in said.decode()
    assert "sv_logind" not in str(response.headers)


# Guessing


def post_once(server: Server, **fields: str) -> int:
    """One form of a browser that is not known, on a line of its own."""
    line = HTTPConnection("127.0.0.1", server.port, timeout=100)
    head = {
        "Host": f"localhost:{server.port}",
        "Origin": server.address,
        "Cookie": f"sv_formular={SECRET}",
    }
    line.request("POST", "/logind", filled(**fields), head)
    status = line.getresponse().status
    line.close()
    return status


def test_five_hundred_wrong_passwords_lock_nobody_out(start_server: Callable[..., Server]) -> None:
    server = start_server()
    known = Visitor(server)
    known.post("/logind/ny", engangskode=code_of(server), **FIRST)
    known.post("/logud")

    with ThreadPoolExecutor(100) as crowd:
        wrong = [
            crowd.submit(post_once, server, navn=NAME, adgangskode=f"gæt nummer {number}")
            for number in range(500)
        ]
        in_the_midst = way(known.post("/logind", **RIGHT))
        assert not all(guess.done() for guess in wrong)
        assert {guess.result() for guess in wrong} == {403}

    assert in_the_midst == (303, "/")
    assert post_once(server, **RIGHT) == 303


# Out


def test_signing_out_in_one_tab_ends_the_others(
    new_visitor: Callable[..., Page], signed: Server
) -> None:
    tab = new_visitor(signed)
    old = tab.context.new_page()
    visit(old, "/vision?forloeb=broendby")
    tab.goto("/logud")
    tab.get_by_role("button", name="Log ud").click()

    expect(old.get_by_role("status")).to_contain_text("I er logget ud", timeout=20_000)
    assert "videre=%2Fvision%3Fforloeb%3Dbroendby" in old.url
    expect(old.get_by_test_id("stApp")).to_have_count(0)


def test_a_tab_that_has_not_heard_of_it_saves_nothing(
    new_visitor: Callable[..., Page], signed: Server
) -> None:
    tab = new_visitor(signed)
    old = Walker(tab.context.new_page())
    old.tab.route("**/logind/inde", lambda asked: asked.abort())
    old.open("/vision?forloeb=broendby")
    old.part("Vision")
    old.write("Tekst", "Skrevet af en, der er logget ud.")
    tab.goto("/logud")
    tab.get_by_role("button", name="Log ud").click()
    expect(tab.get_by_role("status")).to_contain_text("I er logget ud")

    old.tab.get_by_role("button", name="Gem teksten", exact=True).click()

    expect(old.main).to_contain_text("I er ikke logget ind.", timeout=30_000)
    expect(old.main).to_contain_text("Det, I skrev sidst uden at gemme, er ikke gemt.")
    assert old.main.get_by_role("button").count() == 0
    back = old.main.get_by_role("link", name="Log ind").get_attribute("href")
    assert back == "/logind?videre=/vision%3Fforloeb%3Dbroendby"
    expect(old.tab.get_by_test_id("stSidebar").get_by_role("link")).to_have_count(0)
    assert english_left(old.tab) == []
    again = Walker(new_visitor(signed))
    again.open("/vision?forloeb=broendby")
    again.part("Vision")
    expect(again.main).not_to_contain_text("Skrevet af en")


def test_following_a_link_signs_nobody_out(signed: Server) -> None:
    visitor = Visitor(signed)
    visitor.post("/logind", **RIGHT)

    visitor.get("/logud")

    assert visitor.get("/")[0].status == 200


def test_a_copied_cookie_is_worth_nothing_after_signing_out(signed: Server) -> None:
    visitor, copy = Visitor(signed), Visitor(signed)
    visitor.post("/logind", **RIGHT)
    copy.cookies.load(visitor.cookies)
    assert copy.get("/")[0].status == 200

    visitor.post("/logud")

    assert copy.get("/")[0].status == 303
    assert copy.get("/logind/kolleger")[0].status == 303


# Colleagues


def test_a_colleague_is_let_in_by_a_code_and_taken_away_again(
    new_visitor: Callable[..., Page], signed: Server
) -> None:
    tab = new_visitor(signed)
    visit(tab)
    tab.get_by_test_id("stSidebar").get_by_role("link", name="Kolleger").click()
    tab.get_by_role("button", name="Lav en engangskode").click()
    code = tab.locator(".code").inner_text()
    colleague = Visitor(signed)
    given = {**FIRST, "navn": "Bo Opdigtet"}
    assert way(colleague.post("/logind/ny", engangskode=code, **given)) == (303, "/")
    assert colleague.get("/")[0].status == 200

    tab.goto("/logind/kolleger")
    assert code not in tab.content()
    tab.get_by_role("link", name="Fjern Bo Opdigtet").click()
    expect(tab.locator("h1")).to_have_text("Fjern Bo Opdigtet")
    tab.get_by_role("button", name="Fjern").click()

    expect(tab.locator("h1")).to_have_text("Kolleger")
    expect(tab.get_by_text("Bo Opdigtet")).to_have_count(0)
    assert colleague.get("/")[0].status == 303


# Forms


@pytest.mark.parametrize(
    ("cookie", "mark"),
    [
        (SECRET, None), (SECRET, ""), (SECRET, "x"), (SECRET, "ø" * 32), (SECRET, SECRET),
        (SECRET, mark_of("en andens")), ("", mark_of("")), ("", None),
    ],
)  # fmt: skip
def test_a_form_without_the_mark_is_refused_and_what_was_written_is_kept(
    signed: Server, cookie: str, mark: str | None
) -> None:
    fields = {"navn": "<b>Skrevet</b> af en, der ventede", "adgangskode": PASSWORD}
    if mark is not None:
        fields["_csrf"] = mark
    form = {"Origin": signed.address, "Cookie": f"sv_formular={cookie}" if cookie else ""}

    response, page = signed.ask("POST", "/logind", form, urlencode(fields))

    assert response.status == 403
    assert "Intet er gemt." in page.decode()
    assert "&lt;b&gt;Skrevet&lt;/b&gt; af en, der ventede" in page.decode()
    assert PASSWORD not in page.decode()
    assert "sv_logind" not in str(response.headers)


@pytest.mark.parametrize("body", ["navn=" + "x" * 300_000, "&".join(["a=b"] * 5_000)])
def test_a_form_that_nobody_writes_by_hand_is_not_read_to_its_end(
    signed: Server, body: str
) -> None:
    form = {"Origin": signed.address, "Cookie": f"sv_formular={SECRET}"}

    response, page = signed.ask("POST", "/logind", form, body)

    assert response.status == 413
    assert "i mindre dele" in page.decode()


# What everybody sees, and what nobody does


STATES = {
    "log ind": ("/logind", None),
    "logget ud": ("/logind?ud=1", None),
    "ny": ("/logind/ny", None),
    "forkert": ("/logind", "Log ind"),
}


@pytest.mark.parametrize("state", STATES)
def test_everybody_can_use_the_pages(
    new_visitor: Callable[..., Page], signed: Server, state: str
) -> None:
    path, pressed = STATES[state]
    tab = new_visitor(signed, stranger=True)
    tab.goto(path)
    if pressed:
        tab.locator("#navn").fill(NAME)
        tab.locator("#adgangskode").fill("noget andet")
        tab.get_by_role("button", name=pressed).click()
        expect(tab.get_by_role("alert")).to_be_visible()

    for width, height in SIZES:
        tab.set_viewport_size({"width": width, "height": height})
        assert faults(tab) == []
        assert tab.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("path", ["/logind", "/logud", "/logind/kolleger"])
def test_everybody_can_use_the_pages_of_those_who_are_in(
    new_visitor: Callable[..., Page], signed: Server, path: str
) -> None:
    tab = new_visitor(signed)
    tab.goto(path)
    if path.endswith("kolleger"):
        tab.get_by_role("button").click()
        expect(tab.locator(".code")).to_be_visible()

    for width, height in SIZES:
        tab.set_viewport_size({"width": width, "height": height})
        assert faults(tab) == []
        assert tab.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_no_words_are_lost_in_the_readers_own_colours(
    signed: Server, new_visitor: Callable[..., Page], scheme: str
) -> None:
    tab = new_visitor(signed, stranger=True, forced_colors="active", color_scheme=scheme)
    tab.goto("/logind")

    assert lost_words(tab) == []


def test_the_pages_need_no_script_and_fetch_one_small_file(signed: Server) -> None:
    response, page = Visitor(signed).get("/logind")

    assert "<script" not in page
    assert len(page.encode()) < 4_000
    assert "script-src 'self'" in response.headers["Content-Security-Policy"]
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Referrer-Policy"] == "same-origin"
    (style,) = re.findall(r'rel="stylesheet" href="([^"]+)"', page)
    fetched, _ = Visitor(signed).get(style)
    assert fetched.status == 200
    assert "immutable" in fetched.headers["Cache-Control"]


@pytest.mark.parametrize(("table", "path"), [("accounts", "/logind"), ("sign_ins", "/media/x")])
def test_a_fault_is_told_in_danish_by_its_number(
    start_server: Callable[..., Server], table: str, path: str
) -> None:
    server = start_server()
    assert server.cookie
    with closing(sqlite3.connect(server.home / "strategi.db")) as database:
        database.execute(f"ALTER TABLE {table} RENAME TO hemmelighed")

    response, said = server.ask("GET", path)

    number = re.search(r"Fejlnummeret er (\w{6})\.", said.decode())
    log = (server.home / "log" / "strategivaerksted.log").read_text("utf-8")
    assert (response.status, response.headers["X-Content-Type-Options"]) == (500, "nosniff")
    assert number
    assert f"fejl {number[1]}" in log
    assert "no such table" not in log + server.output.read_text("utf-8")


def test_no_name_token_or_password_stands_in_the_log_or_the_terminal(
    start_server: Callable[..., Server],
) -> None:
    server = start_server()
    code, visitor = code_of(server), Visitor(server)
    visitor.post("/logind/ny", engangskode=code, **FIRST)
    visitor.post("/logind", navn="Hemmelig Person", adgangskode="hemmelig adgangskode")
    visitor.post("/logind", **RIGHT)
    held = visitor.cookies["sv_logind"].value
    server.ask("GET", f"/logind?videre=/{held}", {"Cookie": f"sv_logind={held}"})
    server.ask("POST", "/logind", {"Origin": server.address, "Cookie": ""}, "hemmelig=hemmelig")

    written = server.output.read_text("utf-8").replace(f"Engangskode: {code}", "")
    for file in (server.home / "log").iterdir():
        written += file.read_text("utf-8")

    words = (held, held[:12], NAME, PASSWORD, "emmelig", code, code.replace(" ", ""))
    assert [word for word in words if word in written] == []


def test_the_menu_says_who_is_in(signed: Server, new_visitor: Callable[..., Page]) -> None:
    tab = new_visitor(signed)
    visit(tab)

    menu = tab.get_by_test_id("stSidebar")
    expect(menu).to_contain_text(NAME)
    menu.get_by_role("link", name="Log ud").click()

    expect(tab.locator("h1")).to_have_text("Log ud")
    tab.get_by_role("link", name="Bliv").click()
    settle(tab)


def test_two_browsers_of_one_person_are_signed_out_each_for_itself(signed: Server) -> None:
    one, other = Visitor(signed), Visitor(signed)
    for visitor in (one, other):
        visitor.post("/logind", **RIGHT)

    one.post("/logud")

    assert one.get("/")[0].status == 303
    assert other.get("/")[0].status == 200
