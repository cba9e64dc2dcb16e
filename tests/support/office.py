"""LibreOffice and three validators, to judge what the Word writer writes."""

import json
import subprocess
from pathlib import Path

import docx_integrity
from openxml_audit import OpenXmlValidator

SDK = Path(__file__).parents[2] / "tools/node/node_modules/.bin/ooxml-validator"
PDF = (
    'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"}}'
)
DOCX = "docx:MS Word 2007 XML"
_SECONDS = 100


def converted(data: bytes, kind: str, folder: Path) -> Path:
    """The file as LibreOffice saves it; two at a time need a profile each."""
    folder.mkdir(exist_ok=True)
    source = folder / "udkast.docx"
    source.write_bytes(data)
    saved = folder / "gemt"
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    order = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(saved)]
    subprocess.run([*order, str(source)], check=True, capture_output=True, timeout=_SECONDS)
    return next(saved.iterdir())


def faults(data: bytes, folder: Path) -> list[str]:
    """What the Open XML SDK, openxml-audit and docx-integrity find wrong."""
    path = folder / "proeve.docx"
    path.write_bytes(data)
    return [*_of_the_sdk(path), *_of_the_audit(path), *_of_integrity(path)]


def _of_the_sdk(path: Path) -> list[str]:
    done = subprocess.run([str(SDK), str(path)], check=False, capture_output=True, timeout=_SECONDS)
    return [f"SDK: {error['description']}" for error in json.loads(done.stdout)["errors"]]


def _of_the_audit(path: Path) -> list[str]:
    result = OpenXmlValidator().validate(path)
    return [f"audit: {error.description} {error.node}" for error in result.errors]


def _of_integrity(path: Path) -> list[str]:
    return [f"integrity: {finding.message}" for finding in docx_integrity.check(path)]
