"""From what a process holds to the draft, and from the draft to Word."""
