"""What is open to those who come by a personal link, also when no meeting goes on."""

from strategykit.domain.rooms import Room
from strategykit.domain.steps import Step, StepState
from strategykit.storage.database import Database


def staying_open(db: Database, process_id: str) -> tuple[Step, ...]:
    """The open steps that take answers outside their meeting."""
    with db.reading() as store:
        return store.all(Step, process_id, stays_open=True, state=StepState.OPEN)


def latest_meeting(db: Database, process_id: str) -> str:
    """The meeting that was held last; empty before the first."""
    with db.reading() as store:
        rooms = store.all(Room, process_id)
    return max(rooms, key=lambda room: room.opened_at).meeting_id if rooms else ""
