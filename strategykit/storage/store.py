"""What can be read and written in one transaction, by kind of thing."""

from dataclasses import fields, replace
from functools import cache
from typing import Any, TypeVar, cast

from sqlalchemy import Result, Select, Table, bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Session

from strategykit.domain.entry import Entry
from strategykit.domain.process import Process
from strategykit.errors import EditConflict, NotFound
from strategykit.storage.tables import ROW_OF

Kind = TypeVar("Kind", bound=Entry)


class Store:
    """One open transaction; query modules of this package take it as their first argument."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def add(self, thing: Kind) -> Kind:
        """The thing as it was kept, with its place in the list."""
        placed = (
            thing if thing.position else replace(thing, position=self._next(type(thing), thing))
        )
        self.session.execute(insert(table_of(type(thing))), _columns(placed))
        return placed

    def add_all(self, things: list[Kind]) -> None:
        """Many things of one kind at once; those without a place get the next ones in order."""
        if not things:
            return
        first = self._next(type(things[0]), things[0])
        placed = [t if t.position else replace(t, position=first + n) for n, t in enumerate(things)]
        self.session.execute(insert(table_of(type(things[0]))), [_columns(t) for t in placed])

    def add_once(self, thing: Kind) -> bool:
        """Whether the thing was new: a double tap brings the same id twice."""
        if self.find(type(thing), thing.id) is not None:
            return False
        self.add(thing)
        return True

    def find(self, kind: type[Kind], thing_id: str) -> Kind | None:
        """The thing with that id, or None."""
        row = self.session.execute(_by_id(table_of(kind)), {"id": thing_id}).first()
        return None if row is None else as_thing(kind, row)

    def get(self, kind: type[Kind], thing_id: str, process_id: str = "") -> Kind:
        """The thing with that id; raises NotFound, also when it is of another process."""
        found = self.find(kind, thing_id)
        if found is None or (process_id and found.process_id != process_id):
            raise NotFound(kind.noun)
        return found

    def all(self, kind: type[Kind], process_id: str, **where: Any) -> tuple[Kind, ...]:
        """All of a kind in a process in the order of their places; `where` is column=value."""
        query = _in_order(table_of(kind), ("process_id", *where))
        rows = self.session.execute(query, {"process_id": process_id, **where})
        return as_things(kind, rows)

    def count(self, kind: type[Entry], process_id: str, **where: Any) -> int:
        """How many of a kind there are in a process."""
        table = table_of(kind)
        query = select(func.count()).where(table.c.process_id == process_id)
        for column, value in where.items():
            query = query.where(table.c[column] == value)
        return int(self.session.execute(query).scalar_one())

    def save(self, seen: Kind, changed: Kind) -> Kind:
        """The thing with its next version; raises EditConflict if it is not what was seen.

        The same words saved twice, as by a double tap, are no conflict.
        """
        table, after = table_of(type(seen)), replace(changed, version=seen.version + 1)
        same = (table.c.id == seen.id) & (table.c.version == seen.version)
        if self.session.execute(update(table).where(same).values(_columns(after))).rowcount != 1:  # type: ignore[attr-defined]
            theirs = self.find(type(seen), seen.id)
            if theirs is not None and theirs == replace(changed, version=theirs.version):
                return theirs
            raise (NotFound(seen.noun) if theirs is None else EditConflict(theirs, changed))
        return after

    def remove(self, thing: Entry) -> None:
        """The thing is gone; raises NotFound when it was gone already."""
        table = table_of(type(thing))
        if self.session.execute(delete(table).where(table.c.id == thing.id)).rowcount != 1:  # type: ignore[attr-defined]
            raise NotFound(thing.noun)

    def lock(self, process_id: str) -> None:
        """Nobody else writes in this process until the transaction ends."""
        if self.session.get_bind().dialect.name == "sqlite":
            return  # BEGIN IMMEDIATE has seen to it already
        table = table_of(Process)
        self.session.execute(select(table.c.id).where(table.c.id == process_id).with_for_update())

    def _next(self, kind: type[Entry], thing: Entry) -> int:
        table = table_of(kind)
        query = select(func.max(table.c.position)).where(table.c.process_id == thing.process_id)
        return (self.session.execute(query).scalar() or 0) + 1


@cache
def _by_id(table: Table) -> Select[Any]:
    """Made once: making a question costs more than the database's answer."""
    return select(table).where(table.c.id == bindparam("id"))


@cache
def _in_order(table: Table, columns: tuple[str, ...]) -> Select[Any]:
    """Rows whose columns have the values given, in the order of their places."""
    same = (table.c[column] == bindparam(column) for column in columns)
    return select(table).where(*same).order_by(table.c.position, table.c.id)


def table_of(kind: type[Entry]) -> Table:
    """The table that keeps things of a kind."""
    return cast("Table", ROW_OF[kind].__table__)


def as_thing(kind: type[Kind], row: Any) -> Kind:
    """The dataclass of a row; it was checked when it was kept and is not checked again."""
    thing = object.__new__(kind)
    thing.__dict__.update(row._mapping)  # noqa: SLF001 - the public name of a row's mapping
    return thing


def as_things(kind: type[Kind], rows: Result[Any]) -> tuple[Kind, ...]:
    """The same of many rows of one query, at a third of the time."""
    names = tuple(rows.keys())
    found = []
    for row in rows:
        thing = object.__new__(kind)
        thing.__dict__.update(zip(names, row, strict=True))
        found.append(thing)
    return tuple(found)


def _columns(thing: Entry) -> dict[str, Any]:
    return {part.name: getattr(thing, part.name) for part in fields(thing)}
