"""What the strategy builds on: cards, constraints, practice, interviews."""

from collections.abc import Sequence

from strategykit.domain.knowledge import (
    Constraint,
    EvidenceCard,
    EvidenceKind,
    Interview,
    Practice,
    theme_counts,
)
from strategykit.drafting.compose.danish import (
    counted,
    enumerated,
    item,
    kroner,
    neuter,
    number,
    phrase,
    quoted,
    sentence,
)
from strategykit.drafting.compose.leaf import Leaf
from strategykit.drafting.compose.refs import card_ref, ref, refs
from strategykit.drafting.compose.sources import source_of

_SAID = {
    EvidenceKind.RESEARCH: ("viser forskningen", "forskning"),
    EvidenceKind.DATA: ("viser tallene", "data"),
    EvidenceKind.INTERVIEW: ("viser interview", "interview"),
    EvidenceKind.EXPERIENCE: ("viser erfaringen", "erfaring"),
}
_MOST_THEMES = 6


def knowledge(leaf: Leaf) -> None:
    """Each kind of knowledge under a heading of its own."""
    ground = leaf.ground
    cards = ground.of(EvidenceCard)
    others = (*ground.of(Constraint), *ground.of(Practice), *ground.of(Interview))
    if not cards and not others:
        leaf.nothing("Der er ikke skrevet videnskort.", "viden")
        return
    if not cards:
        leaf.lack("videnskort", "Der er ikke skrevet videnskort.", "viden")
    _cards(leaf, cards)
    _practice(leaf)
    _interviews(leaf)
    _constraints(leaf)


def _cards(leaf: Leaf, cards: Sequence[EvidenceCard]) -> None:
    by_kind = {kind: [c for c in cards if c.kind is kind] for kind in _SAID}
    parts = [f"{neuter(len(same))} fra {_SAID[kind][1]}" for kind, same in by_kind.items() if same]
    if len(cards) > 1:
        said = f"Udvalget har samlet {number(len(cards))} videnskort: {enumerated(parts)}."
        leaf.say("kort", said, [card_ref(c) for c in cards])
    for kind, same in by_kind.items():
        if same:
            _of_kind(leaf, kind, same)


def _of_kind(leaf: Leaf, kind: EvidenceKind, cards: Sequence[EvidenceCard]) -> None:
    """The source is named when it is one; of several each claim carries its own number."""
    sources = {source_of(card) for card in cards}
    begins = f"Ifølge {phrase(source_of(cards[0]))}" if len(sources) == 1 else "Det"
    leaf.say(kind.value, f"{begins} {_SAID[kind][0]}:", [card_ref(card) for card in cards])
    for card in cards:
        cites = leaf.ground.sources.card(card)
        leaf.bullet(f"kort:{card.id}", item(card.claim), (card_ref(card),), cites)


def _practice(leaf: Leaf) -> None:
    examples = leaf.ground.of(Practice)
    if not examples:
        return
    leaf.say("praksis", "Udvalget har hentet inspiration andre steder fra:", refs(examples))
    for one in examples:
        where = f"{phrase(one.title)} ({phrase(one.place)})" if one.place else phrase(one.title)
        said = f"{where}: {sentence(one.lesson)}" if one.lesson.strip() else where
        leaf.bullet(f"praksis:{one.id}", said, (ref(one),), leaf.ground.sources.practice(one))


def _interviews(leaf: Leaf) -> None:
    """Fields and themes only: what a single person said is not for the draft."""
    notes = leaf.ground.of(Interview)
    if not notes:
        return
    fields = tuple(dict.fromkeys(phrase(n.field).lower() for n in notes if n.field.strip()))
    within = f" inden for {enumerated(fields)}" if fields else ""
    many = counted(len(notes), "ét notat", "notater")
    leaf.say("samtaler", f"Der er skrevet {many} fra interview{within}.", refs(notes))
    themes = theme_counts(notes)[:_MOST_THEMES]
    if themes:
        told = [f"{quoted(t.theme)} ({counted(t.total, 'ét notat', 'notater')})" for t in themes]
        begins = "Temaet er" if len(themes) == 1 else "Temaerne er"
        themed = refs(note for note in notes if note.theme.strip())
        leaf.say("samtaler:temaer", f"{begins} {enumerated(told)}.", themed)


def _constraints(leaf: Leaf) -> None:
    """What the strategy must keep within."""
    conditions = leaf.ground.of(Constraint)
    if not conditions:
        leaf.lack(
            "vilkaar", leaf.ground.render("Der er ikke skrevet vilkår for {strategien}."), "viden"
        )
        return
    many = counted(len(conditions), "ét vilkår", "vilkår")
    begins = leaf.ground.render("{Strategien}")
    leaf.say("vilkaar", f"{begins} skal holde sig inden for {many}:", refs(conditions))
    for one in conditions:
        amount = f" ({kroner(one.amount)})" if one.amount is not None else ""
        said = f"{item(one.text)}{amount}"
        leaf.bullet(f"vilkaar:{one.id}", said, (ref(one),), leaf.ground.sources.constraint(one))
