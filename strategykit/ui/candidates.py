"""Candidates for focus areas: grown out of the boards, weighed with dots."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from strategykit.actions.acting import new_id
from strategykit.actions.boards import board_of
from strategykit.actions.dots import dots_of, members_of
from strategykit.actions.registers import add_entry, entries
from strategykit.domain.areas import Area, Root, roots_of
from strategykit.domain.boards import DREAMS, BoardContent, Done, NoteGroup, counted, marks
from strategykit.errors import Empty, StrategyError
from strategykit.ui.dots import draw_one
from strategykit.ui.forms import Form, edit_form, show_said, told
from strategykit.ui.page import Visit
from strategykit.ui.register import picker, remove_button
from strategykit.ui.text import html_table, html_text
from strategykit.ui.wording import worded

KEY = "candidates"
LONGEST = 90


def ranked(visit: Visit) -> Sequence[Area]:
    """The candidates with most dots first."""
    dots = dots_of(visit.db, visit.process_id, visit.overview.revision)
    areas = entries(visit.db, visit.process_id, Area)
    return sorted(areas, key=lambda a: (-dots.get(a.id, 0), a.position))


def draw_candidates(visit: Visit) -> None:
    """The list, a new one out of notes, dots, and changing one."""
    areas = ranked(visit)
    contents = _contents(visit)
    html_text("Hvilke områder kan gøre den største forskel?", cls="sv-question")
    _draw_list(visit, areas, contents)
    new, given = st.columns(2, gap="large")
    with new:
        _draw_new(visit, contents)
    with given:
        if areas:
            _draw_dots(visit, areas)
    if areas:
        _draw_change(visit, areas, contents)


def trace(visit: Visit, roots: Sequence[Root]) -> list[str]:
    """Each root with its board; what is hidden stays unread."""
    titles = {plan.key: plan.title for plan in visit.template.boards}
    return [f"{titles.get(root.board, root.board)}: {_told(root)}" for root in roots]


def roots(visit: Visit, area: Area) -> tuple[Root, ...]:
    """What the area grew out of."""
    contents = _contents(visit)
    notes = [n for content in contents.values() for n in content.notes]
    groups = [g for content in contents.values() for g in content.groups]
    return roots_of(area, notes, groups)


def _contents(visit: Visit) -> dict[str, BoardContent]:
    """All boards of the template, the dreams first."""
    plans = sorted(visit.template.boards, key=lambda plan: plan.key != DREAMS)
    revision = visit.overview.revision
    return {p.key: board_of(visit.db, visit.process_id, p.key, revision) for p in plans}


def _told(root: Root) -> str:
    if root.hidden:
        return "en skjult seddel"
    many = len(root.note_ids)
    return root.title if many == 1 else f"{root.title} ({counted(many, 'seddel', 'sedler')})"


def _draw_list(visit: Visit, areas: Sequence[Area], contents: dict[str, BoardContent]) -> None:
    if not areas:
        html_text(
            "Der er ingen forslag endnu. Vælg de sedler, som et område kan vokse ud af.",
            cls="sv-empty",
        )
        return
    dots = dots_of(visit.db, visit.process_id, visit.overview.revision)
    notes = [n for content in contents.values() for n in content.notes]
    groups = [g for content in contents.values() for g in content.groups]
    rows = [
        [a.name, str(dots.get(a.id, 0)), "\n".join(trace(visit, roots_of(a, notes, groups)))]
        for a in areas
    ]
    caption = worded(visit, "Forslag til {omraader}")
    html_table(caption, ["Forslag", "Prikker", "Vokset ud af"], rows)


def _draw_new(visit: Visit, contents: dict[str, BoardContent]) -> None:
    nonce = st.session_state.setdefault(f"{KEY}:nonce", new_id())
    options = _options(visit, contents)
    with st.form(f"{KEY}:new", border=True):
        st.subheader("Nyt forslag", anchor=False)
        show_said(f"{KEY}:new")
        st.multiselect(
            "Sedler og grupper, det vokser ud af", list(options), key=f"{KEY}:roots:{nonce}",
            format_func=options.__getitem__, placeholder="Vælg sedler og grupper",
        )  # fmt: skip
        st.text_input("Forslagets navn", key=f"{KEY}:name:{nonce}")
        st.form_submit_button(
            "Tilføj forslag", type="primary", on_click=_add, args=(visit, nonce, contents)
        )


def _options(visit: Visit, contents: dict[str, BoardContent]) -> dict[str, str]:
    titles = {plan.key: plan.title for plan in visit.template.boards}
    options: dict[str, str] = {}
    for key, content in contents.items():
        mark = marks(content)
        things = {g.id: g.title for g in _used_groups(content)}
        things |= {n.id: n.text for n in content.shown}
        options |= {i: f"{titles[key]} {mark[i]}: {_short(text)}" for i, text in things.items()}
    return options


def _used_groups(content: BoardContent) -> list[NoteGroup]:
    used = {note.group_id for note in content.shown}
    return [group for group in content.groups if group.id in used]


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()} …"


def _add(visit: Visit, nonce: str, contents: dict[str, BoardContent]) -> None:
    chosen = st.session_state[f"{KEY}:roots:{nonce}"]
    name = st.session_state[f"{KEY}:name:{nonce}"]
    try:
        if not name.strip():
            raise Empty("Forslagets navn")  # as the form calls it
        area = Area(
            id=nonce, process_id=visit.process_id, name=name, note_ids=_note_ids(chosen, contents)
        )
        add_entry(visit.db, visit.who, area)
    except StrategyError as error:
        told(f"{KEY}:new", "error", str(error))
        return
    st.session_state[f"{KEY}:nonce"] = new_id()
    told(f"{KEY}:new", "success", "Forslaget er tilføjet.")


def _note_ids(chosen: Sequence[str], contents: dict[str, BoardContent]) -> tuple[str, ...]:
    """The notes themselves: a group stands for those that lie in it now."""
    members: dict[str, list[str]] = {}
    for content in contents.values():
        for note in content.shown:
            members.setdefault(note.group_id, []).append(note.id)
    ids = [note_id for one in chosen for note_id in members.get(one, [one])]
    return tuple(dict.fromkeys(ids))


def _draw_dots(visit: Visit, areas: Sequence[Area]) -> None:
    st.subheader("Prikker", anchor=False)
    dots = dots_of(visit.db, visit.process_id, visit.overview.revision)
    given = sum(dots.get(area.id, 0) for area in areas)
    members = members_of(visit.db, visit.process_id)
    among = f" Udvalget har {counted(members, 'medlem', 'medlemmer')}." if members else ""
    html_text(f"{counted(given, 'prik er givet', 'prikker er givet')} i alt.{among}")
    draw_one(visit, f"{KEY}:dots", {area.id: area.name for area in areas}, _given)


def _given(done: Done) -> None:
    told(f"{KEY}:dots", "success", done.told)


def _draw_change(visit: Visit, areas: Sequence[Area], contents: dict[str, BoardContent]) -> None:
    st.subheader("Ret et forslag", anchor=False)
    chosen = picker("Forslag at rette", areas, f"{KEY}:pick")
    if chosen is None:
        return
    edit_form(_form(visit, contents), chosen, "Gem forslag")
    remove_button(visit, chosen, KEY)


def _form(visit: Visit, contents: dict[str, BoardContent]) -> Form[Any]:
    titles = {plan.key: plan.title for plan in visit.template.boards}
    notes = {
        n.id: f"{titles[key]} {mark[n.id]}: {'(skjult seddel)' if n.hidden else _short(n.text)}"
        for key, content in contents.items()
        for mark in [marks(content)]
        for n in content.notes
    }
    return Form(visit, Area, f"{KEY}:edit", choices={"notes": notes}, only=("name", "note_ids"))
