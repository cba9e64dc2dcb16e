"""The draft page: reading, tracing, rewriting, summing up, what is missing, versions, Word."""

from dataclasses import replace

from streamlit.testing.v1 import AppTest

from strategykit.actions.acting import new_id
from strategykit.actions.materials import material_of
from strategykit.actions.registers import add_entry, entries
from strategykit.actions.statements import save_statement, statement_of
from strategykit.actions.survey import close_round, hand_in, open_round
from strategykit.domain.boards import Dot, Note
from strategykit.domain.drafts import DraftVersion, Rewrite
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.storage.database import Database
from tests.support.instrument_material import template_text
from tests.support.makers import a_process
from tests.support.pages import Opened, choose, field, press, said, shown


def read(window: AppTest, chapter: str) -> AppTest:
    """The page with a chapter open."""
    return choose(window, "Kapitel", chapter)


def part(window: AppTest, key: str) -> AppTest:
    """Another part of the page."""
    return window.segmented_control(key="draft:part").set_value(key).run()


def tool(window: AppTest, key: str) -> AppTest:
    """Another tool of the open chapter."""
    return window.segmented_control(key="draft:tool").set_value(key).run()


def test_the_draft_is_read_chapter_by_chapter(opened: Opened, broendby: Process) -> None:
    window = opened("udkast", broendby)
    assert window.title[0].value == "Udkast"
    window = read(window, "swot")
    assert "<h2>Udfordringer og muligheder</h2>" in shown(window)
    assert "Udvalget gav flest prikker til ”Det er uklart hvem der har ansvaret" in shown(window)
    assert "<h2>Forord</h2>" not in shown(window)
    window = press(window, "Næste")
    assert "<h2>Det, der står i vejen</h2>" in shown(window)
    assert "<h2>Udfordringer og muligheder</h2>" in shown(press(window, "Forrige"))


def test_a_paragraph_shows_what_it_rests_on_when_asked(opened: Opened, broendby: Process) -> None:
    window = read(opened("udkast", broendby), "swot")
    assert "14 prikker til ”Det er uklart" not in shown(window)
    label = "Hvad bygger afsnittet på?"
    window = choose(window, label, "swot:svagheder:flest")
    assert "14 prikker til ”Det er uklart hvem der har ansvaret" in shown(window)
    assert ">Sedler<" in shown(window)


def test_a_paragraph_is_rewritten_and_keeps_its_links(
    opened: Opened, broendby: Process, app_db: Database
) -> None:
    window = tool(read(opened("udkast", broendby), "swot"), "omskriv")
    window = choose(window, "Hvilket afsnit skriver I om?", "swot:svagheder:flest")
    field(window, "Tekst").set_value("Ansvaret er det, der fylder mest.")
    window = press(window, "Gem omskrivningen")
    assert "Ansvaret er det, der fylder mest." in shown(window)
    assert [r.block for r in entries(app_db, broendby.id, Rewrite)] == ["swot:svagheder:flest"]
    window = choose(tool(window, "spor"), "Hvad bygger afsnittet på?", "swot:svagheder:flest")
    assert "14 prikker til ”Det er uklart" in shown(window)
    window = choose(tool(window, "omskriv"), "Hvilket afsnit skriver I om?", "swot:svagheder:flest")
    window = press(window, "Brug skabelonens tekst igen")
    assert "Ansvaret er det, der fylder mest." not in shown(window)
    assert entries(app_db, broendby.id, Rewrite) == ()


def test_agreed_texts_cannot_be_rewritten_here(opened: Opened, broendby: Process) -> None:
    window = tool(read(opened("udkast", broendby), "vision"), "omskriv")
    options = field(window, "Hvilket afsnit skriver I om?").options
    assert not [text for text in options if "er på vej" in text]


def test_a_rewrite_that_was_overtaken_shows_both_texts(
    opened: Opened, broendby: Process, app_db: Database, who: Who
) -> None:
    window = tool(read(opened("udkast", broendby), "swot"), "omskriv")
    window = choose(window, "Hvilket afsnit skriver I om?", "swot:svagheder:flest")
    field(window, "Tekst").set_value("Ansvaret fylder mest.")
    press(window, "Gem omskrivningen")
    notes = entries(app_db, broendby.id, Note)
    note = next(note for note in notes if note.text.startswith("Vi kender ikke"))
    for number in range(9):
        dot = Dot(id=f"ny{number}", process_id=broendby.id, subject_id=note.id)
        add_entry(app_db, who, dot)
    window = part(opened("udkast", broendby), "mangler")
    assert "Ansvaret fylder mest." in shown(window)
    assert "Et omskrevet afsnit under Svagheder bygger på noget, der er ændret" in shown(window)
    assert "Vi kender ikke gruppens størrelse" in shown(window)
    window = press(window, "Behold det, I skrev")
    assert "Et omskrevet afsnit" not in shown(window)
    assert "Ansvaret fylder mest." in shown(read(part(window, "laes"), "swot"))


