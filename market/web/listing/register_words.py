"""What the regulator's register said, in words. One that gave no answer has said nothing about anybody."""

from providers.registrations.rules import NO_REGISTER
from providers.registrations.tables import RegisterLook


def register_words(look: RegisterLook | None) -> str:
    """The newest asking about one number, as an officer reads it."""
    if look is None:
        return "Nobody has asked the register yet."
    if look.answered_at is not None and look.found:
        said = ", ".join(filter(None, (look.name, look.standing, look.rating)))
        return f"{said}. Registered for: {', '.join(look.activities) or 'nothing'}."
    if look.answered_at is not None:
        return "The register has no such number."
    if look.trouble == NO_REGISTER:
        return "No register is set up here. Look at www.cqc.org.uk, then write down what you saw."
    if look.trouble:
        return (
            f"The register gave no answer: {look.trouble}. That says nothing about them. We ask again by ourselves. "
            "You can also look at www.cqc.org.uk, and write down what you saw."
        )
    return "We have asked. There is no answer yet."
