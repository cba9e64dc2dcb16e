"""The words in braces that a template's texts leave open."""

import re
from collections.abc import Mapping
from dataclasses import fields

from strategykit.domain.template import PLACEHOLDERS, Terms

_BRACES = re.compile(r"\{([^{}]*)\}")
_LOOSE = re.compile(r"[{}]")
_PERIOD_UNKNOWN = "de kommende år"


def words_of(
    *, municipality: str, committee: str, title: str, period: str, terms: Terms
) -> Mapping[str, str]:
    """What stands for each placeholder; `municipality` is the formal name, "Thisted Kommune"."""
    said = {f.name: getattr(terms, f.name) for f in fields(terms)}
    of_process = {
        "kommune": municipality,
        "udvalg": committee,
        "titel": title,
        "periode": period or _PERIOD_UNKNOWN,
    }
    words = {key: word for key, word in {**said, **of_process}.items() if key in PLACEHOLDERS}
    return words | {capital(key): capital(word) for key, word in words.items()}


def render(text: str, words: Mapping[str, str]) -> str:
    """The text with its placeholders filled; what somebody typed is never filled a second time."""
    return _BRACES.sub(lambda found: words.get(found[1], found[0]), text)


def unknown_placeholders(text: str) -> tuple[str, ...]:
    """What stands in braces and is no placeholder, and braces that stand alone."""
    named = [found[0] for found in _BRACES.finditer(text) if not _is_known(found[1])]
    return (*named, *_LOOSE.findall(_BRACES.sub("", text)))


def _is_known(name: str) -> bool:
    return name in PLACEHOLDERS or name in {capital(key) for key in PLACEHOLDERS}


def capital(word: str) -> str:
    """The words with a capital first, the rest as they are."""
    return word[:1].upper() + word[1:]
