"""The nulpunkt: comparing, choosing figures, importing them and locking them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from strategykit.actions.acting import acting, new_id, now
from strategykit.actions.materials import template_of
from strategykit.domain.baseline import Baseline, FrozenFigure, OwnFigure
from strategykit.domain.comparison import Comparison, compare
from strategykit.domain.figure_import import ImportedFigures, ParsedFigure
from strategykit.domain.figures import Figure
from strategykit.domain.freezing import figures_now
from strategykit.domain.goals import Direction
from strategykit.domain.import_plan import ImportPlan, directions, plan_import
from strategykit.domain.indicators import Indicator
from strategykit.domain.municipalities import Municipality
from strategykit.domain.numbers import danish_date
from strategykit.domain.own_series import OwnSeries, as_figures, own_series, same_name
from strategykit.domain.peers import MOST, Peer, peers_of
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.domain.text import checked
from strategykit.errors import NothingToFreeze, OutOfRange, UnknownIndicator, UnknownMunicipality
from strategykit.reference_data import reference_data
from strategykit.spreadsheet_files import imported_figures
from strategykit.storage.baseline import next_number
from strategykit.storage.database import Database
from strategykit.storage.store import Store


@dataclass(frozen=True)
class Standing:
    """The figures as they stand now; `faults` are Danish sentences, `baselines` newest first.

    `catalogue` is empty where the template names no figures: then none are offered. `peers` are
    all municipalities that one may be held up against, `chosen` those that are.
    """

    place: str
    catalogue: tuple[Indicator, ...]
    comparisons: tuple[Comparison, ...]
    figures: tuple[OwnFigure, ...]
    baselines: tuple[Baseline, ...]
    faults: tuple[str, ...]
    peers: tuple[Peer, ...] = ()
    chosen: tuple[Peer, ...] = ()

    @property
    def series(self) -> tuple[OwnSeries, ...]:
        """The own figures, one series for each indicator."""
        return own_series(self.figures)

    @property
    def to_freeze(self) -> tuple[FrozenFigure, ...]:
        """What a baseline would hold if it were locked now."""
        return figures_now(self.comparisons, self.series, self.place)


def standing_of(db: Database, process_id: str, revision: int) -> Standing:
    """The nulpunkt as it is; `revision` is the process's, so that it is computed once."""
    return _standing(db, process_id, revision)


@lru_cache(maxsize=64)
def _standing(db: Database, process_id: str, revision: int) -> Standing:  # noqa: ARG001
    with db.reading() as store:
        return read_standing(store, process_id)


def read_standing(store: Store, process_id: str) -> Standing:
    """The same, inside an open transaction."""
    process = store.get(Process, process_id)
    own = store.all(OwnFigure, process_id)
    offered = bool(template_of(process).indicators)
    catalogue = reference_data().indicators if offered else ()
    peers = all_peers(process.municipality) if offered else ()
    chosen = tuple(peer for peer in peers if peer.municipality.code in process.peers)
    place, comparisons, faults = _compared(process, own, chosen)
    frozen = tuple(reversed(store.all(Baseline, process_id)))
    return Standing(place, catalogue, comparisons, own, frozen, faults, peers, chosen)


def indicator_keys(process: Process) -> tuple[str, ...]:
    """The figures that the process shows: its own choice, else its template's."""
    return template_of(process).indicators if process.indicators is None else process.indicators


def choose_indicators(db: Database, who: Who, seen: Process, keys: Sequence[str]) -> Process:
    """The process with another choice of figures, in the order of the catalogue."""
    chosen = tuple(i.key for i in reference_data().indicators if i.key in keys)
    with acting(db, who, seen.id, "change", "Process", seen.id) as store:
        return store.save(seen, replace(seen, indicators=chosen))


