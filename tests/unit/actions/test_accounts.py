"""The facilitators' own sign-ins."""

from datetime import UTC, datetime, timedelta

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select, update

from strategykit.actions.access import close_door, sign_in_of
from strategykit.actions.accounts import (
    IDLE,
    LONGEST,
    account_name,
    all_accounts,
    anybody,
    code_for_colleague,
    code_from_terminal,
    facilitator_of,
    make_account,
    remove_account,
    sign_in,
)
from strategykit.domain.access import Door, SignIn
from strategykit.errors import (
    AccountTaken,
    CodeUnknown,
    Empty,
    HoldsCpr,
    LastAccount,
    PasswordLong,
    PasswordShort,
    TooLong,
    WrongPassword,
)
from strategykit.storage.database import Database
from strategykit.storage.tables.access import AccountRow, SignInRow
from tests.support.signing import NAME, PASSWORD, an_account, signed_in


def standing(db: Database, token: str) -> SignIn:
    found = facilitator_of(db, token)
    assert found is not None
    return found


def test_the_first_comes_in_by_the_code_of_the_terminal(both: Database) -> None:
    assert not anybody(both)

    account = make_account(both, code_from_terminal(both), "  Anna   Opdigtet ", PASSWORD)

    assert anybody(both)
    assert account.name == "Anna Opdigtet"
    found = standing(both, sign_in(both, "anna opdigtet", PASSWORD))
    assert account_name(both, found) == "Anna Opdigtet"


def test_only_the_newest_code_of_the_terminal_works(db: Database) -> None:
    old, new = code_from_terminal(db), code_from_terminal(db)

    with pytest.raises(CodeUnknown):
        make_account(db, old, NAME, PASSWORD)
    make_account(db, new, NAME, PASSWORD)


def test_a_colleague_comes_in_by_a_code_that_is_handed_over(db: Database) -> None:
    here = standing(db, signed_in(db))
    first, code = code_for_colleague(db, here), code_for_colleague(db, here)

    make_account(db, code, "Bo Opdigtet", PASSWORD)

    for used in (first, code):
        with pytest.raises(CodeUnknown):
            make_account(db, used, "Carl Opdigtet", PASSWORD)
    assert [account.name for account in all_accounts(db)] == ["Bo Opdigtet", NAME]


@pytest.mark.parametrize(
    ("name", "password", "fault"),
    [
        ("", PASSWORD, Empty),
        (" \t ", PASSWORD, Empty),
        ("x" * 81, PASSWORD, TooLong),
        ("Ib 010190-1234", PASSWORD, HoldsCpr),
        ("Ib Opdigtet", "kort", PasswordShort),
        ("Ib Opdigtet", "x" * 201, PasswordLong),
    ],
)
def test_what_is_unfit_is_not_kept_and_the_code_still_works(
    db: Database, name: str, password: str, fault: type[Exception]
) -> None:
    code = code_from_terminal(db)

    with pytest.raises(fault):
        make_account(db, code, name, password)

    assert not anybody(db)
    make_account(db, code, "Ib Opdigtet", PASSWORD)


def test_two_cannot_bear_the_same_name_and_the_code_still_works(db: Database) -> None:
    code = code_for_colleague(db, standing(db, signed_in(db)))

    with pytest.raises(AccountTaken):
        make_account(db, code, NAME.upper(), PASSWORD)
    make_account(db, code, f"{NAME} den anden", PASSWORD)


def test_whoever_can_read_the_terminal_gets_another_password(both: Database) -> None:
    before, window = an_account(both), signed_in(both)

    after = make_account(both, code_from_terminal(both), NAME, "en helt anden kode")

    assert after.id == before.id
    assert all_accounts(both) == (after,)
    assert facilitator_of(both, window) is None
    with pytest.raises(WrongPassword):
        sign_in(both, NAME, PASSWORD)
    assert standing(both, sign_in(both, NAME, "en helt anden kode"))


@pytest.mark.parametrize(
    ("name", "password"),
    [
        (NAME, PASSWORD + "x"),
        (NAME, ""),
        (NAME, PASSWORD.upper()),
        ("Ingen", PASSWORD),
        ("", ""),
        (NAME, "\ud800"),
    ],
)
def test_wrong_name_and_wrong_password_get_the_same_answer_after_the_same_work(
    db: Database, monkeypatch: pytest.MonkeyPatch, name: str, password: str
) -> None:
    an_account(db)
    looked_at: list[str] = []
    verify = PasswordHasher.verify

    def counted(hasher: PasswordHasher, kept: str, typed: str) -> bool:
        looked_at.append(kept.split("$")[3])
        return verify(hasher, kept, typed)

    monkeypatch.setattr(PasswordHasher, "verify", counted)

    with pytest.raises(WrongPassword):
        sign_in(db, name, password)
    assert looked_at == ["m=19456,t=2,p=1"]


def test_the_database_holds_no_password(db: Database) -> None:
    an_account(db)
    with db.reading() as store:
        kept = store.session.execute(select(AccountRow.password_hash)).scalar_one()

    assert kept.startswith("$argon2id$")
    assert PASSWORD not in kept


def test_one_who_is_removed_is_out_everywhere(both: Database) -> None:
    stays = signed_in(both)
    windows = [signed_in(both, "Bo Opdigtet") for _ in range(2)]
    bo = next(account for account in all_accounts(both) if account.name == "Bo Opdigtet")

    remove_account(both, bo.id)

    assert [sign_in_of(both, window, Door.FACILITATOR) for window in windows] == [None, None]
    assert sign_in_of(both, stays, Door.FACILITATOR) is not None
    with pytest.raises(WrongPassword):
        sign_in(both, "Bo Opdigtet", PASSWORD)


def test_the_last_one_stays(db: Database) -> None:
    account = an_account(db)

    with pytest.raises(LastAccount):
        remove_account(db, account.id)
    assert all_accounts(db) == (account,)


def set_times(db: Database, **times: datetime) -> None:
    with db.writing() as store:
        store.session.execute(update(SignInRow).values(**times))


def test_no_evening_is_ended_by_the_clock(db: Database) -> None:
    token, now = signed_in(db), datetime.now(UTC)
    set_times(db, ends_at=now + timedelta(minutes=5))

    standing(db, token)

    assert standing(db, token).ends_at >= now + IDLE


def test_a_sign_in_that_nobody_uses_ends_and_none_lasts_for_ever(db: Database) -> None:
    token, now = signed_in(db), datetime.now(UTC)
    set_times(db, made_at=now - LONGEST + timedelta(hours=1), ends_at=now + timedelta(minutes=5))
    assert standing(db, token).ends_at <= now + timedelta(hours=1)

    set_times(db, ends_at=now)

    assert facilitator_of(db, token) is None


def test_a_closed_sign_in_is_not_prolonged(db: Database) -> None:
    token = signed_in(db)
    close_door(db, token)

    assert facilitator_of(db, token) is None
