"""The way through a meeting: every place where the room can be, in order."""

from collections.abc import Sequence
from dataclasses import dataclass

from strategykit.domain.meetings import AgendaItem
from strategykit.domain.rooms import Room
from strategykit.domain.steps import Step


@dataclass(frozen=True)
class Stop:
    """A step, or an item that has none."""

    item: AgendaItem | None
    step: Step | None

    @property
    def title(self) -> str:
        """What the room is told that it is at."""
        thing = self.step or self.item
        return thing.title if thing else ""


def stops_of(items: Sequence[AgendaItem], steps: Sequence[Step]) -> tuple[Stop, ...]:
    """Item by item with the steps of each; steps that belong to no item come last."""
    known = {item.id for item in items}
    found: list[Stop] = []
    for item in items:
        own = [Stop(item, step) for step in steps if step.item_id == item.id]
        found += own or [Stop(item, None)]
    return (*found, *(Stop(None, step) for step in steps if step.item_id not in known))


def next_stop(stops: Sequence[Stop], room: Room) -> Stop | None:
    """Where the room goes on to; the first stop before it has been anywhere."""
    here = _places(stops, room)
    if not here:
        return stops[0] if stops and not room.item_id else None
    at_item_only = stops[here[0]].step is not None and not room.step_id
    after = here[0] if at_item_only else here[0] + 1
    return stops[after] if after < len(stops) else None


def stop_before(stops: Sequence[Stop], room: Room) -> Stop | None:
    """Where the room came from by the agenda's order."""
    here = _places(stops, room)
    return stops[here[0] - 1] if here and here[0] > 0 else None


def lies_ahead(stops: Sequence[Stop], room: Room, wanted: Stop) -> bool:
    """Whether the place comes later in the agenda than where the room is."""
    here = _places(stops, room)
    there = [n for n, stop in enumerate(stops) if _is_place(stop, wanted)]
    return bool(here and there) and there[0] > here[0]


def _is_place(stop: Stop, wanted: Stop) -> bool:
    if wanted.step is not None:
        return stop.step is not None and stop.step.id == wanted.step.id
    return stop.item is not None and wanted.item is not None and stop.item.id == wanted.item.id


def _places(stops: Sequence[Stop], room: Room) -> list[int]:
    """The room's step, else the stops of its item."""
    exact = [n for n, s in enumerate(stops) if s.step and s.step.id == room.step_id]
    return exact or [n for n, s in enumerate(stops) if s.item and s.item.id == room.item_id]
