"""What pages show of a provider's work, of cover and of a desk, as plain values made from rows."""
