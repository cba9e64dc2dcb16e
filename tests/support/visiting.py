"""A visitor without a browser: keeps cookies, and sends forms as a browser sends them."""

import re
from http.client import HTTPResponse
from http.cookies import SimpleCookie
from urllib.parse import urlencode

from tests.support.server import Server


class Visitor:
    """One device; `headers` go with everything, such as what a proxy in front would add."""

    def __init__(self, server: Server, host: str = "", headers: dict[str, str] | None = None):
        self.server = server
        self.host = host or f"localhost:{server.port}"
        self.headers = headers or {}
        self.cookies: SimpleCookie = SimpleCookie()

    def get(self, path: str) -> tuple[HTTPResponse, str]:
        """A page, without following where it leads."""
        return self._ask("GET", path, {"Accept": "text/html"}, None)

    def post(self, path: str, scheme: str = "", **fields: str) -> tuple[HTTPResponse, str]:
        """The form of the page at the path, filled in."""
        _, page = self.get(path)
        mark = re.search(r'name="_csrf" value="([^"]+)"', page)
        assert mark, page
        given = {
            "Origin": f"{scheme or self.server.address.partition(':')[0]}://{self.host}",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        return self._ask("POST", path, given, urlencode({"_csrf": mark[1], **fields}))

    def _ask(
        self, method: str, path: str, headers: dict[str, str], body: str | None
    ) -> tuple[HTTPResponse, str]:
        kept = "; ".join(f"{name}={held.value}" for name, held in self.cookies.items())
        sent = {"Host": self.host, "Cookie": kept, **self.headers, **headers}
        response, said = self.server.ask(method, path, sent, body)
        for cookie in response.headers.get_all("Set-Cookie", []):
            self.cookies.load(cookie)
        return response, said.decode()
