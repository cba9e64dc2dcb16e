"""The wall in every state, as it is seen from the back row, on three sizes of screen."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from strategykit.actions.acting import new_id
from strategykit.actions.goal_tables import deal, mark_presented, tables_at
from strategykit.actions.rooms import go_to_item
from strategykit.actions.steps import reveal, set_minutes_left
from strategykit.domain.access import Door
from strategykit.domain.areas import Area
from strategykit.domain.steps import Step, Subjects
from tests.support.accessibility import faults
from tests.support.browsing import signed_in_context
from tests.support.evenings import LEADER, an_evening
from tests.support.hostile import HARM
from tests.support.server import SERVE, Server
from tests.support.walls import Hand, a_hand, consents, ratings

SIZES: dict[str, ViewportSize] = {
    "projektor": {"width": 1920, "height": 1080},
    "laptop": {"width": 1366, "height": 768},
    "lille laptop": {"width": 1280, "height": 720},
}
BACK_ROW, QUESTION = 28, 48  # pixels of a screen that is 1080 high
ON_THE_BOARD = {"subjects": Subjects.BOARD, "subject": "swot", "item": 4}
ON_AREAS = {"subjects": Subjects.AREAS, "item": 4}
ASK = "Hvordan står ungeindsatsen i Brøndby Kommune i dag?"
QUESTION_TO_ALL = "Hvad skal være anderledes om fire år, hvis strategien er lykkedes?"
LONG = " ".join(["Hvordan kan vi sammen sørge for, at ingen ung står alene med det"] * 12)

#: What is seen: sizes of type, and whether anything runs out of the screen or under the frame.
SEEN = """() => {
  const walker = document.createTreeWalker(document.getElementById("vaeg"), NodeFilter.SHOW_TEXT);
  const small = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.nodeValue.trim()) continue;
    const element = node.parentElement;
    if (!element.checkVisibility() || element.closest(".kun-hoert, noscript")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (!box.width) continue;
    const svg = element.ownerSVGElement;
    const scale = svg ? svg.getScreenCTM().a : 1;
    const pixels = parseFloat(getComputedStyle(element).fontSize) * scale;
    small.push([Math.round(pixels * 10) / 10, node.nodeValue.trim().slice(0, 40)]);
  }
  small.sort((a, b) => a[0] - b[0]);
  const root = document.documentElement;
  const scene = document.querySelector(".scene");
  const end = scene.getBoundingClientRect().bottom;
  const wall = [...document.querySelectorAll("#vaeg, #vaeg *")];
  const out = wall.filter((each) => {
    if (each.matches(".vindue *, .kun-hoert") || !each.checkVisibility()) return false;
    const own = each.getBoundingClientRect();
    const low = scene.contains(each) ? end : innerHeight;
    return own.width && (own.bottom > low + 1 || own.right > innerWidth + 1 || own.left < -1);
  });
  const cut = [...document.querySelectorAll("[data-js-vist] .vindue")].filter((window) => {
    const box = window.getBoundingClientRect();
    return [...window.querySelectorAll(".tekst-paa, .raekke")].some((each) => {
      const own = each.getBoundingClientRect();
      const here = own.left < box.right - 5 && own.right > box.left + 5;
      return here && own.bottom > box.bottom + 2;
    });
  });
  const heading = document.querySelector("#vaeg h1");
  return {
    smallest: small[0] || [1000, ""],
    heading: parseFloat(getComputedStyle(heading).fontSize),
    scrolls: root.scrollHeight > innerHeight || root.scrollWidth > innerWidth,
    out: [...out, ...cut].map((each) => each.outerHTML.slice(0, 80)),
  };
}"""


@pytest.fixture(scope="module")
def lan_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that phones can reach, so that the wall shows them the way."""
    server = Server.start(tmp_path_factory.mktemp("home"), (*SERVE, "--lan"))
    yield server
    server.stop()


