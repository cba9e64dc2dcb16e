"""Answers that come late: a guess costs seconds, and no thread waits meanwhile."""

from anyio import sleep
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from strategykit.participation.slowing import Slowing, address_of


class Late(Response):
    """Another response after so many seconds."""

    def __init__(self, response: Response, seconds: float) -> None:
        super().__init__()
        self.response, self.seconds = response, seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await sleep(self.seconds)
        await self.response(scope, receive, send)


def after_wrong_code(request: Request, response: Response) -> Response:
    """Only the answer to a wrong code waits: a right one from the same address comes at once."""
    pause = _WRONG_CODES.pause(address_of(request))
    _WRONG_CODES.wrong(request)
    return Late(response, pause) if pause else response


_WRONG_CODES = Slowing()
