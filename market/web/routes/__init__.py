"""One file for each area of the site. `routing.py` joins them."""
