"""A municipality beside its group, its region and the country, for one indicator."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from strategykit.domain.figures import COUNTRY, METHOD_NOTES, UNSURE, Figure, series
from strategykit.domain.indicators import Indicator
from strategykit.domain.means import PLAIN, Mean, Means, means
from strategykit.domain.municipalities import Municipality

OWN_SUMS = "Tal for flere kommuner tilsammen er egne beregninger på tal fra kilden."
MIXED_YEARS = "Tallene er fra forskellige år."
UNSURE_YEAR = "Det er ikke sikkert, hvilket år tallene er fra."


class Place(StrEnum):
    """Whose figure a row shows."""

    MUNICIPALITY = "municipality"
    GROUP = "group"
    REGION = "region"
    COUNTRY = "country"


@dataclass(frozen=True)
class Compared:
    """One row; `note` says how the value came about, `count` how many municipalities are in it."""

    place: Place
    label: str
    value: Decimal
    year: int
    year_certain: bool
    note: str = ""
    count: int = 1

    @property
    def year_text(self) -> str:
        """The year, with a mark when the source does not vouch for it."""
        return str(self.year) if self.year_certain else f"{self.year} ({UNSURE})"

    @property
    def unweighted(self) -> bool:
        """Whether small and large municipalities count alike, which the reader must be told."""
        return self.note.startswith(PLAIN)


@dataclass(frozen=True)
class Comparison:
    """`rows` begins with the municipality, unless it has no figure; `development` is its series."""

    indicator: Indicator
    municipality: Municipality
    rows: tuple[Compared, ...]
    development: tuple[Figure, ...]
    sources: tuple[str, ...]
    cautions: tuple[str, ...]

    @property
    def own(self) -> Compared | None:
        """The municipality's row, when there is a figure for it."""
        return next((row for row in self.rows if row.place is Place.MUNICIPALITY), None)

    @property
    def others(self) -> tuple[Compared, ...]:
        """What the municipality is held up against."""
        return tuple(row for row in self.rows if row.place is not Place.MUNICIPALITY)

    @property
    def has_development(self) -> bool:
        """Whether there are figures from at least two years."""
        return len(self.development) > 1


def compare(
    indicator: Indicator,
    municipality: Municipality,
    municipalities: Sequence[Municipality],
    figures: Iterable[Figure],
) -> Comparison:
    """The newest figures; the municipality's own figures may stand among `figures`."""
    known = tuple(figures)
    mine = series(known, municipality.code, indicator.key)
    country = series(known, COUNTRY, indicator.key)
    rows = [_row_of(Place.MUNICIPALITY, municipality.formal_name, mine[-1])] if mine else []
    if indicator.comparable and (mine or country):
        year = (mine or country)[-1].year
        rows += _others(means(indicator, year, known), municipality, municipalities, country)
    sources = dict.fromkeys(f.source_text for f in (*mine[-1:], *_same_year(country, rows)))
    return Comparison(
        indicator, municipality, tuple(rows), mine, tuple(sources), _cautions(indicator, rows)
    )


def _others(
    together: Means,
    municipality: Municipality,
    municipalities: Sequence[Municipality],
    country: Sequence[Figure],
) -> list[Compared]:
    group = [m.code for m in municipalities if m.group_code == municipality.group_code]
    region = [m.code for m in municipalities if m.region_code == municipality.region_code]
    rows = [
        _mean_row(Place.GROUP, municipality.group, together.year, together.of(group)),
        _mean_row(Place.REGION, municipality.region, together.year, together.of(region)),
        _country_row(together, [m.code for m in municipalities], country),
    ]
    return [row for row in rows if row]


def _country_row(together: Means, codes: list[str], country: Sequence[Figure]) -> Compared | None:
    """The country's own figure of the year, else the mean of all, else its newest figure."""
    published = [f for f in country if f.year == together.year]
    if not published:
        mean = _mean_row(Place.COUNTRY, "Hele landet", together.year, together.of(codes))
        if mean or not country:
            return mean
    return _row_of(Place.COUNTRY, "Hele landet", (published or country)[-1])


def _row_of(place: Place, label: str, figure: Figure) -> Compared:
    note = METHOD_NOTES[figure.method]
    return Compared(place, label, figure.value, figure.year, figure.year_certain, note)


def _mean_row(place: Place, label: str, year: int, mean: Mean | None) -> Compared | None:
    if mean is None:
        return None
    return Compared(place, label, mean.value, year, mean.year_certain, mean.note, mean.count)


def _same_year(country: Sequence[Figure], rows: Sequence[Compared]) -> list[Figure]:
    years = {row.year for row in rows if row.place is Place.COUNTRY and row.count == 1}
    return [f for f in country if f.year in years]


def _cautions(indicator: Indicator, rows: Sequence[Compared]) -> tuple[str, ...]:
    found = list(indicator.cautions)
    if not all(row.year_certain for row in rows):
        found.append(UNSURE_YEAR)
    if len({row.year for row in rows}) > 1:
        found.append(MIXED_YEARS)
    if any(row.count > 1 for row in rows):
        found.append(OWN_SUMS)
    return tuple(found)
