"""Brings in what the app (`run`) or its tests (`dev`) need and this machine lacks, and says so.

Only the standard library, since nothing else is there yet. What is in place is not fetched again:
a stamp in the environment holds the checksum of the list that was installed.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
NODE = ROOT / "tools" / "node"
OLDEST = (3, 11)
NEEDED_BY_TESTS = (
    "chromium-headless-shell",
    "libreoffice-writer",
    "python3-uno",
    "poppler-utils",
    "postgresql",
    "hunspell",
    "hunspell-da",
    "fonts-liberation",
    "nginx-light",
    "openssl",
)


def main(wanted: str) -> None:
    if sys.version_info < OLDEST:
        sys.exit("Strategiværksted kræver Python 3.11 eller nyere. Intet er installeret.")
    make_environment()
    if wanted == "run":
        install_python_packages(ROOT / "requirements.txt")
        return
    install_debian_packages(NEEDED_BY_TESTS)
    install_python_packages(ROOT / "requirements-dev.txt")
    install_node_packages()


def make_environment() -> None:
    if PYTHON.exists():
        return
    if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it in a package of its own
        install_debian_packages((f"python3.{sys.version_info.minor}-venv",))
    print("Laver et Python-miljø i .venv")
    run([sys.executable, "-m", "venv", str(VENV)])


def install_python_packages(listed: Path) -> None:
    stamp = VENV / f".{listed.name}.stamp"
    if is_current(stamp, listed):
        return
    print(f"Henter Python-pakkerne i {listed.name}. Første gang tager det nogle minutter.")
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run([*pip, "-r", str(listed)])
    set_stamp(stamp, listed)


def install_debian_packages(names: tuple[str, ...]) -> None:
    missing = [name for name in names if not is_installed(name)]
    if not missing:
        return
    if shutil.which("apt-get") is None:
        print(f"Denne maskine har ikke apt-get. Installér selv: {' '.join(missing)}")
        return
    print(f"Henter Debian-pakkerne {' '.join(missing)}")
    run(as_root(["apt-get", "-qq", "update"]))
    run(as_root(["apt-get", "-qq", "install", "-y", "--no-install-recommends", *missing]))


def install_node_packages() -> None:
    stamp, listed = NODE / "node_modules" / ".stamp", NODE / "package.json"
    if is_current(stamp, listed):
        return
    if shutil.which("npm") is None:
        install_debian_packages(("nodejs", "npm"))
    print("Henter npm-pakkerne i tools/node")
    npm = shutil.which("npm") or "npm"
    # No lock file: both versions are exact, and npm's lacks the other platforms' optional parts
    run([npm, "install", "--no-package-lock", "--no-audit", "--no-fund", "--silent"], NODE)
    set_stamp(stamp, listed)


def is_installed(name: str) -> bool:
    if shutil.which("dpkg-query") is None:
        return False
    asked = ["dpkg-query", "--show", "--showformat=${Status}", name]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False)
    return answer.stdout.endswith(" installed")


def as_root(command: list[str]) -> list[str]:
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", *command]
    if os.geteuid() == 0:
        return quiet
    if shutil.which("sudo") is None:
        sys.exit(f"Kør som administrator: {' '.join(command)}")
    return ["sudo", *quiet]


def is_current(stamp: Path, listed: Path) -> bool:
    return stamp.exists() and stamp.read_text() == checksum(listed)


def set_stamp(stamp: Path, listed: Path) -> None:
    stamp.write_text(checksum(listed))


def checksum(listed: Path) -> str:
    return hashlib.sha256(listed.read_bytes()).hexdigest()


def run(command: list[str], folder: Path = ROOT) -> None:
    sys.stdout.flush()
    done = subprocess.run(command, cwd=folder, check=False, stdin=subprocess.DEVNULL)
    if done.returncode:
        sys.exit(f"Det lykkedes ikke: {' '.join(command)}")


if __name__ == "__main__":
    main(sys.argv[1])
