"""A rich draft for the tests of the Word writer: many sections, long tables, hostile texts."""

from datetime import UTC, date, datetime
from functools import lru_cache

import altair as alt
import pandas as pd
import vl_convert as vlc

from strategykit.domain import palette
from strategykit.domain.outline import (
    Block,
    Cover,
    Draft,
    Figure,
    Paragraph,
    Picture,
    Ref,
    Section,
    Source,
    Table,
    Tone,
)

NOW = datetime(2026, 6, 3, 14, 30, 0, tzinfo=UTC)
HOSTILE = (
    "<b>fed</b> & <script>alert(1)</script> ]]> <!-- -->",
    '![billede](https://example.com/x.png) $\\frac{1}{2}$ =HYPERLINK("http://x")',
    "Styretegn \x00\x01\x0b\x0c\x1f\x7f og \ud800 halve tegn \uffff",
    "Familien 👩‍👩‍👧‍👦, æøå ÆØÅ, 漢字, عربى, Z̷̢a̷lgo",
    "Linje et\nLinje to\r\nLinje tre\tmed tabulator",
    "{ INCLUDEPICTURE http://127.0.0.1:9/x.png } og w:p",
)
_SENTENCES = (
    "Kommunen samler indsatsen for de unge, der hverken er i uddannelse eller job.",
    "Den unge har én gennemgående voksen, som følger med hele vejen.",
    "Praktik på en almindelig arbejdsplads er ofte det første skridt.",
    "Listen gennemgås hver måned af fagpersoner fra skole, vejledning og jobcenter.",
    "Opgørelsen viser 50 unge, og 18 af dem har stået på listen to måneder i træk.",
    "Ansvaret for den enkelte unge er placeret hos en navngiven kontaktperson.",
    "Ungdomsuddannelsesvejledningen og uddannelsesparathedsvurderingen koordineres.",
)


def prose(start: int, sentences: int) -> str:
    """So many sentences of plain municipal Danish."""
    return " ".join(_SENTENCES[(start + n) % len(_SENTENCES)] for n in range(sentences))


def rich_draft() -> Draft:
    """26 sections, 12 tables and 8 figures."""
    sections = (
        _foreword(),
        _summary(),
        _mandate(),
        _baseline(),
        *_figures(),
        _swot(),
        _statements(),
        *_areas(),
        _hostile(),
        _annex(),
    )
    cover = Cover(
        title="Ungestrategi for de 15-17-årige 2026-2030",
        municipality="Brøndby Kommune",
        committee="Ungeudvalget, § 17, stk. 4-udvalg under Kommunalbestyrelsen",
        day=date(2026, 6, 3),
        version=3,
        status="Udkast",
        notice="Opdigtet eksempel: stemmer, gruppestørrelser og periode er ikke kommunens tal.",
    )
    return Draft(
        document_id="3f0c2a9e-6f0b-4a6b-9a55-0b0f6a1d2c3e",
        cover=cover,
        sections=sections,
        sources=_sources(),
        log_head="9c1185a5c5e9fc54612808977ee8f548b2258d31",
        case_number="00.15.00-P22-3-26",
    )


def _foreword() -> Section:
    return Section(
        "forord",
        "Forord",
        1,
        (
            Paragraph("forord:1", prose(0, 2), tone=Tone.LEAD),
            Paragraph("forord:2", prose(1, 5)),
            Paragraph("forord:3", prose(3, 4)),
            Paragraph("forord:mangler", "formandens underskrift og billede.", tone=Tone.MISSING),
        ),
    )


def _summary() -> Section:
    bullets = (
        "Klart ansvar og fast koordinering: mindst halvdelen af de unge er videre efter et år.",
        "Praktik som vej ind: antallet af gengangere er højst 6 i 2027.",
        "Opsøgende kontakt: højst 2 unge kan ikke kontaktes i 2028.",
    )
    return Section(
        "resume",
        "Resumé",
        1,
        (
            Paragraph("resume:vision", VISION, tone=Tone.STATEMENT),
            Paragraph("resume:1", "Udvalget foreslår tre indsatsområder:"),
            *(Paragraph(f"resume:b{n}", text, tone=Tone.BULLET) for n, text in enumerate(bullets)),
            Paragraph("resume:2", prose(2, 3), cites=(1, 3)),
        ),
        page_break=True,
    )


VISION = "Alle 15-17-årige i Brøndby er på vej. Ingen står alene, og ingen bliver glemt."


