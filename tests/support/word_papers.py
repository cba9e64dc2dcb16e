"""A drejebog with everything that a paper can hold."""

from strategykit.domain.outline import Paragraph, Section, Table, Tone
from strategykit.domain.paper import DotSheet, Paper
from tests.support.word_drafts import HOSTILE, prose

SCRIPT = Paper(
    title="Drejebog til workshop 2: SWOT",
    subtitle="Ungestrategi for de 15-17-årige",
    sender="Brøndby Kommune, Ungeudvalget",
    facts=(
        ("Tid", "3. juni 2026 kl. 16-18"),
        ("Sted", "Rådhuset, mødelokale 2"),
        ("Afbud til", prose(0, 2)),
    ),
    sections=(
        Section(
            "dagsorden",
            "Aftenen i overblik",
            1,
            (
                Table(
                    "tider",
                    "",
                    ("Kl.", "Punkt", "Minutter", "Form", "Leder"),
                    (
                        ("16.00", "Velkomst", "10", "i plenum", "Formand"),
                        ("16.10", "De fire felter", "30", "alene", "Konsulent"),
                        ("16.40", "Pause", "10", "", ""),
                    ),
                    "Punkter med tid, minutter, form og leder",
                ),
            ),
        ),
        Section(
            "et",
            "1. Velkomst",
            2,
            (
                Paragraph("et:1", prose(0, 3)),
                Paragraph("et:2", "Stil stolene i hestesko", tone=Tone.BULLET),
                Paragraph("et:3", "referent", tone=Tone.MISSING),
                *(Paragraph(f"et:f{n}", text) for n, text in enumerate(HOSTILE)),
            ),
        ),
    ),
    cards=(*(f"Hvad lykkes vi med? Kort {n}" for n in range(9)), prose(0, 3), *HOSTILE),
    dot_sheets=(
        DotSheet("Prioritér: 5 prikker til hver, i alt 85", 85),
        DotSheet("Tre til hver", 3),
    ),
    notice="Opdigtet eksempel",
)
