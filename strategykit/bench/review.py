"""A long draft comes home marked: reading it, a redline of it, memory, many files merged."""

import gc
import io
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from docx import Document
from lxml import etree

from strategykit.actions.acting import new_id
from strategykit.actions.draft_versions import keep_version
from strategykit.actions.sending_out import send_out, sent_file, sent_version
from strategykit.actions.taking_in import Reviewer, take_file
from strategykit.bench.large import FACILITATOR, make_large
from strategykit.domain.outline import Block, Draft, Paragraph
from strategykit.domain.reviews import SendOut
from strategykit.drafting.read_back import read_back
from strategykit.drafting.redline import Credit, write_redline
from strategykit.drafting.word import write_word
from strategykit.drafting.word.oxml import w
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate

ROUNDS, FILES, EVERY = 7, 17, 12
NOW = datetime(2026, 6, 3, tzinfo=UTC)
MAIN = "word/document.xml"
_BY = {w("author"): "Anne Eksempel", w("date"): "2026-06-05T10:00:00Z"}


def measure() -> Iterator[dict[str, Any]]:
    """Ratios to python-docx opening and saving the same file; memory to the unpacked size."""
    with tempfile.TemporaryDirectory() as folder:
        db = Database(f"sqlite:///{Path(folder) / 'strategi.db'}")
        migrate(db)
        process = make_large(db)
        version = keep_version(db, FACILITATOR, process.id, new_id())
        sent = send_out(
            db, FACILITATOR, SendOut(id=new_id(), process_id=process.id, version_id=version.id)
        )
        out = sent_file(db, sent)
        gc.collect()
        gc.freeze()  # as the server does when it has started
        yield from _reading(marked(out, 0), out)
        yield _redline(sent_version(db, sent).draft)
        yield _memory(marked(out, 0), Path(folder))
        yield _merging(db, sent, out)
        db.close()


def marked(data: bytes, number: int) -> bytes:
    """The file with a word added and one taken away in every twelfth paragraph."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts[MAIN])
    lines = [p for p in root.iter(w("p")) if p.find(w("r")) is not None]
    for paragraph in lines[number % EVERY :: EVERY]:
        paragraph.append(_tracked("ins", "t", f" nyt{number}"))
        paragraph.append(_tracked("del", "delText", " gammelt"))
    parts[MAIN] = etree.tostring(root)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, blob in parts.items():
            archive.writestr(name, blob)
    return out.getvalue()


def _tracked(kind: str, holder: str, words: str) -> Any:
    change = etree.Element(w(kind), {**_BY, w("id"): "900"})
    etree.SubElement(etree.SubElement(change, w("r")), w(holder)).text = words
    return change


def _reading(back: bytes, out: bytes) -> Iterator[dict[str, Any]]:
    marks = len(read_back(back).marks)
    ours, whole, usual = _medians(
        lambda: read_back(back), lambda: read_back(back, out), lambda: _opened_and_saved(back)
    )
    about = {"mærker": marks, "sædvanlig_ms": round(usual * 1000)}
    yield {"måling": "gennemsyn_læst", "ms": round(ours * 1000), **about,
           "forhold": round(ours / usual, 2), "mål": 1}  # fmt: skip
    yield {"måling": "gennemsyn_læst_og_sammenlignet", "ms": round(whole * 1000), **about,
           "forhold": round(whole / usual, 2)}  # fmt: skip


def _redline(draft: Draft) -> dict[str, Any]:
    old, new = write_word(draft, {}, NOW), write_word(_rewritten(draft), {}, NOW)
    ours, usual = _medians(
        lambda: write_redline(old, new, _credit, NOW), lambda: _opened_and_saved(new)
    )
    return {"måling": "rettelsesfil", "ms": round(ours * 1000),
            "sædvanlig_ms": round(usual * 1000), "forhold": round(ours / usual, 2),
            "mål": 3}  # fmt: skip


def _credit(_place: str, _removed: str, _added: str) -> Credit:
    return Credit("Anne Eksempel", NOW, "Godtaget")


def _rewritten(draft: Draft) -> Draft:
    sections = tuple(
        replace(s, blocks=tuple(_block(b, n) for n, b in enumerate(s.blocks)))
        for s in draft.sections
    )
    return replace(draft, sections=sections)


def _block(block: Block, number: int) -> Block:
    if number % EVERY or not isinstance(block, Paragraph):
        return block
    return replace(block, text=f"{block.text} Med en sætning mere.")


def _memory(back: bytes, folder: Path) -> dict[str, Any]:
    """Peak of a process of its own, over what its imports take."""
    file = folder / "retur.docx"
    file.write_bytes(back)
    said = subprocess.run(  # noqa: S603 - our own module on a file of our own
        [sys.executable, "-m", "strategykit.bench.review", file], capture_output=True, text=True,
        check=True,
    ).stdout  # fmt: skip
    with zipfile.ZipFile(file) as archive:
        unpacked = sum(entry.file_size for entry in archive.infolist())
    return {"måling": "gennemsyn_hukommelse", "MB": round(int(said) / 1024, 1),
            "pakket_ud_MB": round(unpacked / 1e6, 1),
            "forhold": round(int(said) * 1024 / unpacked, 1)}  # fmt: skip


def _merging(db: Database, sent: SendOut, out: bytes) -> dict[str, Any]:
    files = [marked(out, number) for number in range(FILES)]
    begun = time.perf_counter()
    marks = sum(
        take_file(db, Reviewer(name=f"Medlem {n}"), sent, data)[0].marks
        for n, data in enumerate(files)
    )
    spent = time.perf_counter() - begun
    return {"måling": "gennemsyn_samlet", "filer": FILES, "mærker": marks,
            "sekunder_pr_fil": round(spent / FILES, 2)}  # fmt: skip


def _opened_and_saved(data: bytes) -> None:
    Document(io.BytesIO(data)).save(io.BytesIO())


def _medians(*acts: Callable[[], object]) -> list[float]:
    """Each in turn, again and again, so that a busy machine slows all of them."""
    rounds = [[_timed(act) for act in acts] for _ in range(ROUNDS)]
    return [statistics.median(column) for column in zip(*rounds, strict=True)]


def _timed(act: Callable[[], object]) -> float:
    """Processor time: what else runs on the machine counts for nothing."""
    begun = time.process_time()
    act()
    return time.process_time() - begun


def _kilobytes(name: str) -> int:
    """One of the lines that Linux tells of a process's memory."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))


if __name__ == "__main__":
    data = Path(sys.argv[1]).read_bytes()
    Path("/proc/self/clear_refs").write_text("5")  # the peak is counted from here
    before = _kilobytes("VmRSS")
    read_back(data)
    sys.stdout.write(str(_kilobytes("VmHWM") - before))
