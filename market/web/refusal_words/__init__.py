"""The words of refusals, one file for each feature. `refusals.py` joins them into the one table."""
