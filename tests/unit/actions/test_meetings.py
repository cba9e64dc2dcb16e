"""The drejebog's order, the papers of a meeting as Word files, and the calendar."""

import io
from dataclasses import replace
from datetime import date

import pytest
from docx import Document

from strategykit.actions.acting import new_id
from strategykit.actions.example import load_case
from strategykit.actions.meetings import (
    PaperKind,
    calendar_of,
    move_earlier,
    move_later,
    notes_to_read,
    paper_file,
)
from strategykit.actions.registers import add_entry, change_entry, entries, remove_entry
from strategykit.domain.agenda import items_of
from strategykit.domain.boards import Note, NoteGroup
from strategykit.domain.drafts import HOUSE_STYLE, Upload
from strategykit.domain.meetings import (
    AgendaItem,
    Agreement,
    Decision,
    Disqualification,
    Meeting,
    Parked,
)
from strategykit.domain.people import Person, Role, Who
from strategykit.domain.process import Process
from strategykit.errors import Archived, NotFound
from strategykit.storage.database import Database
from tests.support.makers import a_process

RAW = "Det er uklart hvem der har ansvaret"


@pytest.fixture
def process(db: Database, who: Who) -> Process:
    return load_case(db, who, "broendby")


@pytest.fixture
def workshop(db: Database, process: Process) -> Meeting:
    return next(m for m in entries(db, process.id, Meeting) if m.key == "workshop1")


def agenda(db: Database, meeting: Meeting) -> tuple[AgendaItem, ...]:
    return items_of(meeting, entries(db, meeting.process_id, AgendaItem))


def read(data: bytes) -> str:
    """All words of the paper's body, cells too."""
    body = Document(io.BytesIO(data)).element.body
    return "\n".join(
        "".join(t.text or "" for t in p.iter() if t.tag.endswith("}t"))
        for p in body.iter()
        if p.tag.endswith("}p")
    )


def paper(db: Database, meeting: Meeting, kind: PaperKind, *, read_through: bool = False) -> str:
    return read(paper_file(db, meeting.process_id, meeting.id, kind, read_through=read_through))


def test_an_item_changes_place_with_its_neighbour(
    db: Database, who: Who, workshop: Meeting
) -> None:
    before = [item.title for item in agenda(db, workshop)]

    move_later(db, who, agenda(db, workshop)[0])
    move_earlier(db, who, agenda(db, workshop)[3])

    after = [item.title for item in agenda(db, workshop)]
    assert after == [before[1], before[0], before[3], before[2], *before[4:]]


def test_the_first_item_stays_first_and_the_last_one_last(
    db: Database, who: Who, workshop: Meeting
) -> None:
    before = agenda(db, workshop)

    move_earlier(db, who, before[0])
    move_later(db, who, before[-1])

    assert agenda(db, workshop) == before


def test_an_item_that_somebody_removed_cannot_be_moved(
    db: Database, who: Who, workshop: Meeting
) -> None:
    item = agenda(db, workshop)[2]
    remove_entry(db, who, item)

    with pytest.raises(NotFound):
        move_later(db, who, item)


def test_the_invitation_holds_the_agenda_and_no_note_from_the_boards(
    db: Database, workshop: Meeting
) -> None:
    words = paper(db, workshop, PaperKind.INVITATION)

    assert "Indkaldelse til Workshop 1" in words
    assert "Brøndby Kommune" in words
    assert "16.35" in words
    assert "SWOT: saml og prioriter" in words
    assert RAW not in words
    assert "Læs hvert felt igennem" not in words  # how it is done is for the facilitator


def test_open_agreements_of_earlier_meetings_stand_in_the_next_invitation(
    db: Database, who: Who, process: Process, workshop: Meeting
) -> None:
    theme = next(m for m in entries(db, process.id, Meeting) if m.key == "temamoede")
    for meeting, what, done in (
        (theme, "Finder tallene", False),
        (theme, "Låner lokalet", True),
        (workshop, "Skriver til skolerne", False),
    ):
        add_entry(db, who, Agreement(id=new_id(), process_id=process.id, meeting_id=meeting.id,
                                     what=what, who="Forvaltningen", done=done))  # fmt: skip

    words = paper(db, workshop, PaperKind.INVITATION)

    assert "Finder tallene" in words
    assert "Låner lokalet" not in words
    assert "Skriver til skolerne" not in words


def test_the_script_holds_times_how_it_is_done_and_what_to_bring(
    db: Database, who: Who, process: Process, workshop: Meeting
) -> None:
    for number in range(17):
        add_entry(db, who, Person(id=new_id(), process_id=process.id, name=f"Medlem {number}"))

    words = paper(db, workshop, PaperKind.SCRIPT)

    assert "16.35–16.55" in words
    assert "Læs hvert felt igennem" in words
    assert "På papir: Giv hver fem klistermærker" in words
    assert "i alt 85 til 17 medlemmer" in words
    assert "det er netop den tid, mødet varer" in words


def test_cards_and_dots_are_printed_for_the_whole_committee(
    db: Database, who: Who, process: Process, workshop: Meeting
) -> None:
    for number in range(3):
        add_entry(db, who, Person(id=new_id(), process_id=process.id, name=f"Medlem {number}"))
    consultant = Person(id=new_id(), process_id=process.id, name="K", role=Role.CONSULTANT)
    add_entry(db, who, consultant)

    data = paper_file(db, process.id, workshop.id, PaperKind.CUTOUTS)

    assert "Styrker: det gør vi godt i dag ..." in read(data)
    shapes = Document(io.BytesIO(data)).element.body.xpath(".//w:drawing")
    assert len(shapes) == 3 * 5 + 3 * 3


