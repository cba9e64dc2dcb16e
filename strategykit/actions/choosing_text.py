"""From a vote on proposals to one of the committee's texts, in one press."""

from collections.abc import Iterator
from dataclasses import dataclass

from strategykit.actions.acting import acting
from strategykit.actions.materials import template_of
from strategykit.actions.statements import put_text
from strategykit.actions.subjects import source_of
from strategykit.actions.wording import worded
from strategykit.domain.ballots import StepResult
from strategykit.domain.boards import Done, Note, NoteGroup
from strategykit.domain.chosen import chooses, put_first, same_words, text_key
from strategykit.domain.outcomes import told
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.domain.statements import Statement
from strategykit.domain.steps import Step, StepKind, Subjects
from strategykit.errors import NotFound
from strategykit.storage import statements
from strategykit.storage.database import Database
from strategykit.storage.store import Store


@dataclass(frozen=True)
class Chosen:
    """A proposal that a vote put first; `key` and `name` are of the text that it was written for.

    `stands` says that the text reads so already, `replaces` that another one would give way, and
    `agreed` that the committee has adopted that one.
    """

    subject_id: str
    text: str
    key: str
    name: str
    stands: bool
    replaces: bool
    agreed: bool


def chosen_in(store: Store, step: Step) -> tuple[Chosen, ...]:
    """What the closed step put first for a text: a vote itself, or the consent that follows it."""
    vote, result = _vote(store, step)
    if vote is None or result is None:
        return ()
    wanted = step.subject if step.kind is StepKind.CONSENT else ""
    asked = store.all(StepResult, step.process_id, step_id=step.id)[-1].tallies
    found = tuple(_of_vote(store, vote, result))
    if not wanted:
        return found
    return tuple(c for c in found if c.key == wanted and same_words(c.text, asked[0].title))


def use_chosen(db: Database, who: Who, step: Step, subject_id: str) -> Done:
    """The proposal is the committee's text from now on, and no longer adopted.

    Raises NotFound when the vote did not put it first, or it has left the wall since.
    """
    with acting(db, who, step.process_id, "change", "Statement") as store:
        store.lock(step.process_id)
        found = next((c for c in chosen_in(store, step) if c.subject_id == subject_id), None)
        if found is None:
            raise NotFound("Forslaget")
        before, after = put_text(store, who, step.process_id, found.key, found.text)
    return Done(f"Forslaget står nu som {found.name}.", before, after)


def _vote(store: Store, step: Step) -> tuple[Step | None, StepResult | None]:
    results = store.all(StepResult, step.process_id, step_id=step.id)
    if not step.is_closed or not results:
        return None, None
    if chooses(step):
        return step, results[-1]
    if step.kind is not StepKind.CONSENT or step.subjects is not Subjects.STATEMENT:
        return None, None
    source = source_of(store, step) if told(results[-1]).agreed else None
    return (source.step, source.result) if source and chooses(source.step) else (None, None)


def _of_vote(store: Store, vote: Step, result: StepResult) -> Iterator[Chosen]:
    process = store.get(Process, vote.process_id)
    names = {plan.key: plan.title for plan in template_of(process).statements}
    steps = store.all(Step, vote.process_id, meeting_id=vote.meeting_id)
    for tally in put_first(result):
        field, text = _proposal(store, tally.subject_id)
        key = text_key(vote, field, steps, names)
        if key and text:
            there = statements.by_key(store, vote.process_id, key)
            name = in_sentence(worded(process, names[key]))
            yield Chosen(tally.subject_id, text, key, name, *_standing(there, text))


def _proposal(store: Store, subject_id: str) -> tuple[str, str]:
    """The field and the words; both empty for what does not hang on the wall any more."""
    note = store.find(Note, subject_id)
    if note is not None:
        return (note.field, note.text) if note.shown else ("", "")
    group = store.find(NoteGroup, subject_id)
    return (group.field, group.title) if group else ("", "")


def _standing(there: Statement | None, text: str) -> tuple[bool, bool, bool]:
    if there is None or not there.text.strip():
        return False, False, False
    stands = same_words(there.text, text)
    return stands, not stands, not stands and there.agreed_at is not None


def in_sentence(title: str) -> str:
    """A heading inside a sentence: "Vision" as "vision", but "FN's mål" as it is."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]
