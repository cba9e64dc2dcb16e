"""Keys of anonymous steps, and who is ready: kept while the step is open, in no order."""

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from typing import cast

from sqlalchemy import ColumnElement, Table, and_, bindparam, delete, func, insert, select, update

from strategykit.domain.steps import Step, StepKind
from strategykit.errors import KeyElsewhere, KeysGone
from strategykit.storage.store import Store
from strategykit.storage.tables.step_keys import (
    STEP_KEY_ROWS,
    KeyGivenRow,
    OwnedRow,
    ReadyRow,
    StepKeyRow,
    StepSecretRow,
)

# Tables, not their classes, and questions made once: phones ask here at every tap.
_SECRETS, _KEYS, _GIVEN, _OWNED, _READY = (
    cast("Table", row.__table__)
    for row in (StepSecretRow, StepKeyRow, KeyGivenRow, OwnedRow, ReadyRow)
)


def _where(table: Table, *columns: str) -> ColumnElement[bool]:
    return and_(*(table.c[name] == bindparam(name) for name in columns))


_SECRET = select(_SECRETS.c.secret).where(_where(_SECRETS, "step_id"))
_KEY = select(_KEYS.c.key_hash).where(_where(_KEYS, "step_id", "key_hash"))
_OWN = select(_OWNED.c.thing_id).where(_where(_OWNED, "step_id", "key_hash"))


def make_secret(store: Store, step: Step) -> None:
    """A secret for the round that opens; one that was opened before keeps its own."""
    query = select(_SECRETS).where(_SECRETS.c.step_id == step.id)
    if store.session.execute(query).first() is not None:
        return
    store.session.execute(
        insert(_SECRETS),
        {"process_id": step.process_id, "step_id": step.id, "secret": secrets.token_hex(32)},
    )


def key_hash(store: Store, step: Step, token: str) -> str:
    """What the device's key of this round is known by; empty when the round has no secret.

    The key is made of the step's secret and the device's own token, of which only the phone has
    the one and only the database the other: neither alone says who wrote what.
    """
    secret = store.session.execute(_SECRET, {"step_id": step.id}).scalar()
    if not secret or not token:
        return ""
    key = hmac.new(secret.encode(), token.encode(), hashlib.sha256).digest()
    return hashlib.sha256(key).hexdigest()


def take_key(store: Store, step: Step, token: str, person_id: str) -> str:
    """The hash of the device's key, counted from now on.

    Raises KeyElsewhere for a person's second one where votes count, and KeysGone when the round
    has no secret, as after it came back from an archive.
    """
    known = key_hash(store, step, token)
    if not known:
        raise KeysGone
    if not counts(store, step, known):
        if step.kind is not StepKind.COLLECT or not has_key(store, step, person_id):
            give_key(store, step, person_id)  # notes have no budget: one may go on elsewhere
        count_key(store, step, known)
    return known


def counts(store: Store, step: Step, key: str) -> bool:
    """Whether the key counts in this round."""
    given = {"step_id": step.id, "key_hash": key}
    return store.session.execute(_KEY, given).first() is not None


def count_key(store: Store, step: Step, key: str) -> None:
    """The key counts from now on."""
    store.session.execute(
        insert(_KEYS), {"process_id": step.process_id, "step_id": step.id, "key_hash": key}
    )


def sheet_key(store: Store, step: Step) -> str:
    """A key of a sheet of paper: it holds the sheet's answers together and is nobody's."""
    known = hashlib.sha256(secrets.token_bytes(32)).hexdigest()
    count_key(store, step, known)
    return known


def give_key(store: Store, step: Step, person_id: str) -> None:
    """Notes that the person takes part in this round; raises KeyElsewhere when noted before."""
    if has_key(store, step, person_id):
        raise KeyElsewhere
    store.session.execute(
        insert(_GIVEN),
        {
            "process_id": step.process_id, "step_id": step.id, "round": step.round,
            "person_id": person_id,
        },
    )  # fmt: skip


def has_key(store: Store, step: Step, person_id: str) -> bool:
    """Whether the person takes part in this round in some way."""
    query = select(_GIVEN).where(
        (_GIVEN.c.step_id == step.id)
        & (_GIVEN.c.round == step.round)
        & (_GIVEN.c.person_id == person_id)
    )
    return store.session.execute(query).first() is not None


