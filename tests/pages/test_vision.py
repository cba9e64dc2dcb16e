"""The page of dreams, vision and mission, with one window and with two."""

import pytest
from streamlit.testing.v1 import AppTest

from strategykit.actions.statements import editions_of, statement_of
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.storage.database import Database
from tests.support.makers import a_process
from tests.support.pages import Opened, choose, field, press, said, shown

FIRST = "Alle 15-17-årige i Brøndby er på vej. Ingen står alene, og ingen bliver glemt."


@pytest.fixture
def page(opened: Opened, broendby: Process) -> AppTest:
    return choose(opened("vision", broendby), "Del", "vision")


def write(window: AppTest, text: str) -> AppTest:
    field(window, "Tekst").set_value(text)
    return press(window, "Gem teksten")


def test_it_begins_with_the_dreams(opened: Opened, broendby: Process) -> None:
    page = opened("vision", broendby)

    assert page.title[0].value == "Vision og mission"
    assert "Den unge har én voksen, som følger med hele vejen" in shown(page)
    choose(page, "Værktøj", "Skriv sedler")
    field(page, "Sedler, én på hver linje").set_value("Alle kender deres kontaktperson")
    press(page, "Sæt sedlerne op")
    assert "Alle kender deres kontaktperson" in shown(page)


def test_the_text_stands_with_its_adoption(page: AppTest) -> None:
    assert f'<blockquote class="sv-statement">{FIRST}</blockquote>' in shown(page)
    assert "Udgave 1. Vedtaget i udvalget den " in shown(page)


def test_a_change_takes_the_adoption_off_and_says_so(page: AppTest) -> None:
    write(page, "Alle unge i Brøndby er på vej.")

    assert "Udgave 2. Teksten er ændret, efter at udgave 1 blev vedtaget den " in shown(page)
    assert "Vedtagelsen gælder ikke længere." in shown(page)

    press(page, "Vedtaget i udvalget")
    assert "Udgave 2. Vedtaget i udvalget den " in shown(page)
    press(page, "Fjern vedtagelsen")
    assert "Vedtaget i udvalget den " not in shown(page)


def test_two_editions_are_compared_in_words_and_one_is_restored(page: AppTest) -> None:
    write(page, "Alle 15-17-årige i Brøndby er godt på vej. Ingen bliver glemt.")

    assert '<ins><span class="sv-change">tilføjet:</span> godt ' in shown(page)
    assert '<del><span class="sv-change">slettet:</span> ' in shown(page)

    press(page, "Gendan udgave 1")
    assert f'<blockquote class="sv-statement">{FIRST}</blockquote>' in shown(page)
    assert said(page) == ["Udgave 1 står nu som den nyeste tekst."]
    assert field(page, "Tekst").value == FIRST
    assert "Udgave 3. " in shown(page)


def test_what_a_good_text_has_is_for_the_facilitator_only(page: AppTest) -> None:
    check = page.expander[0]

    assert check.label == "Kun for jer, der styrer mødet"
    assert not check.proto.expanded
    within = [block.body for block in check.html]
    assert any("Ja: Den er på højst 40 ord" in body for body in within)
    assert "Den er på højst 40 ord" not in shown(page).replace("\n".join(within), "")


def test_a_mission_is_written_from_nothing(opened: Opened, app_db: Database, who: Who) -> None:
    process = a_process(app_db, who)
    page = choose(opened("vision", process), "Del", "mission")
    assert "Teksten er ikke skrevet endnu." in shown(page)
    assert next(b for b in page.button if b.label == "Vedtaget i udvalget").disabled

    write(page, "Vi finder hver ung inden en måned.")

    assert "Udgave 1. Ikke vedtaget endnu." in shown(page)


@pytest.mark.parametrize(("choice", "stands"), [("Gem det, I skrev", 1), ("Behold det gemte", 0)])
def test_the_second_window_sees_both_texts_and_chooses(
    opened: Opened, app_db: Database, broendby: Process, choice: str, stands: int
) -> None:
    texts = ["Ingen ung står alene.", "Alle unge har en voksen."]
    one = choose(opened("vision", broendby), "Del", "vision")
    other = choose(opened("vision", broendby), "Del", "vision")
    write(one, texts[0])

    write(other, texts[1])

    assert "Begge udgaver vises, og intet er tabt." in said(other)[0]
    assert [block.value for block in other.text] == [f"Tekst: {t}" for t in texts]
    assert statement_of(app_db, broendby.id, "vision").text == texts[0]

    press(other, choice)
    assert statement_of(app_db, broendby.id, "vision").text == texts[stands]
    kept = {e.text for e in editions_of(app_db, broendby.id, "vision")}
    assert kept >= {FIRST, texts[0]}


def test_a_window_in_which_nothing_was_typed_follows_the_newest(
    opened: Opened, broendby: Process
) -> None:
    one = choose(opened("vision", broendby), "Del", "vision")
    other = choose(opened("vision", broendby), "Del", "vision")
    write(one, "Ingen ung står alene.")

    other.run()

    assert field(other, "Tekst").value == "Ingen ung står alene."


def test_an_adoption_of_a_text_that_was_changed_meanwhile_is_refused(
    opened: Opened, app_db: Database, broendby: Process
) -> None:
    one = choose(opened("vision", broendby), "Del", "vision")
    other = choose(opened("vision", broendby), "Del", "vision")
    press(other, "Fjern vedtagelsen")
    one.run()
    write(one, "Noget ganske andet.")

    press(other, "Vedtaget i udvalget")

    assert "Teksten er ændret af en anden, mens I så på den." in said(other)[0]
    assert statement_of(app_db, broendby.id, "vision").agreed_at is None
