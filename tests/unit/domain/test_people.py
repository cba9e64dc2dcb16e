from strategykit.domain.people import (
    Person,
    Role,
    called,
    erased,
    in_role_order,
    role_counts,
    role_word,
)


def a_person(name: str, role: Role, position: int) -> Person:
    return Person(
        id=name, process_id="p", name=name, role=role, position=position, organisation="Liste X"
    )


ANNE = a_person("Anne", Role.MEMBER, 1)
BENT = a_person("Bent", Role.CONSULTANT, 2)
CARL = a_person("Carl", Role.CHAIR, 3)
DORA = a_person("Dora", Role.MEMBER, 4)


def test_the_chair_stands_first_and_members_in_the_order_they_came() -> None:
    assert in_role_order([ANNE, BENT, DORA, CARL]) == (CARL, ANNE, DORA, BENT)


def test_only_roles_that_somebody_has_are_counted() -> None:
    assert role_counts([ANNE, BENT, CARL, DORA]) == (
        (Role.CHAIR, 1), (Role.MEMBER, 2), (Role.CONSULTANT, 1),
    )  # fmt: skip


def test_a_count_has_its_word() -> None:
    assert role_word(Role.MEMBER, 1) == "medlem"
    assert role_word(Role.MEMBER, 15) == "medlemmer"
    assert role_word(Role.ADMINISTRATION, 1) == "fra forvaltningen"


def test_an_erased_person_keeps_the_role_and_nothing_else() -> None:
    gone = erased(ANNE)

    assert (gone.name, gone.organisation, gone.role) == ("medlem", "", Role.MEMBER)
    assert called(gone) == "medlem (navnet er slettet)"
    assert called(ANNE) == "Anne"
