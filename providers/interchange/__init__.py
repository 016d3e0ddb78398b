"""Listings in and out: reading what others publish, publishing ours, finding doubles, and calendars. `MAPPING.md` says field by field."""