def take_back_key(store: Store, step: Step, person_id: str) -> None:
    """The person takes part in this round no more."""
    store.session.execute(
        delete(_GIVEN).where(
            (_GIVEN.c.step_id == step.id)
            & (_GIVEN.c.round == step.round)
            & (_GIVEN.c.person_id == person_id)
        )
    )


def given(store: Store, step: Step) -> int:
    """How many take part in this round, each counted once."""
    query = select(func.count()).select_from(_GIVEN)
    return int(
        store.session.execute(
            query.where((_GIVEN.c.step_id == step.id) & (_GIVEN.c.round == step.round))
        ).scalar_one()
    )


def own(store: Store, step: Step, key: str, thing_id: str) -> None:
    """The thing may be changed by the holder of the key."""
    store.session.execute(
        insert(_OWNED),
        {"process_id": step.process_id, "step_id": step.id, "key_hash": key, "thing_id": thing_id},
    )


def owned_by(store: Store, step: Step, key: str) -> frozenset[str]:
    """The ids of what the holder of the key has given in this step."""
    if not key:
        return frozenset()
    return frozenset(store.session.scalars(_OWN, {"step_id": step.id, "key_hash": key}))


def owners(store: Store, step: Step) -> dict[str, str]:
    """The key hash of every owned thing of the step, to count how votes were spread."""
    query = select(_OWNED.c.thing_id, _OWNED.c.key_hash).where(_OWNED.c.step_id == step.id)
    return {row.thing_id: row.key_hash for row in store.session.execute(query)}


def disown(store: Store, thing_ids: Sequence[str]) -> None:
    """The things belong to no key any more."""
    for start in range(0, len(thing_ids), 500):
        some = list(thing_ids[start : start + 500])
        store.session.execute(delete(_OWNED).where(_OWNED.c.thing_id.in_(some)))


def forget_keys(store: Store, step: Step) -> None:
    """From here nobody can tell which notes and votes of the step came from the same phone."""
    for table in (_SECRETS, _KEYS, _OWNED):
        store.session.execute(delete(table).where(table.c.step_id == step.id))


def set_ready(store: Store, step: Step, person_id: str, *, ready: bool) -> None:
    """Whether the person is ready in this round."""
    mine = (
        (_READY.c.step_id == step.id)
        & (_READY.c.round == step.round)
        & (_READY.c.person_id == person_id)
    )
    store.session.execute(delete(_READY).where(mine))
    if ready:
        store.session.execute(
            insert(_READY),
            {
                "process_id": step.process_id, "step_id": step.id, "round": step.round,
                "person_id": person_id,
            },
        )  # fmt: skip


def is_ready(store: Store, step: Step, person_id: str) -> bool:
    """Whether the person has said so in this round."""
    query = select(_READY).where(
        (_READY.c.step_id == step.id)
        & (_READY.c.round == step.round)
        & (_READY.c.person_id == person_id)
    )
    return store.session.execute(query).first() is not None


def ready_count(store: Store, step: Step) -> int:
    """How many are ready in this round."""
    query = select(func.count()).select_from(_READY)
    return int(
        store.session.execute(
            query.where((_READY.c.step_id == step.id) & (_READY.c.round == step.round))
        ).scalar_one()
    )


def move_keys(store: Store, process_id: str, gone_id: str, kept_id: str) -> bool:
    """Who took part and who is ready goes from one person to the other.

    Whether both have taken part in the same round, where nobody can tell them apart.
    """
    both = False
    for row in (KeyGivenRow, ReadyRow):
        of = (row.process_id == process_id) & (row.person_id == gone_id)
        for step_id, number in store.session.execute(select(row.step_id, row.round).where(of)):
            same = (row.step_id == step_id) & (row.round == number)
            kept = store.session.execute(select(row).where(same & (row.person_id == kept_id)))
            if kept.first() is not None:
                both = both or row is KeyGivenRow
                store.session.execute(delete(row).where(same & (row.person_id == gone_id)))
            else:
                moved = update(row).where(same & (row.person_id == gone_id))
                store.session.execute(moved.values(person_id=kept_id))
    return both


def erase_keys(store: Store, process_id: str) -> None:
    """Nothing of the process is left here."""
    for row in STEP_KEY_ROWS:
        store.session.execute(delete(row).where(row.process_id == process_id))
