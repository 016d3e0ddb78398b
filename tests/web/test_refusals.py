"""Whoever is refused anything is told why, in plain words, and where to go on."""

import importlib
import pkgutil
from collections.abc import Iterator
from datetime import date, time

import pytest

import market
import providers
from market.bookings.errors import SlotsTaken, Taken
from market.bookings.rules import slot_on
from market.budgets.errors import BudgetExceeded
from market.core.errors import NotAllowed, NotFound, Refusal
from market.people.errors import CodeWrong, TooManyTries
from market.web.refusals import TABLE, has_words, said
from providers.organisations.rules import AgeBand
from providers.wages.errors import BelowMinimumWage


def every_refusal() -> Iterator[type[Refusal]]:
    """Each refusal that any feature may raise."""
    for package in (market, providers):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if module.name.endswith(".errors"):
                importlib.import_module(module.name)
    waiting = [Refusal]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            if not kind.__module__.startswith("tests."):
                yield kind
                waiting.append(kind)


def test_every_refusal_has_words_in_the_one_table() -> None:
    silent = sorted(f"{kind.__module__}.{kind.__name__}" for kind in every_refusal() if not has_words(kind))
    assert not silent, f"give these words in market/web/refusal_words: {silent}"


def test_what_may_not_be_seen_and_what_is_not_there_sound_alike_for_a_record() -> None:
    assert said(NotAllowed()).onward == said(NotAllowed()).onward
    assert "may not be there" in said(NotAllowed()).words


@pytest.mark.parametrize("kind", [k for k in TABLE if k in {NotAllowed, NotFound}])
def test_a_refusal_on_a_page_of_its_own_has_a_way_on(kind: type[Refusal]) -> None:
    assert said(kind()).onward


def test_words_carry_the_facts() -> None:
    assert "one more try" in said(CodeWrong(1)).words
    assert "15 minutes" in said(TooManyTries(15)).words
    assert "£5.50 short" in said(BudgetExceeded("Your card", 1000, 1550)).words
    wage = BelowMinimumWage(1200, 1271, AgeBand.FROM_21, date(2026, 11, 23), "GOV.UK")
    assert "£12 an hour is under the minimum wage of £12.71" in said(wage).words
    assert said(wage).words.endswith("The law sets this for anybody who is employed. GOV.UK.")


def test_times_that_have_gone_are_named_and_the_rest_is_offered() -> None:
    slots = [slot_on(date(2026, 11, 24 + number), time(9), time(10)) for number in range(5)]
    told = said(SlotsTaken(tuple(Taken(slot, "booked") for slot in slots[:4]), (slots[4],)))
    assert "Tuesday 24 November, 9am to 10am: they are booked then" in told.words
    assert "and 1 more" in told.words
    assert "The other one is free" in told.words
    assert "Nothing has been booked" in told.words
