"""The locked figures: where the municipality stands, beside whom, and what cannot be said."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from strategykit.domain.baseline import Baseline, FrozenFigure, OwnFigure
from strategykit.domain.own_series import OwnSeries, development_text, own_series, same_name
from strategykit.drafting.compose.danish import (
    counted,
    day_of,
    enumerated,
    paragraphs,
    quoted,
    sentence,
)
from strategykit.drafting.compose.figures import Shown, comparison_bars, figures_by_indicator
from strategykit.drafting.compose.leaf import Leaf
from strategykit.drafting.compose.refs import figure_ref, ref

_NONE = "–"


def baseline(leaf: Leaf) -> None:
    """The newest locked baseline; figures that are not locked are not for the draft."""
    ground = leaf.ground
    locked = max(ground.of(Baseline), key=lambda b: b.number, default=None)
    if locked is None or not locked.figures:
        leaf.nothing("Nulpunktet er ikke låst.", "nulpunkt")
        return
    found = figures_by_indicator(locked.figures, ground.setting)
    many = counted(len(found), "ét tal", "tal")
    said = f"Nulpunktet blev låst den {day_of(locked.frozen_at)} og rummer {many}."
    leaf.say("laast", said, (ref(locked, f"nr. {locked.number}"),))
    for place, note in enumerate(paragraphs(locked.note), start=1):
        leaf.say(f"bemaerkning:{place}", note, (ref(locked, f"nr. {locked.number}"),))
    series = {same_name(one.indicator): one for one in own_series(ground.of(OwnFigure))}
    for shown in found:
        _indicator(leaf, shown, series)
    _development(leaf, found, series)
    _table(leaf, found)
    _marks(leaf, locked.figures)


def _indicator(leaf: Leaf, shown: Shown, series: Mapping[str, OwnSeries]) -> None:
    """One figure: a sentence, its development if any, a chart if it is compared, what to know."""
    rests = [figure_ref(figure) for figure in shown.figures]
    cites = _cites(leaf, shown.figures)
    below = leaf.below(shown.key, shown.name) if shown.compared else leaf
    prefix = "" if shown.compared else f"{shown.key}:"
    below.say(f"{prefix}stand", shown.told, rests, cites=cites)
    own = series.get(same_name(shown.name))
    if own and own.has_development:
        below.say(f"{prefix}udvikling", development_text(own), rests)
    if shown.compared:
        bars = comparison_bars(shown)
        below.figure("sammenligning", shown.name, shown.alt, bars, rests)
        below.say("forbehold", shown.about, rests)


def _cites(leaf: Leaf, figures: Sequence[FrozenFigure]) -> tuple[int, ...]:
    cited = [n for f in figures for n in leaf.ground.sources.cite(f.source)]
    return tuple(dict.fromkeys(cited))


def _development(leaf: Leaf, found: Sequence[Shown], series: Mapping[str, OwnSeries]) -> None:
    single = [
        quoted(shown.name)
        for shown in found
        if not (own := series.get(same_name(shown.name))) or not own.has_development
    ]
    if single:
        only = "kun tal fra ét tidspunkt" if len(single) > 1 else "kun ét tal"
        said = f"Der er {only} for {enumerated(single)}, så udviklingen kan ikke vises."
        leaf.say("udvikling", said)


def _table(leaf: Leaf, found: Sequence[Shown]) -> None:
    """One row for each indicator and one column for each place."""
    places = tuple(dict.fromkeys(f.place for shown in found for f in shown.figures))
    rows = [
        (
            shown.name,
            *(_cell(shown, place) for place in places),
            " ".join(f"[{number}]" for number in _cites(leaf, shown.figures)),
        )
        for shown in found
    ]
    first, last = Decimal("0.34"), Decimal("0.1")
    each = (1 - first - last) / len(places)
    leaf.table(
        "tal", "Nulpunktets tal", ("Tal", *places, "Kilde"), rows,
        says="Hvert tal i nulpunktet ved siden af de andre steders tal, og kildens nummer.",
        rests_on=[figure_ref(f) for shown in found for f in shown.figures],
        widths=tuple(float(w) for w in (first, *[each] * len(places), last)),
    )  # fmt: skip


def _cell(shown: Shown, place: str) -> str:
    figure = next((f for f in shown.figures if f.place == place), None)
    return f"{shown.value(figure)} ({shown.when(figure)})" if figure else _NONE


def _marks(leaf: Leaf, figures: Sequence[FrozenFigure]) -> None:
    if any(figure.invented for figure in figures):
        said = "Tal, der er mærket ”opdigtet eksempel”, er ikke rigtige tal."
        leaf.say("opdigtet", said, [figure_ref(f) for f in figures if f.invented])
    if any(not figure.certain for figure in figures):
        said = (
            "Tal, der er mærket ”usikkert”, har et år eller en dato, som kilden ikke står inde for."
        )
        leaf.say("usikkert", sentence(said), [figure_ref(f) for f in figures if not f.certain])
