"""The demo county holds together: every word is known, every reference resolves, everybody has a place and a role."""

import csv
import re
from collections import Counter
from datetime import date

import pytest

from market.core.places import Place, find_place, metres_between
from tests.seeds.county import REFERENCE, Row, county, free_of_charge

ROLES = {
    *("customer-direct-payment", "customer-self-funder", "customer-isf", "supporter", "attorney", "backup-contact"),
    *("broker", "pa", "micro-enterprise", "agency", "community-group", "isf-provider", "accreditation-officer"),
    *("signoff-officer", "direct-payments-officer", "out-of-hours", "commissioner"),
}
STAFF = {
    *("broker", "accreditation-officer", "signoff-officer", "direct-payments-officer", "out-of-hours", "commissioner")
}
METRES_IN_A_MILE = 1609.344
DRAMA_NUMBER = re.compile(r"^(07700 900\d{3}|01632 960\d{3})$")
COUNTY = county()


def _column(file: str, column: str) -> set[str]:
    with (REFERENCE / file).open(encoding="utf-8", newline="") as lines:
        return {row[column] for row in csv.DictReader(lines)}


KINDS = _column("support_kinds.csv", "id")
LANGUAGES = _column("languages.csv", "name") | {"Marathi", "Zulu"}


def place(postcode: str) -> Place:
    found = find_place(postcode)
    assert found.precision == "postcode", f"{postcode} is not a postcode that was ever used"
    return found


def reaches(listing: Row, provider: Row, postcode: str) -> bool:
    area = listing["area"]
    if area.get("everywhere"):
        return True
    if "districts" in area:
        return postcode.split()[0] in area["districts"]
    there = place(str(listing.get("postcode") or provider["postcode"]))
    return metres_between(there.spot, place(postcode).spot) <= float(area["miles"]) * METRES_IN_A_MILE


def test_the_market_is_large_enough_to_choose_from() -> None:
    assert len(COUNTY.listings) >= 140
    assert len(COUNTY.people) >= 20
    arrangements = Counter(provider["arrangement"] for provider in COUNTY.providers.values())
    assert min(arrangements.values()) >= 3
    assert len(arrangements) == 7
    live = [listing for listing in COUNTY.listings.values() if listing["state"] == "live"]
    assert sum(map(free_of_charge, live)) >= 30
    assert {listing["state"] for listing in COUNTY.listings.values()} == {
        "live",
        "paused",
        "draft",
        "submitted",
        "stale",
    }


def test_every_kind_of_support_is_offered_by_somebody() -> None:
    offered = {kind for listing in COUNTY.listings.values() for kind in listing["kinds"]}
    assert offered == KINDS


def test_offerings_stand_in_every_large_town_and_across_the_border() -> None:
    towns = {provider["town"] for provider in COUNTY.providers.values()}
    assert {"Exeter", "Exmouth", "Budleigh Salterton", "Sidmouth", "Honiton", "Ottery St Mary", "Cullompton"} <= towns
    assert {"Tiverton", "Crediton", "Okehampton", "Barnstaple", "Bideford", "Ilfracombe", "Newton Abbot"} <= towns
    assert {"Totnes", "Teignmouth", "Dawlish", "Torquay", "Paignton", "Brixham"} <= towns


@pytest.mark.parametrize("provider", COUNTY.providers.values(), ids=lambda row: str(row["key"]))
def test_a_provider_stands_where_its_postcode_is(provider: Row) -> None:
    town = find_place(provider["town"])
    assert metres_between(town.spot, place(provider["postcode"]).spot) < 4000


@pytest.mark.parametrize("person", COUNTY.people.values(), ids=lambda row: str(row["key"]))
def test_a_person_belongs_to_the_authority_where_they_live(person: Row) -> None:
    council = place(person["postcode"]).council
    if authority := person.get("authority"):
        assert council in COUNTY.authorities[authority]["council_codes"]
        assert any(
            role["role"] == "broker" and role["authority"] == authority
            for role in COUNTY.accounts[person["broker"]]["roles"]
        )
    else:
        assert {pot["kind"] for pot in person["pot"]} == {"own_money"}


