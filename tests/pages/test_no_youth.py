"""Nothing of youth is built in: every page of a handicappolitik is read for words of the young."""

import pytest
from google.protobuf.text_format import MessageToString
from streamlit.testing.v1 import AppTest

from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.storage.database import Database
from strategykit.ui.addresses import ADDRESSES
from tests.support.handicap import a_handicappolitik, borrowed_in
from tests.support.pages import Opened

#: The library shows all templates, the process's own or not.
PAGES = [key for key in ADDRESSES if key != "skabeloner"]
#: Where a new process is begun with any template.
OF_ALL = {"Alle forløb"}


@pytest.fixture
def handicap(app_db: Database, who: Who) -> Process:
    return a_handicappolitik(app_db, who)


def words(window: AppTest) -> str:
    """All that the page says, labels and hints of fields too."""
    protos = [part.proto for area in (window.main, window.sidebar) for part in area]
    return "\n".join(MessageToString(proto, as_utf8=True) for proto in protos if proto is not None)


@pytest.mark.parametrize("key", PAGES)
def test_no_part_of_the_page_speaks_of_the_young(
    key: str, opened: Opened, handicap: Process
) -> None:
    page = opened(key, handicap)
    assert page.title, key
    assert "handicap" in words(page).lower()  # what is read is the process's own page
    assert borrowed_in(words(page)) == []
    for control in [c.key for c in page.segmented_control]:
        for option in _options(page, control):
            turned = _turned(page, control, option)
            assert borrowed_in(words(turned)) == [], (control, option)


def _options(page: AppTest, control: str) -> list[str]:
    found = (c.options for c in page.segmented_control if c.key == control)
    return [option for option in next(found, []) if option not in OF_ALL]


def _turned(page: AppTest, control: str, option: str) -> AppTest:
    """The page at another of its parts; a control may have gone with the part before."""
    for found in [c for c in page.segmented_control if c.key == control]:
        found.set_value(option)
        page.run()
        assert not page.exception, (control, option)
    return page
