"""Every address of the app, asked by everybody: who is let in stands in the table here.

An address that no line of the table knows fails the test, and so does one that lets in others.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from strategykit.actions.access import close_door, open_door
from strategykit.actions.processes import list_processes
from strategykit.actions.registers import add_entry, entries
from strategykit.domain.access import Door
from strategykit.domain.meetings import Meeting
from strategykit.domain.people import Access, Person, Who
from strategykit.participation.csrf import COOKIE, FIELD
from strategykit.participation.csrf import token as mark_of
from strategykit.storage.database import Database
from tests.support.server import ROOT, Server
from tests.support.signing import signed_in

EVERYBODY = frozenset({"stranger", "signed out", *Door})
FACILITATOR = frozenset({Door.FACILITATOR})
STEERING = FACILITATOR | {Door.STEERING}
PROJECTOR = STEERING | {Door.PROJECTOR}
DEVICE = frozenset({Door.DEVICE})
REVIEWER, PARTY = frozenset({Door.REVIEWER}), frozenset({Door.PARTY})

#: Who is let in, by the whole path; a new line for everybody is thought over twice.
TABLE = {
    "/logind": EVERYBODY,
    "/logind/ny": EVERYBODY,
    "/logind/inde": EVERYBODY,
    "/logind/kolleger": FACILITATOR,
    "/logind/kolleger/fjern": FACILITATOR,
    "/logud": EVERYBODY,
    "/forbindelse": FACILITATOR,
    "/forbindelse/svar": FACILITATOR,
    "/forbindelse/telefon": EVERYBODY,
    "/forbindelse/telefon/svaret": EVERYBODY,
    "/forbindelse/telefon/opdateringer": EVERYBODY,
    "/deltag": EVERYBODY,
    "/deltag/ind": EVERYBODY,
    "/deltag/vent": EVERYBODY,
    "/mit": EVERYBODY,
    "/projektor": EVERYBODY,
    "/projektor/venter": EVERYBODY,
    "/gennemsyn": EVERYBODY,
    "/hoeringssvar": EVERYBODY,
    "/spoergeskema": EVERYBODY,
    "/spoergeskema/tak": EVERYBODY,
    "/styring": EVERYBODY,
    "/styring/kobl": EVERYBODY,
    "/styring/par": FACILITATOR,
    "/gennemgang": STEERING,
    "/generalproeve": FACILITATOR,
    "/favicon.png": EVERYBODY,
    "/_stcore/health": EVERYBODY,
}
#: The same for all that lies under a path and has no line of its own.
UNDER = {
    "/deltag/": DEVICE,
    "/gennemsyn/": REVIEWER,
    "/hoeringssvar/": PARTY,
    "/generalproeve/": FACILITATOR,
    "/styring/": STEERING,
    "/gennemgang/": STEERING,
    "/projektor/": PROJECTOR,
    "/stil/": EVERYBODY,
    "/udseende/": EVERYBODY,
    "/static/": EVERYBODY,
    "/_stcore/": FACILITATOR,
    "/media/": FACILITATOR,
    "/component/": FACILITATOR,
    "/auth/": FACILITATOR,
    "/oauth2callback": FACILITATOR,
}
PAGES = ("/", "/swot", "/static/js/findes-ikke.js", "/manifest.json", "/findes-ikke", "/static/../")
SECRET = "f" * 32
WITHOUT_MARK = "Siden var åbnet for længe siden"
ANSWERS = 20_000


@dataclass(frozen=True)
class Answer:
    status: int
    leads_to: str
    kind: str
    said: str

    @property
    def refuses(self) -> bool:
        """Whether it is the door that says no."""
        return (
            self.status == 401
            or self.leads_to.startswith("/logind?videre=")
            or (self.status == 403 and "Ingen adgang" in self.said)
            or (self.status == 403 and '"ok":false' in self.said and WITHOUT_MARK not in self.said)
        )

    def leads_back_from(self, path: str) -> bool:
        """Whether an address that only takes forms led to the page above it."""
        return (self.status, self.leads_to) == (303, path.rpartition("/")[0])


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str]]:
    """Method and path of everything that the app answers, and some pages of Streamlit's."""
    home = str(tmp_path_factory.mktemp("ruter"))
    told = subprocess.run(
        [sys.executable, str(Path(__file__).parents[1] / "support" / "all_routes.py")],
        env={**os.environ, "STRATEGYKIT_HOME": home, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    found = []
    for methods, path in json.loads(told.stdout):
        filled = re.sub(r"\{[^}]+\}", "x", path)
        if methods == "folder" and path != "/":
            found.append(("GET", f"{filled}x"))
        elif methods not in {"folder", "websocket"}:
            found += [(method, filled) for method in methods.split(",")]
    assert len(found) > 100
    return [*dict.fromkeys(found), *(("GET", path) for path in PAGES)]


def expected(path: str) -> frozenset[str]:
    """Who may come in."""
    over = [prefix for prefix in UNDER if path.startswith(prefix)]
    assert path in TABLE or path in PAGES or over, f"{path} stands in no table"
    return TABLE.get(path) or (UNDER[max(over, key=len)] if over else FACILITATOR)


@pytest.fixture(scope="module")
def keys(own_server: Server) -> Iterator[Callable[[str], str]]:
    """A fresh cookie of each who may knock."""
    db = Database(f"sqlite:///{own_server.home / 'strategi.db'}")
    process = list_processes(db)[0]
    meeting = entries(db, process.id, Meeting)[0]
    person = Person(id="prøve", process_id=process.id, name="Prøve Medlem")
    add_entry(db, Who(Access.FACILITATOR), person)

    def key(who: str) -> str:
        if who == "stranger":
            return ""
        if who in {"signed out", Door.FACILITATOR}:
            token = signed_in(db)
            if who == "signed out":
                close_door(db, token)
            return f"{Door.FACILITATOR.cookie}={token}"
        place = {"process_id": process.id, "meeting_id": meeting.id}
        own = {"person_id": person.id} if who == Door.DEVICE else {}
        door = Door(who)
        return f"{door.cookie}={open_door(db, door, hours=1, **place, **own)}"

    yield key
    db.close()


def knocked(
    server: Server, method: str, path: str, cookie: str, accept: str, *, marked: bool = False
) -> Answer:
    """What the door says; with the mark a form is one of ours. Streams are not read to the end."""
    line = HTTPConnection("127.0.0.1", server.port, timeout=20)
    cookies = f"{cookie}; {COOKIE}={SECRET}" if cookie else f"{COOKIE}={SECRET}"
    head = {"Host": f"localhost:{server.port}", "Cookie": cookies, "Accept": accept}
    body = urlencode({FIELD: mark_of(SECRET)}) if marked and method == "POST" else None
    line.request(method, path, body, {**head, "Origin": server.address})
    response = line.getresponse()
    kind = response.headers.get("Content-Type", "")
    said = "" if "event-stream" in kind else response.read(ANSWERS).decode("utf-8", "replace")
    line.close()
    return Answer(response.status, response.headers.get("Location", ""), kind, said)


@pytest.mark.parametrize("accept", ["text/html", "application/json"])
@pytest.mark.parametrize("who", sorted(EVERYBODY))
def test_everybody_comes_in_where_the_table_says_and_nowhere_else(
    own_server: Server,
    addresses: list[tuple[str, str]],
    keys: Callable[[str], str],
    who: str,
    accept: str,
) -> None:
    wrong = []
    for method, path in addresses:
        let_in = who in expected(path)  # without the mark nothing is done by those who are
        answer = knocked(own_server, method, path, keys(who), accept, marked=not let_in)
        right = answer.refuses != let_in or answer.leads_back_from(path)
        if not right or answer.status >= 500:
            wrong.append((method, path, answer))

    assert wrong == []


def test_no_form_is_taken_without_its_mark(
    own_server: Server, addresses: list[tuple[str, str]], keys: Callable[[str], str]
) -> None:
    posted = [path for method, path in addresses if method == "POST" and "_stcore" not in path]
    taken = []
    for path in posted:
        who = min(expected(path))
        answer = knocked(own_server, "POST", path, keys(who), "text/html")
        if answer.status != 403 or WITHOUT_MARK not in answer.said:
            taken.append((path, who, answer))

    assert len(posted) > 30
    assert taken == []


@pytest.mark.parametrize("who", sorted(EVERYBODY))
def test_streamlits_line_opens_for_facilitators_alone(
    own_server: Server, keys: Callable[[str], str], who: str
) -> None:
    address = f"ws://localhost:{own_server.port}/_stcore/stream"
    own = {"origin": own_server.address, "additional_headers": {"Cookie": keys(who)}}

    if who == Door.FACILITATOR:
        with connect(address, **own) as line:  # type: ignore[arg-type]
            line.ping().wait(10)
        return
    with pytest.raises(InvalidStatus) as refused:
        connect(address, **own)  # type: ignore[arg-type]
    assert refused.value.response.status_code == 401


@pytest.mark.parametrize(
    "cookie",
    [
        "sv_logind=", "sv_logind=x", "sv_logind=%00", "sv_logind=\u00f8", "SV_LOGIND={token}",
        "sv_logind={token}x", "sv_deltager={token}", "sv_styring={token}",
        "sv_logind=x; sv_logind={token}x",
    ],
)  # fmt: skip
def test_a_cookie_that_is_almost_right_opens_nothing(own_server: Server, cookie: str) -> None:
    held = cookie.format(token=own_server.sign_in())

    answer = knocked(own_server, "GET", "/", held, "text/html")

    assert answer.refuses


def test_a_refusal_is_danish_and_says_what_to_do(own_server: Server) -> None:
    answer = knocked(own_server, "GET", "/media/x", "", "*/*")

    assert answer.status == 401
    assert answer.said == (
        "I er ikke logget ind, eller I er blevet logget ud. Intet er ændret. "
        "Åbn /logind på samme adresse, og log ind.\n"
    )
