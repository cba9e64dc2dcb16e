"""The helm's first part: what is said and done right now, and where in the agenda that is."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from strategykit.actions.acting import now
from strategykit.actions.choosing_text import Chosen, chosen_in
from strategykit.actions.devices import waiting_ids
from strategykit.actions.results import outcome_of
from strategykit.actions.room_views import RoomView
from strategykit.actions.steering import silent
from strategykit.domain.agenda import (
    TimedItem,
    minutes_behind,
    pace_told,
    planned_start,
    timed,
    timed_from,
    total_minutes,
)
from strategykit.domain.clock import clock, in_denmark
from strategykit.domain.meetings import AgendaItem
from strategykit.domain.people import called
from strategykit.domain.steps import VOTING, Step
from strategykit.participation.steering_helm import Helm


@dataclass(frozen=True)
class Line:
    """An item of the agenda with its time and steps; `here` when the room is at it."""

    timed: TimedItem
    steps: tuple[Step, ...]
    here: bool

    @property
    def item(self) -> AgendaItem:
        return self.timed.item


def fill(helm: Helm) -> dict[str, Any]:
    """What the part shows."""
    view, step = helm.view, helm.view.step
    missing = silent(helm.db, view) if step and step.is_open else None
    return {
        "linjer": lines(view), "resultat": outcome_of(view, step) if step else None,
        "mangler": None if missing is None else [called(person) for person in missing],
        "holdt": sum(n.held and not n.hidden for n in view.content(step).notes) if step else 0,
        "valgt": _chosen(helm),
        "venter": len(waiting_ids(helm.db, helm.process_id, helm.meeting_id)),
        "uden_punkt": [s for s in view.steps if s.item_id not in {i.id for i in view.items}],
    }  # fmt: skip


def _chosen(helm: Helm) -> tuple[Chosen, ...]:
    """What the vote at hand put first for one of the committee's texts."""
    step = helm.view.step
    if step is None or not step.is_closed or step.kind not in VOTING:
        return ()
    with helm.db.reading() as store:
        return chosen_in(store, step)


def lines(view: RoomView) -> tuple[Line, ...]:
    """The agenda with its times: as planned, or from when the meeting was opened."""
    room = view.room
    at = in_denmark(planned_start(view.meeting, room.opened_at)) if room else None
    placed = timed_from(at.hour * 60 + at.minute, view.items) if at else timed(
        view.meeting, view.items
    )  # fmt: skip
    here = room.item_id if room else ""
    return tuple(
        Line(one, tuple(s for s in view.steps if s.item_id == one.item.id), one.item.id == here)
        for one in placed
    )


def pace(view: RoomView, moment: datetime | None = None) -> tuple[str, str]:
    """How far behind or ahead, and when it ends so; empty before the first item and after."""
    if view.room is None or not view.room.is_open:
        return "", ""
    starts = planned_start(view.meeting, view.room.opened_at)
    behind = minutes_behind(
        starts, view.items, view.room.item_id, view.room.item_began_at, moment or now()
    )
    if behind is None:
        return "", ""
    begins = in_denmark(starts)
    ends = begins.hour * 60 + begins.minute + total_minutes(view.items) + behind
    return pace_told(behind), f"Slutter kl. {clock(ends)}, hvis resten følger planen"
