""" "Jeg er klar": said from a phone, and taken back."""

from strategykit.actions.participating import participating
from strategykit.domain.rooms import Attendee
from strategykit.storage import step_keys
from strategykit.storage.database import Database


def say_ready(db: Database, attendee: Attendee, step_id: str, *, ready: bool) -> None:
    """Whether the attendee is ready in the open step; twice is once."""
    with participating(db, attendee, step_id, "ready", "Step", step_id) as turn:
        step_keys.set_ready(turn.store, turn.step, attendee.person_id, ready=ready)
