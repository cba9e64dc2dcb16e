"""The knowledge base: what there is of each kind, and the register of the chosen one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from strategykit.actions.knowledge import knowledge_counts
from strategykit.domain.entry import Entry
from strategykit.domain.knowledge import (
    Constraint,
    EvidenceCard,
    Interview,
    Practice,
    ThemeCount,
    Unit,
    Voice,
    theme_counts,
)
from strategykit.ui.page import Visit
from strategykit.ui.register import Register, draw_register
from strategykit.ui.text import html_list, html_table, html_text
from strategykit.ui.tiles import Tile, draw_tiles
from strategykit.ui.voices import voices_heading
from strategykit.ui.wording import worded

NO_FOCUS = "Uden fokus"


@dataclass(frozen=True)
class Shelf:
    """One kind of knowledge; `lists` is the caption of its table, `about` says what it is for."""

    kind: type[Entry]
    title: str
    lists: str
    about: str
    adds: str
    empty: str


SHELVES = (
    Shelf(
        EvidenceCard,
        "Videnskort",
        "Påstande og deres kilder",
        "Det, I ved, med kilde. SWOT, {omraader} og udkastet henviser til kortene.",
        "Tilføj videnskort",
        "Der er ingen videnskort endnu. Begynd med det, som alle i udvalget skal vide.",
    ),
    Shelf(
        Constraint,
        "Vilkår",
        "Det, {strategien} skal holde sig inden for",
        "Det, {strategien} skal holde sig inden for, for eksempel budget eller lov. Vilkårene står "
        "øverst på siderne i de næste faser.",
        "Tilføj vilkår",
        "Der er ingen vilkår endnu.",
    ),
    Shelf(
        Practice,
        "God praksis",
        "Eksempler fra andre",
        "Det, andre kommuner gør, som I kan lære af.",
        "Tilføj god praksis",
        "Der er ingen eksempler på god praksis endnu.",
    ),
    Shelf(
        Interview,
        "Interview",
        "Notater fra samtaler",
        "Notater fra samtaler med samarbejdspartnere. Skriv aldrig navnet på den, der talte.",
        "Tilføj interviewnotat",
        "Der er ingen interviewnotater endnu.",
    ),
    Shelf(
        Voice,
        "",
        "Det har vi hørt",
        "Det, de selv har sagt, hvordan de er hørt, og hvad det ændrede. Skriv aldrig, hvem der "
        "sagde det. Stemmerne står ved siden af SWOT og drømme.",
        "Tilføj stemme",
        "Der er ingen stemmer endnu.",
    ),
    Shelf(
        Unit,
        "Organisation",
        "Enheder og opgaver",
        "Hvem der har hvilken opgave i kommunen i dag, og hvem de arbejder sammen med.",
        "Tilføj enhed",
        "Der er ingen enheder endnu.",
    ),
)


def draw_knowledge(visit: Visit) -> None:
    """How much there is of everything, and one register."""
    counts = knowledge_counts(visit.db, visit.process_id)
    titles = {shelf.kind.__name__: _title(visit, shelf) for shelf in SHELVES}
    draw_tiles("Vidensgrundlaget i tal", [Tile(counts[s.kind], _title(visit, s)) for s in SHELVES])
    chosen = st.segmented_control(
        "Vis", list(titles), format_func=titles.__getitem__, default=EvidenceCard.__name__,
        required=True, key="knowledge:kind", persist_state="session", label_visibility="collapsed",
    )  # fmt: skip
    _draw_shelf(visit, next(shelf for shelf in SHELVES if shelf.kind.__name__ == chosen))


def _draw_shelf(visit: Visit, shelf: Shelf) -> None:
    st.header(_title(visit, shelf), anchor=False)
    html_text(worded(visit, shelf.about))
    if shelf.kind is Interview:
        _draw_guide(visit)
    summing_up = st.container()
    listed = draw_register(_register(visit, shelf))
    if shelf.kind is Interview:
        with summing_up:
            _draw_themes(visit, listed)


def _register(visit: Visit, shelf: Shelf) -> Register[Entry]:
    foci = {question.key: question.text for question in visit.template.interview_foci}
    return Register(
        visit,
        shelf.kind,
        title=worded(visit, shelf.lists),
        adds=shelf.adds,
        empty=shelf.empty,
        choices={"interview_foci": foci},
    )


def _title(visit: Visit, shelf: Shelf) -> str:
    return shelf.title or voices_heading(visit)


def _draw_guide(visit: Visit) -> None:
    if foci := visit.template.interview_foci:
        html_text("Spørg om:")
        html_list(f"{focus.text}: {focus.hint}" if focus.hint else focus.text for focus in foci)


def _draw_themes(visit: Visit, interviews: Sequence[Interview]) -> None:
    themes = theme_counts(interviews)
    if not themes:
        return
    foci = {focus.key: focus.text for focus in visit.template.interview_foci}
    loose = any(_outside(theme, foci) for theme in themes)
    header = ["Tema", *foci.values(), *([NO_FOCUS] if loose else []), "I alt"]
    rows = [
        [
            theme.theme,
            *(_count(theme.by_focus.get(key, 0)) for key in foci),
            *([_count(_outside(theme, foci))] if loose else []),
            str(theme.total),
        ]
        for theme in themes
    ]
    html_table("Temaer efter antal notater", header, rows)


def _outside(theme: ThemeCount, foci: Mapping[str, str]) -> int:
    return theme.total - sum(theme.by_focus.get(key, 0) for key in foci)


def _count(number: int) -> str:
    return str(number) if number else "–"
