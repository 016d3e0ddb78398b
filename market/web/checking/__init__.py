"""Checks as pages show them: to the provider, to the desk, to the public."""