def test_the_minutes_hold_what_was_written_down_and_who_was_away(
    db: Database, who: Who, process: Process, workshop: Meeting
) -> None:
    here, away = (
        Person(id=new_id(), process_id=process.id, name=name) for name in ("Her H", "Borte B")
    )
    for person in (here, away):
        add_entry(db, who, person)
    seen = change_entry(db, who, workshop, replace(workshop, absent=(away.id,)))
    item = agenda(db, workshop)[7]
    change_entry(db, who, item, replace(item, noted="Der var enighed om det første punktum."))
    hangs = {"process_id": process.id, "meeting_id": workshop.id}
    for thing in (
        Decision(id=new_id(), text="Visionen bruges", item_id=item.id, **hangs),
        Decision(id=new_id(), text="Næste møde holdes ude.", **hangs),
        Agreement(id=new_id(), what="Skriver rent", who="Her H", due=date(2026, 6, 3), **hangs),
        Parked(id=new_id(), text="Befordring", follow="Workshop 3", **hangs),
        Disqualification(id=new_id(), person_id=here.id, item_id=item.id, reason="Ansat", **hangs),
    ):
        add_entry(db, who, thing)

    words = paper(db, seen, PaperKind.MINUTES)

    for expected in (
        "8. Vision", "Der var enighed om det første punktum.", "Beslutning: Visionen bruges.",
        "Øvrige beslutninger", "Beslutning: Næste møde holdes ude.", "Skriver rent",
        "3. juni 2026", "Befordring (tages op: Workshop 3)",
        "Her H var inhabil og deltog ikke i behandlingen af punktet. Begrundelse: Ansat.",
    ):  # fmt: skip
        assert expected in words
    medlem = words.split("Medlem\n")[1].split("\n")[:2]
    assert medlem == ["Her H", "Borte B"]


def test_single_notes_stand_in_the_summary_only_when_they_are_read_through(
    db: Database, workshop: Meeting
) -> None:
    unread = paper(db, workshop, PaperKind.SUMMARY)
    assert RAW not in unread
    assert "I skrev 14 sedler og gav 85 prikker." in unread
    assert "14 sedler står for sig selv og er ikke gengivet her." in unread

    assert RAW in paper(db, workshop, PaperKind.SUMMARY, read_through=True)
    assert any(RAW in note.text for note in notes_to_read(db, workshop.process_id, workshop.id))


def test_a_group_stands_in_the_summary_and_a_hidden_note_never(
    db: Database, who: Who, process: Process, workshop: Meeting
) -> None:
    group = NoteGroup(id=new_id(), process_id=process.id, board="swot", field="svagheder",
                      title="Ansvaret er uklart")  # fmt: skip
    add_entry(db, who, group)
    notes = [n for n in entries(db, process.id, Note) if n.board == "swot"]
    change_entry(db, who, notes[4], replace(notes[4], group_id=group.id))
    change_entry(db, who, notes[0], replace(notes[0], hidden=True))

    assert "Ansvaret er uklart" in paper(db, workshop, PaperKind.SUMMARY)
    words = paper(db, workshop, PaperKind.SUMMARY, read_through=True)
    assert notes[0].text not in words
    assert notes[1].text in words


def test_the_summary_of_a_later_workshop_tells_what_it_chose(
    db: Database, process: Process
) -> None:
    by_key = {m.key: m for m in entries(db, process.id, Meeting)}

    chosen = paper(db, by_key["workshop2"], PaperKind.SUMMARY)
    goals = paper(db, by_key["workshop3"], PaperKind.SUMMARY)

    assert "træder i baggrunden" in chosen
    assert "Flest stemmer og forudsætning for resten" in chosen
    assert "Jobcenterchefen" in goals


def test_an_example_is_marked_on_every_paper(db: Database, workshop: Meeting) -> None:
    for kind in PaperKind:
        data = paper_file(db, workshop.process_id, workshop.id, kind)
        head = Document(io.BytesIO(data)).sections[0].header
        assert any("Opdigtet eksempel" in line.text for line in head.paragraphs), kind


def test_a_paper_is_written_in_the_municipality_s_house_style(
    db: Database, process: Process, workshop: Meeting
) -> None:
    house = Document()
    house.sections[0].footer.paragraphs[0].text = "Rådhusvej 1"
    data = io.BytesIO()
    house.save(data)
    own = Upload(id=new_id(), process_id=process.id, kind=HOUSE_STYLE, name="brev.docx",
                 data=data.getvalue())  # fmt: skip
    with db.writing() as store:
        store.add(own)

    made = Document(io.BytesIO(paper_file(db, process.id, workshop.id, PaperKind.MINUTES)))

    assert "Rådhusvej 1" in [line.text for line in made.sections[0].footer.paragraphs]


def test_a_meeting_of_another_process_has_no_paper_here(
    db: Database, who: Who, process: Process
) -> None:
    other = a_process(db, who)
    theirs = entries(db, other.id, Meeting)[0]

    with pytest.raises(NotFound):
        paper_file(db, process.id, theirs.id, PaperKind.SCRIPT)
    with pytest.raises(NotFound):
        calendar_of(db, process, (theirs,))


def test_the_drejebog_of_an_archived_process_stays_as_it_is(
    db: Database, who: Who, process: Process, workshop: Meeting
) -> None:
    with db.writing() as store:
        store.save(process, replace(process, archived_at=process.created_at))

    with pytest.raises(Archived):
        move_later(db, who, agenda(db, workshop)[0])
