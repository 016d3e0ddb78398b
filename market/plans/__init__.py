"""Support plans: what a person wants to be able to do, in their own words, and who agreed to it."""
