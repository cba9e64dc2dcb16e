"""YAML's own mistakes in Danish: what is wrong in the line and how to mend it."""

import yaml

from strategykit.template_files.problems import Problem

_QUOTE = "Sæt teksten i anførselstegn"
_INDENT = "Ret den, så felter, der hører sammen, begynder lige langt inde"

ALIAS = f"'*' og '&' er ikke tilladt forrest i en værdi. {_QUOTE}, hvis den skal begynde sådan"
TAG = f"'!' er ikke tilladt forrest i en værdi. {_QUOTE}, hvis den skal begynde sådan"
TOO_DEEP = "der er for mange lag inden i hinanden; højst 20 er tilladt"
EMPTY = "filen er tom"
TWO_DOCUMENTS = "der må kun være én skabelon i filen; fjern linjen med ---"
BAD_KEY = (
    "et felts navn skal være almindelig tekst. Begynder en tekst med { eller [, skal den stå i "
    "anførselstegn"
)

#: Part of YAML's English sentence, and what is said instead; the first that fits counts.
_SENTENCES = (
    ("found character '\\t'", "linjen er rykket ind med tabulator. Brug mellemrum"),
    ("tab character", "linjen er rykket ind med tabulator. Brug mellemrum"),
    ("that cannot start any token", f"teksten begynder med et tegn, der ikke må stå der. {_QUOTE}"),
    (
        "mapping values are not allowed",
        f"der står et kolon, hvor der ikke må være et. {_QUOTE}, eller ret indrykningen",
    ),
    ("could not find expected ':'", "der mangler et kolon efter feltets navn"),
    ("sequence entries are not allowed", f"listen begynder et forkert sted. {_INDENT}"),
    ("unknown escape character", "\\ kan ikke bruges her. Skriv '…' om teksten i stedet for \"…\""),
    ("expected escape sequence", "\\ kan ikke bruges her. Skriv '…' om teksten i stedet for \"…\""),
    ("expected ',' or ']'", "listen i [ ] mangler et komma eller et ] til sidst"),
    ("expected ',' or '}'", f"der mangler et komma eller et }}. {_QUOTE}, hvis {{ hører til den"),
    (
        "expected <block end>",
        "linjen er rykket forkert ind. Begynder teksten med { eller [, så sæt den i anførselstegn",
    ),
    ("expected the node content", f"teksten begynder med et tegn, der ikke må stå der. {_QUOTE}"),
    ("expected chomping or indentation", "efter | eller > skal teksten begynde på næste linje"),
    ("expected a comment or a line break", "efter | eller > skal teksten begynde på næste linje"),
)
_OPEN_QUOTE = "et anførselstegn er sat foran teksten og ikke efter den"
_OTHER = "linjen kan ikke læses. Se på indrykning, kolon og anførselstegn"
UNFIT = "der står et tegn, som ikke kan bruges i tekst. Slet det, og skriv teksten igen"


def translated(trouble: Exception, text: str) -> Problem:
    """The mistake in Danish with its line."""
    if isinstance(trouble, yaml.reader.ReaderError):
        return Problem(text.count("\n", 0, int(trouble.position)) + 1, UNFIT)
    if not isinstance(trouble, yaml.MarkedYAMLError):
        return Problem(1, _OTHER)
    if trouble.context == "while scanning a quoted scalar" and trouble.context_mark:
        return Problem(trouble.context_mark.line + 1, _OPEN_QUOTE)
    mark = trouble.problem_mark or trouble.context_mark
    return Problem(mark.line + 1 if mark else 1, _sentence(trouble))


def _sentence(trouble: yaml.MarkedYAMLError) -> str:
    if trouble.context in {"while scanning an alias", "while scanning an anchor"}:
        return ALIAS
    if trouble.context == "while scanning a tag":
        return TAG
    said = trouble.problem or ""
    return next((danish for english, danish in _SENTENCES if english in said), _OTHER)
