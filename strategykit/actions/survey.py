"""Anonymous surveys: rounds that open and close, and answers that nothing ties to a person."""

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace

from strategykit.actions.access import TOKEN_BYTES, hash_of
from strategykit.actions.acting import acting, anywhere, new_id, now
from strategykit.actions.materials import template_of
from strategykit.domain.access import CODE_LETTERS, tidy_code
from strategykit.domain.instruments import (
    InstrumentKind,
    InstrumentPlan,
    ItemOfInstrument,
    QuestionForm,
)
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.domain.survey import (
    CHOICES,
    TEXT_LENGTH,
    SurveyAnswer,
    SurveyRound,
)
from strategykit.domain.text import checked, checked_text
from strategykit.errors import (
    NotAChoice,
    NotFound,
    NothingAnswered,
    RoundClosed,
    RoundOpen,
    StrategyError,
    SurveyCodeUnknown,
    SurveyLinkDead,
)
from strategykit.storage import surveys
from strategykit.storage.database import Database
from strategykit.storage.store import Store

CODE_LENGTH = 8
SECRET_BYTES = 32


@dataclass(frozen=True)
class Asking:
    """What a link asks: the questions of a round."""

    round: SurveyRound
    plan: InstrumentPlan
    process: Process

    @property
    def is_open(self) -> bool:
        """Whether answers are taken: never in a process that was put away."""
        return self.round.is_open and not self.process.archived


def open_round(
    db: Database, who: Who, process_id: str, instrument: str, audience: str = ""
) -> tuple[SurveyRound, str]:
    """The round and the token of its link, which is kept nowhere.

    Raises RoundOpen while another round of the same survey is, NotFound for no such survey.
    """
    token = secrets.token_urlsafe(TOKEN_BYTES)
    with acting(db, who, process_id, "open", "SurveyRound", instrument) as store:
        store.lock(process_id)
        plan_of(store, process_id, instrument)
        earlier = store.all(SurveyRound, process_id, instrument=instrument)
        if any(one.is_open for one in earlier):
            raise RoundOpen
        made = SurveyRound(
            id=new_id(), process_id=process_id, instrument=instrument, number=len(earlier) + 1,
            audience=audience, opened_at=now(), link_hash=hash_of(token),
            secret=_new_secret(),
        )  # fmt: skip
        return store.add(checked(made)), token


def renew_link(db: Database, who: Who, seen: SurveyRound) -> str:
    """The token of a fresh link to the same round; an earlier one and its code work no more."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    with acting(db, who, seen.process_id, "give", "Link", seen.id) as store:
        kept = _open(store, seen)
        secret = kept.secret or _new_secret()  # archives come without
        store.save(kept, replace(kept, link_hash=hash_of(token), secret=secret))
    return token


def _new_secret() -> str:
    """As long as a checksum, so that ten digits in it are never taken for a CPR number."""
    return secrets.token_hex(SECRET_BYTES)


def close_round(db: Database, who: Who, seen: SurveyRound) -> SurveyRound:
    """The round takes no more answers, and what told one form from another is forgotten."""
    with acting(db, who, seen.process_id, "close", "SurveyRound", seen.id) as store:
        kept = _open(store, seen)
        return store.save(kept, replace(kept, closed_at=now(), secret=""))


def code_of(seen: SurveyRound) -> str:
    """What is typed in place of the link while the round is open; a fresh link has a fresh code."""
    if not (seen.is_open and seen.secret and seen.link_hash):
        return ""
    kept = hmac.new(seen.secret.encode(), f"kode {seen.link_hash}".encode(), hashlib.sha256)
    number, letters = int.from_bytes(kept.digest()), ""
    for _ in range(CODE_LENGTH):
        number, place = divmod(number, len(CODE_LETTERS))
        letters += CODE_LETTERS[place]
    return letters


def asked_by_link(db: Database, token: str) -> Asking:
    """The questions behind a link, also of a round that has closed; a code does as well.

    Raises SurveyLinkDead or SurveyCodeUnknown.
    """
    with db.reading() as store:
        return _asking(store, _by_link_or_code(store, token))


def asked_by_code(db: Database, typed: str) -> Asking:
    """The questions of the open round with the code; raises SurveyCodeUnknown."""
    with db.reading() as store:
        return _asking(store, _by_code(store, typed))


def hand_in(db: Database, key: str, typed: Mapping[str, str], group: str, nonce: str) -> bool:
    """Whether the form was new: it counts once, with no time, no order and no line in the log.

    `key` is the link's token or the code. Raises SurveyLinkDead, SurveyCodeUnknown, RoundClosed,
    Empty when nothing is answered, NotAChoice, TooLong or HoldsCpr.
    """
    with db.writing() as store:
        asking = _asking(store, _by_link_or_code(store, key))
        if not asking.is_open:
            raise RoundClosed
        values = _fit(asking.plan, typed)
        if group and group not in asking.plan.groups:
            raise NotAChoice("Gruppe", group, asking.plan.groups)
        answer = SurveyAnswer(
            id=_form_id(asking.round, nonce), process_id=asking.process.id,
            round_id=asking.round.id, group=group, values=values,
            position=anywhere(),
        )  # fmt: skip
        return store.add_once(answer)


def unfit(plan: InstrumentPlan, typed: Mapping[str, str]) -> dict[str, StrategyError]:
    """Why an answer cannot be kept, by its question's key: all of them at once."""
    found: dict[str, StrategyError] = {}
    for item in plan.items:
        try:
            _answer(item, typed)
        except StrategyError as error:
            found[item.key] = error
    return found


