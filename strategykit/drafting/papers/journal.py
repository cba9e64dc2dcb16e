"""A paper for the journal: the figures with their sources."""

from strategykit.domain.baseline import Baseline, by_indicator, sources_of
from strategykit.domain.clock import in_denmark
from strategykit.domain.numbers import danish_date
from strategykit.domain.outline import Paragraph, Section, Table, Tone
from strategykit.domain.paper import Paper


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
