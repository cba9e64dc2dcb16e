"""The log of faults: a number, where in the code, and nothing that anybody typed.

The message of an exception may hold a note, a name or a file name (security rule 12). So no log
of this process, ours or a library's, writes it: kinds of faults and places in the code remain.
"""

import logging
import secrets
import sys
import threading
import traceback
from logging.handlers import RotatingFileHandler
from types import TracebackType
from typing import Any

from strategykit.settings import Settings

FILE = "strategivaerksted.log"
MEGABYTE = 1024 * 1024
LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
STREAMLITS_OWN = "Uncaught app execution"  # failures.py logs the same fault with its number
NUMBER_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # no look-alikes: it is read over the telephone
TALKATIVE = ("uvicorn", "uvicorn.error", "uvicorn.access")  # addresses may hold a personal link

log = logging.getLogger("strategivaerksted")


def places(fault: BaseException) -> str:
    """The fault and those behind it: the kind of each and its stack, without messages."""
    behind = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
    lines = [places(behind), "derefter:"] if behind else []
    lines.append(f"{type(fault).__module__}.{type(fault).__qualname__}")
    stack = traceback.extract_tb(fault.__traceback__)
    frames = (f"  {frame.filename}:{frame.lineno} {frame.name}: {frame.line}" for frame in stack)
    return "\n".join([*lines, *frames])


def logged(fault: BaseException) -> str:
    """The number by which the fault can be found in the log."""
    number = "".join(secrets.choice(NUMBER_ALPHABET) for _ in range(6))
    log.error("fejl %s", number, exc_info=fault)
    return number


def start_log(settings: Settings, *, terminal: bool = True) -> None:
    """From now on every log goes to a file that its owner alone may read, and to the terminal."""
    logging.setLogRecordFactory(record_without_messages)
    to_file = RotatingFileHandler(
        settings.log_folder / FILE, maxBytes=MEGABYTE, backupCount=5, encoding="utf-8"
    )
    to_file.addFilter(lambda record: record.msg != STREAMLITS_OWN)
    handlers: list[logging.Handler] = [to_file, *([logging.StreamHandler()] if terminal else [])]
    for handler in handlers:
        handler.setFormatter(logging.Formatter(LINE, "%Y-%m-%dT%H:%M:%S%z"))
        logging.getLogger().addHandler(handler)
    for logger in _apart():
        logger.addHandler(to_file)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    sys.excepthook = _log_uncaught
    threading.excepthook = _log_uncaught_in_thread


def _apart() -> list[logging.Logger]:
    """Loggers that hand nothing on to the root: all of Streamlit's, which have a terminal."""
    loggers = (logging.getLogger(name) for name in tuple(logging.root.manager.loggerDict))
    return [logger for logger in loggers if not logger.propagate]


def record_without_messages(*args: Any, **kwargs: Any) -> logging.LogRecord:
    """Python's maker of log records, with each exception turned into kinds and places."""
    record = logging.LogRecord(*args, **kwargs)
    if isinstance(record.args, tuple):
        record.args = tuple(
            places(value) if isinstance(value, BaseException) else value for value in record.args
        )
    if record.exc_info and record.exc_info[1] is not None:
        record.exc_text = places(record.exc_info[1])
        record.exc_info = None
    return record


def _log_uncaught(
    _kind: type[BaseException], fault: BaseException, _trace: TracebackType | None
) -> None:
    log.critical("uventet fejl", exc_info=fault)


def _log_uncaught_in_thread(happened: threading.ExceptHookArgs) -> None:
    if happened.exc_value is not None:
        log.critical("uventet fejl", exc_info=happened.exc_value)
