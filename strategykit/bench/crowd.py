"""Sixty sessions on the chart page, with our settings and with Streamlit's own."""

import asyncio
import random
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from strategykit.bench.large import make_large
from strategykit.bench.servers import (
    ROOT,
    Server,
    facilitator_cookie,
    product,
    streamlit,
)
from strategykit.bench.session import Tab
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate

SESSIONS, EVERY, SECONDS = 60, 5.0, 40.0
PAGE = "nulpunkt"


def measure() -> Iterator[dict[str, Any]]:
    """Two lines: the 95th percentile of a rerun, in ms."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        db = Database(f"sqlite:///{home / 'strategi.db'}")
        migrate(db)
        make_large(db)
        db.close()
        with product(home) as ours:
            yield _line("vores indstillinger", asyncio.run(_crowd(ours)), ours)
        frame = ROOT / "strategykit" / "ui" / "frame.py"
        with streamlit(frame, env={"STRATEGYKIT_HOME": str(home)}) as plain:
            standard = replace(plain, cookie=facilitator_cookie(home))
            yield _line("Streamlits egne", asyncio.run(_crowd(standard)), standard)


def _line(settings: str, seconds: list[float], server: Server) -> dict[str, Any]:
    ordered = sorted(seconds)
    return {
        "måling": "tres sessioner",
        "indstillinger": settings,
        "median_ms": round(ordered[len(ordered) // 2] * 1000),
        "p95_ms": round(ordered[int(len(ordered) * 0.95)] * 1000),
        "kald": len(ordered),
        "højeste_mb": server.peak_mb,
    }


async def _crowd(server: Server) -> list[float]:
    tabs = [Tab(server.base, PAGE, "forloeb=stor", server.cookie) for _ in range(SESSIONS)]
    for tab in tabs:
        await tab.open()
    answers = await asyncio.gather(*(_act(tab) for tab in tabs))
    for tab in tabs:
        await tab.close()
    return [seconds for each in answers for seconds in each]


async def _act(tab: Tab) -> list[float]:
    await asyncio.sleep(random.random() * EVERY)  # noqa: S311 - no secret
    seconds = []
    for _ in range(int(SECONDS / EVERY)):
        spent = await tab.rerun()
        seconds.append(spent)
        await asyncio.sleep(max(0.0, EVERY - spent))
    return seconds
