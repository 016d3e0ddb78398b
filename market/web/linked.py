"""Plain text made safe to stand on a page, its own links alive."""

import re

from markupsafe import Markup, escape

_ADDRESS = re.compile(r"https?://[^\s<>\"']+")


def with_links(text: str, public_address: str) -> Markup:
    """Text with each address of ours as a link (to the same page here). Other addresses stay plain words."""
    done: list[str | Markup] = []
    at = 0
    for found in _ADDRESS.finditer(text):
        address = found.group().rstrip(".,;:!?)")
        done.append(escape(text[at : found.start()]))
        if address.startswith(public_address + "/"):
            done.append(Markup('<a href="{}">{}</a>').format(address.removeprefix(public_address), address))
        else:
            done.append(escape(address))
        at = found.start() + len(address)
    done.append(escape(text[at:]))
    return Markup("").join(done)
