"""Target groups, candidates, choices, and the chosen areas unfolded."""

from strategykit.ui.areas import draw_areas
from strategykit.ui.page import open_page

visit = open_page("indsatsomraader")

draw_areas(visit)
