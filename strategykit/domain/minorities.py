"""What those who disagree want written down."""

from dataclasses import dataclass
from typing import ClassVar

from strategykit.domain.entry import Entry, said


@dataclass(frozen=True, kw_only=True)
class Minority(Entry):
    """A mindretalsudtalelse to a decision or to the outcome of a step; goes to the annex.

    One to a decided point of the draft bears the point as well as the step of the evening.
    """

    noun: ClassVar[str] = "Mindretalsudtalelsen"
    needs: ClassVar[tuple[str, ...]] = ("text", "person_ids")

    meeting_id: str = said("Møde", refs="meetings", hidden=True)
    decision_id: str = said("Beslutning", default="", refs="decisions")
    step_id: str = said("Trin", default="", refs="steps")
    point_id: str = said("Punkt fra gennemsynet", default="", refs="points", hidden=True)
    person_ids: tuple[str, ...] = said("Fra", refs="people")
    text: str = said("Udtalelse", long=True)
