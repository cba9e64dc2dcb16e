"""Packages of templates, as a consultant sends and fetches them."""

from datetime import date

from streamlit.testing.v1 import AppTest

from strategykit.actions.templates import add_template, list_templates
from strategykit.domain.people import Who
from strategykit.domain.template_package import PackagedTemplate
from strategykit.storage.database import Database
from strategykit.template_files import read_template
from strategykit.template_files.package import write_package
from tests.support.house_styles import house_style
from tests.support.makers import OTHER, PLAIN
from tests.support.pages import Opened, choose, field, press, said, shown

STYLE = house_style()  # made once: the bytes hold the time
SMALL, WIDE = PLAIN.read_text("utf-8"), OTHER.read_text("utf-8")
ASKED = "Hvad skal der ske med Klimaplan, udgave 1.0"
NEWER = SMALL.replace('version: "1.0"', 'version: "1.1"')


def a_package(*texts: str, style: bytes = b"", note: str = "Prøve Kommune") -> bytes:
    packed = [PackagedTemplate(read_template(text, "f"), text, style) for text in texts]
    return write_package(packed, note, date(2026, 6, 3))


def at_packages(opened: Opened) -> AppTest:
    return choose(opened("skabeloner"), "Vis", "Pakker")


def upload(page: AppTest, data: bytes) -> AppTest:
    page.file_uploader[0].set_value(("pakke.zip", data, "application/zip"))
    after = page.run()
    assert not after.exception, after.exception
    return after


def own(db: Database) -> list[str]:
    return [f"{t.template.key} {t.template.version}" for t in list_templates(db) if t.kept]


def test_a_package_is_looked_at_and_then_taken_in(opened: Opened, app_db: Database) -> None:
    page = upload(at_packages(opened), a_package(SMALL, WIDE, style=STYLE))

    assert "Pakken kommer fra: Prøve Kommune" in shown(page)
    assert "Klimaplan" in shown(page)
    assert own(app_db) == []

    press(page, "Læg 2 skabeloner i biblioteket")

    assert sorted(own(app_db)) == ["handicappolitik 0.1", "klimaplan 1.0"]
    assert said(page) == [
        "2 skabeloner ligger nu i biblioteket. Et forløb opretter I på forsiden under Alle forløb."
    ]
    kept = [t.kept for t in list_templates(app_db) if t.kept]
    assert all(each.house_style == STYLE for each in kept)


def test_one_that_is_here_in_another_form_is_asked_about(
    opened: Opened, app_db: Database, who: Who
) -> None:
    add_template(app_db, who, NEWER)
    page = upload(at_packages(opened), a_package(SMALL))
    assert "Findes i en anden udgave (1.1)" in shown(page)

    choose(page, ASKED, "hent den ikke")
    assert "Der er intet at hente ind." in shown(page)
    choose(page, ASKED, "erstat den, der er her")
    press(page, "Læg 1 skabelon i biblioteket")

    assert own(app_db) == ["klimaplan 1.0"]


def test_what_is_wrong_in_a_package_is_told_and_nothing_changes(
    opened: Opened, app_db: Database
) -> None:
    page = upload(at_packages(opened), a_package(SMALL, SMALL))
    assert "Pakken kan ikke bruges, som den er. Biblioteket er ikke ændret." in said(page)
    assert "er der to gange" in shown(page)

    page = upload(page, b"PK\x03\x04 ikke en zip")
    assert any("kan ikke læses som en pakke" in sentence for sentence in said(page))
    assert own(app_db) == []


def test_a_package_of_chosen_templates_can_be_fetched(opened: Opened) -> None:
    page = at_packages(opened)
    assert len(page.get("download_button")) == 0

    field(page, "Hvem pakken kommer fra").set_value("Prøve Kommune")
    picker = field(page, "Skabeloner i pakken")
    page = picker.set_value(picker.options[:2]).run()

    assert len(page.get("download_button")) == 1
    page = field(page, "Hvem pakken kommer fra").set_value("010190-1234").run()
    assert any("CPR-nummer" in sentence for sentence in said(page))
    assert len(page.get("download_button")) == 0
