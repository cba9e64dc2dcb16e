"""Mindretalsudtalelser: always named, to something decided, and nobody else's words."""

from dataclasses import replace

import pytest

from strategykit.actions.acting import new_id
from strategykit.actions.boards import undo
from strategykit.actions.erasing import erase_person
from strategykit.actions.minorities import (
    about,
    change_minority,
    enter_minority,
    remove_minority,
    rulings_of,
    say_minority,
)
from strategykit.actions.people import person_traces, remove_person
from strategykit.actions.registers import add_entry, entries, remove_entry
from strategykit.actions.results import close_step
from strategykit.actions.rooms import end_room, go_to_step, open_room_of
from strategykit.actions.steps import add_step, open_step, step_from
from strategykit.actions.voting import save_consent
from strategykit.domain.ballots import Stance
from strategykit.domain.meetings import Decision
from strategykit.domain.minorities import Minority
from strategykit.domain.people import Access, Person, Role, Who
from strategykit.domain.steps import Step
from strategykit.domain.traces import Trace
from strategykit.errors import (
    EditConflict,
    Empty,
    HoldsCpr,
    MeetingOver,
    NotAllowed,
    NotFound,
    NothingDecided,
    NotInTheRoom,
    NotYourTurn,
    PersonInUse,
)
from strategykit.storage import changes
from strategykit.storage.database import Database
from tests.support.tables import Hall, a_hall

TEXT = "Vi ville hellere have ventet."


@pytest.fixture
def hall(both: Database, who: Who) -> Hall:
    return a_hall(both, who)


def voted(hall: Hall, **rules: object) -> Step:
    """A consent in which the second member said nej; it is open."""
    made = step_from(
        "samtykke", process_id=hall.process.id, meeting_id=hall.meeting.id, title="Samtykke",
        ask="Kan I stå bag?", **rules,
    )  # fmt: skip
    step = open_step(hall.db, hall.who, add_step(hall.db, hall.who, made)).after[0]
    assert isinstance(step, Step)
    room = open_room_of(hall.db, hall.process.id, hall.meeting.id)
    assert room is not None
    go_to_step(hall.db, hall.who, room, step)
    save_consent(hall.db, hall.attendee(hall.people[1].id), step.id, Stance.NO, "For dyrt")
    return step


def closed(hall: Hall, **rules: object) -> Step:
    step = voted(hall, **rules)
    close_step(hall.db, hall.who, step)
    return next(s for s in entries(hall.db, hall.process.id, Step) if s.id == step.id)


def say(hall: Hall, step: Step, text: str = TEXT, version: int = 0, number: int = 1) -> None:
    who = hall.attendee(hall.people[number].id)
    say_minority(hall.db, who, step.id, text, version, new_id())


def kept(hall: Hall) -> tuple[Minority, ...]:
    return entries(hall.db, hall.process.id, Minority)


def a_decision(hall: Hall) -> Decision:
    made = Decision(id=new_id(), process_id=hall.process.id, meeting_id=hall.meeting.id, text="Ja")
    add_entry(hall.db, hall.who, made)
    return made


def a_minority(hall: Hall, **values: object) -> Minority:
    given = {"meeting_id": hall.meeting.id, "person_ids": (hall.people[1].id,), "text": TEXT}
    return Minority(id=new_id(), process_id=hall.process.id, **{**given, **values})


@pytest.mark.parametrize("anonymous", ["med navn", "uden navn"])
def test_a_member_s_words_are_kept_with_the_name_however_the_vote_was(
    hall: Hall, anonymous: str
) -> None:
    step = closed(hall, anonymous=anonymous == "uden navn")

    say(hall, step)

    (one,) = kept(hall)
    assert (one.text, one.step_id, one.meeting_id) == (TEXT, step.id, hall.meeting.id)
    assert one.person_ids == (hall.people[1].id,)


def test_the_same_member_changes_the_own_words_and_a_double_tap_is_one(hall: Hall) -> None:
    step = closed(hall)
    say(hall, step)
    say(hall, step)
    assert len(kept(hall)) == 1

    say(hall, step, "Andre ord", version=1)
    with pytest.raises(EditConflict):
        say(hall, step, "Fra en gammel side", version=1)
    say(hall, step, "En andens ord", number=2)

    assert [one.text for one in kept(hall)] == ["Andre ord", "En andens ord"]


def test_a_vote_that_is_open_and_a_step_without_votes_have_no_minority(hall: Hall) -> None:
    step = voted(hall)

    with pytest.raises(NothingDecided):
        say(hall, step)
    with pytest.raises(NothingDecided):
        say(hall, hall.step)
    assert kept(hall) == ()


