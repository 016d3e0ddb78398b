"""Pots of money for one person: how much there is, how much is promised, what is left."""
