"""What a table types about its goal: Danish numbers and days, and a sentence at each mistake."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from strategykit.domain.goal_sheets import card_of
from strategykit.domain.goal_tables import GoalTable
from strategykit.domain.goals import Criterion, CriterionKind, Direction, Goal, GoalKind, SubGoal
from strategykit.participation.goal_form import criterion_rows, sub_rows, values_of
from strategykit.participation.goal_reading import read_goal

P = {"process_id": "p"}
TABLE = GoalTable(**P, id="b", step_id="t", area_id="o")
GOAL = Goal(
    **P, id="m", area_id="o", version=3, text="Flere i gang", indicator="Unge i gang", unit="pct.",
    start=Decimal("12.125"), target=Decimal(20), year=2028, direction=Direction.UP,
    first_measured=date(2026, 6, 3), owner="Centerchefen", method="Hver måned",
)  # fmt: skip
SUB = SubGoal(**P, id="d", goal_id="m", version=2, text="Først", due=date(2027, 2, 1))
CRITERION = Criterion(
    **P, id="k", goal_id="m", area_id="o", text="Hver uge", kind=CriterionKind.EFFECT
)
CARD = card_of(GOAL, (SUB,), (CRITERION,))


def filled() -> dict[str, str]:
    """The form as the page shows it for the goal that is saved."""
    typed = {**values_of(GOAL), "nonce": "n", "maalversion": "3"}
    for row in sub_rows(CARD):
        typed |= {f"delmaal_{row.key}": row.text, f"frist_{row.key}": row.more,
                  f"delmaalversion_{row.key}": str(row.version)}  # fmt: skip
    for row in criterion_rows(CARD):
        typed |= {f"kriterium_{row.key}": row.text, f"slags_{row.key}": row.more,
                  f"kriteriumversion_{row.key}": str(row.version)}  # fmt: skip
    return typed


def test_what_the_page_shows_comes_back_as_the_same_goal() -> None:
    sheet, wrong = read_goal(filled(), TABLE, CARD)

    assert not wrong
    assert sheet is not None
    assert (sheet.goal, sheet.sub_goals, sheet.criteria) == (GOAL, (SUB,), (CRITERION,))
    assert sheet.removed == ()


def test_a_new_goal_is_known_by_the_form_s_nonce_however_often_it_is_sent() -> None:
    typed = {"nonce": "n", "maal": " Flere ", "til": "1.250", "aar": "2030", "delmaal_ny": "Først",
             "frist_ny": "1.3.2027", "kriterium_ny": "Hver uge", "slags_ny": "effekt"}  # fmt: skip

    (one, _), (other, _) = read_goal(typed, TABLE, None), read_goal(typed, TABLE, None)

    assert one == other
    assert one is not None
    assert (one.goal.id, one.goal.version, one.goal.text) == ("n", 0, "Flere")
    assert (one.goal.target, one.goal.start, one.goal.area_id) == (Decimal(1250), None, "o")
    assert one.sub_goals[0].due == date(2027, 3, 1)
    assert (one.sub_goals[0].goal_id, one.criteria[0].goal_id) == ("n", "n")
    assert one.criteria[0].kind is CriterionKind.EFFECT
    assert one.sub_goals[0].id != one.criteria[0].id


def test_every_field_that_cannot_be_read_is_told_at_once() -> None:
    typed = filled() | {
        "maal": "", "fra": "tolv", "til": "1.2.3", "aar": "28", "foerste": "snart",
        "frist_d": "31.2.2027",
    }  # fmt: skip

    sheet, wrong = read_goal(typed, TABLE, CARD)

    assert sheet is None
    assert set(wrong) == {"maal", "fra", "til", "aar", "foerste", "frist_d"}
    assert "'tolv'" in wrong["fra"]
    assert "Mål" in wrong["maal"]


def test_a_year_outside_what_makes_sense_is_told_at_the_year() -> None:
    _, wrong = read_goal(filled() | {"aar": "1950"}, TABLE, CARD)

    assert list(wrong) == ["aar"]


def test_the_direction_follows_the_numbers_and_else_what_was_chosen() -> None:
    down, _ = read_goal(filled() | {"fra": "30", "retning": "op"}, TABLE, CARD)
    unknown, _ = read_goal(filled() | {"fra": "", "retning": "op"}, TABLE, CARD)

    assert down is not None
    assert unknown is not None
    assert (down.goal.direction, unknown.goal.direction) == (Direction.DOWN, Direction.UP)


def test_a_goal_that_cannot_be_counted_is_kept_as_such() -> None:
    sheet, _ = read_goal(filled() | {"tael": "nej"}, TABLE, CARD)

    assert sheet is not None
    assert sheet.goal.kind is GoalKind.QUALITATIVE


def test_an_emptied_row_goes_with_the_version_that_was_seen() -> None:
    sheet, _ = read_goal(filled() | {"delmaal_d": "  "}, TABLE, CARD)

    assert sheet is not None
    assert (sheet.sub_goals, sheet.removed) == ((), (SUB,))


def test_a_row_that_somebody_else_took_away_meanwhile_is_written_anew() -> None:
    sheet, _ = read_goal(filled(), TABLE, replace(CARD, sub_goals=()))

    assert sheet is not None
    assert [(sub.id, sub.version, sub.text) for sub in sheet.sub_goals] == [("d", 0, "Først")]


def test_every_digit_of_a_number_stands_in_the_form() -> None:
    assert values_of(GOAL)["fra"] == "12,125"
