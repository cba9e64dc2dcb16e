"""The committee's indstilling to those who adopt the strategy."""

from strategykit.ui.approval import draw_approval
from strategykit.ui.page import open_page

visit = open_page("godkendelse")

draw_approval(visit)
