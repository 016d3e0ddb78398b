"""Concerns and danger: told to a human at once, seen by the right desk, never by the person complained of."""
