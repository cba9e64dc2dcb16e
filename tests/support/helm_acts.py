"""How each act at the helm is made ready: the form that a facilitator would send."""

from collections.abc import Callable
from typing import Any

from strategykit.actions.acting import new_id
from strategykit.actions.balloting import Rating
from strategykit.actions.boards import hide_note, make_group
from strategykit.actions.devices import knock, waiting_ids
from strategykit.actions.goal_tables import deal
from strategykit.actions.registers import add_entry
from strategykit.actions.rooms import end_room
from strategykit.actions.steps import add_step, step_from
from strategykit.actions.voting import save_consent, save_ratings, set_dots
from strategykit.domain.ballots import Stance
from strategykit.domain.boards import SWOT, Done, Note, Spot
from strategykit.domain.goal_tables import GoalTable
from strategykit.domain.meetings import Decision
from strategykit.domain.steps import Step, Subjects
from strategykit.participation import (
    minority_steering,
    steering_minutes,
    steering_moves,
    steering_notes,
    steering_people,
    steering_screen,
    steering_steps,
    table_steering,
)
from strategykit.participation.csrf import Form
from strategykit.participation.steering_helm import Steer
from tests.support.chosen import chosen
from tests.support.halls import BOARD, LEADER
from tests.support.helms import Bridge, form, of_step

Recipe = Callable[[Bridge], Form]

MODULES = (
    steering_moves, steering_notes, steering_people, steering_steps, steering_minutes,
    steering_screen, table_steering, minority_steering,
)  # fmt: skip
ACTS: dict[str, Steer] = {name: call for module in MODULES for name, call in module.ACTS}


def ticked(*notes: Note) -> list[tuple[str, str]]:
    return [("seddel", f"{note.id}.{note.version}") for note in notes]


def written(bridge: Bridge, **rules: Any) -> tuple[Step, Note, Note]:
    """A step with two notes of named writers."""
    step = bridge.hall.step("skriv-med-navn", item_id=bridge.items[1].id, **BOARD, **rules)
    notes = [bridge.hall.write(step, n, f"Seddel {n} om busser") for n in range(2)]
    return step, notes[0], notes[1]


def waiting(bridge: Bridge, **more: Any) -> Step:
    """A step that has not begun."""
    made = step_from(
        "skriv-med-navn", process_id=bridge.hall.process.id, meeting_id=bridge.hall.meeting.id,
        title="Senere", **BOARD, **more,
    )  # fmt: skip
    return add_step(bridge.hall.db, LEADER, made)


def seen(bridge: Bridge, **more: Any) -> Form:
    return form(rum=bridge.room.version, **more)


def a_vote(bridge: Bridge) -> Step:
    areas = bridge.hall.areas("Ansvar", "Boliger")
    step = bridge.hall.on_areas("prikker-med-navn")
    for number in range(3):
        set_dots(bridge.hall.db, bridge.hall.phone(number), step.id, areas[0].id, 2)
    return step


def grouped(bridge: Bridge) -> tuple[Step, str]:
    """A step with two notes in a group, and the group's id."""
    step, one, other = written(bridge)
    spot, group_id = Spot(bridge.hall.process.id, SWOT), new_id()
    make_group(bridge.hall.db, LEADER, spot, "Busser", [one.id, other.id], group_id)
    return step, group_id


def to_dissolve(bridge: Bridge) -> Form:
    step, group_id = grouped(bridge)
    return form(trin=step.id, gruppe=group_id, oploes="")


def to_begin(bridge: Bridge) -> Form:
    end_room(bridge.hall.db, LEADER, bridge.room)
    return form()


def to_go_on(bridge: Bridge) -> Form:
    written(bridge)
    return seen(bridge)


def to_rate(bridge: Bridge) -> Form:
    areas = bridge.hall.areas("Ansvar", "Boliger")
    step = bridge.hall.on_areas("vaerdi-og-indsats")
    given = {area.id: Rating(8, 3) for area in areas}
    save_ratings(bridge.hall.db, bridge.hall.phone(0), step.id, given)
    return of_step(bridge.hall.close(step))


def to_decide(bridge: Bridge) -> Form:
    step = bridge.hall.step("samtykke", ask="Er det rigtigt set?", subjects=Subjects.NOTHING)
    save_consent(bridge.hall.db, bridge.hall.phone(0), step.id, Stance.YES, "")
    return of_step(bridge.hall.close(step), beslutning="Udvalget er enigt", begrundelse="")


def to_use(bridge: Bridge) -> Form:
    """A vote on proposals for the vision, closed; the form names what it put first."""
    step, first = chosen(bridge.hall)
    return of_step(step, emne=first.id)


def to_show_again(bridge: Bridge) -> Form:
    step, note, _ = written(bridge)
    hidden = hide_note(bridge.hall.db, LEADER, note, "Navngiver en person").after[0]
    assert isinstance(hidden, Note)
    return form(*ticked(hidden), trin=step.id)


def to_release(bridge: Bridge) -> Form:
    step, one, other = written(bridge, held=True)
    return form(*ticked(one, other), trin=step.id)


def to_gather(bridge: Bridge) -> Form:
    step, one, other = written(bridge)
    return form(*ticked(one, other), trin=step.id, ny=new_id(), overskrift="Busser", saml="")


