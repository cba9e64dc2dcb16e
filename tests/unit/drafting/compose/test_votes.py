"""The annex of votes: what was asked and came of it, what may be shown, and the minorities."""

from dataclasses import replace

import pytest

from strategykit.domain.ballots import StepResult, Tally
from strategykit.domain.boards import SWOT, Note
from strategykit.domain.material import Material
from strategykit.domain.meetings import Meeting
from strategykit.domain.minorities import Minority
from strategykit.domain.outline import Draft
from strategykit.domain.people import Person, erased
from strategykit.domain.steps import Step, Subjects
from strategykit.drafting.compose import compose
from tests.support.drafts import all_text, paragraph, section, table, text_in
from tests.support.full_material import SETTING, P, a_process, full_material, material

ANNEX = "bilag-afstemninger"
CONSENT = f"{ANNEX}:w1:samtykke"
DOTS = f"{ANNEX}:w1:prikker"


@pytest.fixture(scope="module")
def whole() -> Material:
    return full_material()


@pytest.fixture(scope="module")
def draft(whole: Material) -> Draft:
    return compose(whole, SETTING)


def with_steps(whole: Material, step_id: str, **values: object) -> Material:
    steps = tuple(replace(s, **values) if s.id == step_id else s for s in whole.of(Step))
    return replace(whole, things={**whole.things, Step: steps})


def with_result(whole: Material, result_id: str, **values: object) -> Material:
    results = tuple(replace(r, **values) if r.id == result_id else r for r in whole.of(StepResult))
    return replace(whole, things={**whole.things, StepResult: results})


def test_each_vote_stands_under_its_meeting_with_what_was_asked_and_came_of_it(
    draft: Draft,
) -> None:
    assert section(draft, f"{ANNEX}:w1").title == "Workshop 1, 3. juni 2026"
    assert section(draft, DOTS).title == "Prikker på områderne"
    assert paragraph(draft, f"{DOTS}:spurgt:1").text == (
        "Prikker uden navn. Spørgsmålet var: ”Hvad betyder mest?” Trinnet blev lukket den "
        "3. juni 2026."
    )
    assert paragraph(draft, f"{DOTS}:udfald:1").text.startswith(
        "Flest prikker: ”Klart ansvar”. 6 har svaret."
    )


def test_dots_stand_with_their_spread_and_without_what_got_none(draft: Draft) -> None:
    found = table(draft, f"{DOTS}:svar:1")

    assert found.header == ("Forslag", "Prikker", "Sådan blev prikkerne givet")
    assert found.rows == (
        ("Klart ansvar", "9 prikker", "4 gav 2 prikker, 1 gav 1, 1 gav ingen"),
        ("Vej ind", "3 prikker", "3 gav 1 prik, 3 gav ingen"),
    )


def test_under_five_answers_nothing_tells_how_they_lay(draft: Draft) -> None:
    found = table(draft, f"{ANNEX}:w1:vurder:svar:1")

    assert found.header == ("Forslag", "Midterste svar")
    assert found.rows == (("Klart ansvar", "værdi 8,5 og indsats 3,5"),)


def test_a_consent_stands_with_its_text_answers_and_reservations(draft: Draft) -> None:
    assert paragraph(draft, f"{CONSENT}:tekst:1").text == "Teksten var: ”Alle er på vej”."
    assert paragraph(draft, f"{CONSENT}:udfald:1").text == (
        "Der er ikke samtykke. 2 har sagt nej. 6 har svaret."
    )
    assert table(draft, f"{CONSENT}:svar:1").rows == (
        ("Ja", "3"), ("Ja med forbehold", "1"), ("Nej", "2"),
    )  # fmt: skip


def test_reasons_lose_their_names_unless_names_are_chosen(whole: Material, draft: Draft) -> None:
    kept = [paragraph(draft, f"{CONSENT}:begrundelse:1:{n}").text for n in (1, 2, 3)]
    chosen = compose(whole, replace(SETTING, names=True))

    assert kept == [
        "Ja med forbehold: Ordet alle er stort.", "Nej: Den er for lang.", "Nej: Fra et ark.",
    ]  # fmt: skip
    assert "Nej, Opdigtet Person m1: Den er for lang" in text_in(chosen, CONSENT)


def test_what_somebody_writes_without_a_name_is_left_as_it_is(whole: Material) -> None:
    said = "Nej, det går for stærkt: vi må vente"
    nameless = with_steps(whole, "samtykke", anonymous=True)
    changed = with_result(nameless, "r-samtykke", reasons=(said,))

    assert said in text_in(compose(changed, SETTING), CONSENT)


def test_a_minority_stands_with_its_names_where_it_belongs(draft: Draft) -> None:
    to_step = paragraph(draft, f"{CONSENT}:mindretal:mindretal")
    to_decision = paragraph(draft, f"{ANNEX}:w1:beslutninger:mindretal:imod")

    assert to_step.text == (
        "Mindretalsudtalelse fra Opdigtet Person m1 og Opdigtet Person m2: "
        "Vi ville have haft en kortere vision."
    )
    assert paragraph(draft, f"{ANNEX}:w1:beslutninger:beslutning:b").text == (
        "Beslutning: Udvalget hører foreningerne."
    )
    assert to_decision.text.endswith("fra Opdigtet Person m1: Foreningerne er hørt en gang.")


