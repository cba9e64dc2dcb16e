"""What is open before a case may go to the next body."""

from collections.abc import Sequence
from dataclasses import dataclass

from strategykit.domain.approvals import Body, Stage
from strategykit.domain.drafts import DraftVersion
from strategykit.domain.goals import Criterion, Goal, lacks
from strategykit.domain.material import Material
from strategykit.domain.reviews import Point, SendOut

#: The page whose gap in the draft a body closes itself by recommending.
_RECOMMENDING = "godkendelse"


@dataclass(frozen=True)
class OpenPoint:
    """A sentence without a full stop, and the page where it is closed."""

    text: str
    page: str


def open_points(
    material: Material, stage: Stage, version: DraftVersion | None
) -> tuple[OpenPoint, ...]:
    """Open marks, placeholders of the version and goals that are not ready."""
    reviews = {sent.id for sent in material.of(SendOut)}
    marks = [p for p in material.of(Point) if p.is_open and p.send_out_id in reviews]
    criteria = material.of(Criterion)
    unready = [goal for goal in material.of(Goal) if lacks(goal, criteria)]
    counted = (
        (len(marks), "punkt fra gennemsynet er ikke afgjort",
         "punkter fra gennemsynet er ikke afgjort", "hoering"),
        (_gaps(stage, version), "ting mangler i udkastet", "ting mangler i udkastet", "udkast"),
        (len(unready), "mål er ikke færdigt", "mål er ikke færdige", "maal"),
    )  # fmt: skip
    return tuple(
        OpenPoint(f"{count} {one if count == 1 else many}", page)
        for count, one, many, page in counted
        if count
    )


def texts_of(points: Sequence[OpenPoint]) -> tuple[str, ...]:
    """Only the sentences."""
    return tuple(point.text for point in points)


def _gaps(stage: Stage, version: DraftVersion | None) -> int:
    if version is None:
        return 0
    own = stage.body is Body.COMMITTEE
    return sum(not (own and m.page == _RECOMMENDING) for m in version.draft.missing)
