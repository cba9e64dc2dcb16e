"""Who takes part, and who may do what."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar

from strategykit.domain.entry import Entry, said


class Role(StrEnum):
    """A person's role in the process, as the draft lists it."""

    CHAIR = "formand"
    DEPUTY_CHAIR = "næstformand"
    MEMBER = "medlem"
    ADMINISTRATION = "forvaltning"
    CONSULTANT = "konsulent"
    STEERING_GROUP = "styregruppe"
    EXPERT = "ekspert"
    GUEST = "gæst"


_MANY = {
    Role.CHAIR: "formænd",
    Role.DEPUTY_CHAIR: "næstformænd",
    Role.MEMBER: "medlemmer",
    Role.ADMINISTRATION: "fra forvaltningen",
    Role.CONSULTANT: "konsulenter",
    Role.STEERING_GROUP: "fra styregruppen",
    Role.EXPERT: "eksperter",
    Role.GUEST: "gæster",
}

COMMITTEE = (Role.CHAIR, Role.DEPUTY_CHAIR, Role.MEMBER)


@dataclass(frozen=True, kw_only=True)
class Person(Entry):
    """A named person; an erased one keeps the role and loses the name."""

    noun: ClassVar[str] = "Personen"
    needs: ClassVar[tuple[str, ...]] = ("name",)

    name: str = said("Navn")
    role: Role = said("Rolle", default=Role.MEMBER)
    organisation: str = said("Parti, forening eller funktion", default="")
    erased: bool = said("Navnet er slettet", default=False, hidden=True)

    @property
    def only_comments(self) -> bool:
        """An expert tells what is known and leaves voting, wording and approval to others."""
        return self.role is Role.EXPERT


class Access(StrEnum):
    """What somebody is let in as."""

    FACILITATOR = "facilitator"
    STRANGER = "fremmed"


@dataclass(frozen=True)
class Who:
    """The one who acts: a facilitator who has signed in, or without a sign-in the terminal.

    `person_id` is the one of the process at hand who bears the name.
    """

    access: Access
    person_id: str = ""
    name: str = ""
    sign_in_id: str = ""

    @property
    def may_write(self) -> bool:
        """Whether this one may change a process."""
        return self.access is Access.FACILITATOR


def in_role_order(people: Sequence[Person]) -> tuple[Person, ...]:
    """The chair first, then by role, and by place within a role."""
    roles = list(Role)
    return tuple(sorted(people, key=lambda p: (roles.index(p.role), p.position)))


def role_counts(people: Sequence[Person]) -> tuple[tuple[Role, int], ...]:
    """How many there are in each role that has any, the chair first."""
    return tuple((role, count) for role in Role if (count := sum(p.role is role for p in people)))


def role_word(role: Role, count: int) -> str:
    """What so many in a role are called: "medlem", "medlemmer"."""
    counted = (*COMMITTEE, Role.CONSULTANT, Role.EXPERT, Role.GUEST)
    one = role.value if role in counted else _MANY[role]
    return one if count == 1 else _MANY[role]


def erased(person: Person) -> Person:
    """The same person with the role where the name stood."""
    return replace(person, name=person.role.value, organisation="", erased=True)


def called(person: Person) -> str:
    """The name, or for an erased person the role and that the name is gone."""
    return f"{person.role.value} (navnet er slettet)" if person.erased else person.name
