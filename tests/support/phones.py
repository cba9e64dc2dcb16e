"""A phone without a browser: plain http with cookies of its own, as tests and tools use it."""

import json
import re
from dataclasses import dataclass, field
from html import unescape
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlencode

_HIDDEN = re.compile(r'<input type="hidden" name="([^"]*)" value="([^"]*)">')


@dataclass
class Answer:
    """What came back: `status`, the text, and where it leads on to."""

    status: int
    text: str
    location: str = ""

    @property
    def said(self) -> dict[str, object]:
        """The JSON of an act."""
        told: dict[str, object] = json.loads(self.text)
        return told

    def hidden(self, name: str) -> str:
        """What the first hidden field of that name holds."""
        return next((unescape(v) for n, v in _HIDDEN.findall(self.text) if n == name), "")


@dataclass
class Phone:
    """One phone, which keeps its cookies; `host` is the name it calls the server by."""

    port: int
    host: str = ""
    cookies: dict[str, str] = field(default_factory=dict)
    csrf: str = ""

    def get(self, path: str = "/deltag", **headers: str) -> Answer:
        """One page."""
        answer = self._ask("GET", path, headers)
        self.csrf = answer.hidden("_csrf") or self.csrf
        return answer

    def post(self, path: str, *, script: bool = True, **fields: str) -> Answer:
        """One form; as a script sends it, or as a browser without one."""
        if not self.csrf:
            self.get("/deltag?kode=")
        accept = {"Accept": "application/json"} if script else {}
        body = urlencode({"_csrf": self.csrf, **fields})
        return self._ask("POST", path, accept, body)

    def join(self, code: str, name: str, *, script: bool = True) -> Answer:
        """Picks the name from the list at the door."""
        door = self.get(f"/deltag?kode={code}")
        found = re.search(
            rf'name="person_id" value="([^"]+)"[^>]*>(?:<[^>]+>)*\s*{re.escape(name)}\b', door.text
        )
        person_id = found[1] if found else ""
        return self.post(
            "/deltag/ind", script=script, kode=code, person_id=person_id,
            billet=door.hidden("billet"),
        )  # fmt: skip

    def join_as_guest(self, code: str, name: str, *, script: bool = True) -> Answer:
        """Types a name that does not stand on the list."""
        door = self.get(f"/deltag?kode={code}")
        return self.post(
            "/deltag/ind", script=script, kode=code, navn=name, billet=door.hidden("billet")
        )

    def write(
        self, text: str, field: str = "", nonce: str = "", page: Answer | None = None
    ) -> Answer:
        """One note in the step that the phone shows."""
        at = page or self.get()
        return self.post(
            "/deltag/seddel", trin=at.hidden("trin"), som=at.hidden("som"), felt=field, tekst=text,
            nonce=nonce or at.hidden("nonce"),
        )  # fmt: skip

    def listen(self, path: str = "/deltag/strom") -> "Line":
        """The page's stream, open until it is closed."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", path, headers=self._headers())
        return Line(connection, connection.getresponse())

    def _headers(self, **more: str) -> dict[str, str]:
        given = {"Host": self.host or f"localhost:{self.port}", **more}
        if self.cookies:
            given["Cookie"] = "; ".join(f"{n}={v}" for n, v in self.cookies.items())
        return given

    def _ask(
        self, method: str, path: str, headers: dict[str, str], body: str | None = None
    ) -> Answer:
        given = self._headers(Connection="close", **headers)
        if body is not None:
            given["Origin"] = f"http://{given['Host']}"
            given["Content-Type"] = "application/x-www-form-urlencoded"
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, path, body, given)
            response = connection.getresponse()
            text = response.read().decode()
        finally:
            connection.close()
        self._take_cookies(response)
        return Answer(response.status, text, response.headers.get("Location", ""))

    def _take_cookies(self, response: HTTPResponse) -> None:
        for line in response.headers.get_all("Set-Cookie") or ():
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value.strip('"')


@dataclass
class Line:
    """A stream that is open; every wait gives up after half a minute."""

    connection: HTTPConnection
    response: HTTPResponse

    @property
    def status(self) -> int:
        return self.response.status

    def next_mark(self) -> str:
        """What the next change bears; empty when the stream has ended."""
        while line := self.response.readline():
            if line.startswith(b"data: "):
                return line[6:].strip().decode()
        return ""

    def end(self) -> bool:
        """Whether the server ends the stream by itself."""
        while self.next_mark():
            pass
        self.close()
        return True

    def close(self) -> None:
        self.response.close()
        self.connection.close()
