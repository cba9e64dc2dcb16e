"""Anonymous surveys: rounds of answers, and what may be shown of them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from strategykit.domain.entry import Entry, said
from strategykit.domain.instruments import InstrumentPlan, ItemOfInstrument, QuestionForm

LEAST = 5
"""A group of fewer is never shown, nor can it be reckoned from what is shown."""

AGREE = ("helt uenig", "uenig", "hverken enig eller uenig", "enig", "helt enig")
DONT_KNOW = "ved ikke"
CHOICES = (*AGREE, DONT_KNOW)
TEXT_LENGTH = 2000


@dataclass(frozen=True, kw_only=True)
class SurveyRound(Entry):
    """One time that the questions are asked; `secret` is forgotten when it closes."""

    noun: ClassVar[str] = "Runden"
    needs: ClassVar[tuple[str, ...]] = ("instrument",)

    instrument: str = said("Redskab", hidden=True)
    number: int = said("Nummer", default=1, hidden=True)
    audience: str = said("Hvem der bliver spurgt", default="")
    opened_at: datetime | None = said("Åbnet", default=None, hidden=True)
    closed_at: datetime | None = said("Lukket", default=None, hidden=True)
    link_hash: str = said("Linkets aftryk", default="", hidden=True)
    secret: str = said("Rundens hemmelighed", default="", hidden=True)

    @property
    def is_open(self) -> bool:
        """Whether answers are taken."""
        return self.opened_at is not None and self.closed_at is None


@dataclass(frozen=True, kw_only=True)
class SurveyAnswer(Entry):
    """One person's answers, pairs of the question's key and the word or text; nobody is named.

    `hidden_reason` tells why the facilitator took a text out of sight, by the question's key.
    """

    noun: ClassVar[str] = "Svaret"

    round_id: str = said("Runde", hidden=True)
    group: str = said("Gruppe", default="", hidden=True)
    values: tuple[tuple[str, str], ...] = said("Svar", default=(), hidden=True)
    hidden: tuple[tuple[str, str], ...] = said("Skjulte svar", default=(), hidden=True)

    def value(self, question: str) -> str:
        """What was answered; empty when nothing was."""
        return next((text for key, text in self.values if key == question), "")

    def is_hidden(self, question: str) -> bool:
        """Whether the answer is out of sight."""
        return any(key == question for key, _ in self.hidden)


@dataclass(frozen=True)
class Spread:
    """How many gave each word of CHOICES; `group` is empty for all together."""

    group: str
    counts: Mapping[str, int]

    @property
    def answered(self) -> int:
        """How many answered, those who do not know among them."""
        return sum(self.counts.values())

    @property
    def mean(self) -> float | None:
        """From 1 (helt uenig) to 5 (helt enig), of those who took a stand."""
        took = [(place, self.counts[word]) for place, word in enumerate(AGREE, start=1)]
        many = sum(count for _, count in took)
        return sum(place * count for place, count in took) / many if many else None

    @property
    def agreeing(self) -> int:
        """How many are enige or helt enige."""
        return self.counts[AGREE[3]] + self.counts[AGREE[4]]


@dataclass(frozen=True)
class QuestionResult:
    """What may be shown of a question: nothing, all together, and the groups that are big enough.

    `texts` are in alphabetical order, which tells nothing of who wrote them.
    """

    item: ItemOfInstrument
    all: Spread | None
    groups: tuple[Spread, ...]
    texts: tuple[str, ...] = ()
    hidden_groups: int = 0


@dataclass(frozen=True)
class SurveyResults:
    """`answered` is how many handed in; under LEAST the questions show nothing."""

    answered: int
    questions: tuple[QuestionResult, ...]

    @property
    def shown(self) -> bool:
        """Whether enough have answered."""
        return self.answered >= LEAST


def results(plan: InstrumentPlan, answers: Sequence[SurveyAnswer]) -> SurveyResults:
    """What may be shown of a closed round."""
    return SurveyResults(len(answers), tuple(_question(plan, i, answers) for i in plan.items))


def _question(
    plan: InstrumentPlan, item: ItemOfInstrument, answers: Sequence[SurveyAnswer]
) -> QuestionResult:
    told = [answer for answer in answers if answer.value(item.key)]
    if len(told) < LEAST:
        return QuestionResult(item, None, ())
    if item.form is QuestionForm.TEXT:
        seen = (a.value(item.key) for a in told if not a.is_hidden(item.key))
        return QuestionResult(item, None, (), tuple(sorted(seen, key=str.casefold)))
    shown = shown_groups(Counter(answer.group for answer in told), plan.groups)
    spreads = tuple(_spread(g, [a for a in told if a.group == g], item.key) for g in shown)
    hidden = len({a.group for a in told if a.group} - set(shown))
    return QuestionResult(item, _spread("", told, item.key), spreads, hidden_groups=hidden)


def shown_groups(sizes: Mapping[str, int], groups: Sequence[str]) -> tuple[str, ...]:
    """The groups that may be shown beside the total: what is left of it is none or at least LEAST.

    `sizes` counts those without a group under the empty word.
    """
    shown = [group for group in groups if sizes.get(group, 0) >= LEAST]
    while shown and 0 < _left(sizes, shown) < LEAST:
        shown.remove(min(shown, key=lambda group: sizes[group]))
    return tuple(shown)


def _left(sizes: Mapping[str, int], shown: Sequence[str]) -> int:
    return sum(sizes.values()) - sum(sizes[group] for group in shown)


def _spread(group: str, told: Sequence[SurveyAnswer], key: str) -> Spread:
    counted = Counter(answer.value(key) for answer in told)
    return Spread(group, {word: counted[word] for word in CHOICES})


def sections_of(plan: InstrumentPlan) -> Iterator[tuple[str, tuple[ItemOfInstrument, ...]]]:
    """The questions under each heading, in the order of the template."""
    headings = dict.fromkeys(item.group for item in plan.items)
    for heading in headings:
        yield heading, tuple(item for item in plan.items if item.group == heading)
