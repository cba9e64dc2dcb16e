"""A culture profile: where each unit stands, and where the units are farthest apart."""

from collections.abc import Sequence

from strategykit.domain.chart_data import Bar, BarGroup
from strategykit.domain.chart_text import groups_text
from strategykit.domain.instrument_columns import MOST_ON_SCALE
from strategykit.domain.instrument_views import Statement, largest_differences, statements
from strategykit.domain.numbers import danish
from strategykit.domain.outline import Bars
from strategykit.domain.wording import capital
from strategykit.drafting.compose.danish import counted, enumerated, phrase, quoted, sentence
from strategykit.drafting.compose.instruments_filled import NONE, Filled, name

_MOST_BARS, _MOST_UNITS, _MOST_DIFFERENCES, _MOST_NAMED = 12, 6, 3, 4


def culture(filled: Filled) -> None:
    """Who placed themselves on what, the largest differences, the table, and their remarks."""
    found = [each for each in statements(filled.plan, filled.rows) if each.marks]
    units = list(dict.fromkeys(phrase(row.value("unit")) for row in filled.rows))
    many = counted(len(units), "én enhed", "enheder")
    asked = counted(len(found), "ét udsagn", "udsagn")
    said = f"{capital(many)} har placeret sig på {asked}{_scale(filled)}."
    filled.begin(f"{said} Det er {enumerated(units)}.")
    _differences(filled, units)
    _drawn(filled, found)
    _table(filled, found)
    _remarks(filled)


def _remarks(filled: Filled) -> None:
    told = [row for row in filled.rows if row.value("note")]
    if told:
        filled.leaf.say("bemaerkninger", "Enhederne har skrevet dette til deres svar:")
    for row in told:
        said = f"{name(row.value('unit'))}: {sentence(row.value('note'))}"
        filled.leaf.bullet(f"bemaerkning:{row.id}", said, filled.refs([row]))


def _scale(filled: Filled) -> str:
    low, high = (phrase(filled.words(end)) for end in (filled.plan.low, filled.plan.high))
    ends = (f"1{f' ({low})' if low else ''}", f"{MOST_ON_SCALE}{f' ({high})' if high else ''}")
    return f" fra {ends[0]} til {ends[1]}"


def _differences(filled: Filled, units: Sequence[str]) -> None:
    """The statements that units see so differently that they should talk about them."""
    if len(units) == 1:
        return
    apart = largest_differences(filled.plan, filled.rows, _MOST_DIFFERENCES)
    if not apart:
        said = "Enhederne ligger tæt på hinanden på alle udsagn."
        filled.leaf.say("enige", said, filled.refs(filled.rows))
        return
    filled.leaf.say("forskelle", "Enhederne er længst fra hinanden her:")
    for each in apart:
        filled.leaf.bullet(
            f"forskel:{each.item.key}", _apart(filled, each), filled.refs(filled.rows)
        )


def _apart(filled: Filled, each: Statement) -> str:
    numbers = [number for _, number in each.marks]
    low, high = (
        enumerated([phrase(u) for u in at], _MOST_NAMED) for at in (each.lowest, each.highest)
    )
    title = quoted(filled.words(each.item.title))
    return f"{title}: {low} ligger på {min(numbers)}, og {high} ligger på {max(numbers)}."


def _drawn(filled: Filled, found: Sequence[Statement]) -> None:
    """All where there is room, else those with the largest differences first."""
    drawn, whole = _with_room(found)
    if not drawn:
        return
    groups = tuple(
        BarGroup(filled.words(s.item.title), tuple(_bar(unit, mark) for unit, mark in s.marks))
        for s in drawn
    )
    caption = filled.title if whole else f"{filled.title}: de udsagn, enhederne er mest uens om"
    alt = groups_text(groups)
    filled.leaf.figure("profil", caption, alt, Bars(groups), filled.refs(filled.rows))


def _with_room(found: Sequence[Statement]) -> tuple[list[Statement], bool]:
    if sum(len(each.marks) for each in found) <= _MOST_BARS:
        return list(found), True
    kept: list[Statement] = []
    for each in sorted(found, key=lambda each: -each.spread):
        if sum(len(s.marks) for s in [*kept, each]) <= _MOST_BARS:
            kept.append(each)
    return kept, False


def _bar(unit: str, mark: int) -> Bar:
    return Bar(phrase(unit), mark, f"{danish(mark)} af {MOST_ON_SCALE}")


def _table(filled: Filled, found: Sequence[Statement]) -> None:
    """A column for each unit, or from where to where when the units are many."""
    if len(filled.rows) > _MOST_UNITS:
        _ends(filled, found)
        return
    marks = [dict(zip(_ids(filled, s), s.marks, strict=True)) for s in found]
    rows = [
        (
            name(filled.words(each.item.title)),
            *(danish(marked[row.id][1]) if row.id in marked else NONE for row in filled.rows),
            danish(each.spread),
        )
        for each, marked in zip(found, marks, strict=True)
    ]
    wishes = (3.0, *[1.2] * len(filled.rows), 0.9)
    filled.leaf.table(
        "tabel", filled.title,
        ("Udsagn", *(name(row.value("unit")) for row in filled.rows), "Forskel"), rows,
        says="Hvert udsagn med hver enheds tal på skalaen og forskellen mellem højeste og laveste.",
        rests_on=filled.refs(filled.rows), widths=tuple(wish / sum(wishes) for wish in wishes),
    )  # fmt: skip


def _ids(filled: Filled, each: Statement) -> list[str]:
    """The rows that have a mark on the statement, in the order of its marks."""
    return [row.id for row in filled.rows if row.number(f"c:{each.item.key}") is not None]


def _ends(filled: Filled, found: Sequence[Statement]) -> None:
    rows = [
        (
            name(filled.words(each.item.title)),
            f"{min(n for _, n in each.marks)}: {enumerated(each.lowest, _MOST_NAMED)}",
            f"{max(n for _, n in each.marks)}: {enumerated(each.highest, _MOST_NAMED)}",
        )
        for each in found
    ]
    filled.leaf.table(
        "tabel", filled.title, ("Udsagn", "Lavest", "Højest"), rows,
        says="Hvert udsagn med de enheder, der ligger lavest og højest.",
        rests_on=filled.refs(filled.rows), widths=(0.4, 0.3, 0.3),
    )  # fmt: skip