def test_a_listing_belongs_to_nobodys_authority_but_a_badge_names_one() -> None:
    checked = Counter(provider.get("checked_by") for provider in COUNTY.providers.values())
    assert set(checked) == {"devon-demo", "torbay-demo", None}


def test_every_role_is_there_and_one_of_each_is_shown() -> None:
    of_accounts = {role["role"] for account in COUNTY.accounts.values() for role in account["roles"]}
    assert of_accounts == ROLES
    shown = [role["role"] for account in COUNTY.accounts.values() if account.get("shown") for role in account["roles"]]
    assert set(shown) == ROLES


def test_one_human_is_a_pa_and_a_daughter() -> None:
    roles = {role["role"] for role in COUNTY.accounts["joanne-westcott-bray"]["roles"]}
    assert roles == {"pa", "supporter"}


def test_a_role_names_what_it_is_for() -> None:
    for account in COUNTY.accounts.values():
        for role in account["roles"]:
            name = role["role"]
            if name in STAFF:
                assert role["authority"] in COUNTY.authorities
                assert account["staff"]
            elif provider := role.get("provider"):
                assert COUNTY.providers[provider]["role"] == name
            else:
                person = COUNTY.people[role["person"]]
                if name in ("supporter", "attorney"):
                    assert account["key"] in {grant["account"] for grant in person["supporter"]}
                elif name == "backup-contact":
                    assert account["key"] in {contact.get("account") for contact in person["backup"]}
                else:
                    assert account["key"] == person["key"]


def test_a_broker_has_a_real_caseload() -> None:
    loads = Counter(person.get("broker") for person in COUNTY.people.values())
    assert loads["priya-raman"] >= 12
    assert loads["gareth-pugh"] >= 4


def test_money_is_held_in_every_way_there_is() -> None:
    kinds = {pot["kind"] for person in COUNTY.people.values() for pot in person.get("pot", [])}
    assert kinds == {"direct_payment", "managed_account", "third_party_account", "isf", "prepaid_card", "own_money"}


def test_somebody_acts_on_every_basis_but_money_is_not_opened_by_a_health_attorney() -> None:
    grants = [grant for person in COUNTY.people.values() for grant in person.get("supporter", [])]
    assert {"consent", "lpa_health_welfare", "deputy", "nominated_person", "authorised_person"} <= {
        grant["basis"] for grant in grants
    }
    for grant in grants:
        if grant["basis"] == "lpa_health_welfare":
            assert not {"see_money", "spend"} & set(grant["scopes"])
        if grant["basis"] == "deputy":
            assert not {"book", "cancel"} & set(grant["scopes"])


def test_references_between_files_resolve() -> None:
    for person in COUNTY.people.values():
        for grant in person.get("supporter", []):
            assert grant["account"] in COUNTY.accounts
        assert set(person["preferences"]["exclusions"]) <= set(COUNTY.providers)
        plan = person["plan"]
        assert plan.get("signed_off_by") in {None, *COUNTY.accounts}
        assert (plan["state"] in ("signed_off", "under_review")) == ("agreed_pence" in plan)
        for pot in person.get("pot", []):
            ((kind, key),) = pot["holder"].items()
            known = {"account": COUNTY.accounts, "provider": COUNTY.providers, "person": COUNTY.people}
            assert key in known.get(kind, COUNTY.authorities)
            assert pot["starts_days"] < 0 < pot["ends_days"]
    for provider in COUNTY.providers.values():
        assert {row["seen_by"] for row in provider["evidence"]} <= set(COUNTY.accounts)
        assert set(provider.get("works_for", [])) <= set(COUNTY.people)


