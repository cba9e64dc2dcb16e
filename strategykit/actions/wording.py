"""A template's texts with the words of one process in them."""

from collections.abc import Mapping
from functools import lru_cache

from strategykit.actions.materials import template_of
from strategykit.domain.process import Process
from strategykit.domain.wording import render, words_of
from strategykit.errors import UnknownMunicipality
from strategykit.reference_data import reference_data


def worded(process: Process, text: str) -> str:
    """The text with its placeholders filled."""
    return render(text, _words(process))


def municipality_told(process: Process) -> str:
    """ "Thisted Kommune", or what was typed where it is none of the 98."""
    try:
        return reference_data().municipality(process.municipality).formal_name
    except UnknownMunicipality:
        return process.municipality


@lru_cache(maxsize=32)
def _words(process: Process) -> Mapping[str, str]:
    return words_of(
        municipality=municipality_told(process), committee=process.committee, title=process.title,
        period=process.period, terms=template_of(process).terms,
    )  # fmt: skip
