"""Everything that a process consists of, read at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar, cast

from strategykit.domain.entry import Entry
from strategykit.domain.process import Process
from strategykit.domain.template import Template

Kind = TypeVar("Kind", bound=Entry)


@dataclass(frozen=True)
class Material:
    """`things` holds all entries by their kind, `dots` the number of dots by subject id."""

    process: Process
    template: Template
    things: Mapping[type[Entry], tuple[Entry, ...]]
    dots: Mapping[str, int]

    def of(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """All entries of a kind in the order of their places."""
        return cast("tuple[Kind, ...]", self.things.get(kind, ()))

    def find(self, kind: type[Kind], thing_id: str) -> Kind | None:
        """The entry with that id, if it is there."""
        return next((thing for thing in self.of(kind) if thing.id == thing_id), None)
