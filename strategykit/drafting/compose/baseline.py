"""The locked figures: where the municipality stands, beside whom, and what cannot be said."""

from collections.abc import Sequence

from strategykit.domain.baseline import FrozenFigure
from strategykit.domain.own_series import development_text
from strategykit.drafting.compose.danish import (
    counted,
    day_of,
    enumerated,
    paragraphs,
    quoted,
    sentence,
)
from strategykit.drafting.compose.figures import (
    COUNTRY,
    REGION,
    Shown,
    called,
    comparison_bars,
    family,
    figures_by_indicator,
)
from strategykit.drafting.compose.goal_ways import goal_ways, own_series_of
from strategykit.drafting.compose.leaf import Leaf
from strategykit.drafting.compose.refs import figure_ref, ref

_NONE = "–"


def baseline(leaf: Leaf) -> None:
    """The newest locked baseline; figures that are not locked are not for the draft."""
    ground = leaf.ground
    locked = ground.baseline
    if locked is None or not locked.figures:
        leaf.nothing("Nulpunktet er ikke låst.", "nulpunkt")
        return
    found = figures_by_indicator(locked.figures, ground.setting)
    many = counted(len(found), "ét tal", "tal")
    said = f"Nulpunktet blev låst den {day_of(locked.frozen_at)} og rummer {many}."
    leaf.say("laast", said, (ref(locked, f"nr. {locked.number}"),))
    for place, note in enumerate(paragraphs(locked.note), start=1):
        leaf.say(f"bemaerkning:{place}", note, (ref(locked, f"nr. {locked.number}"),))
    _development(leaf, found)
    _marks(leaf, locked.figures)
    _table(leaf, [shown for shown in found if shown.compared])
    _peers(leaf, [shown for shown in found if shown.peers])
    _beside_others(leaf, [shown for shown in found if shown.compared])
    _alone(leaf, [shown for shown in found if not shown.compared])


def _beside_others(leaf: Leaf, found: Sequence[Shown]) -> None:
    """One section for each figure; a caution that several share is told the first time."""
    if not found:
        return
    below = leaf.below("sammenlignet", "Kommunen ved siden af andre")
    told: set[str] = set()
    for shown in found:
        _compared(below.below(shown.key, shown.name), shown, told)


def _compared(leaf: Leaf, shown: Shown, told: set[str]) -> None:
    """A sentence, the development, a chart, what to know, and the way to a goal."""
    rests = [figure_ref(figure) for figure in shown.figures]
    leaf.say("stand", shown.told, rests, cites=_cites(leaf, shown.figures))
    leaf.say("udvikling", _developed(leaf, shown), rests)
    if shown.own:
        caption = f"{shown.municipality} ved siden af andre: {shown.name}"
        leaf.figure("sammenligning", caption, shown.alt, comparison_bars(shown), rests)
    _among_peers(leaf, shown)
    leaf.say("forbehold", _about(shown, told), rests)
    goal_ways(leaf, shown)


def _about(shown: Shown, told: set[str]) -> str:
    """What the figure means and what a reader must know before using it."""
    if shown.indicator is None:
        return ""
    cautions = shown.indicator.cautions
    fresh = [caution for caution in cautions if caution not in told]
    again = "Forbeholdene ovenfor gælder også her." if len(fresh) < len(cautions) else ""
    told.update(cautions)
    said = (shown.indicator.definition, shown.indicator.better, *fresh, again)
    return " ".join(sentence(part) for part in said if part)


def _alone(leaf: Leaf, found: Sequence[Shown]) -> None:
    """The municipality's own figures, which are compared with nobody's."""
    if not found:
        return
    below = leaf.below("egne", "Kommunens egne tal")
    for shown in found:
        rests = [figure_ref(figure) for figure in shown.figures]
        said = f"{shown.name}: {shown.told} {_developed(leaf, shown)}"
        below.say(shown.key, said, rests, cites=_cites(leaf, shown.figures))
        goal_ways(below, shown)


def _developed(leaf: Leaf, shown: Shown) -> str:
    own = own_series_of(leaf.ground, shown)
    return development_text(own) if own and own.has_development else ""


def _cites(leaf: Leaf, figures: Sequence[FrozenFigure]) -> tuple[int, ...]:
    cited = [n for f in figures for n in leaf.ground.sources.cite(f.source)]
    return tuple(dict.fromkeys(cited))


