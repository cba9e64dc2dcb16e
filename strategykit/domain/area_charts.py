"""The candidates weighed against each other, for the page and for Word."""

from collections.abc import Sequence

from strategykit.domain.areas import Area, Choice
from strategykit.domain.chart_data import Emphasis, MatrixAxes, MatrixPoint

AREA_AXES = MatrixAxes(
    "Indsats",
    "Værdi",
    1,
    10,
    ("Meget værdi, let", "Meget værdi, tungt", "Lidt værdi, tungt", "Lidt værdi, let"),
)
_EMPHASES = {Choice.PURSUED: Emphasis.STRONG, Choice.SET_BACK: Emphasis.QUIET}


def area_points(areas: Sequence[Area]) -> tuple[MatrixPoint, ...]:
    """Those with both judgements; what steps back is quiet."""
    return tuple(
        MatrixPoint(area.name, area.effort, area.value, _EMPHASES.get(area.choice, Emphasis.PLAIN))
        for area in areas
        if area.effort is not None and area.value is not None
    )
