"""The dagsordenspunkt in the municipality's own form, and the strategy on one page."""

from enum import IntEnum

from strategykit.domain.agenda_forms import AgendaForm
from strategykit.domain.numbers import danish_date
from strategykit.domain.outline import Paragraph, Section, Table, Tone
from strategykit.domain.paper import Paper
from strategykit.drafting.papers.before_body import Case
from strategykit.drafting.papers.case import FILLS
from strategykit.drafting.papers.version_text import GoalText, agreed_texts, area_texts, areas_title

_ROOM = "Mangler: skrives af sekretariatet."


def agenda_item(case: Case, form: AgendaForm) -> Paper:
    """Every heading of the form in its order; what the program does not know is said to lack."""
    process, stage = case.material.process, case.stage
    facts = (
        ("Til", stage.name),
        ("Mødedato", danish_date(stage.day) if stage.day else "ikke sat endnu"),
        ("Sagsnummer", process.case_number),
    )
    return Paper(
        title=f"Dagsordenspunkt: {process.title}",
        subtitle=f"I den form, som bruges i {form.name}",
        sender=f"{case.municipality} · {process.committee}",
        facts=tuple((name, value) for name, value in facts if value),
        sections=tuple(_section(n, title, fill, case)
                       for n, (title, fill) in enumerate(form.headings)),
        notice=f"Opdigtet eksempel. {process.example_note}" if process.example_note else "",
    )  # fmt: skip


class Brevity(IntEnum):
    """How much of the goals the page has room for."""

    WHOLE = 0
    WORDS = 1
    AREAS = 2


def one_page(case: Case, brevity: Brevity = Brevity.WHOLE) -> Paper:
    """Vision, areas with their goals, and what is asked for: no more than a page holds."""
    process = case.material.process
    sections = (
        *_texts(case),
        *_goals(case, brevity),
        *((Section("indstilling", "Det indstilles", 1,
                   (Paragraph("indstilling", case.recommended, tone=Tone.STATEMENT),)),)
          if case.recommended else ()),
    )  # fmt: skip
    return Paper(
        title=process.title,
        subtitle=f"Kort fortalt til {case.stage.name}",
        sender=f"{case.municipality} · {process.committee}",
        sections=sections,
        notice=f"Opdigtet eksempel. {process.example_note}" if process.example_note else "",
    )


def _section(number: int, title: str, fill: str, case: Case) -> Section:
    blocks = tuple(FILLS[fill](case))
    lacking = (Paragraph(f"mangler {number}", _ROOM, tone=Tone.MISSING),)
    return Section(f"punkt {number}", title, 1, blocks or lacking)


def _texts(case: Case) -> tuple[Section, ...]:
    return tuple(
        Section(f"tekst {key}", title, 1, (Paragraph(f"tekst {key}", words, tone=Tone.STATEMENT),))
        for key, title, words in agreed_texts(case.draft, case.material.template)[:2]
    )


def _goals(case: Case, brevity: Brevity) -> tuple[Section, ...]:
    areas = area_texts(case.draft, case.material.template)
    title = areas_title(case.draft, case.material.template)
    if areas and brevity is Brevity.AREAS:
        listed = (Paragraph(f"område {a.key}", a.name, tone=Tone.BULLET) for a in areas)
        return (Section("omraader", title, 1, tuple(listed)),)
    rows = tuple(
        (area.name, "\n".join(_goal(goal, brevity) for goal in area.goals) or "–") for area in areas
    )
    if not rows:
        return ()
    table = Table(
        "maal", "", ("Område", "Mål"), rows, f"{title} med deres mål", widths=(0.35, 0.65)
    )
    return (Section("omraader", f"{title} med mål", 1, (table,)),)


def _goal(goal: GoalText, brevity: Brevity) -> str:
    words = goal.text.rstrip(".")
    return f"{words} ({goal.path})" if goal.path and brevity is Brevity.WHOLE else words
