"""What must not lie about after the program has run: anything that somebody typed."""

from pathlib import Path

from strategykit.actions.registers import entries
from strategykit.domain.boards import Note
from strategykit.domain.people import Person
from tests.support.evenings import Evening

_SHORTEST = 8  # shorter ones are words that the program says itself


def files_that_tell(folders: tuple[Path, ...], secrets: tuple[str, ...]) -> list[tuple[str, str]]:
    """Which file holds which of them; the database itself is where they belong."""
    return [
        (path.name, secret)
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith("strategi.db")
        for secret in secrets
        if secret.encode() in path.read_bytes() or secret in path.name
    ]


def typed_in(evening: Evening) -> tuple[str, ...]:
    """The notes and names of the evening, and its code."""
    notes = (note.text for note in entries(evening.db, evening.process.id, Note))
    names = (person.name for person in entries(evening.db, evening.process.id, Person))
    return (*tuple(text for text in (*notes, *names) if len(text) >= _SHORTEST), evening.room.code)
