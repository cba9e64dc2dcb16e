"""Votes from phones on both databases: budgets, rules, and nothing seen before it is closed."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from strategykit.actions.acting import new_id
from strategykit.actions.archives import export_process, import_process
from strategykit.actions.balloting import Rating
from strategykit.actions.boards import dissolve_group, hide_note, make_group, undo
from strategykit.actions.dots import dots_of, give_dots, room_dots
from strategykit.actions.materials import material_of, revision_of
from strategykit.actions.results import outcome_of
from strategykit.actions.voting import (
    answers_of,
    save_consent,
    save_ranking,
    save_ratings,
    set_dots,
)
from strategykit.domain.areas import Area
from strategykit.domain.ballots import Ballot, Stance
from strategykit.domain.boards import SWOT, NoteGroup, Spot
from strategykit.domain.rooms import Attendee, Room, Seat
from strategykit.domain.steps import Circle, Step
from strategykit.errors import (
    BudgetSpent,
    CapReached,
    HoldsCpr,
    KeysGone,
    NotFound,
    NotInTheRoom,
    NotYourTurn,
    OutOfRange,
    OwnNote,
    PlacesWrong,
    ReasonMissing,
    StepNotOpen,
    StrategyError,
)
from strategykit.storage.database import Database
from tests.support.halls import BOARD, LEADER, Hall, a_hall


@pytest.fixture
def hall(db: Database) -> Hall:
    return a_hall(db)


@pytest.fixture
def areas(hall: Hall) -> tuple[Area, ...]:
    return four_areas(hall)


def four_areas(hall: Hall) -> tuple[Area, ...]:
    return hall.areas("Ansvar", "Boliger", "Cykler", "Daghjem")


@pytest.fixture(params=["prikker-uden-navn", "prikker-med-navn"])
def dots(request: pytest.FixtureRequest, hall: Hall, areas: tuple[Area, ...]) -> Step:  # noqa: ARG001
    return hall.on_areas(request.param, budget=3, cap=2)


def given(hall: Hall, number: int, step: Step) -> dict[str, int]:
    """What the phone has given, by title."""
    answers = answers_of(hall.db, hall.phone(number), step)
    return {s.title: answers.dots[s.id] for s in answers.subjects if s.id in answers.dots}


def try_dots(hall: Hall, who: Attendee, step: Step, subject: str, number: int) -> str:
    try:
        set_dots(hall.db, who, step.id, subject, number)
    except StrategyError as error:
        return type(error).__name__
    return "gemt"


def test_a_number_of_dots_is_what_it_says_however_often_it_is_sent(
    hall: Hall, areas: tuple[Area, ...], dots: Step
) -> None:
    for number in (2, 2, 1, 1):
        set_dots(hall.db, hall.phone(0), dots.id, areas[0].id, number)
    set_dots(hall.db, hall.phone(0), dots.id, areas[1].id, 2)

    assert given(hall, 0, dots) == {"Ansvar": 1, "Boliger": 2}
    assert given(hall, 1, dots) == {}
    assert len(hall.dots(dots)) == 3


def test_the_budget_the_cap_and_the_least_are_kept(
    hall: Hall, areas: tuple[Area, ...], dots: Step
) -> None:
    phone = hall.phone(0)
    set_dots(hall.db, phone, dots.id, areas[0].id, 2)

    with pytest.raises(CapReached):
        set_dots(hall.db, phone, dots.id, areas[0].id, 3)
    with pytest.raises(BudgetSpent):
        set_dots(hall.db, phone, dots.id, areas[1].id, 2)
    with pytest.raises(OutOfRange):
        set_dots(hall.db, phone, dots.id, areas[0].id, -1)
    with pytest.raises(NotFound):
        set_dots(hall.db, phone, dots.id, new_id(), 1)

    assert given(hall, 0, dots) == {"Ansvar": 2}


@pytest.mark.parametrize("preset", ["prikker-uden-navn", "prikker-med-navn"])
def test_a_hundred_tries_at_once_give_never_one_dot_too_many(both: Database, preset: str) -> None:
    hall = a_hall(both)
    areas = four_areas(hall)
    step = hall.on_areas(preset, budget=3, cap=2)
    tries = [(area.id, number) for area in areas for number in (1, 2)] * 13

    with ThreadPoolExecutor(16) as pool:
        said = list(pool.map(lambda t: try_dots(hall, hall.phone(0), step, *t), tries[:100]))

    assert set(said) <= {"gemt", "BudgetSpent"}
    assert said.count("gemt") >= 1
    assert 1 <= sum(given(hall, 0, step).values()) == len(hall.dots(step)) <= 3


def test_a_hundred_first_tries_from_two_phones_of_one_person_count_as_one(both: Database) -> None:
    hall = a_hall(both)
    areas = four_areas(hall)
    step = hall.on_areas("prikker-uden-navn", budget=3, cap=2)
    phones = [hall.phone(0), replace(hall.phone(0), token="en anden telefon")]

    with ThreadPoolExecutor(16) as pool:
        said = list(
            pool.map(lambda n: try_dots(hall, phones[n % 2], step, areas[n % 4].id, 1), range(100))
        )

    assert set(said) <= {"gemt", "BudgetSpent", "KeyElsewhere"}
    assert len(hall.dots(step)) <= 3
    assert [answers_of(both, phone, step).elsewhere for phone in phones].count(True) == 1


def test_a_vote_at_the_moment_of_closing_is_counted_or_refused(both: Database) -> None:
    hall = a_hall(both, 12)
    (area, *_) = four_areas(hall)
    step = hall.on_areas("prikker-uden-navn")

    with ThreadPoolExecutor(8) as pool:
        votes = [pool.submit(try_dots, hall, hall.phone(n), step, area.id, 1) for n in range(6)]
        closing = pool.submit(hall.close, step)
        votes += [
            pool.submit(try_dots, hall, hall.phone(n), step, area.id, 1) for n in range(6, 12)
        ]
        closing.result()
    said = [vote.result() for vote in votes]

    assert set(said) <= {"gemt", "StepNotOpen"}
    assert sum(hall.totals(step).values()) == said.count("gemt") == len(hall.dots(step))


def test_two_phones_of_one_person_have_one_budget(
    hall: Hall, areas: tuple[Area, ...], dots: Step
) -> None:
    second = replace(hall.phone(0), token="en anden telefon")
    set_dots(hall.db, hall.phone(0), dots.id, areas[0].id, 2)

    said = try_dots(hall, second, dots, areas[1].id, 2)

    assert said == ("KeyElsewhere" if dots.anonymous else "BudgetSpent")
    assert answers_of(hall.db, second, dots).elsewhere is dots.anonymous
    assert not answers_of(hall.db, hall.phone(0), dots).elsewhere
    assert len(hall.dots(dots)) == 2


def test_only_those_who_may_vote_do(hall: Hall, areas: tuple[Area, ...], dots: Step) -> None:
    with pytest.raises(NotYourTurn):
        set_dots(hall.db, hall.phone(-1), dots.id, areas[0].id, 1)
    with pytest.raises(NotInTheRoom):
        set_dots(hall.db, replace(hall.phone(0), person_id=new_id()), dots.id, areas[0].id, 1)

    open_to_all = hall.on_areas("prikker-uden-navn", voters=Circle.EVERYBODY)
    set_dots(hall.db, hall.phone(-1), open_to_all.id, areas[0].id, 1)

    assert hall.dots(dots) == ()
    assert len(hall.dots(open_to_all)) == 1


def test_a_closed_step_and_another_kind_take_nothing(
    hall: Hall, areas: tuple[Area, ...], dots: Step
) -> None:
    with pytest.raises(StepNotOpen):
        save_ranking(hall.db, hall.phone(0), dots.id, {areas[0].id: 1})
    hall.close(dots)
    with pytest.raises(StepNotOpen):
        set_dots(hall.db, hall.phone(0), dots.id, areas[0].id, 1)


@pytest.mark.parametrize("preset", ["prikker-uden-navn", "prikker-med-navn"])
def test_nothing_of_an_open_vote_is_seen_anywhere(both: Database, preset: str) -> None:
    hall = a_hall(both)
    areas = four_areas(hall)
    step = hall.on_areas(preset)
    set_dots(both, hall.phone(0), step.id, areas[0].id, 2)
    process_id = hall.process.id

    def everywhere() -> list[object]:
        revision = revision_of(both, process_id)
        return [
            dots_of(both, process_id, revision).get(areas[0].id, 0),
            material_of(both, process_id).dots.get(areas[0].id, 0),
            room_dots(both, process_id, areas[0].id),
        ]

    assert everywhere() == [0, 0, 0]
    assert outcome_of(hall.view, step) is None
    assert hall.view.answered == 1

    hall.close(step)

    assert everywhere() == [2, 2, 0]
    assert hall.view.answered == 1


def test_dots_of_the_room_and_of_a_step_leave_each_other_alone(
    hall: Hall, areas: tuple[Area, ...], dots: Step
) -> None:
    set_dots(hall.db, hall.phone(0), dots.id, areas[0].id, 2)
    give_dots(hall.db, LEADER, hall.process.id, {areas[0].id: 4})
    give_dots(hall.db, LEADER, hall.process.id, {areas[0].id: 1})

    assert room_dots(hall.db, hall.process.id, areas[0].id) == 1
    assert given(hall, 0, dots) == {"Ansvar": 2}


def test_no_dot_on_ones_own_note_as_long_as_anybody_can_tell(hall: Hall) -> None:
    named = hall.step("skriv-med-navn", **BOARD)
    mine, other = hall.write(named, 0, "Min"), hall.write(named, 1, "En andens")
    voting = hall.step("prikker-uden-navn", **BOARD)

    with pytest.raises(OwnNote):
        set_dots(hall.db, hall.phone(0), voting.id, mine.id, 1)
    set_dots(hall.db, hall.phone(0), voting.id, other.id, 1)
    set_dots(hall.db, hall.phone(1), voting.id, mine.id, 1)

    assert answers_of(hall.db, hall.phone(0), voting).own == {mine.id}
    assert len(hall.dots(voting)) == 2


def test_an_anonymous_note_is_known_as_ones_own_until_its_step_is_closed(hall: Hall) -> None:
    writing = hall.step("skriv-uden-navn", **BOARD)
    mine = hall.write(writing, 0, "Min")
    voting = hall.step("prikker-uden-navn", **BOARD)

    with pytest.raises(OwnNote):
        set_dots(hall.db, hall.phone(0), voting.id, mine.id, 1)
    hall.close(writing)
    set_dots(hall.db, hall.phone(0), voting.id, mine.id, 1)

    assert given(hall, 0, voting) == {"Min": 1}


def grouped(hall: Hall, *note_ids: str) -> NoteGroup:
    spot = Spot(hall.process.id, SWOT, "styrker")
    done = make_group(hall.db, LEADER, spot, "Samlet", note_ids, new_id())
    return next(thing for thing in done.after if isinstance(thing, NoteGroup))


def test_a_group_of_ones_own_notes_alone_gets_no_dot_and_a_mixed_one_does(hall: Hall) -> None:
    named = hall.step("skriv-med-navn", **BOARD)
    notes = [hall.write(named, who, f"Seddel {n}") for n, who in enumerate((0, 0, 0, 1))]
    own = grouped(hall, notes[0].id, notes[1].id)
    mixed = grouped(hall, notes[2].id, notes[3].id)
    voting = hall.step("prikker-uden-navn", **BOARD)

    assert try_dots(hall, hall.phone(0), voting, own.id, 1) == "OwnNote"
    assert try_dots(hall, hall.phone(0), voting, mixed.id, 1) == "gemt"


def test_dots_follow_a_note_into_its_group_and_off_the_wall(hall: Hall) -> None:
    named = hall.step("skriv-med-navn", **BOARD)
    notes = [hall.write(named, 0, f"Seddel {n}") for n in range(4)]
    voting = hall.step("prikker-med-navn", budget=3, cap=2, **BOARD)
    set_dots(hall.db, hall.phone(1), voting.id, notes[0].id, 2)
    set_dots(hall.db, hall.phone(1), voting.id, notes[2].id, 1)

    group = grouped(hall, notes[0].id, notes[1].id)
    hide_note(hall.db, LEADER, notes[2], "Den hører ikke til")
    answers = answers_of(hall.db, hall.phone(1), voting)
    set_dots(hall.db, hall.phone(1), voting.id, group.id, 1)
    set_dots(hall.db, hall.phone(1), voting.id, notes[3].id, 2)

    assert answers.dots == {group.id: 2}
    assert given(hall, 1, voting) == {"Samlet": 1, "Seddel 3": 2}
    hall.close(voting)
    assert hall.totals(voting) == {"Samlet": 1, "Seddel 3": 2}


def test_undoing_what_was_done_to_the_wall_brings_nobody_over_the_budget(hall: Hall) -> None:
    named = hall.step("skriv-med-navn", **BOARD)
    notes = [hall.write(named, 0, f"Seddel {n}") for n in range(3)]
    group = grouped(hall, notes[0].id, notes[1].id)
    voting = hall.step("prikker-uden-navn", budget=3, cap=0, **BOARD)
    set_dots(hall.db, hall.phone(1), voting.id, group.id, 3)
    dissolved = dissolve_group(hall.db, LEADER, group)
    set_dots(hall.db, hall.phone(1), voting.id, notes[2].id, 3)
    undo(hall.db, LEADER, hall.process.id, dissolved)

    hall.close(voting)

    assert sum(hall.totals(voting).values()) == 3


def test_the_order_is_another_on_each_phone_and_stays(
    hall: Hall, areas: tuple[Area, ...], dots: Step
) -> None:
    more = hall.areas(*(f"Område {n}" for n in range(8)))
    orders = [[s.id for s in answers_of(hall.db, hall.phone(n), dots).subjects] for n in range(6)]

    assert orders[0] == [s.id for s in answers_of(hall.db, hall.phone(0), dots).subjects]
    assert len({tuple(order) for order in orders}) > 3
    assert all(set(order) == {a.id for a in (*areas, *more)} for order in orders)


def test_ratings_are_kept_changed_and_left_out(hall: Hall, areas: tuple[Area, ...]) -> None:
    step = hall.on_areas("vaerdi-og-indsats")
    first, second, third, _ = (area.id for area in areas)

    save_ratings(hall.db, hall.phone(0), step.id, {first: Rating(7, 3), second: Rating(2, None)})
    save_ratings(hall.db, hall.phone(0), step.id, {first: Rating(8, 3), third: Rating()})
    save_ratings(hall.db, hall.phone(1), step.id, {second: Rating(9, 9)})
    save_ratings(hall.db, hall.phone(1), step.id, {second: Rating()})

    mine = answers_of(hall.db, hall.phone(0), step).ballots
    assert {i: (b.first, b.second) for i, b in mine.items()} == {first: (8, 3), second: (2, None)}
    assert answers_of(hall.db, hall.phone(1), step).ballots == {}
    assert hall.view.answered == 1


@pytest.mark.parametrize("rating", [Rating(0, 1), Rating(11, 1), Rating(1, 0), Rating(1, 11)])
def test_a_rating_outside_the_scale_is_refused(
    hall: Hall, areas: tuple[Area, ...], rating: Rating
) -> None:
    step = hall.on_areas("vaerdi-og-indsats")

    with pytest.raises(OutOfRange):
        save_ratings(hall.db, hall.phone(0), step.id, {areas[0].id: rating})


def test_a_ranking_is_whole_or_refused_by_its_places(hall: Hall, areas: tuple[Area, ...]) -> None:
    step = hall.on_areas("rangordn", anonymous=True)
    ids = [area.id for area in areas]

    save_ranking(hall.db, hall.phone(0), step.id, dict(zip(ids, (2, 1, 3, 4), strict=True)))
    save_ranking(hall.db, hall.phone(0), step.id, dict(zip(ids, (1, 2, 3, 4), strict=True)))
    with pytest.raises(PlacesWrong, match=r"Plads 1 er givet til mere end én\. Plads 2 er ikke"):
        save_ranking(hall.db, hall.phone(0), step.id, dict(zip(ids, (1, 1, 3, 4), strict=True)))
    with pytest.raises(PlacesWrong, match="Pladserne 3 og 4 er ikke givet"):
        save_ranking(hall.db, hall.phone(0), step.id, dict(zip(ids[:2], (1, 2), strict=True)))

    kept = answers_of(hall.db, hall.phone(0), step).ballots
    assert [kept[i].first for i in ids] == [1, 2, 3, 4]
    with hall.db.reading() as store:
        ballots = store.all(Ballot, hall.process.id)
    assert len(ballots) == 4
    assert {ballot.voter for ballot in ballots} == {""}


def test_a_nej_needs_a_reason_and_a_change_of_mind_replaces_it(hall: Hall) -> None:
    step = hall.step("samtykke", ask="Går I videre?")
    phone = hall.phone(0)

    for stance in (Stance.NO, Stance.RESERVED):
        with pytest.raises(ReasonMissing, match=f"siger {stance.value}"):
            save_consent(hall.db, phone, step.id, stance, "  ")
    with pytest.raises(HoldsCpr):
        save_consent(hall.db, phone, step.id, Stance.NO, "010190-1234 siger nej")
    save_consent(hall.db, phone, step.id, Stance.NO, "Det er for dyrt")
    save_consent(hall.db, phone, step.id, Stance.YES, "")

    (mine,) = answers_of(hall.db, phone, step).ballots.values()
    assert (mine.stance, mine.reason) == (Stance.YES, "")
    hall.close(step)
    assert hall.result(step).voters == 1


def test_an_open_anonymous_step_from_an_archive_has_no_keys_to_vote_with(
    hall: Hall, areas: tuple[Area, ...]
) -> None:
    step = hall.on_areas("prikker-uden-navn")
    set_dots(hall.db, hall.phone(0), step.id, areas[0].id, 1)

    copy = import_process(hall.db, LEADER, export_process(hall.db, hall.process))

    with hall.db.reading() as store:
        (room,) = store.all(Room, copy.id)
        person = store.all(Seat, copy.id)[0].person_id
        area = store.all(Area, copy.id)[1]
    who = Attendee(copy.id, room.meeting_id, person, "telefon")
    with pytest.raises(KeysGone):
        set_dots(hall.db, who, room.step_id, area.id, 1)
