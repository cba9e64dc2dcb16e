"""Runs the measurements that are asked for and prints them as JSON lines."""

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from strategykit.bench import crowd, live, pages, review, start, templates, word
from strategykit.errors import UnknownMeasure

MEASURES: Mapping[str, Callable[[], Iterator[dict[str, Any]]]] = {
    "start": start.measure,
    "sider": pages.measure,
    "word": word.measure,
    "mange": crowd.measure,
    "live": live.measure,
    "gennemsyn": review.measure,
    "skabeloner": templates.measure,
}


def run_benches(only: tuple[str, ...] = ()) -> None:
    """All measurements, or those named; raises UnknownMeasure."""
    for name in only:
        if name not in MEASURES:
            raise UnknownMeasure(name, tuple(MEASURES))
    for name, measure in MEASURES.items():
        if not only or name in only:
            for line in measure():
                sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
                sys.stdout.flush()
