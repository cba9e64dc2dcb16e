"""Putting people's words on a page as words and nothing else."""

import re
from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

_ADDRESS = re.compile(r"https?(?=://)|www(?=\.)|@", re.IGNORECASE)
_FOLLOWED = re.compile(r"(https?://|mailto:)", re.IGNORECASE)


def plain(text: str) -> str:
    """HTML that shows the text literally, line breaks kept."""
    return escape(text).replace("\n", "<br>")


def markdown_safe(text: str) -> str:
    """Text for a label, where Streamlit reads Markdown: every sign with a meaning is escaped.

    An address becomes a link in spite of that, so an unseen sign stands inside it.
    """
    broken = _ADDRESS.sub("\\g<0>\u2060", text)
    return "".join(f"\\{c}" if c in "\\`*_{}[]()<>#+-.!|~$:@&" else c for c in broken)


class LinkText(str):
    """An address in a table's cell, shown as a link."""

    __slots__ = ()


class OwnLinks(str):
    """Links to this program's own plain pages, made by `own_links` and nothing else."""

    __slots__ = ()


#: The plain page on which the room goes through the points.
GO_THROUGH = ("/gennemgang", "Åbn gennemgangen", "Åbn gennemgangen i et nyt vindue")


def own_links(links: Iterable[tuple[str, str, str]]) -> OwnLinks:
    """Each is an address, the words that are seen and the words that are heard; a new window."""
    return OwnLinks(
        " ".join(
            f'<a href="{escape(address, quote=True)}" target="_blank" rel="noopener"'
            f' aria-label="{escape(heard, quote=True)}">{escape(seen)}</a>'
            for address, seen, heard in links
        )
    )


def html_table(
    caption: str, header: Sequence[str], rows: Iterable[Sequence[str]], *, cls: str = "sv-table"
) -> None:
    """A real table, every cell literal; shown with one element however many rows there are."""
    head = "".join(f'<th scope="col">{escape(h)}</th>' for h in header)
    body = "".join(
        "<tr>" + "".join(f"<td>{_cell(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    name = escape(caption, quote=True)
    st.html(
        f'<div class="sv-scroll" tabindex="0" role="region" aria-label="{name}">'
        f'<table class="{cls}"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _cell(cell: str) -> str:
    if isinstance(cell, OwnLinks):
        return str(cell)
    # The address was checked when it was kept; what came around that check stays mere text.
    if isinstance(cell, LinkText) and _FOLLOWED.match(cell):
        return f'<a href="{escape(cell, quote=True)}" rel="noreferrer">{plain(cell)}</a>'
    return plain(cell)


def html_list(items: Iterable[str], *, cls: str = "sv-list") -> None:
    """A list, every item literal."""
    st.html(f'<ul class="{cls}">' + "".join(f"<li>{plain(i)}</li>" for i in items) + "</ul>")


def unbroken(text: str) -> str:
    """A date or a time that stays on one line in a narrow column."""
    return text.replace(" ", "\u00a0").replace("\u2013", "\u2060\u2013\u2060")


def html_text(text: str, *, cls: str = "sv-text") -> None:
    """A paragraph, literal."""
    st.html(f'<p class="{cls}">{plain(text)}</p>')
