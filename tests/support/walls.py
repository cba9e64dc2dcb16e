"""What a room has in front of it: an evening with the example's own notes, areas and texts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import yaml

from strategykit.actions.acting import new_id
from strategykit.actions.results import close_step
from strategykit.actions.room_views import RoomView, view_of
from strategykit.actions.rooms import change_room
from strategykit.domain.areas import Area
from strategykit.domain.ballots import Ballot, Stance
from strategykit.domain.boards import Dot, Note, NoteGroup
from strategykit.domain.entry import Entry
from strategykit.domain.goals import Criterion, Goal, SubGoal
from strategykit.domain.meetings import AgendaItem
from strategykit.domain.people import Person
from strategykit.domain.rooms import Seat
from strategykit.domain.statements import Statement
from strategykit.domain.steps import Step
from tests.support.evenings import LEADER, Evening
from tests.support.server import ROOT

ITEMS = ("Velkomst og mandat", "SWOT", "Drømme", "Pause", "Prioritering", "Afrunding")
VOTERS = 9


@cache
def example() -> dict[str, Any]:
    """The shipped example, a public document's words."""
    text = (ROOT / "data" / "examples" / "broendby.yaml").read_text("utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


def swot_notes() -> list[tuple[str, str]]:
    """The example's notes with their fields."""
    return [(field, note["tekst"]) for field, some in example()["swot"].items() for note in some]


@dataclass(frozen=True)
class Hand:
    """The facilitator's hand on an evening, past all pages."""

    evening: Evening

    @property
    def view(self) -> RoomView:
        """The meeting as it is now."""
        return view_of(self.evening.db, self.evening.process.id, self.evening.meeting.id)

    @property
    def step(self) -> Step:
        """The step that the room is at."""
        step = self.view.step
        assert step is not None
        return step

    def keep(self, things: Sequence[Entry]) -> None:
        """All of them in the process, and everybody is told."""
        with self.evening.db.writing() as store:
            for thing in things:
                store.add(thing)
        self.room()

    def room(self, **changes: object) -> None:
        """The room with other switches."""
        change_room(self.evening.db, LEADER, self.evening.room_now, "", **changes)

    def seated(self) -> None:
        """Everybody is in, and the evening has an agenda."""
        ids = {"process_id": self.evening.process.id, "meeting_id": self.evening.meeting.id}
        self.keep([
            Seat(id=new_id(), person_id=person, votes=True, **ids) for person in self.evening.people
        ])  # fmt: skip
        self.keep([AgendaItem(id=new_id(), title=title, **ids) for title in ITEMS])

    def at(self, preset: str, title: str, item: int = 1, **more: object) -> Step:
        """A new open step of the agenda's item with that number."""
        item_id = self.view.items[item].id
        return self.evening.step(preset, title, item_id=item_id, **more)

    def notes(self, count: int = 14, field: str = "", **more: Any) -> list[Note]:
        """So many of the example's notes in the step, numbered when they begin again."""
        known, step, made = swot_notes(), self.step, []
        for number in range(count):
            place, text = known[number % len(known)]
            again = f" ({number})" if number >= len(known) else ""
            made.append(self.a_note(f"{text}{again}", field or place, step, number, **more))
        self.keep(made)
        return made

    def a_note(self, text: str, field: str, step: Step, number: int, **more: Any) -> Note:
        """One note; not kept yet."""
        given = {"board": step.subject, "step_id": step.id, **more}
        place = (number * 7919) % 1_000_003 + 1
        return Note(
            id=new_id(), process_id=self.evening.process.id, text=text, field=field,
            position=place, **given,
        )  # fmt: skip

    def group(self, title: str, notes: Sequence[Note]) -> NoteGroup:
        """The notes under a heading."""
        made = NoteGroup(
            id=new_id(), process_id=self.evening.process.id, board=notes[0].board,
            field=notes[0].field, title=title,
        )  # fmt: skip
        self.keep([made])
        with self.evening.db.writing() as store:
            for note in notes:
                seen = store.get(Note, note.id)
                store.save(seen, replace(seen, group_id=made.id))
        self.room()
        return made

    def dots(self) -> None:
        """Some members give three dots each, most to what comes first."""
        subjects = self.view.subjects(self.step)
        self.keep([
            Dot(
                id=new_id(), process_id=self.evening.process.id, voter=person,
                subject_id=subjects[(number * place) % len(subjects)].id, step_id=self.step.id,
            )
            for number, person in enumerate(self.evening.people[:VOTERS])
            for place in range(3)
        ])  # fmt: skip

    def ballots(self, answers: Sequence[dict[str, Any]]) -> None:
        """Each of them is one member's answer on every subject."""
        subjects = self.view.subjects(self.step)
        self.keep([
            Ballot(
                id=new_id(), process_id=self.evening.process.id, step_id=self.step.id,
                voter=person, subject_id=subject.id, **_moved(answer, place),
            )
            for person, answer in zip(self.evening.people, answers, strict=False)
            for place, subject in enumerate(subjects)
        ])  # fmt: skip

    def close(self) -> Step:
        """The step is closed and its votes counted."""
        closed = close_step(self.evening.db, LEADER, self.step).after[0]
        assert isinstance(closed, Step)
        return closed

    def areas(self) -> list[Area]:
        """The example's areas."""
        process_id = self.evening.process.id
        made = [
            Area(id=new_id(), process_id=process_id, name=area["navn"])
            for area in example()["indsatsomraader"]
        ]
        self.keep(made)
        return made

    def vision(self) -> Statement:
        """The example's vision."""
        made = Statement(
            id=new_id(), process_id=self.evening.process.id, key="vision",
            text=example()["vision"],
        )  # fmt: skip
        self.keep([made])
        return made

    def goals(self, areas: Sequence[Area]) -> list[Goal]:
        """The example's goals with a sub-goal and a criterion."""
        process_id, by_name = self.evening.process.id, {area.name: area.id for area in areas}
        made = [
            Goal(
                id=new_id(), process_id=process_id, area_id=by_name[goal["indsatsomraade"]],
                text=goal["maal"], unit="personer", start=goal["fra"], target=goal["til"],
                year=goal["aar"],
            )
            for goal in example()["maal"]
        ]  # fmt: skip
        self.keep(made)
        sub = example()["delmaal"][0]
        self.keep([SubGoal(id=new_id(), process_id=process_id, goal_id=made[0].id,
                           text=sub["delmaal"], due=sub["frist"])])  # fmt: skip
        self.keep([
            Criterion(id=new_id(), process_id=process_id, text=one["kriterium"],
                      area_id=by_name[one["indsatsomraade"]])
            for one in example()["kvalitetskriterier"]
        ])  # fmt: skip
        return made

    def named(self, names: Sequence[str]) -> None:
        """The members have those names."""
        with self.evening.db.writing() as store:
            for person_id, name in zip(self.evening.people, names, strict=False):
                seen = store.get(Person, person_id)
                store.save(seen, replace(seen, name=name))
        self.room()


def a_hand(evening: Evening) -> Hand:
    """An evening whose members sit there and whose agenda is known."""
    hand = Hand(evening)
    hand.seated()
    return hand


def ratings(voters: int = VOTERS) -> list[dict[str, Any]]:
    """Value and effort of the first subject; the next ones are moved from there."""
    return [{"first": 9 - n % 2, "second": 3 + n % 3} for n in range(voters)]


def consents(voters: int = VOTERS) -> list[dict[str, Any]]:
    """One nej, one ja med forbehold, else ja."""
    no = {"stance": Stance.NO, "reason": "De unges egne ord mangler"}
    reserved = {"stance": Stance.RESERVED, "reason": "Tidsplanen er stram"}
    return [no, reserved, *({"stance": Stance.YES} for _ in range(voters - 2))]


def _moved(answer: dict[str, Any], place: int) -> dict[str, Any]:
    """The same answer a little lower for each subject."""
    numbers = {key: max(1, value - place) for key, value in answer.items() if key == "first"}
    effort = {key: min(10, value + 2 * place) for key, value in answer.items() if key == "second"}
    return {**answer, **numbers, **effort}
