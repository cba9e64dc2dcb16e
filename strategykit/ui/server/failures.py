"""What a person sees when the program fails: a Danish sentence with a number, never a traceback."""

import html

import streamlit as st
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from strategykit.errors import StrategyError
from strategykit.ui.logging_setup import logged


def show_failure(fault: Exception) -> bool:
    """Streamlit's `on_script_error`: True says that the fault has been shown."""
    if isinstance(fault, StrategyError):
        _draw(str(fault))
        return True
    _draw(failed(fault))
    return True


class Failures:
    """The same for everything that is no script of Streamlit's: plain pages, files and doors."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = False

        async def send_noting(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, send_noting)
        except Exception as fault:
            sentence = failed(fault)
            if begun:
                raise
            answer = PlainTextResponse(f"{sentence}\n", 500, {"Content-Language": "da"})
            await answer(scope, receive, send)


def failed(fault: Exception) -> str:
    """The sentence about a fault of the program's own, which now stands in the log."""
    return (
        f"Der skete en fejl i programmet. Fejlnummeret er {logged(fault)}. Det, I har gemt, er i "
        "behold. Hent siden igen. Sker det en gang til, så giv fejlnummeret til dem, der står for "
        "Strategiværksted hos jer."
    )


def _draw(sentence: str) -> None:
    st.html(f'<div class="fejl" role="alert">{html.escape(sentence)}</div>')
