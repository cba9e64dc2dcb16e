"""The forms of a template: each part of it, and each item of its lists, as fields.

They are drawn from the template's own dataclasses, so that a new part has its form by itself.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from hashlib import md5
from typing import Any

import streamlit as st

from strategykit.actions.template_writing import (
    parts_in,
    with_fields,
    with_part,
    with_part_moved,
    without_part,
)
from strategykit.domain.library import TemplateDraft
from strategykit.domain.template import Template
from strategykit.domain.template_part import item_kind, kinds_of
from strategykit.domain.template_words import PARTS, field_label, one_of, part_label
from strategykit.ui.forms import NOT_SENT
from strategykit.ui.template_desk import KEY, Desk
from strategykit.ui.template_fields import draw_field, read_field, untouched_field
from strategykit.ui.template_saving import change_draft
from strategykit.ui.text import html_text

Path = tuple[str | int, ...]
_FORM = f"{KEY}:form"


@dataclass(frozen=True)
class Bench:
    """The draft that the forms work on, and what its text says."""

    desk: Desk
    draft: TemplateDraft
    tree: Mapping[str, Any]

    def at(self, path: Path) -> Any:
        """What stands at a place; None when nothing does."""
        found: Any = self.tree
        for step in path:
            if isinstance(found, Mapping):
                found = found.get(str(step))
            elif isinstance(found, list) and isinstance(step, int) and step < len(found):
                found = found[step]
            else:
                return None
        return found


def draw_forms(desk: Desk, draft: TemplateDraft) -> Path:
    """The chosen part's form; tells which place of the text that is."""
    tree = parts_in(draft.text)
    if not isinstance(tree, Mapping):
        html_text("Formularerne kommer frem, når teksten kan læses. Ret fejlen i teksten først.",
                  cls="sv-empty")  # fmt: skip
        return ()
    bench = Bench(desk, draft, tree)
    there = [f.name for f in fields(Template) if not _is_plain(Template, f.name)]
    names = [name for name in PARTS if not name or name in there]
    names += [name for name in there if name not in names]
    name = st.selectbox("Del af skabelonen", names, format_func=part_label, key=f"{_FORM}:part")
    if not name:
        _draw_fields(bench, (), Template)
        return ()
    return _draw_value(bench, (name,), Template)


def _is_plain(owner: type, name: str) -> bool:
    """Whether the field is one value or a list of words, and no form of its own."""
    kind = kinds_of(owner)[name]
    if owner is Template and (item_kind(kind) is str or _is_mapping(kind)):
        return False
    return not is_dataclass(item_kind(kind) or kind)


def _is_mapping(kind: Any) -> bool:
    return getattr(kind, "__origin__", None) is not None and item_kind(kind) is None


def _draw_value(bench: Bench, path: Path, owner: type) -> Path:
    kind = kinds_of(owner)[str(path[-1])]
    inner = item_kind(kind)
    if inner is not None and is_dataclass(inner):
        return _draw_list(bench, path, inner)
    if is_dataclass(kind):
        return _draw_part(bench, path, kind)
    _draw_fields(bench, path[:-1], owner, (str(path[-1]),))
    return path


def _draw_list(bench: Bench, path: Path, kind: Any) -> Path:
    items = bench.at(path)
    items = items if isinstance(items, list) else []
    key, one = f"{_FORM}:pick:{path}", one_of(kind)
    chosen = None
    if items:
        held = st.session_state.get(key, 0)
        # Set anew each time, or the browser answers with the title from before the last save.
        st.session_state[key] = held if held in range(len(items)) else len(items) - 1
        chosen = st.selectbox(
            f"Vælg {one}", range(len(items)), format_func=lambda n: _title(items[n], n), key=key
        )
    else:
        html_text(f"Der er ingen {one} endnu.", cls="sv-empty")
    _draw_list_acts(bench, path, kind, chosen, len(items))
    return path if chosen is None else _draw_part(bench, (*path, chosen), kind)


def _title(item: Any, place: int) -> str:
    if not isinstance(item, Mapping):
        return f"{place + 1}. {item}"
    said = next((item[n] for n in ("title", "name", "term", "text", "key") if item.get(n)), "")
    return f"{place + 1}. {str(said)[:70]}"


def _draw_list_acts(bench: Bench, path: Path, kind: Any, at: int | None, count: int) -> None:
    one, last = one_of(kind), count - 1
    with st.container(horizontal=True):
        st.button(f"Tilføj {one}", key=f"{_FORM}:add:{path}", on_click=_add,
                  args=(bench, path, kind, count if at is None else at + 1))  # fmt: skip
        if at is None:
            return
        st.button(f"Flyt {one} op", key=f"{_FORM}:up:{path}", disabled=at == 0, on_click=_move,
                  args=(bench, path, kind, at, -1))  # fmt: skip
        st.button(f"Flyt {one} ned", key=f"{_FORM}:down:{path}", disabled=at == last,
                  on_click=_move, args=(bench, path, kind, at, 1))  # fmt: skip
        st.button(f"Fjern {one}", key=f"{_FORM}:drop:{path}", on_click=_drop,
                  args=(bench, path, at))  # fmt: skip


