"""Which browser it is, as its owner would say it. Coarse on purpose: enough to know one's own, not to track anybody."""

_BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
_MACHINES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)


def browser_words(user_agent: str) -> str:
    """ "Chrome on Windows"; "a browser" when it does not say."""
    browser = next((word for sign, word in _BROWSERS if sign in user_agent), "a browser")
    machine = next((word for sign, word in _MACHINES if sign in user_agent), "")
    return f"{browser} on {machine}" if machine else browser
