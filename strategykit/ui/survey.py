"""An anonymous survey on the page of instruments: asking, closing, and what came of it."""

from collections.abc import Sequence

import streamlit as st

from strategykit.actions.registers import entries
from strategykit.actions.survey import close_round, code_of, open_round, renew_link
from strategykit.actions.survey_results import answered
from strategykit.domain.access import spaced_code
from strategykit.domain.boards import counted
from strategykit.domain.instrument_rows import InstrumentRow
from strategykit.domain.instruments import InstrumentPlan
from strategykit.domain.survey import LEAST, SurveyRound
from strategykit.domain.survey_told import closed_rounds
from strategykit.errors import StrategyError
from strategykit.qr import qr_svg
from strategykit.reach import phone_address
from strategykit.ui.editions import moment
from strategykit.ui.forms import show_said, told
from strategykit.ui.page import Visit
from strategykit.ui.personal_links import own_address, warn_when_local
from strategykit.ui.survey_results import draw_results
from strategykit.ui.text import html_text
from strategykit.ui.tiles import Tile, draw_tiles

KEY, PAGE = "survey", "/spoergeskema"
_MADE = f"{KEY}:made"
_QR_WIDTH = 240
_WAITS = (
    "Svarene vises først, når runden er lukket. Ellers kunne man følge med i, hvem der svarer hvad."
)
_CLOSES = (
    "En lukket runde kan ikke åbnes igen. Linket og koden holder op med at virke, og svarene "
    f"bliver vist. Har færre end {LEAST} svaret, vises kun, hvor mange de er."
)
_NEW_LINK = (
    "Linket vises kun, når det er lavet. Laver I et nyt, holder det gamle link og den gamle kode "
    "op med at virke. De svar, der er sendt, er gemt."
)


def draw_survey(visit: Visit, plan: InstrumentPlan, _rows: Sequence[InstrumentRow]) -> None:
    """The round that is open or a form for a new one, and the rounds that have ended."""
    own = entries(visit.db, visit.process_id, SurveyRound)
    rounds = [one for one in own if one.instrument == plan.key]
    show_said(KEY)
    going_on = next((one for one in rounds if one.is_open), None)
    if going_on is not None:
        _draw_open(visit, going_on)
    elif not rounds:
        _draw_new(visit, plan, "Åbn en runde")
    draw_results(visit, plan, closed_rounds(plan, rounds))
    if rounds and going_on is None:
        with st.expander("Spørg igen", key=f"{KEY}:again"):
            _draw_new(visit, plan, "Åbn en ny runde")


def _draw_new(visit: Visit, plan: InstrumentPlan, label: str) -> None:
    html_text(
        "I åbner en runde, sender linket til dem, der skal svare, og lukker runden igen. "
        "Senere kan I åbne en ny og se, hvad der har flyttet sig."
    )
    key = f"{KEY}:{plan.key}:audience"
    with st.form(f"{key}:form"):
        st.text_input("Hvem bliver spurgt", key=key, max_chars=200,
                      placeholder="Ledere og medarbejdere i de tre forvaltninger")  # fmt: skip
        st.form_submit_button(label, type="primary", on_click=_open, args=(visit, plan, key))


def _draw_open(visit: Visit, asked: SurveyRound) -> None:
    st.subheader(f"Runde {asked.number} er åben", anchor=False)
    since = f" Åbnet {moment(asked.opened_at)}." if asked.opened_at else ""
    whom = f" Spurgt: {asked.audience}." if asked.audience else ""
    html_text(_WAITS + since + whom)
    many = answered(visit.db, asked)
    draw_tiles("Svar indtil nu", [Tile(many, "har svaret")])
    with st.container(horizontal=True):
        st.button("Opdatér antallet", key=f"{KEY}:count")
        with st.popover("Luk runden"):
            html_text(_CLOSES)
            st.button("Ja, luk runden nu", type="primary", on_click=_close, args=(visit, asked),
                      key=f"{KEY}:close")  # fmt: skip
        with st.popover("Nyt link"):
            html_text(_NEW_LINK)
            st.button("Lav et nyt link", on_click=_renew, args=(visit, asked), key=f"{KEY}:renew")
    _draw_link(asked)
    _draw_code(asked)


def _draw_link(asked: SurveyRound) -> None:
    """Shown once, right after it was made: only its hash is kept."""
    made = st.session_state.pop(_MADE, None)
    if made and made[0] == asked.id:
        html_text("Linket til spørgeskemaet vises kun denne ene gang. Kopiér det, og send det ud.")
        st.code(made[1], language=None, wrap_lines=True)


def _draw_code(asked: SurveyRound) -> None:
    """For a slide or a notice board: what is typed, and the same for a camera."""
    code, reached = code_of(asked), phone_address()
    if not code:
        html_text("Runden har intet link. Lav et nyt link, så kan der svares igen.", cls="sv-empty")
        return
    st.subheader("Vis koden på en skærm eller et opslag", anchor=False)
    warn_when_local()
    address = f"{reached or own_address()}{PAGE}"
    words, drawn = st.columns([2, 1])
    with words:
        html_text("Åbn adressen på telefonen, og skriv koden. Eller peg kameraet på mønsteret.")
        st.code(address, language=None, wrap_lines=True)
        html_text(spaced_code(code), cls="sv-code")
    with drawn:
        said = f"Mønster, som et kamera kan læse. Det fører til {address} med koden."
        st.image(str(qr_svg(f"{address}?kode={code}")), width=_QR_WIDTH, alt=said)


def _open(visit: Visit, plan: InstrumentPlan, key: str) -> None:
    try:
        made, token = open_round(
            visit.db, visit.who, visit.process_id, plan.key, st.session_state[key]
        )
    except StrategyError as error:
        told(KEY, "error", str(error))
        return
    _show_once(made, token)
    told(KEY, "success", f"Runde {made.number} er åben. Send nu linket ud.")


def _renew(visit: Visit, asked: SurveyRound) -> None:
    try:
        token = renew_link(visit.db, visit.who, asked)
    except StrategyError as error:
        told(KEY, "error", str(error))
        return
    _show_once(asked, token)
    told(KEY, "success", "Linket er nyt. Det gamle link og den gamle kode virker ikke længere.")


def _show_once(asked: SurveyRound, token: str) -> None:
    st.session_state[_MADE] = (asked.id, f"{own_address()}{PAGE}?n={token}")


def _close(visit: Visit, asked: SurveyRound) -> None:
    try:
        close_round(visit.db, visit.who, asked)
    except StrategyError as error:
        told(KEY, "error", str(error))
        return
    many = counted(answered(visit.db, asked), "person", "personer")
    told(KEY, "success", f"Runde {asked.number} er lukket. {many} har svaret.")
