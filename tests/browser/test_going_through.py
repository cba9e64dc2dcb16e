"""Workshop 4 by the keyboard alone, with the wall and a phone that follow by themselves."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from strategykit.actions.access import open_door
from strategykit.actions.going_through import decide_point
from strategykit.actions.participating import room_in
from strategykit.actions.review_members import propose_wording
from strategykit.actions.rooms import change_room
from strategykit.domain.access import Door
from strategykit.domain.reviews import Verdict
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from tests.support.accessibility import faults
from tests.support.browsing import LAPTOP
from tests.support.review_evenings import ADDED, ReviewEvening, a_review_evening, put
from tests.support.reviews import LEADER
from tests.support.server import Server
from tests.support.signing import an_account, signed_in

PHONE, WALL = {"width": 390, "height": 844}, {"width": 1920, "height": 1080}
WIDER = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
LOOKS = 20_000  # what another process writes is seen at the next look
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReviewEvening]:
    db = Database(f"sqlite:///{tmp_path_factory.mktemp('hjem') / 'strategi.db'}")
    migrate(db)
    made = a_review_evening(db)
    with db.reading() as store:
        room = room_in(store, made.review.process.id, made.meeting.id)
    change_room(db, LEADER, room, "", code_shown=False)
    yield made
    db.close()


@pytest.fixture(scope="module")
def screen(chromium: Browser, evening: ReviewEvening) -> Iterator[Open]:
    """A browser of somebody who came in by the door; all faults of its scripts fail the test."""
    assert evening.db.file is not None
    server = Server.start(evening.db.file.parent)
    contexts, broken = [], []

    def come(door: Door, size: dict[str, int]) -> Page:
        path = {Door.PROJECTOR: "/projektor", Door.DEVICE: "/deltag"}.get(
            door, f"/gennemgang?moede={evening.meeting.id}"
        )
        context = chromium.new_context(base_url=server.address, viewport=size, locale="en-US")
        context.add_cookies([
            {"name": door.cookie, "value": _token(evening, door), "url": server.address}
        ])  # fmt: skip
        contexts.append(context)
        tab = context.new_page()
        tab.on("pageerror", lambda error: broken.append(str(error)))
        tab.goto(path)
        return tab

    yield come
    assert broken == []
    for context in contexts:
        context.close()
    server.stop()


def _token(evening: ReviewEvening, door: Door) -> str:
    if door is Door.FACILITATOR:
        return signed_in(evening.db)
    person = evening.phone(0).person_id if door is Door.DEVICE else ""
    return open_door(
        evening.db, door, process_id=evening.review.process.id, meeting_id=evening.meeting.id,
        person_id=person, account_id=an_account(evening.db).id, hours=1,
    )  # fmt: skip


def at_comment(evening: ReviewEvening, number: int, words: str) -> str:
    """The room at a new comment; its point's id."""
    put(evening.review, evening.review.bo, number, comment=words)
    point_id = evening.wish(words).point.id
    evening.go_to(point_id)
    return point_id


def test_the_keyboard_alone_takes_the_room_from_the_bloc_to_the_points(screen: Open) -> None:
    desk, wall = screen(Door.FACILITATOR, LAPTOP), screen(Door.PROJECTOR, WALL)
    phone = screen(Door.DEVICE, PHONE)
    heading = desk.get_by_role("heading", level=1)
    desk.keyboard.press("n")
    expect(heading).to_have_text("2 redaktionelle rettelser tages samlet")
    expect(wall.get_by_role("heading", level=1)).to_contain_text("Vil nogen trække en ud?")
    expect(phone.get_by_role("button", name="Træk ud")).to_have_count(2)
    assert [faults(tab) for tab in (desk, wall, phone)] == [[], [], []]

    desk.keyboard.press("ArrowDown")
    expect(desk.get_by_role("button", name="Træk ud").first).to_be_focused()
    desk.keyboard.press("Enter")
    expect(heading).to_have_text("1 redaktionel rettelse tages samlet")
    desk.keyboard.press("b")
    expect(desk.get_by_role("status").first).to_contain_text("1 redaktionelt punkt er godtaget")
    desk.keyboard.press("n")
    expect(heading).not_to_have_text("De redaktionelle rettelser er taget")
    if not desk.get_by_text(ADDED).count():
        desk.keyboard.press("n")
    expect(wall.locator("ins")).to_have_count(1)  # the wall follows a moment later
    expect(wall.locator("ins")).to_contain_text(f"Tilføjet: {ADDED}")
    expect(phone.locator("ins").first).to_contain_text(f"Tilføjet: {ADDED}")


