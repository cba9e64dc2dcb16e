"""Links between the pages of one process."""

import streamlit as st

from strategykit.ui.addresses import ADDRESSES, PROCESS
from strategykit.ui.header import title_of
from strategykit.ui.menu import page_of
from strategykit.ui.page import Visit

#: The page that fills what a criterion asks for.
FILLED_ON = {
    "mandate_recorded": "forside",
    "baseline_frozen": "nulpunkt",
    "stakeholders_recorded": "aktoerer",
    "constraints_recorded": "viden",
    "swot_prioritised": "swot",
    "texts_agreed": "vision",
    "candidates_decided": "indsatsomraader",
    "areas_have_ready_goal": "maal",
    "instruments_filled": "redskaber",
    "recommendation_given": "godkendelse",
}


#: The query parameter that names the instrument to look at.
INSTRUMENT = "redskab"


def link_to(visit: Visit, key: str, label: str = "", **asked: str) -> None:
    """A link to another page of the same process; without a label the page's title.

    `asked` are more query parameters.
    """
    st.page_link(
        page_of(key), label=label or title_of(visit.template, key),
        query_params={PROCESS: visit.process.name, **asked},
    )  # fmt: skip


def page_titles(visit: Visit) -> dict[str, str]:
    """Every page that this process shows, by its key."""
    return {key: title_of(visit.template, key) for key in ADDRESSES}
