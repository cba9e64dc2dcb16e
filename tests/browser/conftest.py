"""One server and one Chromium for all browser tests; each test gets a fresh visitor."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.support.browsing import FLAGS, LAPTOP, signed_in_context
from tests.support.server import SERVE, Server
from tests.support.walking import Walker

CHROMIUM = "/usr/bin/chromium-headless-shell"  # the same engine without windows


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The server of the session, with the example process in its own data folder."""
    server = Server.start(tmp_path_factory.mktemp("home"))
    yield server
    server.stop()


@pytest.fixture
def start_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Server]]:
    """Starts a server that a test may stop, kill or fill as it likes."""
    started: list[Server] = []

    def start(command: tuple[str, ...] = SERVE, **environment: str) -> Server:
        started.append(Server.start(tmp_path_factory.mktemp("home"), command, **environment))
        return started[-1]

    yield start
    for one in started:
        if one.process.poll() is None:
            one.process.kill()
        one.process.wait()


@pytest.fixture(scope="module")
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of the module's own, which its tests fill as they go."""
    server = Server.start(tmp_path_factory.mktemp("home"))
    yield server
    server.stop()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def walker(chromium: Browser, own_server: Server) -> Iterator[Walker]:
    """One person who works on the module's own server, in one tab from first test to last."""
    context = signed_in_context(chromium, own_server, locale="en-US", accept_downloads=True)
    yield Walker(context.new_page())
    context.close()


@pytest.fixture
def new_visitor(chromium: Browser, server: Server) -> Iterator[Callable[..., Page]]:
    """A tab of a person with a browser of their own; English, since Danish must not hang on it.

    The facilitator, who has signed in, unless it is to be a stranger.
    """
    contexts: list[BrowserContext] = []

    def visitor(to: Server = server, *, stranger: bool = False, **options: Any) -> Page:
        settings = {"locale": "en-US", "viewport": LAPTOP, **options}
        if stranger:
            contexts.append(chromium.new_context(base_url=to.address, **settings))
        else:
            contexts.append(signed_in_context(chromium, to, **settings))
        return contexts[-1].new_page()

    yield visitor
    for context in contexts:
        context.close()


@pytest.fixture
def tab(new_visitor: Callable[..., Page]) -> Page:
    """The facilitator's tab."""
    return new_visitor()
