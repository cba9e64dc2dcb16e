"""An anonymous survey as the facilitator opens, closes and reads it."""

from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from strategykit.actions.acting import new_id
from strategykit.actions.registers import entries
from strategykit.actions.survey import hand_in
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.domain.survey import AGREE, LEAST, SurveyRound
from strategykit.storage.database import Database
from tests.support.makers import a_process
from tests.support.pages import Opened, choose, field, press, said, shown
from tests.support.surveys import ACROSS, SURVEYS

TEXT, PLAN = SURVEYS[ACROSS]
FIRST = PLAN.items[0]
FREE = "svaert"


@pytest.fixture
def process(app_db: Database, who: Who) -> Process:
    return a_process(app_db, who, template=TEXT)


@pytest.fixture
def page(opened: Opened, process: Process) -> AppTest:
    return choose(opened("redskaber", process), "Redskab", PLAN.key)


def token_on(page: AppTest) -> str:
    """The token of the link that the page shows, or nothing."""
    links = [code.value for code in page.code if "?n=" in code.value]
    return parse_qs(urlsplit(links[0]).query)["n"][0] if links else ""


def ask(page: AppTest, audience: str, label: str = "Åbn en runde") -> str:
    """A round is opened; its link's token."""
    field(page, "Hvem bliver spurgt").set_value(audience)
    press(page, label)
    return token_on(page)


def answer(db: Database, token: str, many: int, word: str, group: str = "") -> None:
    for number in range(many):
        typed = {FIRST.key: word, FREE: f"Svar {number} <b>fed</b>"}
        hand_in(db, token, typed, group, new_id())


def close(page: AppTest) -> None:
    press(page, "Opdatér antallet")
    press(page, "Ja, luk runden nu")


def test_the_link_is_shown_once_and_the_code_as_long_as_it_is_open(
    page: AppTest, app_db: Database, process: Process
) -> None:
    token = ask(page, "Alle ledere")
    assert said(page) == ["Runde 1 er åben. Send nu linket ud."]
    (made,) = entries(app_db, process.id, SurveyRound)
    assert made.audience == "Alle ledere"
    answer(app_db, token, 3, AGREE[4])

    press(page, "Opdatér antallet")

    assert token_on(page) == ""
    assert '<span class="sv-tile-count">3</span>' in shown(page)
    assert "Svar 1" not in shown(page)
    code = next(b.body for b in page.html if "sv-code" in b.body)
    press(page, "Lav et nyt link")
    assert token_on(page) not in {"", token}
    assert code not in shown(page)


def test_a_closed_round_shows_numbers_and_words_and_no_small_group(
    page: AppTest, app_db: Database
) -> None:
    token = ask(page, "")
    answer(app_db, token, 6, AGREE[4], "Socialområdet")
    answer(app_db, token, 5, AGREE[3], "Ledelse")
    answer(app_db, token, 2, AGREE[0], "Beskæftigelse")
    close(page)

    assert said(page) == ["Runde 1 er lukket. 13 personer har svaret."]
    html = shown(page)
    title = FIRST.title
    assert f"<td>{title}</td><td>2</td><td>0</td><td>0</td><td>5</td><td>6</td><td>0</td>" in html
    assert f"<td>{title}</td><td>5,0</td>" in html
    assert '<th scope="col">Socialområdet</th></tr>' in html
    assert "Beskæftigelse" not in html
    assert "1 runde med svar nok er lukket" in html
    choose(page, "Vis af svarene", "Egne ord")
    assert "<li>Svar 1 &lt;b&gt;fed&lt;/b&gt;</li>" in shown(page)


def test_too_few_show_only_how_many(page: AppTest, app_db: Database) -> None:
    answer(app_db, ask(page, ""), LEAST - 1, AGREE[4])
    close(page)

    assert "4 personer havde svaret" in shown(page)
    assert "Færre end 5 har svaret" in shown(page)
    assert "Svar 1" not in shown(page)
    assert "Ingen runde er lukket endnu" in shown(page)


def test_a_text_is_hidden_with_a_reason(page: AppTest, app_db: Database) -> None:
    answer(app_db, ask(page, ""), LEAST, AGREE[4])
    close(page)
    choose(page, "Vis af svarene", "Egne ord")
    pointing = (FREE, "Svar 3 <b>fed</b>")

    press(page, "Skjul svaret")
    assert said(page) == ["Der er ikke valgt et svar. Intet er skjult. Vælg et, og tryk igen."]
    field(page, "Svar, der skal skjules").set_value(pointing)
    press(page, "Skjul svaret")
    assert said(page) == ["Feltet 'Begrundelse' er tomt. Udfyld det, og gem igen."]
    field(page, "Hvorfor skjules det").set_value("Peger på en person")
    press(page, "Skjul svaret")

    assert "<li>Svar 3" not in shown(page)
    assert "<li>Svar 2" in shown(page)
    hidden = "<td>Svar 3 &lt;b&gt;fed&lt;/b&gt;</td><td>Peger på en person</td>"
    assert hidden in shown(page)
    press(page, "Vis svaret igen")
    assert "<li>Svar 3" in shown(page)
    assert hidden not in shown(page)


def test_a_second_round_stands_beside_the_first(page: AppTest, app_db: Database) -> None:
    answer(app_db, ask(page, ""), LEAST, AGREE[0])
    close(page)
    answer(app_db, ask(page, "", "Åbn en ny runde"), LEAST, AGREE[4])
    close(page)

    assert f"<td>{FIRST.title}</td><td>1,0</td><td>5,0</td>" in shown(page)
    options = field(page, "Lukket runde").options
    assert [option[:7] for option in options] == ["Runde 2", "Runde 1"]
