"""The Danish words for the parts and fields of a template, and for what a field can name.

A part or field that is not named here is called by its name in the file, so that a new one shows.
"""

from collections.abc import Iterable, Mapping
from dataclasses import is_dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from strategykit.domain.catalogue import CRITERIA_SENTENCES, FILLS, PAGES
from strategykit.domain.numbers import danish
from strategykit.domain.presets import PRESETS

#: The parts of a template in the order in which somebody would write them.
PARTS: Mapping[str, str] = {
    "": "Om skabelonen",
    "terms": "Ord",
    "purposes": "Formål",
    "phases": "Faser",
    "meetings": "Møder",
    "boards": "Tavler",
    "statements": "Fælles tekster",
    "document": "Word-dokumentet",
    "opening_questions": "Åbningsspørgsmål",
    "instruments": "Redskaber",
    "principles": "Holdepunkter",
    "groups": "Grupper",
    "actors": "Aktører",
    "interview_foci": "Fokus i interview",
    "indicators": "Indikatorer",
    "calculators": "Regnestykker",
    "policies": "Andre politikker",
    "glossary": "Ordliste",
    "page_titles": "Titler på siderne",
}

_LABELS: Mapping[str, str] = {
    "format": "Format",
    "key": "Nøgle",
    "name": "Navn",
    "audience": "Hvem den er til",
    "version": "Udgave",
    "author": "Forfatter",
    "licence": "Licens",
    "origin": "Hvor indholdet kommer fra",
    "strategi": "Strategien, ubestemt",
    "strategien": "Strategien, bestemt",
    "personer": "Dem, den er for, ubestemt",
    "personerne": "Dem, den er for, bestemt",
    "gruppe": "En gruppe af dem",
    "grupper": "Flere grupper, ubestemt",
    "grupperne": "Flere grupper, bestemt",
    "indsatsen": "Kommunens samlede indsats",
    "voices": "Overskrift over det, de har sagt",
    "areas": "Overskrift over det, I vælger",
    "omraade": "Et område, I vælger",
    "omraadet": "Området, bestemt",
    "omraader": "Flere områder, ubestemt",
    "omraaderne": "Flere områder, bestemt",
    "title": "Titel",
    "aim": "Hvad fasen skal give",
    "pages": "Sider",
    "entry": "Skal være på plads, før fasen begyndes",
    "exit": "Skal være på plads, før fasen forlades",
    "phase": "Fase",
    "items": "Punkter",
    "kind": "Slags",
    "starts": "Begynder kl.",
    "minutes": "Minutter",
    "purpose": "Formål",
    "invitation": "Indkaldelsens tekst",
    "role": "Punktets rolle",
    "seating": "Form",
    "leads": "Hvem leder",
    "script": "Sådan gør I",
    "fallback": "På papir",
    "cards": "Kort til udskrift",
    "dots": "Prikker til hver",
    "page": "Side i programmet",
    "steps": "Trin på telefonerne",
    "preset": "Øvelse",
    "ask": "Spørgsmål",
    "board": "Tavle",
    "fields": "Felter",
    "statement": "Fælles tekst",
    "about": "Handler om",
    "source": "Kilde",
    "hint": "Hjælp",
    "checks": "Hvad en god tekst har",
    "warning": "Vises, når svaret er nej",
    "text": "Tekst",
    "need": "Behov",
    "share": "Andel i pct.",
    "side": "Intern eller ekstern",
    "indicator": "Indikator",
    "start_year": "Fra år",
    "end_year": "Til år",
    "factor": "Tallet ganges med",
    "national_start": "På landsplan ved begyndelsen",
    "sections": "Afsnit",
    "fill": "Fyldes med",
    "intro": "Faste sætninger",
    "empty": "Står der, når der ikke er noget",
    "annex": "Er et bilag",
    "page_break": "Begynder på en ny side",
    "instrument": "Redskab",
    "term": "Ord",
    "meaning": "Betydning",
    "low": "Skalaens laveste ende",
    "high": "Skalaens højeste ende",
    "criteria": "Kriterier",
    "columns": "Kolonner",
    "groups": "Grupper",
    "group": "Gruppe",
    "pros": "Fordele",
    "cons": "Ulemper",
    "form": "Svarform",
    "weight": "Vægt",
    "choices": "Valgmuligheder",
    "needed": "Skal udfyldes",
}
_OWN_LABELS: Mapping[tuple[str, str], str] = {
    ("StepPlan", "source"): "Bygger på trinnet",
    ("GroupPlan", "name"): "Gruppe",
    ("ActorPlan", "name"): "Aktør",
    ("SectionPlan", "title"): "Overskrift",
    ("MeetingPlan", "title"): "Møde",
}

