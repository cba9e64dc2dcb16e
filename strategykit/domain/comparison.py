"""A municipality beside its group, its region and the country, for one indicator."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from strategykit.domain.figures import COUNTRY, METHOD_NOTES, UNSURE, Figure, series
from strategykit.domain.indicators import Indicator
from strategykit.domain.means import PLAIN, Mean, Means, means
from strategykit.domain.municipalities import Municipality
from strategykit.domain.peers import Peer

OWN_SUMS = "Tal for flere kommuner tilsammen er egne beregninger på tal fra kilden."
MIXED_YEARS = "Tallene er fra forskellige år."
UNSURE_YEAR = "Det er ikke sikkert, hvilket år tallene er fra."


class Place(StrEnum):
    """Whose figure a row shows."""

    MUNICIPALITY = "municipality"
    PEER = "peer"
    GROUP = "group"
    REGION = "region"
    COUNTRY = "country"


@dataclass(frozen=True)
class Compared:
    """One row; `note` says how the value came about, `count` how many municipalities are in it.

    A row of several municipalities together has no `source` of its own.
    """

    place: Place
    label: str
    value: Decimal
    year: int
    year_certain: bool
    note: str = ""
    count: int = 1
    source: str = ""

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
        """What every municipality is held up against."""
        own = (Place.MUNICIPALITY, Place.PEER)
        return tuple(row for row in self.rows if row.place not in own)

    @property
    def peers(self) -> tuple[Compared, ...]:
        """The municipalities that were chosen."""
        return tuple(row for row in self.rows if row.place is Place.PEER)

    @property
    def has_development(self) -> bool:
        """Whether there are figures from at least two years."""
        return len(self.development) > 1


def compare(
    indicator: Indicator,
    municipality: Municipality,
    municipalities: Sequence[Municipality],
    figures: Iterable[Figure],
    peers: Sequence[Peer] = (),
) -> Comparison:
    """The newest figures; the municipality's own figures may stand among `figures`."""
    known = tuple(figures)
    mine = series(known, municipality.code, indicator.key)
    country = series(known, COUNTRY, indicator.key)
    rows = [_row_of(Place.MUNICIPALITY, municipality.formal_name, mine[-1])] if mine else []
    if indicator.comparable and (mine or country):
        year = (mine or country)[-1].year
        rows += [row for peer in peers if (row := _peer_row(peer, indicator, year, known))]
        rows += _others(means(indicator, year, known), municipality, municipalities, country)
    beside = [row.source for row in rows if row.place is Place.PEER]
    ours, theirs = mine[-1:], _same_year(country, rows)
    told = (*(f.source_text for f in ours), *beside, *(f.source_text for f in theirs))
    sources = dict.fromkeys(told)
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


def _peer_row(
    peer: Peer, indicator: Indicator, year: int, known: Sequence[Figure]
) -> Compared | None:
    """The peer's figure of the same year, else its newest."""
    there = series(known, peer.municipality.code, indicator.key)
    if not there:
        return None
    figure = next((f for f in there if f.year == year), there[-1])
    note = "; ".join(part for part in (peer.note, METHOD_NOTES[figure.method]) if part)
    name = peer.municipality.formal_name
    return Compared(Place.PEER, name, figure.value, figure.year, figure.year_certain, note,
                    source=figure.source_text)  # fmt: skip


def _row_of(place: Place, label: str, figure: Figure) -> Compared:
    note = METHOD_NOTES[figure.method]
    source = figure.source_text
    return Compared(
        place, label, figure.value, figure.year, figure.year_certain, note, source=source
    )


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
