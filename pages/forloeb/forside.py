"""What to do next, where the process is, and all the processes there are."""

from strategykit.ui.processes import draw_front

draw_front()
