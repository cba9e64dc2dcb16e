"""What the rows of an instrument add up to."""

from strategykit.domain.instrument_columns import CHOICE
from strategykit.domain.instrument_views import (
    answers,
    by_group,
    flow_of,
    gaps,
    largest_differences,
    progress_of,
    series_of,
    statements,
    tally,
    totals,
    unanswered,
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


def test_a_counter_hides_the_few_and_leaves_out_months_without_a_count() -> None:
    counters = plan(InstrumentKind.COUNTERS, "a", "b")
    rows = [
        row(1, month="2026-03", **{"c:a": "4", "c:b": "0"}),
        row(2, month="2026-01", **{"c:a": "12"}),
        row(3, month="2026-02", **{"c:a": "1"}),
    ]

    first, second = series_of(counters, rows)

    assert [p.shown for p in first.points] == ["12", "under 5", "under 5"]
    assert [p.when for p in first.points] == ["januar 2026", "februar 2026", "marts 2026"]
    assert first.points[1].value == first.points[2].value
    assert [p.shown for p in second.points] == ["0"]


def test_two_activities_with_one_effect_lead_to_one_box_and_a_left_out_step_is_passed() -> None:
    theory = plan(InstrumentKind.THEORY)
    rows = [
        row(1, activity="Kurser", output="Ti forløb", short="Flere møder op"),
        row(2, activity="Mentor", short="flere  møder op", long="Flere i job", assumption="Tid"),
    ]

    flow = flow_of(theory, rows)

    assert flow.steps == (("Kurser", "Mentor"), ("Ti forløb",), ("Flere møder op",),
                          ("Flere i job",))  # fmt: skip
    assert flow.links == (
        ((0, 0), (1, 0)), ((1, 0), (2, 0)), ((0, 1), (2, 0)), ((2, 0), (3, 0)),
    )  # fmt: skip
    assert len(flow.titles) == 4
