"""What each command does when all is well."""

import json
import shutil
import sqlite3
import subprocess
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from strategykit.actions.accounts import make_account
from strategykit.actions.processes import list_processes
from strategykit.actions.registers import add_entry
from strategykit.domain.people import Person, Role, Who
from strategykit.errors import CodeUnknown
from tests.support.office import converted
from tests.support.terminal import Terminal

VISION = "Alle 15-17-årige i Brøndby er på vej. Ingen står alene, og ingen bliver glemt."


def content(archive: Path) -> dict[str, Any]:
    with zipfile.ZipFile(archive) as opened:
        loaded: dict[str, Any] = json.loads(opened.read("forloeb.json"))
    return loaded


def test_the_example_lies_there_once_however_often_it_is_asked_for(terminal: Terminal) -> None:
    first = terminal.does("example", "broendby")
    second = terminal.does("example", "broendby")

    assert first == second == "Eksemplet ligger i databasen som 'broendby'.\n"
    assert terminal.names == ["broendby"]


def test_the_draft_is_a_word_file_that_libreoffice_opens(filled: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "udkast.docx"

    said = filled.does("draft", "broendby", "-o", str(file))

    assert str(file) in said
    assert VISION in "\n".join(p.text for p in Document(str(file)).paragraphs)
    pdf = converted(file.read_bytes(), "pdf", tmp_path / "pdf")
    shown = subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True, text=True)
    assert VISION in " ".join(shown.stdout.split())


def test_what_comes_back_equals_what_went_out(
    filled: Terminal, terminal: Terminal, tmp_path: Path
) -> None:
    out, again = tmp_path / "ud.zip", tmp_path / "igen.zip"
    filled.does("export", "broendby", "-o", str(out))

    said = terminal.does("import", str(out))
    terminal.does("export", "broendby", "-o", str(again))

    assert said == "Forløbet ligger i databasen som 'broendby'.\n"
    assert content(again)["process"] == content(out)["process"]
    assert content(again)["things"] == content(out)["things"]
    assert len(content(out)["things"]["Dot"]) == 136  # 85 on the notes, 51 on the areas


def test_an_archive_brought_in_twice_is_a_copy_beside_the_first(
    filled: Terminal, terminal: Terminal, tmp_path: Path
) -> None:
    out = tmp_path / "ud.zip"
    filled.does("export", "broendby", "-o", str(out))
    terminal.does("import", str(out))

    said = terminal.does("import", str(out))

    assert len(terminal.names) == 2
    assert f"'{next(n for n in terminal.names if n != 'broendby')}'" in said


def test_without_names_the_roles_stand_in_the_archive(
    terminal: Terminal, tmp_path: Path, who: Who
) -> None:
    terminal.does("example", "broendby")
    db = terminal.database
    process = list_processes(db)[0]
    chair = Person(
        id="p", process_id=process.id, name="Opdigtet Navnesen", role=Role.CHAIR,
        organisation="Opdigtet Parti",
    )  # fmt: skip
    add_entry(db, who, chair)
    out = tmp_path / "ud.zip"

    terminal.does("export", "broendby", "-o", str(out), "--uden-navne")

    text = json.dumps(content(out), ensure_ascii=False)
    assert "Formand" in text
    assert "Opdigtet Navnesen" not in text
    assert "Opdigtet Parti" not in text


def test_a_backup_brings_back_what_was_there(terminal: Terminal, tmp_path: Path) -> None:
    copy = tmp_path / "mappe" / "kopi.db"
    terminal.does("example", "broendby")
    terminal.does("backup", str(copy))
    with closing(sqlite3.connect(terminal.home / "strategi.db")) as database, database:
        database.execute("UPDATE processes SET name = 'et-andet'")

    said = terminal.does("restore", str(copy))

    assert terminal.names == ["broendby"]
    assert copy.stat().st_mode & 0o077 == 0
    before = Path(said.split("ligger i ")[1].strip().rstrip("."))
    with closing(sqlite3.connect(before)) as database:
        assert database.execute("SELECT name FROM processes").fetchone() == ("et-andet",)


def test_a_backup_replaces_even_a_database_that_nobody_can_read(
    terminal: Terminal, tmp_path: Path
) -> None:
    copy, file = tmp_path / "kopi.db", terminal.home / "strategi.db"
    terminal.does("example", "broendby")
    terminal.does("backup", str(copy))
    file.write_bytes(b"dette er ikke en database " * 500)

    said = terminal.does("restore", str(copy))

    assert terminal.names == ["broendby"]
    before = Path(said.split("ligger i ")[1].strip().rstrip("."))
    assert before.read_bytes().startswith(b"dette er ikke en database")


def test_a_code_for_one_more_facilitator_works_once(terminal: Terminal) -> None:
    said = terminal.does("code")
    code = said.splitlines()[0].rpartition(": ")[2]

    account = make_account(terminal.database, code, "Anna Opdigtet", "tre ord der ikke hører")

    assert account.name == "Anna Opdigtet"
    assert "/logind/ny" in said
    with pytest.raises(CodeUnknown):
        make_account(terminal.database, code, "Bo Opdigtet", "tre ord der ikke hører")


def test_a_whole_log_is_said_to_be_whole(filled: Terminal) -> None:
    assert filled.does("check-log", "broendby") == "Loggen er hel: 2 linjer.\n"


def test_shipped_templates_have_no_mistakes(terminal: Terminal) -> None:
    assert terminal.does("check-templates").startswith("Ingen fejl i ")


def test_a_template_of_ones_own_is_checked(terminal: Terminal, tmp_path: Path) -> None:
    own = Path(__file__).parents[1] / "templates" / "klimaplan.yaml"
    shutil.copy(own, tmp_path / "egen.yaml")

    assert terminal.does("check-templates", "egen.yaml") == "Ingen fejl i 1 skabelon.\n"


def test_the_schema_for_editors_is_said_or_written(terminal: Terminal, tmp_path: Path) -> None:
    said = terminal.does("template-schema")
    terminal.does("template-schema", "-o", "schema.json")

    assert json.loads(said)["title"] == "Skabelon til Strategiværksted"
    assert (tmp_path / "schema.json").read_text("utf-8") == said


@pytest.mark.parametrize("asked", [("-h",), ("--hjaelp",), ("draft", "-h"), ("serve", "--hjaelp")])
def test_help_is_danish(terminal: Terminal, asked: tuple[str, ...]) -> None:
    said = terminal.does(*asked)

    assert said.startswith("Brug: python -m strategykit")
    for english in ("usage", "options", "positional", "arguments", "show this help"):
        assert english not in said


def test_danish_letters_come_through_where_the_terminal_has_none(filled: Terminal) -> None:
    said = filled.does("check-log", "broendby", PYTHONIOENCODING="ascii", PYTHONUTF8="0")

    assert said.startswith("Loggen er hel")


def test_a_file_name_with_bytes_that_are_no_text_can_be_written(
    filled: Terminal, tmp_path: Path
) -> None:
    name = bytes(tmp_path) + b"/ud\xff.zip"

    filled.does("export", "broendby", "-o", name)

    assert zipfile.is_zipfile(next(tmp_path.glob("ud*.zip")))