def _development(leaf: Leaf, found: Sequence[Shown]) -> None:
    """What the reader will look for in vain: a development needs figures of two times."""
    single = [quoted(shown.name) for shown in found if not _developed(leaf, shown)]
    if len(single) == len(found) and len(found) > 1:
        leaf.say("udvikling", "Hvert tal er kun fra ét tidspunkt, så udviklingen kan ikke vises.")
    elif single:
        said = f"{enumerated(single)} er kun fra ét tidspunkt, så udviklingen kan ikke vises."
        leaf.say("udvikling", said)


def _table(leaf: Leaf, found: Sequence[Shown]) -> None:
    """One row for each figure that is compared, one column for each place."""
    places = _places(found)
    others = [called(place) for place in places if place != leaf.ground.setting.municipality]
    if others:
        said = f"Kommunens tal er holdt op imod {enumerated(others)}."
        leaf.say("sammenlignet med", said)
    rows = [
        (
            _with_time(shown), *(_cell(shown, place) for place in places),
            " ".join(f"[{number}]" for number in _cites(leaf, shown.figures)),
        )
        for shown in found
    ]  # fmt: skip
    wishes = (46, *[12] * len(places), 10)
    leaf.table(
        "tal", "Nulpunktets tal", ("Tal", *(_column(leaf, place) for place in places), "Kilde"),
        rows, says="Hvert tal i nulpunktet ved siden af de andre steders tal, og kildens nummer.",
        rests_on=[figure_ref(f) for shown in found for f in shown.figures],
        widths=tuple(wish / sum(wishes) for wish in wishes),
    )  # fmt: skip


def _peers(leaf: Leaf, found: Sequence[Shown]) -> None:
    """Who they are, with size and place."""
    named = {figure.place: figure.note for shown in found for figure in shown.peers}
    each = [
        f"{place} ({note.partition(': ')[2].partition(';')[0]})" for place, note in named.items()
    ]
    if each:
        rests = [figure_ref(figure) for shown in found for figure in shown.peers]
        leaf.say("lignende", f"De jævnbyrdige kommuner er {enumerated(each)}.", rests)


def _among_peers(leaf: Leaf, shown: Shown) -> None:
    """The municipality's place among its peers."""
    if not shown.peers:
        return
    own = (shown.own,) if shown.own else ()
    ordered = sorted((*own, *shown.peers), key=lambda figure: -figure.value)
    rows = [
        (f.place + " (kommunen selv)" * (f is shown.own), _cell(shown, f.place)) for f in ordered
    ]
    leaf.table(
        "lignende", f"Jævnbyrdige kommuner: {_with_time(shown)}", ("Kommune", "Tal"), rows,
        says="Kommunen og de jævnbyrdige kommuner med det højeste tal øverst.",
        rests_on=[figure_ref(figure) for figure in ordered], widths=(0.75, 0.25),
    )  # fmt: skip


def _column(leaf: Leaf, place: str) -> str:
    """Short, as the sentence above the table has the names."""
    if place == leaf.ground.setting.municipality:
        return "Kommunen"
    return {REGION: "Regionen", COUNTRY: "Landet"}.get(family(place), "Gruppen")


def _with_time(shown: Shown) -> str:
    """The time stands with the name where it is the same for all places."""
    return f"{shown.name} ({shown.shared_time})" if shown.shared_time else shown.name


def _places(found: Sequence[Shown]) -> tuple[str, ...]:
    by_length = sorted(found, key=lambda shown: -len(shown.figures))
    others = [figure.place for shown in by_length for figure in shown.others]
    own = [shown.municipality for shown in found if shown.own]
    return tuple(dict.fromkeys((*own, *others)))


def _cell(shown: Shown, place: str) -> str:
    figure = next((f for f in shown.figures if f.place == place), None)
    if figure is None:
        return _NONE
    when = "" if shown.shared_time else f" ({shown.when(figure)})"
    return f"{shown.value(figure)}{when}"


def _marks(leaf: Leaf, figures: Sequence[FrozenFigure]) -> None:
    if any(figure.invented for figure in figures):
        said = "Tal, der er mærket ”opdigtet eksempel”, er ikke rigtige tal."
        leaf.say("opdigtet", said, [figure_ref(f) for f in figures if f.invented])
    if any(not figure.certain for figure in figures):
        said = "Hvor der står ”år usikkert”, kan kilden ikke sige, hvilket år tallet er fra."
        leaf.say("usikkert", said, [figure_ref(f) for f in figures if not f.certain])
