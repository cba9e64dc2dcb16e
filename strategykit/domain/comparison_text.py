"""A comparison said in Danish: for the draft, for the page and as the chart's alt text."""

from collections.abc import Sequence
from decimal import Decimal

from strategykit.domain.comparison import Compared, Comparison, Place
from strategykit.domain.numbers import rounded


def summary(comparison: Comparison) -> str:
    """Where the municipality lies; distances are those between the numbers as they are shown."""
    own, indicator = comparison.own, comparison.indicator
    name = comparison.municipality.formal_name
    if own is None:
        return f"Der er intet tal for {name}. {_only_others(comparison)}".strip()
    value = indicator.shown(own.value)
    said = f"{indicator.name}: Tallet for {name} er {value} i {own.year_text}."
    beside = [_beside(comparison, own, other) for other in comparison.others]
    told = f"{said} Det er {listed(beside)}." if beside else said
    return " ".join(part for part in (told, among_peers(comparison, own)) if part)


def among_peers(comparison: Comparison, own: Compared) -> str:
    """How many of the chosen municipalities have a higher and a lower figure."""
    places = comparison.indicator.decimals
    values = [rounded(peer.value, places) for peer in comparison.peers]
    return ranked([value - rounded(own.value, places) for value in values])


def ranked(distances: Sequence[Decimal]) -> str:
    """The same of how far each of them is above."""
    if not distances:
        return ""
    found = (
        (sum(d > 0 for d in distances), "et højere"),
        (sum(d < 0 for d in distances), "et lavere"),
        (sum(d == 0 for d in distances), "det samme"),
    )
    (first, what), *others = [(number, word) for number, word in found if number]
    if len(distances) == 1:
        return f"Den jævnbyrdige kommune har {what} tal."
    if not others:
        every = "Begge" if len(distances) == 2 else f"Alle {len(distances)}"  # noqa: PLR2004
        return f"{every} jævnbyrdige kommuner har {what} tal."
    said = listed([f"{first} {what} tal", *(f"{number} {word}" for number, word in others)])
    return f"Af {len(distances)} jævnbyrdige kommuner har {said}."


def development(comparison: Comparison) -> str:
    """How the figure has moved, or that it cannot be said."""
    name, figures = comparison.municipality.formal_name, comparison.development
    if not figures:
        return f"Der er intet tal for {name}, så udviklingen kan ikke vises."
    if not comparison.has_development:
        return f"Der er kun ét tal for {name}, så udviklingen kan ikke vises."
    shown, first, last = comparison.indicator.shown, figures[0], figures[-1]
    return (
        f"{name} er gået fra {shown(first.value)} i {first.year_text} "
        f"til {shown(last.value)} i {last.year_text}."
    )


def listed(parts: Sequence[str]) -> str:
    """The parts with commas between them and "og" before the last."""
    return " og ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def _beside(comparison: Comparison, own: Compared, other: Compared) -> str:
    indicator = comparison.indicator
    places = indicator.decimals
    distance = rounded(own.value, places) - rounded(other.value, places)
    where = f"{_called(other)} ({_value_and_year(comparison, own, other)})"
    if not distance:
        return f"på niveau med {where}"
    return f"{indicator.shown_difference(distance)} {'over' if distance > 0 else 'under'} {where}"


def _value_and_year(comparison: Comparison, own: Compared, other: Compared) -> str:
    value = comparison.indicator.shown(other.value)
    year = "" if other.year == own.year else f" i {other.year_text}"
    return f"{value}{year}{', uvægtet' if other.unweighted else ''}"


def _called(row: Compared) -> str:
    if row.place is Place.COUNTRY:
        return "hele landet"
    return f"kommunegruppen {row.label}" if row.place is Place.GROUP else row.label


def _only_others(comparison: Comparison) -> str:
    shown = [
        f"tallet for {_called(row)} er {comparison.indicator.shown(row.value)} i {row.year_text}"
        for row in comparison.others
    ]
    said = listed(shown) if shown else ""
    return f"{said[:1].upper()}{said[1:]}." if said else ""
