"""The strategy before one body: what all pieces of its case draw from."""

from dataclasses import dataclass

from strategykit.domain.approvals import Stage
from strategykit.domain.approving import recommending
from strategykit.domain.material import Material
from strategykit.domain.outline import Draft
from strategykit.domain.points import Wish


@dataclass(frozen=True)
class Case:
    """The strategy before one body; `attachments` are the titles of the papers with it.

    `draft` is the version that the body had before it, `changes` what it changed in the text.
    """

    material: Material
    stage: Stage
    municipality: str
    draft: Draft
    attachments: tuple[str, ...] = ()
    changes: tuple[Wish, ...] = ()

    @property
    def recommended(self) -> str:
        """What this body is asked to do: its own indstilling, else the committee's."""
        committee = recommending(self.material.of(Stage))
        own = self.stage.recommendation.strip()
        return own or (committee.recommendation.strip() if committee else "")
