"""Closing: what is frozen, what is destroyed, what can be taken back, and what goes on."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from strategykit.actions.balloting import Rating
from strategykit.actions.boards import undo
from strategykit.actions.deciding import apply_ratings, decide_outcome
from strategykit.actions.dots import dots_of
from strategykit.actions.materials import revision_of
from strategykit.actions.registers import entries
from strategykit.actions.results import close_step, givers_of, new_round, outcome_of
from strategykit.actions.statements import save_statement, statement_of
from strategykit.actions.steps import add_step, open_step, step_from
from strategykit.actions.undoing import Undoing
from strategykit.actions.voting import (
    answers_of,
    save_consent,
    save_ranking,
    save_ratings,
    set_dots,
)
from strategykit.domain.areas import Area
from strategykit.domain.ballots import Ballot, Stance, StepResult
from strategykit.domain.boards import Done
from strategykit.domain.meetings import Decision
from strategykit.domain.steps import Step, StepState, Subjects
from strategykit.errors import EditConflict, KeysGone, NoResult, NoSubjects, SourceOpen
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from tests.support.halls import BOARD, LEADER, Hall, a_hall
from tests.support.postgres import Postgres


@pytest.fixture
def hall(db: Database) -> Hall:
    return a_hall(db)


@pytest.fixture
def areas(hall: Hall) -> tuple[Area, ...]:
    return hall.areas("Ansvar", "Boliger", "Cykler", "Daghjem")


def shown_elsewhere(hall: Hall, area: Area) -> int:
    """What the pages and the draft count."""
    process_id = hall.process.id
    return dots_of(hall.db, process_id, revision_of(hall.db, process_id)).get(area.id, 0)


def the_step(done: Done) -> Step:
    return next(thing for thing in done.after if isinstance(thing, Step))


@pytest.mark.parametrize("preset", ["prikker-uden-navn", "prikker-med-navn"])
def test_a_closed_vote_tells_totals_spread_and_how_many(both: Database, preset: str) -> None:
    hall = a_hall(both)
    first, second = hall.areas("Ansvar", "Boliger")
    step = hall.on_areas(preset, budget=3, cap=2)
    for number in range(5):
        set_dots(both, hall.phone(number), step.id, first.id, 2 if number < 3 else 1)
    set_dots(both, hall.phone(4), step.id, second.id, 2)

    hall.close(step)

    outcome = outcome_of(hall.view, hall.view.find(step.id) or step)
    assert outcome is not None
    assert [(r.title, r.said, r.spread) for r in outcome.rows] == [
        ("Ansvar", "8 prikker", "3 gav 2 prikker, 2 gav 1"),
        ("Boliger", "2 prikker", "1 gav 2 prikker, 4 gav ingen"),
    ]
    assert outcome.answered == "5 har svaret."


def test_titles_stand_as_they_were_when_it_closed(hall: Hall, areas: tuple[Area, ...]) -> None:
    step = hall.on_areas("prikker-med-navn")
    set_dots(hall.db, hall.phone(0), step.id, areas[0].id, 1)
    hall.close(step)
    with hall.db.writing() as store:
        store.save(areas[0], replace(areas[0], name="Noget helt andet"))
        store.remove(areas[1])

    assert [tally.title for tally in hall.result(step).tallies][:2] == ["Ansvar", "Boliger"]


def test_fewer_than_five_answers_without_names_show_no_spread(
    hall: Hall, areas: tuple[Area, ...]
) -> None:
    step = hall.on_areas("prikker-uden-navn")
    for number in range(4):
        set_dots(hall.db, hall.phone(number), step.id, areas[0].id, 1)

    hall.close(step)

    assert {tally.spread for tally in hall.result(step).tallies} == {()}
    assert hall.totals(step) == {"Ansvar": 4}


def test_closing_twice_and_from_an_old_window(hall: Hall, areas: tuple[Area, ...]) -> None:  # noqa: ARG001
    step = hall.on_areas("prikker-med-navn")
    hall.close(step)

    with pytest.raises(EditConflict):
        close_step(hall.db, LEADER, step)
    again = close_step(hall.db, LEADER, hall.view.steps[-1])

    assert (again.before, again.after) == ((), ())
    assert len(hall.view.results[step.id]) == 1


def test_a_closed_vote_with_names_can_be_taken_back(hall: Hall, areas: tuple[Area, ...]) -> None:
    step = hall.on_areas("prikker-med-navn")
    set_dots(hall.db, hall.phone(0), step.id, areas[0].id, 2)
    done = close_step(hall.db, LEADER, step)

    undo(hall.db, LEADER, hall.process.id, done)

    opened = hall.view.find(step.id)
    assert opened is not None
    assert opened.is_open
    assert hall.view.results == {}
    assert shown_elsewhere(hall, areas[0]) == 0
    set_dots(hall.db, hall.phone(0), step.id, areas[0].id, 1)
    hall.close(opened)
    assert hall.totals(step) == {"Ansvar": 1}


def test_a_closed_vote_without_names_can_not_and_says_why(
    hall: Hall, areas: tuple[Area, ...]
) -> None:
    step = hall.on_areas("prikker-uden-navn")
    set_dots(hall.db, hall.phone(0), step.id, areas[0].id, 2)
    undoing = Undoing()
    undoing.keep(hall.process.id, hall.meeting.id, Done("Før", (areas[0],), (areas[0],)))
    undoing.keep(hall.process.id, hall.meeting.id, close_step(hall.db, LEADER, step))
    newest = undoing.newest(hall.process.id, hall.meeting.id)
    assert newest is not None

    with pytest.raises(KeysGone, match="ikke længere ses, hvem der sendte hvad"):
        undoing.take_back(hall.db, LEADER, hall.process.id, hall.meeting.id, newest.id)
    with pytest.raises(KeysGone):
        open_step(hall.db, LEADER, hall.view.steps[-1])

    left = undoing.newest(hall.process.id, hall.meeting.id)
    assert left is not None
    assert left.done.told == "Før"
    assert hall.totals(step) == {"Ansvar": 2}


def test_opening_can_be_taken_back_and_done_again_without_losing_whose_is_whose(
    hall: Hall, areas: tuple[Area, ...]
) -> None:
    step = hall.on_areas("prikker-uden-navn")
    set_dots(hall.db, hall.phone(0), step.id, areas[0].id, 1)
    with hall.db.writing() as store:
        waiting = store.save(step, replace(step, state=StepState.WAITING))

    opened = hall.open(waiting)

    set_dots(hall.db, hall.phone(0), opened.id, areas[0].id, 2)
    assert answers_of(hall.db, hall.phone(0), opened).dots == {areas[0].id: 2}


def test_a_named_step_that_is_opened_again_loses_its_result_until_it_closes(
    hall: Hall, areas: tuple[Area, ...]
) -> None:
    step = hall.on_areas("prikker-med-navn")
    set_dots(hall.db, hall.phone(0), step.id, areas[0].id, 1)
    done = open_step(hall.db, LEADER, hall.close(step))

    assert entries(hall.db, hall.process.id, StepResult) == ()
    assert answers_of(hall.db, hall.phone(0), the_step(done)).dots == {areas[0].id: 1}

    undo(hall.db, LEADER, hall.process.id, done)
    assert hall.totals(step) == {"Ansvar": 1}


@pytest.mark.parametrize("preset", ["prikker-uden-navn", "prikker-med-navn"])
def test_rounds_never_add_up_and_the_last_closed_one_stands(both: Database, preset: str) -> None:
    hall = a_hall(both)
    (area, other) = hall.areas("Ansvar", "Boliger")
    step = hall.on_areas(preset, budget=3, cap=0)
    set_dots(both, hall.phone(0), step.id, area.id, 3)

    waiting = the_step(new_round(both, LEADER, step))
    after_first = shown_elsewhere(hall, area)
    second = hall.open(waiting)
    set_dots(both, hall.phone(0), second.id, area.id, 1)
    set_dots(both, hall.phone(1), second.id, other.id, 1)
    during_second = shown_elsewhere(hall, area)
    hall.close(second)

    assert (waiting.state, waiting.round) == (StepState.WAITING, 2)
    assert (after_first, during_second, shown_elsewhere(hall, area)) == (3, 3, 1)
    assert [r.round for r in hall.view.results[step.id]] == [1, 2]
    first_round = outcome_of(hall.view, hall.view.steps[-1], 1)
    assert first_round is not None
    assert first_round.rows[0].said == "3 prikker"


def test_a_new_round_of_a_closed_vote_can_be_taken_back(
    hall: Hall, areas: tuple[Area, ...]
) -> None:
    step = hall.on_areas("prikker-uden-navn")
    set_dots(hall.db, hall.phone(0), step.id, areas[0].id, 2)
    done = new_round(hall.db, LEADER, hall.close(step))
    assert hall.dots(step) == ()

    undo(hall.db, LEADER, hall.process.id, done)

    assert len(hall.dots(step)) == 2
    assert shown_elsewhere(hall, areas[0]) == 2


def test_a_new_round_of_an_open_vote_without_names_is_for_good(
    hall: Hall, areas: tuple[Area, ...]
) -> None:
    step = hall.on_areas("prikker-uden-navn")
    set_dots(hall.db, hall.phone(0), step.id, areas[0].id, 2)
    done = new_round(hall.db, LEADER, step)

    with pytest.raises(KeysGone):
        undo(hall.db, LEADER, hall.process.id, done)
    assert hall.totals(step) == {"Ansvar": 2}


def test_consent_rankings_and_ratings_begin_anew_in_each_round(
    hall: Hall,
    areas: tuple[Area, ...],  # noqa: ARG001
) -> None:
    step = hall.step("samtykke", ask="Går I videre?")
    save_consent(hall.db, hall.phone(0), step.id, Stance.NO, "Det er for dyrt")
    second = hall.open(the_step(new_round(hall.db, LEADER, step)))

    assert answers_of(hall.db, hall.phone(0), second).ballots == {}
    save_consent(hall.db, hall.phone(0), second.id, Stance.YES, "")
    hall.close(second)

    headlines = [outcome_of(hall.view, second, number) for number in (1, 2)]
    assert [outcome.headline for outcome in headlines if outcome] == [
        "Der er ikke samtykke. 1 har sagt nej.", "Der er samtykke. Ingen har sagt nej.",
    ]  # fmt: skip


def test_collecting_closes_without_a_result(hall: Hall) -> None:
    step = hall.step("skriv-uden-navn", **BOARD)
    hall.write(step, 0, "Min")
    before = hall.view.answered

    hall.close(step)

    assert (before, hall.view.answered) == (1, 1)
    assert hall.view.results == {}


def bytes_on_disk(db: Database) -> bytes:
    assert db.file is not None
    files = [Path(f"{db.file}{end}") for end in ("", "-wal")]
    return b"".join(file.read_bytes() for file in files if file.exists())


def test_no_byte_of_the_keys_is_left_in_the_file_or_beside_it(
    hall: Hall, areas: tuple[Area, ...]
) -> None:
    step = hall.on_areas("prikker-uden-navn")
    for number in range(6):
        set_dots(hall.db, hall.phone(number), step.id, areas[number % 4].id, 1)
    assert hall.db.file is not None
    with closing(sqlite3.connect(hall.db.file)) as file:
        secrets = [row[0] for row in file.execute("SELECT secret FROM step_secrets")]
        secrets += [row[0] for row in file.execute("SELECT key_hash FROM step_keys")]
        secrets += [row[0] for row in file.execute("SELECT DISTINCT key_hash FROM owned")]
    there = bytes_on_disk(hall.db)
    assert len(secrets) == 13
    assert all(secret.encode() in there for secret in secrets)

    hall.close(step)

    left = bytes_on_disk(hall.db)
    assert [secret for secret in secrets if secret.encode() in left] == []


def test_on_postgresql_no_transaction_number_ties_answers_to_people(postgres: Postgres) -> None:
    db = Database(postgres.fresh_database())
    migrate(db)
    hall = a_hall(db)
    (area,) = hall.areas("Ansvar")
    step = hall.on_areas("prikker-uden-navn")
    for number in range(6):
        set_dots(db, hall.phone(number), step.id, area.id, 1)

    def numbers(table: str) -> set[str]:
        with db.engine.connect() as connection:
            rows = connection.exec_driver_sql(f"SELECT xmin::text FROM {table}")
            return {row[0] for row in rows}

    assert numbers("dots") == numbers("keys_given")
    assert len(numbers("dots")) == 6
    hall.close(step)
    assert numbers("dots") == numbers("keys_given")
    assert len(numbers("dots")) == 1
    db.close()


def test_a_step_goes_on_with_what_the_one_before_gave(hall: Hall, areas: tuple[Area, ...]) -> None:
    dots = hall.on_areas("prikker-med-navn", title="Prikker på områder")
    set_dots(hall.db, hall.phone(0), dots.id, areas[2].id, 2)
    set_dots(hall.db, hall.phone(0), dots.id, areas[0].id, 1)

    with pytest.raises(SourceOpen, match="bygger på ”Prikker på områder”"):
        hall.on_areas("vaerdi-og-indsats", source_id=dots.id)
    hall.close(dots)
    rating = hall.on_areas("vaerdi-og-indsats", source_id=dots.id)

    assert [s.title for s in hall.view.subjects(rating)] == ["Ansvar", "Cykler"]
    asked = answers_of(hall.db, hall.phone(0), rating).subjects
    assert {s.title for s in asked} == {"Ansvar", "Cykler"}


def test_a_step_that_was_skipped_holds_the_next_one_not_back(
    hall: Hall, areas: tuple[Area, ...]
) -> None:
    planned = step_from(
        "prikker-med-navn", process_id=hall.process.id, meeting_id=hall.meeting.id,
        title="Sprunget over", subjects=Subjects.AREAS,
    )  # fmt: skip
    skipped = add_step(hall.db, LEADER, planned)

    rating = hall.on_areas("vaerdi-og-indsats", source_id=skipped.id)

    assert len(hall.view.subjects(rating)) == len(areas)


def test_dots_after_grouping_are_on_what_was_collected(hall: Hall) -> None:
    hall.write(hall.step("skriv-med-navn", **BOARD), 0, "En tidligere seddel")
    writing = hall.step("skriv-uden-navn", **BOARD)
    hall.write(writing, 0, "Ny seddel")
    hall.close(writing)
    gathering = hall.step("saml", source_id=writing.id, **BOARD)

    voting = hall.step("prikker-uden-navn", source_id=gathering.id, **BOARD)

    assert [s.title for s in hall.view.subjects(voting)] == ["Ny seddel"]
    asked = answers_of(hall.db, hall.phone(0), voting).subjects
    assert [s.title for s in asked] == ["Ny seddel"]


def test_a_vote_about_nothing_is_not_opened(hall: Hall) -> None:
    with pytest.raises(NoSubjects):
        hall.on_areas("prikker-uden-navn")


def test_the_medians_become_the_numbers_of_the_areas_when_asked_for(
    hall: Hall, areas: tuple[Area, ...]
) -> None:
    step = hall.on_areas("vaerdi-og-indsats")
    for number, value in enumerate((6, 9)):
        rating = {areas[0].id: Rating(value, 3), areas[1].id: Rating(value, None)}
        save_ratings(hall.db, hall.phone(number), step.id, rating)
    with pytest.raises(NoResult):
        apply_ratings(hall.db, LEADER, step)
    hall.close(step)

    done = apply_ratings(hall.db, LEADER, step)

    def numbers() -> list[tuple[int | None, int | None]]:
        return [(a.value, a.effort) for a in entries(hall.db, hall.process.id, Area)]

    assert numbers() == [(8, 3), (8, None), (None, None), (None, None)]
    assert done.told == "Værdi og indsats er sat på 2 indsatsområder."
    undo(hall.db, LEADER, hall.process.id, done)
    assert set(numbers()) == {(None, None)}


def test_a_ranking_is_counted_by_points(hall: Hall, areas: tuple[Area, ...]) -> None:
    step = hall.on_areas("rangordn")
    ids = [area.id for area in areas]
    save_ranking(hall.db, hall.phone(0), step.id, dict(zip(ids, (1, 2, 3, 4), strict=True)))
    save_ranking(hall.db, hall.phone(1), step.id, dict(zip(ids, (2, 1, 3, 4), strict=True)))
    save_ranking(hall.db, hall.phone(2), step.id, dict(zip(ids, (2, 1, 3, 4), strict=True)))
    hall.close(step)

    assert hall.totals(step) == {"Ansvar": 7, "Boliger": 8, "Cykler": 3}


def consent_to(hall: Hall, text: str, *said: Stance) -> Step:
    written = statement_of(hall.db, hall.process.id, "vision")
    save_statement(hall.db, LEADER, written, replace(written, text=text))
    step = hall.step("samtykke", subjects=Subjects.STATEMENT, subject="vision")
    for number, stance in enumerate(said):
        save_consent(hall.db, hall.phone(number), step.id, stance, "Sådan er det")
    return hall.close(step)


def test_consent_to_a_text_becomes_a_decision_and_adopts_it(hall: Hall) -> None:
    step = consent_to(hall, "Alle er på vej.", Stance.YES, Stance.YES, Stance.RESERVED)

    done = decide_outcome(hall.db, LEADER, step, "Udvalget vedtager visionen", "Den er kort.")

    (decision,) = entries(hall.db, hall.process.id, Decision)
    assert done.after[0] == decision
    assert (decision.meeting_id, decision.text) == (hall.meeting.id, "Udvalget vedtager visionen")
    assert decision.reason == (
        "Den er kort. Der er samtykke. Ingen har sagt nej. 2 sagde ja og 1 sagde ja med forbehold."
    )
    assert statement_of(hall.db, hall.process.id, "vision").agreed_at is not None
    assert done.told == "Beslutningen er gemt. Teksten er vedtaget."

    undo(hall.db, LEADER, hall.process.id, done)
    assert entries(hall.db, hall.process.id, Decision) == ()
    assert statement_of(hall.db, hall.process.id, "vision").agreed_at is None


@pytest.mark.parametrize("changed", [False, True])
def test_a_text_that_was_refused_or_rewritten_is_not_adopted(hall: Hall, *, changed: bool) -> None:
    step = consent_to(hall, "Alle er på vej.", Stance.YES, Stance.YES if changed else Stance.NO)
    if changed:
        written = statement_of(hall.db, hall.process.id, "vision")
        save_statement(hall.db, LEADER, written, replace(written, text="Noget andet."))

    done = decide_outcome(hall.db, LEADER, step, "Udvalget drøftede visionen", "")

    assert statement_of(hall.db, hall.process.id, "vision").agreed_at is None
    assert done.told == "Beslutningen er gemt."


def test_reasons_stand_with_the_name_in_a_named_step_alone(hall: Hall) -> None:
    named = consent_to(hall, "Alle er på vej.", Stance.NO)
    hidden = hall.step("samtykke", ask="Går I videre?", anonymous=True)
    save_consent(hall.db, hall.phone(0), hidden.id, Stance.NO, "Det er for dyrt")
    hall.close(hidden)

    assert hall.result(named).reasons == ("Nej, Medlem 0: Sådan er det",)
    assert hall.result(hidden).reasons == ("Det er for dyrt",)
    with hall.db.reading() as store:
        (ballot,) = store.all(Ballot, hall.process.id, step_id=hidden.id)
    assert ballot.voter == ""


def test_who_gave_what_is_known_in_a_closed_step_with_names_alone(
    hall: Hall, areas: tuple[Area, ...]
) -> None:
    named, hidden = (
        hall.on_areas(f"prikker-{how}-navn", stays_open=True) for how in ("med", "uden")
    )
    for step in (named, hidden):
        set_dots(hall.db, hall.phone(1), step.id, areas[0].id, 2)
        set_dots(hall.db, hall.phone(0), step.id, areas[0].id, 1)

    def givers(step: Step) -> object:
        with hall.db.reading() as store:
            return givers_of(store, step)

    assert givers(named) == {}
    assert givers(hall.close(named)) == {areas[0].id: ("Medlem 0", "Medlem 1 (2)")}
    assert givers(hall.close(hidden)) == {}
    consent = hall.step("samtykke", ask="Går I videre?")
    save_consent(hall.db, hall.phone(0), consent.id, Stance.YES, "")
    assert givers(hall.close(consent)) == {"yes": ("Medlem 0",)}
