"""One body's turn: what lies before it, what it decided, and what is open."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from strategykit.actions.approving import decide_stage, open_before
from strategykit.actions.way import change_stage
from strategykit.domain.approvals import ENDS, Body, Outcome, Stage
from strategykit.domain.approving import is_changed, outcomes_of
from strategykit.domain.catalogue import CRITERIA_SENTENCES
from strategykit.domain.drafts import VersionLine
from strategykit.domain.numbers import danish_date
from strategykit.domain.open_points import OpenPoint
from strategykit.domain.people import Who
from strategykit.storage.database import Database
from strategykit.ui.editions import moment
from strategykit.ui.forms import Form, edit_form, told
from strategykit.ui.links import FILLED_ON, link_to
from strategykit.ui.page import Visit
from strategykit.ui.stage_changes import draw_changes
from strategykit.ui.text import html_text
from strategykit.ui.wording import worded

KEY = "approval"
BEFORE, AFTER = "Før mødet", "Efter mødet"
GIVEN = "recommendation_given"
FIRST_WORDS = "At {strategien} for {kommune} vedtages."


def draw_stage(visit: Visit, stage: Stage, kept: Sequence[VersionLine]) -> None:
    """The form to the left, what is open to the right; then the changes that the body made."""
    waits = stage.outcome is Outcome.WAITING
    part = AFTER
    if waits:
        ready = stage.day is not None and stage.version_id
        part = st.segmented_control(
            "Før eller efter mødet", [BEFORE, AFTER], default=AFTER if ready else BEFORE,
            required=True, key=f"{KEY}:when:{stage.id}", label_visibility="collapsed",
        ) or BEFORE  # fmt: skip
    prepared = _prepared(visit, stage, kept)
    write, open_points = st.columns([3, 2], gap="large")
    with open_points:
        lacks = _draw_open(visit, prepared)
    with write:
        if part == BEFORE:
            _draw_before(visit, prepared, kept)
        else:
            _draw_after(visit, prepared, lacks)
    if is_changed(stage):
        draw_changes(visit, stage)


def _prepared(visit: Visit, stage: Stage, kept: Sequence[VersionLine]) -> Stage:
    """A stage that waits begins with the newest version and the words that are usual."""
    if stage.outcome is not Outcome.WAITING:
        return stage
    usual = worded(visit, FIRST_WORDS) if stage.body is Body.COMMITTEE else ""
    newest = kept[0].id if kept else ""
    return replace(
        stage, version_id=stage.version_id or newest,
        recommendation=stage.recommendation or usual,
    )  # fmt: skip


def _draw_before(visit: Visit, stage: Stage, kept: Sequence[VersionLine]) -> None:
    st.subheader(BEFORE, anchor=False)
    if not kept:
        html_text("Der er ingen gemt version at behandle endnu.", cls="sv-empty")
        link_to(visit, "udkast", "Gem udkastet som version")
    if stage.body is Body.HEARING:
        link_to(visit, "hoering", "Gå til høringen")
    versions = {v.id: f"Version {v.number}, gemt {moment(v.saved_at)}" for v in kept}
    form = Form(
        visit, Stage, f"{KEY}:before:{stage.id}:{stage.version_id}", change=_set_before,
        only=("day", "version_id", "recommendation") if kept else ("day", "recommendation"),
        choices={"draft_versions": versions}, rows=(("day", "version_id"),) if kept else (),
    )  # fmt: skip
    edit_form(form, stage, "Gem")
    html_text(_about(stage), cls="sv-hint")


def _about(stage: Stage) -> str:
    if stage.body is Body.COMMITTEE:
        return "Udvalget vedtager ikke selv. Skriv, hvad det indstiller til kommunalbestyrelsen."
    if stage.body is Body.HEARING:
        return "I høringen er der ingen indstilling. Høringsparter og svar står på høringens side."
    return "Er feltet tomt, står udvalgets indstilling i dagsordenspunktet."


def _set_before(db: Database, who: Who, seen: Stage, changed: Stage) -> Stage:
    saved = change_stage(db, who, seen, changed)
    told(KEY, "success", f"Gemt for {saved.name}.")
    return saved


def _draw_after(visit: Visit, stage: Stage, lacks: Sequence[OpenPoint]) -> None:
    st.subheader("Beslutningen", anchor=False)
    allowed = {outcome.value: outcome.value for outcome in outcomes_of(stage)}
    overruled = ("overruled",) if lacks or stage.overruled else ()
    form = Form(
        visit, Stage, f"{KEY}:after:{stage.id}:{stage.version_id}", change=_decide,
        only=("outcome", "day", "decision", "votes_for", "votes_against", "abstained", "minority",
              *overruled),
        choices={"outcome": allowed},
        rows=(("outcome", "day"), ("votes_for", "votes_against", "abstained")),
    )  # fmt: skip
    edit_form(form, stage, "Gem beslutningen")


def _decide(db: Database, who: Who, seen: Stage, changed: Stage) -> Stage:
    saved = decide_stage(db, who, seen, changed)
    told(KEY, "success", _follows(saved))
    return saved


def _follows(stage: Stage) -> str:
    """What was kept, and where the case is now."""
    said = f"Gemt: {stage.name}, {stage.outcome}."
    if stage.outcome is Outcome.POSTPONED:
        return f"{said} Sagen kommer på igen hos {stage.name}."
    if stage.outcome is Outcome.SENT_BACK:
        return f"{said} Sagen går vejen igennem igen fra første led."
    if is_changed(stage):
        return f"{said} Skriv ændringerne i teksten herunder."
    if stage.outcome in ENDS and stage.day:
        return f"{said} Behandlingen sluttede den {danish_date(stage.day)}."
    return said


def _draw_open(visit: Visit, stage: Stage) -> tuple[OpenPoint, ...]:
    """What stops the case, each with the page that closes it; then what else is not done."""
    if stage.outcome is not Outcome.WAITING:
        if stage.overruled:
            html_text("Sagen gik videre med åbne punkter, fordi:", cls="sv-subhead")
            html_text(stage.overruled)
        return ()
    st.subheader("Det er åbent endnu", anchor=False)
    lacks = open_before(visit.db, visit.overview.revision, stage)
    unmet = dict.fromkeys(k for s in visit.overview.statuses for k in s.exit_unmet if k != GIVEN)
    if lacks:
        html_text("Sagen kan gå videre alligevel, når nogen skriver hvorfor.", cls="sv-hint")
    elif not unmet:
        html_text("Alt er på plads.")
    with st.container(gap=None):
        for point in lacks:
            link_to(visit, point.page, f"Åbent: {point.text}")
        for key in unmet:
            link_to(visit, FILLED_ON[key], f"Ikke endnu: {CRITERIA_SENTENCES[key]}")
    return lacks
