"""What was found: said back, shown at a glance, narrowed, and honest when there is nothing."""

from tests.web.browser import Browser
from tests.web.finding.asking import ALLOTMENT, cards, found, plain, sign_in_as, text_of, titles

ARTHUR = "per_arthur-westcott"
PLOT = "Garden and allotment company, I drive you there"


def test_what_was_understood_and_what_was_not_is_said_back(visitor: Browser) -> None:
    words = "a woman to clean for mum on Tuesday mornings, flibbertigibbet"
    page = text_of(visitor, found(visitor, words, "Exmouth"))
    assert "near Exmouth, on Tuesdays, in the morning, a woman." in page
    assert "We did not know the word flibbertigibbet" in page


def test_a_card_says_who_what_how_far_how_much_when_and_what_was_checked(visitor: Browser) -> None:
    card = next(card for card in cards(visitor, found(visitor, ALLOTMENT)) if PLOT in card)
    for part in ("Terry Holwill", "self-employed", "Less than half a mile", "£18.50 an hour", "Next free tomorrow",
                 "Why this fits", "Basic DBS certificate seen", "No lifting or personal care"):  # fmt: skip
        assert part in card


def test_free_and_community_things_are_counted_and_one_press_away(visitor: Browser) -> None:
    address = found(visitor, ALLOTMENT)
    assert "of these are free or run by local people" in text_of(visitor, address)
    assert "Raised beds and good company on the allotments" in titles(visitor, address)[:3]
    assert all("Community group" in card for card in cards(visitor, f"{address}?provider=community"))


def test_free_only_shows_free_things_only(visitor: Browser) -> None:
    address = found(visitor, ALLOTMENT)
    free = cards(visitor, f"{address}?free=yes")
    assert free
    assert all("How much: Free" in card or "Paid for by others" in card for card in free)
    assert len(free) < len(cards(visitor, address))


def test_each_filter_narrows_and_stays_chosen(visitor: Browser) -> None:
    address = found(visitor, ALLOTMENT)
    everything = set(titles(visitor, address)) | set(titles(visitor, f"{address}?page=2"))
    for choice in ("kind=gardening", "day=6", "worker=female", "language=Polish", "within=1", "upto=18", "provider=pa"):
        shown = set(titles(visitor, f"{address}?{choice}"))
        assert shown < everything, choice
    page = visitor.get(f"{address}?kind=gardening&within=5").text
    assert 'value="gardening" checked' in page
    assert '<option value="5" selected' in page
    assert "Narrow these down: gardening, within 5 miles" in page


def test_choices_that_make_no_sense_are_passed_over(visitor: Browser) -> None:
    address = found(visitor, ALLOTMENT)
    nonsense = "?day=99&day=%C2%B2&kind=x&within=-3&upto=lots&provider=x&worker=x&page=%C2%B2"
    assert titles(visitor, address + nonsense) == titles(visitor, address)


def test_pages_carry_the_choices_on(visitor: Browser) -> None:
    address = found(visitor, "Company and somebody to visit")
    assert f'href="{address}?page=2"' in visitor.get(address).text
    assert not set(titles(visitor, address)) & set(titles(visitor, f"{address}?page=2"))


def test_when_filters_leave_nothing_they_are_named_and_can_be_taken_off(visitor: Browser) -> None:
    address = found(visitor, ALLOTMENT)
    page = visitor.get(f"{address}?language=Polish&within=1").text
    assert "We found nothing that fits" in page
    assert "Show all" in page
    assert f'href="{address}"' in page


def test_when_nothing_fits_what_stood_in_the_way_is_said_and_the_words_can_be_changed(visitor: Browser) -> None:
    words = "a woman to help mum shower on Tuesday mornings, under £20 an hour, must speak Polish"
    html = visitor.get(found(visitor, words, "Exmouth")).text
    assert "too far away" in html
    assert "must speak Polish</textarea>" in html
    assert "card__title" not in html


def test_the_rules_of_the_order_are_one_press_away(visitor: Browser) -> None:
    assert 'href="/how-results-are-ordered"' in visitor.get(found(visitor, ALLOTMENT)).text


def test_a_need_asked_by_somebody_signed_in_is_not_shown_to_others(visitor: Browser) -> None:
    sign_in_as(visitor, "Joanne Westcott-Bray", "supporter")
    for fields in ({"for": ARTHUR}, {"for": "nobody"}):
        address = found(visitor, ALLOTMENT, "EX9 6PD", **fields)
        assert visitor.get(address).status_code == 200
        visitor.client.cookies.delete("alongside_session")
        assert visitor.get(address).status_code == 404
        sign_in_as(visitor, "Joanne Westcott-Bray", "supporter")


def test_a_broker_looks_for_one_person_within_what_is_known_of_them_and_ticks_a_few(visitor: Browser) -> None:
    sign_in_as(visitor, "Priya Raman", "broker")
    box = visitor.get(f"/find?person={ARTHUR}").text
    assert "Find support for Arthur Westcott</h1>" in box
    html = visitor.get(found(visitor, ALLOTMENT, "", **{"for": ARTHUR})).text
    assert "near Arthur Westcott’s home" in plain(html)
    assert f'action="/people/{ARTHUR}/shortlists"' in html
    assert html.count('name="listing"') == html.count('form="shortlist"') > 4
    assert "Page 1 of" not in html
    assert 'name="need" value="ned_' in html


def test_a_visitor_is_offered_no_shortlist(visitor: Browser) -> None:
    assert "shortlist" not in visitor.get(found(visitor, ALLOTMENT)).text
