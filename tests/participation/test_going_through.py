"""Workshop 4 over http, without scripts: steered, refused, and shown on wall and phone."""

import re
from collections.abc import Iterator
from html import unescape

import pytest

from strategykit.actions.access import open_door
from strategykit.actions.acting import new_id
from strategykit.actions.asked_points import asked_in
from strategykit.actions.going_through import ask_all, decide_point
from strategykit.actions.participating import room_in
from strategykit.actions.registers import add_entry, entries
from strategykit.actions.results import close_step
from strategykit.actions.review_members import pull_from_bloc
from strategykit.actions.rooms import change_room, go_to_step, open_room
from strategykit.actions.undoing import UNDOING
from strategykit.domain.access import Door
from strategykit.domain.meetings import Meeting
from strategykit.domain.minorities import Minority
from strategykit.domain.reviews import Verdict
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from tests.support.review_evenings import ADDED, COMMENT, ReviewEvening, a_review_evening, put
from tests.support.reviews import LEADER
from tests.support.server import Server
from tests.support.signing import signed_in
from tests.support.steering import Browser, Helmsman

DANGER = "<script>alert('hej')</script>"


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
def server(evening: ReviewEvening) -> Iterator[Server]:
    assert evening.db.file is not None
    started = Server.start(evening.db.file.parent)
    yield started
    started.stop()


class Walker(Helmsman):
    """A facilitator at /gennemgang."""

    def look(self, **asked: str) -> str:
        """The page as it is now."""
        more = "".join(f"&{name}={value}" for name, value in asked.items())
        return self.follow(self.line.get(f"/gennemgang?moede={self.meeting_id}{more}"))


def a_walker(server: Server, evening: ReviewEvening, name: str = "") -> Walker:
    cookie = signed_in(evening.db, name) if name else signed_in(evening.db)
    line = Browser(server.port, cookies={Door.FACILITATOR.cookie: cookie})
    walker = Walker(line, evening.meeting.id)
    walker.look()
    return walker


def on(server: Server, evening: ReviewEvening, door: Door, number: int = 0) -> Browser:
    """A wall, or the phone of somebody who sits in the room."""
    person = evening.phone(number).person_id if door is Door.DEVICE else ""
    token = open_door(
        evening.db, door, process_id=evening.review.process.id, meeting_id=evening.meeting.id,
        person_id=person, hours=1,
    )  # fmt: skip
    return Browser(server.port, cookies={door.cookie: token})


def wall(server: Server, evening: ReviewEvening) -> str:
    return unescape(on(server, evening, Door.PROJECTOR).get("/projektor").text)


def seen(page: str) -> str:
    """The words alone."""
    return " ".join(re.sub(r"<[^>]*>", " ", page).split())


def phone(server: Server, evening: ReviewEvening) -> str:
    return unescape(on(server, evening, Door.DEVICE).get("/deltag").text)


def test_the_evening_is_walked_through_without_scripts(
    server: Server, evening: ReviewEvening
) -> None:
    walker = a_walker(server, evening)
    assert "0 af 4 taget" in walker.text
    walker.press("Næste")
    assert "2 redaktionelle rettelser tages samlet" in walker.text
    assert "2 redaktionelle rettelser tages samlet. Vil nogen trække en ud?" in wall(
        server, evening
    )
    assert "Træk ud" in phone(server, evening)
    walker.press("Tag de 2 samlet")
    assert "2 redaktionelle punkter er godtaget." in walker.text

    walker.press("Næste")
    for words in ("Sådan står der", "Sådan ønskes det", "Forskellen", f"Tilføjet: {ADDED}"):
        assert words in walker.text
    assert f"Tilføjet:</span> {ADDED}" in wall(server, evening)
    assert f"Tilføjet:</span> {ADDED}" in phone(server, evening)
    walker.press("Godtag med andre ord", ordlyd="Helt andre ord om opfølgning.", oenske="Bo")

    assert "Afgjort: godtaget med andre ord" in walker.text
    assert "Helt andre ord om opfølgning." in wall(server, evening)
    assert "Helt andre ord om opfølgning." in phone(server, evening)
    point = evening.point(evening.wish(ADDED).point.id)
    assert (point.verdict, point.wish) == (Verdict.REWORDED, "Bo")


