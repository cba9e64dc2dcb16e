"""Forms for entries: one tap is one row, and nothing typed is lost."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import MISSING, dataclass, replace
from typing import Any

import streamlit as st

from strategykit.actions.acting import new_id
from strategykit.domain.entry import Entry
from strategykit.domain.text import REPLACED, clean
from strategykit.errors import EditConflict, NotFound, StrategyError
from strategykit.ui import fields
from strategykit.ui.form import Form, as_called, is_typed, key_of, typed_in
from strategykit.ui.text import html_text, markdown_safe

__all__ = ["Form", "GoingOn", "add_form", "draw_conflict", "draw_said", "edit_form", "removed_key",
           "show_said", "told", "untouched"]  # fmt: skip

Way = tuple[str, Callable[..., None], tuple[Any, ...]]  # a button: its words, its act, on what
NOT_SENT = "Det, I har skrevet her, er ikke gemt endnu. Det bliver stående, til I gemmer."


@dataclass(frozen=True)
class GoingOn:
    """A second way to save, and what is done when it went well."""

    label: str
    then: Callable[[], None]


def add_form(form: Form[Any], label: str, *, start: Mapping[str, Any] | None = None) -> None:
    """A form for a new entry; `start` gives the first values. Emptied when it was saved."""
    nonce = st.session_state.setdefault(f"{form.key}:nonce", new_id())
    values = {p.name: (start or {}).get(p.name, _default(p)) for p in form.parts}
    with _frame(form, nonce):
        _draw_parts(form, nonce, values)
        _draw_end(form, nonce, values, ((label, _add, (form, nonce)),))


def edit_form(
    form: Form[Any], seen: Entry, label: str = "Gem", going_on: GoingOn | None = None
) -> None:
    """A form for an entry as it was when it was opened; a conflict shows both."""
    opened = st.session_state.setdefault(f"{form.key}:seen", seen)
    if opened.id != seen.id or (opened.version != seen.version and untouched(form, opened)):
        opened = st.session_state[f"{form.key}:seen"] = seen
    if f"{form.key}:conflict" in st.session_state:
        draw_conflict(form)
        return
    nonce = f"{opened.id}:{opened.version}"
    values = {part.name: getattr(opened, part.name) for part in form.parts}
    ways: list[Way] = [(label, _change, (form, nonce))]
    if going_on:
        ways.insert(0, (going_on.label, _change, (form, nonce, going_on.then)))
    with _frame(form, nonce):
        _draw_parts(form, nonce, values)
        _draw_end(form, nonce, values, ways)


def draw_conflict(form: Form[Any]) -> None:
    """Both versions side by side, and the choice between them."""
    theirs, mine = st.session_state[f"{form.key}:conflict"]
    st.warning(str(EditConflict(theirs, mine)))
    left, right = st.columns(2)
    with left:
        _draw_version(form, "Det, der er gemt", theirs)
        st.button("Behold det gemte", key=f"{form.key}:theirs", on_click=_settle, args=(form, None))
    with right:
        _draw_version(form, "Det, I skrev", mine)
        st.button("Gem det, I skrev", key=f"{form.key}:mine", on_click=_settle, args=(form, mine))


def told(key: str, kind: str, text: str) -> None:
    """Leaves a sentence that the form shows at its next run; `kind` is error or success."""
    st.session_state[f"{key}:said"] = (kind, text)


def _frame(form: Form[Any], nonce: str) -> Any:
    """A form of Streamlit's own holds its words back in the browser until its button is pressed."""
    if form.keeps:
        return st.container(border=True, key=f"sv-form-{form.key}")
    return st.form(f"{form.key}:{nonce}", border=True)


def _draw_end(form: Form[Any], nonce: str, values: Mapping[str, Any], ways: Sequence[Way]) -> None:
    """The buttons; what comes and goes by itself stands below them, so that they stay in place."""
    if not form.keeps:
        draw_said(form.key)
        for label, act, args in ways:
            st.form_submit_button(label, type="primary", on_click=act, args=args)
        return
    with st.container(horizontal=True):
        for number, (label, act, args) in enumerate(ways):
            st.button(label, type="secondary" if number else "primary", on_click=act, args=args,
                      key=f"{form.key}:{nonce}:save:{number}")  # fmt: skip
    if is_typed(form, nonce, values):
        html_text(NOT_SENT, cls="sv-hint")
    draw_said(form.key)


