"""Sheets typed in by a scribe: each counts once, whichever way, and can be taken back."""

import pytest

from strategykit.actions.acting import new_id
from strategykit.actions.attendance import merge_people
from strategykit.actions.balloting import Rating
from strategykit.actions.boards import undo
from strategykit.actions.paper import (
    Sheet,
    enter_paper_consent,
    enter_paper_dots,
    enter_paper_notes,
    enter_paper_ranking,
    enter_paper_ratings,
)
from strategykit.actions.undoing import Undoing
from strategykit.actions.voting import answers_of, save_consent, set_dots
from strategykit.domain.areas import Area
from strategykit.domain.ballots import Stance
from strategykit.domain.boards import Done, Note
from strategykit.domain.people import Access, Person, Who
from strategykit.domain.steps import Circle, Step
from strategykit.errors import (
    AnsweredAlready,
    BudgetSpent,
    CannotUndo,
    Empty,
    KeyElsewhere,
    KeysGone,
    MayNotVote,
    NotAllowed,
    OutOfRange,
    StepNotOpen,
    TakesPartAlready,
    WriterNeeded,
)
from strategykit.storage import changes
from strategykit.storage.database import Database
from tests.support.halls import BOARD, LEADER, Hall, a_hall


@pytest.fixture
def hall(db: Database) -> Hall:
    return a_hall(db)


@pytest.fixture
def areas(hall: Hall) -> tuple[Area, ...]:
    return hall.areas("Ansvar", "Boliger", "Cykler")


def dots_on_paper(
    hall: Hall, step: Step, person: Person | None, *areas: Area, replaces: bool = False
) -> Done:
    """One dot on each of the areas."""
    sheet = Sheet(step, person.id if person else "", replaces)
    return enter_paper_dots(hall.db, LEADER, sheet, {area.id: 1 for area in areas})


def test_a_named_sheet_counts_as_the_members_own(hall: Hall, areas: tuple[Area, ...]) -> None:
    step = hall.on_areas("prikker-med-navn", budget=3)

    dots_on_paper(hall, step, hall.people[0], areas[0], areas[1])

    assert answers_of(hall.db, hall.phone(0), step).given == 2
    set_dots(hall.db, hall.phone(0), step.id, areas[2].id, 1)
    with pytest.raises(BudgetSpent):
        set_dots(hall.db, hall.phone(0), step.id, areas[0].id, 2)


def test_a_member_who_has_voted_by_phone_counts_once(hall: Hall, areas: tuple[Area, ...]) -> None:
    step = hall.on_areas("prikker-med-navn", budget=3)
    set_dots(hall.db, hall.phone(0), step.id, areas[0].id, 2)

    with pytest.raises(AnsweredAlready, match="Medlem 0 har allerede svaret"):
        dots_on_paper(hall, step, hall.people[0], areas[1])
    done = dots_on_paper(hall, step, hall.people[0], areas[1], areas[2], replaces=True)

    assert answers_of(hall.db, hall.phone(0), step).dots == {areas[1].id: 1, areas[2].id: 1}
    undo(hall.db, LEADER, hall.process.id, done)
    assert answers_of(hall.db, hall.phone(0), step).dots == {areas[0].id: 2}


@pytest.mark.parametrize("first", ["ark", "telefon"])
def test_without_names_nobody_votes_both_on_paper_and_by_phone(
    hall: Hall, areas: tuple[Area, ...], first: str
) -> None:
    step = hall.on_areas("prikker-uden-navn")
    if first == "telefon":
        set_dots(hall.db, hall.phone(0), step.id, areas[0].id, 1)
    else:
        dots_on_paper(hall, step, hall.people[0], areas[0])

    with pytest.raises(TakesPartAlready, match="Medlem 0 er allerede med"):
        dots_on_paper(hall, step, hall.people[0], areas[1], replaces=True)
    if first == "ark":
        with pytest.raises(KeyElsewhere):
            set_dots(hall.db, hall.phone(0), step.id, areas[1].id, 1)

    hall.close(step)
    assert hall.totals(step) == {"Ansvar": 1}
    assert {dot.voter for dot in hall.dots(step)} == {""}


