"""What is typed in an instrument is kept in one form, or refused with the column's name."""

import pytest

from strategykit.domain.instrument_columns import WEIGHTS, columns_of, score_key
from strategykit.domain.instrument_rows import (
    InstrumentRow,
    as_typed_again,
    fitted,
    is_filled,
    rows_of,
)
from strategykit.domain.instruments import (
    ColumnKind,
    ColumnPlan,
    InstrumentKind,
    InstrumentPlan,
    ItemOfInstrument,
    WeightedCriterion,
)
from strategykit.errors import BadDate, BadNumber, Empty, NotAChoice, NotAMonth, OutOfRange


def plan(kind: InstrumentKind, *items: str, **more: object) -> InstrumentPlan:
    """An instrument with these items, their titles being their keys."""
    listed = tuple(ItemOfInstrument(key=key, title=key) for key in items)
    return InstrumentPlan(
        key="r", kind=kind, title="R", ask="A", items=listed, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def row(number: int, item: str = "", instrument: str = "r", **values: str) -> InstrumentRow:
    """A kept row."""
    return InstrumentRow(
        id=str(number), process_id="p", position=number, instrument=instrument, item=item,
        values=tuple(values.items()),
    )  # fmt: skip


EVERY = InstrumentPlan(
    key="r", kind=InstrumentKind.TABLE, title="R", ask="A",
    columns=tuple(
        ColumnPlan(
            key=f"k{n}", title=kind.value, kind=kind,
            choices=("rød", "grøn", "blå") if kind.value.endswith("valg") else (),
        )
        for n, kind in enumerate(ColumnKind)
    ),
)  # fmt: skip
KEY_OF = {column.kind: column.key for column in EVERY.columns}


@pytest.mark.parametrize(
    ("kind", "typed", "kept", "again"),
    [
        (ColumnKind.TEXT, "  Et ord ", "Et ord", "Et ord"),
        (ColumnKind.WHOLE, "1.250", "1250", "1.250"),
        (ColumnKind.AMOUNT, "80000", "80000", "80.000"),
        (ColumnKind.DAY, "3. juni 2026", "2026-06-03", "3. juni 2026"),
        (ColumnKind.MONTH, "3-2026", "2026-03", "marts 2026"),
        (ColumnKind.MONTH, "marts 2026", "2026-03", "marts 2026"),
        (ColumnKind.CHOICE, "grøn", "grøn", "grøn"),
        (ColumnKind.CHOICES, "blå; rød", "rød; blå", "rød; blå"),
    ],
)
def test_what_is_typed_is_kept_in_one_form(
    kind: ColumnKind, typed: str, kept: str, again: str
) -> None:
    (column,) = (c for c in EVERY.columns if c.kind is kind)

    assert fitted(EVERY, "", {KEY_OF[kind]: typed}) == ((KEY_OF[kind], kept),)
    assert as_typed_again(column, kept) == again


@pytest.mark.parametrize(
    ("kind", "typed", "error"),
    [
        (ColumnKind.WHOLE, "mange", BadNumber),
        (ColumnKind.WHOLE, "2,5", BadNumber),
        (ColumnKind.AMOUNT, "-5", OutOfRange),
        (ColumnKind.DAY, "i morgen", BadDate),
        (ColumnKind.MONTH, "2026", NotAMonth),
        (ColumnKind.MONTH, "3. marts 2026", NotAMonth),
        (ColumnKind.CHOICE, "gul", NotAChoice),
        (ColumnKind.CHOICES, "rød; gul", NotAChoice),
    ],
)
def test_what_does_not_fit_is_refused_with_the_column_s_name(
    kind: ColumnKind, typed: str, error: type[Exception]
) -> None:
    with pytest.raises(error, match=kind.value):
        fitted(EVERY, "", {KEY_OF[kind]: typed})


def test_a_needed_column_cannot_be_empty() -> None:
    with pytest.raises(Empty, match="Aktivitet"):
        fitted(plan(InstrumentKind.ACTIONS), "", {"owner": "Leder", "activity": " "})


@pytest.mark.parametrize(
    ("kind", "item", "number"),
    [
        (InstrumentKind.CULTURE, "", "6"),
        (InstrumentKind.CULTURE, "", "0"),
        (InstrumentKind.OPTIONS, "a", "6"),
        (InstrumentKind.OPTIONS, WEIGHTS, "11"),
    ],
)
def test_a_number_outside_the_scale_is_refused(
    kind: InstrumentKind, item: str, number: str
) -> None:
    tested = plan(kind, "a", criteria=(WeightedCriterion(key="a", title="A"),))

    with pytest.raises(OutOfRange, match="skal være fra"):
        fitted(tested, item, {score_key("a"): number, "unit": "Skolen"})


def test_every_kind_with_rows_has_columns_of_its_own() -> None:
    others = (InstrumentKind.SURVEY, InstrumentKind.TABLE)
    criteria = (WeightedCriterion(key="k", title="K"),)

    for kind in set(InstrumentKind) - set(others):
        assert columns_of(plan(kind, "a", criteria=criteria), "a"), kind


def test_rows_stand_as_the_template_lists_them_and_counters_by_month() -> None:
    check, months = plan(InstrumentKind.SELF_CHECK, "b", "a"), plan(InstrumentKind.COUNTERS, "a")
    answered = [row(1, "a"), row(2, "b"), row(3, "a", instrument="another")]
    counted = [row(1, month="2026-04"), row(2, month="2026-01")]

    assert [r.item for r in rows_of(check, answered)] == ["b", "a"]
    assert [r.value("month") for r in rows_of(months, counted)] == ["2026-01", "2026-04"]


def test_a_self_check_is_filled_in_when_every_point_is_answered() -> None:
    check = plan(InstrumentKind.SELF_CHECK, "a", "b")

    assert not is_filled(check, [row(1, "a")])
    assert is_filled(check, [row(1, "a"), row(2, "b")])
    assert not is_filled(plan(InstrumentKind.ACTIONS), [])
    assert is_filled(plan(InstrumentKind.ACTIONS), [row(1, activity="Kurser")])