def test_a_decision_is_made_undone_and_made_in_other_words_by_keys(
    screen: Open, evening: ReviewEvening
) -> None:
    evening.go_to(evening.wish(ADDED).point.id)
    desk, wall = screen(Door.FACILITATOR, LAPTOP), screen(Door.PROJECTOR, WALL)
    phone = screen(Door.DEVICE, PHONE)
    desk.keyboard.press("v")
    expect(desk.get_by_label("Begrundelse")).to_be_focused()
    desk.keyboard.type("god grund")
    desk.keyboard.press("Control+Enter")
    expect(desk.get_by_role("heading", name="Afgjort: afvist")).to_be_visible()
    expect(wall.get_by_text("Afvist", exact=True)).to_be_visible()
    expect(phone.get_by_text("Afgjort: afvist.")).to_be_visible()
    assert [faults(tab) for tab in (desk, wall, phone)] == [[], [], []]
    desk.keyboard.press("z")
    expect(desk.get_by_role("button", name="Godtag g")).to_be_visible()

    desk.keyboard.press("o")
    desk.keyboard.type(" Og det siges højt.")
    desk.keyboard.press("Control+Enter")
    expect(desk.get_by_role("heading", name="Afgjort: godtaget med andre ord")).to_be_visible()
    expect(wall.get_by_text("Og det siges højt.")).to_be_visible()
    point = evening.point(evening.wish(ADDED).point.id)
    assert point.verdict is Verdict.REWORDED
    assert point.final.endswith("Og det siges højt.")


def test_a_key_shows_one_side_of_the_point_and_the_wall_says_which(
    screen: Open, evening: ReviewEvening
) -> None:
    before = evening.review.paragraphs[4][1].text
    put(evening.review, evening.review.bo, 4, f"{before} Det siges til alle unge.")
    evening.go_to(evening.wish("Det siges til alle unge.").point.id)
    desk, wall = screen(Door.FACILITATOR, LAPTOP), screen(Door.PROJECTOR, WALL)
    sign = wall.locator(".gg-side")
    expect(sign).to_have_text("Det hele")

    for key, side in (("2", "Sådan står der"), ("3", "Sådan ønskes det"), ("4", "Forskellen")):
        desk.keyboard.press(key)
        expect(desk.get_by_role("heading", name=f"På skærmen vises: {side}")).to_be_visible()
        expect(desk.get_by_role("button", name=f"{side} {key}", pressed=True)).to_be_visible()
        expect(sign).to_have_text(side)
        expect(wall.locator("ins")).to_have_count(1 if side == "Forskellen" else 0)
        assert [faults(tab) for tab in (desk, wall)] == [[], []]


def test_a_member_proposes_words_and_everybody_is_asked_about_them(
    screen: Open, evening: ReviewEvening
) -> None:
    at_comment(evening, 5, "Hvem følger op?")
    desk, wall = screen(Door.FACILITATOR, LAPTOP), screen(Door.PROJECTOR, WALL)
    phone = screen(Door.DEVICE, PHONE)
    phone.get_by_text("Foreslå en anden ordlyd").click()
    phone.get_by_label("Din ordlyd").fill("Udvalget følger selv op.")
    phone.get_by_role("button", name="Send forslaget").click()
    expect(phone.get_by_text("Du har foreslået: Udvalget følger selv op.")).to_be_visible()
    desk.get_by_role("link", name="Brug ordene").click()
    expect(desk.get_by_label("Den tekst, der skal stå")).to_have_value("Udvalget følger selv op.")
    assert faults(desk) == []
    desk.keyboard.press("Escape")
    desk.keyboard.press("s")

    expect(wall.get_by_text("Kan du stå bag teksten?")).to_be_visible()


