"""A rehearsal that is asked to stop does so, wherever the wish meets it."""

import asyncio
import signal
from collections.abc import Iterator

import pytest

from strategykit.rehearsal.stopping import Stop


@pytest.fixture
def stop() -> Iterator[Stop]:
    """It hears what this process is told."""
    before = signal.getsignal(signal.SIGTERM)
    yield Stop().listen()
    signal.signal(signal.SIGTERM, before)


class LetGo:
    """The signal comes while this is tidied away, where Python drops what is raised."""

    def __del__(self) -> None:
        signal.raise_signal(signal.SIGTERM)


async def a_long_evening(*, let_go: bool = False) -> str:
    """Half a minute, if nobody ends it."""
    if let_go:
        LetGo()
    await asyncio.sleep(30)
    return "spillet til ende"


def test_left_alone_it_plays_to_the_end(stop: Stop) -> None:
    assert stop.play(asyncio.sleep(0, "spillet til ende")) == "spillet til ende"


@pytest.mark.usefixtures("stop")
def test_before_the_play_it_ends_at_once() -> None:
    with pytest.raises(SystemExit) as ended:
        signal.raise_signal(signal.SIGTERM)

    assert ended.value.code == 143


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_wish_that_python_dropped_ends_the_play_when_it_begins(stop: Stop) -> None:
    LetGo()
    with pytest.raises(SystemExit) as ended:
        stop.play(a_long_evening())

    assert ended.value.code == 143


def test_in_the_middle_of_tidying_up_it_ends_the_play(stop: Stop) -> None:
    with pytest.raises(SystemExit) as ended:
        stop.play(a_long_evening(let_go=True))

    assert ended.value.code == 143
