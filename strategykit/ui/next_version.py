"""The next version: what will be written, what a person must mend, and the files that show it."""

from collections.abc import Sequence
from functools import lru_cache

import streamlit as st

from strategykit.actions.acting import new_id
from strategykit.actions.next_version import (
    Plan,
    make_next_version,
    next_version_plan,
    written_by_hand,
)
from strategykit.actions.sending_out import send_outs_of
from strategykit.domain.drafts import RewriteAct
from strategykit.domain.points import Wish
from strategykit.domain.reviews import Point, SendOut
from strategykit.domain.rewriting import HEADING
from strategykit.errors import StrategyError
from strategykit.storage.database import Database
from strategykit.ui.forms import show_said, told
from strategykit.ui.links import link_to
from strategykit.ui.next_version_files import draw_files
from strategykit.ui.page import Visit
from strategykit.ui.received_marks import draw_wish, mark_label, place_of
from strategykit.ui.sending_out import chosen_review
from strategykit.ui.text import GO_THROUGH, html_table, html_text, own_links

KEY = "next"
_OPEN = "Det, der mangler en afgørelse, tager udvalget stilling til på en side for sig."
_ACTS = {
    RewriteAct.REPLACE: "skrives om",
    RewriteAct.INSERT: "kommer til",
    RewriteAct.REMOVE: "tages ud",
}


def draw_next_version(visit: Visit) -> None:
    """What stands in the way first, then the button, then all that is written."""
    show_said(KEY)
    found = send_outs_of(visit.db, visit.process_id)
    if not found:
        html_text("Intet udkast er sendt ud endnu.", cls="sv-empty")
        return
    sent = chosen_review(found)
    plan = _planned(visit.db, sent, visit.overview.revision)
    html_text(_standing(plan), cls="sv-status")
    if plan.open:
        st.html(f"<p>{_OPEN} {own_links([GO_THROUGH])}</p>")
    _draw_collisions(plan)
    _draw_by_hand(visit, sent, plan)
    come = plan.number > sent.number + 1  # a version has come after the one that was reviewed
    if come and not plan.carried.writings:
        with st.expander(f"Lav version {plan.number} uden nye rettelser", key=f"{KEY}:more"):
            _draw_making(visit, sent, plan)
    else:
        _draw_making(visit, sent, plan)
    _draw_written(plan)
    draw_files(visit, sent)
    if come:
        link_to(visit, "godkendelse", "Videre til godkendelsen")


@lru_cache(maxsize=16)
def _planned(db: Database, sent: SendOut, revision: int) -> Plan:  # noqa: ARG001 - so that it is made once
    return next_version_plan(db, sent)


def _standing(plan: Plan) -> str:
    carried = plan.carried
    parts = (
        f"Punkter, der føres ind i version {plan.number}: {len(carried.done)}.",
        f"Skal rettes i hånden: {len(carried.by_hand)}." if carried.by_hand else "",
        f"Kan ikke stå sammen: {len(carried.collisions)}." if carried.collisions else "",
        f"Mangler en afgørelse: {plan.open}." if plan.open else "",
    )
    return " ".join(part for part in parts if part)


def _draw_collisions(plan: Plan) -> None:
    """Side by side, so that it is seen what one of them must give way to."""
    if not plan.carried.collisions:
        return
    st.subheader(f"Kan ikke stå sammen: {len(plan.carried.collisions)}", anchor=False)
    html_text(
        "Skriv den endelige tekst på et af punkterne i gennemgangen, eller afvis det ene. Først "
        "da kan versionen laves.", cls="sv-hint",
    )  # fmt: skip
    by_id = {wish.point.id: wish for wish in plan.wishes}
    for collision in plan.carried.collisions:
        wishes = [by_id[point] for point in collision.points]
        html_text(place_of(plan.now, wishes[0].first), cls="sv-subhead")
        for place, wish in zip(st.columns(len(wishes)), wishes, strict=True):
            with place, st.container(border=True):
                draw_wish(wish)


def _draw_by_hand(visit: Visit, sent: SendOut, plan: Plan) -> None:
    left = plan.carried.by_hand
    if not left:
        return
    st.subheader(f"Skal rettes i hånden: {len(left)}", anchor=False)
    html_table(
        "Godtaget, men kan ikke føres ind af sig selv",
        ("Sted", "Ønske", "Efter ønske fra", "Hvorfor i hånden"),
        [(place_of(plan.now, each.wish.first), _asked(each.wish), _wished(each.wish), each.why)
         for each in left],
    )  # fmt: skip
    link_to(visit, "udkast", "Ret i udkastet")
    points = {each.wish.point.id: each.wish for each in left}
    labels = {point: mark_label(wish.first) for point, wish in points.items()}
    which = st.selectbox("Punkt, der er rettet", list(labels), format_func=labels.__getitem__,
                         key=f"{KEY}:hand")  # fmt: skip
    st.button("Det er rettet i hånden", key=f"{KEY}:mended", on_click=_mended,
              args=(visit, sent, points[which].point))  # fmt: skip


def _mended(visit: Visit, sent: SendOut, point: Point) -> None:
    try:
        done = written_by_hand(visit.db, visit.who, sent, point)
    except StrategyError as error:
        told(KEY, "error", str(error))
        return
    told(KEY, "success", f"Punktet regnes for ført ind i version {done.done_in}.")


def _draw_making(visit: Visit, sent: SendOut, plan: Plan) -> None:
    nonce = st.session_state.setdefault(f"{KEY}:nonce", new_id())
    with st.form(f"{KEY}:form:{nonce}"):
        st.text_input("Hvad er nyt i den næste version", key=f"{KEY}:note:{nonce}",
                      placeholder="Rettet efter workshop 4")  # fmt: skip
        st.form_submit_button(f"Lav version {plan.number}", type="primary", on_click=_make,
                              args=(visit, sent, nonce))  # fmt: skip


def _make(visit: Visit, sent: SendOut, nonce: str) -> None:
    note = st.session_state[f"{KEY}:note:{nonce}"]
    try:
        version = make_next_version(visit.db, visit.who, sent, nonce, note)
    except StrategyError as error:
        told(KEY, "error", str(error))
        return
    st.session_state[f"{KEY}:nonce"] = new_id()
    told(KEY, "success", f"Version {version.number} er lavet. Hent rettelsesfilen herunder.")


def _draw_written(plan: Plan) -> None:
    if not plan.carried.writings:
        html_text("Der er intet nyt at føre ind.", cls="sv-empty")
        return
    by_id = {wish.point.id: wish for wish in plan.wishes}
    rows = []
    for writing in plan.carried.writings:
        asked = [by_id[point] for point in writing.points]
        part = "" if writing.part == HEADING else f", {writing.part}" if writing.part else ""
        place = place_of(plan.now, asked[0].first).removesuffix(part)
        rows.append((f"{place}{part}", _ACTS[writing.act], writing.text, _names(asked)))
    html_table(
        f"Det føres ind i version {plan.number}",
        ("Sted", "Hvad der sker", "Tekst", "Efter ønske fra"), rows,
    )  # fmt: skip


def _asked(wish: Wish) -> str:
    mark = wish.first
    words = " → ".join(text.strip() for text in (mark.removed, mark.added) if text.strip())
    return "\n".join(t for t in (wish.point.final, mark.text, words) if t) or mark.kind.value


def _wished(wish: Wish) -> str:
    return wish.point.wish or ", ".join(wish.authors) or "ikke angivet"


def _names(found: Sequence[Wish]) -> str:
    return "\n".join(dict.fromkeys(_wished(wish) for wish in found))
