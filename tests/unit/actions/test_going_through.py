"""Workshop 4 on both databases: going on, deciding, asking, and what members do."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from sqlite3 import connect

import pytest

from strategykit.actions.acting import new_id
from strategykit.actions.asked_points import asked_in
from strategykit.actions.boards import undo
from strategykit.actions.going_through import (
    answers_to,
    ask_all,
    close_answers,
    decide_point,
    pull_out,
    reopen,
    take_up,
)
from strategykit.actions.minorities import (
    about,
    change_minority,
    enter_minority,
    rulings_of,
)
from strategykit.actions.next_version import make_next_version
from strategykit.actions.points import decide_bloc, set_minutes
from strategykit.actions.results import close_step
from strategykit.actions.review_members import (
    Answer,
    add_point,
    answer_point,
    propose_wording,
    pull_from_bloc,
)
from strategykit.actions.rooms import go_to_item, go_to_step
from strategykit.actions.sending_out import close_send_out
from strategykit.actions.steering import end_meeting, open_room_in
from strategykit.actions.undoing import UNDOING
from strategykit.domain.ballots import Stance
from strategykit.domain.boards import Done
from strategykit.domain.minorities import Minority
from strategykit.domain.outcomes import told
from strategykit.domain.proposals import Written
from strategykit.domain.reviews import Sort, Verdict
from strategykit.domain.turns import PointTurn
from strategykit.errors import (
    AlreadyDecided,
    Empty,
    HoldsCpr,
    NotAsked,
    NotFound,
    NotInTheBloc,
    NotYourTurn,
    ReasonMissing,
    WrittenIn,
)
from strategykit.participation.marks import phone_mark
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from tests.support.review_evenings import ADDED, COMMENT, ReviewEvening, a_review_evening
from tests.support.reviews import LEADER


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReviewEvening]:
    """Made once, and copied for each test that needs no other database."""
    db = Database(f"sqlite:///{tmp_path_factory.mktemp('aften') / 'strategi.db'}")
    migrate(db)
    yield a_review_evening(db)
    db.close()


@pytest.fixture
def here(made: ReviewEvening, tmp_path: Path) -> Iterator[ReviewEvening]:
    """The evening on SQLite."""
    assert made.db.file is not None
    with closing(connect(made.db.file)) as source, closing(connect(tmp_path / "ny.db")) as copy:
        source.backup(copy)
    db = Database(f"sqlite:///{tmp_path / 'ny.db'}")
    yield replace(made, review=replace(made.review, db=db))
    UNDOING.forget(made.review.process.id)
    db.close()


@pytest.fixture
def evening(both: Database) -> ReviewEvening:
    """The same on either database."""
    return a_review_evening(both)


def test_the_room_takes_the_bloc_and_then_each_point_until_all_are_taken(
    evening: ReviewEvening,
) -> None:
    assert evening.at.turn is None
    bloc = evening.go_on()
    assert bloc.at_bloc
    assert len(bloc.bloc) == 2
    decide_bloc(evening.db, LEADER, bloc.bloc)
    assert evening.at.progress.told == "2 af 4"

    first = evening.go_on()

    assert first.wish is not None
    assert ADDED in first.wish.first.after
    assert first.turn is not None
    assert first.turn.minutes > 0
    assert evening.view.results == {}


def test_a_decision_of_one_who_saw_the_point_open_is_refused_when_another_was_first(
    evening: ReviewEvening,
) -> None:
    seen = evening.wish(ADDED)
    decide_point(
        evening.db, LEADER, seen, Verdict.PUT_OFF, seen=seen.point.version, reason="Vi mangler tal"
    )

    with pytest.raises(AlreadyDecided, match=r"udsat\. Begrundelsen er: Vi mangler tal"):
        decide_point(
            evening.db, LEADER, evening.wish(ADDED), Verdict.ACCEPTED, seen=seen.point.version
        )
    with pytest.raises(AlreadyDecided):
        decide_point(evening.db, LEADER, seen, Verdict.ACCEPTED, seen=seen.point.version)

    assert evening.point(seen.point.id).verdict is Verdict.PUT_OFF


def test_minutes_that_another_gave_the_point_stand_in_the_way_of_no_decision(
    here: ReviewEvening,
) -> None:
    seen = here.wish(ADDED)
    set_minutes(here.db, LEADER, [seen.point], 7)

    decide_point(here.db, LEADER, here.wish(ADDED), Verdict.ACCEPTED, seen=seen.point.version)

    assert here.point(seen.point.id).verdict is Verdict.ACCEPTED


def test_a_decision_is_taken_back_by_undoing_and_by_opening_the_point_again(
    here: ReviewEvening,
) -> None:
    wish = here.wish(ADDED)
    place = (here.review.process.id, here.meeting.id)
    done = decide_point(here.db, LEADER, wish, Verdict.ACCEPTED, seen=wish.point.version)
    UNDOING.keep(*place, done)
    kept = UNDOING.newest(*place)
    assert kept is not None

    UNDOING.take_back(here.db, LEADER, *place, kept.id)
    assert here.point(wish.point.id).verdict is Verdict.OPEN

    again = here.wish(ADDED)
    decide_point(here.db, LEADER, again, Verdict.REJECTED, seen=again.point.version, reason="Nej")
    reopen(here.db, LEADER, here.point(wish.point.id))

    point = here.point(wish.point.id)
    assert (point.verdict, point.reason, point.decided_at) == (Verdict.OPEN, "", None)


def test_a_point_that_a_version_carries_is_not_opened_again(here: ReviewEvening) -> None:
    wish = here.wish(ADDED)
    decide_point(here.db, LEADER, wish, Verdict.ACCEPTED, seen=wish.point.version)
    version = make_next_version(here.db, LEADER, here.review.sent, new_id())

    with pytest.raises(WrittenIn, match=f"version {version.number}"):
        reopen(here.db, LEADER, here.point(wish.point.id))


def test_everybody_is_asked_answers_once_and_sees_the_result_when_it_is_closed(
    evening: ReviewEvening,
) -> None:
    evening.go_to(evening.wish(ADDED).point.id)
    ask_all(evening.db, LEADER, evening.step, evening.at, "Sådan skal der stå.")
    turn = evening.at.turn
    assert turn is not None

    answer_point(evening.db, evening.phone(0), evening.step.id, Answer(turn.id, Stance.YES))
    answer_point(
        evening.db, evening.phone(0), evening.step.id, Answer(turn.id, Stance.NO, "For vagt")
    )
    answer_point(
        evening.db, evening.phone(1), evening.step.id, Answer(turn.id, Stance.RESERVED, "Kort")
    )

    result = answers_to(evening.at, evening.view.people)
    assert result is not None
    assert result.voters == 2
    assert [row.said for row in told(result).rows] == ["0", "1", "1"]
    assert result.reasons == ("Ja med forbehold, Bo Eksempel: Kort", "Nej, Anne Eksempel: For vagt")
    close_answers(evening.db, LEADER, turn)
    with pytest.raises(NotAsked):
        answer_point(evening.db, evening.phone(0), evening.step.id, Answer(turn.id, Stance.YES))
    assert answers_to(evening.at, evening.view.people) == result


def test_an_answer_to_a_text_that_was_asked_before_is_not_counted(here: ReviewEvening) -> None:
    here.go_to(here.wish(ADDED).point.id)
    ask_all(here.db, LEADER, here.step, here.at, "Første tekst.")
    first = here.at.turn
    assert first is not None
    answer_point(here.db, here.phone(0), here.step.id, Answer(first.id, Stance.YES))
    ask_all(here.db, LEADER, here.step, here.at, "Anden tekst.")

    with pytest.raises(NotAsked):
        answer_point(here.db, here.phone(1), here.step.id, Answer(first.id, Stance.YES))

    result = answers_to(here.at, here.view.people)
    assert result is not None
    assert result.voters == 0


def asked(here: ReviewEvening, text: str = "Sådan skal der stå.") -> str:
    """Anne says ja to a text that everybody is asked about; the turn's id."""
    here.go_to(here.wish(ADDED).point.id)
    ask_all(here.db, LEADER, here.step, here.at, text)
    turn = here.at.turn
    assert turn is not None
    answer_point(here.db, here.phone(0), here.step.id, Answer(turn.id, Stance.YES))
    return turn.id


