"""One published figure: where, what, when, and how sure."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

COUNTRY = "000"
EARLIEST, LATEST = 1970, 2100
UNSURE = "år usikkert"


class Method(StrEnum):
    """How the figure came about; the reader is told unless it stands so in the source."""

    PUBLISHED = "published"
    COMPUTED = "computed"
    DERIVED = "derived"
    PLAIN_MEAN = "plain_mean"


METHOD_NOTES = {
    Method.PUBLISHED: "",
    Method.COMPUTED: "beregnet af kildens antal",
    Method.DERIVED: "udledt af forholdstal",
    Method.PLAIN_MEAN: "uvægtet gennemsnit af kommunerne",
}


@dataclass(frozen=True)
class Figure:
    """`area` is a municipality's code or COUNTRY; `via` is the copy it was taken from."""

    area: str
    indicator: str
    value: Decimal
    unit: str
    year: int
    year_certain: bool
    source: str
    method: Method = Method.PUBLISHED
    via: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        """Raises ValueError in Danish, for the reader of the data file."""
        if not self.value.is_finite():
            msg = f"værdien '{self.value}' er ikke et tal"
            raise ValueError(msg)
        if not EARLIEST <= self.year <= LATEST:
            msg = f"året {self.year} ligger uden for {EARLIEST}-{LATEST}"
            raise ValueError(msg)
        if not self.source:
            msg = "kilden mangler"
            raise ValueError(msg)

    @property
    def year_text(self) -> str:
        """The year, with a mark when the source does not vouch for it."""
        return str(self.year) if self.year_certain else f"{self.year} ({UNSURE})"

    @property
    def source_text(self) -> str:
        """The source as the list of sources has it, the copy included."""
        via = f" Hentet via {self.via}." if self.via else ""
        return f"{self.source}. Tal for {self.year_text}.{via}"


def series(figures: Iterable[Figure], area: str, indicator: str) -> tuple[Figure, ...]:
    """One place's figures of one indicator, oldest first; of two for a year the last counts."""
    by_year = {f.year: f for f in figures if f.area == area and f.indicator == indicator}
    return tuple(by_year[year] for year in sorted(by_year))