def freeze(db: Database, who: Who, process_id: str, baseline_id: str, note: str) -> Baseline:
    """The figures as they are, locked under the next number; the same id twice is a double tap."""
    with acting(db, who, process_id, "freeze", "Baseline", baseline_id) as store:
        store.lock(process_id)
        if there := store.find(Baseline, baseline_id):
            return there
        figures = read_standing(store, process_id).to_freeze
        if not figures:
            raise NothingToFreeze
        baseline = Baseline(
            id=baseline_id, process_id=process_id, number=next_number(store, process_id),
            frozen_at=now(), editor_id=who.person_id, figures=figures, note=note,
        )  # fmt: skip
        return store.add(checked(baseline))


def choose_peers(db: Database, who: Who, seen: Process, codes: Sequence[str]) -> Process:
    """The process held up against those municipalities; raises OutOfRange for too many."""
    known = {peer.municipality.code for peer in all_peers(seen.municipality)}
    chosen = tuple(code for code in sorted(known) if code in codes)
    if len(chosen) > MOST:
        raise OutOfRange("Jævnbyrdige kommuner", 0, MOST)
    with acting(db, who, seen.id, "change", "Process", seen.id) as store:
        return store.save(seen, replace(seen, peers=chosen))


@lru_cache(maxsize=128)
def all_peers(municipality: str) -> tuple[Peer, ...]:
    """Every other municipality beside this one; none where it is not known."""
    data = reference_data()
    try:
        own = data.municipality(municipality)
    except UnknownMunicipality:
        return ()
    return peers_of(own, data.municipalities, data.figures)


def read_figures(data: bytes, source: str) -> ImportedFigures:
    """What the file holds; raises BadFile. `source` stands in where a row names none."""
    return imported_figures(data, source)


def plan_of(db: Database, process_id: str, imported: ImportedFigures) -> ImportPlan:
    """What the file would add to what is there."""
    with db.reading() as store:
        return plan_import(imported, store.all(OwnFigure, process_id))


def import_figures(
    db: Database, who: Who, process_id: str, imported: ImportedFigures, better: Direction
) -> int:
    """How many figures were new; `better` is for names that do not say which way is better."""
    with acting(db, who, process_id, "add", "OwnFigure") as store:
        store.lock(process_id)
        there = store.all(OwnFigure, process_id)
        plan = plan_import(imported, there)
        known = directions(there, reference_data().indicators)
        figures = [
            _own(process_id, parsed, known.get(same_name(parsed.name), better))
            for parsed in plan.new
        ]
        store.add_all(figures)
    return len(figures)


def _own(process_id: str, parsed: ParsedFigure, direction: Direction) -> OwnFigure:
    exact = parsed.period == danish_date(parsed.day)  # else the day only puts the period in order
    return checked(
        OwnFigure(
            id=new_id(),
            process_id=process_id,
            indicator=parsed.name,
            day=parsed.day if exact else None,
            period="" if exact else parsed.period,
            value=parsed.value,
            unit=parsed.unit,
            source=parsed.source,
            direction=direction,
        )
    )


def _compared(
    process: Process, own: Sequence[OwnFigure], peers: tuple[Peer, ...]
) -> tuple[str, tuple[Comparison, ...], tuple[str, ...]]:
    data = reference_data()
    try:
        place = data.municipality(process.municipality)
    except UnknownMunicipality as fault:
        return process.municipality, (), (str(fault),)
    known = {indicator.key for indicator in data.indicators}
    keys = indicator_keys(process)
    faults = tuple(str(UnknownIndicator(key)) for key in keys if key not in known)
    mine = as_figures(own, data.indicators, place.code)
    asked = tuple(key for key in keys if key in known)
    return place.formal_name, _comparisons(place, asked, mine, peers), faults


@lru_cache(maxsize=128)
def _comparisons(
    place: Municipality, keys: tuple[str, ...], own: tuple[Figure, ...], peers: tuple[Peer, ...]
) -> tuple[Comparison, ...]:
    data = reference_data()
    figures = (*data.figures, *own)
    everybody = data.municipalities
    return tuple(compare(data.indicator(k), place, everybody, figures, peers) for k in keys)
