"""What a database, an archive or a view says once random ids, places and moments are taken out.

An id is told by what it stands for; whatever else is random is left as it is, and so betrays
itself when two runs are compared.
"""

import json
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from io import BytesIO
from typing import Any

from sqlalchemy import MetaData, select

from strategykit.archive_files import CONTENT
from strategykit.domain.areas import Area
from strategykit.domain.boards import Note
from strategykit.domain.entry import Entry
from strategykit.domain.meetings import Meeting
from strategykit.domain.people import Person
from strategykit.domain.steps import Step
from strategykit.storage.database import Database
from strategykit.storage.tables import ROW_OF

#: What is a number of the log, or a place among others, or follows from ids and moments.
_LEFT_OUT = {"position", "hash", "revision", "code"}
_ID = re.compile(r"[0-9a-f]{32}(?![0-9a-f])")
_TOLD: Mapping[type[Entry], str] = {
    Person: "name", Step: "title", Area: "name", Note: "text", Meeting: "title",
}  # fmt: skip


def names_of(
    db: Database, process_id: str, kinds: Iterable[type[Entry]] = tuple(ROW_OF)
) -> dict[str, str]:
    """Every id of the process, or of some kinds of thing in it, by what it stands for."""
    with db.reading() as store:
        return {
            thing.id: f"{kind.__name__}:{getattr(thing, _TOLD[kind]) if kind in _TOLD else ''}"
            for kind in kinds
            for thing in store.all(kind, process_id)
        } | {process_id: "Process"}


def tables_of(db: Database, names: Mapping[str, str]) -> dict[str, list[str]]:
    """Every table, its rows in the order of what they say.

    A row that SQLite counts bears its number, since that tells in which order rows came.
    """
    known = MetaData()
    known.reflect(db.engine)
    found: dict[str, list[str]] = {}
    with db.engine.connect() as connection:
        for table in known.sorted_tables:
            rows = [dict(row) for row in connection.execute(select(table)).mappings()]
            counted = _counted(db, table.name)
            numbered = [{"rowid": n, **row} if counted else row for n, row in enumerate(rows)]
            found[table.name] = sorted(repr(normal(row, names)) for row in numbered)
    return found


def archive_of(data: bytes, names: Mapping[str, str]) -> object:
    """What the archive says of the process."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return normal(json.loads(archive.read(CONTENT)), names)


def normal(value: Any, names: Mapping[str, str]) -> Any:
    """The value with ids told by what they stand for, and lists in the order of what they say."""
    if is_dataclass(value) and not isinstance(value, type):
        return normal({f.name: getattr(value, f.name) for f in fields(value)}, names)
    if isinstance(value, Mapping):
        kept = {normal(k, names): normal(v, names) for k, v in value.items() if k not in _LEFT_OUT}
        return dict(sorted(kept.items(), key=repr))
    if isinstance(value, list | tuple | set | frozenset):
        return sorted((normal(part, names) for part in value), key=repr)
    if isinstance(value, datetime):
        return "et øjeblik"
    if isinstance(value, str) and not isinstance(value, Enum):
        return _told(value, names)
    return value


def _told(text: str, names: Mapping[str, str]) -> str:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        pass
    else:
        return "et øjeblik"
    return _ID.sub(lambda found: names.get(found[0], found[0]), text)


def _counted(db: Database, table: str) -> bool:
    """Whether SQLite gives the table's rows a number of its own."""
    if not db.is_sqlite:
        return False
    with db.engine.connect() as connection:
        made = connection.exec_driver_sql(
            "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)
        ).scalar_one()
    return "WITHOUT ROWID" not in made
