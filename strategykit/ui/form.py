"""A form for one kind of entry: what it asks for, and what stands in its fields."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

import streamlit as st

from strategykit.actions.registers import add_entry, change_entry
from strategykit.domain.entry import Entry
from strategykit.errors import Empty, StrategyError
from strategykit.ui import fields
from strategykit.ui.page import Visit

Kind = TypeVar("Kind", bound=Entry)


@dataclass(frozen=True)
class Form(Generic[Kind]):
    """`key` names the form on its page; `preset` holds the fields that the page gives by itself.

    `choices` maps a field's `refs` to ids and the words shown for them. `only` orders and limits
    the fields; `columns` is how many stand beside each other, `rows` names those that do in a form
    whose other fields have the whole width. What is typed in a form that `keeps` stays in the
    session while another form is in its place.
    """

    visit: Visit
    kind: type[Kind]
    key: str
    preset: Mapping[str, Any] = field(default_factory=dict)
    choices: fields.Choices = field(default_factory=dict)
    only: tuple[str, ...] = ()
    columns: int = 1
    rows: tuple[tuple[str, ...], ...] = ()
    keeps: fields.Keep = None
    add: Callable[..., bool] = add_entry
    change: Callable[..., Any] = change_entry

    @property
    def parts(self) -> tuple[Any, ...]:
        """The fields that the form asks for."""
        shown = fields.shown_fields(self.kind, self.only)
        terms = self.visit.template.terms
        return tuple(fields.called_in(f, terms) for f in shown if f.name not in self.preset)


def key_of(form: Form[Any], nonce: str, part: Any) -> str:
    """Under what name the field's value stands in the session."""
    return f"{form.key}:{nonce}:{part.name}"


def typed_in(form: Form[Any], nonce: str) -> dict[str, Any]:
    """What stands in the fields; raises BadNumber with the field's name."""
    return {
        part.name: fields.read(part, form.kind, st.session_state[key_of(form, nonce, part)])
        for part in form.parts
    }


def is_typed(form: Form[Any], nonce: str, values: Mapping[str, Any]) -> bool:
    """Whether a field says something else than what it began with."""
    try:
        return any(
            fields.read(part, form.kind, st.session_state[key]) != _begun(part, form, values)
            for part in form.parts
            if (key := key_of(form, nonce, part)) in st.session_state
        )
    except StrategyError:
        return True  # what cannot be read was typed


def _begun(part: Any, form: Form[Any], values: Mapping[str, Any]) -> Any:
    """An empty field that was never set reads as an empty text."""
    value = values[part.name]
    return fields.read(part, form.kind, None) if value is None else value


def as_called(form: Form[Any], error: StrategyError) -> str:
    """The sentence with the empty field under the name that the form shows."""
    names = {part.metadata.get("else_called"): part.metadata["label"] for part in form.parts}
    if isinstance(error, Empty) and error.field in names:
        return str(Empty(names[error.field]))
    return str(error)
