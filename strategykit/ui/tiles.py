"""A row of numbers that tells at a glance what there is."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from strategykit.domain.numbers import danish


@dataclass(frozen=True)
class Tile:
    """A number and what it counts."""

    count: int
    label: str


def draw_tiles(name: str, tiles: Sequence[Tile]) -> None:
    """All of them as one list; `name` says what the list is to those who hear it."""
    items = "".join(
        f'<li class="sv-tile"><span class="sv-tile-count">{danish(tile.count)}</span> '
        f'<span class="sv-tile-label">{escape(tile.label)}</span></li>'
        for tile in tiles
    )
    st.html(f'<ul class="sv-tiles" aria-label="{escape(name, quote=True)}">{items}</ul>')
