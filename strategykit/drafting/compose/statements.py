"""Vision and mission as agreed, and the dreams that they grew from."""

from strategykit.domain.boards import DREAMS
from strategykit.domain.outline import Tone
from strategykit.domain.wording import capital
from strategykit.drafting.compose.chosen import vote_behind, vote_refs, vote_told
from strategykit.drafting.compose.clusters import most_dots, weighed
from strategykit.drafting.compose.danish import day_of, item, quoted
from strategykit.drafting.compose.leaf import Leaf
from strategykit.drafting.compose.refs import cluster_refs, statement_ref
from strategykit.drafting.compose.votes import dissent_told, minority_ref, to_statement

_MOST_DREAMS = 10


def vision(leaf: Leaf) -> None:
    """The vision."""
    _statement(leaf, "vision", "visionen")


def mission(leaf: Leaf) -> None:
    """The mission."""
    _statement(leaf, "mission", "missionen")


def statement(leaf: Leaf) -> None:
    """The text that the section names."""
    key = leaf.ground.section(leaf.key).statement
    plan = leaf.ground.template.statement(key)
    title = leaf.ground.render(plan.title) if plan else leaf.title
    _statement(leaf, key, f"teksten {quoted(title)}")


def _statement(leaf: Leaf, key: str, called: str) -> None:
    written = leaf.ground.statement(key)
    if written is None:
        leaf.nothing(f"{capital(called)} er ikke skrevet.", "vision")
        return
    rests = (statement_ref(written, capital(called)),)
    vote = vote_behind(leaf.ground, written)
    behind = vote_refs(leaf.ground, vote) if vote else ()
    leaf.tell("tekst", written.text, (*rests, *behind), tone=Tone.STATEMENT)
    leaf.say("valgt", vote_told(vote) if vote else "", behind)
    if written.agreed_at:
        leaf.say("vedtaget", f"Udvalget vedtog {called} den {day_of(written.agreed_at)}.", rests)
    else:
        leaf.lack("vedtaget", f"{capital(called)} er ikke vedtaget i udvalget.", "vision")
    minorities = to_statement(leaf.ground, key)
    told = dissent_told(leaf.ground, minorities)
    leaf.say("mindretal", told, [minority_ref(one) for one in minorities])


def dreams(leaf: Leaf) -> None:
    """The dreams with most dots, as the committee wrote them."""
    found = leaf.ground.board(DREAMS).clusters()
    if not found:
        leaf.nothing("Udvalget har ikke skrevet drømme.", "vision")
        return
    shown = weighed(found)[:_MOST_DREAMS]
    rests = [ref for cluster in shown for ref in cluster_refs(cluster)]
    leaf.say("flest", most_dots(shown), rests)
    for place, cluster in enumerate(shown, start=1):
        leaf.bullet(f"droem:{place}", item(cluster.title), cluster_refs(cluster))
    if not shown:
        said = "Drømmene er hverken samlet i grupper eller prioriteret med prikker."
        leaf.lack("prikker", said, "vision")
