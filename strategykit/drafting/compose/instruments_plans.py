"""Instruments that are tables: plans, agreements, authority, pools, ladders, forums, handover."""

from collections.abc import Mapping, Sequence
from datetime import date

from strategykit.domain.instrument_columns import PROGRESS, YES_NO, columns_of
from strategykit.domain.instrument_rows import InstrumentRow
from strategykit.domain.instrument_views import totals
from strategykit.domain.instruments import InstrumentKind
from strategykit.domain.numbers import danish, danish_date
from strategykit.domain.wording import capital
from strategykit.drafting.compose.danish import counted, enumerated, number, phrase
from strategykit.drafting.compose.instruments_filled import Filled, named

#: The headings where the reader of the draft is told in other words than those who filled it in.
_HEADS: Mapping[InstrumentKind, Mapping[str, str]] = {
    InstrumentKind.AUTHORITY: {"limit": "Kan bevilge op til"},
    InstrumentKind.POOL: {
        "purpose": "Puljen er til", "amount": "Beløb om året", "decides": "Bestemmer over den",
        "payers": "Betaler",
    },
    InstrumentKind.ACTIONS: {"owner": "Ansvarlig", "cost": "Udgift"},
    InstrumentKind.AGREEMENTS: {"content": "Det er aftalt", "responsible": "Ansvar"},
    InstrumentKind.LADDER: {"who": "Hvem gør det"},
    InstrumentKind.FORUMS: {"members": "Deltagere", "mandate": "Må beslutte"},
    InstrumentKind.HANDOVER: {"thing": "Skal føres videre", "owner": "Ansvarlig",
                              "deputy": "Afløser"},
}  # fmt: skip


def plain(filled: Filled) -> None:
    """A table of the template's own, with the sums of its amounts."""
    many = counted(len(filled.rows), "én række", "rækker")
    filled.begin(f"Skemaet har {many}.")
    _table(filled)
    for column, total in totals(filled.plan, filled.rows):
        said = f"{filled.words(column.title)} er i alt {danish(total)} kr."
        filled.leaf.say(f"sum:{column.key}", said, filled.refs(filled.rows))


def actions(filled: Filled) -> None:
    """How many, by when, how far, and what they cost together."""
    many = counted(len(filled.rows), "én aktivitet", "aktiviteter")
    filled.begin(f"Planen har {many}.{_between(filled.rows)}")
    filled.leaf.say("status", _progress(filled.rows), filled.refs(filled.rows))
    _table(filled)
    _cost(filled, "activity", "Aktiviteterne koster i alt {}")
    for column, word in (("owner", "ansvarlig"), ("due", "frist")):
        _without(filled, column, f"mangler en {word}")


def _between(rows: Sequence[InstrumentRow]) -> str:
    days = sorted(date.fromisoformat(row.value("due")) for row in rows if row.value("due"))
    if not days:
        return ""
    if len(set(days)) == 1:
        return f" Fristen er den {danish_date(days[0])}."
    first, last = danish_date(days[0]), danish_date(days[-1])
    return f" Den første frist er den {first}, og den sidste er den {last}."


def _progress(rows: Sequence[InstrumentRow]) -> str:
    stands = [(sum(row.value("progress") == word for row in rows), word) for word in PROGRESS]
    told = enumerated([f"{number(many)} er {word}" for many, word in stands if many])
    return f"{capital(told)}." if told else ""


def _cost(filled: Filled, about: str, said: str) -> None:
    """The sum; what has no amount is named, so that nobody takes the sum for the whole."""
    for column, total in totals(filled.plan, filled.rows):
        unknown = [r.value(about) for r in filled.rows if not r.value(column.key)]
        beside = f" Beløbet for {named(unknown)} er ikke med." if unknown else ""
        text = f"{said.format(f'{danish(total)} kr.')}{beside}"
        filled.leaf.say(f"sum:{column.key}", text, filled.refs(filled.rows))


def pool(filled: Filled) -> None:
    """How many pools, and what they come to a year."""
    many = counted(len(filled.rows), "én fælles pulje", "fælles puljer")
    filled.begin(f"Der er beskrevet {many}.")
    _table(filled)
    if len(filled.rows) > 1:
        _cost(filled, "purpose", "Det årlige beløb er i alt {}")
    _without(filled, "decides", "har ingen, der bestemmer over den")


def authority(filled: Filled) -> None:
    """Who may grant, from the least to the most."""
    limits = [limit for row in filled.rows if (limit := row.number("limit")) is not None]
    many = counted(len(filled.rows), "én rolle", "roller")
    low, high = min(limits, default=0), max(limits, default=0)
    span = f"fra {danish(low)} kr. til {danish(high)} kr." if low != high else f"{danish(low)} kr."
    filled.begin(f"{capital(many)} kan bevilge selv. Grænsen er {span}")
    _table(filled)


def agreements(filled: Filled) -> None:
    """How many, and how many are signed."""
    signed = [row for row in filled.rows if row.value("signed") == YES_NO[0]]
    many = counted(len(filled.rows), "én aftale", "aftaler")
    filled.begin(f"Der er {many}. {_signed(len(signed), len(filled.rows))}")
    _table(filled)


def _signed(signed: int, many: int) -> str:
    if many == 1:
        return "Den er underskrevet." if signed else "Den er ikke underskrevet."
    return f"{'Alle' if signed == many else f'{capital(number(signed))} af dem'} er underskrevet."


def ladder(filled: Filled) -> None:
    """The steps in their order with a number to speak of them by."""
    many = counted(len(filled.rows), "ét trin", "trin")
    first, last = filled.rows[0].value("step"), filled.rows[-1].value("step")
    ends = f" Det første er {named([first])}, og det sidste er {named([last])}."
    filled.begin(f"Trappen har {many}.{ends if len(filled.rows) > 1 else ''}")
    _table(filled, numbered="Nr.")


def forums(filled: Filled) -> None:
    """The standing meetings."""
    many = counted(len(filled.rows), "ét fast forum", "faste fora")
    filled.begin(f"Der er {many}: {enumerated([phrase(r.value('name')) for r in filled.rows])}.")
    _table(filled)
    _without(filled, "mandate", "har intet skrevet mandat")


def handover(filled: Filled) -> None:
    """What must go on when somebody leaves, and where it would be lost."""
    many = counted(len(filled.rows), "én ting", "ting")
    filled.begin(f"Der er {many}, som skal føres videre, også når en medarbejder stopper.")
    _table(filled)
    _without(filled, "owner", "mangler en ansvarlig")
    _without(filled, "deputy", "mangler en afløser")


def _without(filled: Filled, column: str, said: str) -> None:
    """The rows that leave a column empty that the instrument is there for."""
    empty = [filled.called(row) for row in filled.rows if not row.value(column)]
    if empty:
        filled.lack(column, f"{filled.title}: {named(empty)} {said}.")


def _table(filled: Filled, numbered: str = "") -> None:
    heads = _HEADS.get(filled.plan.kind, {})
    columns = [(c, heads.get(c.key, filled.words(c.title))) for c in columns_of(filled.plan)]
    about = enumerated([head.lower() for _, head in columns[1:]])
    says = f"Hver række i {filled.title}: {columns[0][1].lower()}, {about}."
    filled.table("raekker", filled.title, columns, filled.rows, says, numbered=numbered)
