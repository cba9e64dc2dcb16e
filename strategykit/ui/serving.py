"""Starts the server in this process, the same on Linux, macOS and Windows."""

import errno
import importlib
import os
import signal
import socket
import ssl
import sys
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

import streamlit as st

from strategykit.errors import CertificateBroken, FileMissing, KeyOfAnother, PortTaken
from strategykit.reach import Reach, serve_as
from strategykit.settings import ROOT

LOCAL, EVERYWHERE = "127.0.0.1", "0.0.0.0"  # noqa: S104 - only when --lan asks for it
APP = ROOT / "app.py"
TAKEN = {errno.EADDRINUSE, errno.EACCES}  # Windows says EACCES of a port that it has set aside


@dataclass(frozen=True)
class Certificate:
    """Two PEM files that fit each other, the key without a password."""

    cert: Path
    key: Path

    def __post_init__(self) -> None:
        for file in (self.cert, self.key):
            try:
                file.read_bytes()
            except OSError as trouble:
                raise FileMissing(file.name) from trouble
        self._refuse_unfit()

    def _refuse_unfit(self) -> None:
        tried = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        try:
            tried.load_cert_chain(self.cert, self.key, password=lambda: b"")
        except (ssl.SSLError, ValueError) as trouble:
            kind = KeyOfAnother if "MISMATCH" in str(trouble) else CertificateBroken
            raise kind(self.cert.name, self.key.name) from trouble


def serve(reach: Reach, certificate: Certificate | None = None) -> None:
    """Serves until it is stopped; a port of 0 takes any free one."""
    host = EVERYWHERE if reach.lan else LOCAL
    refuse_taken(reach.port, host)
    serve_as(reach)
    # Unset, the web server would take the word of any program on this machine
    os.environ["FORWARDED_ALLOW_IPS"] = reach.proxy
    signal.signal(signal.SIGTERM, _stopped_as_asked)
    sys.argv = [str(APP)]  # Streamlit reads .streamlit/config.toml beside this path
    sys.path.insert(0, str(ROOT))
    app: st.App = importlib.import_module("app").app
    app.run(config={"server.port": reach.port, "server.address": host, **_tls(certificate)})


def _stopped_as_asked(_number: int, _frame: FrameType | None) -> None:
    """The web server raises the signal again when all is closed; then it has gone well."""
    sys.exit(0)


def _tls(certificate: Certificate | None) -> dict[str, Any]:
    if certificate is None:
        return {}
    files = {"server.sslCertFile": certificate.cert, "server.sslKeyFile": certificate.key}
    return {name: str(file.resolve()) for name, file in files.items()}


def refuse_taken(port: int, host: str) -> None:
    """Streamlit's own message is English, and it comes after all imports."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as fault:
            if fault.errno in TAKEN:
                raise PortTaken(port) from fault
            raise
