"""The editions of a text: who and when, what changed, and the way back."""

from collections.abc import Callable, Sequence
from datetime import datetime
from html import escape

import streamlit as st

from strategykit.actions.registers import entries
from strategykit.domain.differences import Piece, PieceKind, word_differences
from strategykit.domain.numbers import danish_date
from strategykit.domain.people import Person
from strategykit.domain.statements import Edition, Statement
from strategykit.domain.template import StatementPlan
from strategykit.errors import EditConflict, StrategyError
from strategykit.ui.forms import show_said, told
from strategykit.ui.page import COPENHAGEN, Visit
from strategykit.ui.text import html_table, plain

NOBODY = "ikke angivet"
MARKS = {PieceKind.ADDED: "ins", PieceKind.REMOVED: "del"}


def draw_editions(
    visit: Visit,
    plan: StatementPlan,
    found: Sequence[Edition],
    restore: Callable[[Edition], Statement],
) -> None:
    """All of them in a table; two compared word for word; an earlier one taken back."""
    st.subheader("Udgaver", anchor=False)
    show_said(f"editions:{plan.key}")
    names = {p.id: p.name for p in entries(visit.db, visit.process_id, Person)}
    html_table(
        "Alle udgaver, den nyeste først",
        ["Udgave", "Gemt", "Af", "Vedtaget", "Tekst"],
        [_row(edition, names) for edition in reversed(found)],
    )
    if len(found) > 1:
        _draw_comparison(plan, found, restore)


def differences_html(old: str, new: str) -> str:
    """Added and removed words are named as such, not only coloured."""
    return pieces_html(word_differences(old, new))


def pieces_html(pieces: Sequence[Piece]) -> str:
    """The same for a text that was compared already."""
    return "".join(_piece(piece.kind, piece.text) for piece in pieces)


def _draw_comparison(
    plan: StatementPlan, found: Sequence[Edition], restore: Callable[[Edition], Statement]
) -> None:
    by_number = {edition.number: edition for edition in found}
    numbers = list(by_number)
    left, right = st.columns(2)
    with left:
        first = st.selectbox(
            "Sammenlign udgave",
            numbers,
            len(numbers) - 2,
            key=f"editions:{plan.key}:old:{len(found)}",
        )
    with right:
        second = st.selectbox(
            "med udgave", numbers, len(numbers) - 1, key=f"editions:{plan.key}:new:{len(found)}"
        )
    old, new = by_number[first], by_number[second]
    st.html(f'<p class="sv-differences">{differences_html(old.text, new.text)}</p>')
    if not old.current:
        st.button(
            f"Gendan udgave {old.number}", key=f"editions:{plan.key}:restore", on_click=_restore,
            args=(plan, old, restore),
        )  # fmt: skip


def _restore(
    plan: StatementPlan, edition: Edition, restore: Callable[[Edition], Statement]
) -> None:
    key = f"editions:{plan.key}"
    try:
        restore(edition)
    except EditConflict as conflict:
        told(key, "error", str(conflict))
    except StrategyError as error:
        told(key, "error", str(error))
    else:
        told(key, "success", f"Udgave {edition.number} står nu som den nyeste tekst.")


def _row(edition: Edition, names: dict[str, str]) -> list[str]:
    return [
        str(edition.number),
        moment(edition.saved_at),
        names.get(edition.editor_id, NOBODY),
        danish_date(edition.agreed_at.astimezone(COPENHAGEN).date())
        if edition.agreed_at
        else "nej",
        edition.text,
    ]


def moment(at: datetime | None) -> str:
    """ "3. juni 2026 kl. 16.42" in Danish time."""
    if at is None:
        return "ikke kendt"
    there = at.astimezone(COPENHAGEN)
    return f"{danish_date(there.date())} kl. {there:%H.%M}"


def _piece(kind: PieceKind, text: str) -> str:
    if kind not in MARKS:
        return plain(text)
    tag = MARKS[kind]
    return f'<{tag}><span class="sv-change">{escape(kind.value)}:</span> {plain(text)}</{tag}>'