def test_a_decision_is_undone_made_again_and_the_end_is_told(
    server: Server, evening: ReviewEvening
) -> None:
    walker, point_id = a_walker(server, evening), evening.wish(ADDED).point.id
    walker.press("Fortryd")
    assert evening.point(point_id).verdict is Verdict.OPEN
    walker.press("Afvis", grund="Det står et andet sted")
    assert evening.point(point_id).verdict is Verdict.REJECTED
    walker.press("Åbn punktet igen")
    assert evening.point(point_id).verdict is Verdict.OPEN
    walker.press("Godtag")
    assert evening.point(point_id).verdict is Verdict.ACCEPTED
    walker.press("Næste")
    assert COMMENT in walker.text
    walker.press("Udsæt", grund="Vi spørger forvaltningen")
    assert "Alle punkter er taget." in walker.text
    assert "4 af 4 taget, 1 udsat" in walker.text


def test_words_changed_in_the_field_are_accepted_as_other_words(
    server: Server, evening: ReviewEvening
) -> None:
    review = evening.review
    mark = put(review, review.bo, 5, f"{review.paragraphs[5][1].text} Femte tilføjelse om fritid.")
    evening.go_to(mark_point(evening, mark.id))
    walker = a_walker(server, evening)

    walker.press("Godtag", ordlyd="Det, udvalget skrev i salen.")

    point = evening.point(mark_point(evening, mark.id))
    assert (point.verdict, point.final) == (Verdict.REWORDED, "Det, udvalget skrev i salen.")


def test_a_refusal_without_a_reason_keeps_all_that_was_written(
    server: Server, evening: ReviewEvening
) -> None:
    mark = put(evening.review, evening.review.bo, 6, comment="Hvad med transporten?")
    evening.go_to(mark_point(evening, mark.id))
    walker = a_walker(server, evening)

    answer = walker.send("Afvis", ordlyd="Ord, der ikke må gå tabt.", oenske="Bo og Anne")

    assert answer.status == 409
    assert "mangler en begrundelse" in answer.text
    assert "Ord, der ikke må gå tabt.</textarea>" in answer.text
    assert 'value="Bo og Anne"' in answer.text
    assert evening.point(mark_point(evening, mark.id)).verdict is Verdict.OPEN


def test_the_second_who_decides_sees_the_first_decision_and_loses_no_word(
    server: Server, evening: ReviewEvening
) -> None:
    mark = put(evening.review, evening.review.bo, 7, comment="Hvem betaler?")
    evening.go_to(mark_point(evening, mark.id))
    first, second = a_walker(server, evening), a_walker(server, evening, "Anden Procesleder")
    first.press("Afvis", grund="Det står i budgettet")

    answer = second.send("Godtag med andre ord", ordlyd="Kommunen betaler.", grund="Klart sagt")

    assert answer.status == 409
    text = unescape(answer.text)
    assert (
        "En anden har netop afgjort punktet: afvist. Begrundelsen er: Det står i budgettet" in text
    )
    assert "Afgjort: afvist" in text
    assert "Kommunen betaler.</textarea>" in text
    assert "Klart sagt</textarea>" in text


def test_two_who_press_next_at_once_go_one_step(server: Server, evening: ReviewEvening) -> None:
    marks = [put(evening.review, evening.review.bo, 8, comment=f"Nyt {n}?") for n in range(3)]
    evening.go_to(mark_point(evening, marks[0].id))
    first, second = a_walker(server, evening), a_walker(server, evening, "Anden Procesleder")
    first.press("Næste")

    answer = second.send("Næste")

    assert answer.status == 409
    assert "En anden har lige styret mødet" in answer.text
    wish = evening.at.wish
    assert wish is not None
    assert wish.point.id == mark_point(evening, marks[1].id)


