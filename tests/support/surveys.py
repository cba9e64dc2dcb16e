"""Rounds of the shipped surveys, and answers to them."""

from dataclasses import dataclass

from strategykit.actions.acting import new_id
from strategykit.actions.survey import hand_in, open_round
from strategykit.domain.instruments import InstrumentKind, InstrumentPlan, QuestionForm
from strategykit.domain.people import Access, Who
from strategykit.domain.process import Process
from strategykit.domain.survey import AGREE, SurveyRound
from strategykit.storage.database import Database
from strategykit.template_files import shipped_files
from tests.support.makers import a_process

LEADER = Who(Access.FACILITATOR)
SURVEYS = {
    file.template.key: (file.text, plan)
    for file in shipped_files()
    for plan in file.template.instruments
    if plan.kind is InstrumentKind.SURVEY
}
ACROSS = "viden-paa-tvaers"


@dataclass(frozen=True)
class Asked:
    """An open round of a survey with its link's token."""

    process: Process
    plan: InstrumentPlan
    round: SurveyRound
    token: str

    @property
    def question(self) -> str:
        """The key of the first question with steps."""
        return next(i.key for i in self.plan.items if i.form is QuestionForm.AGREE)

    @property
    def own_words(self) -> str:
        """The key of the first question in one's own words."""
        return next(i.key for i in self.plan.items if i.form is QuestionForm.TEXT)

    def answer(
        self, db: Database, *, group: str = "", text: str = "", word: str = AGREE[3]
    ) -> None:
        """One more form is handed in."""
        typed = {self.question: word} | ({self.own_words: text} if text else {})
        hand_in(db, self.token, typed, group, new_id())


def a_survey(db: Database, template: str = ACROSS, name: str = "") -> Asked:
    """A fresh process of a shipped template, whose survey is open."""
    text, plan = SURVEYS[template]
    process = a_process(db, LEADER, template=text, **({"name": name} if name else {}))
    asked, token = open_round(db, LEADER, process.id, plan.key, "Alle medarbejdere")
    return Asked(process, plan, asked, token)
