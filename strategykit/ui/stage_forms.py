"""One body's turn: what lies before it, what it decided, and what is open."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from strategykit.actions.approving import decide_stage, open_before
from strategykit.actions.drafts import draft_of
from strategykit.actions.way import change_stage
from strategykit.domain.approvals import ENDS, Body, Outcome, Stage
from strategykit.domain.approving import is_changed, outcomes_of, votes_text
from strategykit.domain.catalogue import CRITERIA_SENTENCES
from strategykit.domain.drafts import VersionLine
from strategykit.domain.numbers import danish_date
from strategykit.domain.open_points import OpenPoint
from strategykit.domain.people import Who
from strategykit.storage.database import Database
from strategykit.ui.draft_word import chosen
from strategykit.ui.forms import Form, edit_form, told
from strategykit.ui.links import FILLED_ON, link_to
from strategykit.ui.page import Visit
from strategykit.ui.text import html_text, plain
from strategykit.ui.wording import worded

KEY = "approval"
BEFORE, AFTER = "Før mødet", "Efter mødet"
GIVEN = "recommendation_given"
FIRST_WORDS = "At {strategien} for {kommune} vedtages."


def draw_stage(
    visit: Visit, stage: Stage, kept: Sequence[VersionLine], lacks: Sequence[OpenPoint]
) -> None:
    """What lies before the body, or what it decided."""
    part = AFTER
    if stage.outcome is Outcome.WAITING:
        ready = stage.day is not None and stage.version_id
        part = st.segmented_control(
            "Før eller efter mødet", [BEFORE, AFTER], default=AFTER if ready else BEFORE,
            required=True, key=f"{KEY}:when:{stage.id}", label_visibility="collapsed",
        )  # fmt: skip
    prepared = _prepared(visit, stage, kept)
    if part == BEFORE:
        _draw_before(visit, prepared, kept)
    else:
        _draw_after(visit, prepared, lacks)


def draw_decided(stage: Stage) -> None:
    """What stands in the protocol of a round that is locked."""
    said = (
        ("Udfald", stage.outcome.value.capitalize()),
        ("Møde", danish_date(stage.day) if stage.day else ""),
        ("Indstilling", stage.recommendation),
        ("Beslutning", stage.decision),
        ("Stemmer", votes_text(stage)),
        ("Mindretallets forslag", stage.minority),
        ("Videre med åbne punkter, fordi", stage.overruled),
    )
    rows = "".join(f"<dt>{plain(name)}</dt><dd>{plain(text)}</dd>" for name, text in said if text)
    st.html(f'<div class="sv-area"><h2>{plain(stage.name)}</h2><dl>{rows}</dl></div>')


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
    if not kept:
        html_text("Der er ingen gemt version at behandle endnu.", cls="sv-empty")
        link_to(visit, "udkast", "Gem udkastet som version")
    if stage.body is Body.HEARING:
        link_to(visit, "hoering", "Gå til høringen")
    versions = {v.id: f"Version {v.number}" for v in kept}
    form = Form(
        visit, Stage, f"{KEY}:before:{stage.id}:{kept[0].id if kept else ''}", change=change_stage,
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


def _draw_after(visit: Visit, stage: Stage, lacks: Sequence[OpenPoint]) -> None:
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
        return f"{said} Skriv ændringerne i teksten nedenfor."
    if stage.outcome in ENDS and stage.day:
        return f"{said} Behandlingen sluttede den {danish_date(stage.day)}."
    return said


def draw_open(
    visit: Visit, stage: Stage, kept: Sequence[VersionLine], *, above: str
) -> tuple[OpenPoint, ...]:
    """What stops the case, each with the page that closes it; then what else is not done."""
    if stage.outcome is not Outcome.WAITING:
        st.html(above)
        return ()
    lacks = open_before(visit.db, visit.overview.revision, _prepared(visit, stage, kept))
    others = _not_done(visit, kept)
    told = "Sagen kan gå videre alligevel, når nogen skriver hvorfor." if lacks else ""
    told = told if lacks or others else "Alt er på plads."
    st.html(f'{above}<p class="sv-subhead">Det er åbent endnu</p><p class="sv-note">{told}</p>')
    with st.container(gap=None):
        for point in lacks:
            link_to(visit, point.page, f"Åbent: {point.text}")
        for page, text in others:
            link_to(visit, page, f"Ikke endnu: {text}")
    return lacks


def _not_done(visit: Visit, kept: Sequence[VersionLine]) -> list[tuple[str, str]]:
    """Criteria of the phases, and a draft that says more than the kept versions."""
    unmet = dict.fromkeys(k for s in visit.overview.statuses for k in s.exit_unmet if k != GIVEN)
    found = [(FILLED_ON[key], CRITERIA_SENTENCES[key]) for key in unmet]
    now = draft_of(visit.db, visit.process_id, visit.overview.revision, visit.today, chosen(visit))
    if kept and now.kept_as is None:
        found.append(("udkast", f"Udkastet er ændret siden version {kept[0].number}"))
    return found
