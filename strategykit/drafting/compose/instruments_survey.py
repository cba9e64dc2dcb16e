"""A survey: what many answered without a name, and nothing of groups under five."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from strategykit.domain.chart_data import Bar, BarGroup
from strategykit.domain.chart_text import groups_text
from strategykit.domain.instruments import InstrumentPlan, ItemOfInstrument, QuestionForm
from strategykit.domain.numbers import danish
from strategykit.domain.outline import Bars, Ref
from strategykit.domain.survey import (
    AGREE,
    CHOICES,
    LEAST,
    QuestionResult,
    SurveyAnswer,
    SurveyResults,
    SurveyRound,
    sections_of,
)
from strategykit.domain.survey_told import closed_rounds, results_in
from strategykit.domain.wording import capital
from strategykit.drafting.compose.danish import counted, day_of, number, phrase, quoted, sentence
from strategykit.drafting.compose.instruments_filled import NONE, PAGE, name
from strategykit.drafting.compose.leaf import Leaf

_HEADS = ("Helt uenig", "Uenig", "Hverken eller", "Enig", "Helt enig", "Ved ikke")
_KEY = 12
_HIDDEN = (
    f"Grupper, der kunne røbe, hvad færre end {number(LEAST)} har svaret, er ikke vist for sig."
)


@dataclass(frozen=True)
class Asked:
    """A closed round with what may be shown of it."""

    leaf: Leaf
    plan: InstrumentPlan
    round: SurveyRound
    results: SurveyResults

    @property
    def rests(self) -> tuple[Ref, ...]:
        """The round and never an answer: nobody is to be found."""
        title = self.leaf.ground.render(self.plan.title)
        return (Ref("SurveyRound", self.round.id, f"Runde {self.round.number} af {title}"),)

    @property
    def by_key(self) -> Mapping[str, QuestionResult]:
        """The results of each question."""
        return {result.item.key: result for result in self.results.questions}

    def words(self, question: ItemOfInstrument) -> str:
        """The question as it was asked."""
        return name(self.leaf.ground.render(question.title))


def survey(leaf: Leaf, plan: InstrumentPlan) -> None:
    """The latest closed round, and how the means have moved since the one before."""
    rounds = _closed(leaf, plan)
    if not rounds:
        leaf.nothing(f"Der er ingen svar på {leaf.ground.render(plan.title)}.", PAGE)
        return
    asked = rounds[-1]
    _begin(asked)
    if asked.results.shown:
        for heading, questions in sections_of(plan):
            _heading(asked, leaf.ground.render(heading), questions)
        _moved([each for each in rounds if each.results.shown])


def _closed(leaf: Leaf, plan: InstrumentPlan) -> list[Asked]:
    answers = leaf.ground.of(SurveyAnswer)
    return [
        Asked(leaf, plan, each, results_in(plan, each, answers))
        for each in closed_rounds(plan, leaf.ground.of(SurveyRound))
    ]


def _begin(asked: Asked) -> None:
    """How many, who was asked, and when it ended."""
    leaf, found = asked.leaf, asked.results
    cites = leaf.ground.sources.cite(leaf.ground.render(asked.plan.source))
    many = capital(counted(found.answered, "én person", "personer"))
    ended = f" den {day_of(asked.round.closed_at)}" if asked.round.closed_at else ""
    whom = f" Spørgsmålene gik til: {phrase(asked.round.audience)}." if asked.round.audience else ""
    said = f"{many} har svaret uden navn i den runde, der sluttede{ended}.{whom}"
    if not found.shown:
        said += " Det er for få til, at svarene kan vises."
    leaf.say("antal", said, asked.rests, cites=cites)
    if any(result.hidden_groups for result in found.questions):
        leaf.say("skjult", _HIDDEN, asked.rests)


def _heading(asked: Asked, heading: str, questions: Sequence[ItemOfInstrument]) -> None:
    """The questions under one heading of the survey; its first question names the blocks."""
    shown = [asked.by_key[question.key] for question in questions]
    agreed = [result for result in shown if result.all is not None]
    title = heading or asked.leaf.ground.render(asked.plan.title)
    if agreed:
        _drawn(asked, title, agreed)
        _table(asked, title, agreed)
        _by_group(asked, title, agreed)
    for result in shown:
        if result.item.form is QuestionForm.TEXT:
            _texts(asked, result)
        elif result.all is None:
            said = f"{quoted(asked.words(result.item))} har for få svaret på."
            asked.leaf.say(f"faa:{result.item.key}", said, asked.rests)


def _drawn(asked: Asked, title: str, agreed: Sequence[QuestionResult]) -> None:
    """The share that agrees, so that questions that not all answered can be compared."""
    bars = tuple(
        Bar(
            asked.words(result.item), 100 * spread.agreeing / spread.answered,
            f"{danish(spread.agreeing)} af {danish(spread.answered)}",
        )
        for result in agreed
        if (spread := result.all)
    )  # fmt: skip
    drawn = Bars((BarGroup("", bars),))
    asked.leaf.figure(
        f"enige:{agreed[0].item.key}", f"{title}: så mange er enige eller helt enige",
        groups_text(drawn.groups), drawn, asked.rests,
    )  # fmt: skip


def _table(asked: Asked, title: str, agreed: Sequence[QuestionResult]) -> None:
    rows = [
        (
            asked.words(result.item), *(danish(spread.counts[word]) for word in CHOICES),
            _mean(spread.mean),
        )
        for result in agreed
        if (spread := result.all)
    ]  # fmt: skip
    asked.leaf.table(
        f"svar:{agreed[0].item.key}", f"{title}: antal svar, og gennemsnit fra 1 til {len(AGREE)}",
        ("Spørgsmål", *_HEADS, "Snit"), rows,
        says="For hvert spørgsmål, hvor mange der har givet hvert svar, og gennemsnittet fra 1 "
        f"(helt uenig) til {len(AGREE)} (helt enig) af dem, der har taget stilling.",
        rests_on=asked.rests, widths=(0.34, *[0.095] * len(_HEADS), 0.09),
    )  # fmt: skip


def _by_group(asked: Asked, title: str, agreed: Sequence[QuestionResult]) -> None:
    """The mean of each group that is big enough to be shown."""
    seen = {spread.group for result in agreed for spread in result.groups}
    groups = [group for group in asked.plan.groups if group in seen]
    rows = []
    for result in agreed:
        means = {spread.group: spread.mean for spread in result.groups}
        rows.append((asked.words(result.item), *(_mean(means.get(group)) for group in groups)))
    wishes = (3.0, *[1.4] * len(groups))
    if groups:
        asked.leaf.table(
            f"grupper:{agreed[0].item.key}", f"{title}: gennemsnit i hver gruppe",
            ("Spørgsmål", *(capital(group) for group in groups)), rows,
            says=f"For hvert spørgsmål gennemsnittet fra 1 til {len(AGREE)} i hver gruppe, der er "
            "stor nok til at blive vist.",
            rests_on=asked.rests, widths=tuple(wish / sum(wishes) for wish in wishes),
        )  # fmt: skip


def _mean(mean: float | None) -> str:
    return NONE if mean is None else danish(mean, 1)


def _texts(asked: Asked, result: QuestionResult) -> None:
    """How many wrote; the words only where somebody has chosen that raw words are to be there."""
    many, leaf = len(result.texts), asked.leaf
    title = quoted(asked.words(result.item))
    if not many:
        leaf.say(f"faa:{result.item.key}", f"{title} har for få svaret på.", asked.rests)
        return
    wrote = f"{title} har {number(many)} svaret på med egne ord"
    raw = leaf.ground.setting.raw_notes
    leaf.say(f"ord:{result.item.key}", f"{wrote}{':' if raw else '.'}", asked.rests)
    for text in dict.fromkeys(result.texts) if raw else ():
        key = sha256(text.encode("utf-8", "replace")).hexdigest()[:_KEY]
        leaf.bullet(f"ord:{result.item.key}:{key}", sentence(text), asked.rests)


def _moved(rounds: Sequence[Asked]) -> None:
    """The means of the latest two rounds beside each other."""
    if len(rounds) < 2:  # noqa: PLR2004 - a movement has two ends
        return
    before, after = rounds[-2:]
    rows = [
        (after.words(result.item), _of(before, result.item.key), _of(after, result.item.key))
        for result in after.results.questions
        if result.all is not None
    ]
    after.leaf.table(
        "runder", "Gennemsnit i de to seneste runder",
        ("Spørgsmål", f"Runde {before.round.number}", f"Runde {after.round.number}"), rows,
        says=f"For hvert spørgsmål gennemsnittet fra 1 til {len(AGREE)} i hver af de to runder.",
        rests_on=(*before.rests, *after.rests), widths=(0.64, 0.18, 0.18),
    )  # fmt: skip


def _of(asked: Asked, key: str) -> str:
    spread = asked.by_key[key].all
    return _mean(spread.mean if spread else None)
