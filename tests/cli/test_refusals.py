"""What each command says when it cannot: one Danish line, exit code 2, nothing changed."""

import io
import json
import socket
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.terminal import Terminal


def a_zip(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "."), data)
    return out.getvalue()


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("hovsa",),
        ("draft",),
        ("draft", "broendby"),
        ("draft", "broendby", "-o"),
        ("export", "broendby", "-o", "x.zip", "--med-navne"),
        ("import",),
        ("import", "a.zip", "b.zip"),
    ],
    ids=" ".join,
)
def test_a_command_line_that_fits_nothing(terminal: Terminal, arguments: tuple[str, ...]) -> None:
    assert "--hjaelp" in terminal.refuses(*arguments)
    assert not (terminal.home / "strategi.db").exists()


@pytest.mark.parametrize("command", ["draft", "export"])
def test_an_unknown_process_is_told_with_those_that_exist(
    filled: Terminal, tmp_path: Path, command: str
) -> None:
    file = tmp_path / "ud"

    said = filled.refuses(command, "broenby", "-o", str(file))

    assert said == "Forløbet 'broenby' findes ikke. Der findes: broendby."
    assert not file.exists()


def test_an_empty_database_says_that_there_is_no_process(terminal: Terminal) -> None:
    assert terminal.refuses("check-log", "x") == (
        "Forløbet 'x' findes ikke. Der er ingen forløb endnu."
    )


def test_an_unknown_example_is_told_with_those_that_exist(terminal: Terminal) -> None:
    assert "Der findes: broendby." in terminal.refuses("example", "../broendby")


def test_an_unknown_measurement_is_told_with_those_that_exist(terminal: Terminal) -> None:
    assert "Der findes: start" in terminal.refuses("bench", "lyn")


@pytest.mark.parametrize("command", ["import", "restore"])
@pytest.mark.parametrize("name", ["findes-ikke.zip", "."], ids=["gone", "folder"])
def test_a_file_that_cannot_be_read(terminal: Terminal, command: str, name: str) -> None:
    assert "kan ikke læses" in terminal.refuses(command, name)


@pytest.mark.parametrize("where", ["findes/ikke/ud", "mappe", "fil/ud"])
def test_a_file_that_cannot_be_written(filled: Terminal, where: str) -> None:
    (filled.folder / "mappe").mkdir(exist_ok=True)
    (filled.folder / "fil").write_text("en fil")

    assert "kan ikke skrives" in filled.refuses("export", "broendby", "-o", where)


def test_a_draft_that_cannot_be_written(filled: Terminal) -> None:
    assert "kan ikke skrives" in filled.refuses("draft", "broendby", "-o", "findes/ikke/ud.docx")


@pytest.mark.parametrize("where", ["mappe", "fil/kopi.db", "hjem/strategi.db"])
def test_a_backup_that_cannot_be_written(filled: Terminal, where: str) -> None:
    (filled.folder / "mappe").mkdir(exist_ok=True)
    (filled.folder / "fil").write_text("en fil")

    assert "kan ikke skrives" in filled.refuses("backup", where)
    assert filled.names == ["broendby"]


BROKEN_ARCHIVES = {
    "text": b"hej",
    "nothing": b"",
    "empty zip": a_zip(),
    "no manifest": a_zip(a__txt=b"x"),
    "manifest no json": a_zip(manifest__json=b"{"),
    "deep json": a_zip(manifest__json=b"[" * 100_000),
    "no content": a_zip(manifest__json=json.dumps({"format": 1, "sha256": {}}).encode()),
    "newer": a_zip(manifest__json=b'{"format": 99}'),
    "macros of word": a_zip(word__xml=b"<w/>"),
}