@pytest.fixture
def hand(lan_server: Server) -> Hand:
    made = a_hand(an_evening(lan_server.home, members=12, name=f"vaeg-{new_id()[:8]}"))
    made.named(["Åse Ørum Prøve", "Karen Margrethe Prøve-Larsen", "Bent Prøve"])
    made.areas()
    made.vision()
    return made


@pytest.fixture(scope="module")
def walls(chromium: Browser, lan_server: Server) -> Iterator[dict[str, Page]]:
    """One window of the facilitator's for each size."""
    contexts = [
        signed_in_context(chromium, lan_server, viewport=size, locale="en-US")
        for size in SIZES.values()
    ]
    tabs = [context.new_page() for context in contexts]
    yield dict(zip(SIZES, tabs, strict=True))
    for context in contexts:
        context.close()


def collecting(hand: Hand, count: int) -> None:
    hand.at("skriv-uden-navn", "SWOT", ask=ASK, minutes=15)
    hand.notes(count)


def grouping(hand: Hand) -> None:
    hand.at("skriv-uden-navn", "SWOT", ask=ASK)
    made = hand.notes(14)
    hand.at("saml", "Saml sedlerne", ask="Hvilke sedler siger det samme?", subject="swot")
    hand.group("Vi har folk og viden", [note for note in made if note.field == "styrker"][:3])
    hand.group("Uklart ansvar", [note for note in made if note.field == "svagheder"][:2])


def many_fields(hand: Hand) -> None:
    collecting(hand, 10)
    made = [hand.a_note(f"Seddel uden felt {n}", "", hand.step, n) for n in range(5)]
    hand.keep(made)


def hostile(hand: Hand) -> None:
    step = hand.at("skriv-med-navn", f"Titel {HARM}", ask=f"Spørgsmål {HARM}")
    harm = HARM.replace("\x00", "").replace("\ud800", "")
    long_note = "Uafbrudt" * 60
    hand.keep([
        hand.a_note(text, field, step, number, author_id=hand.evening.people[1])
        for number, (text, field) in enumerate([
            (harm, "styrker"), (long_note, "svagheder"), (LONG[:500], "trusler"),
        ])
    ])  # fmt: skip


def one_large_group(hand: Hand) -> None:
    hand.at("skriv-uden-navn", "SWOT", ask=ASK)
    made = hand.notes(40, field="styrker")
    hand.at("saml", "Saml sedlerne", ask="Hvilke sedler siger det samme?", subject="swot")
    hand.group("Det meste siger det samme", made[:36])


def voted(hand: Hand, *, closed: bool, spread: bool = False) -> None:
    collecting(hand, 14)
    hand.at("prikker-med-navn", "Prikker", ask="Hvad er vigtigst?", **ON_THE_BOARD)
    hand.dots()
    if closed:
        hand.close()
    hand.room(spread_shown=spread)


def many_areas(hand: Hand) -> None:
    process_id = hand.evening.process.id
    named = "Sammenhæng mellem skole, uddannelsesvejledning og jobcenter, nummer"
    hand.keep([
        Area(id=new_id(), process_id=process_id, name=f"{named} {number}") for number in range(8)
    ])  # fmt: skip


def rated(hand: Hand, *, spread: bool = False) -> None:
    hand.at("vaerdi-og-indsats", "Værdi og indsats", ask="Hvad betyder det?", **ON_AREAS)
    hand.ballots(ratings())
    hand.close()
    hand.room(spread_shown=spread)


def consented(hand: Hand, *, closed: bool, spread: bool = False) -> None:
    about = {"subjects": Subjects.STATEMENT, "subject": "vision", "item": 4}
    hand.at("samtykke", "Samtykke til visionen", ask="Kan I stå bag visionen?", **about)
    hand.ballots(consents())
    if closed:
        hand.close()
    hand.room(spread_shown=spread)


def at_tables(hand: Hand, *, presented: int = -1) -> None:
    with hand.evening.db.reading() as store:
        areas = store.all(Area, hand.evening.process.id)
    step = hand.at("maal-ved-borde", "Mål ved borde", ask="Hvilke mål sætter I?", **ON_AREAS)
    deal(hand.evening.db, LEADER, step, hand.view.seats, [area.id for area in areas])
    if presented < 0:
        return
    hand.goals(areas)
    hand.close()
    with hand.evening.db.reading() as store:
        tables = tables_at(store, step)
    for each in tables[:presented]:
        mark_presented(hand.evening.db, LEADER, each.table, presented=True)


