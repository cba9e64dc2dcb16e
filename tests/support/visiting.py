"""A visitor without a browser: keeps cookies, and sends forms as a browser sends them."""

import re
from http.client import HTTPConnection, HTTPResponse
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
        return self.fill_in(self.get(path)[1], path, scheme, **fields)

    def fill_in(
        self, page: str, path: str, scheme: str = "", **fields: str
    ) -> tuple[HTTPResponse, str]:
        """A form of a page as it was when it was shown."""
        mark = re.search(r'name="_csrf" value="([^"]+)"', page)
        assert mark, page
        given = {
            "Origin": f"{scheme or self.server.address.partition(':')[0]}://{self.host}",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        return self._ask("POST", path, given, urlencode({"_csrf": mark[1], **fields}))

    def hand_in(
        self, form: str, path: str, data: bytes, csrf: str | None = None, **fields: str
    ) -> tuple[int, str, str]:
        """A file by the form of a page: status, where it leads, and what is said."""
        _, page = self.get(form)
        mark = re.search(r'name="_csrf" value="([^"]+)"', page)
        assert mark, page
        head = "".join(
            f'--X\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in {"_csrf": mark[1] if csrf is None else csrf, **fields}.items()
        )
        head += '--X\r\nContent-Disposition: form-data; name="fil"; filename="hemmelig-navn.docx"'
        body = f"{head}\r\nContent-Type: x/y\r\n\r\n".encode() + data + b"\r\n--X--\r\n"
        kept = "; ".join(f"{name}={held.value}" for name, held in self.cookies.items())
        line = HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        line.request("POST", path, body, {
            "Origin": f"http://{self.host}", "Content-Type": "multipart/form-data; boundary=X",
            "Host": self.host, "Cookie": kept,
        })  # fmt: skip
        answer = line.getresponse()
        said = answer.read().decode()
        line.close()
        return answer.status, answer.headers.get("Location", ""), said

    def _ask(
        self, method: str, path: str, headers: dict[str, str], body: str | None
    ) -> tuple[HTTPResponse, str]:
        kept = "; ".join(f"{name}={held.value}" for name, held in self.cookies.items())
        sent = {"Host": self.host, "Cookie": kept, **self.headers, **headers}
        response, said = self.server.ask(method, path, sent, body)
        for cookie in response.headers.get_all("Set-Cookie", []):
            self.cookies.load(cookie)
        return response, said.decode()
