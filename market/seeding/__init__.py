"""Loading the demo county from `seeds/demo`. Loading twice changes nothing: every row has an id made from its key."""

from market.seeding.load import load_demo

__all__ = ["load_demo"]
