"""What came home: a file taken in on somebody's behalf, and every mark with how it was placed."""

from collections.abc import Mapping, Sequence

import streamlit as st

from strategykit.actions.acting import new_id
from strategykit.actions.own_marks import place_mark
from strategykit.actions.points import wishes_of
from strategykit.actions.registers import entries
from strategykit.actions.sending_out import send_outs_of, sent_version
from strategykit.actions.taking_in import Reviewer, take_file
from strategykit.domain.found_marks import PlacedBy
from strategykit.domain.intake import WORD_LIMITS
from strategykit.domain.outline import Draft, text_of
from strategykit.domain.people import Person, called
from strategykit.domain.points import Wish, collisions
from strategykit.domain.reviews import ReceivedFile, ReviewMark, SendOut
from strategykit.errors import StrategyError
from strategykit.ui.editions import moment
from strategykit.ui.forms import show_said, told
from strategykit.ui.page import Visit
from strategykit.ui.received_marks import draw_collisions, draw_marks, mark_label
from strategykit.ui.sending_out import chosen_review
from strategykit.ui.sorting import draw_sorting
from strategykit.ui.text import GO_THROUGH, html_table, html_text, own_links

KEY = "received"
_SHORT = 90
_GO_THROUGH = "På mødet tager I punkterne ét for ét på en side for sig, og skærmen følger med."


def draw_received(visit: Visit) -> None:
    """What has no place first, then chapter by chapter."""
    found = send_outs_of(visit.db, visit.process_id)
    if not found:
        html_text("Intet udkast er sendt ud endnu.", cls="sv-empty")
        return
    sent = chosen_review(found)
    draft = sent_version(visit.db, sent).draft
    wishes = wishes_of(visit.db, visit.process_id, sent.id)
    clashes = collisions(wishes)
    html_text(_counted(wishes, clashes), cls="sv-status")
    if wishes:
        st.html(f"<p>{_GO_THROUGH} {own_links([GO_THROUGH])}</p>")
    show_said(KEY)
    with st.expander("Aflever en Word-fil for en anden", expanded=not wishes, key=f"{KEY}:open"):
        _draw_upload(visit, sent)
    _draw_files(visit, sent)
    if not wishes:
        return
    _draw_lost(visit, draft, wishes)
    draw_sorting(visit, draft, wishes)
    draw_collisions(draft, wishes, clashes)
    draw_marks(draft, wishes, clashes)


def _counted(wishes: Sequence[Wish], clashes: Mapping[str, tuple[str, ...]]) -> str:
    marks = sum(len(wish.marks) for wish in wishes)
    if not marks:
        return "Der er ikke kommet noget hjem endnu."
    merged = sum(len(wish.authors) > 1 for wish in wishes)
    return (
        f"Kommet hjem: {marks}. Samlet til punkter: {len(wishes)}. Ønsket af flere: {merged}. "
        f"Kan ikke stå sammen med et andet: {len(clashes)}."
    )


def _draw_upload(visit: Visit, sent: SendOut) -> None:
    people = {p.id: p for p in entries(visit.db, visit.process_id, Person) if not p.erased}
    nonce = st.session_state.setdefault(f"{KEY}:nonce", new_id())
    who = st.selectbox(
        "Fra", list(people), index=None, key=f"{KEY}:{nonce}:who", placeholder="Vælg en deltager",
        format_func=lambda i: called(people[i]),
    )  # fmt: skip
    anyway = st.checkbox(
        "Læs filen, selv om den hører til en anden version eller et andet dokument",
        key=f"{KEY}:{nonce}:anyway",
    )
    file = st.file_uploader("Rettet Word-fil (.docx)", type=["docx"], key=f"{KEY}:{nonce}:file",
                            max_upload_size=WORD_LIMITS.packed // 1_000_000)  # fmt: skip
    if file is not None and who is not None:
        reviewer = Reviewer(who, people[who].name)
        st.button("Læs filen ind", type="primary", on_click=_take, key=f"{KEY}:take",
                  args=(visit, sent, reviewer, file.getvalue(), anyway))  # fmt: skip
    elif file is not None:
        html_text("Vælg, hvem filen er fra. Så kan den læses ind.", cls="sv-note")


def _take(visit: Visit, sent: SendOut, reviewer: Reviewer, data: bytes, anyway: bool) -> None:  # noqa: FBT001 - Streamlit gives it by place
    try:
        received, new = take_file(visit.db, reviewer, sent, data, anyway=anyway)
    except StrategyError as error:
        told(KEY, "error", str(error))
        return
    st.session_state[f"{KEY}:nonce"] = new_id()
    if new:
        told(
            KEY, "success", f"Filen fra {reviewer.name} er læst. Den havde {received.marks} mærker."
        )
    else:
        told(KEY, "success", "Den samme fil er læst før, så intet er talt to gange.")


def _draw_files(visit: Visit, sent: SendOut) -> None:
    files = [f for f in entries(visit.db, visit.process_id, ReceivedFile)
             if f.send_out_id == sent.id]  # fmt: skip
    if not files:
        return
    names = {p.id: called(p) for p in entries(visit.db, visit.process_id, Person)}
    html_table(
        "Modtagne filer", ("Fra", "Modtaget", "Mærker", "Version", "Ikke brugt af filen"),
        [
            (names.get(f.person_id, ""), moment(f.received_at), str(f.marks),
             str(f.older_version or "uden nummer"), "\n".join(f.carried) or "intet")
            for f in files
        ],
    )  # fmt: skip


def _draw_lost(visit: Visit, draft: Draft, wishes: Sequence[Wish]) -> None:
    """What no bookmark and no words have found is placed by hand."""
    lost = {m.id: m for w in wishes for m in w.marks if m.placed_by is PlacedBy.NOWHERE}
    if not lost:
        return
    st.subheader(f"Uden plads i udkastet: {len(lost)}", anchor=False)
    html_text("Sig, hvor de hører til, så kan de tages sammen med resten.", cls="sv-hint")
    which = st.selectbox("Mærke", list(lost), format_func=lambda i: mark_label(lost[i]),
                         key=f"{KEY}:lost")  # fmt: skip
    sections = {s.key: s.title for s in draft.sections}
    left, right = st.columns(2)
    section = left.selectbox("Sæt det i kapitlet", list(sections), format_func=sections.__getitem__,
                             key=f"{KEY}:section")  # fmt: skip
    blocks = {"": "Overskriften"} | {
        b.key: text_of(b)[:_SHORT] for s, b in draft.blocks() if s.key == section
    }
    block = right.selectbox("Ved stykket", list(blocks), format_func=blocks.__getitem__,
                            key=f"{KEY}:block:{section}")  # fmt: skip
    st.button("Sæt det ind her", on_click=_place, args=(visit, lost.get(which), section, block),
              key=f"{KEY}:place")  # fmt: skip


def _place(visit: Visit, mark: ReviewMark | None, section: str, block: str) -> None:
    if mark is None:
        return
    try:
        place_mark(visit.db, visit.who, mark, section, block)
        told(KEY, "success", "Det er sat ind.")
    except StrategyError as error:
        told(KEY, "error", str(error))
