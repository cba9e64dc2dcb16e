"""Goals at tables: who sits where, with which area, and who holds the pen."""

from dataclasses import dataclass
from typing import ClassVar

from strategykit.domain.entry import Entry, said


@dataclass(frozen=True, kw_only=True)
class GoalTable(Entry):
    """A table with one area; `writer_id` is the person whose device fills in its goals."""

    noun: ClassVar[str] = "Bordet"
    needs: ClassVar[tuple[str, ...]] = ("step_id", "area_id")

    step_id: str = said("Trin", refs="steps", hidden=True)
    number: int = said("Bord", default=1, least=1, most=60)
    area_id: str = said("Indsatsområde", refs="areas")
    person_ids: tuple[str, ...] = said("Ved bordet", default=(), refs="people")
    writer_id: str = said("Skriver for bordet", default="", refs="people")
    finished: bool = said("Bordet er færdigt", default=False)
    presented: bool = said("Bordet har lagt frem", default=False)
