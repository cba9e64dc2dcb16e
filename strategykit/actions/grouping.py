"""Grouping notes from phones, in steps that leave it to the room."""

from collections.abc import Sequence
from dataclasses import replace

from strategykit.actions.participating import GROUPS, Turn, participating
from strategykit.domain.boards import Note, NoteGroup, shared_field
from strategykit.domain.rooms import Attendee
from strategykit.domain.steps import StepKind
from strategykit.domain.text import checked
from strategykit.errors import StepNotOpen, TooFewToGroup
from strategykit.storage import boards
from strategykit.storage.database import Database

FEWEST = 2


def group_notes(
    db: Database, attendee: Attendee, step_id: str, note_ids: Sequence[str], title: str, nonce: str
) -> None:
    """Notes that stand alone under one heading; the same nonce again is a double tap.

    Raises NotYourTurn, TooFewToGroup, MixedFields, HoldsCpr, and what participating raises.
    """
    with participating(db, attendee, step_id, "group", "NoteGroup", nonce) as turn:
        turn.require(turn.step.groupers, GROUPS)
        if turn.step.kind is not StepKind.GROUP:
            raise StepNotOpen
        if turn.store.find(NoteGroup, nonce) is not None:
            return
        notes = _free_notes(turn, note_ids)
        group = NoteGroup(
            id=nonce, process_id=turn.step.process_id, board=turn.step.subject,
            field=shared_field(notes), title=title.strip() or notes[0].text,
        )  # fmt: skip
        turn.store.add(checked(group))
        for note in notes:
            turn.store.save(note, replace(note, group_id=group.id))


def _free_notes(turn: Turn, note_ids: Sequence[str]) -> tuple[Note, ...]:
    """Those of the ids that are on the step's wall and that nobody has grouped meanwhile."""
    found = boards.by_ids(turn.store, Note, turn.step.process_id, note_ids)
    mine = [n for n in found if n.board == turn.step.subject and n.shown and not n.group_id]
    fields = turn.step.fields
    fit = tuple(note for note in mine if not fields or note.field in fields)
    if len(fit) < FEWEST:
        raise TooFewToGroup
    return fit
