"""The papers of one meeting, composed from its process; the same input gives the same paper."""

from strategykit.drafting.papers.cutouts import cutouts
from strategykit.drafting.papers.invitation import invitation
from strategykit.drafting.papers.minutes import minutes
from strategykit.drafting.papers.occasion import Occasion
from strategykit.drafting.papers.script import script
from strategykit.drafting.papers.summary import summary, unread_notes

__all__ = ["Occasion", "cutouts", "invitation", "minutes", "script", "summary", "unread_notes"]
