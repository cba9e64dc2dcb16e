"""A terminal with an empty data folder, and one where the example already lies."""

from pathlib import Path

import pytest

from tests.support.terminal import Terminal


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    """Nothing is there yet."""
    return Terminal(tmp_path / "hjem", tmp_path)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """The example lies there; tests that share it only read."""
    folder = tmp_path_factory.mktemp("fyldt")
    terminal = Terminal(folder / "hjem", folder)
    terminal.does("example", "broendby")
    return terminal
