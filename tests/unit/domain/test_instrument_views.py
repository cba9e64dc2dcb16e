"""What the rows of an instrument add up to."""

from strategykit.domain.instrument_columns import CHOICE
from strategykit.domain.instrument_views import (
    answers,
    by_group,
    gaps,
    largest_differences,
    progress_of,
    statements,
    tally,
    totals,
    unanswered,
    ways_of,
)
from strategykit.domain.instruments import InstrumentKind, InstrumentPlan, ItemOfInstrument
from tests.unit.domain.test_instrument_rows import plan, row

CHECK = InstrumentPlan(
    key="r", kind=InstrumentKind.SELF_CHECK, title="R", ask="A",
    items=tuple(
        ItemOfInstrument(key=key, title=key, group=group)
        for key, group in (("a", "Ejerskab"), ("b", "Styring"), ("c", "Ejerskab"))
    ),
)  # fmt: skip


def test_the_points_of_a_self_check_stand_in_their_groups_with_their_answers() -> None:
    rows = [row(1, "c", answer="ja", evidence="Referatet"), row(2, "a", answer="nej")]

    answered = answers(CHECK, rows)

    assert [(a.item.key, a.answer) for a in answered] == [("a", "nej"), ("b", ""), ("c", "ja")]
    assert answered[2].evidence == "Referatet"
    assert tally(answered) == (("ja", 1), ("delvis", 0), ("nej", 1))
    assert [(g, [a.item.key for a in of]) for g, of in by_group(answered)] == [
        ("Ejerskab", ["a", "c"]),
        ("Styring", ["b"]),
    ]
    assert [item.key for item in unanswered(CHECK, rows)] == ["b"]


def test_progress_counts_points_and_a_model_choice_waits_for_the_choice() -> None:
    options = plan(InstrumentKind.OPTIONS, "a", "b")
    actions = plan(InstrumentKind.ACTIONS)

    assert progress_of(CHECK, [row(1, "a")]).done == 1
    assert not progress_of(CHECK, [row(1, "a")]).complete
    assert not progress_of(options, [row(1, "a"), row(2, "b")]).complete
    assert progress_of(options, [row(1, "a"), row(2, "b"), row(3, CHOICE)]).complete
    assert not progress_of(actions, []).complete
    assert progress_of(actions, [row(1, activity="Kurser")]).complete


def test_a_gap_names_the_rows_that_leave_a_column_empty() -> None:
    handover = plan(InstrumentKind.HANDOVER)
    rows = [
        row(1, thing="Netværk", owner="Leder", deputy="Konsulent", knows="Alle", place="Drevet"),
        row(2, thing="Tællere", owner="Leder", knows="Konsulenten", place="Drevet"),
    ]

    (gap,) = gaps(handover, rows)

    assert (gap.column.key, gap.rows) == ("deputy", ("Tællere",))


def test_amounts_are_added_up_but_not_what_somebody_may_grant() -> None:
    actions = [row(1, activity="Kurser", cost="5000"), row(2, activity="Plan", cost="1500")]
    authority = [row(1, role="Leder", limit="5000", above="Direktør")]

    ((column, total),) = totals(plan(InstrumentKind.ACTIONS), actions)

    assert (column.key, total) == ("cost", 6500)
    assert totals(plan(InstrumentKind.ACTIONS), [row(1, activity="Kurser")]) == ()
    assert totals(plan(InstrumentKind.AUTHORITY), authority) == ()


def test_the_largest_differences_come_first_and_agreement_is_no_difference() -> None:
    culture = plan(InstrumentKind.CULTURE, "a", "b", "c")
    rows = [
        row(1, unit="Skolen", **{"c:a": "1", "c:b": "3", "c:c": "2"}),
        row(2, unit="Jobcentret", **{"c:a": "3", "c:b": "4", "c:c": "5"}),
        row(3, unit="Klubben", **{"c:a": "3"}),
    ]

    apart = largest_differences(culture, rows)

    assert [(s.item.key, s.spread) for s in apart] == [("c", 3), ("a", 2)]
    assert apart[0].lowest == ("Skolen",)
    assert apart[1].highest == ("Jobcentret", "Klubben")
    assert len(statements(culture, rows)[1].marks) == 2
    assert statements(culture, [])[0].lowest == ()


def test_a_step_that_is_left_out_is_empty_in_its_way() -> None:
    theory = plan(InstrumentKind.THEORY)
    rows = [row(1, activity="Mentor", short="Flere møder op", long="I job", assumption="Tid")]

    assert ways_of(theory, rows) == (("Mentor", "", "Flere møder op", "I job"),)
