"""The requests being answered now, so that a stopping server can end them."""

import asyncio
from typing import ClassVar

from starlette.types import ASGIApp, Receive, Scope, Send


class OpenRequests:
    """One set for the process, since the signal that stops it is the process's too."""

    tasks: ClassVar[set[asyncio.Task[None]]] = set()

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        task = asyncio.current_task()
        if scope["type"] != "http" or task is None:
            await self.app(scope, receive, send)
            return
        self.tasks.add(task)
        try:
            await self.app(scope, receive, send)
        finally:
            self.tasks.discard(task)

    @classmethod
    def end_all(cls) -> None:
        for task in tuple(cls.tasks):
            task.cancel()