def test_members_consent_from_the_phone_and_the_room_sees_it_when_closed(screen: Open) -> None:
    desk, wall = screen(Door.FACILITATOR, LAPTOP), screen(Door.PROJECTOR, WALL)
    phone = screen(Door.DEVICE, PHONE)
    phone.get_by_label("Nej", exact=True).check()
    phone.get_by_role("button", name="Send svaret").click()
    expect(phone.get_by_role("textbox", name="Begrundelse")).to_be_visible()
    phone.get_by_label("Begrundelse").fill("Det er forvaltningens opgave")
    phone.get_by_role("button", name="Send svaret").click()
    expect(phone.get_by_text("Dit svar er gemt.").last).to_be_visible()
    expect(wall.get_by_text("1 af 2 har svaret")).to_be_visible()
    assert [faults(tab) for tab in (wall, phone)] == [[], []]
    assert not phone.evaluate(WIDER)
    expect(desk.get_by_text("1 af 2 har svaret")).to_be_visible()
    desk.keyboard.press("s")

    expect(desk.get_by_text("Det er forvaltningens opgave")).to_be_visible()
    expect(wall.get_by_role("heading", level=1)).to_contain_text("Der er ikke samtykke")
    expect(phone.get_by_role("heading", name="Resultat")).to_be_visible()
    assert [faults(tab) for tab in (desk, wall, phone)] == [[], [], []]


def test_a_member_adds_a_point_and_the_room_comes_to_it(
    screen: Open, evening: ReviewEvening
) -> None:
    at_comment(evening, 6, "Er det nok?")
    phone = screen(Door.DEVICE, PHONE)
    phone.get_by_text("Tilføj et punkt").click()
    phone.get_by_label("Hvad skal tages op?").fill("Et ord om kollektiv trafik")
    assert faults(phone) == []
    phone.get_by_role("button", name="Send punktet").click()
    expect(phone.get_by_text("Et ord om kollektiv trafik")).to_have_count(0)

    desk = screen(Door.FACILITATOR, LAPTOP)
    desk.locator("summary", has_text="Alle punkter").click()
    row = desk.get_by_role("listitem").filter(has_text="Et ord om kollektiv trafik")
    row.get_by_role("button", name="Vis").click()

    expect(desk.get_by_role("heading", level=1)).to_be_visible()
    expect(desk.get_by_text("Kommentar fra Anne Eksempel.")).to_be_visible()


def test_words_that_are_being_written_stay_when_somebody_else_decides_or_proposes(
    screen: Open, evening: ReviewEvening
) -> None:
    point_id = at_comment(evening, 7, "Kan vi skrive det?")
    desk = screen(Door.FACILITATOR, LAPTOP)
    field = desk.get_by_label("Den tekst, der skal stå")
    field.fill("Halvt skrevne ord")
    propose_wording(
        evening.db, evening.phone(1), evening.step.id, point_id, "Et forslag", "forslag-fra-bo"
    )
    told = desk.get_by_text("Det, I skriver, bliver stående.")
    expect(told).to_be_visible(timeout=LOOKS)
    expect(field).to_have_value("Halvt skrevne ord")
    expect(field).to_be_focused()
    wish = evening.wish("Kan vi skrive det?")
    decide_point(evening.db, LEADER, wish, Verdict.REJECTED, seen=wish.point.version, reason="Nej")

    expect(desk.get_by_role("heading", name="Afgjort: afvist")).to_be_visible(timeout=LOOKS)
    expect(desk.get_by_label("Det, I skrev")).to_have_value("Halvt skrevne ord")
    expect(desk.get_by_label("Det, I skrev")).to_be_focused()  # letters must not become keys
    assert faults(desk) == []


def test_keys_can_be_switched_off_and_a_field_takes_letters(
    screen: Open, evening: ReviewEvening
) -> None:
    point_id = at_comment(evening, 8, "Et andet sted?")
    desk = screen(Door.FACILITATOR, LAPTOP)
    desk.get_by_label("Begrundelse").press_sequentially("gg")
    expect(desk.get_by_label("Begrundelse")).to_have_value("gg")
    desk.keyboard.press("Escape")
    switch = desk.get_by_label("Brug genvejstaster på denne maskine")
    switch.uncheck()
    desk.keyboard.press("g")
    desk.reload()
    expect(switch).not_to_be_checked()
    desk.keyboard.press("g")
    desk.wait_for_timeout(300)

    assert evening.point(point_id).verdict is Verdict.OPEN


def test_a_paired_phone_steers_the_same(screen: Open, evening: ReviewEvening) -> None:
    point_id = at_comment(evening, 11, "Fra lommen?")
    helm = screen(Door.STEERING, PHONE)
    assert not helm.evaluate(WIDER)
    assert faults(helm) == []

    helm.get_by_role("button", name="Godtag g").click()

    expect(helm.get_by_role("heading", name="Afgjort: godtaget")).to_be_visible()
    assert evening.point(point_id).verdict is Verdict.ACCEPTED
