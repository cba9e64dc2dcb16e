"""Offering an improved template to a running process: see, take, leave, and take back."""

import streamlit as st

from strategykit.actions.acting import new_id
from strategykit.actions.materials import process_of, template_of
from strategykit.actions.processes import list_processes
from strategykit.actions.template_offers import (
    Offer,
    former_template,
    offer,
    take_back,
    take_template,
)
from strategykit.domain.boards import counted
from strategykit.domain.process import Process
from strategykit.errors import StrategyError
from strategykit.ui.forms import show_said, told
from strategykit.ui.page import shown_errors
from strategykit.ui.template_compare import draw_differences
from strategykit.ui.template_desk import KEY, Desk, pick_template
from strategykit.ui.text import html_table, html_text, markdown_safe

_KEY = f"{KEY}:offer"


def draw_offer(desk: Desk) -> None:
    """One running process and one template; nothing is changed before the button."""
    html_text(
        "Et forløb, der er i gang, beholder den skabelon, det begyndte med. Er skabelonen blevet "
        "bedre, kan forløbet få den nye. Se først, hvad der bliver anderledes. I kan altid "
        "fortryde."
    )
    show_said(_KEY)
    running = {p.id: p for p in list_processes(desk.db) if not p.archived}
    if not running:
        html_text("Der er ingen forløb i gang.", cls="sv-empty")
        return
    chosen = st.selectbox("Forløb i gang", list(running), format_func=lambda i: running[i].title,
                          key=f"{_KEY}:process")  # fmt: skip
    with shown_errors():
        process = process_of(desk.db, chosen)
        _draw_now(desk, process)
        _draw_choice(desk, process)


def _draw_now(desk: Desk, process: Process) -> None:
    now = template_of(process)
    html_text(f"Forløbet bruger skabelonen {now.name}, udgave {now.version}.")
    former = former_template(desk.db, process.id)
    if former:
        html_text(f"Før brugte det {former.name}.")
        st.button("Fortryd, og brug den tidligere skabelon igen", on_click=_undo,
                  args=(desk, process))  # fmt: skip


def _draw_choice(desk: Desk, process: Process) -> None:
    now = template_of(process)
    same = [t for t in desk.templates if t.template.key == now.key and t.text != process.template]
    rest = [t for t in desk.templates if t not in same and t.text != process.template]
    narrowed = Desk(desk.db, desk.who, (*same, *rest))
    picked = pick_template(narrowed, "Skabelon, forløbet kan få", f"{_KEY}:template:{process.id}")
    if picked is None:
        html_text("Der er ingen anden skabelon at vælge.", cls="sv-empty")
        return
    made = offer(desk.db, process.id, picked.text)
    _draw_losses(made)
    nonce = st.session_state.setdefault(f"{_KEY}:nonce", new_id())
    if made.meetings:
        titles = markdown_safe(", ".join(plan.title for plan in made.meetings))
        st.checkbox(f"Læg også de nye møder i planen: {titles}", value=True, key=f"{_KEY}:{nonce}")
    html_text("Møder, der allerede ligger i planen, bliver ikke ændret.", cls="sv-hint")
    st.button("Brug skabelonen i forløbet", type="primary", on_click=_take,
              args=(desk, process, picked.text, nonce))  # fmt: skip
    st.subheader("Det bliver anderledes", anchor=False)
    new = f"{picked.template.name}, udgave {picked.template.version}"
    draw_differences(made.differences, "forløbet nu", new)


def _draw_losses(made: Offer) -> None:
    if not made.losses:
        st.success("Intet af det, I har skrevet, går tabt eller bliver skjult.")
        return
    count = counted(len(made.losses), "sted", "steder")
    st.warning(
        f"På {count} er der indhold, som den nye skabelon ikke har plads til. Det bliver ikke "
        "slettet, men det bliver ikke vist. Det kommer frem igen, hvis I fortryder."
    )
    html_table("Det bliver ikke vist", ("Hvor", "Hvad"),
               [(loss.place, loss.what) for loss in made.losses])  # fmt: skip


def _take(desk: Desk, process: Process, text: str, nonce: str) -> None:
    meetings = bool(st.session_state.get(f"{_KEY}:{nonce}", False))
    try:
        taken = take_template(desk.db, desk.who, process, text, nonce=nonce, meetings=meetings)
    except StrategyError as error:
        told(_KEY, "error", str(error))
        return
    st.session_state[f"{_KEY}:nonce"] = new_id()
    new = template_of(taken)
    told(_KEY, "success", f"Forløbet bruger nu {new.name}, udgave {new.version}.")


def _undo(desk: Desk, process: Process) -> None:
    try:
        back = take_back(desk.db, desk.who, process)
    except StrategyError as error:
        told(_KEY, "error", str(error))
        return
    old = template_of(back)
    told(_KEY, "success", f"Forløbet bruger igen {old.name}, udgave {old.version}.")
