"""The columns in which each kind of instrument is filled in."""

from collections.abc import Mapping

from strategykit.domain.instruments import (
    ColumnKind,
    ColumnPlan,
    InstrumentKind,
    InstrumentPlan,
)

ANSWERS = ("ja", "delvis", "nej")
YES_NO = ("ja", "nej")
STATES = ("fungerer", "skal styrkes", "mangler")
BARRIERS = (
    "økonomisk", "organisatorisk", "ledelsesmæssig", "faglig", "kulturel", "juridisk",
)  # fmt: skip
PROGRESS = ("ikke begyndt", "i gang", "færdig")

#: Rows of a model choice that are about no single model.
WEIGHTS, CHOICE = ":vægte", ":valg"
MOST_SCORE = MOST_ON_SCALE = 5
MOST_WEIGHT = 10


def _column(
    key: str, title: str, kind: ColumnKind = ColumnKind.TEXT, *choices: str, needed: bool = False
) -> ColumnPlan:
    return ColumnPlan(key=key, title=title, kind=kind, choices=choices, needed=needed)


_FIXED: Mapping[InstrumentKind, tuple[ColumnPlan, ...]] = {
    InstrumentKind.SELF_CHECK: (
        _column("answer", "Svar", ColumnKind.CHOICE, *ANSWERS, needed=True),
        _column("evidence", "Hvad bygger I svaret på", ColumnKind.LONG),
    ),
    InstrumentKind.INTERFACES: (
        _column("one", "Den ene aktør", needed=True),
        _column("other", "Den anden aktør", needed=True),
        _column("state", "Sådan står det til", ColumnKind.CHOICE, *STATES, needed=True),
        _column("barriers", "Barrierer", ColumnKind.CHOICES, *BARRIERS),
        _column("chosen", "I vil arbejde med den", ColumnKind.CHOICE, *YES_NO),
        _column("note", "Hvad der skal til", ColumnKind.LONG),
    ),
    InstrumentKind.THEORY: (
        _column("activity", "Aktivitet", needed=True),
        _column("output", "Det kommer der ud af den"),
        _column("short", "Virkning på kort sigt"),
        _column("long", "Virkning på langt sigt"),
        _column("assumption", "Det forudsætter I", ColumnKind.LONG),
    ),
    InstrumentKind.AUTHORITY: (
        _column("role", "Rolle", needed=True),
        _column("limit", "Kan bevilge op til (kr.)", ColumnKind.AMOUNT, needed=True),
        _column("above", "Over beløbet afgør", needed=True),
        _column("covers", "Gælder for", ColumnKind.LONG),
    ),
    InstrumentKind.POOL: (
        _column("purpose", "Hvad puljen er til", needed=True),
        _column("amount", "Beløb om året (kr.)", ColumnKind.AMOUNT),
        _column("payers", "Hvem betaler", ColumnKind.LONG),
        _column("decides", "Hvem bestemmer over den"),
    ),
    InstrumentKind.ACTIONS: (
        _column("activity", "Aktivitet", needed=True),
        _column("owner", "Ansvarlig (funktion)"),
        _column("due", "Senest", ColumnKind.DAY),
        _column("cost", "Udgift (kr.)", ColumnKind.AMOUNT),
        _column("agreement", "Bindende aftale", ColumnKind.LONG),
        _column("progress", "Status", ColumnKind.CHOICE, *PROGRESS),
    ),
    InstrumentKind.AGREEMENTS: (
        _column("parties", "Parter", needed=True),
        _column("content", "Det har I aftalt", ColumnKind.LONG, needed=True),
        _column("responsible", "Hvem har ansvar for hvad", ColumnKind.LONG),
        _column("day", "Indgået den", ColumnKind.DAY),
        _column("signed", "Underskrevet", ColumnKind.CHOICE, *YES_NO),
    ),
    InstrumentKind.LADDER: (
        _column("step", "Trin", needed=True),
        _column("who", "Hvem gør det (funktion)"),
        _column("when", "Hvornår"),
        _column("next", "Lykkes det ikke", ColumnKind.LONG),
    ),
    InstrumentKind.FORUMS: (
        _column("name", "Forum", needed=True),
        _column("members", "Hvem sidder der (funktioner)", ColumnKind.LONG),
        _column("rhythm", "Hvor tit"),
        _column("mandate", "Hvad det må beslutte", ColumnKind.LONG),
    ),
    InstrumentKind.HANDOVER: (
        _column("thing", "Det, der skal føres videre", needed=True),
        _column("owner", "Ansvarlig (funktion)"),
        _column("deputy", "Afløser (funktion)"),
        _column("knows", "Hvem ved hvad", ColumnKind.LONG),
        _column("place", "Hvor det ligger"),
    ),
}  # fmt: skip


def columns_of(plan: InstrumentPlan, item: str = "") -> tuple[ColumnPlan, ...]:
    """The columns of a row; `item` is the key that the row is about, empty for a free row."""
    if plan.kind is InstrumentKind.OPTIONS:
        return _option_columns(plan, item)
    if plan.kind is InstrumentKind.COUNTERS:
        return (_column("month", "Måned", ColumnKind.MONTH, needed=True), *_numbers(plan))
    if plan.kind is InstrumentKind.CULTURE:
        unit = _column("unit", "Enhed", needed=True)
        return (unit, *_numbers(plan), _column("note", "Bemærkning", ColumnKind.LONG))
    return plan.columns or _FIXED.get(plan.kind, ())


def score_key(key: str) -> str:
    """The column that holds the number given to an item or a criterion."""
    return f"c:{key}"


def by_item(plan: InstrumentPlan) -> bool:
    """Whether its rows are those that the template lists, one for each item."""
    return plan.kind in (InstrumentKind.SELF_CHECK, InstrumentKind.OPTIONS)


def limits_of(plan: InstrumentPlan, item: str, column: str) -> tuple[int, int] | None:
    """The least and the most number of a column, where there is a scale."""
    if not column.startswith("c:") or plan.kind is InstrumentKind.COUNTERS:
        return None
    if item == WEIGHTS:
        return 0, MOST_WEIGHT
    return (1, MOST_ON_SCALE) if plan.kind is InstrumentKind.CULTURE else (0, MOST_SCORE)


def _numbers(plan: InstrumentPlan) -> tuple[ColumnPlan, ...]:
    return tuple(_column(score_key(i.key), i.title, ColumnKind.WHOLE) for i in plan.items)


def _option_columns(plan: InstrumentPlan, item: str) -> tuple[ColumnPlan, ...]:
    numbers = tuple(_column(score_key(c.key), c.title, ColumnKind.WHOLE) for c in plan.criteria)
    if item == WEIGHTS:
        return numbers
    if item == CHOICE:
        titles = tuple(option.title for option in plan.items)
        chosen = _column("chosen", "I vælger", ColumnKind.CHOICES, *titles, needed=True)
        return (chosen, _column("reason", "Begrundelse", ColumnKind.LONG, needed=True))
    words = (
        _column("pros", "Fordele", ColumnKind.LONG),
        _column("cons", "Ulemper", ColumnKind.LONG),
    )
    return (*words, *numbers)
