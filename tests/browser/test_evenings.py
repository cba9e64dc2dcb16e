"""Three evenings of the shipped process with facilitator, projector and phone at the same time."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO

import docx
import pytest
from playwright.sync_api import Browser, Page, expect
from playwright.sync_api import TimeoutError as NothingHappened

from strategykit.actions.acting import new_id
from strategykit.actions.drafts import draft_word
from strategykit.actions.processes import process_by_name
from strategykit.actions.registers import add_entry, change_entry, entries
from strategykit.actions.statements import save_statement, statement_of
from strategykit.domain.access import Door
from strategykit.domain.areas import Area, Choice
from strategykit.domain.boards import Note
from strategykit.domain.meetings import Meeting
from strategykit.domain.people import Access, Person, Who
from strategykit.domain.process import Process
from strategykit.domain.rooms import Room
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from tests.support.makers import a_process
from tests.support.phones import Phone
from tests.support.server import Server

LEADER = Who(Access.FACILITATOR)
NAMES = [f"Medlem {letter}" for letter in "ABCDEF"]
VALUE, DOTS, TABLES = "Værdi og indsats", "Prikker på forslagene", "Skriv mål ved bordene"
STANDING = """() => {
  const here = document.querySelector("#her-navn");
  const large = document.querySelector(".sv-stor");
  return here && large ? here.innerText + " | " + large.innerText : "";
}"""
PROJECTOR, PHONE, LAPTOP = (1920, 1080), (390, 844), (1366, 768)


@dataclass
class Night:
    """One meeting with its three windows and the phones of the other members."""

    db: Database
    process: Process
    helm: Page
    wall: Page
    phone: Page
    others: list[Phone]

    def to(self, title: str) -> None:
        """Straight to the step by the agenda."""
        self.helm.get_by_role("link", name="Nu", exact=True).click()
        self.helm.get_by_role("button", name=f"Gå hertil {title}", exact=True).last.click()
        expect(self.helm.locator("#her-navn")).to_have_text(title)

    def press(self) -> str:
        """The large button, whatever it says; gives what it said."""
        before = self.helm.evaluate(STANDING)
        button = self.helm.locator(".sv-stor").first
        words = button.inner_text()
        button.click()
        expect(self.helm.locator(".sv-stor").first).to_be_visible()
        self._wait_until_other_than(before)
        return words

    def _wait_until_other_than(self, before: str) -> None:
        told = self.helm.locator("#sagt, .alarm").all_inner_texts()
        changed = f"was => {{ const now = ({STANDING})(); return now && now !== was; }}"
        try:
            self.helm.wait_for_function(changed, arg=before, timeout=15_000)
        except NothingHappened:
            raise AssertionError(f"stands at {before}, was told {told}") from None

    def open(self) -> None:
        assert re.match("Åbn|Begynd|Send bordene", self.press())

    def close(self) -> None:
        assert re.match("Luk|Kald bordene", self.press())

    def each(self, act: Callable[[Phone, int], None]) -> None:
        for number, phone in enumerate(self.others, start=1):
            act(phone, number)

    def write(self, text: str, field: str) -> None:
        """The member with the real phone writes a note."""
        if field:
            self.phone.get_by_role("radio", name=re.compile(f"^{field}")).check()
        self.phone.get_by_label("Skriv en seddel").fill(text)
        self.phone.get_by_role("button", name="Send sedlen").click()
        expect(self.phone.locator(".sv-egne")).to_contain_text(text)


@pytest.fixture(scope="module")
def db(own_server: Server) -> Iterator[Database]:
    database = Database(f"sqlite:///{own_server.home / 'strategi.db'}")
    migrate(database)
    yield database
    database.close()


@pytest.fixture(scope="module")
def process(db: Database) -> Process:
    made = a_process(db, LEADER, name="aftener", title="Prøvestrategi for unge")
    for name in NAMES:
        add_entry(db, LEADER, Person(id=new_id(), process_id=made.id, name=name))
    return made


@pytest.fixture
def night(
    chromium: Browser, own_server: Server, db: Database, process: Process
) -> Iterator[Callable[[str], Night]]:
    contexts = []
    token = own_server.sign_in()

    def window(size: tuple[int, int], *, signed_in: bool = True) -> Page:
        viewport = {"width": size[0], "height": size[1]}
        context = chromium.new_context(base_url=own_server.address, viewport=viewport)  # type: ignore[arg-type]
        contexts.append(context)
        if signed_in:
            cookie = {"name": Door.FACILITATOR.cookie, "value": token, "url": own_server.address}
            context.add_cookies([cookie])  # type: ignore[list-item]
        return context.new_page()

    yield lambda key: _begun(window, db, process, own_server.port, key)
    for context in contexts:
        context.close()
    for room in entries(db, process.id, Room):
        if room.is_open:
            ended = Room(**{**vars(room), "ended_at": room.opened_at, "code": "", "step_id": ""})
            change_entry(db, LEADER, room, ended)


def _begun(
    window: Callable[..., Page], db: Database, process: Process, port: int, key: str
) -> Night:
    """The meeting is open, the wall shows its code and everybody is in."""
    meeting = next(m for m in entries(db, process.id, Meeting) if m.key == key)
    helm, wall, phone = window(LAPTOP), window(PROJECTOR), window(PHONE, signed_in=False)
    helm.goto(f"/styring?moede={meeting.id}")
    wall.goto(f"/projektor?moede={meeting.id}")
    made = Night(db, process, helm, wall, phone, [])
    made.press()
    room = next(r for r in entries(db, process.id, Room) if r.is_open)
    expect(wall.locator("body")).to_contain_text(room.code[:3])
    phone.goto(f"/deltag?kode={room.code}")
    phone.get_by_role("button", name=NAMES[0]).click()
    expect(phone.get_by_role("heading", level=1)).to_be_visible()
    for name in NAMES[1:]:
        other = Phone(port)
        other.join(room.code, name)
        made.others.append(other)
    return made


def dot(phone: Phone, subject_id: str) -> None:
    page = phone.get()
    phone.post("/deltag/prik", trin=page.hidden("trin"), som=page.hidden("som"), emne=subject_id,
               antal="1")  # fmt: skip


def answer(phone: Phone, stance: str, reason: str = "") -> None:
    page = phone.get()
    said = phone.post("/deltag/svar", trin=page.hidden("trin"), som=page.hidden("som"), svar=stance,
                      begrundelse=reason)  # fmt: skip
    assert said.status == 200, said.text


def words(db: Database, process: Process) -> str:
    """The Word draft as it would be read."""
    document = docx.Document(BytesIO(draft_word(db, process_by_name(db, process.name))))
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_workshop_1_writes_votes_and_disagrees(
    night: Callable[[str], Night], process: Process
) -> None:
    now = night("workshop1")
    _swot(now, process)
    _vision(now)


def _swot(now: Night, process: Process) -> None:
    """The member's note arrives on the wall without a name, and dots are hidden until closed."""
    now.to("Skriv til SWOT'en")
    now.open()
    now.write("Vi finder de unge hurtigt", "Styrker")
    expect(now.wall.locator("body")).to_contain_text("Vi finder de unge hurtigt")
    now.each(lambda phone, n: phone.write(f"Vi mangler bus nummer {n}", "svagheder") and None)
    expect(now.wall.locator("body")).to_contain_text("Vi mangler bus nummer 5")
    assert NAMES[0] not in now.wall.content()
    now.close()

    now.to("Prikker på SWOT'en")
    now.open()
    notes = {note.text: note for note in entries(now.db, process.id, Note)}
    bus = notes["Vi mangler bus nummer 1"]
    now.phone.get_by_role("button", name=re.compile(f"mere til\\s+{bus.text}")).click()
    expect(now.phone.locator(".sv-rest")).to_contain_text("4")
    now.each(lambda phone, n: dot(phone, bus.id) if n > 1 else None)
    now.close()
    expect(now.wall.locator("body")).to_contain_text(bus.text)