def _mandate() -> Section:
    goals = (
        "Samle kræfterne om ét fælles mål for de 15-17-årige",
        "Give forvaltninger og skoler én retning",
        "Danne grundlag for konkrete handleplaner",
    )
    return Section(
        "baggrund",
        "Baggrund og mandat",
        1,
        (
            Paragraph("baggrund:1", prose(4, 4), cites=(2,)),
            Paragraph("baggrund:2", "Strategien har tre formål:"),
            *(Paragraph(f"baggrund:f{n}", goal, tone=Tone.BULLET) for n, goal in enumerate(goals)),
            Paragraph("baggrund:3", prose(1, 6)),
        ),
        page_break=True,
    )


def _baseline() -> Section:
    return Section(
        "nulpunkt",
        "Unge i kommunen: nulpunkt",
        1,
        (
            Paragraph("nulpunkt:1", prose(5, 2), tone=Tone.LEAD),
            Table(
                "nulpunkt:tal",
                "Udgangspunktet for de tre tællere",
                ("Indikator", "Kommunen", "Landet", "Udvikling", "Kilde og år"),
                (
                    ("Unge uden uddannelse og job (15-17 år)", "50", "..", "-4", "Tælling 2010"),
                    ("Gengangere på listen to måneder i træk", "18", "..", "+2", "Opdigtet"),
                    ("Unge, der ikke kan kontaktes", "12", "..", "0", "Opdigtet"),
                    (
                        "Andel i gang med en uddannelse",
                        "81,4 pct.",
                        "86,2 pct.",
                        "1,3 pct.",
                        "2022",
                    ),
                ),
                "Fire indikatorer med kommunens tal, landets tal, udvikling og kilde.",
            ),
            Paragraph("nulpunkt:2", prose(0, 4), cites=(1,)),
        ),
        page_break=True,
    )


def _figures() -> tuple[Section, ...]:
    return tuple(
        Section(
            f"nulpunkt:{name}",
            f"Udviklingen i {name}",
            2,
            (
                Paragraph(f"nulpunkt:{name}:1", prose(number, 3)),
                Figure(
                    f"nulpunkt:{name}:figur",
                    f"Andelen af unge i {name}, kommunen og landet, 2019-2025",
                    f"Kurver over {name}. Kommunen falder fra 12 til 9 pct., landet fra 10 til 8.",
                    f"kurve-{number}",
                ),
                Paragraph(f"nulpunkt:{name}:2", prose(number + 2, 4), cites=(number % 3 + 1,)),
            ),
        )
        for number, name in enumerate(
            (
                "uddannelse",
                "beskæftigelse",
                "fritidsjob",
                "grundskolens niende klasse",
                "forberedende grunduddannelse",
                "erhvervsuddannelse",
                "gymnasium",
                "ungehusets forløb",
            )
        )
    )


def _swot() -> Section:
    rows = tuple(
        (
            prose(number, 1),
            str(14 - number % 9),
            ("Styrke", "Svaghed", "Mulighed", "Trussel")[number % 4],
        )
        for number in range(16)
    )
    return Section(
        "swot",
        "Styrker, svagheder, muligheder og trusler",
        1,
        (
            Paragraph("swot:1", prose(6, 3)),
            Table(
                "swot:tabel",
                "De 16 højst prioriterede udsagn",
                ("Udsagn", "Prikker", "Felt"),
                rows,
                "Udsagn fra workshop 2 med antal prikker og hvilket felt de hører til.",
                rests_on=(Ref("note", "n1", "Det er uklart, hvem der har ansvaret"),),
            ),
        ),
        page_break=True,
    )


def _statements() -> Section:
    mission = (
        "Vi finder hver ung inden en måned, giver den unge én gennemgående voksen og åbner en vej "
        "i uddannelse eller på en almindelig arbejdsplads."
    )
    return Section(
        "vision",
        "Vision og mission",
        1,
        (
            Paragraph("vision:tekst", VISION, tone=Tone.STATEMENT),
            Paragraph("vision:om", prose(2, 3)),
            Paragraph("mission:tekst", mission, tone=Tone.STATEMENT),
        ),
        page_break=True,
    )


