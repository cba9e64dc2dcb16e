"""Dreams, vision and mission."""

from strategykit.ui.page import open_page
from strategykit.ui.vision import draw_vision

visit = open_page("vision")

draw_vision(visit)
