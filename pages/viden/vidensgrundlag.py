"""What the committee knows before it chooses."""

from strategykit.ui.knowledge import draw_knowledge
from strategykit.ui.page import open_page

visit = open_page("viden")

draw_knowledge(visit)
