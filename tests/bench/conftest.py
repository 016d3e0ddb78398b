"""Options of `./dev bench`."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--national", action="store_true", help="Measure at 1,000,000 offerings too (some minutes, 9 GB).")