def test_an_erased_member_stands_as_one(whole: Material) -> None:
    people = tuple(erased(p) if p.id == "m1" else p for p in whole.of(Person))
    draft = compose(replace(whole, things={**whole.things, Person: people}), SETTING)

    said = paragraph(draft, f"{ANNEX}:w1:beslutninger:mindretal:imod").text
    assert said.startswith("Mindretalsudtalelse fra medlem (navnet er slettet): ")


def test_the_text_itself_leads_to_the_annex_where_a_minority_disagrees(draft: Draft) -> None:
    told = "Et mindretal har fået en udtalelse med i bilaget ”Afstemninger og mindretal”."

    assert paragraph(draft, "vision:mindretal").text == told
    assert paragraph(draft, "bilag-proces:beslutninger:beslutning:b").text.endswith(told)
    assert not [b for _, b in draft.blocks() if b.key == "mission:mindretal"]


def test_every_part_leads_back_to_its_step_result_or_statement(draft: Draft) -> None:
    rests = {(r.kind, r.id) for r in paragraph(draft, f"{DOTS}:udfald:1").rests_on}
    assert rests == {("Step", "prikker"), ("StepResult", "r-prikker")}
    said = paragraph(draft, f"{CONSENT}:mindretal:mindretal").rests_on
    assert [(r.kind, r.id) for r in said] == [("Minority", "mindretal")]
    assert ("Minority", "imod") in {
        (r.kind, r.id) for r in paragraph(draft, "bilag-proces:beslutninger:beslutning:b").rests_on
    }


def test_a_second_round_stands_beside_the_first(whole: Material) -> None:
    (first,) = [r for r in whole.of(StepResult) if r.id == "r-prikker"]
    second = replace(first, id="r-igen", round=2)
    results = (*whole.of(StepResult), second)
    again = with_steps(
        replace(whole, things={**whole.things, StepResult: results}), "prikker", round=2
    )
    draft = compose(again, SETTING)

    first_told, second_told = (paragraph(draft, f"{DOTS}:spurgt:{n}").text for n in (1, 2))
    assert first_told.startswith("Runde 1. ")
    assert "lukket den" not in first_told
    assert "lukket den" in second_told


@pytest.mark.parametrize("gone", ["hidden", "removed"])
def test_a_note_that_left_the_wall_after_the_vote_is_not_quoted(whole: Material, gone: str) -> None:
    on_wall = [n for n in whole.of(Note) if n.id in ("d1", "h1")]
    tallies = tuple(
        Tally(subject_id=n.id, title=n.text, total=3, spread=(0, 0, 1, 1, 1)) for n in on_wall
    )
    step = {"subjects": Subjects.BOARD, "subject": SWOT}
    voted = with_result(with_steps(whole, "prikker", **step), "r-prikker", tallies=tallies)
    notes = [replace(n, hidden=True) if n.id == "d1" else n for n in whole.of(Note)]
    left = [n for n in notes if gone == "hidden" or n.id != "d1"]
    changed = replace(voted, things={**voted.things, Note: tuple(left)}, dots={})

    text = text_in(compose(changed, SETTING), ANNEX)

    assert "Alle kommer med" in text_in(compose(voted, SETTING), ANNEX)
    assert "Alle kommer med" not in text
    assert "To budgetter" in text
    assert "En seddel, der ikke hænger på væggen længere" in text


def test_without_votes_and_minorities_the_annex_is_left_out() -> None:
    draft = compose(
        material(a_process("ungestrategi"), Meeting(**P, id="m", title="Møde")), SETTING
    )

    assert ANNEX not in {s.key for s in draft.sections}
    assert not [m for m in draft.missing if "stemt" in m.text]


def test_a_template_without_the_annex_still_tells_what_a_minority_said(whole: Material) -> None:
    fewer = tuple(s for s in whole.template.document.sections if s.fill != "annex_votes")
    document = replace(whole.template.document, sections=fewer)
    draft = compose(replace(whole, template=replace(whole.template, document=document)), SETTING)

    text = all_text(draft)
    assert text.count("Foreningerne er hørt en gang.") == 1
    assert text.count("Vi ville have haft en kortere vision.") == 1
    assert "Et mindretal har fået" not in text


def test_a_minority_to_what_is_gone_is_not_lost(whole: Material) -> None:
    lost = Minority(**P, id="løs", meeting_id="w2", step_id="væk", person_ids=("m2",), text="Nej")
    more = replace(whole, things={**whole.things, Minority: (*whole.of(Minority), lost)})

    assert "Mindretalsudtalelse fra Opdigtet Person m2: Nej." in text_in(
        compose(more, SETTING), f"{ANNEX}:w2"
    )


def test_a_minority_to_a_point_of_the_review_names_the_point(whole: Material) -> None:
    said = Minority(
        **P, id="punkt", meeting_id="w2", step_id="gennemgang", point_id="p3", person_ids=("m2",),
        text="Vi ville have det med",
    )  # fmt: skip
    more = replace(whole, things={**whole.things, Minority: (*whole.of(Minority), said)})
    setting = replace(SETTING, points={"p3": "punkt 3 (Vision, stykke 2)"})

    text = text_in(compose(more, setting), f"{ANNEX}:w2")

    assert (
        "Mindretalsudtalelse fra Opdigtet Person m2 til punkt 3 (Vision, stykke 2) i "
        "beslutningsloggen: Vi ville have det med." in text
    )
