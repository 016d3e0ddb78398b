"""The terms for cancelling, as people read them before they book and when they cancel."""

from datetime import datetime, timedelta

from market.bookings.rules import NoticeBand, Terms, band_of

_PARTS = {0: "nothing", 50: "half of its price", 100: "its full price"}

ONCE_GOES_ON = "What is paid once, to set things up, goes with the next visit."


def part_words(percent: int) -> str:
    """How much of a price: "nothing", "half of its price", "30% of its price"."""
    return _PARTS.get(percent, f"{percent}% of its price")


def notice_words(notice: timedelta) -> str:
    """How long: "24 hours", "2 days"."""
    hours = int(notice / timedelta(hours=1))
    return f"{hours // 24} days" if hours % 24 == 0 and hours > 24 else f"{hours} hours"


def terms_words(terms: Terms) -> tuple[str, ...]:
    """Each band in a sentence, the longest notice first."""
    said: list[str] = []
    before: NoticeBand | None = None
    for band in terms:
        costs = part_words(band.percent)
        if before is None:
            said.append(f"You can cancel a visit for {costs} until {notice_words(band.notice)} before it.")
        elif band.notice:
            said.append(f"From then until {notice_words(band.notice)} before it, cancelling costs {costs}.")
        else:
            said.append(f"After that it costs {costs}.")
        before = band
    return tuple(said)


def why_charged(starts_at: datetime, now: datetime, terms: Terms) -> str:
    """Why cancelling now costs something; empty where it costs nothing."""
    band = band_of(starts_at, now, terms)
    if not band.percent:
        return ""
    longer = [one for one in terms if one.notice > band.notice]
    notice = notice_words(longer[-1].notice) if longer else notice_words(band.notice)
    return f"It is less than {notice} until the visit, so cancelling costs {part_words(band.percent)}."
