"""The Word draft against the same content written the way python-docx suggests."""

import io
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from docx import Document

from strategykit.actions.drafts import compose_now, draw_pictures
from strategykit.bench.large import make_large
from strategykit.domain.outline import Draft, Paragraph, Table
from strategykit.drafting.word import write_word
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate

ROUNDS = 7
NOW = datetime(2026, 6, 3, tzinfo=UTC)


def measure() -> Iterator[dict[str, Any]]:
    """One line for the writing, one for the drawing of charts."""
    with tempfile.TemporaryDirectory() as folder:
        db = Database(f"sqlite:///{Path(folder) / 'strategi.db'}")
        migrate(db)
        process = make_large(db)
        draft = compose_now(db, process)
        begun = time.perf_counter()
        pictures = draw_pictures(draft)
        drawing = time.perf_counter() - begun
        db.close()
    pairs = [
        (_timed(lambda: write_word(draft, {}, NOW)), _timed(lambda: _usual(draft)))
        for _ in range(ROUNDS)
    ]
    ours, usual = (statistics.median(column) for column in zip(*pairs, strict=True))
    yield {
        "måling": "word",
        "ms": round(ours * 1000),
        "sædvanlig_ms": round(usual * 1000),
        "forhold": round(ours / usual, 2),
        "mål": 0.5,
    }
    yield {"måling": "diagrammer", "antal": len(pictures), "ms": round(drawing * 1000)}


def _timed(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def _usual(draft: Draft) -> bytes:
    document = Document()
    heading = None
    for section, block in draft.blocks():
        if section is not heading:
            document.add_heading(section.title, min(section.level, 9))
            heading = section
        if isinstance(block, Paragraph):
            document.add_paragraph(block.text, style="Normal")
        elif isinstance(block, Table):
            _usual_table(document, block)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _usual_table(document: Any, block: Table) -> None:
    table = document.add_table(rows=1, cols=len(block.header))
    for cell, text in zip(table.rows[0].cells, block.header, strict=True):
        cell.text = text
    for row in block.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