def _draw_parts(form: Form[Any], nonce: str, values: Mapping[str, Any]) -> None:
    columns = st.columns(form.columns) if form.columns > 1 else []
    beside: dict[str, Any] = {}
    for number, part in enumerate(form.parts):
        for row in form.rows:
            if part.name in row and part.name not in beside:
                beside |= dict(zip(row, _beside(row), strict=True))
        place = columns[number % form.columns] if columns else beside.get(part.name)
        with place or nullcontext():
            fields.draw(part, form.kind, key_of(form, nonce, part), values[part.name], form.choices,
                        form.keeps)  # fmt: skip


def _beside(row: tuple[str, ...]) -> Any:
    """Two fields of a row are the longer and the shorter one; labels of two lines go upwards."""
    widths = [3, 2] if len(row) == 2 else len(row)  # noqa: PLR2004
    return st.columns(widths, vertical_alignment="bottom")


def _draw_version(form: Form[Any], title: str, entry: Entry) -> None:
    st.subheader(title, anchor=False)
    for part in form.parts:
        shown = fields.as_shown(getattr(entry, part.name), part, form.choices)
        st.text(f"{part.metadata['label']}: {shown}")


def show_said(key: str) -> None:
    """Shows once what told() left."""
    kind, text = st.session_state.pop(f"{key}:said", ("", ""))
    if kind == "error":
        st.error(markdown_safe(text))
    elif kind:
        st.success(markdown_safe(text))


def draw_said(key: str) -> None:
    """The same right above a form's button, so that it stands where one has just pressed.

    It has a place of its own: what comes below keeps its own when there is nothing to say.
    """
    with st.container():
        show_said(key)


def _add(form: Form[Any], nonce: str) -> None:
    visit = form.visit
    try:
        values = {**typed_in(form, nonce), **form.preset}
        entry = form.kind(id=nonce, process_id=visit.process_id, **values)
        form.add(visit.db, visit.who, entry)
    except StrategyError as error:
        told(form.key, "error", as_called(form, error))
        return
    st.session_state[f"{form.key}:nonce"] = new_id()
    told(form.key, "success", _saved(values))


def _change(form: Form[Any], nonce: str, then: Callable[[], None] | None = None) -> None:
    opened = st.session_state[f"{form.key}:seen"]
    if nonce != f"{opened.id}:{opened.version}":
        return  # the second tap of a double tap
    try:
        values = typed_in(form, nonce)
        _save(form, opened, replace(opened, **values, **form.preset))
        told(form.key, "success", _saved(values))
        if then:
            then()
    except EditConflict as conflict:
        st.session_state[f"{form.key}:conflict"] = (conflict.theirs, conflict.mine)
    except NotFound as gone:
        typed = replace(opened, **values).headline
        told(removed_key(opened.id), "error", f"{gone} I skrev: {typed}")
    except StrategyError as error:
        told(form.key, "error", as_called(form, error))


def removed_key(entry_id: str) -> str:
    """Where it is told that an entry is gone: its own form is no longer drawn."""
    return f"removed:{entry_id}"


def untouched(form: Form[Any], opened: Entry) -> bool:
    """Whether nothing was typed: such a form follows what others save, and no words are lost."""
    if f"{form.key}:conflict" in st.session_state:
        return False
    values = {part.name: getattr(opened, part.name) for part in form.parts}
    return not is_typed(form, f"{opened.id}:{opened.version}", values)


def _settle(form: Form[Any], mine: Entry | None) -> None:
    theirs, _ = st.session_state.pop(f"{form.key}:conflict")
    st.session_state.pop(f"{form.key}:seen", None)
    if mine is None:
        return
    try:
        _save(form, theirs, replace(mine, version=theirs.version))
    except EditConflict as conflict:
        st.session_state[f"{form.key}:conflict"] = (conflict.theirs, conflict.mine)
    except StrategyError as error:
        told(form.key, "error", str(error))


def _save(form: Form[Any], seen: Entry, changed: Entry) -> None:
    form.change(form.visit.db, form.visit.who, seen, changed)
    st.session_state.pop(f"{form.key}:seen", None)


def _saved(values: Mapping[str, Any]) -> str:
    strange = any(isinstance(v, str) and _unfit(v) for v in values.values())
    return f"Gemt. Tegn, der ikke kan gemmes, er vist som {REPLACED}." if strange else "Gemt."


def _unfit(text: str) -> bool:
    return clean(text).count(REPLACED) > text.count(REPLACED)


def _default(part: Any) -> Any:
    return None if part.default is MISSING else part.default
