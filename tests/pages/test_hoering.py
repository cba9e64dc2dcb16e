"""The page where a draft goes out to be marked and what came home is seen."""

import re
from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from strategykit.actions.acting import new_id
from strategykit.actions.draft_versions import keep_version, version_of
from strategykit.actions.points import sort_points
from strategykit.actions.registers import add_entry, entries
from strategykit.actions.reviewing import invitation_of_link, linked_reviewers
from strategykit.actions.sending_out import send_out, send_outs_of, sent_file
from strategykit.actions.taking_in import Reviewer, marks_of, take_mark
from strategykit.domain.found_marks import MarkKind, PlacedBy
from strategykit.domain.people import Person, Who
from strategykit.domain.process import Process
from strategykit.domain.proposals import Written, mark_of
from strategykit.domain.reviews import Point, ReviewMark, SendOut, Sort
from strategykit.errors import LinkDead
from strategykit.storage.database import Database
from tests.support.hostile_word import refused_files
from tests.support.makers import YOUTH, a_process
from tests.support.pages import Opened, choose, field, menu_of, press, said, shown
from tests.support.word_marks import new, replaced


@pytest.fixture
def anne(app_db: Database, who: Who, broendby: Process) -> Person:
    person = Person(id="anne", process_id=broendby.id, name="Anne Eksempel")
    add_entry(app_db, who, person)
    return person


def codes(window: AppTest) -> list[str]:
    return [block.value for block in window.get("code")]


@pytest.fixture
def sent(app_db: Database, who: Who, broendby: Process, anne: Person) -> SendOut:
    version = keep_version(app_db, who, broendby.id, new_id())
    wanted = SendOut(id="ud", process_id=broendby.id, version_id=version.id,
                     person_ids=(anne.id,))  # fmt: skip
    return send_out(app_db, who, wanted)


def said_about(db: Database, sent: SendOut, reviewer: Reviewer, wording: str) -> ReviewMark:
    draft = version_of(db, sent.process_id, sent.version_id).draft
    section = next(s for s in draft.sections if s.key == "indsatsomraader")
    written = Written(section.key, section.blocks[0].key, "", wording, "")
    return take_mark(db, reviewer, sent, mark_of(sent, draft, written, new_id()))


def test_only_a_kept_version_goes_out(opened: Opened, broendby: Process) -> None:
    window = opened("hoering", broendby)

    assert window.title[0].value == "Gennemsyn og høring"
    assert "Kun en gemt version kan sendes ud" in shown(window)


def test_a_version_goes_out_to_people_with_a_deadline(
    opened: Opened, broendby: Process, app_db: Database, who: Who, anne: Person
) -> None:
    keep_version(app_db, who, broendby.id, new_id())
    window = opened("hoering", broendby)
    first = field(window, "Frist")
    first.set_value(first.value + timedelta(days=3))
    field(window, "Hvem skal læse udkastet").set_value([anne.id])
    field(window, "Følgebrev").set_value("Læs især indsatsområderne.")
    window = press(window, "Send ud til gennemsyn")

    (sent,) = send_outs_of(app_db, broendby.id)
    assert (sent.number, sent.person_ids) == (1, (anne.id,))
    assert "Gennemsynet er åbent. Fristen er den" in shown(window)
    window = press(window, "Lav et link")
    link, message = codes(window)
    assert link in message
    assert "andre kan ikke åbne linket. Start det med --lan" in shown(window)
    assert "Læs især indsatsområderne." in message
    found = re.search(r"/gennemsyn\?n=(\S+)$", link)
    assert found
    assert invitation_of_link(app_db, found[1]).person.id == anne.id
    assert link not in "".join(codes(window.run()))  # shown once


def test_a_link_is_taken_back(
    opened: Opened, broendby: Process, app_db: Database, sent: SendOut
) -> None:
    window = press(opened("hoering", broendby), "Lav et link")
    token = codes(window)[0].rpartition("=")[2]
    window = press(window, "Træk linket tilbage")

    assert linked_reviewers(app_db, sent) == frozenset()
    assert "Linket til Anne Eksempel er trukket tilbage." in said(window)
    with pytest.raises(LinkDead):
        invitation_of_link(app_db, token)


@pytest.mark.usefixtures("sent")
def test_one_more_is_asked_by_name(opened: Opened, broendby: Process, app_db: Database) -> None:
    window = opened("hoering", broendby)
    field(window, "Eller navnet på en anden").set_value("Bo Eksempel")
    press(window, "Tilføj")

    names = {p.id: p.name for p in entries(app_db, broendby.id, Person)}
    (kept,) = send_outs_of(app_db, broendby.id)
    assert [names[i] for i in kept.person_ids] == ["Anne Eksempel", "Bo Eksempel"]


@pytest.mark.usefixtures("sent")
def test_a_review_is_closed_and_opened_again(
    opened: Opened, broendby: Process, app_db: Database
) -> None:
    window = press(opened("hoering", broendby), "Luk gennemsynet")
    assert not send_outs_of(app_db, broendby.id)[0].is_open
    press(window, "Åbn gennemsynet igen")
    assert send_outs_of(app_db, broendby.id)[0].is_open


def gennemgang(opened: Opened, process: Process) -> AppTest:
    return choose(opened("hoering", process), "Del af siden", "Gennemgang")


