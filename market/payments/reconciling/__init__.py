"""Comparing Stripe with our books: what never came is asked for, and every difference is said in words."""