def many_tables(hand: Hand) -> None:
    many_areas(hand)
    at_tables(hand)


def blind(hand: Hand, *, revealed: bool = False) -> None:
    step = hand.at("skriv-i-stilhed", "Drømme", ask="Hvordan ser det ud?", subject="droemme")
    hand.notes(17, field="droem")
    if revealed:
        reveal(hand.evening.db, LEADER, step)


def timed(hand: Hand, minutes: int) -> None:
    collecting(hand, 6)
    set_minutes_left(hand.evening.db, LEADER, hand.step, minutes)


def between(hand: Hand) -> None:
    go_to_item(hand.evening.db, LEADER, hand.evening.room_now, hand.view.items[3])


def asked(hand: Hand, question: str) -> Step:
    return hand.at("droeft", "Drøft", ask=question)


STATES: dict[str, Callable[[Hand], object]] = {
    "koden": lambda hand: hand.room(code_shown=True),
    "mellem trin": between,
    "ingen sedler": lambda hand: hand.at("skriv-uden-navn", "SWOT", ask=ASK),
    "14 sedler": lambda hand: collecting(hand, 14),
    "150 sedler": lambda hand: collecting(hand, 150),
    "300 sedler": lambda hand: collecting(hand, 300),
    "sedler uden felt": many_fields,
    "i stilhed": blind,
    "afsløret": lambda hand: blind(hand, revealed=True),
    "samlet": grouping,
    "prikker åbne": lambda hand: voted(hand, closed=False),
    "prikker lukket": lambda hand: voted(hand, closed=True),
    "prikker spredt": lambda hand: voted(hand, closed=True, spread=True),
    "vurdering": rated,
    "vurdering spredt": lambda hand: rated(hand, spread=True),
    "vurdering af 12": lambda hand: (many_areas(hand), rated(hand)),
    "stor gruppe": one_large_group,
    "samtykke åbent": lambda hand: consented(hand, closed=False),
    "samtykke lukket": lambda hand: consented(hand, closed=True),
    "samtykke spredt": lambda hand: consented(hand, closed=True, spread=True),
    "drøft": lambda hand: asked(hand, QUESTION_TO_ALL),
    "langt spørgsmål": lambda hand: asked(hand, LONG),
    "borde": at_tables,
    "mange borde": many_tables,
    "fremlæggelse": lambda hand: at_tables(hand, presented=0),
    "alle mål": lambda hand: at_tables(hand, presented=4),
    "snart slut": lambda hand: timed(hand, 1),
    "ondt": hostile,
}


@pytest.mark.parametrize("state", STATES)
def test_the_back_row_can_read_it(state: str, hand: Hand, walls: dict[str, Page]) -> None:
    STATES[state](hand)

    found = {size: seen(tab, hand, state) for size, tab in walls.items()}

    for size, about in found.items():
        assert about.problems(SIZES[size]) == [], f"{state} på {size}"
    assert faults(walls["projektor"]) == []
    assert "Åse Ørum" not in walls["projektor"].content() or state in NAMED


NAMED = ("borde", "mange borde", "samtykke spredt")


@dataclass(frozen=True)
class Seen:
    """What a window shows."""

    smallest: tuple[float, str]
    heading: float
    scrolls: bool
    out: list[str]

    def problems(self, size: ViewportSize) -> list[str]:
        """The type may follow the height of the screen: a mirrored laptop shows the same wall."""
        share = size["height"] / 1080
        found = [f"ude af billedet: {each}" for each in self.out]
        if self.smallest[0] < BACK_ROW * share - 0.1:
            found.append(f"for lille: {self.smallest}")
        if self.heading < QUESTION * share - 0.1:
            found.append(f"overskriften er {self.heading}")
        return [*found, *(["der skal rulles"] if self.scrolls else [])]


