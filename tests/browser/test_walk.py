"""The whole way, as the facilitator walks it: from an empty form to the file for the committee.

Each test goes on where the one before ended. All that is typed is made up and says so.
"""

import re
import zipfile
from pathlib import Path

import pytest
from docx import Document
from icalendar import Calendar
from playwright.sync_api import Browser, expect

from tests.support.browsing import signed_in_context
from tests.support.server import Server
from tests.support.terminal import Terminal
from tests.support.walking import Walker

TITLE = "Prøvestrategi for unge"
MANDATE = "Udvalget skal foreslå en opdigtet strategi for de unge i prøven."
CLAIM = "Opdigtet: Ni af ti unge i prøven kender ikke deres vejleder."
CONSTRAINT = "Opdigtet: Strategien må ikke koste mere, end der er afsat."
SWOT = {
    "Styrker": "Opdigtet: Vejlederne kender de unge ved navn",
    "Svagheder": "Opdigtet: Ingen har det samlede ansvar",
    "Muligheder": "Opdigtet: Virksomhederne vil gerne have praktikanter",
    "Trusler": "Opdigtet: Bevillingen udløber om et år",
}
GROUP = "Opdigtet: Ansvaret flyder"
ALSO_WEAK = "Opdigtet: De unge bliver sendt videre"
DREAM = "Opdigtet: Hver ung har én voksen at ringe til"
VISION = "Alle unge i prøven er på vej, og ingen bliver glemt."
MISSION = "Vi finder hver ung i prøven og åbner en vej."
AREA = "Én voksen til hver ung"
BEHIND = "Ny bygning til de unge"
REASONS = {
    AREA: "Opdigtet: Det er det, de unge selv beder om.",
    BEHIND: "Opdigtet: Det er for dyrt nu.",
}
WHY = "Opdigtet: De unge falder fra, når de møder for mange voksne."
MEASURE = "Opdigtet: Hver ung får en fast kontaktperson."
GOAL = "Opdigtet: Højst 20 unge er uden kontaktperson."
STEP = "Opdigtet: Alle kontaktpersoner er udpeget."
CRITERION = "Opdigtet: Den unge kan nævne sin kontaktperson."
POLICY = "Opdigtet: Prøvens børnepolitik"
POST = "Opdigtet: Timer til kontaktpersoner"
FOLLOW_UP = "Opdigtet: Status på målene"
DECISION = "Opdigtet: Udvalget godkender processen."
RECOMMENDATION = "Opdigtet: At strategien vedtages og får virkning straks."
SKIPPED = "Opdigtet: Interessenterne skrives ind efter næste møde."


def test_a_process_is_made_from_a_template(walker: Walker) -> None:
    walker.open("/")
    walker.part("Alle forløb")
    walker.unfold("Nyt forløb")
    walker.choose("Skabelon", re.compile("^Ungestrategi$"))
    walker.write("Titel", TITLE)
    walker.choose("Kommune", "Thisted")
    walker.write("Udvalg", "Prøveudvalget")
    walker.press("Opret forløbet")

    walker.told("Forløbet er oprettet")
    walker.sees(f"{TITLE} · Prøveudvalget", "Fase 1 af 5")


def test_the_mandate_is_written(walker: Walker) -> None:
    walker.part("Opgaven")
    walker.write("Besluttet af", "Prøvens kommunalbestyrelse")
    walker.day("Besluttet den", "03062026")
    walker.write("Sagsnummer", "26/1234")
    walker.write("Opgaven", MANDATE)
    walker.write("Gælder fra år", "2027")
    walker.write("til og med år", "2030")
    walker.press("Gem opgaven")

    walker.told("Gemt.")


def test_an_opening_question_is_answered(walker: Walker) -> None:
    walker.part("Åbningsspørgsmål")
    walker.write("Svar", "Opdigtet: Ja, processen er god nok.")
    walker.press("Gem svaret")

    walker.sees("Opdigtet: Ja, processen er god nok.")


def test_the_committee_is_written_in(walker: Walker) -> None:
    walker.go("Deltagere")
    for name, role in (("Opdigtet Formand", "Formand"), ("Opdigtet Medlem", "Medlem")):
        walker.unfold("Tilføj en deltager")
        walker.write("Navn", name)
        walker.choose("Rolle", role)
        walker.press("Tilføj deltageren")
        walker.told("Gemt.")

    walker.sees("Opdigtet Formand", "Opdigtet Medlem")


