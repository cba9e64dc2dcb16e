"""What tests of every kind share: databases, and one who may write."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import settings

from strategykit.domain.people import Access, Who
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from tests.support.postgres import Postgres

Where = TypeVar("Where")

# A busy machine is no fault in the code: no test of ours is timed
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The quick ones come last, so that no worker is left alone with a long file."""
    items.sort(key=lambda item: "unit" in item.path.parts)


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Postgres]:
    """A PostgreSQL server of the tests' own, on a socket in a folder of its own."""
    server = Postgres.start(tmp_path_factory.mktemp("postgres", numbered=True))
    yield server
    server.stop()


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty SQLite file of today's form, to be copied: migrating it anew is what takes time."""
    file = tmp_path_factory.mktemp("migrated") / "strategi.db"
    return _migrated(f"sqlite:///{file}", file)


@pytest.fixture(scope="session")
def migrated_postgres(postgres: Postgres) -> str:
    """The address of the same on PostgreSQL."""
    return _migrated(url := postgres.fresh_database(), url)


@pytest.fixture
def db(tmp_path: Path, migrated: Path) -> Iterator[Database]:
    """An empty SQLite database of today's form."""
    yield from _opened(f"sqlite:///{shutil.copyfile(migrated, tmp_path / 'strategi.db')}")


@pytest.fixture(params=["sqlite", "postgresql"])
def both(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """The same on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        migrated = request.getfixturevalue("migrated")
        url = f"sqlite:///{shutil.copyfile(migrated, tmp_path / 'strategi.db')}"
    else:
        like = request.getfixturevalue("migrated_postgres")
        url = request.getfixturevalue("postgres").fresh_database(like)
    yield from _opened(url)


def _opened(url: str) -> Iterator[Database]:
    database = Database(url)
    yield database
    database.close()


def _migrated(url: str, where: Where) -> Where:
    database = Database(url)
    migrate(database)
    database.close()
    return where


@pytest.fixture
def who() -> Who:
    """The facilitator."""
    return Who(Access.FACILITATOR)