#: What one of the items of a list is called: an unnamed kind is "punkt".
ONE: Mapping[str, str] = {
    "PhasePlan": "fase",
    "MeetingPlan": "møde",
    "ItemPlan": "punkt",
    "StepPlan": "trin",
    "BoardPlan": "tavle",
    "FieldPlan": "felt",
    "StatementPlan": "fælles tekst",
    "Question": "spørgsmål",
    "Principle": "holdepunkt",
    "GroupPlan": "gruppe",
    "ActorPlan": "aktør",
    "CalculatorPlan": "regnestykke",
    "SectionPlan": "afsnit",
    "GlossaryTerm": "ord",
    "InstrumentPlan": "redskab",
    "ColumnPlan": "kolonne",
    "WeightedCriterion": "kriterium",
}

#: What the keys that a field can name mean.
NAMED: Mapping[str, Mapping[str, str]] = {
    "pages": PAGES,
    "page": PAGES,
    "entry": CRITERIA_SENTENCES,
    "exit": CRITERIA_SENTENCES,
    "fill": FILLS,
    "preset": {key: preset.title for key, preset in PRESETS.items()},
}
#: Which list of the template holds what a field names by its key.
KEYS_OF: Mapping[str, str] = {
    "phase": "phases", "board": "boards", "statement": "statements", "instrument": "instruments",
}  # fmt: skip
#: Words of the file that lack their Danish letters.
_SPELT: Mapping[str, str] = {
    "taellere": "tællere", "spoergeskema": "spørgeskema", "faelles-pulje": "fælles pulje",
}  # fmt: skip
NOTHING = "ingenting"
_LEAST = 4  # letters of a word that may be the beginning of what a name is called


def part_label(name: str) -> str:
    """What a part of a template is called; `name` is the field of Template."""
    return PARTS.get(name) or field_label(None, name)


def field_label(owner: type | None, name: str) -> str:
    """What a field is called."""
    own = _OWN_LABELS.get((owner.__name__, name)) if owner else None
    return own or _LABELS.get(name, name)


def file_word(said: str, known: Iterable[str]) -> str:
    """Which of the file's words a Danish word stands for: by what each is called; empty for none.

    'redskaber' stands for 'instruments', and 'redskab' as the beginning of it.
    """
    word = " ".join(said.casefold().split())
    called = {name: _callings(name) for name in known if name}
    whole = (name for name, words in called.items() if word in words)
    begun = (n for n, words in called.items() if any(each.startswith(word) for each in words))
    return next(whole, "") or (next(begun, "") if len(word) >= _LEAST else "")


def _callings(name: str) -> tuple[str, ...]:
    words = PARTS.get(name, ""), _LABELS.get(name, ""), FILLS.get(name, "")
    return tuple(each.casefold() for each in words if each)


def one_of(kind: Any) -> str:
    """What one item of a list is called."""
    return ONE.get(getattr(kind, "__name__", ""), "punkt")


def name_of(part: object) -> str:
    """The words that a part of a template is known by."""
    if not is_dataclass(part) or isinstance(part, type):
        return str(part)
    for name in ("title", "name", "term", "text", "key"):
        if said := getattr(part, name, ""):
            return str(said)
    return type(part).__name__


def as_said(name: str, value: object) -> str:
    """A value as a reader would say it."""
    if value is None or value in ("", ()):
        return NOTHING
    if isinstance(value, tuple):
        return "; ".join(as_said(name, part) for part in value)
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, Enum):
        return _SPELT.get(value.value, str(value.value)) or NOTHING
    if isinstance(value, Decimal):
        return danish(value, max(0, -int(value.normalize().as_tuple().exponent)))
    return NAMED.get(name, {}).get(str(value), name_of(value))
