"""One widget for each kind of field, and the way back from what was typed to a value."""

from collections.abc import Mapping
from copy import copy
from dataclasses import Field, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, Literal, cast, get_args, get_origin, get_type_hints

import streamlit as st

from strategykit.domain.entry import Entry
from strategykit.domain.numbers import danish, danish_date, parse_number
from strategykit.domain.template import Terms
from strategykit.domain.wording import capital
from strategykit.errors import BadNumber
from strategykit.ui.text import markdown_safe

Choices = Mapping[str, Mapping[str, str]]
Keep = Literal["session"] | None
NO_CHOICE = "Ikke valgt"


def shown_fields(kind: type[Entry], only: tuple[str, ...] = ()) -> tuple[Field[Any], ...]:
    """The fields that a form asks for: those with a name, not hidden; or just `only`."""
    named = [f for f in fields(kind) if "label" in f.metadata]
    if only:
        return tuple(f for name in only for f in named if f.name == name)
    return tuple(f for f in named if not f.metadata["hidden"])


def called_in(part: Field[Any], terms: Terms) -> Field[Any]:
    """The field as a form shows it: by the template's own word where it is one that it gives."""
    term = part.metadata["term"]
    if not term:
        return part
    label, word = part.metadata["label"], capital(getattr(terms, term))
    own = copy(part)
    own.metadata = {**part.metadata, "label": word, "else_called": label, "written": True}  # type: ignore[assignment]
    return own


def draw(field: Field[Any], kind: type[Entry], key: str, value: Any, choices: Choices,
         keep: Keep = None) -> None:  # fmt: skip
    """The widget of a field; its value stands in the session under `key`."""
    label, hint = field.metadata["label"], field.metadata["hint"] or None
    label = markdown_safe(label) if field.metadata.get("written") else label
    hint_is = _kind_of(kind, field.name)
    if field.metadata["refs"]:
        names = choices.get(field.metadata["refs"], {})
        _draw_refs(label, hint, key, value, names, hint_is, keep)
    elif isinstance(hint_is, type) and issubclass(hint_is, StrEnum):
        allowed = choices.get(field.name)
        options = [each for each in hint_is if allowed is None or each.value in allowed]
        index = options.index(value) if value in options else 0
        st.selectbox(label, options, index, format_func=capital, key=key, help=hint,
                     persist_state=keep)  # fmt: skip
    elif hint_is is bool:
        st.checkbox(label, value=bool(value), key=key, help=hint, persist_state=keep)
    elif hint_is is date:
        st.date_input(label, value=value, format="DD.MM.YYYY", key=key, help=hint,
                      min_value=date(1990, 1, 1), max_value=date(2100, 12, 31),
                      persist_state=keep)  # fmt: skip
    elif field.metadata["long"]:
        st.text_area(label, value=as_typed(value), key=key, help=hint, height=110,
                     persist_state=keep)  # fmt: skip
    else:
        st.text_input(label, value=as_typed(value), key=key, help=hint, persist_state=keep)


def read(field: Field[Any], kind: type[Entry], typed: Any) -> Any:
    """The value that was meant; raises BadNumber with the field's name."""
    meant, label = _kind_of(kind, field.name), field.metadata["label"]
    if get_origin(meant) is tuple:
        return tuple(typed or ()) if field.metadata["refs"] else _lines(typed)
    if meant is int:
        return _whole(label, typed)
    if meant is Decimal:
        return _number(label, typed)
    if meant is str:
        return typed or ""
    return typed


def as_typed(value: Any) -> str:
    """A value as a person would type it."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "\n".join(str(part) for part in value)
    if isinstance(value, Decimal):
        return danish(value, max(0, -int(value.normalize().as_tuple().exponent)))
    return str(value)


def as_shown(value: Any, field: Field[Any], choices: Choices) -> str:
    """A value as a reader sees it: names for ids, Danish numbers, days and words."""
    names = choices.get(field.metadata["refs"], {}) if field.metadata["refs"] else {}
    if isinstance(value, tuple):
        return ", ".join(
            names.get(str(part), str(part)) for part in value if not names or part in names
        )
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, date):
        return danish_date(value)
    if isinstance(value, Decimal):
        return danish(value)
    if isinstance(value, int) and "år" not in field.metadata["label"].lower():
        return danish(value)
    return names.get(str(value), as_typed(value))


def _draw_refs(
    label: str,
    hint: str | None,
    key: str,
    value: Any,
    names: Mapping[str, str],
    meant: Any,
    keep: Keep,
) -> None:
    if get_origin(meant) is tuple:
        default = [part for part in value or () if part in names]
        st.multiselect(label, list(names), default, format_func=lambda i: names.get(i, i), key=key,
                       help=hint, placeholder="Vælg", persist_state=keep)  # fmt: skip
        return
    options = ["", *names]
    index = options.index(value) if value in options else 0
    st.selectbox(label, options, index, format_func=lambda i: names.get(i, NO_CHOICE), key=key,
                 help=hint, placeholder="Vælg", persist_state=keep)  # fmt: skip


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _kind_of(kind: type[Entry], name: str) -> Any:
    meant = _hints(cast("Any", kind))[name]
    parts = [part for part in get_args(meant) if part is not type(None)]
    return parts[0] if type(None) in get_args(meant) else meant


def _lines(typed: str | None) -> tuple[str, ...]:
    return tuple(line.strip() for line in (typed or "").splitlines() if line.strip())


def _whole(label: str, typed: str | None) -> int | None:
    number = _number(label, typed)
    if number is not None and number != int(number):
        raise BadNumber(label, typed or "")
    return None if number is None else int(number)


def _number(label: str, typed: str | None) -> Decimal | None:
    if not (typed or "").strip():
        return None
    return parse_number(typed or "", label)
