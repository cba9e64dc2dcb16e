"""The workshop for templates: the library, drafts with their mistakes, trying out, comparing."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from strategykit.actions.acting import new_id
from strategykit.actions.materials import process_of
from strategykit.actions.processes import list_processes
from strategykit.actions.template_drafts import begin_draft, list_drafts
from strategykit.actions.template_writing import copied, looked_over
from strategykit.actions.templates import add_template, list_templates
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.storage import changes
from strategykit.storage.database import Database
from strategykit.template_files import shipped_templates
from strategykit.ui.forms import NOT_SENT
from tests.support.house_styles import house_style
from tests.support.makers import OTHER, PLAIN, YOUTH
from tests.support.pages import Opened, choose, field, press, said, shown

SMALL = PLAIN.read_text("utf-8")
STYLE = house_style()


def part(window: AppTest, name: str) -> AppTest:
    found = [c for c in window.segmented_control if name in c.options]
    return found[0].set_value(name).run()


def a_draft(db: Database, who: Who, text: str = SMALL, name: str = "Vores klimaplan") -> None:
    begin_draft(db, who, "k", name, copied(text, name, "Os"), "Klimaplan")


def test_the_library_shows_what_each_template_is(opened: Opened) -> None:
    page = opened("skabeloner")

    assert "Ungestrategi" in shown(page)
    assert "Følger med programmet" in shown(page)
    assert [t.value for t in page.title] == ["Skabeloner"]


def test_every_side_of_the_preview_can_be_seen(opened: Opened) -> None:
    page = opened("skabeloner")
    for side in ("Aften for aften", "Tavler, tekster og redskaber", "Dokumentet", "Ord", "Resten"):
        page = choose(page, "Hvad vil I se?", side)
        assert not page.exception, side

    assert "Andre politikker" in shown(page)


def test_a_copy_becomes_a_draft_of_ones_own(opened: Opened, app_db: Database) -> None:
    page = opened("skabeloner")
    field(page, "Navn på kopien").set_value("Trafikplan for alle")
    field(page, "Forfatter").set_value("Trafikkontoret")
    page = press(page, "Begynd på kopien")

    (draft,) = list_drafts(app_db)
    assert (draft.name, "key: trafikplan-for-alle" in draft.text) == ("Trafikplan for alle", True)
    assert "\nauthor: Trafikkontoret\n" in draft.text
    assert any("er uden fejl" in sentence for sentence in said(page))


def test_a_copy_is_called_after_the_template_that_is_seen(opened: Opened, app_db: Database) -> None:
    page = choose(opened("skabeloner"), "Se en skabelon", "Ungestrategi, udgave 1.0 (ungestrategi)")
    assert field(page, "Navn på kopien").value == "Ungestrategi (kopi)"
    page = press(page, "Begynd på kopien")

    assert [draft.name for draft in list_drafts(app_db)] == ["Ungestrategi (kopi)"]


def test_the_browser_is_told_the_new_title_of_what_is_chosen(
    opened: Opened, app_db: Database, who: Who
) -> None:
    a_draft(app_db, who)
    page = choose(part(opened("skabeloner"), "Skriv"), "Del af skabelonen", "phases")
    field(page, "Titel").set_value("Hvor vi står")
    page = press(page, "Gem felterne")

    fase, draft = field(page, "Vælg fase").proto, field(page, "Kladde").proto
    assert (fase.set_value, fase.raw_value) == (True, "1. Hvor vi står")
    assert (draft.set_value, draft.raw_value in draft.options) == (True, True)


def test_a_copy_asks_for_its_author(opened: Opened, app_db: Database) -> None:
    page = press(opened("skabeloner"), "Begynd på kopien")
    assert any("Skriv, hvem forfatteren er." in sentence for sentence in said(page))
    assert "<td>&#x27;author&#x27; må ikke være tom</td>" in shown(page)
    assert field(page, "Forfatter").value == ""
    field(page, "Forfatter").set_value("Os selv")
    page = press(page, "Gem felterne")

    assert any("er uden fejl" in sentence for sentence in said(page))
    assert "\nauthor: Os selv\n" in list_drafts(app_db)[0].text


def test_a_draft_keeps_its_mistakes_and_tells_them_with_the_line(
    opened: Opened, app_db: Database, who: Who
) -> None:
    a_draft(app_db, who)
    page = part(opened("skabeloner"), "Skriv")
    text = field(page, "Skabelonens tekst")
    page = text.set_value(text.value.replace("name: Vores", "nafn: Vores")).run()

    assert any("kan ikke bruges" in sentence for sentence in said(page))
    assert "mente du" in shown(page)
    assert "nafn: Vores" in list_drafts(app_db)[0].text
    assert next(b for b in page.button if b.label == "Læg i biblioteket").disabled


def test_a_form_changes_its_lines_alone(opened: Opened, app_db: Database, who: Who) -> None:
    a_draft(app_db, who, YOUTH)
    before = list_drafts(app_db)[0].text
    page = part(opened("skabeloner"), "Skriv")
    page = choose(page, "Del af skabelonen", "terms")
    field(page, "Strategien, bestemt").set_value("strategien for alle")
    page = press(page, "Gem felterne")

    after = list_drafts(app_db)[0].text
    new = set(after.split("\n")) - set(before.split("\n"))
    assert [line.strip() for line in new] == ["strategien: strategien for alle"]


def test_words_that_are_not_saved_stay_in_their_fields(
    opened: Opened, app_db: Database, who: Who
) -> None:
    a_draft(app_db, who)
    page = part(opened("skabeloner"), "Skriv")
    page = choose(page, "Del af skabelonen", "phases")
    field(page, "Hvad fasen skal give").set_value("Klarhed").run()
    assert NOT_SENT in shown(page)
    page = choose(page, "Vælg fase", 1)
    assert field(page, "Hvad fasen skal give").value != "Klarhed"
    field(page, "Titel").set_value("Det sidste")
    page = press(page, "Gem felterne")
    assert NOT_SENT not in shown(page)
    page = part(part(page, "Bibliotek"), "Skriv")
    page = choose(page, "Del af skabelonen", "phases")
    page = choose(page, "Vælg fase", 0)

    assert field(page, "Hvad fasen skal give").value == "Klarhed"
    assert NOT_SENT in shown(page)
    page = press(page, "Flyt fase ned")
    phases = looked_over(list_drafts(app_db)[0].text).template.phases  # type: ignore[union-attr]
    assert [(phase.title, phase.aim) for phase in phases][:2] == [
        ("Det sidste", phases[0].aim),
        ("Start", "Klarhed"),
    ]
    assert NOT_SENT not in shown(page)


def test_a_field_that_is_set_back_says_what_is_kept(
    opened: Opened, app_db: Database, who: Who
) -> None:
    a_draft(app_db, who)
    page = part(opened("skabeloner"), "Skriv")
    for words in ("Et", "To", "Et"):
        field(page, "Hvem den er til").set_value(words)
        page = press(page, "Gem felterne")
        assert (field(page, "Hvem den er til").value, NOT_SENT in shown(page)) == (words, False)


def test_a_phase_is_added_moved_and_taken_away(opened: Opened, app_db: Database, who: Who) -> None:
    a_draft(app_db, who)
    before = list_drafts(app_db)[0].text
    page = part(opened("skabeloner"), "Skriv")
    page = choose(page, "Del af skabelonen", "phases")
    page = press(page, "Tilføj fase")
    assert "Ny fase" in list_drafts(app_db)[0].text
    page = press(page, "Flyt fase ned")
    page = press(page, "Fjern fase")

    assert list_drafts(app_db)[0].text == before
    assert any("er uden fejl" in sentence for sentence in said(page))


def test_a_draft_without_mistakes_goes_in_the_library(
    opened: Opened, app_db: Database, who: Who
) -> None:
    a_draft(app_db, who)
    page = press(part(opened("skabeloner"), "Skriv"), "Læg i biblioteket")

    assert "Vores klimaplan" in [t.template.name for t in list_templates(app_db)]
    assert any(
        "ligger nu i biblioteket. Et forløb opretter I på forsiden" in sentence
        for sentence in said(page)
    )


def test_another_window_s_words_are_not_lost(opened: Opened, app_db: Database, who: Who) -> None:
    a_draft(app_db, who)
    one, other = (part(opened("skabeloner"), "Skriv") for _ in range(2))
    text = field(one, "Skabelonens tekst").value
    field(one, "Skabelonens tekst").set_value(f"{text}# først\n").run()
    other = field(other, "Skabelonens tekst").set_value(f"{text}# sidst\n").run()

    assert any("Begge udgaver er her" in sentence for sentence in said(other))
    assert list_drafts(app_db)[0].text.endswith("# først\n")
    press(other, "Gem det, I skrev")
    assert list_drafts(app_db)[0].text.endswith("# sidst\n")


def test_a_template_is_tried_out(opened: Opened) -> None:
    page = part(opened("skabeloner"), "Prøv")
    picker = field(page, "Skabelon eller kladde")
    youth = next(name for name in picker.options if name.startswith("Ungestrategi, "))
    page = picker.set_value(youth).run()
    page = press(page, "Prøv skabelonen")

    assert any("Alle faser kan gennemføres" in sentence for sentence in said(page))


def test_a_try_out_leaves_nothing_behind(
    opened: Opened, app_db: Database, home: Path, broendby: Process
) -> None:
    page = part(opened("skabeloner", broendby), "Prøv")
    with app_db.reading() as store:
        before = (changes.newest(store), sorted(path.name for path in home.rglob("*")))
    page = press(page, "Prøv skabelonen")
    press(page, "Skriv Word-udkastet")

    with app_db.reading() as store:
        after = (changes.newest(store), sorted(path.name for path in home.rglob("*")))
    assert after == before
    assert [process.id for process in list_processes(app_db)] == [broendby.id]


def test_a_cpr_number_is_never_kept(opened: Opened, app_db: Database, who: Who) -> None:
    a_draft(app_db, who)
    before = list_drafts(app_db)[0].text
    page = part(opened("skabeloner"), "Skriv")
    text = field(page, "Skabelonens tekst")
    page = text.set_value(f"{text.value}# Ring til 010190-1234\n").run()

    assert any("CPR" in sentence for sentence in said(page))
    assert list_drafts(app_db)[0].text == before
    assert "010190-1234" in field(page, "Skabelonens tekst").value


def test_a_step_of_an_item_of_a_meeting_is_changed_by_its_form(
    opened: Opened, app_db: Database, who: Who
) -> None:
    a_draft(app_db, who, OTHER.read_text("utf-8"))
    page = part(opened("skabeloner"), "Skriv")
    page = choose(page, "Del af skabelonen", "meetings")
    page = part(page, "Punkter")
    page = choose(page, "Vælg punkt", 1)
    page = part(page, "Trin på telefonerne")
    field(page, "Spørgsmål").set_value("Hvad er svært?")
    page = press(page, "Gem felterne")

    text = list_drafts(app_db)[0].text
    assert "            ask: Hvad er svært?\n" in text
    assert any("er uden fejl" in sentence for sentence in said(page))


def test_two_templates_are_compared(opened: Opened, app_db: Database, who: Who) -> None:
    a_draft(app_db, who)
    press(part(opened("skabeloner"), "Skriv"), "Læg i biblioteket")
    page = part(opened("skabeloner"), "Sammenlign")

    assert "Faser" in shown(page)


def test_a_process_becomes_a_draft_of_a_template(
    opened: Opened, app_db: Database, broendby: Process
) -> None:
    page = part(opened("skabeloner", broendby), "Fra et forløb")
    page = field(page, "Navn på den nye skabelon").set_value("Til den næste").run()

    assert "17 sedler" in shown(page)
    assert "Ordene for strategien" in shown(page)
    page = press(page, "Lav skabelonen som kladde")
    (draft,) = list_drafts(app_db)
    assert (draft.name, "Brøndby" in draft.text) == ("Til den næste", False)


def test_a_running_process_takes_a_better_template_and_takes_it_back(
    opened: Opened, app_db: Database, broendby: Process, who: Who
) -> None:
    better = broendby.template.replace('version: "1.0"', 'version: "1.1"')
    add_template(app_db, who, better)
    page = part(opened("skabeloner", broendby), "Til et forløb")
    assert "Intet af det, I har skrevet, går tabt eller bliver skjult." in said(page)
    page = press(page, "Brug skabelonen i forløbet")
    assert "Forløbet bruger nu Ungestrategi, udgave 1.1." in said(page)
    assert process_of(app_db, broendby.id).template == better
    page = press(page, "Fortryd, og brug den tidligere skabelon igen")

    assert process_of(app_db, broendby.id).template == broendby.template


def test_what_a_form_cannot_hold_is_left_to_the_text(
    opened: Opened, app_db: Database, who: Who
) -> None:
    text = copied(SMALL, "Plan", "Os selv").replace("licence: MPL-2.0", "licence: [et, to]")
    assert "licence: [et, to]" in text
    begin_draft(app_db, who, "k", "Plan", text)
    page = part(opened("skabeloner"), "Skriv")
    assert field(page, "Licens").disabled
    field(page, "Forfatter").set_value("Os")
    press(page, "Gem felterne")

    after = list_drafts(app_db)[0].text
    assert "licence: [et, to]" in after
    assert "author: Os" in after


def test_nothing_in_a_template_becomes_markup(opened: Opened, app_db: Database, who: Who) -> None:
    text = copied(SMALL, "# **Plan** <script>alert(1)</script> $x$ [a](https://example.org)", "Os")
    add_template(app_db, who, text)
    page = opened("skabeloner")
    picker = field(page, "Se en skabelon")
    hostile = next(name for name in picker.options if name.startswith("#"))
    page = picker.set_value(hostile).run()

    heading = next(h.value for h in page.header if "Plan" in h.value)
    assert heading.startswith("\\# \\*\\*Plan")
    assert "<script>alert" not in shown(page)


def test_the_word_file_of_a_template_follows_its_copy(
    opened: Opened, app_db: Database, who: Who
) -> None:
    kept = add_template(app_db, who, copied(SMALL, "Med udseende", "Os"), house_style=STYLE)
    origin = f"Med udseende, udgave 1.0 ({kept.key})"
    begin_draft(app_db, who, "k", "Ny", copied(kept.text, "Ny", "Os"), origin)
    press(part(opened("skabeloner"), "Skriv"), "Læg i biblioteket")

    made = next(t for t in list_templates(app_db) if t.template.name == "Ny")
    assert made.kept is not None
    assert made.kept.house_style == STYLE


def test_the_preview_says_what_an_instrument_asks_and_where_it_lands(opened: Opened) -> None:
    page = choose(opened("skabeloner"), "Hvad vil I se?", "Tavler, tekster og redskaber")
    template = shipped_templates()[0]
    assert template.name in shown(page)
    first = template.instruments[0]
    assert first.items
    assert all(item.title in shown(page) for item in first.items)

    page = choose(page, "Hvad vil I se?", "Dokumentet")

    filled = next(s.instrument for s in template.document.sections if s.instrument)
    title = next(i.title for i in template.instruments if i.key == filled)
    assert f"skabelonens redskaber: {title}" in shown(page)


def test_two_versions_of_a_template_are_told_apart_in_the_comparison(
    opened: Opened, app_db: Database, who: Who
) -> None:
    for version in ("1.0", "1.1"):
        text = SMALL.replace('version: "1.0"', f'version: "{version}"')
        add_template(app_db, who, text, template_id=new_id())
    page = part(opened("skabeloner"), "Sammenlign")
    for label, version in (("Den ene skabelon", "1.0"), ("Den anden skabelon", "1.1")):
        box = next(b for b in page.selectbox if b.label == label)
        page = box.set_value(
            next(o for o in box.options if f"Klimaplan, udgave {version}" in o)
        ).run()

    assert "I udgave 1.0" in shown(page)
    assert "I udgave 1.1" in shown(page)