def test_a_sheet_without_names_can_be_taken_back_until_it_is_counted(
    hall: Hall, areas: tuple[Area, ...]
) -> None:
    step = hall.on_areas("prikker-uden-navn")
    first = dots_on_paper(hall, step, hall.people[0], areas[0])

    undo(hall.db, LEADER, hall.process.id, first)

    assert hall.dots(step) == ()
    set_dots(hall.db, hall.phone(0), step.id, areas[1].id, 1)
    second = dots_on_paper(hall, step, hall.people[1], areas[1])
    hall.close(step)
    with pytest.raises(KeysGone):
        undo(hall.db, LEADER, hall.process.id, second)
    assert hall.totals(step) == {"Boliger": 2}


def test_a_counted_sheet_with_a_name_stays_counted(hall: Hall, areas: tuple[Area, ...]) -> None:
    step = hall.on_areas("prikker-med-navn")
    done = dots_on_paper(hall, step, hall.people[0], areas[0])
    hall.close(step)

    with pytest.raises(CannotUndo):
        undo(hall.db, LEADER, hall.process.id, done)
    assert len(hall.dots(step)) == 1


def test_votes_that_an_act_only_changed_do_not_keep_it_from_being_taken_back(
    hall: Hall, areas: tuple[Area, ...]
) -> None:
    step = hall.on_areas("prikker-med-navn")
    set_dots(hall.db, hall.phone(0), step.id, areas[0].id, 1)
    hall.close(step)
    done = merge_people(hall.db, LEADER, hall.people[1], hall.people[0])

    undo(hall.db, LEADER, hall.process.id, done)

    assert [dot.voter for dot in hall.dots(step)] == [hall.people[0].id]


def test_whose_sheet_it_was_is_held_no_longer_than_the_step_is_open(
    hall: Hall, areas: tuple[Area, ...]
) -> None:
    step = hall.on_areas("prikker-uden-navn")
    undoing = Undoing()
    done = dots_on_paper(hall, step, hall.people[0], areas[0])
    undoing.keep(hall.process.id, hall.meeting.id, done)

    undoing.close_off(hall.process.id, hall.meeting.id, step.id)

    assert undoing.newest(hall.process.id, hall.meeting.id) is None


def test_sheets_hold_together_in_the_spread_and_in_how_many_answered(
    hall: Hall, areas: tuple[Area, ...]
) -> None:
    step = hall.on_areas("prikker-uden-navn")
    for person in hall.people[:5]:
        dots_on_paper(hall, step, person, areas[0], areas[1])

    assert hall.view.answered == 5
    hall.close(step)
    assert hall.result(step).voters == 5
    assert hall.result(step).tallies[0].spread == (1, 1, 1, 1, 1)


def test_a_sheet_keeps_the_rules_of_the_step(hall: Hall, areas: tuple[Area, ...]) -> None:
    step = hall.on_areas("prikker-med-navn", budget=2, cap=1)

    with pytest.raises(OutOfRange, match="'Prikker på arket' skal være fra 1 til 2"):
        dots_on_paper(hall, step, hall.people[0], *areas)
    with pytest.raises(OutOfRange, match="'Prikker til det samme' skal være fra 0 til 1"):
        enter_paper_dots(hall.db, LEADER, Sheet(step, hall.people[0].id), {areas[0].id: 2})
    with pytest.raises(Empty):
        dots_on_paper(hall, step, hall.people[0])
    with pytest.raises(MayNotVote, match="Gæst stemmer ikke"):
        dots_on_paper(hall, step, hall.people[-1], areas[0])
    with pytest.raises(WriterNeeded):
        dots_on_paper(hall, step, None, areas[0])
    sheet = Sheet(step, hall.people[0].id)
    with pytest.raises(NotAllowed):
        enter_paper_dots(hall.db, Who(Access.STRANGER), sheet, {areas[0].id: 1})
    hall.close(step)
    with pytest.raises(StepNotOpen):
        dots_on_paper(hall, step, hall.people[0], areas[0])
    assert hall.dots(step) == ()


