"""What those whom the strategy is for said: the heading, and the box beside the boards."""

from html import escape

import streamlit as st

from strategykit.actions.registers import entries
from strategykit.domain.knowledge import Voice
from strategykit.domain.numbers import danish
from strategykit.domain.wording import capital
from strategykit.ui.addresses import ADDRESSES
from strategykit.ui.page import Visit
from strategykit.ui.text import plain

KNOWLEDGE = "viden"


def voices_heading(visit: Visit) -> str:
    """The template's own words for the voices, as a heading."""
    words = visit.template.terms.voices
    return capital(words)


def draw_voices(visit: Visit) -> None:
    """Theme, count, how it was heard and what it changed; nothing where the template asks for none.

    Without voices the box says where they are written, so that nobody forgets to ask.
    """
    voices = entries(visit.db, visit.process_id, Voice)
    if not voices and KNOWLEDGE not in visit.template.pages:
        return
    lines = "".join(_line(voice) for voice in voices)
    body = f"<ul>{lines}</ul>" if lines else f"<p>{escape(_none())}</p>"
    heading = escape(voices_heading(visit))
    st.html(
        f'<aside class="sv-voices" aria-label="{escape(heading, quote=True)}">'
        f"<strong>{heading}</strong>{body}</aside>"
    )


def _line(voice: Voice) -> str:
    heard = [f"{danish(voice.count)} har sagt det" if voice.count else "", voice.heard]
    how = " · ".join(plain(part) for part in heard if part.strip())
    parts = [
        f"<b>{plain(voice.theme)}</b>",
        f'<span class="sv-voice-how">{how}</span>' if how else "",
        plain(voice.text),
        f"<em>Det ændrede:</em> {plain(voice.changed)}" if voice.changed.strip() else "",
    ]
    return f"<li>{'<br>'.join(part for part in parts if part)}</li>"


def _none() -> str:
    return f"Ingen stemmer er skrevet ind endnu. Det gøres under {ADDRESSES[KNOWLEDGE].title}."
