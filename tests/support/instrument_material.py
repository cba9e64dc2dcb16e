"""A process with every kind of instrument, filled in as a committee would; all of it is made up."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from strategykit.domain.actors import Actor, Side
from strategykit.domain.entry import Entry
from strategykit.domain.instrument_rows import InstrumentRow, fitted
from strategykit.domain.material import Material
from strategykit.domain.survey import AGREE, CHOICES, SurveyAnswer, SurveyRound
from strategykit.domain.template import Template
from strategykit.template_files import read_template
from tests.support.full_material import NOON, P, a_process

_FOLDER = Path(__file__).parents[1] / "templates"
_KINDS = (
    "selvtjek", "modelvalg", "samarbejdsflader", "forandringsteori", "taellere", "kulturprofil",
    "bevillingskompetence", "faelles-pulje", "handleplan", "aftaler", "kontakttrappe", "fora",
    "overdragelse", "skema", "spoergeskema",
)  # fmt: skip
TITLES = {
    "selvtjek": "Tjek af indsatsen", "modelvalg": "Valg af organisering",
    "samarbejdsflader": "Samarbejdsflader", "forandringsteori": "Forandringsteori",
    "taellere": "Tællere", "kulturprofil": "Kulturprofil",
    "bevillingskompetence": "Hvem kan bevilge", "faelles-pulje": "Fælles pulje",
    "handleplan": "Handleplan", "aftaler": "Aftaler", "kontakttrappe": "Kontakttrappe",
    "fora": "Faste møder", "overdragelse": "Overdragelse", "skema": "Tilskud til foreninger",
    "spoergeskema": "Spørgeskema",
}  # fmt: skip
_MORE = {
    "selvtjek": """
    source: "Opdigtet vejledning om tjek, 2026"
    items:
      - {key: maal, title: "{Personerne} ved, hvad {strategien} vil", group: Fælles retning}
      - {key: leder, title: Lederne bakker op, group: Fælles retning}
      - {key: data, title: Der måles på virkningen, group: Opfølgning}
      - {key: status, title: Status gøres op hvert halve år, group: Opfølgning}
      - {key: rettes, title: "Det, der ikke virker, bliver lavet om", group: Opfølgning}""",
    "modelvalg": """
    items:
      - {key: samlet, title: Én samlet enhed, pros: [Én indgang, Fælles ledelse], cons: [Dyr start]}
      - {key: net, title: Netværk, pros: [Hurtig at begynde], cons: [Svag ledelse, Få midler]}
      - {key: tovholder, title: Tovholder}
    criteria:
      - {key: indgang, title: "Én indgang for {personerne}", weight: 5}
      - {key: pris, title: Økonomi, weight: 2}
      - {key: fart, title: Kan begynde hurtigt}""",
    "taellere": """
    items:
      - {key: liste, title: På listen}
      - {key: igen, title: Gengangere}
      - {key: tabt, title: Ikke til at få fat i}""",
    "kulturprofil": """
    low: helt uenig
    high: helt enig
    items:
      - {key: fejl, title: Vi taler om vores fejl}
      - {key: hjaelp, title: Vi beder de andre om hjælp}
      - {key: regler, title: Reglerne kommer først}""",
    "skema": """
    columns:
      - {key: hvem, title: Forening, needed: ja}
      - {key: kr, title: Tilskud, kind: beløb}
      - {key: dag, title: Udbetalt, kind: dato}
      - {key: hvad, title: Vilkår, kind: lang tekst}""",
}
_MORE["spoergeskema"] = """
    groups: [leder, medarbejder, frivillig]
    items:
      - {key: maal, title: Vi arbejder mod de samme mål, group: Samarbejde}
      - {key: hjaelp, title: "Jeg ved, hvem jeg kan spørge", group: Samarbejde}
      - {key: tid, title: Der er tid til det fælles, group: Vilkår}
      - {key: mangler, title: Hvad mangler der, group: Vilkår, form: fritekst}"""
_ROWS: Mapping[str, Sequence[tuple[str, Mapping[str, str]]]] = {
    "selvtjek": [
        ("maal", {"answer": "ja", "evidence": "Det stod i det seneste brev til alle"}),
        ("leder", {"answer": "delvis"}),
        ("data", {"answer": "nej", "evidence": "Der er intet system. Det er bestilt."}),
        ("status", {"answer": "nej"}),
    ],
    "modelvalg": [
        (":vægte", {"c:indgang": "8", "c:pris": "3", "c:fart": "2"}),
        ("samlet", {"pros": "Alle sidder samme sted", "c:indgang": "5", "c:pris": "1",
                    "c:fart": "2"}),
        ("net", {"c:indgang": "2", "c:pris": "4", "c:fart": "5"}),
        ("tovholder", {"c:indgang": "3", "c:pris": "5", "c:fart": "4"}),
        (":valg", {"chosen": "Netværk; Tovholder", "reason": "Det kan begynde nu uden byggeri"}),
    ],
    "samarbejdsflader": [
        ("", {"one": "Jobcentret", "other": "Skolerne", "state": "skal styrkes",
              "barriers": "økonomisk; kulturel", "chosen": "ja",
              "note": "Et fast møde hver måned"}),
        ("", {"one": "Jobcentret", "other": "Politiet", "state": "fungerer"}),
        ("", {"one": "Skolerne", "other": "Klubberne", "state": "mangler", "barriers": "kulturel",
              "note": "Ingen har talt sammen om det endnu"}),
    ],
    "forandringsteori": [
        ("", {"activity": "Fælles møde hver måned", "output": "Ét overblik over alle på listen",
              "short": "Færre bliver væk fra aftaler", "long": "Flere gennemfører en uddannelse",
              "assumption": "Lederne giver tid til mødet"}),
        ("", {"activity": "Opsøgende medarbejder", "output": "Kontakt inden for 14 dage",
              "short": "Flere tager imod hjælp", "long": "flere gennemfører en uddannelse"}),
        ("", {"activity": "Praktikpladser i kommunens institutioner",
              "output": "20 pladser om året",
              "long": "Flere forsørger sig selv"}),
        ("", {"activity": "Mentorordning", "short": "Færre bliver væk fra aftaler"}),
    ],
    "taellere": [
        ("", {"month": "januar 2026", "c:liste": "50", "c:igen": "18", "c:tabt": "12"}),
        ("", {"month": "februar 2026", "c:liste": "47", "c:igen": "15", "c:tabt": "4"}),
        ("", {"month": "marts 2026", "c:liste": "44", "c:igen": "15"}),
        ("", {"month": "april 2026", "c:liste": "45", "c:igen": "11", "c:tabt": "3"}),
    ],
    "kulturprofil": [
        ("", {"unit": "Jobcentret", "c:fejl": "2", "c:hjaelp": "4", "c:regler": "5",
              "note": "Loven sætter rammen"}),
        ("", {"unit": "Ungeskolen", "c:fejl": "4", "c:hjaelp": "4", "c:regler": "1"}),
        ("", {"unit": "Klubberne", "c:fejl": "5", "c:regler": "2"}),
    ],
    "bevillingskompetence": [
        ("", {"role": "Medarbejder", "limit": "5.000", "above": "Teamlederen", "covers": "Udstyr"}),
        ("", {"role": "Teamleder", "limit": "50.000", "above": "Centerchefen"}),
    ],
    "faelles-pulje": [
        ("", {"purpose": "Forløb på tværs", "amount": "800000", "payers": "Alle tre forvaltninger",
              "decides": "Styregruppen"}),
        ("", {"purpose": "Småudgifter", "amount": "25.000", "decides": "Tovholderen"}),
        ("", {"purpose": "Transport"}),
    ],
    "handleplan": [
        ("", {"activity": "Hold kursus for alle teams", "owner": "Centerchefen",
              "due": "1. marts 2027", "cost": "40.000", "agreement": "Aftale med skolerne",
              "progress": "i gang"}),
        ("", {"activity": "Opret fælles liste", "owner": "Jobcenterchefen",
              "due": "1. oktober 2026", "progress": "færdig"}),
        ("", {"activity": "Skriv ny arbejdsgang", "cost": "15.000", "progress": "ikke begyndt"}),
    ],
    "aftaler": [
        ("", {"parties": "Jobcentret og skolerne", "content": "Fælles overlevering i maj",
              "responsible": "Skolelederen indkalder", "day": "3. juni 2026", "signed": "ja"}),
        ("", {"parties": "Jobcentret og politiet", "content": "Møde hvert kvartal"}),
    ],
    "kontakttrappe": [
        ("", {"step": "Send en sms", "who": "Vejlederen", "when": "Samme dag", "next": "Trin 2"}),
        ("", {"step": "Ring op", "who": "Vejlederen", "when": "Efter to dage",
              "next": "Prøv igen om aftenen, og gå så til trin 3"}),
        ("", {"step": "Tag på hjemmebesøg", "who": "Den opsøgende medarbejder"}),
    ],
    "fora": [
        ("", {"name": "Koordineringsgruppen", "members": "Lederne af de tre enheder",
              "rhythm": "Hver måned", "mandate": "Fordeler sagerne"}),
        ("", {"name": "Styregruppen", "rhythm": "Hvert kvartal"}),
    ],
    "overdragelse": [
        ("", {"thing": "De tre tællere", "owner": "Jobcenterchefen", "deputy": "Teamlederen",
              "knows": "Teamlederen ved, hvordan listen trækkes", "place": "Fællesdrevet"}),
        ("", {"thing": "Aftalerne med virksomhederne", "owner": "Konsulenten"}),
    ],
    "skema": [
        ("", {"hvem": "Boldklubben", "kr": "12.000", "dag": "1. juni 2026",
              "hvad": "Åbent for alle"}),
        ("", {"hvem": "Spejderne", "kr": "8.500"}),
    ],
}  # fmt: skip


@lru_cache(maxsize=1)
def template_text() -> str:
    """The small climate plan with all the instruments and a section for each."""
    small = (_FOLDER / "klimaplan.yaml").read_text(encoding="utf-8")
    small = small.replace("[viden, swot]", "[viden, swot, redskaber]")
    sections = "".join(
        f"    - {{key: {kind}, title: {TITLES[kind]}, fill: instrument, instrument: {kind}}}\n"
        for kind in _KINDS
    )
    return f"{small}{sections}instruments:\n{''.join(map(_plan, _KINDS))}"


def _plan(kind: str) -> str:
    head = f"  - key: {kind}\n    kind: {kind}\n    title: {TITLES[kind]}\n    ask: Hvad ser I?"
    return f"{head}{_MORE.get(kind, '')}\n"


@lru_cache(maxsize=1)
def template() -> Template:
    """The same as read."""
    return read_template(template_text(), "redskaber.yaml")


def rows(*kinds: str) -> list[InstrumentRow]:
    """What was filled in, of these kinds or of all; a row's id is its kind and its number."""
    return [
        a_row(kind, number, item, typed)
        for kind in kinds or _ROWS
        for number, (item, typed) in enumerate(_ROWS[kind], start=1)
    ]


