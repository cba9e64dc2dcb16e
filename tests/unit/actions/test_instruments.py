"""Filling in instruments: one row for each thing, and nobody's words are lost."""

import pytest

from strategykit.actions.acting import new_id
from strategykit.actions.instruments import fill_row, move_row
from strategykit.actions.materials import statuses_of
from strategykit.actions.registers import entries, remove_entry
from strategykit.domain.instrument_rows import InstrumentRow
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.errors import EditConflict, Empty, HoldsCpr, NotFound, RowThere, SameActor
from strategykit.storage.database import Database
from tests.support.instrument_template import EVERY_INSTRUMENT
from tests.support.makers import a_process
from tests.unit.test_template_instruments import WHOLE


@pytest.fixture
def process(both: Database, who: Who) -> Process:
    text = WHOLE.replace("key: start,", "key: start, exit: [instruments_filled],")
    return a_process(both, who, template=text)


def blank(process: Process, instrument: str = "tjek", item: str = "en") -> InstrumentRow:
    """A row that is not kept yet."""
    return InstrumentRow(
        id=new_id(), process_id=process.id, version=0, instrument=instrument, item=item
    )


def test_a_row_is_kept_changed_and_removed(both: Database, who: Who, process: Process) -> None:
    first = fill_row(both, who, blank(process), {"answer": "delvis", "evidence": "Referatet"})
    second = fill_row(both, who, first, {"answer": "ja"})

    (kept,) = entries(both, process.id, InstrumentRow)
    assert kept.values == (("answer", "ja"),)
    assert (kept.version, second.version) == (2, 2)
    remove_entry(both, who, kept)
    assert entries(both, process.id, InstrumentRow) == ()


def test_a_double_tap_gives_one_row(both: Database, who: Who, process: Process) -> None:
    seen = blank(process, "plan", "")

    fill_row(both, who, seen, {"hvad": "Kurser"})
    fill_row(both, who, seen, {"hvad": "Kurser"})
    fill_row(both, who, blank(process, "plan", ""), {"hvad": "Kurser"})

    assert len(entries(both, process.id, InstrumentRow)) == 2


def test_two_windows_that_answer_the_same_point_first_see_each_other(
    both: Database, who: Who, process: Process
) -> None:
    fill_row(both, who, blank(process), {"answer": "ja"})

    with pytest.raises(EditConflict) as conflict:
        fill_row(both, who, blank(process), {"answer": "nej"})

    assert conflict.value.theirs.values == (("answer", "ja"),)
    assert conflict.value.mine.values == (("answer", "nej"),)


@pytest.mark.parametrize(
    ("instrument", "typed", "error"),
    [
        ("tjek", {"evidence": "Uden svar"}, Empty),
        ("plan", {"hvad": "Ring til 010101-1234"}, HoldsCpr),
        ("findes-ikke", {"hvad": "Kurser"}, NotFound),
    ],
)
def test_what_cannot_be_kept_changes_nothing(
    both: Database, who: Who, process: Process, instrument: str, typed: dict[str, str],
    error: type[Exception],
) -> None:  # fmt: skip
    with pytest.raises(error):
        fill_row(both, who, blank(process, instrument, "en" if instrument == "tjek" else ""), typed)

    assert entries(both, process.id, InstrumentRow) == ()


def test_a_phase_asks_for_its_own_instruments(both: Database, who: Who, process: Process) -> None:
    assert statuses_of(both, process.id)[0].exit_unmet == ("instruments_filled",)

    fill_row(both, who, blank(process), {"answer": "nej"})

    assert statuses_of(both, process.id)[0].exit_unmet == ()


@pytest.fixture
def every(both: Database, who: Who) -> Process:
    return a_process(both, who, template=EVERY_INSTRUMENT)


def test_an_actor_does_not_meet_itself(both: Database, who: Who, every: Process) -> None:
    typed = {"one": "Skolen", "other": "Skolen", "state": "mangler"}

    with pytest.raises(SameActor, match="'Skolen' står som begge aktører"):
        fill_row(both, who, blank(every, "flader", ""), typed)


@pytest.mark.parametrize(
    ("instrument", "column", "first", "again", "told"),
    [
        ("tal", "month", "marts 2026", "3-2026", "'marts 2026' i feltet 'Måned'"),
        ("kultur", "unit", "Skolen", " skolen", "'skolen' i feltet 'Enhed'"),
    ],
)
def test_a_month_and_a_unit_have_one_row_that_may_be_changed(
    both: Database, who: Who, every: Process, instrument: str, column: str, first: str, again: str,
    told: str,
) -> None:  # fmt: skip
    row = fill_row(both, who, blank(every, instrument, ""), {column: first})

    with pytest.raises(RowThere, match=told):
        fill_row(both, who, blank(every, instrument, ""), {column: again})

    assert fill_row(both, who, row, {column: again}).version == 2


def test_a_row_changes_place_with_its_neighbour_and_stays_at_the_end(
    both: Database, who: Who, every: Process
) -> None:
    rows = [
        fill_row(both, who, blank(every, "trappe", ""), {"step": step}) for step in ("a", "b", "c")
    ]
    fill_row(both, who, blank(every, "fora", ""), {"name": "Et møde"})

    move_row(both, who, rows[2], -1)
    move_row(both, who, rows[0], -1)

    kept = rows_of_instrument(both, every, "trappe")
    assert [row.value("step") for row in kept] == ["a", "c", "b"]
    remove_entry(both, who, kept[1])
    with pytest.raises(NotFound):
        move_row(both, who, rows[2], 1)


def rows_of_instrument(db: Database, process: Process, key: str) -> list[InstrumentRow]:
    """The rows of one instrument in their order."""
    return [r for r in entries(db, process.id, InstrumentRow) if r.instrument == key]


@pytest.mark.parametrize(
    ("instrument", "item"), [("tjek", "nyt"), ("tjek", ":vægte"), ("trappe", "analyse")]
)
def test_a_row_is_about_what_the_template_lists(
    both: Database, who: Who, every: Process, instrument: str, item: str
) -> None:
    with pytest.raises(NotFound):
        fill_row(both, who, blank(every, instrument, item), {"answer": "ja", "step": "a"})


def test_a_survey_is_not_filled_in_as_rows(both: Database, who: Who) -> None:
    survey = """  - key: mening
    kind: spoergeskema
    title: Hvad mener I
    ask: Svar uden navn
    items:
      - {key: en, title: Det går godt}
"""
    asked = a_process(both, who, template=EVERY_INSTRUMENT + survey)

    with pytest.raises(NotFound):
        fill_row(both, who, blank(asked, "mening", ""), {})


def test_a_cpr_number_is_told_with_the_column_s_name(
    both: Database, who: Who, every: Process
) -> None:
    with pytest.raises(HoldsCpr, match="Ansvarlig"):
        fill_row(both, who, blank(every, "handleplan", ""),
                 {"activity": "Ring", "owner": "010101-1234"})  # fmt: skip