def test_what_is_known_is_written_down(walker: Walker) -> None:
    walker.go("Vidensgrundlag")
    walker.unfold("Tilføj videnskort")
    walker.write("Påstand", CLAIM)
    walker.write("Kilde", "Prøvens egen optælling")
    walker.write("År", "2025")
    walker.press("Tilføj videnskort")
    walker.part("Vilkår")
    walker.unfold("Tilføj vilkår")
    walker.write("Vilkår", CONSTRAINT)
    walker.write("Beløb i kr.", "1.250.000")
    walker.press("Tilføj vilkår")

    walker.told("Gemt.")
    walker.sees(CONSTRAINT, "1.250.000")


def test_the_nulpunkt_is_locked(walker: Walker) -> None:
    walker.go("Nulpunkt")
    walker.part("Egne tal")
    walker.unfold("Tilføj tal")
    walker.write("Indikator", "Unge uden kontaktperson")
    walker.write("Periode i ord", "2025")
    walker.write("Værdi", "42,5")
    walker.write("Enhed", "personer")
    walker.press("Tilføj tal")
    walker.sees("42,5")
    walker.part("Lås nulpunktet")
    walker.write("Bemærkning til nulpunktet", "Opdigtet nulpunkt")
    lock = walker.main.get_by_role("button", name="Lås ")
    walker.act(lock.click)

    walker.told("Nulpunktet er låst som nr. 1.")
    walker.sees("Unge uden kontaktperson", "42,5")


def test_one_may_go_on_with_a_reason(walker: Walker) -> None:
    walker.go("Forside")
    walker.sees("Interessenterne er skrevet ind")
    walker.press("Skift fase")
    walker.told("I kan gå videre, hvis I skriver en begrundelse.")
    walker.write("Begrundelse for at gå videre", SKIPPED)
    walker.press("Skift fase")

    walker.told("I er nu i fasen Strategiudvikling.")
    walker.sees(SKIPPED)


def test_stakeholders_and_offers_are_written_in(walker: Walker) -> None:
    walker.go("Interessenter, aktører og tilbud")
    walker.unfold("Tilføj interessent")
    walker.write("Interessent", "Opdigtet: Forældrene")
    walker.write("Interesse (1-5)", "5")
    walker.write("Indflydelse (1-5)", "4")
    walker.press("Tilføj interessent")
    walker.sees("Inddrag tæt: Opdigtet: Forældrene.")
    walker.part("Tilbud")
    walker.unfold("Tilføj tilbud")
    walker.write("Tilbud", "Opdigtet: Åben rådgivning")
    walker.write("Pladser", "15")
    walker.press("Tilføj tilbud")
    walker.part("Huller og overlap")

    walker.sees("Hul eller overlap")


def test_notes_are_written_in_all_four_fields(walker: Walker) -> None:
    walker.go("SWOT")
    walker.sees(CONSTRAINT)  # the constraint stays in sight
    for field, text in SWOT.items():
        walker.part(field)
        walker.write("Sedler, én på hver linje", text)
        walker.press("Sæt sedlerne op")
        walker.sees(text)
    walker.part("Svagheder")
    walker.write("Sedler, én på hver linje", ALSO_WEAK)
    walker.press("Sæt sedlerne op")

    walker.sees(ALSO_WEAK)


def test_notes_are_gathered_and_weighed(walker: Walker) -> None:
    walker.part("Saml i grupper")
    walker.part("Svagheder")
    walker.choose("Sedler, der hører sammen", SWOT["Svagheder"], ALSO_WEAK)
    walker.write("Gruppens overskrift", GROUP)
    walker.press("Saml")
    walker.sees(GROUP)
    walker.part("Giv prikker")
    walker.write("Hele listen", "1: 3\nA: 5\n3: 2\n4: 1")
    walker.press("Gem hele listen")

    walker.sees("11 prikker er givet")


def test_dreams_become_a_vision_and_a_mission(walker: Walker) -> None:
    walker.go("Vision og mission")
    walker.write("Sedler, én på hver linje", DREAM)
    walker.press("Sæt sedlerne op")
    walker.sees(DREAM)
    for part, text in (("Vision", VISION), ("Mission", MISSION)):
        walker.part(part)
        walker.write("Tekst", text)
        walker.press("Gem teksten")
        walker.sees("Ikke vedtaget endnu.")
        walker.press("Vedtaget i udvalget")
        walker.sees("Vedtaget i udvalget den")


def test_the_third_phase_is_reached_without_a_reason(walker: Walker) -> None:
    walker.go("Forside")
    walker.sees("Alt er på plads. I kan gå videre uden en begrundelse.")
    walker.press("Skift fase")

    walker.told("I er nu i fasen Valg af indsatsområder og ungegrupper.")


