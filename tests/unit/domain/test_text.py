"""No typed text can harm what keeps it, and none is kept with a CPR number in it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some
from lxml import etree

from strategykit.domain.boards import Note
from strategykit.domain.knowledge import EvidenceCard
from strategykit.domain.text import checked, checked_text, clean
from strategykit.errors import BadLink, HoldsCpr, TooLong


def a_card(**values: str) -> EvidenceCard:
    return EvidenceCard(id="k", process_id="p", **({"claim": "a", "source": "b"} | values))  # type: ignore[arg-type]


@given(some.text(alphabet=some.characters(), max_size=50))
def test_whatever_is_typed_fits_in_word_and_in_the_databases(text: str) -> None:
    fit = clean(text)

    element = etree.Element("t")
    element.text = fit
    assert "\x00" not in fit
    assert fit.encode("utf-8").decode("utf-8") == fit


def test_control_characters_become_visible_and_letters_stay() -> None:
    assert clean("æ\x00ø\x1bå\ud800 🙂\r\nlinje") == "æ\ufffdø\ufffdå\ufffd 🙂\nlinje"


@pytest.mark.parametrize("field", ["claim", "source", "link"])
def test_a_cpr_number_in_any_field_is_refused_by_the_fields_own_name(field: str) -> None:
    label = {"claim": "Påstand", "source": "Kilde", "link": "Link"}[field]

    with pytest.raises(HoldsCpr, match=f"'{label}'") as caught:
        checked(a_card(**{field: "https://a.dk/010190-1234"}))

    assert "1234" not in str(caught.value)


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "//a.dk", "a b"])
def test_a_link_that_could_do_harm_is_refused(link: str) -> None:
    with pytest.raises(BadLink):
        checked(a_card(link=link))


@pytest.mark.parametrize("link", ["", "https://www.uvm.dk/a?b=c", "mailto:ung@example.dk"])
def test_ordinary_links_are_kept(link: str) -> None:
    assert checked(a_card(link=link)).link == link


def test_ten_thousand_characters_fit_and_one_more_does_not() -> None:
    assert len(checked(a_card(claim="å" * 10_000)).claim) == 10_000
    with pytest.raises(TooLong, match="10001"):
        checked(a_card(claim="å" * 10_001))


def test_lists_are_looked_through_too() -> None:
    note = Note(id="n", process_id="p", board="swot", text="x", evidence_ids=("010190-1234",))
    ours = replace(note, evidence_ids=("ab0101901234cdefabcdefabcdefabcd",))

    with pytest.raises(HoldsCpr):
        checked(note)
    assert checked(ours) == ours


def test_a_sum_of_our_own_is_no_cpr_number() -> None:
    made = "bc95d0281fb6b404f4287507ea84c5f9618d1f1ab53e7608215052a4006c97d5"  # holds 7608215052
    assert checked_text("Sum", made) == made
    with pytest.raises(HoldsCpr):
        checked_text("Sum", made[:-1])


def test_a_key_of_the_draft_that_holds_an_id_is_no_cpr_number() -> None:
    key = "indsatsomraader:1b0ea179e88e1011901234a303f4b724:maal"
    assert checked_text("Stykke", key) == key
    with pytest.raises(HoldsCpr):
        checked_text("Stykke", f"{key} 101190-1234")