def _vision(now: Night) -> None:
    """One says no with a reason and wants it written down."""
    vision = statement_of(now.db, now.process.id, "vision")
    changed = type(vision)(**{**vars(vision), "text": "Alle unge hos os er på vej."})
    save_statement(now.db, LEADER, vision, changed)
    now.to("Samtykke til udkastet til visionen")
    now.open()
    expect(now.phone.locator("main")).to_contain_text("Alle unge hos os er på vej.")
    now.phone.get_by_role("radio", name="Nej").check()
    now.phone.get_by_label("Begrundelse").fill("Den siger intet om lærepladser.")
    now.phone.get_by_role("button", name="Send svaret").click()
    expect(now.phone.locator("main")).to_contain_text("Dit svar er gemt")
    now.each(lambda phone, _n: answer(phone, "yes"))
    now.close()
    expect(now.wall.locator("body")).to_contain_text("1 har sagt nej")
    now.phone.get_by_role("link", name="Jeg ønsker en mindretalsudtalelse").click()
    now.phone.get_by_label("Det vil jeg have skrevet ned").fill("Jeg savner lærepladserne.")
    now.phone.get_by_role("button", name="Send til proceslederen").click()
    expect(now.phone.locator("main")).to_contain_text("Din udtalelse er gemt")


def test_workshop_2_chooses_areas_by_value_effort_and_dots(
    night: Callable[[str], Night], process: Process
) -> None:
    now = night("workshop2")
    for name in ("Lærepladser", "Busser"):
        add_entry(now.db, LEADER, Area(id=new_id(), process_id=process.id, name=name))
    areas = {area.name: area for area in entries(now.db, process.id, Area)}
    now.to(VALUE)
    now.open()
    for area in areas.values():
        group = now.phone.get_by_role("group", name=area.name)
        group.get_by_label("Værdi").select_option("9")
        group.get_by_label("Indsats").select_option("3")
    now.phone.get_by_role("button", name="Send svarene").click()
    expect(now.phone.locator("main")).to_contain_text("Dine svar er gemt")
    now.close()
    now.helm.get_by_role("button", name="Sæt tallene på indsatsområderne").click()
    expect(now.helm.locator("#sagt")).to_contain_text("indsatsområde", ignore_case=True)

    now.to(DOTS)
    now.open()
    now.each(lambda phone, n: dot(phone, areas["Lærepladser" if n < 5 else "Busser"].id))
    now.close()
    expect(now.wall.locator("body")).to_contain_text("Lærepladser")

    kept = next(a for a in entries(now.db, process.id, Area) if a.name == "Lærepladser")
    assert (kept.value, kept.effort) == (9, 3)
    chosen = Area(**{**vars(kept), "choice": Choice.PURSUED, "reason": "De unge mangler dem."})
    change_entry(now.db, LEADER, kept, chosen)