def seen(tab: Page, hand: Hand, name: str) -> Seen:
    """The wall in one window, with a picture of it to look at."""
    tab.goto(f"/projektor?moede={hand.evening.meeting.id}")
    tab.wait_for_function("document.documentElement.classList.contains('js')")
    tab.wait_for_timeout(150)
    width = tab.viewport_size["width"] if tab.viewport_size else 0
    tab.screenshot(path=f"build/projektor/{name.replace(' ', '-')}-{width}.png")
    found = tab.evaluate(SEEN)
    return Seen(tuple(found["smallest"]), found["heading"], found["scrolls"], found["out"])


@pytest.mark.parametrize(
    "options",
    [{"viewport": {"width": 320, "height": 640}}, {"forced_colors": "active"}],
    ids=["320 px", "tvungne farver"],
)
@pytest.mark.parametrize("state", ["koden", "14 sedler", "prikker lukket", "vurdering", "borde"])
def test_the_wall_can_be_read_on_a_phone_and_in_forced_colours(
    state: str, options: dict[str, Any], hand: Hand, chromium: Browser, lan_server: Server
) -> None:
    STATES[state](hand)
    context = signed_in_context(chromium, lan_server, **options)
    tab = context.new_page()
    tab.goto(f"/projektor?moede={hand.evening.meeting.id}")
    tab.wait_for_timeout(200)

    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert faults(tab) == []
    context.close()


def test_harm_runs_nowhere(hand: Hand, walls: dict[str, Page]) -> None:
    hostile(hand)
    tab, heard = walls["laptop"], []
    tab.on("dialog", lambda dialog: (heard.append(dialog.message), dialog.dismiss()))
    tab.on("request", lambda asked: heard.append(asked.url) if "canary" in asked.url else None)

    tab.goto(f"/projektor?moede={hand.evening.meeting.id}")
    tab.wait_for_timeout(500)

    assert heard == []
    assert tab.locator("#vaeg :is(img, script, b, i, a)").count() == 0
    assert "<script>alert(2)</script>" in tab.locator("#vaeg").inner_text()


def test_a_dark_wall_is_dark(hand: Hand, walls: dict[str, Page]) -> None:
    collecting(hand, 3)
    hand.room(blanked=True)
    tab = walls["laptop"]
    tab.goto(f"/projektor?moede={hand.evening.meeting.id}")

    grounds = tab.evaluate(
        "[document.body, document.getElementById('vaeg')]"
        ".map((each) => getComputedStyle(each).backgroundColor)"
    )

    assert grounds == ["rgb(16, 20, 21)"] * 2
    assert tab.locator("#vaeg").inner_text().strip() == "Skærmen er mørk"


def test_without_a_script_the_whole_wall_is_there(
    chromium: Browser, lan_server: Server, hand: Hand
) -> None:
    collecting(hand, 150)
    context = signed_in_context(chromium, lan_server, java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"/projektor?moede={hand.evening.meeting.id}")

    assert tab.locator(".kort").count() >= 150
    assert tab.locator(".kort").last.is_visible()
    context.close()


def test_a_stranger_and_a_phone_get_no_wall(
    chromium: Browser, lan_server: Server, hand: Hand
) -> None:
    collecting(hand, 3)
    for cookies in ({}, hand.evening.cookie(Door.DEVICE)):
        context = chromium.new_context(base_url=lan_server.address)
        context.add_cookies([
            {"name": name, "value": value, "url": lan_server.address}
            for name, value in cookies.items()
        ])  # fmt: skip
        tab = context.new_page()
        tab.goto("/projektor")
        assert tab.get_by_role("heading", level=1).inner_text() == "Skriv koden på styringen"
        for path in ("", "/skaerm"):
            answer = tab.goto(f"/projektor{path}?moede={hand.evening.meeting.id}")
            assert answer is not None
            assert "/logind" in tab.url
        answer = tab.goto(f"/projektor/strom?moede={hand.evening.meeting.id}")
        assert answer is not None
        assert answer.status == 403
        context.close()
