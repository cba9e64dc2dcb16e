"""Small pieces of Danish that sentences are built of."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from strategykit.domain.comparison_text import listed
from strategykit.domain.numbers import danish, danish_date
from strategykit.domain.wording import capital

LONGEST_QUOTE = 160
_COPENHAGEN = ZoneInfo("Europe/Copenhagen")
_WORDS = (
    "ingen", "én", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv",
)  # fmt: skip
_ENDS = (".", "!", "?", ":", "…")
_CLOSING = '”»")'


def number(count: int) -> str:
    """Up to twelve in words, as running text has it."""
    return _WORDS[count] if 0 <= count < len(_WORDS) else danish(count, 0)


def neuter(count: int) -> str:
    """ "ét" and then as `number` has it, of things that are et."""
    return "ét" if count == 1 else number(count)


def counted(count: int, one: str, many: str) -> str:
    """ "ét mål", "tre mål", "14 mål": `one` carries its own number word, for its gender."""
    return one if count == 1 else f"{number(count)} {many}"


def dots(count: int) -> str:
    """Dots are counted in digits, so that they can be compared at a glance."""
    return f"{danish(count, 0)} {'prik' if count == 1 else 'prikker'}"


def sentence(text: str) -> str:
    """What somebody typed, begun with a capital letter and ended with a stop."""
    said = capital(" ".join(text.split()))
    return said if not said or said.rstrip(_CLOSING).endswith(_ENDS) else f"{said}."


def ended(text: str) -> str:
    """Our own sentence with its stop, which "500.000 kr." brings with it."""
    return text if text.endswith(".") else f"{text}."


def item(text: str) -> str:
    """What somebody typed as an item of a list or a cell: a stop only when it is sentences."""
    said = sentence(text)
    bare = said.removesuffix(".")
    return said if any(f"{end} " in bare for end in _ENDS) else bare


def phrase(text: str) -> str:
    """What somebody typed, on one line and without its last stop, to stand inside a sentence."""
    said = " ".join(text.split())
    return said.removesuffix(".") if not said.endswith("..") else said


def cut(text: str, most: int = LONGEST_QUOTE) -> str:
    """The phrase, cut at a word with a mark when it is longer than a sentence can carry."""
    said = phrase(text)
    if len(said) <= most:
        return said
    kept = said[:most].rsplit(" ", 1)[0] if " " in said[:most] else said[:most]
    return f"{kept.rstrip(' ,;:.-–')} …"


def quoted(text: str, most: int = LONGEST_QUOTE) -> str:
    """Somebody's words in a sentence of ours."""
    return f"”{cut(text, most)}”"


_BODIES = ("kommunalbestyrelse", "byråd", "økonomiudvalg", "direktion", "udvalg")


def body(name: str) -> str:
    """A body inside a sentence: "kommunalbestyrelsen", but "Børne- og Ungeudvalget"."""
    said = phrase(name)
    plain = any(said.lower() in (one, f"{one}en", f"{one}et", f"{one}n") for one in _BODIES)
    return said.lower() if plain else said


def enumerated(parts: Sequence[str], most: int = 12) -> str:
    """ "a, b og c"; beyond `most` how many more there are."""
    if len(parts) <= most:
        return listed(tuple(parts)) if parts else ""
    return listed((*parts[:most], f"{number(len(parts) - most)} mere"))


def paragraphs(text: str) -> tuple[str, ...]:
    """A text of several paragraphs, parted at its blank lines."""
    parts = "\n".join(line.rstrip() for line in text.splitlines()).split("\n\n")
    return tuple(part.strip() for part in parts if part.strip())


def kroner(amount: Decimal) -> str:
    """ "2.500.000 kr."."""
    whole = amount == amount.to_integral_value()
    return f"{danish(amount, 0 if whole else 2)} kr."


def local_day(moment: datetime) -> date:
    """The date in Denmark."""
    return moment.astimezone(_COPENHAGEN).date()


def day_of(moment: datetime) -> str:
    """The same in words."""
    return danish_date(local_day(moment))


def date_or(day: date | None, otherwise: str = "–") -> str:
    """The date, or what stands where none is known."""
    return danish_date(day) if day else otherwise
