"""The outline of a template, filled section by section."""

from collections.abc import Callable, Mapping

from strategykit.domain.drafts import Rewrite
from strategykit.domain.material import Material
from strategykit.domain.outline import Cover, Draft, Missing
from strategykit.domain.rewriting import with_rewrites
from strategykit.domain.template import SectionPlan
from strategykit.drafting.compose.annexes import (
    annex_actors,
    annex_glossary,
    annex_notes,
    annex_process,
)
from strategykit.drafting.compose.areas import areas, set_back
from strategykit.drafting.compose.background import background
from strategykit.drafting.compose.baseline import baseline
from strategykit.drafting.compose.context import economy, follow_up, policies, recommendation
from strategykit.drafting.compose.foreword import foreword
from strategykit.drafting.compose.ground import Ground
from strategykit.drafting.compose.groups import groups
from strategykit.drafting.compose.hearing import annex_heard, annex_hearing
from strategykit.drafting.compose.instruments import instrument
from strategykit.drafting.compose.knowledge import knowledge
from strategykit.drafting.compose.leaf import Leaf
from strategykit.drafting.compose.opening import opening
from strategykit.drafting.compose.process import process
from strategykit.drafting.compose.setting import Setting
from strategykit.drafting.compose.statements import dreams, mission, statement, vision
from strategykit.drafting.compose.summary import summary
from strategykit.drafting.compose.swot import obstacles, swot
from strategykit.drafting.compose.voices import voices
from strategykit.drafting.compose.votes import annex_votes


def _text(leaf: Leaf) -> None:
    """The section's own sentences are all there is."""


FILLERS: Mapping[str, Callable[[Leaf], None]] = {
    "text": _text,
    "foreword": foreword,
    "summary": summary,
    "background": background,
    "process": process,
    "opening": opening,
    "knowledge": knowledge,
    "voices": voices,
    "baseline": baseline,
    "swot": swot,
    "obstacles": obstacles,
    "vision": vision,
    "mission": mission,
    "statement": statement,
    "dreams": dreams,
    "groups": groups,
    "areas": areas,
    "set_back": set_back,
    "policies": policies,
    "economy": economy,
    "follow_up": follow_up,
    "recommendation": recommendation,
    "instrument": instrument,
    "annex_notes": annex_notes,
    "annex_votes": annex_votes,
    "annex_hearing": annex_hearing,
    "annex_heard": annex_heard,
    "annex_actors": annex_actors,
    "annex_process": annex_process,
    "annex_glossary": annex_glossary,
}


def compose(material: Material, setting: Setting) -> Draft:
    """The draft with what was rewritten by hand in its place."""
    return with_rewrites(composed(material, setting), material.of(Rewrite))


def composed(material: Material, setting: Setting) -> Draft:
    """The same before anybody rewrote anything."""
    ground = Ground(material, setting)
    leaves = [_leaf(ground, plan) for plan in material.template.document.sections]
    return Draft(
        document_id=material.process.id,
        cover=_cover(ground),
        sections=tuple(section for leaf in leaves for section in leaf.sections()),
        sources=ground.sources.all(),
        missing=_once(ground.missing),
        log_head=setting.log_head,
        case_number=material.process.case_number,
    )


def _leaf(ground: Ground, plan: SectionPlan) -> Leaf:
    leaf = Leaf(
        ground, plan.key, ground.render(plan.title), annex=plan.annex,
        page_break=plan.page_break, empty=plan.empty,
    )  # fmt: skip
    leaf.open(plan.intro)
    FILLERS[plan.fill](leaf)
    return leaf


def _cover(ground: Ground) -> Cover:
    setting, process_ = ground.setting, ground.process
    return Cover(
        title=ground.render(ground.template.document.title),
        municipality=setting.municipality,
        committee=process_.committee,
        day=setting.today,
        version=setting.version,
        status=setting.status,
        notice=setting.notice,
    )


def _once(missing: list[Missing]) -> tuple[Missing, ...]:
    """In the order that a reader meets them; the same lack is told once."""
    return tuple(dict.fromkeys(missing))
