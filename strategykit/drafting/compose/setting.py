"""What a draft must be told beside the material of its process."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from strategykit.domain.indicators import Indicator

DRAFT = "Udkast"


@dataclass(frozen=True)
class Setting:
    """`municipality` is the formal name; `indicators` the catalogue by key.

    `points` are the names of a review's points, as its beslutningslog has them, by id.

    `raw_notes` puts every note that is not hidden in the annex, `names` the people's names beside
    their roles: both are chosen by somebody who has read them through.
    """

    municipality: str
    today: date
    version: int = 1
    log_head: str = ""
    notice: str = ""
    status: str = DRAFT
    raw_notes: bool = False
    names: bool = False
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    points: Mapping[str, str] = field(default_factory=dict)