def test_workshop_3_sets_goals_at_tables_and_all_of_it_is_in_the_draft(
    night: Callable[[str], Night], process: Process
) -> None:
    now = night("workshop3")
    now.to(TABLES)
    now.helm.get_by_role("link", name="Borde").first.click()
    now.helm.get_by_role("button", name="Del ud på borde").click()
    expect(now.helm.locator(".sv-borde")).to_contain_text("Bord 1: Lærepladser")
    now.helm.get_by_text("Ret bord 1").click()
    now.helm.get_by_label("Skriver for bord 1").select_option(label=NAMES[0])
    now.helm.get_by_role("button", name="Gem, hvem der skriver").first.click()
    expect(now.helm.locator(".sv-borde")).to_contain_text(f"{NAMES[0]} skriver for bordet")
    now.open()
    now.phone.get_by_label("Målet i én sætning").fill("Flere unge får en læreplads")
    now.phone.get_by_label("Kriterium", exact=True).fill("Hver virksomhed tager én ung")
    now.phone.get_by_role("button", name="Gem målet").click()
    expect(now.phone.locator("main")).to_contain_text("Målet mangler")
    now.close()
    expect(now.wall.locator("body")).to_contain_text("Flere unge får en læreplads")

    text = words(now.db, process)
    assert "Vi mangler bus nummer 1" in text
    assert "Flere unge får en læreplads" in text
    assert "Hver virksomhed tager én ung" in text
    assert "Jeg savner lærepladserne." in text
    assert NAMES[0] in text
    assert "Den siger intet om lærepladser." in text
