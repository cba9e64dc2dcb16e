"""A process in which every field that a person can type in holds text made to do harm."""

from collections.abc import Iterator
from dataclasses import Field, fields, replace
from typing import Any, get_type_hints

from strategykit.actions.acting import new_id
from strategykit.domain.entry import Entry
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.domain.text import checked
from strategykit.storage.database import Database
from tests.support.full_material import full_material
from tests.support.makers import a_process

CANARY = "http://canary.invalid/"
HARM = (
    f"<img src=x onerror=alert(1)><script>alert(2)</script> ![billede]({CANARY}a.png) "
    "[klik](javascript:alert(3)) $\\frac{1}{2}$ :red[rød] :material/home: **fed** `kode` "
    "=1+1 @SUM(1) \u202evendt\u202c 🙂 \x00\x1b\ud800 <b>b</b> &lt;i&gt; </td></table>"
)
NOT_TYPED = {"starts", "name_of", "link"}


def hostile_process(db: Database, who: Who) -> Process:
    """Something of every kind, each text with harm in it, kept as the pages keep it."""
    title = f"Prøve {HARM}"
    process = a_process(db, who, title=title, committee=HARM, name="ondt", mandate=HARM)
    made = [thing for same in full_material().things.values() for thing in same]
    fresh = {thing.id: new_id() for thing in made}
    with db.writing() as store:
        for thing in made:
            if not isinstance(thing, Process):
                store.add(_hostile(thing, process.id, fresh))
    return process


def _hostile(thing: Entry, process_id: str, fresh: dict[str, str]) -> Entry:
    values: dict[str, Any] = {n: _renamed(v, fresh) for n, v in vars(thing).items()}
    for part in _typed(thing):
        values[part.name] = f"{values[part.name]} {HARM}"
    return checked(replace(thing, **{**values, "process_id": process_id}))


def _typed(thing: Entry) -> Iterator[Field[Any]]:
    hints = get_type_hints(type(thing))
    for part in fields(thing):
        about = part.metadata
        shown = "label" in about and not about["hidden"] and not about["refs"]
        if shown and hints[part.name] is str and part.name not in NOT_TYPED:
            yield part


def _renamed(value: object, fresh: dict[str, str]) -> object:
    if type(value) is str:  # a choice is also a str, and may be spelt like an id
        return fresh.get(value, value)
    if isinstance(value, tuple):
        return tuple(_renamed(part, fresh) for part in value)
    return value
