"""The largest template: reading it, and opening a process of it, as ratios to an empty page."""

import asyncio
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from strategykit.actions.acting import new_id
from strategykit.actions.processes import start_process
from strategykit.actions.templates import checked_template, templates
from strategykit.bench.large import FACILITATOR
from strategykit.bench.servers import EMPTY_APP, TUNED, product, streamlit
from strategykit.bench.session import Tab
from strategykit.domain.process import Process
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate

ROUNDS = 15
READ_AIM, MADE_AIM, OPENED_AIM = 30, 20, 4
Line = dict[str, Any]


def measure() -> Iterator[Line]:
    """One line for reading, one for making a process of it, one for its first page."""
    largest = max(templates(), key=lambda file: len(file.text))
    with tempfile.TemporaryDirectory() as folder:
        db = Database(f"sqlite:///{Path(folder) / 'strategi.db'}")
        migrate(db)
        read = _median(lambda: checked_template(largest.text, largest.file))
        made = _median(lambda: _make(db, largest.text))
        db.close()
        with product(Path(folder)) as ours, streamlit(EMPTY_APP, *TUNED) as empty:
            page, bare = asyncio.run(_pages(Tab(ours.base, "plan", "", ours.cookie), empty.base))
    yield _line(f"læs {largest.file}", read, bare, READ_AIM)
    yield _line("opret et forløb", made, bare, MADE_AIM)
    yield _line("åbn forløbets plan", page, bare, OPENED_AIM)


def _make(db: Database, text: str) -> None:
    own_id = new_id()
    start_process(
        db,
        FACILITATOR,
        Process(
            id=own_id, process_id=own_id, name="", title=f"Måling {own_id}", municipality="787",
            committee="Måleudvalget", template=text,
        ),
    )  # fmt: skip


async def _pages(ours: Tab, empty_base: str) -> tuple[float, float]:
    """The middle of many runs of the process's plan, and of the empty page."""
    tabs = (ours, Tab(empty_base, "", ""))
    for tab in tabs:
        await tab.open()
    rounds = [[await tab.rerun() for tab in tabs] for _ in range(ROUNDS)]
    page, bare = (statistics.median(column) for column in zip(*rounds, strict=True))
    for tab in tabs:
        await tab.close()
    return page, bare


def _median(act: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        act()
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


def _line(what: str, seconds: float, bare: float, aim: float) -> Line:
    return {
        "måling": "skabelon",
        "hvad": what,
        "ms": round(seconds * 1000, 1),
        "tom_ms": round(bare * 1000, 1),
        "forhold": round(seconds / bare, 1),
        "mål": aim,
    }
