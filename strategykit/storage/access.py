"""Sign-ins, codes and links by the hash of what somebody holds."""

from dataclasses import asdict, fields
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Select, bindparam, delete, insert, select, update

from strategykit.domain.access import Code, Door, PersonalLink, Purpose, SignIn
from strategykit.storage.store import Store
from strategykit.storage.tables import Base
from strategykit.storage.tables.access import ACCESS_ROWS, CodeRow, LinkRow, SignInRow

Thing = TypeVar("Thing", SignIn, Code, PersonalLink)
Row = type[SignInRow] | type[CodeRow] | type[LinkRow]


def keep_sign_in(store: Store, made: SignIn, token_hash: str) -> None:
    """The row of a new sign-in."""
    _insert(store, SignInRow, {**asdict(made), "token_hash": token_hash, "ended_at": None})


def sign_in_by_token(store: Store, token_hash: str, door: Door, at: datetime) -> SignIn | None:
    """The sign-in that stands at that moment, or None."""
    given = {"token_hash": token_hash, "door": door, "at": at}
    return _sign_in(store, _BY_TOKEN, given)


def sign_in_by_id(store: Store, sign_in_id: str, at: datetime) -> SignIn | None:
    """The sign-in that stands at that moment, or None."""
    return _sign_in(store, _BY_ID, {"id": sign_in_id, "at": at})


def standing(store: Store, at: datetime, **where: Any) -> tuple[SignIn, ...]:
    """Every sign-in that matches and stands at that moment, the first first."""
    query = select(SignInRow).where(
        *_equal(SignInRow, where), SignInRow.ended_at.is_(None), SignInRow.ends_at > at
    )
    rows = store.session.scalars(query.order_by(SignInRow.made_at, SignInRow.id))
    return tuple(_as(SignIn, row) for row in rows)


def id_of_token(store: Store, token_hash: str, door: Door) -> str:
    """The sign-in's id, whether it stands or has ended; empty when there is none."""
    query = select(SignInRow.id).where(SignInRow.token_hash == token_hash, SignInRow.door == door)
    return store.session.execute(query).scalar() or ""


def prolong(store: Store, sign_in_id: str, ends_at: datetime) -> None:
    """The sign-in stands until then."""
    store.session.execute(
        update(SignInRow).where(SignInRow.id == sign_in_id).values(ends_at=ends_at)
    )


def end_sign_ins(store: Store, at: datetime, **where: Any) -> int:
    """How many of those that match every column were still open and now are not."""
    query = update(SignInRow).where(SignInRow.ended_at.is_(None)).values(ended_at=at)
    return _changed(store, query.where(*_equal(SignInRow, where)))


def keep_code(store: Store, made: Code, code_hash: str) -> None:
    """The row of a new code."""
    _insert(store, CodeRow, {**asdict(made), "code_hash": code_hash, "used_at": None})


def open_code(
    store: Store, code_hash: str, purpose: Purpose, at: datetime, **where: Any
) -> Code | None:
    """The code that still works, or None."""
    query = select(CodeRow).where(
        CodeRow.code_hash == code_hash, CodeRow.purpose == purpose, *_open_code(at),
        *_equal(CodeRow, where),
    )  # fmt: skip
    row = store.session.scalars(query).first()
    return None if row is None else _as(Code, row)


def as_code(row: CodeRow) -> Code:
    """The code that the row keeps."""
    return _as(Code, row)


def use_code(store: Store, code_id: str, at: datetime) -> bool:
    """Whether this was the one time that it works."""
    query = update(CodeRow).where(CodeRow.id == code_id, *_open_code(at)).values(used_at=at)
    return _changed(store, query) == 1


def drop_codes(store: Store, purpose: Purpose, **where: Any) -> None:
    """No such code works any more."""
    query = delete(CodeRow).where(CodeRow.purpose == purpose, *_equal(CodeRow, where))
    store.session.execute(query)


def count_try(store: Store, at: datetime, most: int, **where: Any) -> None:
    """One wrong try against every open code that matches; at `most` they stop working."""
    same = (*_open_code(at), *_equal(CodeRow, where))
    store.session.execute(update(CodeRow).where(*same).values(tries=CodeRow.tries + 1))
    store.session.execute(delete(CodeRow).where(*same, CodeRow.tries >= most))


