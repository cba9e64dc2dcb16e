"""A list of entries of one kind with a form to add, and one picker to change or remove."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

import streamlit as st

from strategykit.actions.registers import entries, hangs_on, remove_entry
from strategykit.domain.entry import Entry
from strategykit.errors import StrategyError
from strategykit.ui.fields import Choices, as_shown, called_in, shown_fields
from strategykit.ui.forms import Form, add_form, edit_form, removed_key, show_said, told
from strategykit.ui.page import Visit
from strategykit.ui.text import LinkText, html_table, html_text

Kind = TypeVar("Kind", bound=Entry)


@dataclass(frozen=True)
class Register(Generic[Kind]):
    """`columns` are the fields that the list shows; `preset` also limits which entries it lists.

    `title` is the list's caption, `adds` the words on the button, `empty` what stands in its place.
    """

    visit: Visit
    kind: type[Kind]
    title: str
    adds: str
    empty: str
    columns: tuple[str, ...] = ()
    preset: Mapping[str, Any] = field(default_factory=dict)
    choices: Choices = field(default_factory=dict)
    only: tuple[str, ...] = ()
    form_columns: int = 2
    start: Mapping[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The register's name on its page."""
        return ":".join((self.kind.__name__, *(str(v) for v in self.preset.values())))

    def form(self, suffix: str) -> Form[Kind]:
        """The form of this register for adding or changing."""
        return Form(
            self.visit, self.kind, f"{self.key}:{suffix}", self.preset, self.choices,
            self.only, self.form_columns,
        )  # fmt: skip


def draw_register(register: Register[Any]) -> Sequence[Any]:
    """Draws all of it and gives the entries that it lists."""
    listed = listed_in(register)
    draw_entries(register, listed)
    draw_changes(register, listed)
    return listed


def listed_in(register: Register[Any]) -> Sequence[Any]:
    """The entries that the register is about."""
    return [
        e
        for e in entries(register.visit.db, register.visit.process_id, register.kind)
        if all(getattr(e, name) == value for name, value in register.preset.items())
    ]


def draw_changes(register: Register[Any], listed: Sequence[Entry]) -> None:
    """The form to add, and the picker to change or remove: for pages with a list of their own."""
    with st.expander(register.adds, expanded=not listed, key=f"{register.key}:open"):
        add_form(register.form("add"), register.adds, start=register.start)
    if listed:
        _draw_picker(register, listed)


def _columns(register: Register[Any]) -> Iterator[Any]:
    for part in shown_fields(register.kind, register.columns):
        yield called_in(part, register.visit.template.terms)


def draw_entries(register: Register[Any], listed: Sequence[Entry]) -> None:
    """The table of a register, or the sentence that stands where there is nothing yet.

    A column that nobody has filled is left out.
    """
    if not listed:
        html_text(register.empty, cls="sv-empty")
        return
    parts = [
        part
        for part in _columns(register)
        if any(as_shown(getattr(e, part.name), part, register.choices) for e in listed)
    ]
    rows = [[_shown(register, e, part) for part in parts] for e in listed]
    html_table(register.title, [p.metadata["label"] for p in parts], rows)


def picker(
    label: str, listed: Sequence[Entry], key: str, name: Callable[[Any], str] | None = None
) -> Any:
    """One select box over many entries; the chosen one as it is now, or None."""
    by_id = {e.id: e for e in listed}
    names = {e.id: (name(e) if name else e.headline)[:90] for e in listed}
    _follow(key, names)
    chosen = st.selectbox(
        label, ["", *by_id], format_func=lambda i: names.get(i, "Vælg"), key=key
    )  # fmt: skip
    st.session_state[f"{key}:kept"] = (chosen, names.get(chosen, ""))
    return by_id.get(chosen)


def _follow(key: str, names: Mapping[str, str]) -> None:
    """What was chosen stays so under a new name: the browser knows it by its old one.

    What is gone is not shown any more, and it is told that it went.
    """
    kept, called = st.session_state.get(f"{key}:kept", ("", ""))
    if not kept or st.session_state.get(key, "") in ("", *(i for i in names if i != kept)):
        return
    if kept not in names:
        show_said(removed_key(kept))
        st.session_state[key] = ""
    elif names[kept] != called or st.session_state[key] != kept:
        st.session_state[key] = kept


def remove_button(visit: Visit, entry: Entry, key: str, name: str = "") -> None:
    """Removing in two steps: what goes with it is said before the last click."""
    called = (name or entry.headline)[:120]
    show_said(removed_key(entry.id))
    with st.popover("Slet"):
        st.text(f"{called}\n{_loss(visit, entry)}")
        st.button("Slet nu", key=f"{key}:remove:{entry.id}", on_click=_remove,
                  args=(visit, entry, called))  # fmt: skip


def _draw_picker(register: Register[Any], listed: Sequence[Entry]) -> None:
    chosen = picker("Ret eller slet", listed, f"{register.key}:pick")
    if chosen is None:
        return
    edit_form(register.form("edit"), chosen)
    remove_button(register.visit, chosen, register.key)


def _remove(visit: Visit, entry: Entry, called: str) -> None:
    try:
        remove_entry(visit.db, visit.who, entry)
    except StrategyError as error:
        told(removed_key(entry.id), "error", str(error))
        return
    told(removed_key(entry.id), "success", f"Slettet: {called}")


def _loss(visit: Visit, entry: Entry) -> str:
    hanging = sum(hangs_on(visit.db, entry).values())
    return f"{hanging} ting, der hører til, slettes også." if hanging else "Kan ikke fortrydes."


def _shown(register: Register[Any], entry: Entry, part: Any) -> str:
    shown = as_shown(getattr(entry, part.name), part, register.choices)
    return LinkText(shown) if part.metadata["link"] else shown + _mark(entry, part.name)


def _mark(entry: Entry, name: str) -> str:
    invented = getattr(entry, "invented", False) and name in ("number", "share", "value", "start")
    return " (opdigtet eksempel)" if invented and getattr(entry, name) is not None else ""
