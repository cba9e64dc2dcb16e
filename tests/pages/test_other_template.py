"""Nothing of youth is built in: the same pages on a handicappolitik."""

import re

import pytest

from strategykit.domain.people import Who
from strategykit.storage.database import Database
from tests.support.handicap import a_handicappolitik
from tests.support.makers import OTHER, a_process
from tests.support.pages import Opened, field, press, said, shown

PAGES = ("swot", "vision", "indsatsomraader", "maal")


@pytest.mark.parametrize("key", PAGES)
def test_every_part_of_the_page_speaks_the_template_s_words(
    key: str, opened: Opened, app_db: Database, who: Who
) -> None:
    page = opened(key, a_process(app_db, who, template=OTHER.read_text(encoding="utf-8")))
    control = page.segmented_control[0]

    for option in control.options:
        next(c for c in page.segmented_control if c.key == control.key).set_value(option)
        page.run()
        assert not page.exception, (key, option)
        written = " ".join([shown(page), *said(page), *(s.value for s in page.subheader)])
        assert not re.search(r"\bunge|\bungdom", written, re.IGNORECASE), (key, option)


def test_a_form_and_its_refusal_call_the_area_by_the_template_s_word(
    opened: Opened, app_db: Database, who: Who
) -> None:
    page = opened("maal", a_handicappolitik(app_db, who))
    field(page, "Mål").set_value("Flere kan komme ind ad døren")
    assert field(page, "Tema").value == ""
    press(page, "Tilføj mål")

    assert said(page) == ["Feltet 'Tema' er tomt. Udfyld det, og gem igen."]
