"""Cards, what goes back, what is sent on to providers, and whether it all agrees with the ledger."""
