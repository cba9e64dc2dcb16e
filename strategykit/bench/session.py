"""One simulated browser tab that speaks Streamlit's protocol to a server on this machine."""

import asyncio
import time
import urllib.request
from urllib.parse import urlparse

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

LOCAL = ("127.0.0.1", "localhost")


class PageFailed(Exception):
    """The page showed an exception."""


class Tab:
    """Like a browser it keeps the messages that the server may refer to by their hash."""

    def __init__(self, base: str, page: str, query: str, cookie: str = "") -> None:
        if urlparse(base).hostname not in LOCAL:
            raise ValueError(base)
        self.base, self.page, self.query, self.cookie = base, page, query, cookie
        self._page_hash = ""
        self._known: dict[str, tuple[int, ForwardMsg]] = {}
        self._runs = 0

    async def open(self) -> float:
        """Seconds from the handshake to the first whole page."""
        begun = time.perf_counter()
        cookie = await asyncio.to_thread(self._cookie)
        self._socket = await websockets.connect(
            self.base.replace("http", "ws") + "/_stcore/stream",
            subprotocols=["streamlit", cookie.partition("=")[2] or "none"],  # type: ignore[list-item]
            origin=self.base,  # type: ignore[arg-type]
            additional_headers={"Cookie": "; ".join(filter(None, (cookie, self.cookie)))},
            max_size=None,
            compression=None,
        )
        await self.rerun()
        return time.perf_counter() - begun

    async def rerun(self) -> float:
        """Seconds from asking for a run of the page to its last message."""
        begun = time.perf_counter()
        await self._socket.send(self._asking())
        while True:
            message = ForwardMsg()
            message.ParseFromString(await asyncio.wait_for(self._socket.recv(), 120))
            if self._finished(message):
                return time.perf_counter() - begun

    async def close(self) -> None:
        """Leaves as a browser does."""
        await self._socket.close()

    def _cookie(self) -> str:
        with urllib.request.urlopen(f"{self.base}/_stcore/health", timeout=30) as answer:  # noqa: S310 - local
            cookies = answer.headers.get_all("Set-Cookie") or []
        return next((c.split(";")[0] for c in cookies if "_streamlit_xsrf" in c), "")

    def _asking(self) -> bytes:
        asked = BackMsg()
        run = asked.rerun_script
        run.query_string = self.query
        if self._page_hash:
            run.page_script_hash = self._page_hash
        else:
            run.page_name = self.page
        run.cached_message_hashes.extend(self._known)
        run.context_info.timezone = "Europe/Copenhagen"
        run.context_info.locale = "da-DK"
        run.context_info.url = f"{self.base}/{self.page}"
        sent: bytes = asked.SerializeToString()
        return sent

    def _finished(self, message: ForwardMsg) -> bool:
        kind = message.WhichOneof("type")
        if kind == "ref_hash":
            self._known[message.ref_hash] = (self._runs, self._known[message.ref_hash][1])
        elif message.metadata.cacheable and message.hash:
            self._known[message.hash] = (self._runs, message)
        if kind == "navigation":
            self._page_hash = message.navigation.page_script_hash
        elif kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
            raise PageFailed(message.delta.new_element.exception.type)
        if kind != "script_finished":
            return False
        self._runs += 1
        self._known = {h: k for h, k in self._known.items() if k[0] >= self._runs - 2}
        return True
