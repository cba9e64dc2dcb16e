"""What a person sees when the program fails: a Danish sentence with a number, never a traceback."""

import html
from collections.abc import Sequence

import streamlit as st
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from strategykit.errors import StrategyError
from strategykit.ui.logging_setup import logged
from strategykit.ui.server.headers import Addresses


def show_failure(fault: Exception) -> bool:
    """Streamlit's `on_script_error`: True says that the fault has been shown."""
    if isinstance(fault, StrategyError):
        _draw(str(fault))
        return True
    _draw(failed(fault))
    return True


class PlainFailures:
    """The same for the plain routes beside Streamlit."""

    def __init__(self, app: ASGIApp, plain: Sequence[BaseRoute] = ()) -> None:
        self.app = app
        self.plain = Addresses(plain)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not self.plain.have(scope):
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
