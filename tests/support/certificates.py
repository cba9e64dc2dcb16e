"""Certificates of the tests' own, as a municipality's IT would have them from its authority."""

import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Made:
    """Two PEM files."""

    cert: Path
    key: Path


def a_certificate(folder: Path, name: str = "localhost", password: str = "") -> Made:
    """Self-signed for the name and for this machine; the key is locked when there is a password."""
    folder.mkdir(parents=True, exist_ok=True)
    made = Made(folder / f"{name}.pem", folder / f"{name}.key")
    locked = ["-passout", f"pass:{password}"] if password else ["-nodes"]
    subprocess.run(
        [
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-days", "2", *locked,
            "-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name},IP:127.0.0.1",
            "-keyout", str(made.key), "-out", str(made.cert),
        ],
        check=True, capture_output=True,
    )  # fmt: skip
    return made
