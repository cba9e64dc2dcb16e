"""Foreword, summary, background, process, opening questions, knowledge and voices."""

from dataclasses import replace
from datetime import date

import pytest

from strategykit.domain.areas import Area, Choice
from strategykit.domain.goals import Goal
from strategykit.domain.knowledge import EvidenceCard, Voice
from strategykit.domain.material import Material
from strategykit.domain.meetings import Decision, Meeting
from strategykit.domain.outline import Draft, Tone
from strategykit.domain.people import Person, Role
from strategykit.domain.process import PhaseStart
from strategykit.domain.statements import Statement
from strategykit.drafting.compose import compose
from tests.support.drafts import paragraph, section, table, text_in
from tests.support.full_material import NOON, SETTING, P, a_process, full_material, material


@pytest.fixture(scope="module")
def draft() -> Draft:
    return compose(full_material(), SETTING)


def composed(whole: Material) -> Draft:
    return compose(whole, SETTING)


def test_the_cover_comes_from_the_process() -> None:
    setting = replace(SETTING, version=3, notice="Stemmerne er opdigtede.")
    cover = compose(full_material(), setting).cover
    assert (cover.title, cover.municipality, cover.committee) == (
        "Prøvestrategi", "Prøve Kommune", "Prøveudvalget",
    )  # fmt: skip
    assert (cover.version, cover.status, cover.notice) == (3, "Udkast", "Stemmerne er opdigtede.")


def test_the_foreword_is_the_chairs_own_words(draft: Draft) -> None:
    assert text_in(draft, "forord").splitlines() == [
        "Forord", "Kære læser.", "Vi har lyttet.", "Formanden for Prøveudvalget",
    ]  # fmt: skip
    named = compose(full_material(), replace(SETTING, names=True))
    assert paragraph(named, "forord:underskrift").text == (
        "Opdigtet Person f, formand for Prøveudvalget"
    )


def test_the_summary_has_vision_areas_and_one_line_for_each_goal(draft: Draft) -> None:
    assert paragraph(draft, "resume:vision").tone is Tone.STATEMENT
    assert paragraph(draft, "resume:omfang").text == (
        "Ungestrategien gælder fra 2026 til 2030 og har to indsatsområder med tilsammen to mål."
    )
    assert table(draft, "resume:maal").rows == (
        ("Klart ansvar", "Højst 6 på listen (2027)"), ("Vej ind", "Alle har en plan (2028)"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "Kommunalbestyrelsen gav den 2. marts 2026 Prøveudvalget denne opgave (sag 26/1234):"),
        ({"mandate_day": None}, "Kommunalbestyrelsen har givet Prøveudvalget denne opgave"),
        ({"mandate_body": ""}, "Prøveudvalget har fået denne opgave"),
    ],
)
def test_the_mandate_says_what_is_known(values: dict[str, object], said: str) -> None:
    found = composed(material(a_process("ungestrategi", **values)))
    assert paragraph(found, "baggrund:mandat").text.startswith(said)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [(2026, 2030, "fra 2026 til 2030"), (2026, 2026, "i 2026"), (2026, None, "fra 2026"),
     (None, 2030, "til og med 2030")],
)  # fmt: skip
def test_the_period_is_told_in_words(first: int | None, last: int | None, said: str) -> None:
    process = a_process("ungestrategi", period_from=first, period_to=last)
    found = paragraph(composed(material(process)), "baggrund:periode").text
    assert found == f"Ungestrategien gælder {said}."


def test_meetings_held_are_told_with_how_many_were_there(draft: Draft) -> None:
    assert paragraph(draft, "proces:moeder").text == (
        "Udvalget har holdt ét møde: Workshop 1 den 3. juni 2026 (2 af 3 medlemmer til stede)."
    )
    assert paragraph(draft, "proces:moeder:kommende").text == (
        "Der er planlagt ét møde mere: Workshop 2 den 7. oktober 2026."
    )


def test_a_phase_left_early_is_told_with_its_reason(draft: Draft) -> None:
    assert paragraph(draft, "proces:afvigelse:s").text == (
        "Da udvalget gik videre til fasen ”Strategiudvikling” den 3. juni 2026, var dette krav "
        "ikke opfyldt: ”Vilkårene er skrevet ind”. Begrundelsen var: Budgettet kommer i oktober."
    )


def test_decisions_stand_in_the_annex_when_there_is_one(draft: Draft) -> None:
    said = paragraph(draft, "proces:beslutninger").text
    assert said.endswith("én beslutning. Den står i bilaget ”Proces og deltagere”.")
    assert "Workshop 1 den 3. juni 2026: Udvalget hører foreningerne." in text_in(
        draft, "bilag-proces"
    )


def test_a_phase_start_without_lacks_is_no_deviation() -> None:
    start = PhaseStart(**P, id="s", phase="maal", at=NOON)
    found = composed(material(a_process("ungestrategi"), start))
    assert "ikke opfyldt" not in text_in(found, "proces")
    assert ("Performance og målsætninger", "3. juni 2026") in table(found, "proces:faser").rows


