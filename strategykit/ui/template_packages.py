"""Several templates in one file: out of the library, and in again with what is here in mind."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from strategykit.actions.acting import new_id
from strategykit.actions.template_packages import (
    NOTE_ROOM,
    arrivals_of,
    pack,
    read_templates,
    take_in,
)
from strategykit.domain.boards import counted
from strategykit.domain.template_package import Arrival, Choice, Standing, TemplatePackage
from strategykit.domain.wording import capital
from strategykit.errors import PackageBroken, StrategyError, TemplateProblems
from strategykit.ui.forms import show_said, told
from strategykit.ui.page import shown_errors
from strategykit.ui.template_desk import KEY, NEXT, Desk, named
from strategykit.ui.text import html_list, html_table, html_text, markdown_safe

_PACK, _IN = f"{KEY}:pack", f"{KEY}:package"
_ZIP = "application/zip"


def draw_packages(desk: Desk) -> None:
    """First sending, then fetching."""
    st.header("Send flere skabeloner som én fil", anchor=False)
    _draw_pack(desk)
    st.header("Hent en pakke ind", anchor=False)
    _draw_in(desk)


def _draw_pack(desk: Desk) -> None:
    html_text(
        "En pakke holder skabelonerne, den Word-skabelon, der hører til, og en liste over, hvad "
        "der er i den. En anden kommune kan hente den ind her på siden."
    )
    known = {named(listed): listed for listed in desk.templates}
    chosen = st.multiselect(
        "Skabeloner i pakken", list(known), key=f"{_PACK}:chosen", placeholder="Vælg skabeloner"
    )
    note = st.text_input("Hvem pakken kommer fra", key=f"{_PACK}:note", max_chars=NOTE_ROOM)
    if not chosen:
        return
    templates = [known[name].template for name in chosen]
    with shown_errors():
        data = pack(desk.db, [(t.key, t.version) for t in templates], note)
        st.download_button(
            "Hent pakken som fil", data, "skabeloner.zip", _ZIP, on_click="ignore",
            key=f"{_PACK}:fetch", type="primary",
        )  # fmt: skip


def _draw_in(desk: Desk) -> None:
    html_text("Er der fejl i pakken, bliver de vist alle sammen, og intet bliver ændret.")
    nonce = st.session_state.setdefault(f"{_IN}:nonce", new_id())
    given = st.file_uploader("Pakke (.zip)", type=["zip"], key=f"{_IN}:{nonce}")
    show_said(_IN)
    if given is not None and (package := _read(given)):
        _draw_package(desk, package, nonce)


def _read(given: Any) -> TemplatePackage | None:
    """Read once for each file, not at every touch of the page."""
    kept = st.session_state.get(f"{_IN}:read")
    if kept and kept[0] == given.file_id:
        return kept[1]  # type: ignore[no-any-return]
    try:
        package = read_templates(given.getvalue())
    except (TemplateProblems, PackageBroken) as refused:
        st.error("Pakken kan ikke bruges, som den er. Biblioteket er ikke ændret.")
        html_list(f"{capital(each.removesuffix('.'))}." for each in refused.problems)
        return None
    except StrategyError as error:
        st.error(markdown_safe(str(error)))
        return None
    st.session_state[f"{_IN}:read"] = (given.file_id, package)
    return package


def _draw_package(desk: Desk, package: TemplatePackage, nonce: str) -> None:
    found = arrivals_of(desk.db, package)
    if package.note:
        html_text(f"Pakken kommer fra: {package.note}")
    html_table(
        "Skabeloner i pakken", ("Skabelon", "Udgave", "Forfatter og licens", "Word", "Her"),
        [_row(arrival) for arrival in found],
    )  # fmt: skip
    choices = _ask(found, nonce)
    coming = [a for a in found if _comes(a, choices)]
    if not coming:
        html_text("Der er intet at hente ind.", cls="sv-hint")
        return
    st.button(
        f"Læg {counted(len(coming), 'skabelon', 'skabeloner')} i biblioteket", type="primary",
        key=f"{_IN}:add", on_click=_take_in, args=(desk, package, choices),
    )  # fmt: skip


def _row(arrival: Arrival) -> tuple[str, ...]:
    template = arrival.packaged.template
    here = f" ({', '.join(arrival.versions)})" if arrival.versions else ""
    return (
        template.name, template.version, f"{template.author}\n{template.licence}",
        "Word-skabelon" if arrival.packaged.house_style else "Ingen",
        f"{capital(arrival.standing)}{here}",
    )  # fmt: skip


def _ask(found: Sequence[Arrival], nonce: str) -> Mapping[str, Choice]:
    """A choice for each template that is here in another form; the first is the mildest."""
    chosen = {}
    for arrival in found:
        if arrival.choices:
            template = arrival.packaged.template
            name = markdown_safe(f"{template.name}, udgave {template.version}")
            chosen[arrival.key] = st.selectbox(
                f"Hvad skal der ske med {name}", arrival.choices, format_func=capital,
                key=f"{_IN}:{nonce}:{arrival.key}",
            )  # fmt: skip
    return chosen


def _comes(arrival: Arrival, choices: Mapping[str, Choice]) -> bool:
    """Whether the library will be changed by it."""
    left = choices.get(arrival.key) is Choice.LEAVE
    return arrival.standing is not Standing.SAME and not left


def _take_in(desk: Desk, package: TemplatePackage, choices: Mapping[str, Choice]) -> None:
    try:
        added = take_in(desk.db, desk.who, package, choices)
    except StrategyError as error:
        told(_IN, "error", str(error))
        return
    st.session_state[f"{_IN}:nonce"] = new_id()
    st.session_state.pop(f"{_IN}:read", None)
    if added:
        count = counted(len(added), "skabelon", "skabeloner")
        told(_IN, "success", f"{capital(count)} ligger nu i biblioteket. {NEXT}")
