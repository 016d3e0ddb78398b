"""Money by card and bank as pages show it."""
