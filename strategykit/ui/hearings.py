"""The part of the page that is about hearings: making one, and choosing what to see of it."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial

import streamlit as st

from strategykit.actions.acting import new_id
from strategykit.actions.draft_versions import versions_of
from strategykit.actions.hearing_papers import letter_file, note_file, young_file
from strategykit.actions.hearings import (
    change_hearing,
    close_hearing,
    hearings_of,
    open_hearing,
    parties_of,
    reopen_hearing,
)
from strategykit.domain.drafts import VersionLine
from strategykit.domain.hearings import Hearing, young_title
from strategykit.domain.numbers import danish_date
from strategykit.errors import StrategyError
from strategykit.storage.processes import short_name
from strategykit.ui.editions import moment
from strategykit.ui.forms import Form, edit_form, show_said, told
from strategykit.ui.hearing_answers import draw_answers
from strategykit.ui.hearing_parties import draw_parties
from strategykit.ui.links import link_to
from strategykit.ui.page import Visit
from strategykit.ui.papers import WORD
from strategykit.ui.text import html_text

KEY, CHOSEN = "hearing", "hearing:chosen"
FIRST_DAYS = 42
_ABOUT = (
    "En høring er valgfri. I spørger foreninger, skoler, råd og andre, hvad de mener om en gemt "
    "version, vurderer hvert svar og samler det hele i et høringsnotat."
)
_LETTER = "Brevet til alle parter: hvad I spørger om, fristen, og hvordan man svarer."
_NOTE = (
    "Hvert svar med jeres vurdering og det, svaret ændrede. Det, der ikke er vurderet, står som "
    "ikke vurderet."
)
_NOBODY = (
    "Ingen af parterne taler for {who}. Sæt kryds ved dem, der gør. Så kan I hente listen "
    "”{title}”."
)


def draw_hearings(visit: Visit) -> None:
    """The form for a hearing, and the one that was chosen."""
    show_said(KEY)
    kept = versions_of(visit.db, visit.process_id)
    if not kept:
        html_text("Kun en gemt version kan sendes i høring. Gem først udkastet.", cls="sv-empty")
        link_to(visit, "udkast", "Gem udkastet som version")
        return
    found = hearings_of(visit.db, visit.process_id)
    if found:
        _draw_hearing(visit, _chosen(found), list(kept))
    else:
        html_text(_ABOUT)
        _draw_form(visit, list(kept))


def _chosen(found: tuple[Hearing, ...]) -> Hearing:
    """The newest hearing, or another that was chosen."""
    if len(found) == 1:
        return found[0]
    names = {h.id: _name(number, h) for number, h in reversed(list(enumerate(found, start=1)))}
    which = st.selectbox("Høring", list(names), format_func=names.__getitem__, key=CHOSEN,
                         persist_state="session")  # fmt: skip
    return next((h for h in found if h.id == which), found[-1])


def _name(number: int, hearing: Hearing) -> str:
    state = "åben" if hearing.is_open else "slut"
    return f"Høring {number} om version {hearing.number}, {state}"


def _draw_form(visit: Visit, kept: list[VersionLine]) -> None:
    nonce = st.session_state.setdefault(f"{KEY}:nonce", new_id())
    versions = {v.id: f"Version {v.number}, gemt {moment(v.saved_at)}" for v in kept}
    with st.form(f"{KEY}:{nonce}"):
        st.selectbox("Version i høring", list(versions), format_func=versions.__getitem__,
                     key=f"{KEY}:{nonce}:version")  # fmt: skip
        left, right = st.columns(2)
        left.date_input("Høringen begynder", visit.today, format="DD.MM.YYYY",
                        key=f"{KEY}:{nonce}:starts")  # fmt: skip
        right.date_input("Frist for svar", visit.today + timedelta(days=FIRST_DAYS),
                         format="DD.MM.YYYY", key=f"{KEY}:{nonce}:ends")  # fmt: skip
        st.text_area("Høringsbrev", key=f"{KEY}:{nonce}:note",
                     placeholder="Hvad vil I især gerne vide?")  # fmt: skip
        st.form_submit_button("Send i høring", type="primary", on_click=_send, args=(visit, nonce))


def _send(visit: Visit, nonce: str) -> None:
    typed = {
        part: st.session_state[f"{KEY}:{nonce}:{part}"]
        for part in ("version", "starts", "ends", "note")
    }
    try:
        made = open_hearing(
            visit.db, visit.who,
            Hearing(
                id=nonce, process_id=visit.process_id, version_id=typed["version"],
                starts=typed["starts"], ends=typed["ends"], note=typed["note"],
            ),
        )  # fmt: skip
    except StrategyError as error:
        told(KEY, "error", str(error))
        return
    st.session_state[f"{KEY}:nonce"] = new_id()
    st.session_state[CHOSEN] = made.id
    told(KEY, "success", f"Version {made.number} er i høring. Tilføj nu dem, der skal svare.")


def _draw_hearing(visit: Visit, hearing: Hearing, kept: list[VersionLine]) -> None:
    st.subheader(_standing(hearing), anchor=False)
    views: Mapping[str, Callable[[Visit, Hearing], None]] = {
        "Høringsparter": draw_parties,
        "Svar og vurdering": draw_answers,
        "Papirer": _draw_papers,
        "Periode og brev": partial(_draw_period, kept),
    }
    first = next(iter(views))
    view = st.segmented_control(
        "Vis af høringen", list(views), default=first, required=True, key=f"{KEY}:view",
        persist_state="session", label_visibility="collapsed",
    )  # fmt: skip
    views[view or first](visit, hearing)


def _draw_period(kept: list[VersionLine], visit: Visit, hearing: Hearing) -> None:
    label = "Slut høringen" if hearing.is_open else "Åbn høringen igen"
    st.button(label, on_click=_turn, args=(visit, hearing), key=f"{KEY}:turn")
    edit_form(
        Form(visit, Hearing, f"{KEY}:form:{hearing.id}", change=change_hearing,
             only=("starts", "ends", "note")), hearing,
    )  # fmt: skip
    with st.expander("Send en version mere i høring", key=f"{KEY}:open"):
        _draw_form(visit, kept)


def _standing(hearing: Hearing) -> str:
    """Open or over, and until when."""
    if not hearing.is_open:
        return f"Høringen om version {hearing.number} er slut"
    if hearing.ends is None:
        return f"Version {hearing.number} er i høring uden frist"
    return f"Version {hearing.number} er i høring til den {danish_date(hearing.ends)}"


def _turn(visit: Visit, hearing: Hearing) -> None:
    try:
        (close_hearing if hearing.is_open else reopen_hearing)(visit.db, visit.who, hearing)
    except StrategyError as error:
        told(KEY, "error", str(error))
        return
    said = "slut. Parterne kan læse det, de har svaret" if hearing.is_open else "åben igen"
    told(KEY, "success", f"Høringen er {said}.")


def _draw_papers(visit: Visit, hearing: Hearing) -> None:
    who = visit.template.terms.personerne
    named = f"{short_name(visit.process.title)}-version-{hearing.number}.docx"
    _offer("Hent høringsbrevet", _LETTER, partial(letter_file, visit.db, hearing),
           f"hoeringsbrev-{named}")  # fmt: skip
    _offer("Hent høringsnotatet", _NOTE, partial(note_file, visit.db, hearing),
           f"hoeringsnotat-{named}")  # fmt: skip
    if any(party.young for party in parties_of(visit.db, hearing)):
        _offer("Hent listen", f"{young_title(who)}. Listen er til {who} selv.",
               partial(young_file, visit.db, hearing), f"svar-fra-{named}")  # fmt: skip
    else:
        html_text(_NOBODY.format(who=who, title=young_title(who)), cls="sv-hint")


def _offer(label: str, about: str, make: Callable[[], bytes], name: str) -> None:
    with st.container(border=True, gap="small"):
        html_text(about)
        st.download_button(label, make, file_name=name, mime=WORD, on_click="ignore",
                           key=f"{KEY}:paper:{label}")  # fmt: skip
