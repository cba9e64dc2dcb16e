"""What the commands of the command line do; each takes the parsed line."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path

from strategykit.actions.accounts import code_from_terminal
from strategykit.actions.archives import export_process, import_process
from strategykit.actions.example import load_example, load_first_example
from strategykit.actions.keeping import back_up, check_log, restore
from strategykit.actions.processes import process_by_name
from strategykit.actions.templates import check_templates, schema_for_editors
from strategykit.domain.access import spaced_code
from strategykit.domain.people import Access, Who
from strategykit.errors import (
    CertificateAlone,
    FileMissing,
    FileUnwritable,
    ProgramFault,
    StrategyError,
)
from strategykit.reach import Reach
from strategykit.settings import settings
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from strategykit.storage.troubles import told_troubles
from strategykit.ui.logging_setup import logged, start_log

TERMINAL = Who(Access.FACILITATOR)


def run(given: Namespace) -> int:
    """The exit code; raises StrategyError for everything that goes wrong, own faults too."""
    try:
        with told_troubles():
            return _RUN[given.command](given) or 0
    except StrategyError:
        raise
    except Exception as fault:
        start_log(settings(), terminal=False)
        raise ProgramFault(logged(fault)) from fault


def _database() -> Database:
    database = Database(settings().database_url)
    migrate(database)
    return database


def _serve(given: Namespace) -> None:
    # The others can do without Streamlit
    from strategykit.ui.serving import Certificate, serve  # noqa: PLC0415

    if (given.cert is None) != (given.key is None):
        raise CertificateAlone
    found = settings()
    reach = Reach(
        port=given.port or found.port, lan=given.lan, tls=given.cert is not None,
        names=(*found.names, *given.name), proxy=found.proxy,
    )  # fmt: skip
    certificate = Certificate(given.cert, given.key) if reach.tls else None
    load_first_example(_database(), TERMINAL)
    serve(reach, certificate)


def _example(given: Namespace) -> None:
    process = load_example(_database(), TERMINAL, given.name)
    _say(f"Eksemplet ligger i databasen som '{process.name}'.")


def _draft(given: Namespace) -> None:
    from strategykit.actions.drafts import draft_word  # noqa: PLC0415 - the same of the charts

    db = _database()
    _write(given.output, draft_word(db, process_by_name(db, given.process)))


def _read_back(given: Namespace) -> None:
    from strategykit.actions.reading_back import look_into  # noqa: PLC0415 - the same of Word

    db = _database()
    found = look_into(db, process_by_name(db, given.process), _read(given.file)).told()
    if given.json:
        _say(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for mark in found["marks"]:
        words = " → ".join(part for part in (mark["removed"], mark["added"]) if part)
        place = ", ".join(part for part in (mark["section"], mark["part"]) if part)
        said = ": ".join(part for part in (mark["text"], words) if part)
        _say(f"{place or 'Uden plads'}: {mark['author'] or 'ikke sporet'}: {mark['kind']}: {said}")
    _say(f"Mærker i filen: {len(found['marks'])}. Intet er læst ind.")


def _redline(given: Namespace) -> None:
    from strategykit.actions.next_version import redline_word, version_id_of  # noqa: PLC0415

    db = _database()
    process = process_by_name(db, given.process)
    older, newer = (version_id_of(db, process.id, n) for n in (given.older, given.newer))
    _write(given.output, redline_word(db, process.id, older, newer))


def _papers(given: Namespace) -> None:
    from strategykit.actions.journal import write_papers  # noqa: PLC0415 - the same of Word

    db = _database()
    try:
        names = write_papers(db, process_by_name(db, given.process).id, given.output)
    except OSError as trouble:
        raise FileUnwritable(given.output.name) from trouble
    _say(f"{len(names)} filer er skrevet i {given.output}.")


def _export(given: Namespace) -> None:
    db = _database()
    process = process_by_name(db, given.process)
    _write(given.output, export_process(db, process, names=not given.uden_navne))


def _import(given: Namespace) -> None:
    process = import_process(_database(), TERMINAL, _read(given.file))
    _say(f"Forløbet ligger i databasen som '{process.name}'.")


def _code(_given: Namespace) -> None:
    code = spaced_code(code_from_terminal(_database()))
    _say(f"Engangskode til en ny procesleder: {code}")
    _say("Den skrives på /logind/ny og kan bruges én gang inden for et døgn.")


def _backup(given: Namespace) -> None:
    try:
        back_up(_database(), given.file)
    except OSError as trouble:
        raise FileUnwritable(given.file.name) from trouble
    _say(f"Sikkerhedskopien er skrevet til {given.file}.")


def _restore(given: Namespace) -> None:
    _read(given.file)
    before = restore(Database(settings().database_url), given.file)  # that one may be broken
    _say(f"Databasen er lagt tilbage. Det, der var før, ligger i {before}.")


def _check_log(given: Namespace) -> None:
    db = _database()
    count = check_log(db, process_by_name(db, given.process))
    _say(f"Loggen er hel: {count} {'linje' if count == 1 else 'linjer'}.")


def _check_templates(given: Namespace) -> None:
    count = check_templates(given.files)
    _say(f"Ingen fejl i {count} {'skabelon' if count == 1 else 'skabeloner'}.")


def _template_schema(given: Namespace) -> None:
    if given.output:
        _write(given.output, schema_for_editors().encode())
    else:
        _say(schema_for_editors().rstrip())


def _rehearse(given: Namespace) -> int:
    """1 when the machine will not hold."""
    from strategykit.rehearsal.run import rehearse  # noqa: PLC0415 - the others can do without it
    from strategykit.rehearsal.stopping import Stop  # noqa: PLC0415
    from strategykit.rehearsal.telling import as_json, sentences, step_line  # noqa: PLC0415

    def tell(number: int, total: int, title: str) -> None:
        if given.fremgang:
            _say(step_line(number, total, title, as_json=given.json))

    stop = Stop().listen()  # its own server goes with it
    db = _database()
    process = process_by_name(db, given.process)
    found = rehearse(db, process, given.members, settings().home, tell, stop)
    if given.json:
        _say(json.dumps(as_json(found), ensure_ascii=False))
    else:
        _say("\n".join(sentences(found)))
    return 0 if found.holds else 1


def _bench(given: Namespace) -> None:
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
    sys.stdout.flush()


_RUN: Mapping[str, Callable[[Namespace], int | None]] = {
    "serve": _serve,
    "example": _example,
    "draft": _draft,
    "read-back": _read_back,
    "redline": _redline,
    "papers": _papers,
    "export": _export,
    "import": _import,
    "code": _code,
    "backup": _backup,
    "restore": _restore,
    "check-log": _check_log,
    "check-templates": _check_templates,
    "template-schema": _template_schema,
    "rehearse": _rehearse,
    "bench": _bench,
}
