"""A self-check: one point at a time, or the whole list with its answers in words."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from html import escape

import streamlit as st

from strategykit.domain.instrument_columns import ANSWERS
from strategykit.domain.instrument_rows import InstrumentRow
from strategykit.domain.instrument_views import Answered, answers, by_group, tally
from strategykit.domain.instruments import InstrumentPlan
from strategykit.domain.wording import capital
from strategykit.ui.forms import GoingOn, told
from strategykit.ui.instrument_forms import draw_item, item_form
from strategykit.ui.instrument_rows import RowForm
from strategykit.ui.page import Visit
from strategykit.ui.text import html_table, plain
from strategykit.ui.tiles import Tile, draw_tiles
from strategykit.ui.wording import worded

NOT_ANSWERED = "ikke besvaret"
GO_ON = "Gem, og gå til næste punkt"
ONE, ALL = "Ét punkt ad gangen", "Hele listen"


def draw_check(visit: Visit, plan: InstrumentPlan, rows: Sequence[InstrumentRow]) -> None:
    """One of the two ways to look at the points."""
    answered = answers(plan, rows)
    way = st.segmented_control(
        "Visning", [ONE, ALL], default=ONE, required=True, key=f"check:{plan.key}:way",
        persist_state="session", label_visibility="collapsed",
    )  # fmt: skip
    if way == ALL:
        counts = [*tally(answered), (NOT_ANSWERED, sum(a.row is None for a in answered))]
        draw_tiles("Svarene i tal", [Tile(count, capital(word)) for word, count in counts])
        _draw_all(visit, answered)
    else:
        _draw_one(visit, plan, answered)


def _draw_one(visit: Visit, plan: InstrumentPlan, answered: Sequence[Answered]) -> None:
    key = f"check:{visit.process_id}:{plan.key}:point"
    keys = [each.item.key for each in answered]
    if st.session_state.get(key) not in keys:
        st.session_state[key] = next((a.item.key for a in answered if a.row is None), keys[0])
    here = keys.index(st.session_state[key])
    _draw_ways(visit, key, answered, here)
    done = sum(each.row is not None for each in answered)
    told_of = f"Punkt {here + 1} af {len(keys)}", f"{done} af {len(keys)} besvaret"
    _draw_point(visit, answered[here], told_of, st.session_state.get(_moves(key), 0))
    asked = RowForm(visit, plan, answered[here].item.key)
    title = worded(visit, answered[here].item.title)
    to = _after(answered, here)
    going_on = GoingOn(GO_ON, partial(_go_on, asked, key, here + 1, to)) if to else None
    draw_item(asked, answered[here].row, "Gem svaret", f"Svaret på ”{title}”", going_on)


def _after(answered: Sequence[Answered], here: int) -> str:
    """The next point; after the last the first that nobody has answered, if there is one."""
    if here + 1 < len(answered):
        return answered[here + 1].item.key
    return next((a.item.key for a in answered[:here] if a.row is None), "")


def _go_on(asked: RowForm, key: str, number: int, to: str) -> None:
    """The next point is shown, and what was told of this one with it."""
    left, opened = item_form(asked), item_form(replace(asked, item=to))
    _, said = st.session_state.pop(f"{left.key}:said")
    told(opened.key, "success", f"Svaret på punkt {number} er gemt.{said.removeprefix('Gemt.')}")
    st.session_state[key] = to
    st.session_state[_moves(key)] = st.session_state.get(_moves(key), 0) + 1


def _moves(key: str) -> str:
    return f"{key}:moves"


def _draw_ways(visit: Visit, key: str, answered: Sequence[Answered], here: int) -> None:
    """Back, forth, and straight to a point."""
    points = enumerate(answered, start=1)
    names = {a.item.key: numbered(n, worded(visit, a.item.title)) for n, a in points}
    back, jump, forth = st.columns([1, 3, 1], vertical_alignment="bottom")
    keys = list(names)
    with jump:
        st.selectbox("Punkt", keys, format_func=names.__getitem__, key=key,
                     persist_state="session")  # fmt: skip
    _draw_step(back, "Forrige punkt", key, keys, here - 1)
    _draw_step(forth, "Næste punkt", key, keys, here + 1)


def numbered(number: int, title: str) -> str:
    """The title with its number; once, where the template has numbered it."""
    return title if title[:1].isdigit() else f"{number}. {title}"


def _draw_step(place: object, label: str, key: str, keys: Sequence[str], to: int) -> None:
    inside = 0 <= to < len(keys)
    place.button(  # type: ignore[attr-defined]
        label, key=f"{key}:{label}", disabled=not inside, width="stretch", on_click=_go,
        args=(key, keys[to] if inside else ""),
    )  # fmt: skip


def _go(key: str, to: str) -> None:
    st.session_state[key] = to


def _draw_point(visit: Visit, point: Answered, told_of: tuple[str, str], moves: int) -> None:
    """The page's script leads to the heading when `moves` has grown."""
    item = point.item
    where, done = told_of
    above = " · ".join(part for part in (where, worded(visit, item.group), done) if part)
    hint = f'<p class="sv-ask">{plain(worded(visit, item.hint))}</p>' if item.hint else ""
    st.html(
        f'<div class="sv-point"><p class="sv-note">{escape(above)}</p>'
        f'<h3 data-ny="{moves}">{plain(worded(visit, item.title))}</h3>{hint}</div>'
    )


def _draw_all(visit: Visit, answered: Sequence[Answered]) -> None:
    for group, points in by_group(answered):
        rows = [
            [worded(visit, p.item.title), capital(p.answer or NOT_ANSWERED), p.evidence or "–"]
            for p in points
        ]
        caption = worded(visit, group) or "Punkterne"
        html_table(f"{caption}: {_summed(points)}", ["Punkt", "Svar", "Bygger på"], rows)


def _summed(points: Sequence[Answered]) -> str:
    yes = sum(p.answer == ANSWERS[0] for p in points)
    return f"ja til {yes} af {len(points)}"
