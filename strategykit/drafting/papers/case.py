"""What a case on an agenda says of the strategy, piece by piece; a form sets them in its order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from strategykit.domain.approvals import Body, Outcome
from strategykit.domain.approving import votes_text
from strategykit.domain.meetings import Meeting
from strategykit.domain.numbers import danish_date
from strategykit.domain.outline import Block, Paragraph, Table, Tone
from strategykit.domain.wording import capital
from strategykit.drafting.compose.danish import body, enumerated, phrase, sentence
from strategykit.drafting.papers.before_body import Case
from strategykit.drafting.papers.case_facts import economy, involvement, others, way
from strategykit.drafting.papers.version_text import agreed_texts, area_texts, told

#: The law behind each kind of body (lov om kommunernes styrelse).
_LAW = (
    (
        "Udvalget er nedsat efter § 17, stk. 4, i lov om kommunernes styrelse. Det rådgiver og "
        "indstiller og træffer ikke selv afgørelse."
    ),
    (
        "{strategien} vedtages af kommunalbestyrelsen, som efter § 2, stk. 1, i samme lov styrer "
        "kommunens anliggender. Et medlem kan efter § 13 forlange sin afvigende mening kort "
        "tilført protokollen."
    ),
)


Fill = Callable[[Case], Sequence[Block]]


def theme(case: Case) -> Sequence[Block]:
    """In two sentences what is to be decided."""
    process = case.material.process
    terms = case.material.template.terms
    what = f"{process.title} gælder {process.period}." if process.period else f"{process.title}."
    asked = _asked(case)
    return _said("tema", f"{what} {process.committee} har skrevet {terms.strategien}. {asked}")


def account(case: Case) -> Sequence[Block]:
    """History, description and what was heard, in one."""
    return [*history(case), *description(case)]


def history(case: Case) -> Sequence[Block]:
    """Mandate and meetings."""
    process = case.material.process
    day = f" den {danish_date(process.mandate_day)}" if process.mandate_day else ""
    given = (
        f"{body(process.mandate_body)} gav{day} {process.committee} opgaven: "
        if (process.mandate_body)
        else f"{process.committee} fik{day} opgaven: "
    )
    history = _said(
        "historik", f"{capital(given)}{sentence(process.mandate)}" if process.mandate else ""
    )
    held = [m for m in case.material.of(Meeting) if m.day is not None]
    if held:
        days = enumerated([f"{m.title} den {danish_date(m.day)}" for m in held if m.day])
        history = [
            *history,
            Paragraph("historik:moeder", f"Udvalget har holdt {len(held)} møder: {days}."),
        ]
    return history


def description(case: Case) -> Sequence[Block]:
    """Vision and the chosen areas."""
    draft, template = case.draft, case.material.template
    texts = [
        Paragraph(f"beskrivelse:{key}", f"{title}: {words}", tone=Tone.STATEMENT)
        for key, title, words in agreed_texts(draft, template)
    ]
    areas = [phrase(area.name) for area in area_texts(draft, template)]
    gathered = f"{capital(template.terms.strategien)} samler kræfterne om {enumerated(areas)}."
    chosen = [Paragraph("beskrivelse:omraader", gathered)] if areas else []
    return [*texts, *chosen]


def alternatives(case: Case) -> Sequence[Block]:
    """What steps back, and that the body may postpone, send back or change."""
    back = [
        replace(block, tone=Tone.BULLET)
        for block in told(case.draft, case.material.template, "set_back")
        if isinstance(block, Paragraph)
    ]
    name = case.stage.name
    free = f"{name} kan udsætte sagen, sende den tilbage eller ændre i teksten."
    return [*back, Paragraph("alternativer", free)]


def law(case: Case) -> Sequence[Block]:
    """The paragraphs that the case rests on."""
    strategy = capital(case.material.template.terms.strategien)
    said = (text.replace("{strategien}", strategy) for text in _LAW)
    return [Paragraph(f"lov {case.stage.id} {n}", text) for n, text in enumerate(said)]


def time(case: Case) -> Sequence[Block]:
    """Period and follow-up."""
    process = case.material.process
    begins = capital(case.material.template.terms.strategien)
    period = _said("tid", f"{begins} gælder {process.period}." if process.period else "")
    return [*period, *told(case.draft, case.material.template, "follow_up")]


def recommendation(case: Case) -> Sequence[Block]:
    """What the body is asked to do."""
    return _said("indstilling", case.recommended, Tone.STATEMENT)


def decision(case: Case) -> Sequence[Block]:
    """What the body decided, with the votes and the minority; else room for it."""
    stage = case.stage
    if stage.outcome is Outcome.WAITING:
        return [Paragraph("beslutning", "Skrives efter mødet.")]
    votes = votes_text(stage)
    parts = [
        f"{stage.outcome.value.capitalize()}.",
        sentence(stage.decision),
        f"{votes}." if votes else "",
    ]
    said = [Paragraph("beslutning", " ".join(p for p in parts if p), tone=Tone.STATEMENT)]
    if stage.minority.strip():
        said.append(Paragraph("mindretal", f"Mindretallets forslag: {sentence(stage.minority)}"))
    return said


def changed(case: Case) -> Sequence[Block]:
    """The body's changes in the text, as it stood and as it shall stand."""
    if not case.changes:
        return []
    rows = tuple(
        (w.first.before or "Nyt stykke", w.first.after or "Stykket går ud", w.first.author)
        for w in case.changes
    )
    header = ("Der stod", "Der skal stå", "Foreslået af")
    about = f"Ændringer, som {case.stage.name} har besluttet"
    return [Table("aendringer", "", header, rows, about, widths=(0.4, 0.4, 0.2))]


def _decided(case: Case) -> Sequence[Block]:
    return [*decision(case), *changed(case)]


def attachments(case: Case) -> Sequence[Block]:
    """The papers with the case."""
    return [
        Paragraph(f"bilag {n}", title, tone=Tone.BULLET)
        for n, title in enumerate(case.attachments, start=1)
    ]


def absent(_case: Case) -> Sequence[Block]:
    """Only the body's secretary knows."""
    return []


FILLS: Mapping[str, Fill] = {
    "tema": theme,
    "redegoerelse": account,
    "historik": history,
    "beskrivelse": description,
    "alternativer": alternatives,
    "lov": law,
    "oekonomi": economy,
    "andre": others,
    "inddragelse": involvement,
    "sagsgang": way,
    "tid": time,
    "indstilling": recommendation,
    "beslutning": _decided,
    "bilag": attachments,
    "fravaerende": absent,
}


def _asked(case: Case) -> str:
    strategy = case.material.template.terms.strategien
    if case.stage.body is Body.COUNCIL:
        return f"{case.stage.name} skal tage stilling til, om {strategy} skal vedtages."
    return f"{case.stage.name} skal tage stilling til {strategy}, før sagen går videre."


def _said(key: str, text: str, tone: Tone = Tone.BODY) -> list[Block]:
    return [Paragraph(key, text.strip(), tone=tone)] if text.strip() else []
