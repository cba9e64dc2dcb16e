"""Starts the server in this process, the same on Linux, macOS and Windows."""

import errno
import importlib
import os
import socket
import sys

import streamlit as st

from strategykit.errors import PortTaken
from strategykit.settings import ROOT, settings

LOCAL = "127.0.0.1"
APP = ROOT / "app.py"
TAKEN = {errno.EADDRINUSE, errno.EACCES}  # Windows says EACCES of a port that it has set aside


def serve(port: int | None = None, host: str = LOCAL) -> None:
    """Serves until it is stopped; a port of 0 takes any free one."""
    port = settings().port if port is None else port
    refuse_taken(port, host)
    sys.argv = [str(APP)]  # Streamlit reads .streamlit/config.toml beside this path
    sys.path.insert(0, str(ROOT))
    app: st.App = importlib.import_module("app").app
    app.run(config={"server.port": port, "server.address": host})


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
