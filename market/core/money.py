"""Money is whole pence, an int. Only this page turns it into words."""

from decimal import ROUND_HALF_UP, Decimal

Pence = int
_MOST_DIGITS = 9


def pounds(pence: Pence) -> str:
    """`1700` -> "£17", `1750` -> "£17.50", `-250` -> "-£2.50"."""
    sign = "-" if pence < 0 else ""
    whole, rest = divmod(abs(pence), 100)
    return f"{sign}£{whole:,}" if rest == 0 else f"{sign}£{whole:,}.{rest:02d}"


def read_pounds(typed: str) -> Pence | None:
    """What somebody typed as pounds: "£7,420", "12.5" -> 1250. None for what is no amount of money."""
    digits = typed.strip().removeprefix("£").replace(",", "").strip()
    whole, _, rest = digits.partition(".")
    plain = whole.isascii() and whole.isdigit() and len(whole) <= _MOST_DIGITS
    if not plain or len(rest) > 2 or (rest and not (rest.isascii() and rest.isdigit())):
        return None
    return int(whole) * 100 + int(rest.ljust(2, "0") or 0)


def share(pence: Pence, part: int, of: int) -> Pence:
    """`pence * part / of`, rounded once, half up: the price of 45 minutes at an hourly rate.

    Raises ZeroDivisionError when `of` is nought.
    """
    exact = Decimal(pence) * Decimal(part) / Decimal(of)
    return int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP))