def _areas() -> tuple[Section, ...]:
    names = (
        "Klart ansvar og fast koordinering",
        "Praktik som vej ind",
        "Opsøgende kontakt",
        "Fælles kultur på tværs af forvaltninger og skoler",
        "Overgange fra grundskole til ungdomsuddannelse",
    )
    chapters = (Section("indsats", "Indsatsområder", 1, _words("indsats", 4), page_break=True),)
    for number, name in enumerate(names):
        chapters += (
            Section(f"indsats:{number}", name, 2, _words(f"indsats:{number}", number)),
            Section(f"indsats:{number}:maal", "Mål og kvalitetskriterier", 3, _goals(number)),
        )
    return chapters


def _words(key: str, start: int) -> tuple[Block, ...]:
    return (Paragraph(f"{key}:1", prose(start, 4)), Paragraph(f"{key}:2", prose(start + 1, 3)))


def _goals(number: int) -> tuple[Block, ...]:
    goals = Table(
        f"maal:{number}",
        "Målsætninger",
        ("Mål", "Fra", "Til", "År", "Ansvarlig"),
        tuple(
            (prose(number + n, 1), str(50 - n), str(25 - n), "2027", "Jobcenterchefen")
            for n in range(3)
        ),
        "Mål med udgangspunkt, måltal, år og ansvarlig.",
        widths=(0.44, 0.1, 0.1, 0.1, 0.26),
    )
    criteria = Table(
        f"kriterier:{number}",
        "Kvalitetskriterier",
        ("Kriterium", "Slags"),
        ((prose(number, 2), "proces"), (prose(number + 3, 1), "effekt")),
        "Kriterier, som det kan afgøres om strategien følges efter.",
    )
    return (goals, criteria)


def _hostile() -> Section:
    return Section(
        "fjendtlig",
        'Tekster med <tegn> & "mærker"',
        1,
        (
            *(Paragraph(f"fjendtlig:{n}", text) for n, text in enumerate(HOSTILE)),
            Paragraph("fjendtlig:lang", prose(0, 130)),
            Paragraph("fjendtlig:ord", "Lange" + "ord" * 120),
            Paragraph("fjendtlig:tom", ""),
            Table(
                "fjendtlig:tabel",
                HOSTILE[0],
                HOSTILE[:3],
                (HOSTILE[3:], (HOSTILE[0], "", "kort")),
                HOSTILE[1],
            ),
        ),
        page_break=True,
    )


def _annex() -> Section:
    rows = tuple(
        (f"{n}", prose(n, 1 + n % 3), "vejleder og jobcenter", f"{n % 7}") for n in range(1, 61)
    )
    long = (("61", prose(0, 60), "alle", "1"),)
    return Section(
        "bilag:noter",
        "Grupperede noter",
        1,
        (
            Table(
                "bilag:noter:tabel",
                "Noter fra workshop 2 med prikker",
                ("Nr.", "Note", "Gruppe", "Prikker"),
                rows + long,
                "Alle grupperede noter med gruppe og antal prikker.",
            ),
        ),
        annex=True,
        page_break=True,
    )


def _sources() -> tuple[Source, ...]:
    return (
        Source(
            1,
            "Danmarks Statistik, statistikbanken.dk/NEET3, hentet 1. maj 2026.",
            "https://www.statistikbanken.dk/NEET3",
        ),
        Source(2, "Brøndby Kommune: Strategi for de 15-17-årige, 2010."),
        Source(3, "STAR gengivet i Thisted Kommunes procesoplæg.", "javascript:alert(1)"),
    )


@lru_cache(maxsize=1)
def pictures() -> dict[str, Picture]:
    """Eight charts, drawn once."""
    return {f"kurve-{number}": _picture(number) for number in range(8)}


def _picture(number: int) -> Picture:
    years = list(range(2019, 2026))
    rows = [
        {"År": year, "Andel": base - slope * place + number / 4, "Område": name}
        for name, base, slope in (("Brøndby", 12, 0.5), ("Hele landet", 10, 0.3))
        for place, year in enumerate(years)
    ]
    chart = (
        alt.Chart(pd.DataFrame(rows))
        .mark_line(point=True, strokeWidth=3)
        .encode(
            alt.X("År:O", axis=alt.Axis(labelAngle=0)),
            alt.Y("Andel:Q", title="Pct."),
            alt.Color("Område:N", scale=alt.Scale(range=list(palette.SERIES[:2]))),
        )
        .properties(width=560, height=240)
        .to_dict()
    )
    png = vlc.vegalite_to_png(chart, scale=2)
    return Picture(png, vlc.vegalite_to_svg(chart).encode(), 150)
