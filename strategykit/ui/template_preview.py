"""What a template gives, as somebody would want to see it before choosing."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields

import streamlit as st

from strategykit.domain.boards import counted
from strategykit.domain.instruments import InstrumentPlan
from strategykit.domain.template import SectionPlan, Template
from strategykit.domain.template_meetings import ItemPlan, MeetingPlan
from strategykit.domain.template_words import as_said, field_label, part_label
from strategykit.ui.text import html_list, html_table, html_text

_KEY = "templates:preview"


def draw_preview(template: Template) -> None:
    """One side of the template at a time."""
    chosen = st.segmented_control(
        "Hvad vil I se?", list(_SIDES), default=_PHASES, required=True, key=_KEY,
    )  # fmt: skip
    _SIDES[chosen or _PHASES](template)


def _draw_phases(template: Template) -> None:
    html_table(
        "Faserne i den rækkefølge, de kommer",
        ("Fase", "Hvad den giver", "Sider", "Skal være på plads, før den forlades"),
        [
            (phase.title, phase.aim, "\n".join(_page(template, p) for p in phase.pages),
             "\n".join(as_said("exit", key) for key in phase.exit))
            for phase in template.phases
        ],
    )  # fmt: skip


def _page(template: Template, page: str) -> str:
    return template.page_titles.get(page) or as_said("page", page)


def _draw_evenings(template: Template) -> None:
    names = {meeting.key: meeting.title for meeting in template.meetings}
    key = st.selectbox("Møde", list(names), format_func=names.__getitem__, key=f"{_KEY}:meeting")
    meeting = next((m for m in template.meetings if m.key == key), template.meetings[0])
    if meeting.purpose:
        html_text(meeting.purpose)
    html_table(
        f"{meeting.title}, {meeting.kind.value}, {meeting.minutes} minutter",
        ("Kl.", "Punkt", "Minutter", "Form", "Sådan gør I", "Trin på telefonerne"),
        _rows(meeting),
    )


def _rows(meeting: MeetingPlan) -> Iterator[tuple[str, ...]]:
    hours, minutes = meeting.starts.split(":")
    now = int(hours) * 60 + int(minutes)
    for item in meeting.items:
        yield (
            f"{now // 60 % 24}.{now % 60:02}", item.title, str(item.minutes), item.seating.value,
            item.script or item.purpose, _steps(item),
        )  # fmt: skip
        now += item.minutes


def _steps(item: ItemPlan) -> str:
    return "\n".join(f"{s.title} ({s.minutes} min.): {s.ask}".rstrip(": ") for s in item.steps)


def _draw_boards(template: Template) -> None:
    html_table(
        "Tavler til sedler",
        ("Tavle", "Spørgsmål", "Felter", "Prikker til hver"),
        [(b.title, b.ask, "\n".join(f.title for f in b.fields), str(b.dots))
         for b in template.boards],
    )  # fmt: skip
    html_table(
        "Tekster, som udvalget vedtager",
        ("Tekst", "Spørgsmål", "Hjælp"),
        [(s.title, s.ask, s.hint) for s in template.statements],
    )
    if template.instruments:
        html_table(
            "Redskaber", ("Redskab", "Slags", "Spørgsmål", "Punkter"),
            [(i.title, as_said("kind", i.kind), i.ask, _parts_of(i)) for i in template.instruments],
        )  # fmt: skip


def _parts_of(plan: InstrumentPlan) -> str:
    parts = [part.title for part in plan.items]
    parts += [part.title for part in plan.criteria]
    parts += [part.title for part in plan.columns]
    return "\n".join(parts)


def _draw_document(template: Template) -> None:
    html_table(
        "Afsnittene i Word-dokumentet",
        ("Nr.", "Overskrift", "Fyldes med", "Faste sætninger"),
        [
            (_number(template, place), s.title, _filled_by(template, s), "\n".join(s.intro))
            for place, s in enumerate(template.document.sections)
        ],
    )


def _filled_by(template: Template, section: SectionPlan) -> str:
    """What fills it; a text or an instrument by its own title."""
    texts = [part.title for part in template.statements if part.key == section.statement]
    filled = [part.title for part in template.instruments if part.key == section.instrument]
    title = next(iter(texts + filled), "")
    said = as_said("fill", section.fill)
    return f"{said}: {title}" if title else said


def _number(template: Template, place: int) -> str:
    before = template.document.sections[: place + 1]
    same = [s for s in before if s.annex == before[-1].annex]
    return f"Bilag {len(same)}" if before[-1].annex else str(len(same))


def _draw_words(template: Template) -> None:
    html_table(
        "Ordene, som siderne og dokumentet bruger",
        ("Ord for", "Ordet"),
        [(field_label(type(template.terms), f.name), getattr(template.terms, f.name))
         for f in fields(template.terms)],
    )  # fmt: skip
    html_text("Forslag til formål", cls="sv-subhead")
    html_list(template.purposes)
    if template.glossary:
        html_table(
            "Ordliste", ("Ord", "Betydning"), [(g.term, g.meaning) for g in template.glossary]
        )


def _draw_rest(template: Template) -> None:
    """Every list that has no side of its own, so that a new kind shows by itself."""
    shown = {"phases", "meetings", "boards", "statements", "instruments", "purposes", "glossary"}
    rest = [f.name for f in fields(template) if f.name not in shown]
    lists = {name: v for name in rest if isinstance(v := getattr(template, name), tuple) and v}
    for name, values in lists.items():
        html_text(part_label(name), cls="sv-subhead")
        html_list(as_said(name, value) for value in values)
    if not lists:
        html_text("Skabelonen har ikke mere.", cls="sv-empty")


_PHASES = "Faser"
_SIDES: Mapping[str, Callable[[Template], None]] = {
    _PHASES: _draw_phases,
    "Aften for aften": _draw_evenings,
    "Tavler, tekster og redskaber": _draw_boards,
    "Dokumentet": _draw_document,
    "Ord": _draw_words,
    "Resten": _draw_rest,
}


def in_short(template: Template) -> str:
    """How much there is of it, in one line."""
    sections = template.document.sections
    return ", ".join((
        counted(len(template.phases), "fase", "faser"),
        counted(len(template.meetings), "møde", "møder"),
        counted(len(template.boards), "tavle", "tavler"),
        counted(len(template.statements), "fælles tekst", "fælles tekster"),
        counted(len(template.instruments), "redskab", "redskaber"),
        f"{counted(len(sections), 'afsnit', 'afsnit')} i dokumentet",
    ))  # fmt: skip