def a_row(kind: str, number: int, item: str, typed: Mapping[str, str]) -> InstrumentRow:
    """One row as the action would keep it."""
    plan = template().instrument(kind)
    assert plan is not None
    return InstrumentRow(
        **P, id=f"{kind}{number}", position=number, instrument=kind, item=item,
        values=fitted(plan, item, typed),
    )  # fmt: skip


def survey_rounds(*sizes: int) -> list[Entry]:
    """Closed rounds with so many answers each: leaders are three, the others by turns."""
    found: list[Entry] = []
    for number, size in enumerate(sizes, start=1):
        found.append(
            SurveyRound(
                **P, id=f"runde{number}", instrument="spoergeskema", number=number,
                audience="Alle i de tre forvaltninger", opened_at=NOON, closed_at=NOON,
            )
        )  # fmt: skip
        found += [_answer(number, place) for place in range(size)]
    return found


def _answer(number: int, place: int) -> SurveyAnswer:
    word = CHOICES[(place + number) % len(CHOICES)]
    texts = (("mangler", f"Der mangler nummer {place}"),) if place % 2 else ()
    group = "leder" if place < 3 else ("medarbejder", "frivillig")[place % 2]
    return SurveyAnswer(
        **P, id=f"svar{number}-{place}", round_id=f"runde{number}", group=group,
        values=(("maal", word), ("hjaelp", AGREE[place % 5]), ("tid", AGREE[number]), *texts),
    )  # fmt: skip


def instrument_material(*things: InstrumentRow, rounds: Sequence[int] = (12, 20)) -> Material:
    """A process with these rows, or with all of them, and rounds of a survey of these sizes."""
    actors: list[Entry] = [
        Actor(**P, id="a1", name="Jobcentret", side=Side.INTERNAL),
        Actor(**P, id="a2", name="Skolerne", side=Side.INTERNAL),
    ]
    process = a_process("ungestrategi", template=template_text(), title="Klimaplan for alle")
    kinds: dict[type[Entry], tuple[Entry, ...]] = {
        InstrumentRow: tuple(things or rows()), Actor: tuple(actors),
    }  # fmt: skip
    for kind in (SurveyRound, SurveyAnswer):
        kinds[kind] = tuple(one for one in survey_rounds(*rounds) if type(one) is kind)
    return Material(process, template(), kinds, {})
