"""The knowledge base as the facilitator works on it."""

import pytest
from streamlit.testing.v1 import AppTest

from strategykit.actions.acting import new_id
from strategykit.actions.registers import add_entry, entries
from strategykit.domain.entry import Entry
from strategykit.domain.knowledge import EvidenceCard, Interview, Voice
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.storage.database import Database
from tests.support.makers import OTHER, a_process
from tests.support.pages import Opened, choose, field, press, said, shown


@pytest.fixture
def page(opened: Opened, broendby: Process) -> AppTest:
    return opened("viden", broendby)


def add(db: Database, who: Who, process: Process, kind: type[Entry], **values: object) -> None:
    add_entry(db, who, kind(id=new_id(), process_id=process.id, **values))


def rows(window: AppTest, caption: str) -> list[str]:
    """The body rows of the table with that caption, as they stand in the HTML."""
    table = next(b.body for b in window.html if f"<caption>{caption}</caption>" in b.body)
    return table.split("<tbody>")[1].split("<tr>")[1:]


def test_what_there_is_stands_first_as_numbers(page: AppTest) -> None:
    assert page.title[0].value == "Vidensgrundlag"
    tiles = next(b.body for b in page.html if "sv-tiles" in b.body)
    assert '>5</span> <span class="sv-tile-label">Videnskort<' in tiles
    assert '>0</span> <span class="sv-tile-label">De unges stemme<' in tiles


def test_the_cards_of_the_example_stand_whole(page: AppTest) -> None:
    cards = rows(page, "Påstande og deres kilder")

    assert len(cards) == 5
    assert "Da koordinatoren stoppede, forsvandt meget af den detaljerede viden" in cards[3]


def test_a_card_is_written_once_and_counted(
    page: AppTest, app_db: Database, broendby: Process
) -> None:
    field(page, "Påstand").set_value("Fritidsjob virker")
    field(page, "Kilde").set_value("Egen undersøgelse")
    field(page, "År").set_value("2025")
    press(page, "Tilføj videnskort")

    assert ">6</span>" in shown(page)
    (card,) = [c for c in entries(app_db, broendby.id, EvidenceCard) if c.year == 2025]
    assert (card.claim, card.source) == ("Fritidsjob virker", "Egen undersøgelse")


def test_a_card_without_a_source_is_refused_and_stays_in_the_form(page: AppTest) -> None:
    field(page, "Påstand").set_value("Det siges")
    press(page, "Tilføj videnskort")

    assert said(page) == ["Feltet 'Kilde' er tomt. Udfyld det, og gem igen."]
    assert field(page, "Påstand").value == "Det siges"


def test_a_link_can_be_followed_and_typed_html_cannot(
    opened: Opened, app_db: Database, who: Who, broendby: Process
) -> None:
    add(
        app_db, who, broendby, EvidenceCard,
        claim="<img src=x onerror=alert(1)>", source="x", link="https://eksempel.dk/a?b=1&c=2",
    )  # fmt: skip

    html = shown(opened("viden", broendby))

    assert '<a href="https://eksempel.dk/a?b=1&amp;c=2" rel="noreferrer">' in html
    assert "<img" not in html


def test_interviews_are_coded_by_the_foci_of_the_template(
    opened: Opened, app_db: Database, who: Who, broendby: Process
) -> None:
    notes = [("Overgange", "snitflader"), ("overgange", "udfordringer"), ("Praktik", "")]
    for number, (theme, focus) in enumerate(notes):
        text = f"Notat {number}"
        add(app_db, who, broendby, Interview, text=text, theme=theme, focus=focus)

    page = choose(opened("viden", broendby), "Vis", "Interview")

    assert "Snitflader: Hvor mødes jeres arbejde med andres" in shown(page)
    assert field(page, "Fokus").options[1:] == ["Snitflader", "Ønsker", "De største udfordringer"]
    overgange, praktik = rows(page, "Temaer efter antal notater")
    cells = "<td>Overgange</td><td>1</td><td>–</td><td>1</td><td>–</td><td>2</td>"
    assert cells in overgange
    assert "<td>Praktik</td><td>–</td><td>–</td><td>–</td><td>1</td><td>1</td>" in praktik


def test_voices_bear_the_words_of_the_template(
    opened: Opened, app_db: Database, who: Who, broendby: Process
) -> None:
    add(app_db, who, broendby, Voice, theme="Én voksen", count=14)

    page = choose(opened("viden", broendby), "Vis", "Voice")

    assert "De unges stemme" in [h.value for h in page.header]
    assert "Én voksen" in rows(page, "Det har vi hørt")[0]


def test_voices_stand_beside_the_dreams_and_the_swot(
    opened: Opened, app_db: Database, who: Who, broendby: Process
) -> None:
    add(
        app_db, who, broendby, Voice,
        theme="Én <voksen>", count=1400, heard="Spørgeskema", changed="Målet om én kontaktperson",
    )  # fmt: skip

    box = next(b.body for b in opened("swot", broendby).html if "sv-voices" in b.body)

    assert "De unges stemme" in box
    assert "Én &lt;voksen&gt;" in box
    assert "1.400 har sagt det · Spørgeskema" in box
    assert "Det ændrede:</em> Målet om én kontaktperson" in box


@pytest.mark.parametrize("page", ["viden", "nulpunkt", "aktoerer"])
def test_another_strategy_says_nothing_of_the_young(
    opened: Opened, app_db: Database, who: Who, page: str
) -> None:
    process = a_process(app_db, who, template=OTHER.read_text(encoding="utf-8"))

    window = opened(page, process)

    words = [shown(window)] + [str(f.options) for f in (*window.selectbox, *window.multiselect)]
    words += [str(c.options) for c in window.segmented_control]
    assert "ung" not in " ".join(words).lower()
