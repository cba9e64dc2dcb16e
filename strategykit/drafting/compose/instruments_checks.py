"""A self-check: what the committee answered, part by part, and what each answer rests on."""

from collections.abc import Sequence

from strategykit.domain.chart_data import Bar, BarGroup
from strategykit.domain.chart_text import groups_text
from strategykit.domain.instrument_columns import ANSWERS
from strategykit.domain.instrument_views import Answered, answers, by_group, tally, unanswered
from strategykit.domain.numbers import danish
from strategykit.domain.outline import Bars
from strategykit.domain.wording import capital
from strategykit.drafting.compose.danish import counted, enumerated, item, neuter, number, quoted
from strategykit.drafting.compose.instruments_filled import NONE, Filled, name, named

_NO_ANSWER = "Intet svar"
_MOST_DRAWN, _FEWEST_INSIDE = 3, 2

Groups = Sequence[tuple[str, Sequence[Answered]]]


def self_check(filled: Filled) -> None:
    """How many of each answer, a drawing of them, and every point with its ground."""
    points = answers(filled.plan, filled.rows)
    groups = _parts(filled, points)
    filled.begin(_counted(points))
    filled.leaf.say("laengst", _furthest(groups), filled.refs(filled.rows))
    _drawn(filled, points, groups)
    if len(groups) > _MOST_DRAWN:
        _by_group(filled, groups)
    for title, inside in groups:
        _table(filled, title, inside)
    _unanswered(filled)


def _parts(filled: Filled, points: Sequence[Answered]) -> Groups:
    """The parts of the template; where a part is a single point, they are told as one."""
    groups = [(filled.words(title), inside) for title, inside in by_group(points)]
    return groups if len(groups) * _FEWEST_INSIDE <= len(points) else [("", points)]


def _counted(points: Sequence[Answered]) -> str:
    given = [point for point in points if point.row]
    told = enumerated([f"{neuter(many)} {word}" for word, many in tally(given) if many])
    if len({point.answer for point in given}) == 1 and len(given) == len(points) > 1:
        return f"Udvalget har svaret {given[0].answer} på alle {number(len(points))} punkter."
    if len(points) == 1:
        return f"Udvalget har svaret på ét punkt. Svaret er {given[0].answer}."
    if len(given) == len(points):
        return f"Udvalget har svaret på alle {number(len(points))} punkter: {told}."
    return f"Udvalget har svaret på {neuter(len(given))} af {number(len(points))} punkter: {told}."


def _furthest(groups: Groups) -> str:
    """Where there is most left to do, when one part stands out."""
    refused = {title: dict(tally(inside))[ANSWERS[-1]] for title, inside in groups if title}
    most = max(refused.values(), default=0)
    where = [title for title, many in refused.items() if many == most]
    if not most or len(refused) == 1 or len(where) > 1:
        return ""
    many = counted(most, "ét punkt", "punkter")
    return f"Der er længst igen i {quoted(where[0])}, hvor svaret er nej på {many}."


def _drawn(filled: Filled, points: Sequence[Answered], groups: Groups) -> None:
    """Part by part, or all together when the parts are many."""
    parted = groups if len(groups) <= _MOST_DRAWN else [("", points)]
    bars = Bars(tuple(BarGroup(title, _bars(inside)) for title, inside in parted))
    caption = f"Svarene i ”{filled.title}”"
    filled.leaf.figure(
        "svar", caption, groups_text(bars.groups), bars, filled.refs(filled.rows)
    )  # fmt: skip


def _bars(points: Sequence[Answered]) -> tuple[Bar, ...]:
    return tuple(
        Bar(capital(word), many, f"{danish(many)} {'punkt' if many == 1 else 'punkter'}")
        for word, many in tally(points)
    )


def _by_group(filled: Filled, groups: Groups) -> None:
    rows = []
    for title, inside in groups:
        found = [many for _, many in tally(inside)]
        rows.append((name(title), *(danish(many) for many in (*found, len(inside) - sum(found)))))
    filled.leaf.table(
        "dele", f"{filled.title}, del for del",
        ("Del", *(capital(word) for word in ANSWERS), _NO_ANSWER), rows,
        says="For hver del, hvor mange punkter der er svaret ja, delvis og nej på.",
        rests_on=filled.refs(filled.rows), widths=(0.52, 0.1, 0.12, 0.1, 0.16),
    )  # fmt: skip


def _table(filled: Filled, title: str, inside: Sequence[Answered]) -> None:
    """One table for each part; a column of grounds only where there are any."""
    grounds = any(point.evidence for point in inside)
    header = ("Punkt", "Svar", *(("Det bygger svaret på",) if grounds else ()))
    rows = [
        (
            name(filled.words(point.item.title)), capital(point.answer) or _NO_ANSWER,
            *((item(point.evidence) or NONE,) if grounds else ()),
        )
        for point in inside
    ]  # fmt: skip
    filled.leaf.table(
        f"punkter:{inside[0].item.key}", f"{filled.title}: {title}" if title else filled.title,
        header, rows, says="Hvert punkt med svaret ja, delvis eller nej og det, svaret bygger på.",
        rests_on=filled.refs(point.row for point in inside if point.row),
        widths=(0.44, 0.14, 0.42) if grounds else (0.84, 0.16),
    )  # fmt: skip


def _unanswered(filled: Filled) -> None:
    left = [filled.words(point.title) for point in unanswered(filled.plan, filled.rows)]
    if left:
        filled.lack("svar", f"{filled.title}: Der er ikke svaret på {named(left)}.")
