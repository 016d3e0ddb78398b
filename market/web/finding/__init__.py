"""What the pages of finding show: results as cards, what was narrowed, and one listing in full."""
