"""The nulpunkt as the facilitator works on it."""

from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import Workbook
from streamlit.testing.v1 import AppTest

from strategykit.actions.acting import new_id
from strategykit.actions.baseline import freeze
from strategykit.actions.materials import process_of
from strategykit.actions.registers import add_entry, change_entry, entries
from strategykit.domain.baseline import Baseline, OwnFigure
from strategykit.domain.goals import Direction
from strategykit.domain.peers import MOST
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.storage.database import Database
from tests.support.makers import OTHER, a_process
from tests.support.pages import Opened, choose, field, press, said, shown

NEET = "16-24-årige uden for job og uddannelse (NEET)"
SCHOOLS = "18-25-årige fra grundskoler i kommunen, der har fuldført en ungdomsuddannelse"
OUTSIDE = "15-24-årige uden tilknytning til uddannelse og arbejdsmarked"
ON_LIST = "Unge uden uddannelse og job (15-17 år)"
CSV = f"""Indikator;Periode;Værdi;Enhed;Kilde
{ON_LIST};januar 2026;1.050;personer;Gruppen
{ON_LIST};februar 2026;48,5;personer;Gruppen
{ON_LIST};marts 2026;..;personer;Gruppen
{ON_LIST};engang;40;personer;Gruppen
Fravær;2025;28,9 %;;Gruppen
"""


@pytest.fixture
def page(opened: Opened, broendby: Process) -> AppTest:
    return opened("nulpunkt", broendby)


def charts(window: AppTest) -> list[str]:
    """What each chart says to those who do not see it."""
    return [chart.proto.alt for chart in window.get("vega_lite_chart")]


def uploaded(window: AppTest, data: bytes, name: str = "tal.csv") -> AppTest:
    choose(window, "Vis", "Hent fra fil")
    return window.file_uploader[0].set_value((name, data, "text/csv")).run()


def kept(db: Database, process: Process) -> list[tuple[str, Decimal]]:
    """The figures that were not in the example."""
    own = entries(db, process.id, OwnFigure)
    return [(f.period, f.value) for f in own if f.period != "udgangspunkt"]


def test_the_municipality_stands_beside_the_others_as_chart_words_and_table(
    page: AppTest,
) -> None:
    assert field(page, "Vis tallet for").value == NEET
    html = shown(page)
    assert "Tallet for Brøndby Kommune er 10,0 pct. i 2023. Det er 1,5 procentpoint over" in html
    assert "kun ét tal for Brøndby Kommune, så udviklingen kan ikke vises" in html
    assert "24 kommuner vægtet med kommunernes samlede folketal 2026" in html
    assert "Danmarks Statistik, statistikbanken.dk/NEET1. Tal for 2023." in html
    assert [alt[:60] for alt in charts(page)] == [
        "Søjlediagram. 16-24-årige uden for job og uddannelse (NEET):"
    ]


def test_all_figures_stand_together_with_what_is_uncertain(page: AppTest) -> None:
    table = next(b.body for b in page.html if "ved siden af andre</caption>" in b.body)
    row = next(r for r in table.split("<tr>") if "grundskolen som højeste" in r)

    assert "21,7\u00a0pct." in row
    assert "(uvægtet)" in row
    assert "2023 (år usikkert)" in row
    assert "<td>intet tal</td>" in next(r for r in table.split("<tr>") if OUTSIDE in r)


def test_figures_by_school_are_never_called_those_of_the_municipality(page: AppTest) -> None:
    choose(page, "Vis tallet for", SCHOOLS)

    html = shown(page)
    assert "Tallet følger grundskolens beliggenhed, ikke de unges bopæl" in html
    assert "Tælles efter: Grundskolens beliggenhed." in html


def test_where_the_municipality_has_no_figure_the_country_stands_alone(page: AppTest) -> None:
    choose(page, "Vis tallet for", OUTSIDE)

    assert "Der er intet tal for Brøndby Kommune" in shown(page)
    assert len(charts(page)) == 1


def test_own_figures_of_two_years_are_drawn_as_a_development(
    opened: Opened, app_db: Database, who: Who, broendby: Process
) -> None:
    for year, value in (("2022", "6.9"), ("2023", "6.4")):
        figure = OwnFigure(
            id=new_id(), process_id=broendby.id, indicator=OUTSIDE, period=year,
            value=Decimal(value), unit="pct", source="STIL",
        )  # fmt: skip
        add_entry(app_db, who, figure)

    page = opened("nulpunkt", broendby)

    assert field(page, "Vis tallet for").value == OUTSIDE
    assert len(charts(page)) == 2
    assert "Brøndby Kommune er gået fra 6,9 pct. i 2022 til 6,4 pct. i 2023" in shown(page)


