"""The way through the bodies: where the case is, what each body does, and the papers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from strategykit.actions.amending import amendments_of
from strategykit.actions.approving import adoption_of
from strategykit.actions.draft_versions import versions_of
from strategykit.actions.way import begin_anew, begin_way, stages_of
from strategykit.domain.approvals import Adoption, Body, Outcome, Stage
from strategykit.domain.approving import at_hand, current, ended_by, is_changed, votes_text
from strategykit.domain.drafts import VersionLine
from strategykit.domain.numbers import danish_date
from strategykit.errors import StrategyError
from strategykit.ui.approval_papers import draw_approval_papers
from strategykit.ui.forms import show_said, told
from strategykit.ui.page import Visit
from strategykit.ui.stage_forms import KEY, draw_stage
from strategykit.ui.text import html_table, html_text, plain
from strategykit.ui.way import draw_way

TREATMENT, CHAIN, PAPERS = "Behandling", "Led", "Papirer"


@dataclass(frozen=True)
class _Case:
    """What the page shows of: all stages, the adoption and the kept versions."""

    stages: tuple[Stage, ...]
    adoption: Adoption | None
    kept: Sequence[VersionLine]

    @property
    def number(self) -> Mapping[str, int]:
        """The version's number by its id."""
        return {line.id: line.number for line in self.kept}


def draw_approval(visit: Visit) -> None:
    """Where the case is, then the part that was chosen."""
    show_said(KEY)
    stages = stages_of(visit.db, visit.process_id)
    if not stages:
        _draw_beginning(visit)
        return
    case = _Case(
        stages, adoption_of(visit.db, visit.process_id), versions_of(visit.db, visit.process_id)
    )
    _draw_standing(case)
    _draw_stages(case)
    part = st.segmented_control(
        "Del af siden", [TREATMENT, CHAIN, PAPERS], default=TREATMENT, required=True,
        key=f"{KEY}:part", persist_state="session", label_visibility="collapsed",
    )  # fmt: skip
    parts: Mapping[str, Callable[[Visit, _Case], None]] = {
        TREATMENT: _draw_treatment, CHAIN: lambda v, c: draw_way(v, current(c.stages)),
        PAPERS: lambda v, c: draw_approval_papers(v, c.stages),
    }  # fmt: skip
    parts[part](visit, case)


def _draw_beginning(visit: Visit) -> None:
    html_text(
        "Udvalget rådgiver og indstiller. Kommunalbestyrelsen vedtager. Her fører I sagen fra led "
        "til led, og I kan altid tilføje, omdøbe, flytte og fjerne led.", cls="sv-lead",
    )  # fmt: skip
    st.checkbox("Udkastet skal i høring undervejs", value=True, key=f"{KEY}:hearing")
    st.button("Begynd behandlingen", type="primary", on_click=_begin, args=(visit,))


def _begin(visit: Visit) -> None:
    without = () if st.session_state[f"{KEY}:hearing"] else (Body.HEARING,)
    try:
        begin_way(visit.db, visit.who, visit.process_id, without=without)
    except StrategyError as error:
        told(KEY, "error", str(error))


def _draw_standing(case: _Case) -> None:
    """In one sentence where the case is; an adopted strategy says that it is locked."""
    here, end, adoption = at_hand(case.stages), ended_by(case.stages), case.adoption
    if end is not None and adoption is not None and adoption.stage_id == end.id:
        st.html(
            f'<blockquote class="sv-statement">Vedtaget af {plain(end.name)} den '
            f"{danish_date(adoption.day)}.</blockquote>"
            f'<p class="sv-status">Version {adoption.number} er strategien. Den er låst og kan '
            "ikke ændres.</p>"
        )
    elif end is not None and end.outcome is Outcome.REJECTED:
        html_text(f"{end.name} har forkastet strategien.", cls="sv-status")
    elif end is not None:
        html_text(f"{end.name} har vedtaget strategien med ændringer. Skriv ændringerne ind, så "
                  "låses den endelige tekst.", cls="sv-status")  # fmt: skip
    elif here is not None:
        day = f" Mødet er den {danish_date(here.day)}." if here.day else " Mødet har ingen dato."
        html_text(f"Sagen ligger hos {here.name}.{day}", cls="sv-status")


def _draw_stages(case: _Case) -> None:
    here, now = at_hand(case.stages), current(case.stages)
    rows = [_row(stage, case.number, here) for stage in now]
    title = "Sagens vej" if now[0].round == 1 else f"Sagens vej, behandling {now[0].round}"
    html_table(title, ["Led", "Møde", "Version", "Udfald", "Stemmer", "Beslutning"], rows)
    before = [stage for stage in case.stages if stage.round != now[0].round]
    if before:
        with st.expander("Tidligere behandling", key=f"{KEY}:earlier"):
            html_table("Tidligere behandling", ["Led", "Møde", "Version", "Udfald", "Stemmer",
                       "Beslutning"], [_row(s, case.number, None) for s in before])  # fmt: skip


def _row(stage: Stage, numbers: Mapping[str, int], here: Stage | None) -> list[str]:
    is_here = here is not None and here.id == stage.id
    return [
        f"{stage.name} (sagen er her)" if is_here else stage.name,
        danish_date(stage.day) if stage.day else "–",
        str(numbers.get(stage.version_id, "–")),
        stage.outcome.value.capitalize(),
        votes_text(stage) or "–",
        stage.decision or "–",
    ]


def _draw_treatment(visit: Visit, case: _Case) -> None:
    now, end = current(case.stages), ended_by(case.stages)
    first = _waits_for_changes(visit, now) or at_hand(case.stages) or end or now[-1]
    names = {stage.id: _named(number, stage) for number, stage in enumerate(now, start=1)}
    chosen = st.selectbox(
        "Hvilket led", list(names), list(names).index(first.id), format_func=names.__getitem__,
        key=f"{KEY}:stage:{first.id}",
    )  # fmt: skip
    draw_stage(visit, next(stage for stage in now if stage.id == chosen), case.kept)
    if end is not None and _waits_for_changes(visit, now) is None:
        html_text("Skal strategien ændres, så skriv en ny version under Udkast, og før den gennem "
                  "leddene på ny.", cls="sv-hint")  # fmt: skip
        st.button("Begynd en ny behandling", on_click=_begin_anew, args=(visit,))


def _named(number: int, stage: Stage) -> str:
    return f"{number}. {stage.name}: {stage.outcome}"


def _waits_for_changes(visit: Visit, stages: Sequence[Stage]) -> Stage | None:
    """The stage whose changes are not written into the text yet."""
    for stage in stages:
        if is_changed(stage):
            found = amendments_of(visit.db, stage)
            if not any(wish.point.done_in for wish in found):
                return stage
    return None


def _begin_anew(visit: Visit) -> None:
    try:
        begin_anew(visit.db, visit.who, visit.process_id)
    except StrategyError as error:
        told(KEY, "error", str(error))
