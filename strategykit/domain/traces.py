"""Where a person stands in a process: by id, and by name in what others wrote."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import Field, dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from strategykit.domain.approvals import Stage
from strategykit.domain.entry import Entry
from strategykit.domain.meetings import Decision
from strategykit.domain.people import Person
from strategykit.domain.process import Process

#: What was decided stays as it was written, also when it names somebody.
KEPT: tuple[type[Entry], ...] = (Decision, Stage)
_OF_PROCESS = ("name", "template")
Kind = TypeVar("Kind", bound=Entry)


@dataclass(frozen=True)
class Trace:
    """`where` names the thing and `field` the part of it; `stays` if erasing leaves it.

    `named` tells a text that holds the name from a field that only points to the person.
    """

    where: str
    field: str
    named: bool = False
    stays: bool = False


def traces(person: Person, things: Sequence[Entry]) -> tuple[Trace, ...]:
    """Everything but the person's own row that points to the person or has the name in it."""
    return tuple(trace for thing in things for trace in _of(person, thing))


def without_name(person: Person, thing: Kind, kept: tuple[type[Entry], ...] = KEPT) -> Kind:
    """The thing with the person's role wherever the name stood; what is `kept` stays."""
    if isinstance(thing, (Person, *kept)) or person.erased:
        return thing
    renamed: Kind = _renamed(_pattern(person.name), person.role.value, thing)
    return renamed


def points_to(person: Person, thing: Entry) -> bool:
    """Whether a field of the thing, which is not the person, holds the person's id."""
    return thing.id != person.id and any(
        _holds_id(getattr(thing, f.name), person.id) for f in fields(thing)
    )


def _of(person: Person, thing: Entry) -> Iterator[Trace]:
    if isinstance(thing, Person):
        return
    where = _place(thing)
    for part in fields(thing):
        value, label = getattr(thing, part.name), part.metadata.get("label", thing.noun)
        if _holds_id(value, person.id):
            yield Trace(where, label)
        elif not person.erased and _is_text(thing, part) and _names(person, value):
            yield Trace(where, label, named=True, stays=isinstance(thing, KEPT))


def _place(thing: Entry) -> str:
    titled = bool(thing.needs) and not thing.needs[0].endswith("_id")
    return f"{thing.noun}: {thing.headline}" if titled else thing.noun


def _holds_id(value: Any, person_id: str) -> bool:
    return value == person_id or (isinstance(value, tuple) and person_id in value)


def _names(person: Person, value: Any) -> bool:
    found: bool = _renamed(_pattern(person.name), "", value) != value
    return found


def _is_text(holder: Any, part: Field[Any]) -> bool:
    """Ids are no texts, nor are a process's short name and its copy of the template."""
    if part.name in ("id", "process_id") or part.metadata.get("refs"):
        return False
    return not (isinstance(holder, Process) and part.name in _OF_PROCESS)


def _pattern(name: str) -> re.Pattern[str]:
    """The whole name, also with the s of the genitive."""
    return re.compile(rf"(?<!\w){re.escape(name)}(?=s?(?!\w))")


def _renamed(pattern: re.Pattern[str], role: str, value: Any) -> Any:
    if type(value) is str:
        return pattern.sub(role, value)
    if isinstance(value, tuple):
        return tuple(_renamed(pattern, role, part) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            f.name: _renamed(pattern, role, getattr(value, f.name))
            for f in fields(value)
            if _is_text(value, f)
        }
        return replace(value, **changed)
    return value