def _add(bench: Bench, path: Path, kind: Any, at: int) -> None:
    value = {f.name: "" for f in fields(kind) if _is_needed(f)}
    for name in value:
        inner = kinds_of(kind)[name]
        value[name] = [] if item_kind(inner) is not None else _start(name, kind)  # type: ignore[assignment]
    if change_draft(bench.desk, bench.draft, lambda text: with_part(text, path, at, value)):
        st.session_state[f"{_FORM}:pick:{path}"] = at


def _start(name: str, kind: Any) -> str:
    if name in ("title", "name", "term"):
        return f"Nyt {one_of(kind)}" if one_of(kind) in _NEUTER else f"Ny {one_of(kind)}"
    return ""


_NEUTER = ("møde", "punkt", "trin", "felt", "spørgsmål", "holdepunkt", "regnestykke", "afsnit",
           "ord", "redskab", "kriterium")  # fmt: skip


def _move(bench: Bench, path: Path, kind: Any, at: int, by: int) -> None:
    """What is typed in its fields goes with it."""
    values = _typed(bench, (*path, at), kind, _own_fields(kind))

    def edit(text: str) -> str:
        filled = with_fields(text, (*path, at), kind, values) if values else text
        return with_part_moved(filled, path, at, by)

    if change_draft(bench.desk, bench.draft, edit):
        st.session_state[f"{_FORM}:pick:{path}"] = at + by


def _drop(bench: Bench, path: Path, at: int) -> None:
    change_draft(bench.desk, bench.draft, lambda text: without_part(text, path, at))


def _draw_part(bench: Bench, path: Path, kind: Any) -> Path:
    """Its own fields, or one of the lists inside it."""
    nested = [f.name for f in fields(kind) if not _is_plain(kind, f.name)]
    inside = ""
    if nested:
        inside = st.segmented_control(
            f"Ret i {one_of(kind)}", ["", *nested], default="", required=True,
            format_func=lambda n: field_label(kind, n) if n else "Felterne",
            key=f"{_FORM}:inside:{path}",
        ) or ""  # fmt: skip
    if inside:
        return _draw_value(bench, (*path, inside), kind)
    _draw_fields(bench, path, kind)
    return path


def _draw_fields(bench: Bench, path: Path, kind: Any, only: Sequence[str] = ()) -> None:
    own = _own_fields(kind, only)
    nonce = _nonce(bench, path, own)
    with st.container(border=True, key=f"sv-form-{_FORM}"):
        for part in own:
            draw_field(bench.tree, kind, part, f"{nonce}:{part.name}", bench.at((*path, part.name)))
        st.button("Gem felterne", type="primary", on_click=_save, key=f"{nonce}:save",
                  args=(bench, path, kind, own))  # fmt: skip
        if _typed(bench, path, kind, own):
            html_text(NOT_SENT, cls="sv-hint")


def _own_fields(kind: Any, only: Sequence[str] = ()) -> list[Field[Any]]:
    names = only or [f.name for f in fields(kind) if _is_plain(kind, f.name)]
    return [f for f in fields(kind) if f.name in names and f.name != "format"]


def _nonce(bench: Bench, path: Path, own: Sequence[Field[Any]]) -> str:
    """Under what name the fields stand in the session: anew when the place says something else.

    What was begun on elsewhere stays, also when this place is saved.
    """
    there = {part.name: bench.at((*path, part.name)) for part in own}
    said = md5(json.dumps(there, sort_keys=True).encode(), usedforsecurity=False).hexdigest()
    saves = st.session_state.get(_saves(bench, path), 0)
    return f"{_FORM}:{bench.draft.id}:{path}:{said}:{saves}"


def _saves(bench: Bench, path: Path) -> str:
    return f"{_FORM}:saves:{bench.draft.id}:{path}"


def _typed(bench: Bench, path: Path, kind: Any, own: Sequence[Field[Any]]) -> dict[str, Any]:
    """The fields that say something else than the text does, as they would stand in it."""
    nonce = _nonce(bench, path, own)
    values: dict[str, Any] = {}
    for part in own:
        if f"{nonce}:{part.name}" not in st.session_state:
            continue  # what only the text can hold
        typed = read_field(kind, part, st.session_state[f"{nonce}:{part.name}"])
        there = bench.at((*path, part.name))
        if typed != untouched_field(kind, part, there):
            empty = typed in ("", [], {})
            values[part.name] = None if empty and not _is_needed(part) else typed
    return values


def _save(bench: Bench, path: Path, kind: Any, own: Sequence[Field[Any]]) -> None:
    values = _typed(bench, path, kind, own)
    if change_draft(bench.desk, bench.draft, lambda text: with_fields(text, path, kind, values)):
        st.session_state[_saves(bench, path)] = st.session_state.get(_saves(bench, path), 0) + 1


def _is_needed(part: Field[Any]) -> bool:
    return part.default is MISSING and part.default_factory is MISSING
