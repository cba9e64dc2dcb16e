"""The menu: where one can go, and where one is."""

from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.storage.database import Database
from strategykit.ui.addresses import ADDRESSES
from tests.support.makers import PLAIN, a_process
from tests.support.pages import Opened, menu_of, shown


def test_every_page_leads_to_the_others_of_the_same_process(
    opened: Opened, broendby: Process
) -> None:
    menu = menu_of(opened("swot", broendby))

    assert menu["Forside"] == f"/?forloeb={broendby.name}"
    assert set(menu.values()) - {menu["Forside"]} == {
        f"/{key}?forloeb={broendby.name}" for key in ADDRESSES if key not in _OUTSIDE
    }


def test_the_page_one_is_on_is_marked(opened: Opened, broendby: Process) -> None:
    for key in ("forside", "plan", "swot"):
        body = shown(opened(key, broendby))
        assert body.count('aria-current="page"') == 1
        marked = body.split(' aria-current="page"')[0].rsplit('href="/', 1)[1]
        assert marked.removesuffix('"') == f"{_path(key)}?forloeb={broendby.name}"


def test_without_a_process_the_menu_leads_to_the_front(opened: Opened) -> None:
    assert menu_of(opened("plan")) == {"Forside": "/"}


def test_a_title_of_the_template_is_shown_literally(
    opened: Opened, app_db: Database, who: Who
) -> None:
    text = PLAIN.read_text("utf-8") + '\npage_titles: {plan: "<i>Plan</i> & møder"}\n'
    process = a_process(app_db, who, template=text)

    assert "&lt;i&gt;Plan&lt;/i&gt; &amp; møder</a>" in shown(opened("swot", process))


def test_two_windows_open_the_same_page_at_once(opened: Opened, broendby: Process) -> None:
    first, second = opened("plan", broendby), opened("plan", broendby)

    for window in (first, second, first):
        assert not window.run().exception


#: "skabeloner" stands below, among what is no step of the work; not every template has instruments.
_OUTSIDE = {"skabeloner", "redskaber", "forside"}


def _path(key: str) -> str:
    return "" if key == "forside" else key