def test_wishes_that_collide_stand_side_by_side(
    opened: Opened, broendby: Process, app_db: Database, sent: SendOut, anne: Person
) -> None:
    for reviewer, words in (
        (Reviewer(anne.id, anne.name), "Noget helt andet."),
        (Reviewer("", "Bo Eksempel"), "Noget helt andet."),
        (Reviewer("", "Cleo Eksempel"), "Noget tredje."),
    ):
        said_about(app_db, sent, reviewer, words)
    window = gennemgang(opened, broendby)

    assert "Kommet hjem: 3. Samlet til punkter: 2. Ønsket af flere: 1." in shown(window)
    assert "Kan ikke stå sammen: 1" in [s.value for s in window.subheader]
    assert "Anne Eksempel<br>Bo Eksempel" in shown(window)
    assert 'href="/gennemgang"' in shown(window)


def test_what_has_no_place_is_placed_by_hand(
    opened: Opened, broendby: Process, app_db: Database, sent: SendOut
) -> None:
    lost = ReviewMark(
        id=new_id(), process_id=broendby.id, send_out_id=sent.id, kind=MarkKind.COMMENT,
        text="Hvor er de frivillige?",
    )  # fmt: skip
    take_mark(app_db, Reviewer("", "Bo Eksempel"), sent, lost)
    window = gennemgang(opened, broendby)
    assert "Uden plads i udkastet: 1" in [s.value for s in window.subheader]

    window = choose(window, "Sæt det i kapitlet", "vision")
    window = choose(window, "Ved stykket", "vision:tekst")
    press(window, "Sæt det ind her")

    (mark,) = marks_of(app_db, sent)
    assert (mark.section, mark.block, mark.placed_by) == ("vision", "vision:tekst", PlacedBy.HAND)


def test_points_are_sorted_and_given_time_before_the_meeting(
    opened: Opened, broendby: Process, app_db: Database, sent: SendOut, anne: Person
) -> None:
    said_about(app_db, sent, Reviewer(anne.id, anne.name), "Noget helt andet.")
    window = gennemgang(opened, broendby)
    (point,) = entries(app_db, broendby.id, Point)
    assert point.sort is Sort.CONTENT
    assert "Alle (1)" in field(window, "Vis punkterne").options

    window = choose(window, "Vælg punkter", [point.id])
    field(window, "Slags").set_value(Sort.PRINCIPLE)
    window = press(window, "Sortér de valgte")
    assert "Sorteret som principiel." in said(window)
    window = choose(window, "Vælg punkter", [point.id])
    field(window, "Minutter til hvert punkt, 0 for en lige del").set_value(12)
    window = press(window, "Sæt tiden")

    (kept,) = entries(app_db, broendby.id, Point)
    assert (kept.sort, kept.minutes) == (Sort.PRINCIPLE, 12)
    assert "Principielle (1)" in field(window, "Vis punkterne").options


def test_a_point_that_another_sorted_meanwhile_is_not_sorted_over(
    opened: Opened, broendby: Process, app_db: Database, sent: SendOut, anne: Person, who: Who
) -> None:
    said_about(app_db, sent, Reviewer(anne.id, anne.name), "Noget helt andet.")
    (point,) = entries(app_db, broendby.id, Point)
    window = choose(gennemgang(opened, broendby), "Vælg punkter", [point.id])
    sort_points(app_db, who, [point], Sort.PRINCIPLE)
    field(window, "Slags").set_value(Sort.EDITORIAL)
    window = press(window, "Sortér de valgte")

    assert entries(app_db, broendby.id, Point)[0].sort is Sort.PRINCIPLE
    assert len(window.error) == 1


@pytest.mark.usefixtures("sent")
def test_a_file_from_nobody_says_what_is_missing(opened: Opened, broendby: Process) -> None:
    window = gennemgang(opened, broendby)
    window.get("file_uploader")[0].set_value(("rettet.docx", b"PK", "")).run()
    assert "Vælg, hvem filen er fra." in shown(window)
    assert "Læs filen ind" not in [button.label for button in window.button]


def hand_in(window: AppTest, data: bytes) -> AppTest:
    window.get("file_uploader")[0].set_value(("rettet.docx", data, "")).run()
    return press(window, "Læs filen ind")


def test_a_file_is_taken_in_for_another_once_and_a_hostile_one_is_refused(
    opened: Opened, broendby: Process, app_db: Database, sent: SendOut, anne: Person
) -> None:
    window = choose(gennemgang(opened, broendby), "Fra", anne.id)
    for name, data in refused_files().items():
        if data:  # an empty file is no file to Streamlit
            window = hand_in(window, data)
            assert any("Intet" in s for s in said(window)), (name, said(window))
    assert marks_of(app_db, sent) == ()

    data = replaced(sent_file(app_db, sent), rb"</w:body>", b"<w:p>%s</w:p></w:body>"
                    % new("Et stykke til.").encode())  # fmt: skip
    window = hand_in(choose(window, "Fra", anne.id), data)
    assert any("Filen fra Anne Eksempel er læst." in s for s in said(window))
    window = hand_in(choose(window, "Fra", anne.id), data)
    assert "Den samme fil er læst før, så intet er talt to gange." in said(window)
    assert [mark.added for mark in marks_of(app_db, sent)] == ["Et stykke til."]


def test_a_process_from_before_the_page_was_made_has_it_in_its_menu_all_the_same(
    opened: Opened, app_db: Database, who: Who
) -> None:
    older = YOUTH.replace("[udkast, hoering, godkendelse]", "[udkast, godkendelse]")
    assert older != YOUTH
    process = a_process(app_db, who, template=older)
    window = opened("hoering", process)
    menu = list(menu_of(window))

    at = menu.index("Udkast")
    assert menu[at : at + 3] == ["Udkast", "Gennemsyn og høring", "Godkendelse"]
    assert menu.count("Gennemsyn og høring") == 1
