"""Rooms found by what people type and see."""

from sqlalchemy import select

from strategykit.domain.rooms import Room
from strategykit.storage.store import Store, as_thing, table_of


def open_room_with(store: Store, code: str) -> Room | None:
    """The room that is open under the code, of whatever process."""
    table = table_of(Room)
    query = select(table).where((table.c.code == code) & table.c.ended_at.is_(None))
    row = store.session.execute(query).first() if code else None
    return None if row is None else as_thing(Room, row)


def open_rooms(store: Store) -> tuple[Room, ...]:
    """Every room in which a meeting goes on."""
    table = table_of(Room)
    rows = store.session.execute(select(table).where(table.c.ended_at.is_(None)))
    return tuple(as_thing(Room, row) for row in rows)
