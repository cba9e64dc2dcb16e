"""What a rerun of each page costs, as a ratio to an empty Streamlit page."""

import asyncio
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from strategykit.bench.large import Size, make_instruments, make_large
from strategykit.bench.servers import EMPTY_APP, TUNED, Server, product, streamlit
from strategykit.bench.session import Tab
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from strategykit.ui.addresses import ADDRESSES

ROUNDS = 30
CHART_PAGES = ("nulpunkt", "aktoerer", "plan", "indsatsomraader", "maal", "udkast", "redskaber")
#: Pages that the large processes have nothing for, and the processes that have.
OWN = {"redskaber": ("redskaber", "redskaber")}
TEN_TIMES = Size(notes=3000, dots=15000)
Line = dict[str, Any]


def measure() -> Iterator[Line]:
    """One line a page: milliseconds, ratio to the empty page and the aim."""
    with tempfile.TemporaryDirectory() as folder:
        home = _home(Path(folder))
        with product(home) as ours, streamlit(EMPTY_APP, *TUNED) as empty:
            for key in ADDRESSES:
                yield asyncio.run(_page(ours, empty, key))
            yield {"måling": "hukommelse", "højeste_mb": ours.peak_mb, "tom_mb": empty.peak_mb}


def _home(folder: Path) -> Path:
    db = Database(f"sqlite:///{folder / 'strategi.db'}")
    migrate(db)
    make_large(db)
    make_large(db, TEN_TIMES, "ti-gange")
    make_instruments(db, "redskaber")
    db.close()
    return folder


async def _page(ours: Server, empty: Server, key: str) -> Line:
    names = OWN.get(key, ("stor", "ti-gange"))
    tabs = [
        *(Tab(ours.base, key, f"forloeb={name}", ours.cookie) for name in names),
        Tab(empty.base, "", ""),
    ]
    for tab in tabs:
        await tab.open()
    rounds = [[await tab.rerun() for tab in tabs] for _ in range(ROUNDS)]
    large, huge, bare = (statistics.median(column) for column in zip(*rounds, strict=True))
    for tab in tabs:
        await tab.close()
    return {
        "måling": "side",
        "side": key,
        "ms": round(large * 1000, 1),
        "tom_ms": round(bare * 1000, 1),
        "forhold": round(large / bare, 2),
        "mål": 6 if key in CHART_PAGES else 4,
        "ti_gange_sedler_forhold": round(huge / large, 2),
        "ti_gange_mål": 3,
    }
