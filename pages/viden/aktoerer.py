"""Who has a part in it, what is offered, and whom the offers do not reach."""

from strategykit.ui.actors import draw_actors
from strategykit.ui.page import open_page

visit = open_page("aktoerer")

draw_actors(visit)
