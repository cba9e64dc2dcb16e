"""Who is let in by which door, and the codes and links that let somebody in."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

#: Letters and digits that nobody confuses when they are read aloud or seen from far away.
CODE_LETTERS = "ACDEFGHJKMNPQRTWXY34679"
MEETING_CODE, FIRST_CODE = 6, 8
NAME_ROOM = 80


class Door(StrEnum):
    """What a sign-in opens; the value is the name of its cookie without `sv_`."""

    FACILITATOR = "logind"
    STEERING = "styring"
    PROJECTOR = "projektor"
    DEVICE = "deltager"
    REVIEWER = "gennemsyn"
    PARTY = "hoeringssvar"

    @property
    def cookie(self) -> str:
        """The cookie that holds its token; DEVICE may hold several, joined by a full stop."""
        return f"sv_{self.value}"


class Purpose(StrEnum):
    """What a one-time code is for."""

    ACCOUNT = "kollega"
    PROJECTOR = "projektor"
    STEERING = "styring"
    MEMBER = "medlem"
    KNOCK = "banker på"


@dataclass(frozen=True)
class Account:
    """A facilitator who can sign in."""

    id: str
    name: str
    made_at: datetime


@dataclass(frozen=True)
class SignIn:
    """Somebody let in by a door until `ends_at`; the ids that do not concern the door are empty.

    `subject_id` is the one thing that a reviewer or a hearing party is let in to.
    """

    id: str
    door: Door
    account_id: str
    process_id: str
    meeting_id: str
    person_id: str
    made_at: datetime
    ends_at: datetime
    subject_id: str = ""


@dataclass(frozen=True)
class Code:
    """A code that works once; `sign_in_id` is the sign-in that it was shown to or made by."""

    id: str
    purpose: Purpose
    process_id: str
    meeting_id: str
    person_id: str
    sign_in_id: str
    made_at: datetime
    ends_at: datetime
    tries: int


@dataclass(frozen=True)
class PersonalLink:
    """A person's own way in to one process, or to the one thing in it that `subject_id` names."""

    id: str
    process_id: str
    person_id: str
    made_at: datetime
    ends_at: datetime
    subject_id: str = ""


def tidy_code(typed: str) -> str:
    """The code as it was made, whatever blanks, hyphens and small letters it was typed with."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())


def spaced_code(code: str) -> str:
    """The code in two halves, as it is shown and read aloud: "ABC DEF"."""
    half = (len(code) + 1) // 2
    return f"{code[:half]} {code[half:]}"
