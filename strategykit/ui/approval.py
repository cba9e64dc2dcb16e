"""The way through the bodies: where the case is, what each body does, and the papers."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from strategykit.actions.amending import amendments_of
from strategykit.actions.way import begin_anew, begin_way, way_of
from strategykit.domain.approvals import Adoption, Body, Outcome, Stage
from strategykit.domain.approving import at_hand, current, ended_by, is_changed, votes_text
from strategykit.domain.drafts import VersionLine
from strategykit.domain.numbers import danish_date
from strategykit.errors import StrategyError
from strategykit.ui.approval_papers import draw_approval_papers
from strategykit.ui.forms import show_said, told
from strategykit.ui.page import Visit
from strategykit.ui.stage_changes import draw_changes
from strategykit.ui.stage_forms import KEY, draw_decided, draw_open, draw_stage
from strategykit.ui.text import html_table, html_text, plain, unbroken
from strategykit.ui.way import draw_way

TREATMENT, CHAIN, PAPERS = "Behandling", "Alle led", "Papirer"
HEADER = ("Led", "Møde", "Version", "Udfald", "Stemmer", "Beslutning")


@dataclass(frozen=True)
class _Case:
    """What the page shows of: all stages, the adoption and the kept versions."""

    stages: tuple[Stage, ...]
    adoption: Adoption | None
    kept: Sequence[VersionLine]

    @property
    def locked(self) -> bool:
        """Whether the newest round ended with a strategy that is locked."""
        end = ended_by(self.stages)
        return end is not None and self.adoption is not None and self.adoption.stage_id == end.id


def draw_approval(visit: Visit) -> None:
    """Where the case is, then the part that was chosen."""
    show_said(KEY)
    way = way_of(visit.db, visit.process_id, visit.overview.revision)
    stages = way.stages
    if not stages:
        _draw_beginning(visit)
        return
    case = _Case(stages, visit.overview.adopted, way.kept)
    _draw_standing(case, visit.template.terms.strategien)
    part = st.segmented_control(
        "Del af siden", [TREATMENT, CHAIN, PAPERS], default=TREATMENT, required=True,
        key=f"{KEY}:part", persist_state="session", label_visibility="collapsed",
    )  # fmt: skip
    if part == PAPERS:
        draw_approval_papers(visit, stages)
    elif part == CHAIN:
        _draw_stages(case)
        draw_way(visit, current(stages), ended=ended_by(stages) is not None)
    else:
        _draw_treatment(visit, case)


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


def _draw_standing(case: _Case, strategy: str) -> None:
    """In one sentence where the case is; an adopted strategy says that it is locked."""
    here, end, adoption = at_hand(case.stages), ended_by(case.stages), case.adoption
    if end is not None and adoption is not None and case.locked:
        st.html(
            f'<blockquote class="sv-statement">Vedtaget af {plain(end.name)} den '
            f"{unbroken(danish_date(adoption.day))}.</blockquote>"
            f'<p class="sv-status">Version {adoption.number} er {plain(strategy)}. Den er låst og '
            "kan ikke ændres.</p>"
        )
    elif end is not None and end.outcome is Outcome.REJECTED:
        html_text(f"{end.name} har forkastet {strategy}.", cls="sv-status")
    elif end is not None:
        html_text(f"{end.name} har vedtaget {strategy} med ændringer. Skriv ændringerne ind, så "
                  "låses den endelige tekst.", cls="sv-status")  # fmt: skip
    elif here is not None:
        day = f" Mødet er den {danish_date(here.day)}." if here.day else " Mødet har ingen dato."
        html_text(f"Sagen ligger hos {here.name}.{day}", cls="sv-status")


def _draw_stages(case: _Case) -> None:
    """The newest round whole; the earlier ones folded up."""
    now = current(case.stages)
    title = "Sagens vej" if now[0].round == 1 else f"Sagens vej, behandling {now[0].round}"
    html_table(title, HEADER, _rows(case, now))
    before = [stage for stage in case.stages if stage.round != now[0].round]
    if before:
        with st.expander("Tidligere behandling", key=f"{KEY}:earlier"):
            html_table("Sagens vej før", HEADER, _rows(case, before))


def _rows(case: _Case, stages: Sequence[Stage]) -> list[list[str]]:
    numbers, here = {line.id: str(line.number) for line in case.kept}, at_hand(case.stages)
    return [
        [
            f"{stage.name} (sagen er her)" if stage == here else stage.name,
            unbroken(danish_date(stage.day)) if stage.day else "–",
            numbers.get(stage.version_id, "–"),
            stage.outcome.value.capitalize(),
            votes_text(stage) or "–",
            stage.decision or "–",
        ]
        for stage in stages
    ]


def _draw_treatment(visit: Visit, case: _Case) -> None:
    now, end = current(case.stages), ended_by(case.stages)
    unwritten = _waits_for_changes(visit, now)
    here = unwritten or at_hand(case.stages) or end or now[-1]
    names = {stage.id: _named(number, stage) for number, stage in enumerate(now, start=1)}
    chosen = st.selectbox(
        "Hvilket led", list(names), list(names).index(here.id), format_func=names.__getitem__,
        key=f"{KEY}:stage:{here.id}",
    )  # fmt: skip
    stage = next(stage for stage in now if stage.id == chosen)
    left, right = st.columns([5, 3], gap="large")
    with right:
        lacks = draw_open(visit, stage, case.kept, above=_way_html(now, here))
    with left:
        if case.locked:
            draw_decided(stage)
        else:
            draw_stage(visit, stage, case.kept, lacks)
    if is_changed(stage):
        draw_changes(visit, stage)
    if end is not None and unwritten is None:
        html_text(f"Skal {visit.template.terms.strategien} ændres, så skriv en ny version under "
                  "Udkast, og før den gennem leddene på ny.", cls="sv-hint")  # fmt: skip
        st.button("Begynd en ny behandling", on_click=_begin_anew, args=(visit,))


def _way_html(stages: Sequence[Stage], here: Stage) -> str:
    lines = "".join(_line(stage, is_here=stage.id == here.id) for stage in stages)
    return f'<p class="sv-subhead">Sagens vej</p><ol class="sv-way">{lines}</ol>'


def _line(stage: Stage, *, is_here: bool) -> str:
    mark = ' aria-current="step"' if is_here else ""
    return f"<li{mark}><strong>{plain(stage.name)}</strong> {_state(stage)}</li>"


def _state(stage: Stage) -> str:
    day = unbroken(danish_date(stage.day)) if stage.day else ""
    if day and stage.outcome is Outcome.WAITING:
        return f"møde {day}"
    return f"{stage.outcome} {day}".strip()


def _named(number: int, stage: Stage) -> str:
    return f"{number}. {stage.name}"


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
