"""The command line: python -m strategykit COMMAND; an error is one Danish sentence and exit 2."""

import argparse
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn

from strategykit.errors import StrategyError, UsageError
from strategykit.settings import host_names, port_number

#: argparse's headings, which no parameter reaches.
_HEADINGS = {
    "usage:": "Brug:",
    "positional arguments:": "Det, der skal skrives:",
    "options:": "Valg:",
}


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:  # noqa: ARG002 - argparse's words are English
        raise UsageError

    def format_help(self) -> str:
        said = super().format_help()
        for english, danish in _HEADINGS.items():
            said = said.replace(english, danish, 1)
        return said


def main(arguments: list[str] | None = None) -> int:
    """0 when it went well, 1 when a rehearsal failed, 2 when a person must do something."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal may lack letters that a name has
    try:
        given = _parser().parse_args(arguments)
        # A second of imports, which a mistyped line need not wait for.
        from strategykit.commands import run  # noqa: PLC0415

        return run(given)
    except StrategyError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except KeyboardInterrupt:
        return 130


def _parser() -> _Parser:
    parser = _Parser(prog="python -m strategykit", description="Strategiværksted", add_help=False)
    parser.add_argument("-h", "--hjaelp", action="help", help="vis denne hjælp")
    commands = parser.add_subparsers(dest="command", required=True, metavar="KOMMANDO")
    for name, says, arguments in _COMMANDS:
        command = commands.add_parser(name, help=says, description=says, add_help=False)
        command.add_argument("-h", "--hjaelp", action="help", help="vis denne hjælp")
        for names, options in arguments:
            command.add_argument(*names, **options)
    return parser


def number_of_members(text: str) -> int:
    """The number; what is none is refused with the numbers that a rehearsal takes."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0  # noqa: PLR2004


def version_number(text: str) -> int:
    """The number; what is none is the number of no version."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0  # noqa: PLR2004


_Argument = tuple[tuple[str, ...], dict[str, Any]]
_PROCESS: _Argument = (("process",), {"metavar": "FORLØB", "help": "forløbets korte navn"})
_FILE: _Argument = (("file",), {"metavar": "FIL", "type": Path})
_OUTPUT: _Argument = (
    ("-o", "--output"),
    {"metavar": "FIL", "type": Path, "required": True, "help": "filen, der skrives"},
)
_SERVING: tuple[_Argument, ...] = (
    (("--port",), {"type": port_number, "metavar": "PORT", "help": "porten, som der svares på"}),
    (("--lan",), {"action": "store_true",
                  "help": "svar også telefoner og maskiner på samme netværk"}),
    (("--name",), {"metavar": "NAVN", "type": host_names, "default": (),
                   "help": "navne, der fører hertil, med komma imellem"}),
    (("--cert",), {"metavar": "FIL", "type": Path, "help": "certifikat til https (PEM)"}),
    (("--key",), {"metavar": "FIL", "type": Path, "help": "nøglen til certifikatet (PEM)"}),
)  # fmt: skip
_Command = tuple[str, str, tuple[_Argument, ...]]
_COMMANDS: tuple[_Command, ...] = (
    ("serve", "start programmet", _SERVING),
    ("example", "læg et eksempel i databasen", ((("name",), {"metavar": "NAVN"}),)),
    ("draft", "skriv udkastet som Word", (_PROCESS, _OUTPUT)),
    ("read-back", "se, hvad der er rettet i en Word-fil",
     (_PROCESS, _FILE, (("--json",), {"action": "store_true", "help": "skriv svaret som JSON"}))),
    ("redline", "vis, hvad der er ændret mellem to versioner, som Word",
     (_PROCESS,
      (("--from",), {"metavar": "VERSION", "type": version_number, "required": True,
                     "dest": "older", "help": "nummeret på den gamle version"}),
      (("--to",), {"metavar": "VERSION", "type": version_number, "required": True,
                   "dest": "newer", "help": "nummeret på den nye version"}),
      _OUTPUT)),
    ("papers", "skriv papirerne til journalen i en mappe",
     (_PROCESS, (("-o", "--output"), {"metavar": "MAPPE", "type": Path, "required": True,
                                      "help": "mappen, der skrives i"}))),
    ("export", "skriv et forløb som arkiv",
     (_PROCESS, _OUTPUT, (("--uden-navne",), {"action": "store_true",
                                              "help": "roller i stedet for navne"}))),
    ("import", "hent et forløb fra et arkiv", (_FILE,)),
    ("code", "lav en engangskode til en ny procesleder", ()),
    ("backup", "skriv en sikkerhedskopi af databasen", (_FILE,)),
    ("restore", "læg en sikkerhedskopi tilbage", (_FILE,)),
    ("check-log", "se efter, om et forløbs log er ændret", (_PROCESS,)),
    ("check-templates", "se efter fejl i skabeloner",
     ((("files",), {"metavar": "FIL", "type": Path, "nargs": "*"}),)),
    ("template-schema", "skriv det JSON Schema, som hjælper i et tekstprogram",
     ((("-o", "--output"), {"metavar": "FIL", "type": Path, "help": "filen, der skrives"}),)),
    ("rehearse", "hold generalprøve på et forløb",
     (_PROCESS,
      (("--members",), {"metavar": "ANTAL", "type": number_of_members, "default": 25,
                        "help": "så mange deltagere (25, hvis intet er valgt)"}),
      (("--json",), {"action": "store_true", "help": "skriv svaret som JSON"}),
      (("--fremgang",), {"action": "store_true",
                         "help": "skriv også en linje, når et trin begynder"}))),
    ("bench", "mål programmets fart",
     ((("only",), {"nargs": "*", "metavar": "MÅLING"}),)),
)  # fmt: skip

if __name__ == "__main__":
    sys.exit(main())