def plan_of(store: Store, process_id: str, instrument: str) -> InstrumentPlan:
    """The survey of that key; raises NotFound."""
    plan = template_of(store.get(Process, process_id)).instrument(instrument)
    if plan is None or plan.kind is not InstrumentKind.SURVEY:
        raise NotFound("Spørgeskemaet")
    return plan


def _asking(store: Store, found: SurveyRound) -> Asking:
    process = store.get(Process, found.process_id)
    return Asking(found, plan_of(store, process.id, found.instrument), process)


def _by_link(store: Store, token: str) -> SurveyRound:
    found = surveys.round_by_link(store, hash_of(token)) if token else None
    if found is None:
        raise SurveyLinkDead
    return found


def _by_link_or_code(store: Store, key: str) -> SurveyRound:
    is_code = len(tidy_code(key)) == CODE_LENGTH
    return _by_code(store, key) if is_code else _by_link(store, key)


def _by_code(store: Store, typed: str) -> SurveyRound:
    """The code is reckoned for each open round, of which there are few: it is kept nowhere."""
    code = tidy_code(typed)
    for one in surveys.open_rounds(store) if len(code) == CODE_LENGTH else ():
        if hmac.compare_digest(code_of(one).encode(), code.encode()):
            return one
    raise SurveyCodeUnknown


def _fit(plan: InstrumentPlan, typed: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    answered = ((item.key, _answer(item, typed)) for item in plan.items)
    pairs = tuple((key, text) for key, text in answered if text)
    if not pairs:
        raise NothingAnswered
    return pairs


def _answer(item: ItemOfInstrument, typed: Mapping[str, str]) -> str:
    text = checked_text("Svar", typed.get(item.key, ""), TEXT_LENGTH)
    if text and item.form is QuestionForm.AGREE and text not in CHOICES:
        raise NotAChoice("Svar", text, CHOICES)
    return text


def _form_id(seen: SurveyRound, nonce: str) -> str:
    """The same form sent twice is one answer; without the round's secret nobody can tell which."""
    return hmac.new(seen.secret.encode(), nonce.encode(), hashlib.sha256).hexdigest()[:32]


def _open(store: Store, seen: SurveyRound) -> SurveyRound:
    kept = store.get(SurveyRound, seen.id, seen.process_id)
    if not kept.is_open:
        raise RoundClosed
    return kept
