"""LibreOffice of this machine, where it is installed: a Word file as PDF, within a time limit."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

SECONDS = 60
BOOKMARKS = 'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"}}'
#: PDF/A-2b, tagged, with the document's own title in the window and its headings as bookmarks.
ARCHIVE = (
    'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"},'
    '"DisplayPDFDocumentTitle":{"type":"boolean","value":"true"}}'
)


def has_office() -> bool:
    """Whether this machine has LibreOffice."""
    return _program() is not None


def as_pdf(docx: bytes, form: str = ARCHIVE) -> bytes | None:
    """The file as PDF; None where LibreOffice is lacking or did not finish in time."""
    office = _program()
    if office is None:
        return None
    # the folder holds the draft, is open to nobody else, and is gone when this returns
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        folder = Path(place)
        (folder / "draft.docx").write_bytes(docx)
        _lay_out(office, folder, form)
        pdf = folder / "draft.pdf"
        return pdf.read_bytes() if pdf.exists() else None


def _program() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def _lay_out(office: str, folder: Path, form: str) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    order = [office, profile, "--headless", "--convert-to", form, "--outdir", str(folder)]
    process = subprocess.Popen(  # noqa: S603 - the program of this machine, on our own file
        [*order, str(folder / "draft.docx")],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """LibreOffice is started by a script, so its whole group is ended."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