def test_a_bloc_that_has_changed_since_it_was_seen_is_not_taken(
    server: Server, evening: ReviewEvening
) -> None:
    review = evening.review
    texts = [review.paragraphs[n][1].text.split(" ", 1) for n in (9, 10)]
    marks = [
        put(review, review.anne, n, f"{first} og {rest}")
        for n, (first, rest) in zip((9, 10), texts, strict=True)
    ]
    evening.go_to("")
    walker = a_walker(server, evening)
    pull_from_bloc(
        evening.db, evening.phone(0), evening.step.id, mark_point(evening, marks[0].id)
    )  # fmt: skip

    answer = walker.send("Tag de 2 samlet")

    assert answer.status == 409
    assert "Listen er ændret" in answer.text
    assert all(evening.point(mark_point(evening, m.id)).verdict is Verdict.OPEN for m in marks)


def test_what_is_asked_is_answered_in_secret_until_it_is_closed(
    server: Server, evening: ReviewEvening
) -> None:
    mark = put(evening.review, evening.review.bo, 11, comment="Er det ambitiøst nok?")
    evening.go_to(mark_point(evening, mark.id))
    ask_all(evening.db, LEADER, evening.step, evening.at, "Vi vil være bedst i landet.")
    device = on(server, evening, Door.DEVICE)
    sender = Helmsman(device, evening.meeting.id)
    sender.follow(device.get("/deltag"))
    sender.press("Send svaret", svar="no", begrundelse="Det kan vi ikke love")

    assert "Dit svar er gemt." in sender.text
    assert "1 af 2 har svaret" in wall(server, evening)
    walker = a_walker(server, evening)
    assert "Det kan vi ikke love" not in walker.page
    assert "har sagt nej" not in wall(server, evening)
    walker.press("Luk for svar")
    assert "Det kan vi ikke love" in walker.page
    assert "har sagt nej" in wall(server, evening)
    assert "har sagt nej" in phone(server, evening)


def test_the_wall_shows_the_side_that_was_chosen_and_says_which(
    server: Server, evening: ReviewEvening
) -> None:
    before = evening.review.paragraphs[14][1].text
    new = "Vi siger det til alle."
    mark = put(evening.review, evening.review.bo, 14, f"{before} {new}")
    evening.go_to(mark_point(evening, mark.id))
    walker = a_walker(server, evening)
    assert "Her vises: Det hele" in seen(wall(server, evening))

    walker.press("Sådan står der")
    shown = wall(server, evening)
    assert "Her vises: Sådan står der" in seen(shown)
    assert before in shown
    assert new not in shown
    assert "På skærmen vises: Sådan står der" in a_walker(server, evening, "En anden").text
    walker.press("Sådan ønskes det")
    assert "Her vises: Sådan ønskes det" in seen(wall(server, evening))
    assert "Tilføjet:" not in wall(server, evening)
    walker.press("Forskellen")
    assert "Her vises: Forskellen" in seen(wall(server, evening))
    assert wall(server, evening).count(new) == 1

    walker.press("Godtag")
    assert "Her vises: Endelig tekst" in seen(wall(server, evening))
    walker.press("Forskellen")
    assert f"Tilføjet:</span> {new}" in wall(server, evening)
    evening.go_to(mark_point(evening, mark.id))
    assert "Her vises: Endelig tekst" in seen(wall(server, evening))


def test_nothing_is_chosen_of_a_comment_or_while_everybody_is_asked(
    server: Server, evening: ReviewEvening
) -> None:
    mark = put(evening.review, evening.review.bo, 15, comment="Kun en bemærkning")
    evening.go_to(mark_point(evening, mark.id))
    assert "På skærmen vises" not in a_walker(server, evening).text
    assert "Her vises" not in wall(server, evening)

    text = evening.review.paragraphs[16][1].text
    mark = put(evening.review, evening.review.bo, 16, f"{text} Et ord om det nye.")
    evening.go_to(mark_point(evening, mark.id))
    walker = a_walker(server, evening)
    fields = [("side", "FINAL"), *walker.form("Forskellen")[0].fields]
    answer = walker.line.send_form(
        "/gennemgang/side", [(n, "FINAL" if n == "side" else v) for n, v in fields]
    )
    assert answer.status == 404
    ask_all(evening.db, LEADER, evening.step, evening.at, "Et ord om det nye.")
    assert "På skærmen vises" not in walker.look()


