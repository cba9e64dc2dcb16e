"""What a good vision or mission has: small tests that a template names by their keys.

They see words, not meaning, so they are a help to the facilitator and never shown on the wall.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from strategykit.domain.statements import Check

MOST_WORDS = 40
MOST_SENTENCES = 3
_SHORTEST_STEM = 3
_LONGEST_ENDING = 4

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*", re.UNICODE)
_SENTENCE_END = re.compile(r"[.!?]+(?=\s|$)")
_AGE = re.compile(r"\b\d+(\s*[-\u2013]\s*\d+)?\s*-?\s*årig\w*", re.IGNORECASE)
_YEAR = re.compile(r"\b20\d\d\b")
_MEASURE = re.compile(r"\d|\bprocent\b|\bpct\b|\bhalver\w*|\bfordobl\w*", re.IGNORECASE)
_WISH = re.compile(
    r"\b(vil|skal|bør|ønsker|håber|stræber|tilstræber|arbejder (for|hen imod|mod)|"
    r"kommer til at|have som mål)\b",
    re.IGNORECASE,
)
_MEANS = re.compile(
    r"\b(ved at|ved hjælp af|gennem|igennem|via|med fokus på|på baggrund af)\b", re.IGNORECASE
)
_WE = re.compile(r"\b(vi|os|vores)\b", re.IGNORECASE)
_ENDINGS = ("erne", "ene", "ers", "ere", "er", "en", "et", "ne", "e")

#: Stems of words that professionals use and others skip.
JARGON = (
    "best practice", "borgercentrer", "effektfuld", "empower", "facilit", "forank", "helhedsorient",
    "holistisk", "implementer", "innovati", "kompetenceudvikl", "koncept", "kvalificer",
    "livsduelig", "målrette", "optim", "paradigm", "potentiale", "progression", "rammesæt",
    "ressourcestærk", "robust", "snitflade", "strategisk", "synergi", "tværfaglig",
    "tværsektor", "understøtte", "værdiskab",
)  # fmt: skip


@dataclass(frozen=True)
class Rule:
    """`met` is given the text and the words for those whom the strategy is for."""

    sentence: str
    met: Callable[[str, Sequence[str]], bool]


def check_statement(
    text: str, keys: Sequence[str], audience: Sequence[str] = ()
) -> tuple[Check, ...]:
    """The named checks in their order; an empty text meets none. `audience` is terms and groups."""
    written = bool(text.strip())
    rules = [CHECKS[key] for key in keys]
    return tuple(Check(rule.sentence, written and rule.met(text, audience)) for rule in rules)


def is_short(text: str, _audience: Sequence[str] = ()) -> bool:
    """At most 40 words."""
    return len(_WORD.findall(_AGE.sub("årige", text))) <= MOST_WORDS


def has_few_sentences(text: str, _audience: Sequence[str] = ()) -> bool:
    """At most three; a last one without its full stop counts too."""
    return len([part for part in _SENTENCE_END.split(text) if part.strip()]) <= MOST_SENTENCES


def is_present(text: str, _audience: Sequence[str] = ()) -> bool:
    """It shows the future as if it were here: no words of wish or duty."""
    return not _WISH.search(text)


def says_for_whom(text: str, audience: Sequence[str]) -> bool:
    """It names somebody of the audience, or people by their age."""
    stems = {stem for phrase in audience for stem in _stems(phrase)}
    words = [word.lower() for word in _WORD.findall(text)]
    return bool(_AGE.search(text)) or any(
        word.startswith(stem) and len(word) <= len(stem) + _LONGEST_ENDING
        for word in words
        for stem in stems
    )


def is_plain(text: str, _audience: Sequence[str] = ()) -> bool:
    """None of the words of JARGON."""
    return not any(re.search(rf"\b{stem}", text, re.IGNORECASE) for stem in JARGON)


def has_no_numbers(text: str, _audience: Sequence[str] = ()) -> bool:
    """Numbers belong to the goals; ages and years may stand."""
    return not _MEASURE.search(_YEAR.sub("", _AGE.sub("", text)))


def has_no_means(text: str, _audience: Sequence[str] = ()) -> bool:
    """It says where to, not how."""
    return not _MEANS.search(text)


def says_what_we_do(text: str, _audience: Sequence[str] = ()) -> bool:
    """The municipality speaks of its own part: vi, os or vores."""
    return bool(_WE.search(text))


CHECKS: Mapping[str, Rule] = {
    "short": Rule(f"Den er på højst {MOST_WORDS} ord", is_short),
    "few_sentences": Rule("Den er på højst tre sætninger", has_few_sentences),
    "present": Rule("Den beskriver fremtiden i nutid, uden 'vil', 'skal' og 'ønsker'", is_present),
    "for_whom": Rule("Den siger, hvem den er for", says_for_whom),
    "plain": Rule("Den er skrevet uden fagord og modeord", is_plain),
    "no_numbers": Rule("Den har ingen måltal; de hører til under målene", has_no_numbers),
    "no_means": Rule("Den siger, hvor I vil hen, og ikke hvordan", has_no_means),
    "what_we_do": Rule("Den siger, hvad I selv gør", says_what_we_do),
}


def _stems(phrase: str) -> tuple[str, ...]:
    """The words of a phrase without their endings; small words such as "de" are left out."""
    words = [word.lower() for word in _WORD.findall(phrase)]
    stems = (_stem(word) for word in words)
    return tuple(stem for stem in stems if len(stem) >= _SHORTEST_STEM)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word
