"""A template's texts with the words of the open process in them."""

from functools import lru_cache

from strategykit.actions.materials import template_of
from strategykit.domain.process import Process
from strategykit.domain.wording import render, words_of
from strategykit.errors import UnknownMunicipality
from strategykit.reference_data import reference_data
from strategykit.ui.page import Visit


def worded(visit: Visit, text: str) -> str:
    """The text with its placeholders filled."""
    return render(text, _words(visit.process))


def capital(text: str) -> str:
    """The text with a capital first."""
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=32)
def _words(process: Process) -> dict[str, str]:
    return dict(
        words_of(
            municipality=municipality_name(process),
            committee=process.committee,
            title=process.title,
            period=process.period,
            terms=template_of(process).terms,
        )
    )


def municipality_name(process: Process) -> str:
    """ "Thisted Kommune", or what was typed where it is none of the 98."""
    try:
        return reference_data().municipality(process.municipality).formal_name
    except UnknownMunicipality:
        return process.municipality