def test_going_on_tells_that_answers_are_closed_and_can_be_taken_back(
    server: Server, evening: ReviewEvening
) -> None:
    marks = [put(evening.review, evening.review.bo, 17, comment=f"Nr. {n}?") for n in range(2)]
    evening.go_to(mark_point(evening, marks[0].id))
    ask_all(evening.db, LEADER, evening.step, evening.at, "Det er et løfte.")
    walker = a_walker(server, evening)
    device = Helmsman(on(server, evening, Door.DEVICE), evening.meeting.id)
    device.follow(device.line.get("/deltag"))
    device.press("Send svaret", svar="yes")

    walker.press("Næste")
    assert "Der er lukket for svar. Punktet er på skærmen." in walker.text
    with evening.db.reading() as store:
        found = asked_in(store, evening.review.process.id)
    assert [a.result.voters for a in found if a.turn.asked == "Det er et løfte."] == [1]

    walker.press("Fortryd")
    assert "Der er åbent for svar." in walker.text


def test_a_minority_is_entered_to_a_decided_point(server: Server, evening: ReviewEvening) -> None:
    mark = put(evening.review, evening.review.bo, 12, comment="Skal det med?")
    point_id = mark_point(evening, mark.id)
    evening.go_to(point_id)
    wish = evening.at.wish
    assert wish is not None
    decide_point(
        evening.db, LEADER, wish, Verdict.REJECTED, seen=wish.point.version, reason="For sent"
    )
    walker = a_walker(server, evening)
    anne = evening.review.people[0]

    answer = walker.send("Skriv den ned", udtalelse="Ring til 010190-1234")
    assert answer.status == 409
    assert "Ring til 010190-1234</textarea>" in answer.text
    walker.press("Skriv den ned", ("fra", anne.id), udtalelse="Vi ville have haft det med.")

    assert "Mindretalsudtalelse fra Anne Eksempel: Vi ville have haft det med." in walker.text
    kept = entries(evening.db, evening.review.process.id, Minority)
    assert [(one.point_id, one.person_ids) for one in kept] == [(point_id, (anne.id,))]


def test_what_people_wrote_is_shown_as_they_wrote_it(
    server: Server, evening: ReviewEvening
) -> None:
    mark = put(evening.review, evening.review.bo, 13, comment=DANGER)
    evening.go_to(mark_point(evening, mark.id))

    page = a_walker(server, evening).page

    for shown in (page, on(server, evening, Door.DEVICE).get("/deltag").text):
        assert DANGER not in shown
        assert DANGER in unescape(shown)


def test_a_meeting_without_the_step_says_what_to_do(server: Server, evening: ReviewEvening) -> None:
    other = Meeting(id=new_id(), process_id=evening.review.process.id, title="Uden gennemgang")
    add_entry(evening.db, LEADER, other)
    walker = a_walker(server, evening)
    walker.meeting_id = other.id

    walker.look()

    assert "Mødet har intet trin til gennemgangen" in walker.text
    assert UNDOING.newest(other.process_id, other.id) is None


def test_only_a_meeting_that_has_the_step_can_be_chosen(
    server: Server, evening: ReviewEvening
) -> None:
    other = Meeting(id=new_id(), process_id=evening.review.process.id, title="Også i gang")
    add_entry(evening.db, LEADER, other)
    open_room(evening.db, LEADER, other)  # else the one that goes on is opened at once
    walker = a_walker(server, evening)

    shown = unescape(walker.line.get("/gennemgang").text)

    assert evening.meeting.title in shown
    assert other.title not in shown


def mark_point(evening: ReviewEvening, mark_id: str) -> str:
    """The point that the mark belongs to."""
    return next(
        w.point.id for w in evening.at.found if mark_id in {mark.id for mark in w.marks}
    )  # fmt: skip


def test_a_review_that_is_over_is_looked_back_on(server: Server, evening: ReviewEvening) -> None:
    steps = [step for step in evening.view.steps if step.id != evening.step.id]
    close_step(evening.db, LEADER, evening.step)
    with evening.db.reading() as store:
        room = room_in(store, evening.review.process.id, evening.meeting.id)
    go_to_step(evening.db, LEADER, room, steps[-1])
    device = on(server, evening, Door.DEVICE)

    answer = device.get("/deltag/tilbage")

    assert answer.status == 200
    assert evening.step.title in unescape(answer.text)
    assert "Tilføj et punkt" not in answer.text
    assert steps[-1].title in wall(server, evening)
