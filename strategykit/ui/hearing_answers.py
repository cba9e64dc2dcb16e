"""The answers of a hearing, one at a time: what is thought of each, and what it changed."""

from collections.abc import Mapping, Sequence

import streamlit as st

from strategykit.actions.hearing_answers import (
    assess,
    responses_of,
    review_for_points,
    to_point,
)
from strategykit.actions.hearings import draft_in_hearing, parties_of
from strategykit.actions.registers import entries
from strategykit.domain.hearings import (
    GONE_CHAPTER,
    Hearing,
    HearingResponse,
    by_chapter,
    chapters_of,
)
from strategykit.domain.outline import Draft, Paragraph
from strategykit.domain.people import Who
from strategykit.domain.reviews import Point
from strategykit.errors import EditConflict, NotFound, StrategyError
from strategykit.storage.database import Database
from strategykit.ui.forms import Form, draw_conflict, show_said, told
from strategykit.ui.page import Visit
from strategykit.ui.text import html_table, html_text, markdown_safe

KEY = "answers"
_SHORT = 90
_ON_THE_LIST = (
    "Så tager udvalget stilling til svaret sammen med det, der kom hjem fra gennemsynet. Vælg det "
    "stykke, som svaret handler om."
)
_CHANGED = "Svaret er ændret, efter at I vurderede det. Læs det igen, og ret vurderingen."
_FIELDS = {"assessment": "Vurdering", "change": "Ændring i udkastet"}


def draw_answers(visit: Visit, hearing: Hearing) -> None:
    """The answer at hand with its two fields, and the list of all."""
    draft = draft_in_hearing(visit.db, hearing)
    titles = dict(chapters_of(draft))
    names = {p.id: p.name for p in parties_of(visit.db, hearing)}
    found = in_order(tuple(titles), responses_of(visit.db, hearing))
    if not found:
        html_text("Der er ikke kommet svar endnu.", cls="sv-empty")
        return
    done = sum(r.is_assessed for r in found)
    html_text(f"Svar: {len(found)}. Vurderet: {done}.", cls="sv-status")
    labels = {
        r.id: f"{n}. {names.get(r.party_id, '')}: {titles.get(r.section, GONE_CHAPTER)}"
        for n, r in enumerate(found, start=1)
    }
    response = _chosen(hearing, found, labels)
    _draw_answer(visit, response, names.get(response.party_id, ""),
                 titles.get(response.section, GONE_CHAPTER))  # fmt: skip
    _draw_point(visit, hearing, draft, response)
    with st.expander("Alle svar", key=f"{KEY}:all"):
        _draw_all(found, names, titles)


def in_order(
    keys: Sequence[str], responses: Sequence[HearingResponse]
) -> tuple[HearingResponse, ...]:
    """Chapter by chapter, so that answers to the same words are read together."""
    return tuple(r for _, mine in by_chapter(keys, responses) for r in mine)


def _chosen(
    hearing: Hearing, found: Sequence[HearingResponse], labels: Mapping[str, str]
) -> HearingResponse:
    key = f"{KEY}:at:{hearing.id}"
    ids = [r.id for r in found]
    if st.session_state.get(key) not in ids:
        waiting = [r.id for r in found if not r.is_assessed]
        st.session_state[key] = (waiting or ids)[0]
    at = ids.index(st.session_state[key])
    later = [r.id for r in (*found[at + 1 :], *found[:at]) if not r.is_assessed]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        which = st.selectbox("Gå til svar", ids, format_func=labels.__getitem__, key=key,
                             persist_state="session")  # fmt: skip
        _step("Forrige svar", key, ids[at - 1] if at else "")
        _step("Næste svar", key, ids[at + 1] if at + 1 < len(ids) else "")
        _step("Næste uden vurdering", key, later[0] if later else "")
    return next(r for r in found if r.id == which)


def _step(label: str, key: str, to: str) -> None:
    st.button(label, on_click=_go, args=(key, to), disabled=not to, key=f"{KEY}:{label}")


def _go(key: str, to: str) -> None:
    st.session_state[key] = to


def _draw_answer(visit: Visit, response: HearingResponse, party: str, chapter: str) -> None:
    with st.container(border=True):
        st.subheader(markdown_safe(chapter), anchor=False)
        html_text(f"Svar fra {party}", cls="sv-subhead")
        html_text(response.text or "Svaret er trukket tilbage.", cls="sv-answer")
        if response.is_assessed and response.changed_since:
            st.warning(_CHANGED)
    form = Form(visit, HearingResponse, f"{KEY}:{response.id}", change=_change,
                only=("text", *_FIELDS))  # fmt: skip
    if f"{form.key}:conflict" in st.session_state:
        draw_conflict(form)
        return
    opened = _opened(form, response)
    for part, column in zip(_FIELDS, st.columns(2), strict=True):
        column.text_area(
            _FIELDS[part], getattr(opened, part), key=_typed_key(form, part), height=160,
            on_change=_save, args=(form,),
        )  # fmt: skip
    html_text("Det, I skriver, gemmes, når I forlader feltet.", cls="sv-hint")
    for told_by in (KEY, form.key):  # below: what comes and goes above a field takes its focus
        show_said(told_by)