def test_a_chapter_is_summed_up_in_their_own_words(opened: Opened, broendby: Process) -> None:
    window = tool(read(opened("udkast", broendby), "mission"), "sammenfatning")
    field(window, "Tekst").set_value("Kort sagt: Vi følger med hele vejen.")
    window = press(window, "Gem sammenfatningen")
    assert "Kort sagt: Vi følger med hele vejen." in shown(window)


def test_two_windows_that_sum_up_the_same_chapter_see_both_texts(
    opened: Opened, broendby: Process, app_db: Database, who: Who
) -> None:
    window = tool(read(opened("udkast", broendby), "mission"), "sammenfatning")
    field(window, "Tekst").set_value("Min tekst.")
    seen = statement_of(app_db, broendby.id, "sammenfatning:mission")
    save_statement(app_db, who, seen, replace(seen, text="Deres tekst."))
    window = press(window, "Gem sammenfatningen")
    texts = [block.value for block in window.text]
    assert "Tekst: Deres tekst." in texts
    assert "Tekst: Min tekst." in texts
    window = press(window, "Gem det, I skrev")
    assert "Min tekst." in shown(window)


def test_what_is_missing_leads_to_the_page_that_fills_it(opened: Opened, broendby: Process) -> None:
    window = part(opened("udkast", broendby), "mangler")
    assert "Der er ikke skrevet vilkår for ungestrategien." in shown(window)
    assert "Mangler (" in window.segmented_control(key="draft:part").options[1]


def test_a_version_is_kept_once_and_compared(
    opened: Opened, broendby: Process, app_db: Database
) -> None:
    window = part(opened("udkast", broendby), "versioner")
    field(window, "Hvad er nyt i denne version").set_value("Til udvalget")
    window = press(window, "Gem version 1")
    assert "Udkastet er gemt som version 1." in said(window)
    assert len(entries(app_db, broendby.id, DraftVersion)) == 1
    assert "Udkastet er det samme som version 1" in shown(window)
    assert "Der er ingen forskel." in shown(window)
    window = tool(read(part(window, "laes"), "mission"), "sammenfatning")
    field(window, "Tekst").set_value("Vi følger med hele vejen.")
    window = part(press(window, "Gem sammenfatningen"), "versioner")
    assert "Udkastet er ændret siden version 1." in shown(window)
    assert "Vi følger med hele vejen." in shown(window)
    assert '<span class="sv-change">tilføjet:</span>' in shown(window)


def test_the_word_file_is_written_on_request(opened: Opened, broendby: Process) -> None:
    window = part(opened("udkast", broendby), "word")
    assert not window.get("download_button")
    window = press(window, "Skriv Word-filen")
    (button,) = window.get("download_button")
    assert button.label == "Hent Word-filen"


def test_all_notes_come_along_only_after_they_were_read(opened: Opened, broendby: Process) -> None:
    window = part(opened("udkast", broendby), "word")
    window = field(window, "Tag alle sedler med, også dem uden prikker").check().run()
    assert "Den unge har én voksen, som følger med hele vejen" in shown(window)
    assert "Bilagene har alle sedler med." not in shown(window)
    window = field(window, "Vi har læst sedlerne igennem").check().run()
    assert "Bilagene har alle sedler med." in shown(window)
    window = read(part(window, "laes"), "bilag-sedler")
    assert "Alle unge har prøvet en rigtig arbejdsplads" in shown(window)


def test_what_was_typed_is_shown_literally(
    opened: Opened, broendby: Process, app_db: Database, who: Who
) -> None:
    evil = "<img src=x onerror=alert(1)> **fed** $x$ :red[rød]"
    note = Note(id="ond", process_id=broendby.id, board="swot", field="styrker", text=evil)
    add_entry(app_db, who, note)
    for number in range(40):
        add_entry(app_db, who, Dot(id=f"p{number}", process_id=broendby.id, subject_id="ond"))
    window = read(opened("udkast", broendby), "swot")
    assert "<img" not in shown(window)
    assert "&lt;img src=x onerror=alert(1)&gt; **fed** $x$ :red[rød]" in shown(window)
    assert material_of(app_db, broendby.id).dots["ond"] == 40


def test_words_from_a_survey_are_read_before_they_come_along(
    opened: Opened, app_db: Database, who: Who
) -> None:
    process = a_process(app_db, who, template=template_text(), name="spurgt")
    asked, token = open_round(app_db, who, process.id, "spoergeskema")
    for number in range(6):
        hand_in(app_db, token, {"mangler": f"Der mangler nummer {number}"}, "", new_id())
    close_round(app_db, who, asked)

    window = part(opened("udkast", process), "word")
    assert "Der mangler nummer 4" not in shown(window)
    window = field(window, "Tag alle sedler med, også dem uden prikker").check().run()
    assert "Også de 6 svar med egne ord fra spørgeskemaer kommer med." in shown(window)
    assert "Hvad mangler der: Der mangler nummer 4" in shown(window)

    window = read(part(window, "laes"), "spoergeskema")
    assert "Der mangler nummer 4" not in shown(window)
    window = part(window, "word")
    window = field(window, "Tag alle sedler med, også dem uden prikker").check().run()
    window = field(window, "Vi har læst sedlerne igennem").check().run()
    window = read(part(window, "laes"), "spoergeskema")
    assert "Der mangler nummer 4" in shown(window)
