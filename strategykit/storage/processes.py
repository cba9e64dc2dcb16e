"""Finding and naming processes."""

import re
import unicodedata
from itertools import count

from sqlalchemy import func, select

from strategykit.domain.process import Process
from strategykit.errors import UnknownProcess
from strategykit.storage.store import Store, as_thing, table_of

#: Made once: it is asked at every look.
_COUNT = select(func.count()).select_from(table_of(Process))


def all_processes(store: Store) -> tuple[Process, ...]:
    """Every process, the newest first."""
    table = table_of(Process)
    rows = store.session.execute(select(table).order_by(table.c.created_at.desc(), table.c.name))
    return tuple(as_thing(Process, row) for row in rows)


def count_processes(store: Store) -> int:
    """How many processes there are."""
    return int(store.session.execute(_COUNT).scalar_one())


def by_name(store: Store, name: str) -> Process:
    """The process with that short name or id; raises UnknownProcess with the names that exist."""
    table = table_of(Process)
    found = store.session.execute(
        select(table).where((table.c.name == name) | (table.c.id == name))
    ).first()
    if found is None:
        raise UnknownProcess(name, tuple(p.name for p in all_processes(store)))
    return as_thing(Process, found)


def free_name(store: Store, wish: str) -> str:
    """A short name that no process bears: "Ungestrategi 2026" gives ungestrategi-2026."""
    taken = {known.name for known in all_processes(store)}
    made = short_name(wish)
    numbered = (made if n == 1 else f"{made}-{n}" for n in count(1))
    return next(name for name in numbered if name not in taken)


def short_name(title: str) -> str:
    """A name for the command line and the address, in small letters, digits and hyphens."""
    danish = title.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    ascii_only = unicodedata.normalize("NFKD", danish).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:60].strip("-") or "forloeb"
