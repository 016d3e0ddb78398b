"""Money is whole pence, an int. Only this page turns it into words."""

from decimal import ROUND_HALF_UP, Decimal

Pence = int


def pounds(pence: Pence) -> str:
    """`1700` -> "£17", `1750` -> "£17.50", `-250` -> "-£2.50"."""
    sign = "-" if pence < 0 else ""
    whole, rest = divmod(abs(pence), 100)
    return f"{sign}£{whole:,}" if rest == 0 else f"{sign}£{whole:,}.{rest:02d}"


def share(pence: Pence, part: int, of: int) -> Pence:
    """`pence * part / of`, rounded once, half up: the price of 45 minutes at an hourly rate.

    Raises ZeroDivisionError when `of` is nought.
    """
    exact = Decimal(pence) * Decimal(part) / Decimal(of)
    return int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP))
