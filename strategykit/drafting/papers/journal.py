"""Papers for the journal: what was decided on each point, and the figures with their sources."""

from collections.abc import Mapping, Sequence

from strategykit.domain.baseline import Baseline, by_indicator, sources_of
from strategykit.domain.clock import in_denmark
from strategykit.domain.found_marks import MarkKind
from strategykit.domain.numbers import danish_date
from strategykit.domain.outline import Draft, Paragraph, Section, Table, Tone
from strategykit.domain.paper import Paper
from strategykit.domain.points import Wish

_LONGEST = 400


def decision_log(
    draft: Draft, found: Sequence[Wish], sender: str, minorities: Mapping[str, str]
) -> Paper:
    """Every point of the review with what was asked, decided and why, chapter by chapter.

    `minorities` are the statements of those who disagree, by the point's id.
    """
    titles = {section.key: section.title for section in draft.sections}
    keys = dict.fromkeys([*titles, *(w.point.section for w in found)])
    sections = [
        Section(f"log {key}", titles.get(key, "Uden sted i udkastet"), 1, (_table(key, mine),))
        for key in keys
        if (mine := [w for w in found if w.point.section == key])
    ]
    said = [
        Paragraph(f"mindretal {point}", text, tone=Tone.BULLET)
        for point, text in minorities.items()
    ]
    if said:
        sections.append(Section("log mindretal", "Mindretalsudtalelser", 1, tuple(said)))
    return Paper(
        title="Beslutningslog",
        subtitle=f"{draft.cover.title}, afgørelser på bemærkninger og ændringsforslag",
        sender=sender,
        facts=(("Punkter", f"{sum(not w.point.is_open for w in found)} af {len(found)} afgjort"),),
        sections=tuple(sections),
        notice=draft.cover.notice,
    )


def baseline_paper(baseline: Baseline, title: str, sender: str) -> Paper:
    """The locked nulpunkt, each figure with period and source."""
    rows = tuple(
        (f.name, f.place, f"{f.shown} {f.marks}".strip(), f.period_text, f.source)
        for group in by_indicator(baseline.figures)
        for f in group
    )
    header = ("Tal", "Sted", "Værdi", "Periode", "Kilde")
    table = Table("nulpunkt", "", header, rows, "Nulpunktets tal med kilder",
                  widths=(0.3, 0.14, 0.16, 0.14, 0.26))  # fmt: skip
    sources = tuple(
        Paragraph(f"kilde {n}", source, tone=Tone.BULLET)
        for n, source in enumerate(sources_of(baseline.figures), start=1)
    )
    day = danish_date(in_denmark(baseline.frozen_at).date())
    sections = [Section("tal", "Tallene", 1, (table,))]
    if sources:
        sections.append(Section("kilder", "Kilder", 1, sources))
    return Paper(
        title="Nulpunkt",
        subtitle=title,
        sender=sender,
        facts=(("Låst", day), ("Nummer", str(baseline.number))),
        sections=tuple(sections),
    )


def _table(key: str, found: Sequence[Wish]) -> Table:
    rows = tuple(
        (_asked(w), w.point.wish or ", ".join(w.authors), w.point.verdict.value,
         "\n".join(t for t in (w.point.final, w.point.reason) if t) or "–")
        for w in found
    )  # fmt: skip
    header = ("Ønske", "Fra", "Afgørelse", "Endelig tekst og begrundelse")
    return Table(f"log {key} tabel", "", header, rows, "Punkter med afgørelse og begrundelse",
                 widths=(0.38, 0.16, 0.14, 0.32))  # fmt: skip


def _asked(wish: Wish) -> str:
    mark = wish.first
    if mark.kind is MarkKind.COMMENT and not mark.after:
        return _short(mark.text)
    parts = (("Slettet", mark.removed), ("Tilføjet", mark.added))
    said = [f"{word}: {_short(text.strip())}" for word, text in parts if text.strip()]
    return (
        "\n".join([*said, *([_short(mark.text)] if mark.text.strip() else [])]) or mark.kind.value
    )


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …"