def test_opening_questions_are_told_with_their_answers(draft: Draft) -> None:
    told = text_in(draft, "proces")
    assert "”Er den foreslåede proces god nok?” Udvalgets svar: Ja, det er den." in told


def test_knowledge_is_told_by_its_source(draft: Draft) -> None:
    assert paragraph(draft, "viden:forskning").text == (
        "Ifølge Prøvekilde 1, 2021 viser forskningen:"
    )
    claim = paragraph(draft, "viden:kort:v1")
    assert (claim.text, claim.tone) == ("Påstand nummer 1", Tone.BULLET)
    assert draft.sources[claim.cites[0] - 1].text == "Prøvekilde 1, 2021"


def test_several_sources_of_a_kind_are_told_in_one_list() -> None:
    cards = [EvidenceCard(**P, id=n, claim=f"Nr. {n}", source=f"Kilde {n}") for n in "ab"]
    found = composed(material(a_process("ungestrategi"), *cards))
    assert paragraph(found, "viden:data").text == "Det viser tallene:"
    assert paragraph(found, "viden:kort:b").cites == (2,)


def test_a_year_in_the_source_is_not_told_twice() -> None:
    card = EvidenceCard(**P, id="v", claim="Det virker", source="Jobcentret 2010", year=2010)
    found = composed(material(a_process("ungestrategi"), card))
    assert [source.text for source in found.sources] == ["Jobcentret 2010"]


def test_interviews_are_told_by_field_and_theme_and_never_by_their_words(draft: Draft) -> None:
    told = text_in(draft, "viden")
    assert "to notater fra interview inden for uddannelse og erhverv" in told
    assert "Temaet er ”Overgange” (to notater)." in told
    assert "Et andet notat" not in told


def test_a_constraint_is_told_with_amount_and_source(draft: Draft) -> None:
    told = paragraph(draft, "viden:vilkaar:vilkår")
    assert told.text == "Der er afsat en ramme (2.500.000 kr.)"
    assert draft.sources[told.cites[0] - 1].text == "Budget 2026"


@pytest.mark.parametrize(
    ("count", "said"),
    [(None, "siger de unge: "), (1, "har én sagt: "), (1200, "har 1.200 unge sagt: ")],
)
def test_voices_are_counted(count: int | None, said: str) -> None:
    voice = Voice(**P, id="s", theme="Én voksen", text="Én er nok", count=count)
    told = paragraph(composed(material(a_process("ungestrategi"), voice)), "stemmer:tema:s").text
    assert told.startswith(f"Om ”Én voksen” {said}Én er nok.")


def test_a_voice_that_changed_nothing_yet_is_missing_its_answer() -> None:
    voice = Voice(**P, id="s", theme="Én voksen", text="Én er nok")
    found = composed(material(a_process("ungestrategi"), voice))
    assert ("viden", "Der står ikke, hvad ”Én voksen” har ændret i ungestrategien.") in [
        (missing.page, missing.text) for missing in found.missing
    ]


def test_a_summary_stands_after_the_introduction_in_its_own_words(draft: Draft) -> None:
    keys = [block.key for block in section(draft, "swot").blocks]
    assert keys[:2] == ["swot:indledning:1", "swot:sammenfatning"]
    assert paragraph(draft, "swot:sammenfatning").rests_on[0].label.startswith("Sammenfatningen")


def test_a_section_below_another_can_be_summed_up_too() -> None:
    text = Statement(**P, id="t", key="sammenfatning:indsatsomraader:o1", text="Kort om ansvaret.")
    whole = full_material()
    more = replace(whole, things={**whole.things, Statement: (*whole.of(Statement), text)})
    assert (
        section(compose(more, SETTING), "indsatsomraader:o1")
        .blocks[0]
        .key.endswith(":sammenfatning")
    )


def test_the_members_who_were_absent_are_not_counted_as_present() -> None:
    people = [Person(**P, id=str(n), name=f"Opdigtet {n}", role=Role.MEMBER) for n in range(17)]
    meeting = Meeting(**P, id="m", title="Workshop 1", day=date(2026, 6, 3), absent=("1", "2"))
    decision = Decision(**P, id="b", meeting_id="m", text="Vi går videre")
    found = composed(material(a_process("ungestrategi"), *people, meeting, decision))
    assert "(15 af 17 medlemmer til stede)" in paragraph(found, "proces:moeder").text


def test_few_goals_stand_whole_in_the_summary_and_many_are_cut_to_a_line() -> None:
    area = Area(**P, id="o", name="Vejen", choice=Choice.PURSUED)
    text = "Mindst halvdelen af alle, der er med, er i uddannelse eller job et år efter, at de kom"
    goals = [Goal(**P, id=str(n), area_id="o", text=text, year=2027) for n in range(30)]
    few = composed(material(a_process("ungestrategi"), area, *goals[:3]))
    assert table(few, "resume:maal").rows[0][1].splitlines() == [f"{text} (2027)"] * 3
    many = composed(material(a_process("ungestrategi"), area, *goals))
    lines = table(many, "resume:maal").rows[0][1].splitlines()
    assert len(lines) == 30
    assert all(line.endswith(" … (2027)") and len(line) < 90 for line in lines)
