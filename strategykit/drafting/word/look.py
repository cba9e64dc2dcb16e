"""What a Word style is made of: the house's two colours, the style, and its measures."""

from dataclasses import dataclass

from strategykit.domain import palette

FONT = "Arial"
"""On every machine, and as wide as Liberation Sans, so that LibreOffice breaks the same pages."""


def ink(colour: str) -> str:
    """The colour as Word writes it."""
    return colour.removeprefix("#")


@dataclass(frozen=True)
class Look:
    """The two colours that a house style may replace by its own."""

    accent: str = ink(palette.ACCENT)
    soft: str = ink(palette.ACCENT_SOFT)


def mixed(colour: str) -> str:
    """A tenth of the colour on white, as a surface behind text."""
    parts = (int(colour[place : place + 2], 16) for place in (0, 2, 4))
    return "".join(f"{round(255 - (255 - part) / 10):02X}" for part in parts)


@dataclass(frozen=True)
class Style:
    """One style; `id` stands in the text, `name` is what Word shows and other files look up."""

    id: str
    name: str
    ppr: str = ""
    rpr: str = ""
    based: str = "Normal"
    follow: str = ""
    kind: str = "paragraph"
    link: str = ""

    def xml(self) -> str:
        """The style as an element of styles.xml."""
        default = ' w:default="1"' if self.name in ("Normal", "Default Paragraph Font") else ""
        custom = "" if self.name in BUILT_IN else ' w:customStyle="1"'
        based = f'<w:basedOn w:val="{self.based}"/>' if self.based else ""
        follow = f'<w:next w:val="{self.follow}"/>' if self.follow else ""
        ppr = f"<w:pPr>{self.ppr}</w:pPr>" if self.ppr else ""
        rpr = f"<w:rPr>{self.rpr}</w:rPr>" if self.rpr else ""
        return (
            f'<w:style w:type="{self.kind}"{default}{custom} w:styleId="{self.id}">'
            f'<w:name w:val="{self.name}"/>{based}{follow}<w:uiPriority w:val="9"/><w:qFormat/>'
            f"{ppr}{rpr}{self.link}</w:style>"
        )


BUILT_IN = {
    "Normal": "Normal",
    "Default Paragraph Font": "Standardskrifttype i afsnit",
    "Normal Table": "Tabel - Normal",
    "No List": "Ingen oversigt",
    "Title": "Titel",
    "Subtitle": "Undertitel",
    "heading 1": "Overskrift 1",
    "heading 2": "Overskrift 2",
    "heading 3": "Overskrift 3",
    "caption": "Billedtekst",
    "List Bullet": "Opstilling - punkttegn",
    "toc 1": "Indholdsfortegnelse 1",
    "toc 2": "Indholdsfortegnelse 2",
    "TOC Heading": "Overskrift til indholdsfortegnelse",
    "Hyperlink": "Hyperlink",
}
"""Word's own styles, by the name in the file, with what Danish Word calls them."""


def spacing(before: int, after: int, line: int = 0) -> str:
    """Space above and below in twentieths of a point, line height in 240ths of a line."""
    height = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{height}/>'


def letters(half_points: int, colour: str = "") -> str:
    """Size, and colour when it is not that of the text around."""
    hue = f'<w:color w:val="{colour}"/>' if colour else ""
    return f'{hue}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def rule(side: str, colour: str, eighths: int, room: int, kind: str = "single") -> str:
    """A line along one side of a paragraph."""
    return f'<w:{side} w:val="{kind}" w:sz="{eighths}" w:space="{room}" w:color="{colour}"/>'


def boxed(colour: str, shade: str, eighths: int) -> str:
    """A thick line to the left of a shaded surface, with air around the words."""
    air = (shade, 32, 4)
    sides = {"top": air, "left": (colour, eighths, 8), "bottom": air, "right": air}
    edges = "".join(rule(side, *line) for side, line in sides.items())
    return f'<w:pBdr>{edges}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>'


KEEP = "<w:keepNext/><w:keepLines/>"
BOLD = "<w:b/><w:bCs/>"
CENTRED = '<w:jc w:val="center"/>'
TEXT = ink(palette.TEXT)
QUIET = ink(palette.TEXT_QUIET)
CARE = ink(palette.CARE)
CARE_SOFT = "FBF1E3"
HAIRLINE = "C3CED2"
LANGUAGE = '<w:lang w:val="da-DK" w:eastAsia="da-DK" w:bidi="ar-SA"/>'