def in_the_log(here: ReviewEvening) -> list[tuple[str, int]]:
    with here.db.reading() as store:
        found = asked_in(store, here.review.process.id)
    return [(each.turn.id, each.result.voters) for each in found]


def is_asked(here: ReviewEvening, turn_id: str) -> bool:
    with here.db.reading() as store:
        return store.get(PointTurn, turn_id).asks


def to_next_point(here: ReviewEvening) -> Done:
    return take_up(here.db, LEADER, here.step, here.at, here.wish(COMMENT).point.id)


def to_another_text(here: ReviewEvening) -> Done:
    return ask_all(here.db, LEADER, here.step, here.at, "Andre ord.")


def to_another_step(here: ReviewEvening) -> Done:
    other = next(s for s in here.view.steps if s.id != here.step.id)
    return go_to_step(here.db, LEADER, open_room_in(here.view), other)


def to_an_item(here: ReviewEvening) -> Done:
    return go_to_item(here.db, LEADER, open_room_in(here.view), here.view.items[0])


def to_the_step_s_end(here: ReviewEvening) -> Done:
    return close_step(here.db, LEADER, here.step)


def to_the_evening_s_end(here: ReviewEvening) -> Done:
    return end_meeting(here.db, LEADER, here.view, open_room_in(here.view))


@pytest.mark.parametrize(
    "goes_on",
    [
        to_next_point, to_another_text, to_another_step, to_an_item, to_the_step_s_end,
        to_the_evening_s_end,
    ],
)  # fmt: skip
def test_a_question_that_nobody_closes_is_closed_and_in_the_log_when_the_room_goes_on(
    here: ReviewEvening, goes_on: Callable[[ReviewEvening], Done]
) -> None:
    turn_id = asked(here)
    assert in_the_log(here) == []

    done = goes_on(here)

    assert not is_asked(here, turn_id)
    assert in_the_log(here) == [(turn_id, 1)]
    undo(here.db, LEADER, here.review.process.id, done)
    assert is_asked(here, turn_id)
    assert in_the_log(here) == []
    answer_point(here.db, here.phone(1), here.step.id, Answer(turn_id, Stance.YES))


def test_a_question_that_was_left_open_before_is_in_the_log_all_the_same(
    here: ReviewEvening,
) -> None:
    turn_id = asked(here)
    to_next_point(here)
    with here.db.writing() as store:  # as it was kept before going on closed it
        turn = store.get(PointTurn, turn_id)
        store.save(turn, replace(turn, closed_at=None))

    assert in_the_log(here) == [(turn_id, 1)]


def test_going_on_without_a_question_leaves_nothing_to_take_back(here: ReviewEvening) -> None:
    here.go_to(here.wish(ADDED).point.id)

    assert to_next_point(here).before == ()


def test_a_guest_answers_nothing_and_a_no_has_a_reason(here: ReviewEvening) -> None:
    here.go_to(here.wish(ADDED).point.id)
    ask_all(here.db, LEADER, here.step, here.at, "Sådan skal der stå.")
    turn = here.at.turn
    assert turn is not None

    with pytest.raises(NotYourTurn):
        answer_point(here.db, here.phone(2), here.step.id, Answer(turn.id, Stance.YES))
    with pytest.raises(NotYourTurn):
        pull_from_bloc(here.db, here.phone(2), here.step.id, here.at.bloc[0].point.id)
    with pytest.raises(ReasonMissing):
        answer_point(here.db, here.phone(0), here.step.id, Answer(turn.id, Stance.NO))
    with pytest.raises(Empty):
        ask_all(here.db, LEADER, here.step, here.at, "  ")


