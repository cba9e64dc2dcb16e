"""Real lists: bullets, and the numbered list of sources."""

from dataclasses import dataclass

from strategykit.drafting.word.oxml import DECLARED

_BULLETS = ("\u2022", "\u2013", "\u2022")


@dataclass(frozen=True)
class Lists:
    """The numbers of the two lists in one document's numbering part."""

    bullets: int = 1
    sources: int = 2


def list_shapes(lists: Lists) -> tuple[str, str]:
    """The abstract definitions, which bear the same numbers as the lists that use them."""
    levels = "".join(_bullet_level(level) for level in range(len(_BULLETS)))
    return (
        _shape(lists.bullets, "hybridMultilevel", levels),
        _shape(lists.sources, "singleLevel", _source_level()),
    )


def list_numbers(lists: Lists) -> tuple[str, str]:
    """The lists themselves."""
    return (_number(lists.bullets, lists.bullets), _number(lists.sources, lists.sources))


def restarted(number: int, lists: Lists, start: int) -> str:
    """Another list of sources that counts on from `start`, for sources whose numbers jump."""
    begin = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
    return _number(number, lists.sources, begin)


def numbering_part(lists: Lists) -> str:
    """A whole numbering.xml."""
    inside = "".join((*list_shapes(lists), *list_numbers(lists)))
    return f"<w:numbering {DECLARED}>{inside}</w:numbering>"


def _shape(number: int, kind: str, levels: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{0x5A17C000 + number:08X}"/>'
        f'<w:multiLevelType w:val="{kind}"/>{levels}</w:abstractNum>'
    )


def _number(number: int, shape: int, inside: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{shape}"/>{inside}</w:num>'


def _bullet_level(level: int) -> str:
    return _level(level, "bullet", _BULLETS[level], 397 + 283 * level, 283)


def _source_level() -> str:
    return _level(0, "decimal", "[%1]", 567, 567)


def _level(level: int, kind: str, text: str, left: int, hanging: int) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )
