"""A template with an instrument of each kind."""

from pathlib import Path

from strategykit.actions.acting import new_id
from strategykit.actions.instruments import fill_row
from strategykit.domain.instrument_rows import InstrumentRow
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.storage.database import Database

_OWN_WORDS = (
    "evidence", "pros", "cons", "reason", "one", "other", "note", "activity", "output", "short",
    "long", "unit", "role", "above", "purpose", "parties", "content", "step", "name", "thing",
    "owner", "hvad",
)  # fmt: skip
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

#: Something in each instrument: key, item and what is typed.
FILLED: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("tjek", "analyse", {"answer": "ja", "evidence": "Energiregnskabet 2025"}),
    ("tjek", "maal", {"answer": "delvis"}),
    ("modeller", "enhed", {"pros": "Ét budget", "c:ansvar": "4", "c:pris": "1"}),
    ("modeller", "aftaler", {"cons": "Ingen afgør", "c:ansvar": "2", "c:pris": "5"}),
    ("modeller", ":valg", {"chosen": "Én enhed; Faste aftaler", "reason": "Det bedste af begge"}),
    ("flader", "", {"one": "Skolerne", "other": "Forsyningen", "state": "mangler",
                    "barriers": "juridisk; faglig", "chosen": "ja", "note": "Fast møde"}),
    ("flader", "", {"one": "Skolerne", "other": "Borgerrådet", "state": "skal styrkes"}),
    ("teori", "", {"activity": "Kurser", "output": "40 på kursus", "short": "Lavere forbrug"}),
    ("teori", "", {"activity": "Målere", "short": "Lavere forbrug", "long": "Mindre udslip"}),
    ("tal", "", {"month": "januar 2026", "c:henvendelser": "12", "c:besoeg": "3"}),
    ("tal", "", {"month": "februar 2026", "c:henvendelser": "15", "c:besoeg": "9"}),
    ("tal", "", {"month": "marts 2026", "c:henvendelser": "22", "c:besoeg": "11"}),
    ("kultur", "", {"unit": "Skolerne", "c:regler": "2", "c:tillid": "4"}),
    ("kultur", "", {"unit": "Forsyningen", "c:regler": "5", "c:tillid": "4"}),
    ("bevilling", "", {"role": "Leder", "limit": "50.000", "above": "Direktøren"}),
    ("pulje", "", {"purpose": "Kurser", "amount": "100000"}),
    ("handleplan", "", {"activity": "Kurser", "due": "1. oktober 2026", "cost": "80.000"}),
    ("aftale", "", {"parties": "Skolerne og Forsyningen", "content": "Fælles målere"}),
    ("trappe", "", {"step": "Et brev"}),
    ("fora", "", {"name": "Klimagruppen"}),
    ("overdragelse", "", {"thing": "Målingerne", "owner": "Energilederen"}),
    ("skema", "", {"hvad": "Husk det", "hvem": "Borgere"}),
)  # fmt: skip


def fill_every(db: Database, who: Who, process: Process, said: str = "") -> None:
    """Fills in each instrument; `said` is added to all text that people choose themselves."""
    for key, item, typed in FILLED:
        row = InstrumentRow(
            id=new_id(), process_id=process.id, version=0, instrument=key, item=item
        )
        texts = {column: f"{text} {said}".strip() if column in _OWN_WORDS else text
                 for column, text in typed.items()}  # fmt: skip
        fill_row(db, who, row, texts)
