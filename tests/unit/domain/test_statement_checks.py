import pytest

from strategykit.domain.statement_checks import CHECKS, check_statement

VISION = "Alle 15-17-årige i Brøndby er på vej. Ingen står alene, og ingen bliver glemt."
MISSION = (
    "Vi finder hver ung inden en måned, giver den unge én gennemgående voksen og åbner en vej i "
    "uddannelse eller på en almindelig arbejdsplads."
)


def unmet(text: str, *keys: str, audience: tuple[str, ...] = ("unge", "de unge")) -> list[str]:
    """The sentences of the checks that the text does not meet."""
    return [c.sentence for c in check_statement(text, keys or tuple(CHECKS), audience) if not c.met]


def test_a_good_vision_meets_all_but_what_a_mission_says() -> None:
    assert unmet(VISION) == [CHECKS["what_we_do"].sentence]


def test_a_good_mission_meets_all() -> None:
    assert unmet(MISSION) == []


def test_an_empty_text_meets_nothing() -> None:
    assert len(unmet(" \n")) == len(CHECKS)


@pytest.mark.parametrize(
    ("key", "good", "bad"),
    [
        ("short", "ord " * 40, "ord " * 41),
        ("few_sentences", "En. To! Tre", "En. To. Tre. Fire."),
        ("present", "Alle unge er på vej.", "Alle unge skal være på vej."),
        (
            "present",
            "Alle viljestærke unge er på vej.",
            "Kommunen arbejder for, at unge er på vej.",
        ),
        ("for_whom", "Alle unges liv er gode.", "Alle har det godt."),
        ("for_whom", "Alle 18-årige har det godt.", "De har det godt."),
        ("for_whom", "Hver ung har det godt.", "Ungdomsuddannelserne er gode."),
        ("plain", "Vi hjælper de unge.", "Vi faciliterer en helhedsorienteret indsats."),
        ("no_numbers", "I 2030 er alle 15-årige på vej.", "I 2030 er 95 pct. på vej."),
        ("no_numbers", "Alle er på vej.", "Ledigheden er halveret."),
        ("no_means", "Alle er på vej.", "Alle er på vej ved hjælp af praktik."),
        ("what_we_do", "Vi finder hver ung.", "Hver ung bliver fundet. Ovenpå."),
    ],
)
def test_each_check_tells_a_good_text_from_a_bad_one(key: str, good: str, bad: str) -> None:
    assert unmet(good, key) == []
    assert unmet(bad, key) == [CHECKS[key].sentence]


def test_the_words_for_whom_are_the_templates_and_not_built_in() -> None:
    text = "Alle mennesker med handicap deltager på lige fod."

    assert unmet(text, "for_whom", audience=("borgere med handicap",)) == []
    assert unmet(text, "for_whom", audience=("unge",)) == [CHECKS["for_whom"].sentence]


def test_checks_come_in_the_order_of_the_template() -> None:
    found = check_statement("Alle.", ("plain", "short"))

    assert [c.sentence for c in found] == [CHECKS["plain"].sentence, CHECKS["short"].sentence]
