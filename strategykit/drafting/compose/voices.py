"""What those whom the strategy is for have said, and what it changed."""

from strategykit.domain.knowledge import Voice
from strategykit.domain.numbers import danish
from strategykit.drafting.compose.danish import enumerated, quoted, sentence
from strategykit.drafting.compose.leaf import Leaf
from strategykit.drafting.compose.refs import ref


def voices(leaf: Leaf) -> None:
    """One paragraph for each theme; a voice that changed nothing yet is missing its answer."""
    heard = leaf.ground.of(Voice)
    if not heard:
        who = leaf.ground.terms.personerne
        leaf.nothing(f"Der står ikke, hvad {who} har sagt.", "viden")
        return
    for voice in heard:
        leaf.say(f"tema:{voice.id}", _told(leaf, voice), (ref(voice),))
    unanswered = [quoted(voice.theme) for voice in heard if not voice.changed.strip()]
    if unanswered:
        where = leaf.ground.terms.strategien
        said = f"Der står ikke, hvad {enumerated(unanswered)} har ændret i {where}."
        leaf.lack("aendret", said, "viden")


def _told(leaf: Leaf, voice: Voice) -> str:
    theme = quoted(voice.theme)
    said = sentence(voice.text)
    parts = [f"Om {theme} {_who(leaf, voice)}: {said}" if said else f"Et tema var {theme}."]
    if voice.heard.strip():
        parts.append(f"Sådan er de hørt: {sentence(voice.heard)}")
    if voice.changed.strip():
        parts.append(f"Det ændrede i {leaf.ground.terms.strategien}: {sentence(voice.changed)}")
    return " ".join(parts)


def _who(leaf: Leaf, voice: Voice) -> str:
    terms = leaf.ground.terms
    if not voice.count:
        return f"siger {terms.personerne}"
    return "har én sagt" if voice.count == 1 else f"har {danish(voice.count)} {terms.personer} sagt"