def test_a_member_pulls_one_from_the_bloc_and_it_is_taken_by_itself(here: ReviewEvening) -> None:
    bloc = here.go_on().bloc
    mark = phone_mark(here.view)

    pull_from_bloc(here.db, here.phone(0), here.step.id, bloc[0].point.id)
    pull_from_bloc(here.db, here.phone(1), here.step.id, bloc[0].point.id)

    assert [w.point.id for w in here.at.bloc] == [bloc[1].point.id]
    assert bloc[0].point.id in {w.point.id for w in here.at.queue}
    assert phone_mark(here.view) != mark
    decide_bloc(here.db, LEADER, here.at.bloc)
    with pytest.raises(NotInTheBloc):
        pull_from_bloc(here.db, here.phone(0), here.step.id, bloc[1].point.id)


def test_the_facilitator_pulls_one_and_a_decided_one_says_so(here: ReviewEvening) -> None:
    first, second = here.go_on().bloc
    pull_out(here.db, LEADER, first)
    decide_bloc(here.db, LEADER, here.at.bloc)

    assert here.point(first.point.id).pulled
    again = next(w for w in here.at.found if w.point.id == second.point.id)
    with pytest.raises(AlreadyDecided):
        pull_out(here.db, LEADER, again)


def test_other_words_from_a_phone_stand_with_the_point_once(here: ReviewEvening) -> None:
    point_id, nonce = here.wish(ADDED).point.id, new_id()
    here.go_to(point_id)

    for _ in range(2):
        propose_wording(
            here.db, here.phone(1), here.step.id, point_id, "Mine ord.", nonce
        )  # fmt: skip

    assert [(w.text, w.person_id) for w in here.at.wordings] == [
        ("Mine ord.", here.review.people[1].id)
    ]
    with pytest.raises(HoldsCpr):
        propose_wording(
            here.db, here.phone(1), here.step.id, point_id, "Ring 010190-1234", new_id()
        )
    with pytest.raises(NotFound):
        propose_wording(here.db, here.phone(1), here.step.id, "andet", "Ord", new_id())


def test_a_point_from_a_phone_is_taken_by_itself_also_when_the_review_is_closed(
    evening: ReviewEvening,
) -> None:
    close_send_out(evening.db, LEADER, evening.review.sent)
    chapter, nonce = evening.review.draft.sections[1].key, new_id()
    written = Written(chapter, "", "", "", "Vi mangler et ord om fritid")

    for _ in range(2):
        add_point(evening.db, evening.phone(0), evening.step.id, written, nonce)

    new = evening.wish("fritid")
    assert new.authors == ("Anne Eksempel",)
    assert new.point.sort is Sort.CONTENT
    assert evening.at.progress.of == 5
    assert [w.point.id for w in evening.at.queue].count(new.point.id) == 1


def test_a_minority_to_a_point_is_kept_with_it_and_stays_there_in_other_words(
    here: ReviewEvening,
) -> None:
    wish = here.wish(COMMENT)
    decide_point(
        here.db, LEADER, wish, Verdict.REJECTED, seen=wish.point.version, reason="Det er kort"
    )
    made = Minority(
        id=new_id(), process_id=here.review.process.id, meeting_id=here.meeting.id,
        step_id=here.step.id, point_id=wish.point.id, text="Vi ville have det kortere.",
        person_ids=(here.review.people[0].id,),
    )  # fmt: skip
    enter_minority(here.db, LEADER, made)

    rulings = rulings_of(here.db, here.review.process.id, here.meeting.id)
    ruling = next(r for r in rulings if r.id == wish.point.id)
    assert ruling.title == f"Punktet om: {COMMENT}"
    with here.db.reading() as store:
        kept = store.get(Minority, made.id)
    changed = about(replace(kept, text="Vi ville have det kortere og klarere."), ruling.id, rulings)
    saved = change_minority(here.db, LEADER, kept, changed).after[0]

    assert isinstance(saved, Minority)
    assert (saved.point_id, saved.step_id) == (wish.point.id, here.step.id)


def test_an_unknown_point_is_not_taken_up_and_a_room_elsewhere_shows_no_review(
    here: ReviewEvening,
) -> None:
    with pytest.raises(NotFound):
        take_up(here.db, LEADER, here.step, here.at, "andet")
    room, other = here.view.room, next(s for s in here.view.steps if s.id != here.step.id)
    assert room is not None

    go_to_step(here.db, LEADER, room, other)

    assert here.view.review is None
