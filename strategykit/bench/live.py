"""The live workshop: notes from phones to the projector, and what a phone costs."""

import asyncio
import re
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import psutil

from strategykit.bench.room import Crowd, Figures, Meet, prepare, round_trips
from strategykit.bench.servers import Server, product
from strategykit.rehearsal.device import Device
from strategykit.rehearsal.measuring import spread_of
from strategykit.rehearsal.phones import Phone

EMPTY = "/_stcore/health"
ROUNDS = 300
AIM_MS, MOST_MS = 250, 1000
ROOM, HALL = 60, 200
ROOM_SECONDS, HALL_SECONDS, CLIMB_SECONDS = 40.0, 40.0, 20.0
CLIMB = (400, 600, 800, 1000, 1200, 1500)
PHONE_KB, LOAD_KB, STOP_SECONDS = 100, 20, 1.0
Line = dict[str, Any]
_LINKED = re.compile(rb'(?:href|src)="(/stil/[^"]+)"')


def measure() -> Iterator[Line]:
    """One line for each number of phones, then what a phone weighs and how fast it stops."""
    with tempfile.TemporaryDirectory() as folder:
        for phones, seconds in ((ROOM, ROOM_SECONDS), (HALL, HALL_SECONDS)):
            yield _room(Path(folder), phones, seconds)
        yield from _climb(Path(folder))
        yield _memory(Path(folder))
        yield _first_load(Path(folder))
        yield _stopping(Path(folder))


def _room(folder: Path, phones: int, seconds: float) -> Line:
    meet = prepare(folder, phones)
    with product(folder) as server:
        bare = asyncio.run(round_trips(_port(server), EMPTY, ROUNDS))
        line = _written(server, meet, phones, seconds)
    empty = statistics.median(bare) * 1000
    return {
        **line,
        "tom_ms": round(empty, 2),
        "forhold": round(line["p95_ms"] / empty, 1),
        "mål_ms": AIM_MS,
    }


def _climb(folder: Path) -> Iterator[Line]:
    """More and more phones, until the 95th percentile passes a second."""
    held = HALL
    for phones in CLIMB:
        meet = prepare(folder, phones)
        with product(folder) as server:
            line = _written(server, meet, phones, CLIMB_SECONDS)
        yield line
        if line["p95_ms"] > MOST_MS or line["fejl"]:
            break
        held = phones
    yield {"måling": "telefoner inden for 1 sekund", "telefoner": held, "mål": 800}


def _written(server: Server, meet: Meet, phones: int, seconds: float) -> Line:
    process, begun = psutil.Process(server.pid), time.perf_counter()
    found, busy = asyncio.run(_evening(server, meet, phones, seconds, process))
    seen, given = spread_of(found.arrivals), spread_of(found.answers)
    return {
        "måling": "seddel til projektor",
        "telefoner": phones,
        "sedler": len(found.answers),
        "median_ms": round(seen.middle * 1000, 1) if seen else None,
        "p95_ms": round(seen.nearly_all * 1000, 1) if seen else float("inf"),
        "svar_p95_ms": round(given.nearly_all * 1000, 1) if given else None,
        "hentet_af_telefonerne": found.swaps,
        "fejl": len(found.errors),
        "fejl_slags": sorted(set(found.errors))[:5],
        **busy,
        "sekunder": round(time.perf_counter() - begun, 1),
    }


async def _evening(
    server: Server, meet: Meet, phones: int, seconds: float, process: psutil.Process
) -> tuple[Figures, Line]:
    crowd = Crowd(_port(server), meet)
    await crowd.join(phones)
    await crowd.settle()
    own, theirs, begun = time.process_time(), _cpu(process), time.perf_counter()
    found = await crowd.write(seconds)
    took = (time.perf_counter() - begun) / 100
    busy = {
        "klient_cpu_pct": round((time.process_time() - own) / took),
        "server_cpu_pct": round((_cpu(process) - theirs) / took),
    }
    await crowd.leave()
    return found, busy


def _memory(folder: Path) -> Line:
    """What open streams cost, with everything else warm."""
    meet = prepare(folder, HALL)
    with product(folder) as server:
        before, after = asyncio.run(_joining(server, meet))
    return {
        "måling": "hukommelse pr. telefon",
        "telefoner": HALL - ROOM,
        "kb": round((after - before) / 1024 / (HALL - ROOM), 1),
        "mål_kb": PHONE_KB,
    }


async def _joining(server: Server, meet: Meet) -> tuple[int, int]:
    process, crowd = psutil.Process(server.pid), Crowd(_port(server), meet)
    await crowd.join(ROOM)
    await asyncio.sleep(2)
    before = process.memory_info().rss
    await crowd.join(HALL - ROOM)
    await asyncio.sleep(2)
    after = process.memory_info().rss
    await crowd.leave()
    return before, after


def _first_load(folder: Path) -> Line:
    """The page of a step and every file that it links to, as they go over the line."""
    meet = prepare(folder, 1)
    with product(folder) as server:
        parts = asyncio.run(_loaded(server, meet))
    return {
        "måling": "telefonens første indlæsning",
        "bytes": sum(parts.values()),
        "filer": parts,
        "mål_bytes": LOAD_KB * 1024,
    }


async def _loaded(server: Server, meet: Meet) -> dict[str, int]:
    phone = Phone(Device(_port(server)))
    await phone.join(meet.code, meet.people[0])
    page = await phone.device.get("/deltag")
    parts = {"/deltag": await _sent(phone, "/deltag")}
    for path in sorted(set(_LINKED.findall(page.body))):
        name = path.decode()
        parts[name.rpartition("/")[2]] = await _sent(phone, name)
    return parts


async def _sent(phone: Phone, path: str) -> int:
    """Bytes of the answer, packed as every browser asks for it."""
    return len((await phone.device.get(path, **{"accept-encoding": "gzip"})).body)


def _stopping(folder: Path) -> Line:
    meet = prepare(folder, ROOM)
    with ExitStack() as open_yet:
        server = open_yet.enter_context(product(folder))
        seconds = asyncio.run(_stopped(server, meet, open_yet))
    return {
        "måling": "stop med åbne strømme",
        "strømme": ROOM,
        "sekunder": round(seconds, 2),
        "mål_sekunder": STOP_SECONDS,
    }


async def _stopped(server: Server, meet: Meet, open_yet: ExitStack) -> float:
    crowd = Crowd(_port(server), meet)
    await crowd.join(ROOM)
    await asyncio.sleep(1)
    begun = time.perf_counter()
    await asyncio.to_thread(open_yet.close)
    took = time.perf_counter() - begun
    await crowd.leave()
    return took


def _cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def _port(server: Server) -> int:
    return int(server.base.rpartition(":")[2])