def test_candidates_grow_out_of_notes(walker: Walker) -> None:
    walker.go("Indsatsområder og ungegrupper")
    walker.sees("Andel i pct.", "80")
    walker.part("Forslag")
    for name, root in ((AREA, DREAM), (BEHIND, SWOT["Muligheder"])):
        walker.choose("Sedler og grupper, det vokser ud af", root)
        walker.write("Forslagets navn", name)
        walker.press("Tilføj forslag")
        walker.told("Forslaget er tilføjet.")
    walker.choose("Giv prikker til", AREA)
    walker.write("Prikker talt i rummet", "7")
    walker.press("Gem prikker")

    walker.sees(f"Drømme: {DREAM}", "7 prikker er givet i alt.")


def test_value_is_held_against_effort(walker: Walker) -> None:
    walker.part("Værdi og indsats")
    walker.choose("Vurder forslag", AREA)
    walker.write("Værdi (1-10)", "9")
    walker.write("Indsats (1-10)", "4")
    walker.press("Gem vurdering")

    expect(walker.main.get_by_test_id("stVegaLiteChart")).to_be_visible()


def test_every_candidate_is_decided_with_a_reason(walker: Walker) -> None:
    walker.part("Valg")
    for name, choice in ((AREA, "Forfølges"), (BEHIND, "Træder i baggrunden")):
        walker.choose("Beslut om forslaget", name)
        walker.choose("Beslutning", choice)
        walker.press("Gem beslutning")
        walker.told("Beslutningen mangler en begrundelse")
        walker.write("Begrundelse", REASONS[name])
        walker.press("Gem beslutning")
        walker.sees(REASONS[name])


def test_the_chosen_area_is_unfolded(walker: Walker) -> None:
    walker.part("Udfoldning")
    walker.part("Beskriv")
    walker.sees(VISION)
    walker.write("Hvorfor dette område", WHY)
    walker.choose("Bygger på", CLAIM)
    walker.write("Udgift pr. år i kr. (minus for besparelse)", "250.000")
    walker.write("Ansvarlig", "Prøvens vejledning")
    walker.press("Gem området")
    walker.part("Indsatser")
    walker.write("Ny indsats", MEASURE)
    walker.choose("Er det det mindste indgreb, der er nok?", "Ja")
    walker.press("Tilføj indsats")

    walker.sees(WHY, MEASURE, "Udgift: 250.000 kr. om året.")


def test_a_goal_says_what_it_lacks(walker: Walker) -> None:
    walker.go("Forside")
    walker.press("Skift fase")
    walker.go("Performance og mål")
    walker.unfold("Tilføj mål")
    walker.write("Mål", GOAL)
    walker.write("Måles på", "Unge uden kontaktperson")
    walker.write("Fra", "42,5")
    walker.write("Til", "20")
    walker.write("Årstal, hvor det er nået", "2029")
    walker.write("Ansvarlig", "Prøvens leder")
    walker.write("Sådan måler I", "Opdigtet: De tælles hver måned.")
    walker.press("Tilføj mål")

    walker.sees("Mangler: kvalitetskriterium")


def test_a_criterion_and_a_step_make_the_goal_ready(walker: Walker) -> None:
    walker.part("Kriterier")
    walker.unfold("Tilføj kriterium")
    walker.write("Kvalitetskriterium", CRITERION)
    walker.choose("Indsatsområde", AREA)
    walker.press("Tilføj kriterium")
    walker.part("Delmål")
    walker.unfold("Tilføj delmål")
    walker.choose("Mål", GOAL)
    walker.write("Delmål", STEP)
    walker.day("Frist", "31122027")
    walker.press("Tilføj delmål")
    walker.sees("31. december 2027")
    walker.part("Mål")

    walker.sees("1 af 1 mål er klar.")


def test_what_stands_around_the_strategy_is_written(walker: Walker) -> None:
    walker.part("Politikker")
    walker.unfold("Tilføj politik")
    walker.write("Politik eller plan", POLICY)
    walker.press("Tilføj politik")
    walker.part("Økonomi")
    walker.unfold("Tilføj post")
    walker.write("Post", POST)
    walker.write("Beløb i kr.", "250000")
    walker.press("Tilføj post")
    walker.sees("Udgifter 250.000 kr.")
    walker.part("Opfølgning")
    walker.unfold("Tilføj opfølgning")
    walker.write("Hvad følges op", FOLLOW_UP)
    walker.write("Hvem gør status", "Prøvens forvaltning")
    walker.press("Tilføj opfølgning")

    walker.sees(FOLLOW_UP)


