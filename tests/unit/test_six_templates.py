"""What is special to each shipped template, and what all of them give the one who leads."""

from collections import Counter

import pytest

from strategykit.domain.actors import Side
from strategykit.domain.instruments import InstrumentKind, InstrumentPlan, QuestionForm
from strategykit.domain.meetings import MeetingKind
from strategykit.domain.template import Template
from strategykit.domain.template_meetings import ItemPlan, ItemRole
from strategykit.template_files import shipped_files

ALL = {file.template.key: file.template for file in shipped_files()}
SMALL_ROLES = (ItemRole.WELCOME, ItemRole.BREAK, ItemRole.ROUND_OFF)


def plan(template: str, instrument: str) -> InstrumentPlan:
    found = ALL[template].instrument(instrument)
    assert found is not None
    return found


def kinds(template: str) -> set[MeetingKind]:
    return {meeting.kind for meeting in ALL[template].meetings}


def by_group(found: InstrumentPlan) -> dict[str, int]:
    return dict(Counter(item.group for item in found.items))


def work(template: Template) -> list[ItemPlan]:
    """The items at which something is made."""
    items = (item for meeting in template.meetings for item in meeting.items)
    return [item for item in items if item.role not in SMALL_ROLES]


def test_the_youth_strategy_has_five_phases_and_four_workshops() -> None:
    template = ALL["ungestrategi"]
    workshops = [m for m in template.meetings if m.kind is MeetingKind.WORKSHOP]

    assert (len(template.phases), len(workshops)) == (5, 4)


def test_the_whole_effort_has_its_actors_platform_and_self_evaluation() -> None:
    template = ALL["helhedsorienteret-ungeindsats"]

    sides = Counter(actor.side for actor in template.actors)
    assert (sides[Side.INTERNAL], sides[Side.EXTERNAL]) == (13, 8)
    assert len(template.purposes) == 3
    assert "platform" in {statement.key for statement in template.statements}
    groups = by_group(plan(template.key, "selvevaluering"))
    assert {name[0]: number for name, number in groups.items()} == {"A": 4, "B": 5, "C": 2, "D": 2}
    assert plan(template.key, "samarbejdsflader").kind is InstrumentKind.INTERFACES
    assert plan(template.key, "forandringsteori").kind is InstrumentKind.THEORY
    plans = [p.key for p in template.instruments if p.kind is InstrumentKind.ACTIONS]
    assert plans == ["politisk-handleplan", "direktionens-handleplan"]


def test_the_ten_recommendations_have_three_models_and_rules_for_money() -> None:
    key = "ti-anbefalinger"
    models = plan(key, "modeller")

    assert len(plan(key, "ti-tjek").items) == 10
    assert len(models.items) == 3
    assert all(model.pros and model.cons for model in models.items)
    assert all(criterion.weight > 0 for criterion in models.criteria)
    assert plan(key, "pulje").kind is InstrumentKind.POOL
    assert plan(key, "bevilling").kind is InstrumentKind.AUTHORITY
    titles = [section.title for section in ALL[key].document.sections]
    parts = [title[:6] for title in titles if title.startswith("Del ")]
    assert parts == ["Del 1:", "Del 2:", "Del 3:", "Del 4:"]


def test_the_15_17_year_olds_have_three_numbers_a_ladder_and_a_handover() -> None:
    key = "koordinering-15-17"

    assert len(plan(key, "maanedstal").items) == 3
    assert plan(key, "kultur").kind is InstrumentKind.CULTURE
    assert plan(key, "kontakttrappe").kind is InstrumentKind.LADDER
    assert plan(key, "fora").kind is InstrumentKind.FORUMS
    assert plan(key, "overdragelse").kind is InstrumentKind.HANDOVER
    assert "aktoerer" in ALL[key].phases[0].pages


def test_knowledge_across_asks_about_four_areas_and_breaks_the_2030_goal_down() -> None:
    template = ALL["viden-paa-tvaers"]
    survey = plan(template.key, "undersoegelse")

    assert [name[0] for name in by_group(survey)] == ["1", "2", "3", "4"]
    assert {item.form for item in survey.items} == {QuestionForm.AGREE, QuestionForm.TEXT}
    assert len(by_group(plan(template.key, "succeskriterier"))) == 3
    assert [c.end_year for c in template.calculators] == [2030]
    assert {MeetingKind.THEME, MeetingKind.POLITICAL_SEMINAR, MeetingKind.NETWORK} <= kinds(
        template.key
    )
    said = " ".join(item.script for item in work(template))
    assert "jævnbyrdige kommuner" in said
    assert "ekspert" in said


def test_the_general_policy_names_no_field_of_policy() -> None:
    template = ALL["politik-generel"]

    assert template.actors == template.groups == template.indicators == ()
    assert template.terms.personer == "borgere"


@pytest.mark.parametrize("template", ALL.values(), ids=lambda template: template.key)
def test_every_piece_of_work_says_what_for_how_and_what_on_paper(template: Template) -> None:
    lacks = {
        item.title: [name for name in ("purpose", "script", "fallback") if not getattr(item, name)]
        for item in work(template)
    }

    assert {title: names for title, names in lacks.items() if names} == {}


@pytest.mark.parametrize("template", ALL.values(), ids=lambda template: template.key)
def test_every_chapter_but_foreword_and_summary_is_introduced(template: Template) -> None:
    written_by_hand = ("foreword", "recommendation")
    without = [
        section.key for section in template.document.sections
        if not (section.intro or section.annex or section.fill in written_by_hand)
    ]  # fmt: skip

    assert without == []


@pytest.mark.parametrize("template", ALL.values(), ids=lambda template: template.key)
def test_no_phase_waits_for_what_the_draft_does_not_show(template: Template) -> None:
    """What is filled in has its place in the document, and what is asked for has its phase."""
    shown = {section.instrument for section in template.document.sections}
    asked = {p.key for p in template.instruments}
    waits = [phase for phase in template.phases if "instruments_filled" in phase.exit]
    own = {p.phase for p in template.instruments if p.phase}

    assert asked <= shown
    assert {phase.key for phase in waits} <= own
