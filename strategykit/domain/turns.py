"""The evening on which the committee goes through the points: what the room is at, and is asked."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from strategykit.domain.ballots import StepResult
from strategykit.domain.entry import Entry, said


@dataclass(frozen=True, kw_only=True)
class PointTurn(Entry):
    """The room takes up a point, without one the bloc; the newest turn of a step is at hand.

    With `asked` everybody is asked whether they stand behind that text, until `closed_at`.
    """

    noun: ClassVar[str] = "Behandlingen af punktet"
    needs: ClassVar[tuple[str, ...]] = ("step_id", "send_out_id")

    step_id: str = said("Trin", refs="steps", hidden=True)
    send_out_id: str = said("Udsendelse", refs="send_outs", hidden=True)
    point_id: str = said("Punkt", default="", refs="points", hidden=True)
    minutes: int = said("Minutter", default=0, least=0, most=240)
    asked: str = said("Den tekst, der spørges om", default="", long=True)
    began_at: datetime = said("Taget op")
    closed_at: datetime | None = said("Lukket", default=None, hidden=True)

    @property
    def asks(self) -> bool:
        """Whether answers are taken now, if the room is still here."""
        return bool(self.asked) and self.closed_at is None


@dataclass(frozen=True)
class Asked:
    """A turn in which everybody was asked, with what they answered."""

    turn: PointTurn
    result: StepResult


@dataclass(frozen=True, kw_only=True)
class PointWording(Entry):
    """Other words for a point, proposed from a phone while the room was at it."""

    noun: ClassVar[str] = "Forslaget til ordlyd"
    needs: ClassVar[tuple[str, ...]] = ("point_id", "text")

    send_out_id: str = said("Udsendelse", refs="send_outs", hidden=True)
    point_id: str = said("Punkt", refs="points", hidden=True)
    person_id: str = said("Fra", default="", refs="people")
    text: str = said("Ordlyd", long=True)
    at: datetime = said("Skrevet")
