"""The shipped nginx file in use: its names, ports and certificate are the tests' own."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.certificates import Made
from tests.support.server import ROOT, free_port

NAME = "strategi.kommune.dk"
SHIPPED = ROOT / "deploy" / "nginx.conf"
READY_SECONDS = 20


@contextmanager
def nginx(folder: Path, upstream: int, port: int, certificate: Made) -> Iterator[int]:
    """nginx answers https on `port`, and http on the port that is given."""
    plain = free_port()
    site = SHIPPED.read_text("utf-8")
    for shipped, own in (
        ("    listen [::]:80;\n", ""),
        ("    listen [::]:443 ssl http2;\n", ""),
        ("listen 80;", f"listen 127.0.0.1:{plain};"),
        ("listen 443 ssl", f"listen 127.0.0.1:{port} ssl"),
        (f"/etc/ssl/{NAME}/fullchain.pem", str(certificate.cert)),
        (f"/etc/ssl/{NAME}/privkey.pem", str(certificate.key)),
        ("127.0.0.1:8501", f"127.0.0.1:{upstream}"),
    ):
        assert site.count(shipped) == 1, shipped
        site = site.replace(shipped, own)
    (folder / "site.conf").write_text(site)
    (folder / "nginx.conf").write_text(_around(folder))
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    command = [program, "-e", str(folder / "error.log"), "-c", str(folder / "nginx.conf")]
    process = subprocess.Popen(command)
    try:
        _wait_for(folder / "nginx.pid", process)
        yield plain
    finally:
        process.terminate()
        process.wait(READY_SECONDS)


def _around(folder: Path) -> str:
    user = "user root;" if os.geteuid() == 0 else ""  # else it could not read the tests' folder
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = "".join(f"{kind}_temp_path {folder / kind};\n" for kind in kinds)
    return (
        f"{user} daemon off; worker_processes 1; pid {folder / 'nginx.pid'};\n"
        f"error_log {folder / 'error.log'};\nevents {{ }}\n"
        f"http {{\n{places}access_log {folder / 'access.log'};\n"
        f"include {folder / 'site.conf'};\n}}\n"
    )


def _wait_for(file: Path, process: "subprocess.Popen[bytes]") -> None:
    last = time.monotonic() + READY_SECONDS
    while not (file.exists() and file.read_text().strip()):
        assert process.poll() is None, "nginx did not start"
        assert time.monotonic() < last
        time.sleep(0.1)