@pytest.mark.parametrize("data", BROKEN_ARCHIVES.values(), ids=BROKEN_ARCHIVES)
def test_a_broken_archive_changes_nothing(filled: Terminal, tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "arkiv.zip"
    file.write_bytes(data)

    said = filled.refuses("import", str(file))

    assert "Intet" in said
    assert filled.names == ["broendby"]


def test_an_altered_archive_names_the_part(filled: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "arkiv.zip"
    filled.does("export", "broendby", "-o", str(file))
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["forloeb.json"] = parts["forloeb.json"].replace(b"Ungehuset", b"Ungehaset")
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)

    assert "forloeb.json" in filled.refuses("import", str(file))


@pytest.mark.parametrize("data", [b"hej", b"SQLite format 3\0" + bytes(4000)])
def test_what_is_no_backup_changes_nothing(filled: Terminal, tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "kopi.db"
    file.write_bytes(data)

    assert "er ikke en sikkerhedskopi" in filled.refuses("restore", str(file))
    assert filled.names == ["broendby"]


def test_an_altered_log_is_told_with_its_line(terminal: Terminal) -> None:
    terminal.does("example", "broendby")
    with closing(sqlite3.connect(terminal.home / "strategi.db")) as database, database:
        triggers = database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (trigger,) in triggers.fetchall():
            database.execute(f"DROP TRIGGER {trigger}")
        database.execute("UPDATE changes SET act = 'remove'")

    assert "brudt ved linje 1" in terminal.refuses("check-log", "broendby")


def test_every_mistake_of_a_template_stands_on_a_line_of_its_own(
    terminal: Terminal, tmp_path: Path
) -> None:
    (tmp_path / "egen.yaml").write_text("format: 1\nhovsa: [\n")

    answer = terminal.run("check-templates", "egen.yaml")

    assert (answer.code, answer.said) == (2, "")
    assert all(line.startswith("egen.yaml, linje ") for line in answer.refused.splitlines())


def test_a_template_that_is_not_there(terminal: Terminal) -> None:
    assert "findes ikke" in terminal.refuses("check-templates", "ingen.yaml")


def test_the_mistakes_of_several_templates_are_told_at_once(
    terminal: Terminal, tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_text("format: 2\n")
    (tmp_path / "b.yaml").write_text("a: [\n")

    answer = terminal.run("check-templates", "a.yaml", "b.yaml", "c.yaml")

    assert answer.code == 2
    files = [line.split(",")[0].split(":")[0] for line in answer.refused.splitlines()]
    assert list(dict.fromkeys(files)) == ["a.yaml", "b.yaml", "c.yaml"]


def broken(whole: bytes, how: str) -> bytes:
    if how == "no database":
        return b"dette er ikke en database " * 500
    return whole[: len(whole) // 3] if how == "cut" else whole[:4096] + bytes(len(whole) - 4096)


@pytest.mark.parametrize("how", ["no database", "cut", "holed"])
def test_a_broken_database(filled: Terminal, terminal: Terminal, how: str) -> None:
    filled.does("backup", str(terminal.folder / "hel.db"))
    terminal.home.mkdir()
    whole = (terminal.folder / "hel.db").read_bytes()
    (terminal.home / "strategi.db").write_bytes(broken(whole, how))

    said = terminal.refuses("export", "broendby", "-o", "ud.zip")

    assert "restore" in said
    assert not (terminal.folder / "ud.zip").exists()


@pytest.mark.parametrize(
    "address", ["hovsa", "oracle://x/y", "postgresql://localhost:1/intet", "sqlite:////intet/x.db"]
)
def test_a_database_that_cannot_be_reached(terminal: Terminal, address: str) -> None:
    assert "DATABASE_URL" in terminal.refuses("example", "broendby", DATABASE_URL=address)


@pytest.fixture
def locked(terminal: Terminal) -> Iterator[Terminal]:
    terminal.does("example", "broendby")
    with closing(sqlite3.connect(terminal.home / "strategi.db")) as database:
        database.execute("BEGIN IMMEDIATE")
        yield terminal


def test_a_database_that_another_program_holds(locked: Terminal) -> None:
    archive = str(locked.folder / "ud.zip")
    locked.does("export", "broendby", "-o", archive)

    assert "i brug" in locked.refuses("import", archive)


def test_a_data_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "hjem").write_text("en fil")

    said = Terminal(tmp_path / "hjem", tmp_path).refuses("example", "broendby")

    assert "STRATEGYKIT_HOME" in said


@pytest.mark.parametrize("port", ["ti", "65536"])
def test_a_port_that_is_none(terminal: Terminal, port: str) -> None:
    assert "er ikke et portnummer" in terminal.refuses("serve", PORT=port)


@pytest.mark.parametrize("port", ["ti", "99999"])
def test_a_port_that_is_none_on_the_line(terminal: Terminal, port: str) -> None:
    assert "er ikke et portnummer" in terminal.refuses("serve", "--port", port)


def test_a_port_that_is_taken(terminal: Terminal) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        assert f"Port {port} er optaget" in terminal.refuses("serve", PORT=str(port))


def test_the_programs_own_fault_is_a_number_and_its_place_stands_in_the_log(
    terminal: Terminal,
) -> None:
    terminal.does("example", "broendby")
    with closing(sqlite3.connect(terminal.home / "strategi.db")) as database, database:
        database.execute("UPDATE processes SET mandate_day = 'i-morgen'")

    said = terminal.refuses("export", "broendby", "-o", "ud.zip")

    assert "Fejlnummeret er" in said
    log = (terminal.home / "log" / "strategivaerksted.log").read_text("utf-8")
    assert said.split("Fejlnummeret er ")[1][:6] in log
    assert "i-morgen" not in log + said
