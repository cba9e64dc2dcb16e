"""The real server as a process of its own, and evenings that are held on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.evenings import Evening, an_evening
from tests.support.server import Server
from tests.support.traces import files_that_tell, typed_in


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hjem")


@pytest.fixture(scope="module")
def evening(home: Path) -> Iterator[Evening]:
    """The evening of the module, before its server starts."""
    made = an_evening(home, members=30)
    yield made
    made.db.close()


@pytest.fixture(scope="module")
def server(home: Path, evening: Evening) -> Iterator[Server]:
    """The module's server, with its evening; nothing that was typed lies about afterwards."""
    started = Server.start(evening.db.file.parent if evening.db.file else home)
    yield started
    started.stop()
    assert files_that_tell((started.home,), typed_in(evening)) == []
