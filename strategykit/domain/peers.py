"""Municipalities of much the same size and place, to be held up against and learnt from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import log

from strategykit.domain.figures import Figure, series
from strategykit.domain.municipalities import Municipality
from strategykit.domain.numbers import danish

POPULATION = "population_total"
PEER = "jævnbyrdig"
MOST = 8
SUGGESTED = 6
_SIZE, _OTHER_PART, _OTHER_REGION, _OTHER_GROUP = 2.0, 0.25, 0.6, 0.4


@dataclass(frozen=True)
class Peer:
    """A municipality beside one's own; a population is None where there is no figure for it."""

    municipality: Municipality
    beside: Municipality
    population: Decimal | None
    own_population: Decimal | None

    @property
    def note(self) -> str:
        """What stands beside a figure of it."""
        where = self.municipality.landsdel or self.municipality.region
        return f"{PEER}: {self._size}{where}"

    @property
    def why(self) -> str:
        """How it is like one's own, and how not."""
        there, here = self.municipality, self.beside
        group = "også til" if there.group_code == here.group_code else "til"
        return (
            f"{there.formal_name} {self._sizes}ligger i {self._where} og hører {group} gruppen "
            f"{there.group}."
        )

    @property
    def _size(self) -> str:
        return "" if self.population is None else f"{danish(self.population)} indbyggere, "

    @property
    def _sizes(self) -> str:
        if self.population is None or self.own_population is None:
            return ""
        own = danish(self.own_population)
        return f"har {danish(self.population)} indbyggere mod {own} hos jer, "

    @property
    def _where(self) -> str:
        there, here = self.municipality, self.beside
        if there.landsdel_code == here.landsdel_code:
            return f"samme landsdel, {there.landsdel},"
        same = "samme region, " if there.region_code == here.region_code else ""
        return f"{same}{there.region}{',' * bool(same)}"


def peers_of(
    own: Municipality, others: Iterable[Municipality], figures: Iterable[Figure]
) -> tuple[Peer, ...]:
    """Each of the others beside one's own, in their order."""
    sizes = populations(figures)
    return tuple(
        Peer(one, own, sizes.get(one.code), sizes.get(own.code))
        for one in others
        if one.code != own.code
    )


def suggested(peers: Sequence[Peer], most: int = SUGGESTED) -> tuple[Peer, ...]:
    """The nearest in size and place; those without a population come last."""
    return tuple(sorted(peers, key=_distance)[:most])


def populations(figures: Iterable[Figure]) -> Mapping[str, Decimal]:
    """The newest population of each municipality."""
    counted = tuple(figure for figure in figures if figure.indicator == POPULATION)
    areas = {figure.area for figure in counted}
    return {area: series(counted, area, POPULATION)[-1].value for area in areas}


def _distance(peer: Peer) -> tuple[bool, float]:
    there, here = peer.municipality, peer.beside
    away = _OTHER_GROUP * (there.group_code != here.group_code)
    if there.region_code != here.region_code:
        away += _OTHER_REGION
    elif there.landsdel_code != here.landsdel_code:
        away += _OTHER_PART
    if not peer.population or not peer.own_population:
        return True, away
    return False, away + _SIZE * abs(log(peer.population / peer.own_population))
