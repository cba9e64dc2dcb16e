"""Looking into a marked file from the command line, which takes nothing in."""

import json
from pathlib import Path

from strategykit.actions.points import wishes_of
from strategykit.actions.taking_in import marks_of
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from tests.support.reviews import a_review
from tests.support.terminal import Terminal


def test_every_mark_is_told_with_its_place_and_nothing_is_taken_in(
    terminal: Terminal, tmp_path: Path
) -> None:
    terminal.home.mkdir()
    db = Database(f"sqlite:///{terminal.home / 'strategi.db'}")
    migrate(db)
    review = a_review(db)
    file = tmp_path / "retur.docx"
    file.write_bytes(review.file("nu", "her"))

    found = json.loads(terminal.does("read-back", "broendby", str(file), "--json"))
    plain = terminal.does("read-back", "broendby", str(file))

    (section, block), _ = review.paragraphs[:2]
    first = found["marks"][0]
    title = next(s.title for s in review.draft.sections if s.key == section)
    assert (first["kind"], first["author"], first["added"]) == (
        "tilføjelse", "Anne Eksempel", " nu",
    )  # fmt: skip
    assert (first["section"], first["paragraph"], first["placed"]) == (
        title, block.key, "bogmærke",
    )  # fmt: skip
    assert (first["before"], first["after"]) == (block.text, f"{block.text} nu")
    assert found["version"] == "1"
    assert len(found["marks"]) == 2
    assert "Mærker i filen: 2. Intet er læst ind." in plain
    assert marks_of(db, review.sent) == wishes_of(db, review.process.id, review.sent.id) == ()
    db.close()


def test_a_file_that_is_none_is_refused_in_a_sentence(filled: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "retur.docx"
    file.write_bytes(b"Til udvalget")

    assert "Word-dokument" in filled.refuses("read-back", "broendby", str(file), "--json")
