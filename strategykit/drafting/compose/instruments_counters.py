"""Counters: the development of each in a sentence and a curve, and every month in a table."""

from collections.abc import Sequence

from strategykit.domain.chart_data import Series, SeriesPoint
from strategykit.domain.chart_text import series_text
from strategykit.domain.instrument_counts import HIDDEN, Month, hides_few, months
from strategykit.domain.instruments import ItemOfInstrument
from strategykit.domain.numbers import danish
from strategykit.domain.outline import Curve
from strategykit.domain.wording import capital
from strategykit.drafting.compose.danish import counted, phrase, quoted
from strategykit.drafting.compose.instruments_filled import NONE, Filled, name

_FEW = (
    "Hvor tallet er fra 1 til 4, står der ”under 5”, så ingen kan kendes. Det er heller ikke med i "
    "en kurve."
)
_SUM = "Hvor et tal kan regnes ud af de andre, er det skjult."


def counters(filled: Filled) -> None:
    """From when to when, each counter, and the table; a few people are never told."""
    found = months(filled.plan, filled.rows)
    times = list(dict.fromkeys(month.when for month in found))
    many = counted(len(times), "én måned", "måneder")
    over = f"{many}, fra {times[0]} til {times[-1]}" if len(times) > 1 else f"{many}, {times[0]}"
    filled.begin(f"Der er talt i {over}.")
    if hides_few(found):
        hidden = any(word == HIDDEN for month in found for word in month.shown.values())
        filled.leaf.say("under 5", f"{_FEW} {_SUM}" if hidden else _FEW)
    for counter in filled.plan.items:
        _counter(filled, counter, [month for month in found if counter.key in month.shown])
    _table(filled, found)


def _counter(filled: Filled, counter: ItemOfInstrument, found: Sequence[Month]) -> None:
    title = phrase(filled.words(counter.title))
    rests = filled.refs(month.row for month in found)
    if not found:
        filled.lack(f"taeller:{counter.key}", f"{filled.title}: {quoted(title)} er ikke talt.")
        return
    filled.leaf.say(f"taeller:{counter.key}", _development(title, counter.key, found), rests)
    points = tuple(
        SeriesPoint(month.day, month.counts[counter.key], month.shown[counter.key], month.when)
        for month in found
        if counter.key in month.counts
    )
    if len(points) > 1:
        series = Series(title, points)
        alt = f"{series_text(series)} {_first(points)}"
        filled.leaf.figure(f"kurve:{counter.key}", capital(title), alt, Curve(series), rests)


def _first(points: Sequence[SeriesPoint]) -> str:
    return f"Det første tal i kurven er {points[0].shown} i {points[0].when}."


def _development(title: str, key: str, found: Sequence[Month]) -> str:
    """The first and the latest; how far apart they are only where both may be told."""
    first, last = found[0], found[-1]
    if len(found) == 1:
        return f"{capital(title)}: {first.shown[key]} i {first.when}."
    said = (
        f"{capital(title)}: {first.shown[key]} i {first.when} og {last.shown[key]} i {last.when}."
    )
    if key not in first.counts or key not in last.counts:
        return said
    gap = last.counts[key] - first.counts[key]
    if not gap:
        return f"{said} Det er det samme."
    return f"{said} Det er {danish(abs(gap))} {'flere' if gap > 0 else 'færre'}."


def _table(filled: Filled, found: Sequence[Month]) -> None:
    used = [c for c in filled.plan.items if any(c.key in month.shown for month in found)]
    wishes = (1.6, *[2.0] * len(used))
    filled.leaf.table(
        "maaneder", f"{filled.title}, måned for måned",
        ("Måned", *(name(filled.words(counter.title)) for counter in used)),
        [(capital(m.when), *(m.shown.get(c.key, NONE) for c in used)) for m in found],
        says="Hver måned med de tal, der blev talt.", rests_on=filled.refs(filled.rows),
        widths=tuple(wish / sum(wishes) for wish in wishes),
    )  # fmt: skip