def test_a_meeting_gives_its_papers(walker: Walker, tmp_path: Path) -> None:
    walker.go("Plan og møder")
    walker.choose("Ret eller slet et møde", "Workshop 1")
    walker.day("Dato", "14092026")
    walker.write("Sted", "Prøvens rådhus")
    walker.press("Gem mødet")
    walker.sees("14. september 2026")
    walker.part("Under mødet")
    walker.choose("Møde", "Workshop 1")
    walker.part("Beslutninger")
    walker.unfold("Skriv en beslutning ind")
    walker.write("Beslutning", DECISION)
    walker.press("Skriv en beslutning ind")
    walker.part("Papirer")
    labels = ("Hent indkaldelse med dagsorden", "Hent drejebogen", "Hent referatet")
    papers = [words_of(walker.fetch(label, tmp_path)) for label in labels]
    calendar = Calendar.from_ical(walker.fetch("Hent mødet til kalenderen", tmp_path).read_bytes())

    assert "Prøvens rådhus" in papers[0]
    assert "16.10" in papers[1]
    assert DECISION in papers[2]
    assert [str(event["LOCATION"]) for event in calendar.events] == ["Prøvens rådhus"]


def test_the_indstilling_is_given(walker: Walker) -> None:
    walker.go("Udkast")
    walker.part("Versioner")
    walker.press("Gem version 1")
    walker.go("Godkendelse")
    walker.press("Begynd behandlingen")
    walker.write("Indstilling", RECOMMENDATION)
    walker.day("Mødedato", "01122026")
    walker.press("Gem")
    walker.part("Efter mødet")
    walker.choose("Udfald", "Indstillet")
    walker.write("Videre med åbne punkter, fordi", "Resten tages i næste udgave.")
    walker.press("Gem beslutningen")

    walker.told("Gemt: Udvalget, indstillet.")
    walker.sees("Sagen ligger hos Fagudvalget.")


def test_the_last_phase_is_complete(walker: Walker) -> None:
    walker.go("Forside")
    walker.press("Skift fase")

    walker.told("I er nu i fasen Godkendelse.")
    walker.sees("Alt i fasen er på plads.")


def test_the_draft_says_what_was_typed(walker: Walker, tmp_path: Path) -> None:
    walker.go("Udkast")
    walker.part("Versioner")
    walker.write("Hvad er nyt i denne version", "Med indstillingen")
    walker.press("Gem version 2")
    walker.told("Udkastet er gemt som version 2.")
    walker.part("Word")
    walker.tick("Tag alle sedler med, også dem uden prikker")
    walker.tick("Vi har læst sedlerne igennem")
    walker.sees("Bilagene har alle sedler med.")
    walker.press("Skriv Word-filen")
    words = words_of(walker.fetch("Hent Word-filen", tmp_path))

    typed = (
        TITLE, MANDATE, CLAIM, CONSTRAINT, *SWOT.values(), ALSO_WEAK, GROUP, DREAM, VISION,
        MISSION, AREA, BEHIND, *REASONS.values(), WHY, MEASURE, GOAL, STEP, CRITERION, POLICY,
        POST, FOLLOW_UP, DECISION, RECOMMENDATION, SKIPPED, "Unge uden kontaktperson", "42,5",
    )  # fmt: skip
    assert [text for text in typed if text.rstrip(".") not in words] == []


@pytest.mark.parametrize(
    ("button", "stands"),
    [("Gem det, I skrev", "Det andet vindues vision."), ("Behold det gemte", "Det første vindue.")],
)
def test_the_second_of_two_windows_sees_both_texts_and_chooses(
    walker: Walker, own_server: Server, chromium: Browser, button: str, stands: str
) -> None:
    context = signed_in_context(chromium, own_server)
    other = Walker(context.new_page())
    for window in (walker, other):
        window.open("/vision?forloeb=proevestrategi-for-unge")
        window.part("Vision")
    walker.write("Tekst", "Det første vindue.")
    walker.press("Gem teksten")
    other.write("Tekst", "Det andet vindues vision.")
    other.press("Gem teksten")

    other.told("Teksten er ændret af en anden, mens I skrev.")
    other.sees("Tekst: Det første vindue.", "Tekst: Det andet vindues vision.")
    other.press(button)
    expect(other.main.locator(".sv-statement")).to_have_text(stands)
    context.close()


def test_the_process_leaves_as_an_archive_and_comes_back(
    walker: Walker, own_server: Server, tmp_path: Path
) -> None:
    walker.open("/")
    terminal = Terminal(own_server.home, tmp_path)
    name = next(name for name in terminal.names if name != "broendby")
    terminal.does("export", name, "-o", "ud.zip")
    other = Terminal(tmp_path / "andet", tmp_path)

    other.does("import", "ud.zip")

    assert other.names == [name]
    with zipfile.ZipFile(tmp_path / "ud.zip") as archive:
        assert MISSION in archive.read("forloeb.json").decode()


def words_of(file: Path) -> str:
    """All that stands in a Word file, tables too, as one line of words."""
    body = Document(str(file)).element.body
    paragraphs = ("".join(p.itertext("{*}t")) for p in body.iter("{*}p"))
    return " ".join(" ".join(paragraphs).split())
