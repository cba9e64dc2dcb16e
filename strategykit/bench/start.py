"""From start to the first whole page, as a ratio to an empty Streamlit app."""

import asyncio
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from strategykit.bench.servers import EMPTY_APP, Server, product, streamlit
from strategykit.bench.session import Tab

ROUNDS = 5


def measure() -> Iterator[dict[str, Any]]:
    """One line; the example is in the database before the first start is timed."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        with product(home):
            pass
        pairs = [
            (_start(lambda: product(home)), _start(lambda: streamlit(EMPTY_APP)))
            for _ in range(ROUNDS)
        ]
    ours, empty = (statistics.median(column) for column in zip(*pairs, strict=True))
    yield {
        "måling": "start",
        "sekunder": round(ours, 2),
        "tom_sekunder": round(empty, 2),
        "forhold": round(ours / empty, 2),
        "mål": 4,
    }


def _start(server: Callable[[], AbstractContextManager[Server]]) -> float:
    begun = time.perf_counter()
    with server() as running:
        asyncio.run(_first_page(running))
        return time.perf_counter() - begun


async def _first_page(server: Server) -> None:
    tab = Tab(server.base, "", "", server.cookie)
    await tab.open()
    await tab.close()
