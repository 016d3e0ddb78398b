"""What a service says when it will not do a thing."""


class Refusal(Exception):
    """A decision not to act, with the facts of why. Edges turn it into a page or a sentence in one table each.

    Subclasses are dataclasses named as statements (`SlotJustTaken`, `BudgetExceeded`), so that the class is the
    reason and its fields are the facts.
    """


class NotAllowed(Refusal):
    """The actor may not see or do this. Said in the same words whether or not the thing exists."""


class NotFound(Refusal):
    """There is no such thing, or none that this actor may know of."""
