"""Forms for entries: one tap is one row, and nothing typed is lost."""

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import MISSING, dataclass, field, replace
from typing import Any, Generic, TypeVar

import streamlit as st

from strategykit.actions.acting import new_id
from strategykit.actions.registers import add_entry, change_entry
from strategykit.domain.entry import Entry
from strategykit.domain.text import REPLACED, clean
from strategykit.errors import EditConflict, Empty, NotFound, StrategyError
from strategykit.ui import fields
from strategykit.ui.page import Visit
from strategykit.ui.text import markdown_safe

Kind = TypeVar("Kind", bound=Entry)


@dataclass(frozen=True)
class Form(Generic[Kind]):
    """`key` names the form on its page; `preset` holds the fields that the page gives by itself.

    `choices` maps a field's `refs` to ids and the words shown for them. `only` orders and limits
    the fields; `columns` is how many stand beside each other, `rows` names those that do in a form
    whose other fields have the whole width.
    """

    visit: Visit
    kind: type[Kind]
    key: str
    preset: Mapping[str, Any] = field(default_factory=dict)
    choices: fields.Choices = field(default_factory=dict)
    only: tuple[str, ...] = ()
    columns: int = 1
    rows: tuple[tuple[str, ...], ...] = ()
    add: Callable[..., bool] = add_entry
    change: Callable[..., Any] = change_entry

    @property
    def parts(self) -> tuple[Any, ...]:
        """The fields that the form asks for."""
        shown = fields.shown_fields(self.kind, self.only)
        terms = self.visit.template.terms
        return tuple(fields.called_in(f, terms) for f in shown if f.name not in self.preset)


def add_form(form: Form[Any], label: str, *, start: Mapping[str, Any] | None = None) -> None:
    """A form for a new entry; `start` gives the first values. Emptied when it was saved."""
    nonce = st.session_state.setdefault(f"{form.key}:nonce", new_id())
    with st.form(f"{form.key}:{nonce}", border=True):
        _draw_parts(form, nonce, lambda part: (start or {}).get(part.name, _default(part)))
        draw_said(form.key)
        st.form_submit_button(label, type="primary", on_click=_add, args=(form, nonce))


def edit_form(form: Form[Any], seen: Entry, label: str = "Gem") -> None:
    """A form for an entry as it was when it was opened; a conflict shows both."""
    opened = st.session_state.setdefault(f"{form.key}:seen", seen)
    if opened.id != seen.id or (opened.version != seen.version and untouched(form, opened)):
        opened = st.session_state[f"{form.key}:seen"] = seen
    if f"{form.key}:conflict" in st.session_state:
        draw_conflict(form)
        return
    nonce = f"{opened.id}:{opened.version}"
    with st.form(f"{form.key}:{nonce}", border=True):
        _draw_parts(form, nonce, lambda part: getattr(opened, part.name))
        draw_said(form.key)
        st.form_submit_button(label, type="primary", on_click=_change, args=(form, nonce))


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


def _draw_parts(form: Form[Any], nonce: str, value: Callable[[Any], Any]) -> None:
    columns = st.columns(form.columns) if form.columns > 1 else []
    beside: dict[str, Any] = {}
    for number, part in enumerate(form.parts):
        for row in form.rows:
            if part.name in row and part.name not in beside:
                beside |= dict(zip(row, _beside(row), strict=True))
        place = columns[number % form.columns] if columns else beside.get(part.name)
        with place or nullcontext():
            fields.draw(part, form.kind, _key(form, nonce, part), value(part), form.choices)


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


def _typed(form: Form[Any], nonce: str) -> dict[str, Any]:
    return {
        part.name: fields.read(part, form.kind, st.session_state[_key(form, nonce, part)])
        for part in form.parts
    }


def _add(form: Form[Any], nonce: str) -> None:
    visit = form.visit
    try:
        values = {**_typed(form, nonce), **form.preset}
        entry = form.kind(id=nonce, process_id=visit.process_id, **values)
        form.add(visit.db, visit.who, entry)
    except StrategyError as error:
        told(form.key, "error", _as_called(form, error))
        return
    st.session_state[f"{form.key}:nonce"] = new_id()
    told(form.key, "success", _saved(values))


def _change(form: Form[Any], nonce: str) -> None:
    opened = st.session_state[f"{form.key}:seen"]
    if nonce != f"{opened.id}:{opened.version}":
        return  # the second tap of a double tap
    try:
        values = _typed(form, nonce)
        _save(form, opened, replace(opened, **values, **form.preset))
        told(form.key, "success", _saved(values))
    except EditConflict as conflict:
        st.session_state[f"{form.key}:conflict"] = (conflict.theirs, conflict.mine)
    except NotFound as gone:
        typed = replace(opened, **values).headline
        told(removed_key(opened.id), "error", f"{gone} I skrev: {typed}")
    except StrategyError as error:
        told(form.key, "error", _as_called(form, error))


def _as_called(form: Form[Any], error: StrategyError) -> str:
    """The sentence with the empty field under the name that the form shows."""
    names = {part.metadata.get("else_called"): part.metadata["label"] for part in form.parts}
    if isinstance(error, Empty) and error.field in names:
        return str(Empty(names[error.field]))
    return str(error)


def removed_key(entry_id: str) -> str:
    """Where it is told that an entry is gone: its own form is no longer drawn."""
    return f"removed:{entry_id}"


def untouched(form: Form[Any], opened: Entry) -> bool:
    """Whether nothing was typed: such a form follows what others save, and no words are lost."""
    if f"{form.key}:conflict" in st.session_state:
        return False
    nonce = f"{opened.id}:{opened.version}"
    try:
        return all(
            fields.read(part, form.kind, st.session_state[key]) == getattr(opened, part.name)
            for part in form.parts
            if (key := _key(form, nonce, part)) in st.session_state
        )
    except StrategyError:
        return False  # what cannot be read was typed


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


def _key(form: Form[Any], nonce: str, part: Any) -> str:
    return f"{form.key}:{nonce}:{part.name}"