def test_words_are_those_of_the_field() -> None:
    tiers, evidence = _column("schemes.csv", "tier"), _column("evidence_kinds.csv", "kind")
    for provider in COUNTY.providers.values():
        assert set(provider["languages"]) <= LANGUAGES
        assert {row["kind"] for row in provider["evidence"]} <= evidence
    for listing in COUNTY.listings.values():
        assert set(listing["kinds"]) <= KINDS
        assert set(listing["tiers"]) <= tiers
        pairs = [(rate["unit"], rate["when"]) for rate in listing["rates"]]
        assert len(pairs) == len(set(pairs)), f"{listing['key']} has two prices for one thing"
    for person in COUNTY.people.values():
        for outcome in person["plan"]["outcome"]:
            assert set(outcome["care_act"]) <= _column("care_act_outcomes.csv", "key")
            assert set(outcome["kinds"]) <= KINDS


def test_backup_contacts_come_in_order_and_can_reach_the_person() -> None:
    for person in COUNTY.people.values():
        contacts = person.get("backup", [])
        assert [contact["order"] for contact in contacts] == list(range(1, len(contacts) + 1))
        assert len(contacts) <= 3
        for contact in contacts:
            assert set(contact["kinds"]) <= KINDS
            if contact["kind"] == "someone_known":
                assert "listing" not in contact
                continue
            listing, provider = COUNTY.listings[contact["listing"]], COUNTY.providers[contact["provider"]]
            assert COUNTY.provider_of[contact["listing"]]["key"] == contact["provider"]
            sends_its_own = provider["arrangement"] in ("registered_agency", "isf_provider")
            assert (contact["kind"] == "provider") == sends_its_own
            assert set(contact["kinds"]) <= set(listing["kinds"])
            assert reaches(listing, provider, person["postcode"]), (
                f"{contact['listing']} is too far from {person['key']}"
            )


def test_everybody_can_be_reached_only_in_play() -> None:
    """Numbers are Ofcom's for drama, addresses end in example.org, and no two humans share either."""
    rows = [*COUNTY.accounts.values(), *COUNTY.providers.values()]
    contacts = [contact for person in COUNTY.people.values() for contact in person.get("backup", [])]
    for row in [*rows, *contacts]:
        assert DRAMA_NUMBER.match(row["phone"])
        assert row["email"].endswith("example.org")
    of_providers = Counter(provider["phone"] for provider in COUNTY.providers.values())
    assert max(of_providers.values()) == 1
    assert max(Counter(account["email"] for account in COUNTY.accounts.values()).values()) == 1
    shared = {row["phone"] for row in COUNTY.accounts.values()} & set(of_providers)
    for account in COUNTY.accounts.values():
        if account["phone"] in shared:
            assert COUNTY.providers[account["roles"][0]["provider"]]["phone"] == account["phone"]


def test_people_are_adults_with_their_own_words() -> None:
    for person in COUNTY.people.values():
        assert isinstance(person["date_of_birth"], date)
        assert person["date_of_birth"].year < 2008
        assert len(person["summary"].split()) >= 3
    first_languages = {person["needs"]["first_language"] for person in COUNTY.people.values()}
    assert {"English", "Polish", "Punjabi", "BSL"} <= first_languages


@pytest.mark.parametrize("home", ["EX9 6PD", "EX8 1LJ", "EX1 2RQ"])
def test_the_allotment_has_several_good_answers(home: str) -> None:
    near = [
        listing
        for key, listing in COUNTY.listings.items()
        if listing["state"] == "live" and reaches(listing, COUNTY.provider_of[key], home)
    ]
    gardening = [listing for listing in near if "gardening" in listing["kinds"]]
    assert any("drives_people" in row["tiers"] and row["where"] == "their_home" for row in gardening)
    assert any(free_of_charge(row) and row["where"] == "our_place" for row in gardening)
    assert any("transport" in row["kinds"] and "gardening" not in row["kinds"] for row in near)
    assert any("exercise_falls" in row["kinds"] for row in near)