def keep_link(store: Store, made: PersonalLink, token_hash: str) -> None:
    """The row of a new link."""
    _insert(store, LinkRow, {**asdict(made), "token_hash": token_hash, "withdrawn_at": None})


def link_by_token(store: Store, token_hash: str, at: datetime) -> PersonalLink | None:
    """The link that works at that moment, or None."""
    standing = (LinkRow.withdrawn_at.is_(None), LinkRow.ends_at > at)
    row = store.session.scalars(
        select(LinkRow).where(LinkRow.token_hash == token_hash, *standing)
    ).first()
    return None if row is None else _as(PersonalLink, row)


def any_link(store: Store, token_hash: str) -> PersonalLink | None:
    """The link whether it works or not, or None when there never was one."""
    row = store.session.scalars(select(LinkRow).where(LinkRow.token_hash == token_hash)).first()
    return None if row is None else _as(PersonalLink, row)


def withdraw_links(store: Store, at: datetime, **where: Any) -> int:
    """How many of those that match worked and now do not."""
    query = update(LinkRow).where(LinkRow.withdrawn_at.is_(None)).values(withdrawn_at=at)
    return _changed(store, query.where(*_equal(LinkRow, where)))


def move_ends(store: Store, ends_at: datetime, **where: Any) -> None:
    """Links that were not taken back, and the sign-ins that came by them, stand until then."""
    for row, column in ((LinkRow, LinkRow.withdrawn_at), (SignInRow, SignInRow.ended_at)):
        query = update(row).where(column.is_(None), *_equal(row, where)).values(ends_at=ends_at)
        _changed(store, query)


def linked(store: Store, process_id: str, at: datetime, subject_id: str = "") -> frozenset[str]:
    """Who has a link that works at that moment, to the whole process or to one thing in it."""
    standing = (LinkRow.withdrawn_at.is_(None), LinkRow.ends_at > at)
    which = (LinkRow.process_id == process_id, LinkRow.subject_id == subject_id)
    query = select(LinkRow.person_id).where(*which, *standing)
    return frozenset(store.session.scalars(query))


def linked_things(store: Store, process_id: str, at: datetime) -> frozenset[str]:
    """What of the process has a link of nobody by name that works at that moment."""
    standing = (LinkRow.withdrawn_at.is_(None), LinkRow.ends_at > at)
    which = (LinkRow.process_id == process_id, LinkRow.person_id == "", LinkRow.subject_id != "")
    return frozenset(store.session.scalars(select(LinkRow.subject_id).where(*which, *standing)))


def erase(store: Store, **where: Any) -> None:
    """No row of access is left of a process, of a person in it, or without `where` of anybody."""
    for row in ACCESS_ROWS:
        store.session.execute(delete(row).where(*_equal(row, where)))


def _sign_in(store: Store, query: Select[Any], given: dict[str, Any]) -> SignIn | None:
    row = store.session.execute(query, given).first()
    return None if row is None else SignIn(*row)


def _standing_by(*columns: str) -> Select[Any]:
    """Made once, of columns and not of the class: it is asked at every request."""
    c = SignInRow.__table__.c
    found = select(*(c[part.name] for part in fields(SignIn)))
    given = (c[name] == bindparam(name) for name in columns)
    return found.where(*given, c.ended_at.is_(None), c.ends_at > bindparam("at"))


_BY_TOKEN, _BY_ID = _standing_by("token_hash", "door"), _standing_by("id")


def _open_code(at: datetime) -> tuple[Any, ...]:
    return CodeRow.used_at.is_(None), CodeRow.ends_at > at


def _equal(row: Row, where: dict[str, Any]) -> list[Any]:
    return [row.__table__.c[name] == value for name, value in where.items()]


def _insert(store: Store, row: type[Base], values: dict[str, Any]) -> None:
    store.session.execute(insert(row), values)


def _changed(store: Store, query: Any) -> int:
    done: Any = store.session.execute(query, execution_options={"synchronize_session": False})
    return int(done.rowcount)


def _as(kind: type[Thing], row: object) -> Thing:
    return kind(**{part.name: getattr(row, part.name) for part in fields(kind)})
