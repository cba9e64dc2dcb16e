"""One widget for each kind of field of a template, and the way back to what stands in its file."""

from collections.abc import Mapping
from dataclasses import Field
from enum import Enum
from typing import Any, get_origin

import streamlit as st

from strategykit.domain.statement_checks import CHECKS
from strategykit.domain.template_part import item_kind, kinds_of
from strategykit.domain.template_words import KEYS_OF, NAMED, field_label

_LONG = (
    "aim", "purpose", "invitation", "script", "fallback", "ask", "need", "warning", "text", "empty",
    "meaning", "origin", "hint", "audience",
)  # fmt: skip
_LONGER = 70
_YES = ("ja", "true")
_UNSET = "Ikke valgt"


def draw_field(
    tree: Mapping[str, Any], owner: type, part: Field[Any], key: str, value: Any
) -> None:
    """The widget; what was typed stands in the session under `key`."""
    kind, label = kinds_of(owner)[part.name], field_label(owner, part.name)
    if not _fits(kind, value):
        st.text_input(label, disabled=True, placeholder="Ret feltet i teksten", key=f"{key}:off")
    elif _is_many(kind):
        _draw_many(label, part.name, key, value)
    elif kind is bool:
        st.checkbox(label, value=str(value).lower() in _YES, key=key, persist_state="session")
    elif options := _options(tree, part.name, kind):
        _draw_choice(label, key, str(value or ""), options)
    elif part.name in _LONG or len(str(value or "")) > _LONGER or "\n" in str(value or ""):
        st.text_area(label, str(value or ""), key=key, height=100, persist_state="session")
    else:
        st.text_input(label, str(value or ""), key=key, persist_state="session")


def _fits(kind: Any, value: Any) -> bool:
    """Whether the widget can hold what stands there, so that saving the form loses nothing."""
    if value is None:
        return True
    if get_origin(kind) is Mapping:
        parts = value.values() if isinstance(value, Mapping) else [None]
    elif _is_many(kind):
        parts = value if isinstance(value, list) else [None]
    else:
        return isinstance(value, str)
    return all(isinstance(part, str) and "\n" not in part for part in parts)


def read_field(owner: type, part: Field[Any], typed: Any) -> Any:
    """What stands in the file for what was typed; empty when the field says nothing."""
    kind = kinds_of(owner)[part.name]
    if kind is bool:
        return "ja" if typed else ""
    if get_origin(kind) is Mapping:
        return _pairs(typed or "")
    if _is_many(kind):
        return list(typed) if isinstance(typed, list) else _lines(typed or "")
    return str(typed or "").strip()


def untouched_field(owner: type, part: Field[Any], value: Any) -> Any:
    """What read_field gives of a widget that nobody has touched."""
    kind = kinds_of(owner)[part.name]
    if kind is bool:
        return "ja" if str(value).lower() in _YES else ""
    if isinstance(value, Mapping):
        return {str(key).strip(): str(said).strip() for key, said in value.items()}
    if isinstance(value, list):
        return [str(each).strip() for each in value if str(each).strip()]
    return read_field(owner, part, value)


def _is_many(kind: Any) -> bool:
    return item_kind(kind) is str or get_origin(kind) is Mapping


def _draw_many(label: str, name: str, key: str, value: Any) -> None:
    known = _NAMES.get(name)
    if isinstance(value, Mapping):
        lines = "\n".join(f"{k}: {v}" for k, v in value.items())
    else:
        lines = "\n".join(v for v in value or () if isinstance(v, str))
    if known is None:
        st.text_area(f"{label} (hver på sin linje)", lines, key=key, height=140,
                     persist_state="session")  # fmt: skip
        return
    chosen = lines.split("\n") if lines else []
    options = list(dict.fromkeys([*known, *chosen]))
    st.multiselect(label, options, chosen, format_func=lambda k: known.get(k, k), key=key,
                   placeholder="Vælg", persist_state="session")  # fmt: skip


_NAMES: Mapping[str, Mapping[str, str]] = {
    "pages": NAMED["pages"],
    "entry": NAMED["entry"],
    "exit": NAMED["exit"],
    "checks": {key: key for key in CHECKS},
}


def _options(tree: Mapping[str, Any], name: str, kind: Any) -> Mapping[str, str]:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {str(each.value): str(each.value) for each in kind}
    if name in KEYS_OF:
        listed = tree.get(KEYS_OF[name])
        items = [i for i in listed if isinstance(i, Mapping)] if isinstance(listed, list) else []
        return {"": "", **{str(i.get("key", "")): str(i.get("title", "")) for i in items}}
    return {"": "", **NAMED[name]} if name in NAMED else {}


def _draw_choice(label: str, key: str, value: str, options: Mapping[str, str]) -> None:
    names = list(dict.fromkeys([*options, value]))
    st.selectbox(label, names, names.index(value), key=key, placeholder="Vælg",
                 persist_state="session",
                 format_func=lambda k: options.get(k, k) or _UNSET)  # fmt: skip


def _lines(typed: str) -> list[str]:
    return [line.strip() for line in typed.splitlines() if line.strip()]


def _pairs(typed: str) -> dict[str, str]:
    found = (line.partition(":") for line in _lines(typed))
    return {key.strip(): said.strip() for key, _, said in found if key.strip()}
