"""Policies, economy, follow-up, recommendation and the annexes."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from strategykit.domain.actors import Offer
from strategykit.domain.approvals import Body, Stage
from strategykit.domain.areas import Area, Choice, TargetGroup
from strategykit.domain.boards import SWOT, Note
from strategykit.domain.context import BudgetKind, BudgetLine, FollowUp, OtherPolicy
from strategykit.domain.entry import Entry
from strategykit.domain.note_import import NoteImport
from strategykit.domain.outline import Draft
from strategykit.domain.statements import Statement
from strategykit.drafting.compose import compose
from tests.support.drafts import paragraph, section, table, text_in
from tests.support.full_material import SETTING, P, a_process, full_material, material


@pytest.fixture(scope="module")
def draft() -> Draft:
    return compose(full_material(), SETTING)


def of(*things: Entry) -> Draft:
    return compose(material(a_process("ungestrategi"), *things), SETTING)


def lacks(draft: Draft, page: str) -> list[str]:
    return [missing.text for missing in draft.missing if missing.page == page]


def test_a_text_of_the_template_s_own_stands_in_the_section_that_names_it() -> None:
    text = a_process("ungestrategi").template
    named = text.replace("fill: mission", "fill: statement\n      statement: platform")
    platform = "\n\nstatements:\n  - key: platform\n    title: Platform\n    ask: Hvad haster?"
    process = a_process("ungestrategi", template=named.replace("\n\nstatements:", platform))

    draft = compose(material(process, Statement(**P, id="s", key="platform", text="Nu.")), SETTING)

    assert paragraph(draft, "mission:tekst").text == "Nu."
    assert "Teksten ”Platform” er ikke vedtaget i udvalget." in lacks(draft, "vision")


def test_policies_are_named_and_their_relation_told(draft: Draft) -> None:
    assert paragraph(draft, "politikker:navne").text == (
        "Ungestrategien hænger sammen med Sundhedspolitikken."
    )
    found = of(OtherPolicy(**P, id="a", name="Beskæftigelsesplanen"))
    assert (
        "Det fremgår ikke, hvordan ungestrategien hænger sammen med ”Beskæftigelsesplanen”."
        in lacks(found, "maal")
    )


def test_money_is_summed_by_year_and_kind(draft: Draft) -> None:
    assert paragraph(draft, "oekonomi:sum:2027").text == (
        "I 2027 er der udgifter på 500.000 kr. og besparelser på 200.000 kr. Af udgifterne er "
        "300.000 kr. endnu ikke dækket af besparelser eller finansiering."
    )
    assert paragraph(draft, "oekonomi:omraader").text == (
        "Indsatsområderne ventes tilsammen at koste 1.000.000 kr. om året: Klart ansvar "
        "(500.000 kr.) og Vej ind (500.000 kr.)."
    )


def test_a_saving_is_called_a_saving() -> None:
    found = of(Area(**P, id="o", name="Vejen", choice=Choice.PURSUED, cost=Decimal(-1500)))
    assert "Indsatsområdet ventes at spare 1.500 kr. om året." in text_in(found, "indsatsomraader")
    assert "tilsammen at spare 1.500 kr." in text_in(found, "oekonomi")


def test_a_line_without_an_amount_is_missing_it() -> None:
    found = of(BudgetLine(**P, id="l", text="Lokaler", kind=BudgetKind.COST))
    assert lacks(found, "maal")[1] == "Der er ikke sat beløb på ”Lokaler”."
    assert table(found, "oekonomi:tabel").rows[0][3] == "–"


def test_follow_up_says_who_when_and_to_whom(draft: Draft) -> None:
    assert table(draft, "opfoelgning:tabel").rows == (
        ("Målene", "Centerchefen", "Børneudvalget", "1. juni 2027", "Hvert år i juni"),
    )
    found = of(FollowUp(**P, id="f", what="Målene", reporter="Centerchefen"))
    assert "hvem der gør status over for hvem på ”Målene”" in lacks(found, "maal")[-1]


def test_a_recommendation_that_is_not_given_says_so(draft: Draft) -> None:
    assert (
        paragraph(draft, "indstilling:til").text == "Udvalget indstiller til kommunalbestyrelsen:"
    )
    found = of(
        Stage(**P, id="i", name="Udvalget", body=Body.COMMITTEE, recommendation="At den vedtages")
    )
    assert lacks(found, "godkendelse") == ["Indstillingen er skrevet, men ikke givet."]


def test_offers_are_shown_with_their_groups_and_overlaps() -> None:
    group = TargetGroup(**P, id="g", name="De nye")
    offers = [Offer(**P, id=n, name=f"Hus {n}", group_ids=("g",)) for n in "ab"]
    found = of(group, *offers)
    assert table(found, "bilag-aktoerer:tilbud").rows[0][:2] == ("Hus a", "De nye")
    assert "De nye har flere tilbud: Hus a og Hus b." in text_in(found, "bilag-aktoerer")


def test_annexes_are_marked_as_such(draft: Draft) -> None:
    annexes = [s.key for s in draft.sections if s.annex]
    assert annexes == [
        "bilag-sedler", "bilag-afstemninger", "bilag-aktoerer", "bilag-proces", "bilag-ordliste",
    ]  # fmt: skip
    assert section(draft, "bilag-sedler").page_break


def test_groups_stand_in_the_annex_with_notes_and_dots(draft: Draft) -> None:
    rows = table(draft, "bilag-sedler:swot:samlet:styrker").rows
    assert rows == (("Seddel et om styrker", "1", "9"), ("Samlet om styrker", "2", "4"))


def test_every_table_says_what_it_holds_and_its_widths_sum_to_one(draft: Draft) -> None:
    tables = [b for _, b in draft.blocks() if hasattr(b, "rows")]
    for found in tables:
        assert found.caption
        assert found.description
        assert {len(row) for row in found.rows} == {len(found.header)}
        assert not found.widths or len(found.widths) == len(found.header)
        assert not found.widths or sum(found.widths) == pytest.approx(1)


def test_notes_that_came_in_from_a_file_are_told_with_the_file_and_the_day() -> None:
    file = NoteImport(
        **P, id="fil", board=SWOT, name="mur.csv", checksum="0",
        read_at=datetime(2026, 6, 2, 22, 30, tzinfo=UTC),
    )  # fmt: skip
    notes = [
        Note(**P, id=f"n{n}", board=SWOT, field="styrker", text=f"Note {n}", position=n,
             import_id="fil" if n else "", hidden=n == 3)
        for n in range(4)
    ]  # fmt: skip

    draft = of(file, *notes)

    told = paragraph(draft, "bilag-sedler:swot:fil:fil")
    assert told.text == "To sedler er hentet ind fra filen ”mur.csv” 3. juni 2026."
    assert [rest.id for rest in told.rests_on] == ["fil", "n1", "n2"]
