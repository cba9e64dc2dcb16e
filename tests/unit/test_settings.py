from pathlib import Path

import pytest

from strategykit.errors import BadPort
from strategykit.settings import ROOT, make_home, settings_from


def test_without_a_word_everything_lies_beside_the_program() -> None:
    found = settings_from({"STRATEGYKIT_HOME": "", "DATABASE_URL": "", "PORT": ""})

    assert (found.home, found.port) == (ROOT / "var", 8501)
    assert found.database_url == f"sqlite:///{(ROOT / 'var' / 'strategi.db').as_posix()}"


def test_the_environment_decides(tmp_path: Path) -> None:
    found = settings_from(
        {"STRATEGYKIT_HOME": str(tmp_path), "DATABASE_URL": "postgresql:///x", "PORT": "9000"}
    )

    assert (found.home, found.database_url, found.port) == (tmp_path, "postgresql:///x", 9000)


@pytest.mark.parametrize("port", ["0", "65536", "-1", "ti", "80.5", "٣"])
def test_what_is_no_port_is_said_so(port: str) -> None:
    with pytest.raises(BadPort, match="er ikke et portnummer"):
        settings_from({"PORT": port})


def test_names_and_proxy_are_read_whatever_stands_between_them() -> None:
    found = settings_from(
        {"STRATEGYKIT_NAVN": "A.dk, b.dk:8443 c", "STRATEGYKIT_PROXY": "127.0.0.1,10.89.0.0/24"}
    )

    assert found.names == ("a.dk", "b.dk:8443", "c")
    assert found.proxy == "127.0.0.1,10.89.0.0/24"


def test_the_folders_are_made_for_their_owner_alone(tmp_path: Path) -> None:
    found = settings_from({"STRATEGYKIT_HOME": str(tmp_path / "a" / "b")})

    make_home(found)

    folders = [found.home, found.log_folder, found.backup_folder]
    assert {oct(folder.stat().st_mode & 0o777) for folder in folders} == {"0o700"}
