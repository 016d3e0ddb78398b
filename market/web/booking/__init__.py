"""What the pages of asking, of the week and of one visit have in common: what was typed, and what is shown."""
