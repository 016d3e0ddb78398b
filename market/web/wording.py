"""How a feature's words for its refusals are written down."""

from collections.abc import Callable, Mapping
from typing import Any

from market.core.errors import Refusal
from market.web.said import Said

Wording = Mapping[type[Refusal], Callable[[Any], Said]]
