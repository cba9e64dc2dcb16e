"""Sorting the points before the meeting: what is taken as one, what one by one, how long."""

from collections import Counter
from collections.abc import Callable, Sequence

import streamlit as st

from strategykit.actions.acting import new_id
from strategykit.actions.points import set_minutes, sort_points
from strategykit.domain.boards import Done
from strategykit.domain.outline import Draft
from strategykit.domain.point_places import in_log_order, point_names
from strategykit.domain.points import Wish
from strategykit.domain.reviews import Point, Sort
from strategykit.domain.wording import capital
from strategykit.errors import StrategyError
from strategykit.ui.forms import show_said, told
from strategykit.ui.page import Visit
from strategykit.ui.received_marks import mark_label
from strategykit.ui.text import html_table, html_text

KEY = "sorting"
_SHORT = 120
_MOST_MINUTES = 60
_NAMES = {
    Sort.EDITORIAL: "Redaktionel", Sort.CONTENT: "Indholdsmæssig", Sort.PRINCIPLE: "Principiel",
}  # fmt: skip
_MANY = {
    Sort.EDITORIAL: "Redaktionelle", Sort.CONTENT: "Indholdsmæssige",
    Sort.PRINCIPLE: "Principielle", Sort.UNSORTED: "Ikke sorteret",
}  # fmt: skip
_ALL = "Alle"


def draw_sorting(visit: Visit, draft: Draft, wishes: Sequence[Wish]) -> None:
    """The open points with their kind, and what changes the chosen ones."""
    waiting = [wish for wish in in_log_order(draft, wishes) if wish.point.is_open]
    if not waiting:
        return
    st.subheader("Sortér punkterne før mødet", anchor=False)
    html_text(
        "På mødet tages de redaktionelle samlet. Resten tages ét for ét, de principielle først, og "
        "et principielt punkt får tre gange så lang tid som et andet.", cls="sv-hint",
    )  # fmt: skip
    show_said(KEY)
    counts = Counter(wish.point.sort for wish in waiting)
    kinds = {_ALL: f"{_ALL} ({len(waiting)})"} | {
        sort.value: f"{_MANY[sort]} ({counts[sort]})" for sort in _MANY if counts[sort]
    }
    kind = st.segmented_control("Vis punkterne", list(kinds), format_func=kinds.__getitem__,
                                default=_ALL, required=True, key=f"{KEY}:kind")  # fmt: skip
    shown = [wish for wish in waiting if kind in (_ALL, wish.point.sort)]
    names = {key: capital(name) for key, name in point_names(draft, wishes).items()}
    html_table(
        "Punkter, der venter på en afgørelse", ("Punkt", "Slags", "Ønske", "Minutter"),
        [(names[w.point.id], w.point.sort, mark_label(w.first)[:_SHORT], _minutes(w.point))
         for w in shown],
    )  # fmt: skip
    _draw_changing(visit, {w.point.id: w for w in shown}, names, kind)


def _minutes(point: Point) -> str:
    return str(point.minutes) if point.minutes else "en lige del"


def _draw_changing(visit: Visit, shown: dict[str, Wish], names: dict[str, str], kind: str) -> None:
    labels = {i: f"{names[i]}: {mark_label(wish.first)[:_SHORT]}" for i, wish in shown.items()}
    nonce = st.session_state.setdefault(f"{KEY}:nonce", new_id())
    chosen = st.multiselect("Vælg punkter", list(labels), format_func=labels.__getitem__,
                            placeholder="Et eller flere", key=f"{KEY}:{nonce}:{kind}")  # fmt: skip
    seen = tuple(shown[point].point for point in chosen if point in shown)
    left, right = st.columns(2, vertical_alignment="bottom")
    with left:
        st.selectbox("Slags", list(_NAMES), format_func=_NAMES.__getitem__,
                            key=f"{KEY}:sort")  # fmt: skip
        st.button("Sortér de valgte", on_click=_sort, args=(visit, seen), key=f"{KEY}:do",
                  disabled=not seen, type="primary")  # fmt: skip
    with right:
        st.number_input("Minutter til hvert punkt, 0 for en lige del", 0, _MOST_MINUTES,
                                  key=f"{KEY}:minutes")  # fmt: skip
        st.button("Sæt tiden", on_click=_time, args=(visit, seen), key=f"{KEY}:time",
                  disabled=not seen)  # fmt: skip


def _sort(visit: Visit, seen: Sequence[Point]) -> None:
    sort = st.session_state[f"{KEY}:sort"]
    _tell(lambda: sort_points(visit.db, visit.who, seen, sort))


def _time(visit: Visit, seen: Sequence[Point]) -> None:
    minutes = st.session_state[f"{KEY}:minutes"]
    _tell(lambda: set_minutes(visit.db, visit.who, seen, minutes))


def _tell(act: Callable[[], Done]) -> None:
    """Says what came of the act; the ticks are gone when it went well."""
    try:
        done = act()
    except StrategyError as error:
        told(KEY, "error", str(error))
        return
    st.session_state[f"{KEY}:nonce"] = new_id()
    told(KEY, "success", done.told)
