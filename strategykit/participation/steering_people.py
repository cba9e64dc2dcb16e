"""The helm's part on people: who waits, who is in, who votes."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from strategykit.actions.attendance import (
    let_vote,
    merge_people,
    nod,
    remove_seat,
    rename_person,
    turn_away,
)
from strategykit.actions.devices import waiting_for
from strategykit.actions.registers import change_entry
from strategykit.actions.rooms import change_room
from strategykit.actions.steering import open_room_in
from strategykit.domain.boards import Done
from strategykit.domain.people import Person, called, in_role_order
from strategykit.domain.rooms import Seat
from strategykit.errors import Empty, NotFound
from strategykit.participation.csrf import Form
from strategykit.participation.plain import PlainRoute
from strategykit.participation.steering_helm import DOORS, PATH, Helm, Steer, steers


@dataclass(frozen=True)
class Chair:
    """A seat and the one who has it."""

    seat: Seat
    person: Person

    @property
    def name(self) -> str:
        return called(self.person)


def fill(helm: Helm) -> dict[str, Any]:
    """What the part shows."""
    view = helm.view
    known = in_role_order(tuple(p for p in view.people.values() if not p.erased))
    by_person = {seat.person_id: seat for seat in view.seats}
    chairs = [Chair(by_person[p.id], p) for p in known if p.id in by_person]
    return {
        "stole": [c for c in chairs if not c.seat.removed],
        "ude": [c for c in chairs if c.seat.removed],
        "personer": known, "venter": waiting_for(helm.db, helm.process_id, helm.meeting_id),
    }  # fmt: skip


def let_in(helm: Helm, form: Form) -> Done:
    """The device that knocks has the name."""
    return nod(helm.db, helm.who, open_room_in(helm.view), form.get("venter", ""))


def refuse(helm: Helm, form: Form) -> Done:
    """The device that knocks does not get the name."""
    return turn_away(helm.db, helm.who, open_room_in(helm.view), form.get("venter", ""))


def seats(helm: Helm, form: Form) -> Done:
    """One of the acts on the ticked seats, named by the button."""
    act = next((act for name, act in _SEAT_ACTS.items() if name in form), None)
    ticked = [seat for seat in helm.view.seats if seat.id in set(form.getlist("plads"))]
    if act is None:
        raise NotFound("Knappen")
    if not ticked:
        raise Empty("Deltagere")
    return together([act(helm, seat) for seat in ticked])


def together(dones: list[Done]) -> Done:
    """Several acts as one that is taken back at once."""
    before = tuple(thing for done in dones for thing in done.before)
    after = tuple(thing for done in dones for thing in done.after)
    return Done(" ".join(done.told for done in dones), before, after)


def rename(helm: Helm, form: Form) -> Done:
    """A person under another name."""
    return rename_person(helm.db, helm.who, _person(helm, form, "person"), form.get("navn", ""))


def merge(helm: Helm, form: Form) -> Done:
    """Two entries of the same person made one."""
    keep, gone = _person(helm, form, "behold"), _person(helm, form, "fjern")
    return merge_people(helm.db, helm.who, keep, gone)


def lock(helm: Helm, form: Form) -> Done:
    """The door locked, or opened again."""
    room = helm.seen_room(form)
    told = "Døren er åben igen." if room.locked else "Døren er låst. Ingen nye kan komme ind."
    return change_room(helm.db, helm.who, room, told, locked=not room.locked)


def _person(helm: Helm, form: Form, name: str) -> Person:
    if not form.get(name):
        raise Empty("Person")
    found = helm.view.people.get(form[name])
    if found is None:
        raise NotFound(Person.noun)
    return found


def _votes(helm: Helm, seat: Seat) -> Done:
    return let_vote(helm.db, helm.who, seat, votes=True)


def _only_writes(helm: Helm, seat: Seat) -> Done:
    return let_vote(helm.db, helm.who, seat, votes=False)


def _out(helm: Helm, seat: Seat) -> Done:
    return remove_seat(helm.db, helm.who, seat)


def _in_again(helm: Helm, seat: Seat) -> Done:
    saved = change_entry(helm.db, helm.who, seat, replace(seat, removed=False))
    name = called(helm.view.people[seat.person_id])
    return Done(f"{name} kan være med igen.", (seat,), (saved,))


_SEAT_ACTS: dict[str, Callable[[Helm, Seat], Done]] = {
    "stemmer": _votes,
    "skriver": _only_writes,
    "ud": _out,
    "ind": _in_again,
}
ACTS: tuple[tuple[str, Steer], ...] = (
    ("deltagere", seats),
    ("deltagere/luk-ind", let_in),
    ("deltagere/afvis", refuse),
    ("deltagere/navn", rename),
    ("deltagere/saml", merge),
    ("doer", lock),
)
ROUTES = tuple(PlainRoute(f"{PATH}/{name}", DOORS, act=steers(call)) for name, call in ACTS)
