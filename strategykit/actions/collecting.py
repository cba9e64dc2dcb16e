"""Notes from phones: written, changed and withdrawn while the step is open."""

import unicodedata
from dataclasses import replace

from strategykit.actions.acting import anywhere
from strategykit.actions.materials import template_of
from strategykit.actions.participating import WRITES, Turn, participating
from strategykit.domain.boards import NOTE_LENGTH, Dot, Note
from strategykit.domain.process import Process
from strategykit.domain.rooms import Attendee
from strategykit.domain.steps import Step, StepKind
from strategykit.domain.text import checked_text
from strategykit.errors import Empty, NotYourNote, StepNotOpen, TooManyNotes
from strategykit.storage import boards, step_keys
from strategykit.storage.database import Database
from strategykit.storage.store import Store

MOST_NOTES = 200


def write_note(
    db: Database, attendee: Attendee, step_id: str, field: str, text: str, nonce: str
) -> Note:
    """The note as it is kept; the same nonce again gives the note that is there already.

    Raises NotYourTurn, TooManyNotes, Empty, TooLong or HoldsCpr, and what participating raises.
    """
    fit = _fit(text)
    with participating(db, attendee, step_id, "add", "Note", nonce) as turn:
        turn.require(turn.step.writers, WRITES)
        key = turn.key
        known = turn.store.find(Note, nonce)
        if known is not None:
            return _the_same(known, step_id)
        if len(_own_ids(turn, key)) >= MOST_NOTES:
            raise TooManyNotes(MOST_NOTES)
        note = turn.store.add(_note(turn, field, fit, nonce))
        if key:
            step_keys.own(turn.store, turn.step, key, note.id)
    return note


def change_note(
    db: Database, attendee: Attendee, step_id: str, note_id: str, version: int, field: str,
    text: str,
) -> Note:  # fmt: skip
    """One's own note in other words or another field; raises NotYourNote or EditConflict."""
    fit = _fit(text)
    with participating(db, attendee, step_id, "change", "Note", note_id) as turn:
        note = _own_note(turn, note_id)
        place = field_in(turn.store, turn.step, field)
        group_id = note.group_id if place == note.field else ""
        seen = replace(note, version=version)
        return turn.store.save(seen, replace(seen, field=place, text=fit, group_id=group_id))


def withdraw_note(db: Database, attendee: Attendee, step_id: str, note_id: str) -> None:
    """One's own note is gone; one that is gone already stays so."""
    with participating(db, attendee, step_id, "remove", "Note", note_id) as turn:
        if turn.store.find(Note, note_id) is None:
            return
        note = _own_note(turn, note_id)
        dots = boards.dots_on(turn.store, note.process_id, [note.id])
        boards.remove_many(turn.store, Dot, [d.id for d in dots])
        step_keys.disown(turn.store, [note.id])
        turn.store.remove(note)


def own_notes(store: Store, attendee: Attendee, step: Step) -> tuple[Note, ...]:
    """The attendee's own notes of an open step, which may still be changed."""
    if step.anonymous:
        key = step_keys.key_hash(store, step, attendee.token)
        ids = step_keys.owned_by(store, step, key)
        return boards.by_ids(store, Note, attendee.process_id, sorted(ids))
    return store.all(Note, attendee.process_id, step_id=step.id, author_id=attendee.person_id)


def fields_of(store: Store, step: Step) -> tuple[tuple[str, str, str], ...]:
    """Key, title and question of each field that the step collects in, in the board's order."""
    plan = template_of(store.get(Process, step.process_id)).board(step.subject)
    asked = plan.fields if plan else ()
    return tuple((f.key, f.title, f.ask) for f in asked if not step.fields or f.key in step.fields)


def _the_same(known: Note, step_id: str) -> Note:
    """What a second sending brings; raises NotYourNote for a note of elsewhere."""
    if known.step_id != step_id:
        raise NotYourNote
    return known


def _note(turn: Turn, field: str, text: str, nonce: str) -> Note:
    step = turn.step
    if step.kind is not StepKind.COLLECT:
        raise StepNotOpen
    return Note(
        id=nonce, process_id=step.process_id, board=step.subject,
        field=field_in(turn.store, step, field), text=text, step_id=step.id,
        author_id=turn.author_id, held=step.held,
        position=anywhere() if step.anonymous else 0,
    )  # fmt: skip


def field_in(store: Store, step: Step, field: str) -> str:
    """Raises Empty for a field that the step does not have."""
    known = [key for key, _, _ in fields_of(store, step)]
    if known and field not in known:
        raise Empty("Felt")
    return field if known else ""


def _own_note(turn: Turn, note_id: str) -> Note:
    note = turn.store.find(Note, note_id)
    if note is None or note.step_id != turn.step.id or note.id not in _own_ids(turn, turn.key):
        raise NotYourNote
    return note


def _own_ids(turn: Turn, key: str) -> frozenset[str]:
    if turn.step.anonymous:
        return step_keys.owned_by(turn.store, turn.step, key)
    notes = turn.store.all(
        Note, turn.step.process_id, step_id=turn.step.id, author_id=turn.attendee.person_id
    )
    return frozenset(note.id for note in notes)


def _fit(text: str) -> str:
    fit = checked_text("Sedlen", text, NOTE_LENGTH)
    if all(unicodedata.category(sign)[0] in "ZC" for sign in fit):  # nothing that is seen
        raise Empty("Sedlen")
    return fit
