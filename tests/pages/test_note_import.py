"""Notes out of a file, as the facilitator brings them onto a board."""

from io import BytesIO

import pytest
from openpyxl import Workbook
from streamlit.testing.v1 import AppTest

from strategykit.actions.registers import entries
from strategykit.domain.boards import Dot, Note
from strategykit.domain.process import Process
from strategykit.storage.database import Database
from tests.pages.test_swot import walls
from tests.support.pages import Opened, choose, field, press, said, shown

CSV = """Udsagn;Kategori;Bord;Stemmer
Vi har en fast mandagstavle;Styrker;Bord 3;4
<b>Alle</b> taler med alle;Stærke sider;;
;Trusler;;
=HYPERLINK("http://eksempel.dk");Trusler;Bord 1;
"""


@pytest.fixture
def page(opened: Opened, broendby: Process) -> AppTest:
    return choose(opened("swot", broendby), "Værktøj", "Hent fra en fil")


def upload(page: AppTest, data: bytes | str, name: str = "mur.csv") -> AppTest:
    content = data.encode() if isinstance(data, str) else data
    page.file_uploader[0].set_value((name, content, "text/csv"))
    after = page.run()
    assert not after.exception, after.exception
    return after


def a_workbook(**sheets: list[list[object]]) -> bytes:
    book = Workbook()
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.remove(book.worksheets[0])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def count(db: Database, process: Process) -> int:
    return len(entries(db, process.id, Note))


def test_nothing_is_written_until_what_comes_in_has_been_seen(
    page: AppTest, app_db: Database, broendby: Process
) -> None:
    before, dots = count(app_db, broendby), len(entries(app_db, broendby.id, Dot))
    upload(page, CSV)

    assert field(page, "Sedlens tekst").value == 0
    assert field(page, "Felt").value == 1
    assert "3 sedler kan hentes ind." in shown(page)
    assert "De har 4 prikker med." in shown(page)
    assert "Der står ingen tekst." in shown(page)
    assert "&lt;b&gt;Alle&lt;/b&gt; taler med alle" in shown(page)
    assert count(app_db, broendby) == before

    press(page, "Hent 3 sedler ind")

    assert count(app_db, broendby) == before + 3
    assert len(entries(app_db, broendby.id, Dot)) == dots + 4
    assert "Vi har en fast mandagstavle" in walls(page)["Styrker"]
    assert "&lt;b&gt;Alle&lt;/b&gt; taler med alle" in walls(page)["Styrker"]
    assert walls(page)["Trusler"][-1] == "=HYPERLINK(&quot;http://eksempel.dk&quot;)"
    assert "Hentet fra: Bord 3" in shown(page)
    assert "Hentet fra: mur.csv" in shown(page)
    assert page.file_uploader[0].value is None


def test_a_field_that_the_board_does_not_have_is_refused_or_placed(page: AppTest) -> None:
    upload(page, "Tekst;Felt\nBusserne kører ikke;Zebra\n")

    assert "Feltet &#x27;Zebra&#x27; findes ikke på tavlen" in shown(page)
    assert [b.label for b in page.button] == []

    choose(page, "'Zebra' i filen er feltet", "trusler")
    press(page, "Hent 1 seddel ind")

    assert walls(page)["Trusler"][-1] == "Busserne kører ikke"


def test_lines_without_heads_go_where_one_says(page: AppTest) -> None:
    upload(page, "Vi mangler tid, penge og ro\nVi ved ikke, hvem der gør hvad\n")

    assert field(page, "Overskrifter").value == 0
    choose(page, "Læg alle sedler i feltet", "svagheder")
    press(page, "Hent 2 sedler ind")

    assert "Vi mangler tid, penge og ro" in walls(page)["Svagheder"]


def test_columns_heads_and_sheets_can_be_chosen_anew(page: AppTest) -> None:
    rows: list[list[object]] = [
        ["Eksport 3. juni"], ["Nr", "Bemærkning", "Hvem", "Point"], [1, "Fælles tavle", "A", 2],
    ]  # fmt: skip
    upload(page, a_workbook(Forside=[["Læs mig"]], Svar=rows), "mur.xlsx")

    choose(page, "Ark", 1)
    choose(page, "Overskrifter", 2)
    choose(page, "Sedlens tekst", 1)
    choose(page, "Gruppe eller bord", 2)
    assert field(page, "Prikker").value == 3
    press(page, "Hent 1 seddel ind")

    assert walls(page)["Styrker"][-1] == "Fælles tavle"
    assert "Hentet fra: A" in shown(page)


def test_the_same_file_again_says_so_and_brings_nothing(page: AppTest) -> None:
    upload(page, CSV)
    press(page, "Hent 3 sedler ind")
    upload(page, CSV)

    assert "Den samme fil er hentet ind" in shown(page)
    assert "0 sedler kan hentes ind." in shown(page)
    assert not [b for b in page.button if b.label.startswith("Hent ")]


def test_a_file_is_taken_off_the_board_and_back(
    page: AppTest, app_db: Database, broendby: Process
) -> None:
    before = count(app_db, broendby)
    upload(page, CSV)
    press(page, "Hent 3 sedler ind")
    press(page, "Tag dem af tavlen nu")
    assert count(app_db, broendby) == before

    press(page, "Fortryd")

    assert count(app_db, broendby) == before + 3


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "Filen er tom"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "kan ikke læses som et regneark"),
        (b"PK\x03\x04" + b"\0" * 100, "kan ikke læses som et regneark"),
        (b"\0\1\2\3", "kan ikke læses som et regneark"),
        (b"Navn 010190-1234;x\nTekst;Felt\nA;Styrker\n", "CPR-nummer"),
    ],
)
def test_a_file_that_cannot_be_used_is_answered_in_a_sentence(
    page: AppTest, app_db: Database, broendby: Process, data: bytes, told: str
) -> None:
    before = count(app_db, broendby)

    upload(page, data)

    assert told in said(page)[0]
    assert count(app_db, broendby) == before


def test_an_old_encoding_is_read_and_said(page: AppTest) -> None:
    upload(page, "Tekst;Felt\nFå får hjælp;Styrker\n".encode("cp1252"))

    assert "Windows-1252" in said(page)[0]
    assert "Få får hjælp" in shown(page)


def test_every_board_has_it(opened: Opened, broendby: Process) -> None:
    page = opened("vision", broendby)
    choose(page, "Værktøj", "Hent fra en fil")
    upload(page, "Tekst\nAlle har en at ringe til\n")
    press(page, "Hent 1 seddel ind")

    assert "Alle har en at ringe til" in shown(page)
