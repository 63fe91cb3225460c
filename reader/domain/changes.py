"""A change to what the person wrote: the one thing that `Library.apply` takes, and that undo turns round."""

from dataclasses import dataclass

from reader.domain.notes import Record


@dataclass(frozen=True, slots=True)
class Step:
    """One record before and after; None where it does not exist. Both, where present, are of one kind and key."""

    before: Record | None
    after: Record | None


@dataclass(frozen=True, slots=True)
class Change:
    """Steps that happen together or not at all. `what` says it in words ("delete a note"), for undo to repeat.

    A change that is not `undoable`, such as how far one has read, leaves no trace in the history.
    """

    what: str
    steps: tuple[Step, ...]
    undoable: bool = True

    def inverse(self) -> "Change":
        """The change that takes this one back."""
        steps = tuple(Step(step.after, step.before) for step in reversed(self.steps))
        return Change(self.what, steps, self.undoable)
