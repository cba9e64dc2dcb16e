"""What tests of every kind share: databases, and one who may write."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from strategykit.domain.people import Access, Who
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from tests.support.postgres import Postgres

# A busy machine is no fault in the code: no test of ours is timed
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Postgres]:
    """A PostgreSQL server of the tests' own, on a socket in a folder of its own."""
    server = Postgres.start(tmp_path_factory.mktemp("postgres", numbered=True))
    yield server
    server.stop()


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    """An empty SQLite database of today's form."""
    database = Database(f"sqlite:///{tmp_path / 'strategi.db'}")
    migrate(database)
    yield database
    database.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def both(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """The same on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'strategi.db'}"
    else:
        url = request.getfixturevalue("postgres").fresh_database()
    database = Database(url)
    migrate(database)
    yield database
    database.close()


@pytest.fixture
def who() -> Who:
    """The facilitator."""
    return Who(Access.FACILITATOR)
