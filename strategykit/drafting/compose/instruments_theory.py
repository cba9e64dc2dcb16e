"""A theory of change: what each activity leads to, drawn and in a table."""

from collections.abc import Sequence

from strategykit.domain.chart_text import flow_text
from strategykit.domain.flow_layout import flow_pages
from strategykit.domain.instrument_columns import columns_of
from strategykit.domain.instrument_rows import InstrumentRow
from strategykit.domain.instrument_views import ways_of
from strategykit.domain.outline import Flow
from strategykit.drafting.compose.danish import counted, phrase, sentence
from strategykit.drafting.compose.instruments_filled import Filled, name, named

_HEADS = {
    "activity": "Aktivitet",
    "output": "Det kommer der ud af den",
    "short": "Virkning på kort sigt",
    "long": "Virkning på langt sigt",
}


def theory(filled: Filled) -> None:
    """What it is all for, the drawing, the table, and what is taken for granted."""
    filled.begin(_told(filled.rows))
    _drawn(filled)
    columns = [(c, _HEADS[c.key]) for c in columns_of(filled.plan) if c.key in _HEADS]
    filled.table(
        "tabel", filled.title, columns, filled.rows,
        "Hver aktivitet med det, der kommer ud af den, og virkningen på kort og langt sigt.",
    )  # fmt: skip
    _taken_for_granted(filled)
    endless = [row.value("activity") for row in filled.rows if not row.value("long")]
    if endless:
        said = f"{filled.title}: Der står ikke, hvad {named(endless)} fører til på langt sigt."
        filled.lack("langt sigt", said)


def _told(rows: Sequence[InstrumentRow]) -> str:
    many = counted(len(rows), "én aktivitet", "aktiviteter")
    ends: dict[str, str] = {}
    for row in rows:
        ends.setdefault(phrase(row.value("long")).casefold(), phrase(row.value("long")))
    ends.pop("", None)
    said = f"Udvalget har beskrevet, hvad {many} skal føre til"
    return f"{said}. På langt sigt er det {named(list(ends.values()))}." if ends else f"{said}."


def _drawn(filled: Filled) -> None:
    """As many drawings as it takes to read them; each is named by its first activity."""
    titles = tuple(_HEADS.values())
    by_way = dict(zip(ways_of(filled.plan, filled.rows), filled.rows, strict=True))
    pages = flow_pages(titles, list(by_way))
    for place, page in enumerate(pages, start=1):
        paths = tuple(tuple(path) for path in page)
        rows = [by_way[path] for path in paths]
        caption = filled.title if len(pages) == 1 else f"{filled.title}, del {place}"
        alt = flow_text(titles, paths)
        name = "tegning" if place == 1 else f"tegning:{rows[0].id}"
        filled.leaf.figure(name, caption, alt, Flow(titles, paths), filled.refs(rows))


def _taken_for_granted(filled: Filled) -> None:
    told = [row for row in filled.rows if row.value("assumption")]
    if told:
        filled.leaf.say("forudsat", "Det hviler på noget, der skal være på plads:")
    for row in told:
        said = f"{name(row.value('activity'))}: {sentence(row.value('assumption'))}"
        filled.leaf.bullet(f"forudsat:{row.id}", said, filled.refs([row]))