def _opened(form: Form[HearingResponse], response: HearingResponse) -> HearingResponse:
    """The answer as it was when its fields were filled.

    The fields keep their keys over one's own saves, so that the next field does not lose what is
    being typed in it; they are filled anew when somebody else has saved.
    """
    seen, opened = f"{form.key}:seen", f"{form.key}:opened"
    kept: HearingResponse | None = st.session_state.get(seen)
    if kept is None or kept.version != response.version:
        st.session_state[seen] = st.session_state[opened] = response
    first: HearingResponse = st.session_state[opened]
    return first


def _typed_key(form: Form[HearingResponse], part: str) -> str:
    return f"{form.key}:{st.session_state[f'{form.key}:opened'].version}:{part}"


def _save(form: Form[HearingResponse]) -> None:
    seen = st.session_state[f"{form.key}:seen"]
    typed = {part: st.session_state[_typed_key(form, part)] for part in _FIELDS}
    try:
        saved = assess(form.visit.db, form.visit.who, seen, **typed)
    except EditConflict as conflict:
        st.session_state[f"{form.key}:conflict"] = (conflict.theirs, conflict.mine)
    except NotFound as gone:
        told(KEY, "error", f"{gone} I skrev: {' '.join(filter(None, typed.values()))}")
    except StrategyError as error:
        told(KEY, "error", str(error))
    else:
        st.session_state[f"{form.key}:seen"] = saved
        told(KEY, "success", "Gemt.")


def _change(db: Database, who: Who, seen: HearingResponse, changed: HearingResponse) -> object:
    return assess(db, who, seen, changed.assessment, changed.change)


def _draw_point(visit: Visit, hearing: Hearing, draft: Draft, response: HearingResponse) -> None:
    points = {p.id: p for p in entries(visit.db, visit.process_id, Point)}
    if point := points.get(response.point_id):
        html_text(f"Svaret er et punkt på beslutningslisten. Afgørelse: {point.verdict}.",
                  cls="sv-status")  # fmt: skip
        return
    if not response.text:
        return
    with st.expander("Gør svaret til et punkt på beslutningslisten", key=f"{KEY}:point"):
        html_text(_ON_THE_LIST, cls="sv-hint")
        sections = {s.key: s.title for s in draft.sections if _paragraphs(draft, s.key)}
        keys = list(sections)
        left, right = st.columns(2)
        section = left.selectbox(
            "Kapitel", keys, keys.index(response.section) if response.section in keys else 0,
            format_func=sections.__getitem__, key=f"{KEY}:section:{response.id}",
        )  # fmt: skip
        blocks = _paragraphs(draft, section)
        block = right.selectbox("Stykke", list(blocks), format_func=blocks.__getitem__,
                                key=f"{KEY}:block:{response.id}:{section}")  # fmt: skip
        st.button("Gør det til et punkt", key=f"{KEY}:to_point", on_click=_to_point,
                  args=(visit, hearing, response, section, block))  # fmt: skip


def _paragraphs(draft: Draft, section: str) -> dict[str, str]:
    found = next((s for s in draft.sections if s.key == section), None)
    return {
        b.key: f"{n}. {b.text[:_SHORT]}"
        for n, b in enumerate(found.blocks if found else (), start=1)
        if isinstance(b, Paragraph)
    }


def _to_point(
    visit: Visit, hearing: Hearing, response: HearingResponse, section: str, block: str
) -> None:
    try:
        sent = review_for_points(visit.db, visit.who, hearing)
        to_point(visit.db, visit.who, response, sent, section, block)
        told(KEY, "success", "Svaret er nu et punkt. Det står under Gennemgang.")
    except StrategyError as error:
        told(KEY, "error", str(error))


def _draw_all(
    found: Sequence[HearingResponse], names: Mapping[str, str], titles: Mapping[str, str]
) -> None:
    html_table(
        "Alle svar, kapitel for kapitel",
        ("Nr.", "Høringspart", "Kapitel", "Svar", "Vurderet", "Punkt"),
        [
            (str(n), names.get(r.party_id, ""), titles.get(r.section, GONE_CHAPTER), r.text,
             "ja" if r.is_assessed else "nej", "ja" if r.point_id else "nej")
            for n, r in enumerate(found, start=1)
        ],
    )  # fmt: skip
