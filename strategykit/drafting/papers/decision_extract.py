"""The extract of a decision: what lay before the body, and what it did."""

from collections.abc import Sequence

from strategykit.domain.numbers import danish_date
from strategykit.domain.outline import Block, Paragraph, Section, Tone
from strategykit.domain.paper import Paper
from strategykit.drafting.papers.before_body import Case
from strategykit.drafting.papers.case import changed, decision, recommendation

_NO_INDSTILLING = "Der forelå ingen indstilling."


def decision_extract(case: Case, version: int) -> Paper:
    """Only protocol: case, indstilling, decision and the changes in the text."""
    process, stage = case.material.process, case.stage
    facts = (
        ("Truffet af", stage.name),
        ("Mødedato", danish_date(stage.day) if stage.day else ""),
        ("Sagsnummer", process.case_number),
        ("Behandlet", f"Version {version}" if version else ""),
    )
    blocks = list(recommendation(case)) or [Paragraph("indstilling", _NO_INDSTILLING)]
    parts: tuple[tuple[str, str, Sequence[Block]], ...] = (
        ("indstilling", "Indstilling", blocks),
        ("beslutning", "Beslutning", decision(case)),
        ("aendringer", "Ændringer i teksten", changed(case)),
        ("forbehold", "Gået videre med åbne punkter", _overruled(case)),
    )
    return Paper(
        title="Udskrift af beslutning",
        subtitle=process.title,
        sender=f"{case.municipality} · {stage.name}",
        facts=tuple((name, value) for name, value in facts if value),
        sections=tuple(Section(key, title, 1, tuple(bs)) for key, title, bs in parts if bs),
        notice=f"Opdigtet eksempel. {process.example_note}" if process.example_note else "",
    )


def _overruled(case: Case) -> Sequence[Block]:
    reason = case.stage.overruled.strip()
    return [Paragraph("forbehold", reason, tone=Tone.BODY)] if reason else []
