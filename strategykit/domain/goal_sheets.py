"""A goal as it is filled in at one go: with its sub-goals and quality criteria."""

from dataclasses import dataclass

from strategykit.domain.entry import Entry
from strategykit.domain.goals import Criterion, Direction, Goal, SubGoal, lacks


@dataclass(frozen=True)
class GoalSheet:
    """Each part carries the version that the writer saw, and 0 when it is new.

    `removed` are sub-goals and criteria whose text was emptied.
    """

    goal: Goal
    sub_goals: tuple[SubGoal, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    removed: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class GoalCard:
    """A goal as a table reads it; `area_criteria` are those of the whole area."""

    goal: Goal
    sub_goals: tuple[SubGoal, ...]
    criteria: tuple[Criterion, ...]
    area_criteria: tuple[Criterion, ...]

    @property
    def lacks(self) -> tuple[str, ...]:
        """What it needs before it is ready, in words."""
        return lacks(self.goal, (*self.criteria, *self.area_criteria))


def way_of(goal: Goal) -> Direction:
    """Which way is better, told by where the goal begins and ends when both are known."""
    if goal.start is None or goal.target is None or goal.start == goal.target:
        return goal.direction
    return Direction.DOWN if goal.target < goal.start else Direction.UP


def card_of(goal: Goal, subs: tuple[SubGoal, ...], criteria: tuple[Criterion, ...]) -> GoalCard:
    """The goal with what belongs to it, out of everything that the process has."""
    return GoalCard(
        goal,
        tuple(sub for sub in subs if sub.goal_id == goal.id),
        tuple(one for one in criteria if one.goal_id == goal.id),
        tuple(one for one in criteria if not one.goal_id and one.area_id == goal.area_id),
    )
