"""Agreements for visits, the visits themselves, and what happens when one fails."""