def test_a_guest_without_a_name_counts_where_all_vote_unnamed(
    hall: Hall, areas: tuple[Area, ...]
) -> None:
    step = hall.on_areas("prikker-uden-navn", voters=Circle.EVERYBODY)

    for _ in range(2):
        dots_on_paper(hall, step, None, areas[0])
    hall.close(step)

    assert hall.result(step).voters == 2


def test_a_member_on_paper_is_in_the_room(hall: Hall, areas: tuple[Area, ...]) -> None:
    step = hall.on_areas("prikker-med-navn")
    late = Person(id=new_id(), process_id=hall.process.id, name="Kom senere")
    with hall.db.writing() as store:
        store.add(late)
    voters = hall.view.voters

    dots_on_paper(hall, step, late, areas[0])

    assert hall.view.voters == voters + 1


def test_ratings_rankings_and_consent_come_from_paper_too(
    hall: Hall, areas: tuple[Area, ...]
) -> None:
    ids, person = [area.id for area in areas], hall.people[0].id
    rating = hall.on_areas("vaerdi-og-indsats")
    enter_paper_ratings(hall.db, LEADER, Sheet(rating, person), {ids[0]: Rating(8, 2)})
    ranking = hall.on_areas("rangordn")
    places = dict(zip(ids, (2, 1, 3), strict=True))
    enter_paper_ranking(hall.db, LEADER, Sheet(ranking, person), places)
    consent = hall.step("samtykke", ask="Går I videre?")
    save_consent(hall.db, hall.phone(0), consent.id, Stance.NO, "For dyrt")
    enter_paper_consent(hall.db, LEADER, Sheet(consent, person, replaces=True), Stance.YES, "")

    for step in (rating, ranking, consent):
        hall.close(step)
    assert hall.result(rating).tallies[0].value == 8
    assert hall.totals(ranking) == {"Ansvar": 1, "Boliger": 2}
    assert hall.result(consent).tallies[0].spread == (1, 0, 0)
    with pytest.raises(Empty):
        enter_paper_ratings(hall.db, LEADER, Sheet(rating, person), {ids[0]: Rating()})


@pytest.mark.parametrize("preset", ["skriv-uden-navn", "skriv-med-navn", "skriv-og-vent"])
def test_notes_from_paper_bear_a_name_where_names_are_kept(hall: Hall, preset: str) -> None:
    step, nonce = hall.step(preset, **BOARD), new_id()
    sheet = Sheet(step, hall.people[0].id)
    written = [("styrker", "Gode skoler"), ("svagheder", "Lang vej")]

    done = enter_paper_notes(hall.db, LEADER, sheet, written, nonce)
    again = enter_paper_notes(hall.db, LEADER, sheet, written, nonce)

    with hall.db.reading() as store:
        notes = store.all(Note, hall.process.id, step_id=step.id)
    assert {(note.field, note.text, note.held) for note in notes} == {
        ("styrker", "Gode skoler", False), ("svagheder", "Lang vej", False),
    }  # fmt: skip
    assert {note.author_id for note in notes} == {"" if step.anonymous else hall.people[0].id}
    assert (done.told, again.after) == ("Skrevet ind: 2 sedler.", ())
    undo(hall.db, LEADER, hall.process.id, done)
    assert hall.view.content(step).notes == ()


def test_the_log_tells_neither_whose_sheet_nor_which_dots(
    hall: Hall, areas: tuple[Area, ...]
) -> None:
    step = hall.on_areas("prikker-uden-navn")
    dots_on_paper(hall, step, hall.people[0], areas[0])

    with hall.db.reading() as store:
        line = changes.lines(store, hall.process.id)[-1]
    assert (line.act, line.subject, line.subject_id, line.person_id) == ("paper", "Dot", "", "")