def test_the_consultant_chooses_which_figures_are_shown(page: AppTest) -> None:
    field(page, "Tal fra registrene").set_value(["population_total"])
    press(page, "Gem valget")

    assert field(page, "Vis tallet for").options == ["Folketal"]

    field(page, "Tal fra registrene").set_value([])
    press(page, "Gem valget")

    assert "I har ikke valgt nogen tal fra registrene." in shown(page)


def test_a_template_without_figures_says_so_and_works(
    opened: Opened, app_db: Database, who: Who
) -> None:
    process = a_process(app_db, who, template=OTHER.read_text(encoding="utf-8"))

    page = opened("nulpunkt", process)

    assert field(page, "Vis").options == ["Egne tal", "Hent fra fil", "Lås nulpunktet"]
    assert "Skabelonen peger ikke på tal fra registrene" in shown(page)
    field(page, "Indikator").set_value("Ventetid")
    field(page, "Værdi").set_value("12,5")
    press(page, "Tilføj tal")
    choose(page, "Vis", "Lås nulpunktet")
    press(page, "Lås 1 tal for 1 indikator")
    assert said(page) == ["Nulpunktet er låst som nr. 1."]


def test_an_unknown_municipality_is_named_and_the_page_stands(
    opened: Opened, app_db: Database, who: Who
) -> None:
    known = a_process(app_db, who)
    process = change_entry(
        app_db, who, known, type(known)(**{**known.__dict__, "municipality": "X"})
    )

    assert said(opened("nulpunkt", process))[0].startswith("Kommunen 'X' findes ikke")


def test_a_series_shows_the_way_that_it_goes(
    opened: Opened, app_db: Database, who: Who, broendby: Process
) -> None:
    for month, value in (("januar 2026", "50"), ("maj 2026", "41")):
        figure = OwnFigure(
            id=new_id(), process_id=broendby.id, indicator=ON_LIST, period=month,
            value=Decimal(value), unit="personer", direction=Direction.DOWN,
        )  # fmt: skip
        add_entry(app_db, who, figure)

    page = choose(opened("nulpunkt", broendby), "Vis", "Egne tal")
    choose(page, "Serie", ON_LIST)

    moved = "Tallet er gået fra 50 personer (januar 2026) til 41 personer (maj 2026)."
    assert f"{moved} Det er den rigtige vej." in shown(page)
    assert charts(page)[0].startswith(f"Kurve for {ON_LIST}.")
    field(page, "Værdi").set_value("39")
    field(page, "Periode i ord").set_value("juni 2026")
    press(page, "Tilføj tal til serien")
    assert "til 39 personer (juni 2026)" in shown(page)


def test_a_typed_name_is_shown_literally(
    opened: Opened, app_db: Database, who: Who, broendby: Process
) -> None:
    name = "$x^2$ <b>fed</b> ![a](http://a.dk/b.png)"
    figure = OwnFigure(id=new_id(), process_id=broendby.id, indicator=name, value=Decimal(1))
    add_entry(app_db, who, figure)

    page = choose(opened("nulpunkt", broendby), "Vis", "Egne tal")
    choose(page, "Serie", name)

    read = page.header[0].value.replace("\\", "")
    assert read.replace("\u2060", "") == name  # an unseen sign keeps the address from being a link
    assert "\\$x^2\\$" in page.header[0].value
    assert "\\!\\[a\\]" in page.header[0].value


def test_an_invented_figure_is_marked_in_the_list(page: AppTest) -> None:
    choose(page, "Vis", "Egne tal")

    assert "18 (opdigtet eksempel)" in shown(page)


def test_a_file_is_shown_before_it_is_kept(
    page: AppTest, app_db: Database, broendby: Process
) -> None:
    uploaded(page, b"\xef\xbb\xbf" + CSV.encode())

    html = shown(page)
    assert "<li>3 tal kan gemmes.</li><li>2 rækker kan ikke bruges.</li>" in html
    assert "<td>1.050 personer</td>" in html
    assert "<tr><td>4</td><td>Værdien mangler.</td></tr>" in html
    assert "<td>5</td><td>Perioden 'engang' kan ikke læses" in html.replace("&#x27;", "'")
    assert kept(app_db, broendby) == []


