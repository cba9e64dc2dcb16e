"""The command line: python -m strategykit COMMAND; an error is one Danish sentence and exit 2."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from strategykit.actions.archives import export_process, import_process
from strategykit.actions.drafts import draft_word
from strategykit.actions.example import load_example, load_first_example
from strategykit.actions.keeping import back_up, check_log, restore
from strategykit.actions.processes import process_by_name
from strategykit.actions.templates import check_templates
from strategykit.domain.people import Access, Who
from strategykit.errors import FileMissing, FileUnwritable, StrategyError, UsageError
from strategykit.settings import settings
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from strategykit.ui.serving import serve

TERMINAL = Who(Access.FACILITATOR)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:  # noqa: ARG002 - argparse's words are English
        raise UsageError


def main(arguments: list[str] | None = None) -> int:
    """0 when it went well, 2 when a person must do something about it."""
    try:
        given = _parser().parse_args(arguments)
        given.run(given)
    except StrategyError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


def _parser() -> _Parser:
    parser = _Parser(prog="python -m strategykit", description="Strategiværksted", add_help=False)
    parser.add_argument("-h", "--hjaelp", action="help", help="vis denne hjælp")
    commands = parser.add_subparsers(dest="command", required=True, metavar="KOMMANDO")
    for name, says, run, arguments in _COMMANDS:
        command = commands.add_parser(name, help=says, description=says, add_help=False)
        command.add_argument("-h", "--hjaelp", action="help", help="vis denne hjælp")
        command.set_defaults(run=run)
        for names, options in arguments:
            command.add_argument(*names, **options)
    return parser


def _database() -> Database:
    database = Database(settings().database_url)
    migrate(database)
    return database


def _serve(given: argparse.Namespace) -> None:
    load_first_example(_database(), TERMINAL)
    serve(given.port or settings().port)


def _example(given: argparse.Namespace) -> None:
    process = load_example(_database(), TERMINAL, given.name)
    _say(f"Eksemplet ligger i databasen som '{process.name}'.")


def _draft(given: argparse.Namespace) -> None:
    db = _database()
    _write(given.output, draft_word(db, process_by_name(db, given.process)))


def _export(given: argparse.Namespace) -> None:
    db = _database()
    process = process_by_name(db, given.process)
    _write(given.output, export_process(db, process, names=not given.uden_navne))


def _import(given: argparse.Namespace) -> None:
    process = import_process(_database(), TERMINAL, _read(given.file))
    _say(f"Forløbet ligger i databasen som '{process.name}'.")


def _backup(given: argparse.Namespace) -> None:
    try:
        back_up(_database(), given.file)
    except OSError as trouble:
        raise FileUnwritable(given.file.name) from trouble
    _say(f"Sikkerhedskopien er skrevet til {given.file}.")


def _restore(given: argparse.Namespace) -> None:
    _read(given.file)
    before = restore(_database(), given.file)
    _say(f"Databasen er lagt tilbage. Det, der var før, ligger i {before}.")


def _check_log(given: argparse.Namespace) -> None:
    db = _database()
    count = check_log(db, process_by_name(db, given.process))
    _say(f"Loggen er hel: {count} linjer.")


def _check_templates(given: argparse.Namespace) -> None:
    count = check_templates(given.file)
    _say(f"Ingen fejl i {count} {'skabelon' if count == 1 else 'skabeloner'}.")


def _bench(given: argparse.Namespace) -> None:
    from strategykit.bench import run_benches  # noqa: PLC0415 - needs the development tools

    run_benches(tuple(given.only))


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as trouble:
        raise FileMissing(file.name) from trouble


def _write(file: Path, data: bytes) -> None:
    try:
        file.write_bytes(data)
    except OSError as trouble:
        raise FileUnwritable(file.name) from trouble
    _say(f"Skrevet til {file}.")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


_Argument = tuple[tuple[str, ...], dict[str, object]]
_PROCESS: _Argument = (("process",), {"metavar": "FORLØB", "help": "forløbets korte navn"})
_FILE: _Argument = (("file",), {"metavar": "FIL", "type": Path})
_OUTPUT: _Argument = (
    ("-o", "--output"),
    {"metavar": "FIL", "type": Path, "required": True, "help": "filen, der skrives"},
)
_Command = tuple[str, str, Callable[[argparse.Namespace], None], tuple[_Argument, ...]]
_COMMANDS: tuple[_Command, ...] = (
    ("serve", "start programmet på denne maskine", _serve,
     ((("--port",), {"type": int, "metavar": "PORT"}),)),
    ("example", "læg et eksempel i databasen", _example, ((("name",), {"metavar": "NAVN"}),)),
    ("draft", "skriv udkastet som Word", _draft, (_PROCESS, _OUTPUT)),
    ("export", "skriv et forløb som arkiv", _export,
     (_PROCESS, _OUTPUT, (("--uden-navne",), {"action": "store_true",
                                              "help": "roller i stedet for navne"}))),
    ("import", "hent et forløb fra et arkiv", _import, (_FILE,)),
    ("backup", "skriv en sikkerhedskopi af databasen", _backup, (_FILE,)),
    ("restore", "læg en sikkerhedskopi tilbage", _restore, (_FILE,)),
    ("check-log", "se efter, om et forløbs log er ændret", _check_log, (_PROCESS,)),
    ("check-templates", "se efter fejl i skabeloner", _check_templates,
     ((("file",), {"metavar": "FIL", "type": Path, "nargs": "?"}),)),
    ("bench", "mål programmets fart", _bench,
     ((("only",), {"nargs": "*", "metavar": "MÅLING"}),)),
)  # fmt: skip

if __name__ == "__main__":
    sys.exit(main())
