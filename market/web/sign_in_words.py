"""What the sign-in e-mail says. No names and nothing about anybody, in subject, text or link."""

from market.people.signing_in import Asked


def letter(asked: Asked, public_address: str) -> tuple[str, str]:
    """Subject and text. An address we do not know is told so, where only its owner reads it."""
    if not asked.opens:
        return "Signing in to Alongside", (
            "Somebody asked to sign in to Alongside with this e-mail address. We do not know it.\n\n"
            "If it was you, you may have used another address with us. Or you can join here:\n"
            f"{public_address}/join\n\n"
            "If it was not you, do nothing. We keep no account for this address."
        )
    return "Your link to Alongside", (
        "Press this link, then the button on the page:\n\n"
        f"{public_address}/sign-in/with/{asked.secret}\n\n"
        "Or type these six numbers where you asked for them:\n\n"
        f"{asked.code[:3]} {asked.code[3:]}\n\n"
        "Both stop working after 15 minutes, and once you have used one. We never ask for them on the telephone.\n\n"
        "If you did not ask, do nothing. Nobody can sign in without this e-mail."
    )