def test_one_button_keeps_the_file_and_the_same_file_again_keeps_nothing(
    page: AppTest, app_db: Database, broendby: Process
) -> None:
    uploaded(page, CSV.encode())

    press(page, "Gem 3 tal")

    assert said(page) == ["3 tal er gemt."]
    assert kept(app_db, broendby) == [
        ("januar 2026", Decimal(1050)),
        ("februar 2026", Decimal("48.5")),
        ("2025", Decimal("28.9")),
    ]

    uploaded(page, CSV.encode(), "samme.csv")

    assert "Alle 3 tal i filen står her allerede. Intet gemmes to gange." in shown(page)
    assert [b.label for b in page.button if b.label.startswith("Gem ")] == []


def test_excel_is_read_too_and_a_source_can_be_given_for_all_rows(
    page: AppTest, app_db: Database, broendby: Process
) -> None:
    book = Workbook()
    for row in (["Indikator", "År", "Værdi"], ["Fravær", 2025, 12.5]):
        book.active.append(row)
    out = BytesIO()
    book.save(out)

    uploaded(page, out.getvalue(), "tal.xlsx")
    assert "Kilden mangler" in shown(page)
    field(page, "Kilde til de rækker, der ikke selv nævner en").set_value("Skolerne").run()
    press(page, "Gem 1 tal")

    assert kept(app_db, broendby) == [("2025", Decimal("12.5"))]


def test_a_file_that_is_no_table_is_refused_in_a_sentence(page: AppTest) -> None:
    uploaded(page, b"Kaere alle, her er tallene")

    (sentence,) = said(page)
    assert "kolonne" in sentence
    assert not [b for b in page.button if b.label.startswith("Gem ")]


def test_the_button_says_what_it_locks_and_the_lock_has_day_and_number(
    page: AppTest, app_db: Database, broendby: Process
) -> None:
    choose(page, "Vis", "Lås nulpunktet")
    assert "Nulpunktet er ikke låst endnu." in shown(page)
    field(page, "Bemærkning til nulpunktet").set_value("Talt op i maj")
    press(page, "Lås 36 tal for 12 indikatorer")

    (baseline,) = entries(app_db, broendby.id, Baseline)
    assert baseline.note == "Talt op i maj"
    assert [h.value for h in page.header] == ["Nulpunkt nr. 1"]
    html = shown(page)
    assert "med 36 tal for 12 indikatorer." in html
    assert "Tallene er de samme i dag." in html
    assert "statistikbanken.dk/NEET1" in html


def test_what_has_changed_since_the_lock_stands_beside_it(
    opened: Opened, app_db: Database, who: Who, broendby: Process
) -> None:
    freeze(app_db, who, broendby.id, new_id(), "")
    figure = OwnFigure(
        id=new_id(), process_id=broendby.id, indicator=ON_LIST, period="2026",
        value=Decimal(44), unit="personer",
    )  # fmt: skip
    add_entry(app_db, who, figure)

    page = choose(opened("nulpunkt", broendby), "Vis", "Lås nulpunktet")

    changed = next(b.body for b in page.html if "Ændret siden nulpunkt nr. 1" in b.body)
    assert changed.count("<tr>") == 2
    assert "50 personer" in changed
    assert "44 personer" in changed
    assert "<td>−6 personer</td>" in changed


def test_the_newest_lock_is_shown_and_the_older_can_be_found(
    opened: Opened, app_db: Database, who: Who, broendby: Process
) -> None:
    for note in ("Den første", "Den anden"):
        freeze(app_db, who, broendby.id, new_id(), note)

    page = choose(opened("nulpunkt", broendby), "Vis", "Lås nulpunktet")
    assert "Den anden" in shown(page)

    oldest = entries(app_db, broendby.id, Baseline)[0]
    choose(page, "Nulpunkt", oldest.id)
    assert "Den første" in shown(page)

    press(page, "Lås 36 tal for 12 indikatorer")
    assert [h.value for h in page.header] == ["Nulpunkt nr. 3"]


def test_the_suggested_municipalities_are_taken_and_stand_beside_the_own(
    page: AppTest, app_db: Database, broendby: Process
) -> None:
    assert "I har ikke valgt nogen kommuner" in shown(page)
    assert "Rødovre Kommune har 45.138 indbyggere mod 40.990 hos jer" in shown(page)

    press(page, "Vælg de foreslåede")

    assert "Valgt: 6." in said(page)
    html = shown(page)
    assert "jævnbyrdige kommuner</caption>" in html
    assert "Af 6 jævnbyrdige kommuner har" in html
    assert not page.exception
    field(page, f"Jævnbyrdige kommuner, højst {MOST}").set_value(["175"])
    press(page, "Gem kommunerne")
    assert process_of(app_db, broendby.id).peers == ("175",)
    assert "Den jævnbyrdige kommune har" in shown(page)
