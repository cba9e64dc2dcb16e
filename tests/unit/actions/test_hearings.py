"""A hearing on both databases: its links, its answers however they come, and what is refused."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from strategykit.actions.access import sign_in_of
from strategykit.actions.acting import new_id, now
from strategykit.actions.hearing_answers import (
    answer,
    answers_of,
    assess,
    responses_of,
    review_for_points,
    take_form,
    to_point,
)
from strategykit.actions.hearing_links import (
    asked_by,
    asked_by_link,
    give_party_link,
    linked_parties,
    take_party_link,
    trade_party_link,
)
from strategykit.actions.hearings import (
    ask_stakeholders,
    change_hearing,
    close_hearing,
    draft_in_hearing,
    parties_of,
    reopen_hearing,
)
from strategykit.actions.links import person_of_link
from strategykit.actions.points import wishes_of
from strategykit.actions.registers import add_entry, entries, remove_entry
from strategykit.actions.reviewing import invitation_of_link, note_refusal
from strategykit.actions.sending_out import send_outs_of
from strategykit.domain.access import Door
from strategykit.domain.actors import Stakeholder
from strategykit.domain.hearings import WHOLE, HearingResponse
from strategykit.domain.people import Access, Who
from strategykit.domain.reviews import Point
from strategykit.errors import (
    BadFile,
    BadPeriod,
    EditConflict,
    FormOfOtherHearing,
    FormOfOtherParty,
    HearingClosed,
    HoldsCpr,
    LinkDead,
    NotAllowed,
    NotFound,
    TooLong,
)
from strategykit.storage import changes
from strategykit.storage.database import Database
from tests.support.hearings import LEADER, SCHOOL, Held, a_hearing
from tests.support.hostile_word import refused_files
from tests.support.word_marks import packed, parts_of


@pytest.fixture
def held(both: Database) -> Held:
    return a_hearing(both)


@pytest.fixture
def here(db: Database) -> Held:
    return a_hearing(db)


def acts(held: Held, process_id: str | None = None) -> list[tuple[str, str]]:
    with held.db.reading() as store:
        lines = changes.lines(store, held.process.id if process_id is None else process_id)
    return [(line.act, line.subject) for line in lines]


def test_a_link_opens_the_one_hearing_and_nothing_else(held: Held) -> None:
    token = give_party_link(held.db, LEADER, held.council)
    trade_party_link(held.db, token, "telefon")
    sign_in = sign_in_of(held.db, "telefon", Door.PARTY)

    assert asked_by_link(held.db, token).party == held.council
    assert sign_in is not None
    assert asked_by(held.db, sign_in).party.id == held.council.id
    assert linked_parties(held.db, held.process.id) == {held.council.id}
    assert sign_in_of(held.db, "telefon", Door.REVIEWER) is None
    for door in (person_of_link, invitation_of_link):
        with pytest.raises(LinkDead):
            door(held.db, token)
    with pytest.raises(LinkDead):
        asked_by(held.db, replace(sign_in, process_id="et andet"))


def test_a_new_link_ends_the_old_and_a_removed_party_has_none(held: Held) -> None:
    old = give_party_link(held.db, LEADER, held.council)
    new = give_party_link(held.db, LEADER, held.council)
    with pytest.raises(LinkDead):
        asked_by_link(held.db, old)

    remove_entry(held.db, LEADER, held.council)

    with pytest.raises(LinkDead):
        asked_by_link(held.db, new)


def test_a_withdrawn_link_puts_out_whoever_came_by_it_and_is_logged_when_tried(
    held: Held,
) -> None:
    token = give_party_link(held.db, LEADER, held.council)
    trade_party_link(held.db, token, "telefon")
    take_party_link(held.db, LEADER, held.council)

    assert sign_in_of(held.db, "telefon", Door.PARTY) is None
    assert linked_parties(held.db, held.process.id) == frozenset()
    for _ in range(3):
        with pytest.raises(LinkDead):
            trade_party_link(held.db, token, "en anden telefon")
        note_refusal(held.db, token)
    note_refusal(held.db, "gættet")
    assert acts(held).count(("refused", "Link")) == 1  # one line a minute
    assert ("refused", "Link") in acts(held, "")


def test_links_end_fourteen_days_after_the_hearing_also_when_it_is_prolonged(here: Held) -> None:
    day = now().date() + timedelta(days=10)
    hearing = change_hearing(here.db, LEADER, here.hearing, replace(here.hearing, starts=None,
                                                                    ends=day))  # fmt: skip
    token = give_party_link(here.db, LEADER, here.council)
    trade_party_link(here.db, token, "telefon")
    first = sign_in_of(here.db, "telefon", Door.PARTY)
    longer = replace(hearing, ends=day + timedelta(days=5), note="I får fem dage mere.")
    longer = change_hearing(here.db, LEADER, hearing, longer)
    second = sign_in_of(here.db, "telefon", Door.PARTY)

    assert first is not None
    assert second is not None
    assert first.ends_at.date() == day + timedelta(days=14)
    assert second.ends_at - first.ends_at == timedelta(days=5)
    assert asked_by_link(here.db, token).hearing == longer


def test_a_period_that_ends_before_it_begins_is_refused(here: Held) -> None:
    with pytest.raises(BadPeriod):
        replace(here.hearing, ends=here.hearing.starts and here.hearing.starts - timedelta(days=1))


def test_stakeholders_become_parties_once(held: Held) -> None:
    known = [
        Stakeholder(id=new_id(), process_id=held.process.id, name=name)
        for name in ("Eksempelforeningen", SCHOOL.upper())
    ]
    for one in known:
        add_entry(held.db, LEADER, one)
    made = ask_stakeholders(held.db, LEADER, held.hearing, known)
    again = ask_stakeholders(held.db, LEADER, held.hearing, known)

    assert [p.name for p in made] == ["Eksempelforeningen"]  # the school is asked already
    assert again == ()
    assert len(parties_of(held.db, held.hearing)) == 3


def test_a_form_replaces_what_was_answered_and_the_same_file_twice_changes_nothing(
    held: Held,
) -> None:
    answer(held.db, held.school, answers_of(held.db, held.school)["vision"], "Det første")
    data = held.form(held.school, {"vision": "Det andet", WHOLE: "Tak."})

    taken = take_form(held.db, held.school, data, LEADER)
    before = responses_of(held.db, held.hearing)
    again = take_form(held.db, held.school, data, LEADER)

    assert (taken.answers, taken.changed) == (2, 2)
    assert (again.answers, again.changed) == (2, 0)
    assert responses_of(held.db, held.hearing) == before
    assert held.said(held.school) == {"vision": "Det andet", WHOLE: "Tak."}
    assert held.said(held.council) == {}


def test_the_same_form_at_once_is_one_answer(held: Held) -> None:
    data = held.form(held.school, {"vision": "Det samme"})
    with ThreadPoolExecutor(4) as pool:
        taken = list(pool.map(lambda _: take_form(held.db, held.school, data), range(4)))

    assert sorted(t.changed for t in taken) == [0, 0, 0, 1]
    assert len(responses_of(held.db, held.hearing)) == 1


def test_the_form_of_another_hearing_or_party_is_said_plainly(here: Held) -> None:
    other = a_hearing(here.db, here.process)
    foreign = other.form(other.school, {"vision": "Til den anden høring"})
    with pytest.raises(FormOfOtherHearing):
        take_form(here.db, here.school, foreign, LEADER, anyway=True)
    theirs = here.form(here.council, {"vision": "Fra rådet"})
    with pytest.raises(FormOfOtherParty, match="lavet til Eksempelrådet for unge"):
        take_form(here.db, here.school, theirs, LEADER)
    assert responses_of(here.db, here.hearing) == ()

    take_form(here.db, here.school, theirs, LEADER, anyway=True)
    assert here.said(here.school) == {"vision": "Fra rådet"}


def test_a_form_that_lost_its_properties_is_known_by_its_headings(here: Held) -> None:
    parts = parts_of(here.form(here.school, {"vision": "Svar"}))
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"custom-properties", b"x")

    take_form(here.db, here.school, packed(parts), LEADER)

    assert here.said(here.school) == {"vision": "Svar"}


def test_a_harmful_file_is_refused_and_nothing_of_it_kept(here: Held) -> None:
    for data in refused_files().values():
        with pytest.raises(BadFile):
            take_form(here.db, here.school, data, LEADER)

    assert responses_of(here.db, here.hearing) == ()
    assert [p.answered_at for p in parties_of(here.db, here.hearing)] == [None, None]


@pytest.mark.parametrize(
    ("wrong", "error"), [("Ring til 010190-1234.", HoldsCpr), ("Lang. " * 2000, TooLong)]
)
def test_one_answer_that_cannot_be_kept_keeps_all_out(
    here: Held, wrong: str, error: type[Exception]
) -> None:
    data = here.form(here.school, {"vision": "Et godt svar", WHOLE: wrong})
    with pytest.raises(error) as refused:
        take_form(here.db, here.school, data, LEADER)

    assert "1234" not in str(refused.value)
    assert responses_of(here.db, here.hearing) == ()


def test_nothing_is_taken_after_the_end_and_again_when_it_is_opened(here: Held) -> None:
    data = here.form(here.school, {"vision": "Svar"})
    closed = close_hearing(here.db, LEADER, here.hearing)
    seen = answers_of(here.db, here.council)["vision"]
    for late in (
        lambda: take_form(here.db, here.school, data),
        lambda: take_form(here.db, here.school, data, LEADER),
        lambda: answer(here.db, here.council, seen, "For sent"),
    ):
        with pytest.raises(HearingClosed):
            late()
    assert responses_of(here.db, here.hearing) == ()

    reopen_hearing(here.db, LEADER, closed)
    take_form(here.db, here.school, data, LEADER)
    assert here.said(here.school) == {"vision": "Svar"}


def test_nobody_without_the_right_hands_in_for_a_party(here: Held) -> None:
    data = here.form(here.school, {"vision": "Svar"})
    with pytest.raises(NotAllowed):
        take_form(here.db, here.school, data, Who(Access.STRANGER))


def test_two_who_assess_see_each_other_and_the_party_that_writes_on(held: Held) -> None:
    answer(held.db, held.school, answers_of(held.db, held.school)["vision"], "Det første")
    (seen,) = responses_of(held.db, held.hearing)
    kept = assess(held.db, LEADER, seen, "Enig", "Skrevet ind")
    with pytest.raises(EditConflict) as conflict:
        assess(held.db, LEADER, seen, "Uenig", "")
    assert conflict.value.theirs == kept
    assert not kept.changed_since

    answer(held.db, held.school, kept, "Det andet")
    (later,) = responses_of(held.db, held.hearing)

    assert later.changed_since
    assert (later.text, later.assessment) == ("Det andet", "Enig")
    assert not assess(held.db, LEADER, later, "Stadig enig", "").changed_since


def test_an_assessed_answer_that_is_taken_back_stays_and_others_go(here: Held) -> None:
    for key in ("vision", "mission"):
        answer(here.db, here.school, answers_of(here.db, here.school)[key], "Et svar")
    vision = answers_of(here.db, here.school)["vision"]
    assess(here.db, LEADER, vision, "Enig", "")
    for key in ("vision", "mission"):
        answer(here.db, here.school, answers_of(here.db, here.school)[key], "")

    (left,) = responses_of(here.db, here.hearing)
    assert (left.section, left.text, left.assessment) == ("vision", "", "Enig")


def test_an_answer_becomes_one_point_at_its_paragraph(held: Held) -> None:
    answer(held.db, held.school, answers_of(held.db, held.school)["vision"], "Husk bussen.")
    (response,) = responses_of(held.db, held.hearing)
    draft = draft_in_hearing(held.db, held.hearing)
    block = next(s for s in draft.sections if s.key == "vision").blocks[0].key
    sent = review_for_points(held.db, LEADER, held.hearing)
    with pytest.raises(NotFound):
        to_point(held.db, LEADER, response, sent, "vision", "findes ikke")

    point = to_point(held.db, LEADER, response, sent, "vision", block)
    again = to_point(held.db, LEADER, response, sent, "vision", block)

    assert again == point
    assert entries(held.db, held.process.id, Point) == (point,)
    (wish,) = wishes_of(held.db, held.process.id, sent.id)
    assert (wish.first.author, wish.first.text, wish.first.block) == (SCHOOL, "Husk bussen.", block)
    assert send_outs_of(held.db, held.process.id) == (sent,)
    assert review_for_points(held.db, LEADER, held.hearing) == sent


def test_a_hearing_goes_with_all_that_hangs_on_it(held: Held) -> None:
    answer(held.db, held.school, answers_of(held.db, held.school)["vision"], "Et svar")
    token = give_party_link(held.db, LEADER, held.school)

    remove_entry(held.db, LEADER, held.hearing)

    assert entries(held.db, held.process.id, HearingResponse) == ()
    with pytest.raises(LinkDead):
        asked_by_link(held.db, token)
