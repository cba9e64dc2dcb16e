"""What a log line may hold: where in the code, and nothing that anybody typed."""

import logging
import sys
from types import TracebackType

from strategykit.ui.logging_setup import places, record_without_messages

TYPED = "Mors navn er Else"


def read_note(text: str) -> int:
    return int(text)


def keep_note(text: str) -> None:
    try:
        read_note(text)
    except ValueError as fault:
        raise LookupError(text) from fault


def fault_over(text: str) -> tuple[type[BaseException], BaseException, TracebackType]:
    try:
        keep_note(text)
    except LookupError:
        kind, fault, trace = sys.exc_info()
        assert kind
        assert fault
        assert trace
        return kind, fault, trace
    raise AssertionError


def test_a_fault_is_told_by_kind_and_place_with_what_was_behind_it() -> None:
    told = places(fault_over(TYPED)[1])

    assert "builtins.LookupError" in told
    assert "keep_note" in told
    assert told.index("builtins.ValueError") < told.index("builtins.LookupError")
    assert TYPED not in told


def test_any_librarys_log_line_is_without_the_message() -> None:
    happened = fault_over(TYPED)
    made = ("streamlit.x", logging.ERROR, __file__, 1, "gik galt: %s", (happened[1],), happened)

    line = logging.Formatter("%(message)s").format(record_without_messages(*made))

    assert line.startswith("gik galt: ")
    assert "keep_note" in line
    assert TYPED not in line


def test_an_ordinary_log_line_stays_as_it_is() -> None:
    record = record_without_messages("x", logging.INFO, __file__, 1, "%s af %d", ("to", 3), None)

    assert record.getMessage() == "to af 3"
