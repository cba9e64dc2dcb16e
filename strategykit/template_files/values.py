"""What is wrong inside single values: empty, too long, out of range, a bad name, a CPR number."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from strategykit.domain.cpr import find_cpr
from strategykit.domain.numbers import danish
from strategykit.domain.template import FORMAT, PLACEHOLDERS, Terms
from strategykit.domain.template_meetings import MeetingPlan
from strategykit.domain.text import LONGEST, clean
from strategykit.domain.wording import unknown_placeholders
from strategykit.template_files.fields import Spot
from strategykit.template_files.problems import Problem, guess, quoted
from strategykit.template_files.shape import danish_number
from strategykit.template_files.syntax import UNFIT
from strategykit.template_files.tree import Items, Text

KEY, CLOCK = "[a-z][a-z0-9_-]{0,39}", "([01][0-9]|2[0-3]):[0-5][0-9]"


def wrong_values(seen: Iterable[Spot]) -> Iterator[Problem]:
    """Every value that cannot be as it is, whatever stands elsewhere in the file."""
    for spot in seen:
        if isinstance(spot.node, Text) and spot.node.text:
            yield from (Problem(spot.line, text) for text in _wrong_text(spot, spot.node.text))
        elif _is_empty(spot):
            yield Problem(spot.line, _empty(spot))


def cpr_numbers(seen: Iterable[Spot], text: str) -> Iterator[Problem]:
    """CPR numbers anywhere, in comments too: a process keeps the whole text of its template."""
    by_line = [(number, line) for number, line in enumerate(text.splitlines(), start=1)]
    by_value = [(spot.line, spot.node.text) for spot in seen if isinstance(spot.node, Text)]
    found = {(line, masked) for line, said in (*by_line, *by_value) for masked in find_cpr(said)}
    for line, masked in sorted(found):
        yield Problem(line, f"{masked} ligner et CPR-nummer. Fjern det")


def _is_empty(spot: Spot) -> bool:
    if isinstance(spot.node, Items):
        return spot.required and not spot.listed and not spot.node.items
    return isinstance(spot.node, Text) and spot.kind is str and (spot.required or spot.listed)


def _empty(spot: Spot) -> str:
    return f"et punkt i '{spot.name}' er tomt" if spot.listed else f"'{spot.name}' må ikke være tom"


def _wrong_text(spot: Spot, text: str) -> Iterator[str]:
    if len(text) > LONGEST:
        yield f"'{spot.name}' har {len(text)} tegn; der er plads til {LONGEST}"
    if clean(text) != text:
        yield UNFIT
    if spot.name == "key" and not re.fullmatch(KEY, text):
        yield (
            f"'key' kan ikke være {quoted(text)}; brug små bogstaver fra a til z, tal, bindestreg "
            "og understregning, højst 40 tegn og et bogstav først"
        )
    if spot.owner is MeetingPlan and spot.name == "starts" and not re.fullmatch(CLOCK, text):
        yield f"'starts' skal være et klokkeslæt som 16:00, ikke {quoted(text)}"
    yield from _wrong_braces(spot, text)
    yield from _out_of_range(spot, text)


def _wrong_braces(spot: Spot, text: str) -> Iterator[str]:
    if spot.owner is Terms and ("{" in text or "}" in text):
        yield f"'{spot.name}' er selv et af de ord, der sættes ind, og kan ikke have {{ }} i sig"
        return
    for braces in unknown_placeholders(text):
        if len(braces) == 1:
            yield f"der står et {braces} uden sin makker i '{spot.name}'"
        else:
            near = guess(braces, [f"{{{key}}}" for key in PLACEHOLDERS])
            yield f"{quoted(braces)} i '{spot.name}' kendes ikke{near}"


def _out_of_range(spot: Spot, text: str) -> Iterator[str]:
    about = spot.field.metadata
    value = danish_number(text) if "least" in about else None
    if value is None or Decimal(about["least"]) <= value <= Decimal(about["most"]):
        return
    if spot.name == "format":
        yield f"'format' skal være {FORMAT}; filen er skrevet til en anden udgave af programmet"
    else:
        allowed = f"fra {about['least']} til {about['most']}"
        yield f"'{spot.name}' skal være {allowed}, ikke {danish(value)}"