def test_guests_strangers_and_the_empty_say_nothing(hall: Hall) -> None:
    step = closed(hall)
    outside = Person(id=new_id(), process_id=hall.process.id, name="Udenfor", role=Role.MEMBER)
    add_entry(hall.db, hall.who, outside)

    with pytest.raises(NotYourTurn):
        say(hall, step, number=len(hall.people) - 1)
    with pytest.raises(NotInTheRoom):
        say_minority(hall.db, hall.attendee(outside.id), step.id, TEXT, 0, new_id())
    with pytest.raises(Empty):
        say(hall, step, "  ")
    with pytest.raises(HoldsCpr):
        say(hall, step, "010190-1234")
    assert kept(hall) == ()


def test_after_the_meeting_it_is_for_the_facilitator(hall: Hall) -> None:
    step = closed(hall)
    room = open_room_of(hall.db, hall.process.id, hall.meeting.id)
    assert room is not None
    end_room(hall.db, hall.who, room)

    with pytest.raises(MeetingOver):
        say(hall, step)
    enter_minority(hall.db, hall.who, a_minority(hall, step_id=step.id))
    assert len(kept(hall)) == 1


def test_the_facilitator_enters_one_to_a_decision_and_takes_it_back(hall: Hall) -> None:
    decision = a_decision(hall)
    rulings = rulings_of(hall.db, hall.process.id, hall.meeting.id)
    made = about(a_minority(hall), decision.id, rulings)

    done = enter_minority(hall.db, hall.who, made)
    again = enter_minority(hall.db, hall.who, made)

    assert [(one.decision_id, one.step_id) for one in kept(hall)] == [(decision.id, "")]
    assert again.after == ()
    undo(hall.db, hall.who, hall.process.id, done)
    assert kept(hall) == ()


def test_one_needs_names_something_decided_and_this_meeting(hall: Hall) -> None:
    decision = a_decision(hall)

    with pytest.raises(Empty):
        a_minority(hall, decision_id=decision.id, person_ids=())
    with pytest.raises(NothingDecided):
        enter_minority(hall.db, hall.who, a_minority(hall))
    with pytest.raises(NothingDecided):
        about(a_minority(hall), hall.step.id, rulings_of(
            hall.db, hall.process.id, hall.meeting.id
        ))  # fmt: skip
    with pytest.raises(NotFound):
        enter_minority(
            hall.db, hall.who, a_minority(hall, decision_id=decision.id, person_ids=("x",))
        )
    with pytest.raises(NotFound):
        enter_minority(
            hall.db, hall.who, a_minority(hall, decision_id=decision.id, meeting_id="andet")
        )
    with pytest.raises(NotAllowed):
        enter_minority(hall.db, Who(Access.STRANGER), a_minority(hall, decision_id=decision.id))
    assert kept(hall) == ()


def test_it_is_changed_and_removed_and_both_can_be_taken_back(hall: Hall) -> None:
    decision = a_decision(hall)
    enter_minority(hall.db, hall.who, a_minority(hall, decision_id=decision.id))
    (seen,) = kept(hall)

    changed = change_minority(hall.db, hall.who, seen, replace(seen, text="Andre ord"))
    with pytest.raises(EditConflict):
        change_minority(hall.db, hall.who, seen, replace(seen, text="Gamle ord"))
    undo(hall.db, hall.who, hall.process.id, changed)
    (there,) = kept(hall)
    assert there.text == TEXT

    removed = remove_minority(hall.db, hall.who, there)
    assert kept(hall) == ()
    undo(hall.db, hall.who, hall.process.id, removed)
    assert [one.text for one in kept(hall)] == [TEXT]


def test_it_goes_with_the_decision_that_it_was_made_to(hall: Hall) -> None:
    decision = a_decision(hall)
    enter_minority(hall.db, hall.who, a_minority(hall, decision_id=decision.id))

    remove_entry(hall.db, hall.who, decision)

    assert kept(hall) == ()


def test_who_made_one_is_found_kept_and_can_lose_the_name(hall: Hall) -> None:
    step = closed(hall)
    say(hall, step, f"{hall.people[1].name} er imod.")
    person = hall.people[1]

    found = person_traces(hall.db, person)
    with pytest.raises(PersonInUse):
        remove_person(hall.db, hall.who, person)
    place = f"Mindretalsudtalelsen: {person.name} er imod."
    assert Trace(place, "Fra") in found
    assert Trace(place, "Udtalelse", named=True) in found
    assert Trace("Stemmen", "Stemme fra") in found
    assert Trace("Pladsen", "Person") in found

    seen = next(p for p in entries(hall.db, hall.process.id, Person) if p.id == person.id)
    erase_person(hall.db, hall.who, seen)
    (one,) = kept(hall)
    assert (one.text, one.person_ids) == ("medlem er imod.", (person.id,))


def test_the_log_says_that_and_who_but_not_what(hall: Hall) -> None:
    step = closed(hall)
    say(hall, step)

    with hall.db.reading() as store:
        *_, line = changes.lines(store, hall.process.id)
    assert (line.act, line.subject, line.person_id) == ("add", "Minority", hall.people[1].id)
    assert TEXT not in str(vars(line))
