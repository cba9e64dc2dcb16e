"""A template with an instrument of each kind."""

from pathlib import Path

_SMALL = Path(__file__).parents[1] / "templates" / "klimaplan.yaml"
_INSTRUMENTS = """instruments:
  - key: tjek
    kind: selvtjek
    title: Fire ting, vi tjekker
    ask: Hvor langt er {kommune}?
    phase: start
    source: Opdigtet til afprøvning
    items:
      - {key: analyse, title: Udledningen er målt, group: Viden, hint: "Hvert år?"}
      - {key: maal, title: Der er sat mål, group: Styring}
      - {key: plan, title: Der er en plan, group: Styring}
      - {key: borgere, title: Borgerne er spurgt, group: Viden}
  - key: modeller
    kind: modelvalg
    title: Sådan kan klimaarbejdet samles
    ask: Hvilken model passer til jer?
    items:
      - key: enhed
        title: Én enhed
        hint: Alle sidder sammen.
        pros: [Klart ansvar]
        cons: [Nye overgange]
      - {key: aftaler, title: Faste aftaler, pros: [Let at begynde på]}
    criteria:
      - {key: ansvar, title: Klart ansvar, weight: 3}
      - {key: pris, title: Lav pris, weight: 2}
  - {key: flader, kind: samarbejdsflader, title: Hvem mødes, ask: "Hvordan går samarbejdet?"}
  - {key: teori, kind: forandringsteori, title: Fra handling til virkning, ask: "Hvad gør det?"}
  - key: tal
    kind: taellere
    title: Hver måned
    ask: Hvor mange?
    items:
      - {key: henvendelser, title: Henvendelser}
      - {key: besoeg, title: Besøg}
  - key: kultur
    kind: kulturprofil
    title: Hvordan ser enhederne på det
    ask: Hvor står jeres enhed?
    low: helt uenig
    high: helt enig
    items:
      - {key: regler, title: Reglerne er klare}
      - {key: tillid, title: Vi stoler på de andre}
  - {key: bevilling, kind: bevillingskompetence, title: Hvem kan bevilge, ask: "Op til hvad?"}
  - {key: pulje, kind: faelles-pulje, title: Fælles pulje, ask: "Hvem betaler?"}
  - {key: handleplan, kind: handleplan, title: Handleplan, ask: "Hvem gør hvad?", phase: start}
  - {key: aftale, kind: aftaler, title: Aftaler, ask: "Hvad er aftalt?"}
  - {key: trappe, kind: kontakttrappe, title: Kontakttrappe, ask: "Hvad sker der?"}
  - {key: fora, kind: fora, title: Faste møder, ask: "Hvem sidder der?"}
  - {key: overdragelse, kind: overdragelse, title: Overdragelse, ask: "Hvem ved hvad?"}
  - key: skema
    kind: skema
    title: Vores eget skema
    ask: Skriv det, I vil huske.
    columns:
      - {key: hvad, title: Hvad, needed: ja}
      - {key: naar-det-er, title: Hvornår, kind: dato}
      - {key: hvem, title: Hvem er med, kind: flere valg, choices: [Borgere, "{kommune}"]}
"""

#: Small, with every kind of instrument but the survey.
EVERY_INSTRUMENT = (
    _SMALL.read_text(encoding="utf-8").replace("[viden, swot]", "[viden, swot, redskaber]")
    + _INSTRUMENTS
)