def to_nod(bridge: Bridge) -> Form:
    knock(bridge.hall.db, bridge.room, bridge.hall.people[1].id, "en anden telefon")
    found = waiting_ids(bridge.hall.db, bridge.hall.process.id, bridge.hall.meeting.id)
    return form(venter=found[0])


def to_move_earlier(bridge: Bridge) -> Form:
    waiting(bridge)
    return of_step(waiting(bridge), tidligere="")


def to_note(bridge: Bridge) -> Form:
    item = bridge.items[0]
    return form(punkt=item.id, version=item.version, noteret="Formanden bød velkommen")


def to_end(bridge: Bridge) -> Form:
    a_vote(bridge)
    return seen(bridge)


def tables(bridge: Bridge) -> tuple[GoalTable, ...]:
    """Two tables with everybody dealt onto them."""
    areas = bridge.hall.areas("Ansvar", "Boliger")
    step = bridge.hall.step("maal-ved-borde", subjects=Subjects.AREAS)
    deal(bridge.hall.db, LEADER, step, bridge.hall.view.present, [area.id for area in areas])
    return bridge.hall.view.tables


def at_table(bridge: Bridge, **more: Any) -> Form:
    """A form about the first table and somebody who sits at the other."""
    first, other = tables(bridge)
    person = other.person_ids[0]
    return form(bord=first.id, version=first.version, person=person, **more)


def to_deal(bridge: Bridge) -> Form:
    areas = bridge.hall.areas("Ansvar", "Boliger")
    bridge.hall.step("maal-ved-borde", subjects=Subjects.AREAS)
    return form(*(("omraade", area.id) for area in areas), antal=1, ny=new_id())


def to_give_area(bridge: Bridge) -> Form:
    return at_table(bridge, omraade=bridge.hall.areas("Cykler")[0].id)


def to_disagree(bridge: Bridge) -> Form:
    decision = Decision(
        id=new_id(), process_id=bridge.hall.process.id, meeting_id=bridge.hall.meeting.id,
        text="Udvalget går videre",
    )  # fmt: skip
    add_entry(bridge.hall.db, LEADER, decision)
    return form(
        ("fra", bridge.hall.people[0].id), ny=new_id(), til=decision.id, udtalelse="Vi er uenige"
    )


def disagreed(bridge: Bridge) -> Form:
    """A form about a statement that is there."""
    given = to_disagree(bridge)
    done = minority_steering.enter(bridge.helm, given)
    assert isinstance(done, Done)
    return form(
        ("fra", given["fra"]), udtalelse_id=done.after[0].id, version=1, til=given["til"],
        udtalelse="Vi er stadig uenige",
    )  # fmt: skip


RECIPES: dict[str, Recipe] = {
    "begynd": to_begin,
    "frem": to_go_on,
    "tilbage": to_go_on,
    "gaa": lambda b: seen(b, punkt=b.items[2].id),
    "aabn": lambda b: of_step(waiting(b)),
    "luk": lambda b: of_step(a_vote(b)),
    "runde": lambda b: of_step(b.hall.close(a_vote(b))),
    "vaerdier": to_rate,
    "beslut": to_decide,
    "tekst": to_use,
    "afsloer": lambda b: of_step(written(b, blind=True)[0]),
    "tid": lambda b: of_step(written(b)[0], mere=5),
    "sedler": to_gather,
    "sedler/saml": to_gather,
    "sedler/vis": to_show_again,
    "sedler/slip": to_release,
    "sedler/gruppe": to_dissolve,
    "deltagere": lambda b: form(("plads", b.seat(0).id), ("plads", b.seat(1).id), skriver=""),
    "deltagere/luk-ind": to_nod,
    "deltagere/afvis": to_nod,
    "deltagere/navn": lambda b: form(person=b.hall.people[0].id, navn="Et andet navn"),
    "deltagere/saml": lambda b: form(behold=b.hall.people[0].id, fjern=b.hall.people[1].id),
    "doer": seen,
    "trin": lambda _: form(oevelse="droeft", ny=new_id(), titel="En drøftelse", regler="1"),
    "trin/ret": lambda b: of_step(waiting(b), titel="Et bedre navn", regler="1"),
    "trin/slet": lambda b: of_step(waiting(b)),
    "trin/flyt": to_move_earlier,
    "referat": to_note,
    "referat/beslutning": lambda _: form(ny=new_id(), beslutning="Vi går videre"),
    "referat/aftale": lambda _: form(ny=new_id(), aftale="Ring til skolen", hvem="Formanden"),
    "referat/emne": lambda _: form(ny=new_id(), emne="Busser"),
    "borde/del": to_deal,
    "borde/flyt": at_table,
    "borde/skriver": at_table,
    "borde/omraade": to_give_area,
    "borde/lagt-frem": at_table,
    "mindretal/ny": to_disagree,
    "mindretal/ret": disagreed,
    "mindretal/fjern": disagreed,
    "moerk": seen,
    "kode": seen,
    "spredning": seen,
    "afslut": to_end,
}
#: They let machines in and out, and change nothing of the meeting.
ONLY_DOORS = {"par", "kobl", "kobl-skaerm", "luk-skaerme"}
#: What is told on the button itself, since nothing can be taken back.
FOREVER = {"deltagere/luk-ind", "deltagere/afvis"}
