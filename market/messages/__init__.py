"""Messages on their way to people: which channel, in what order, and what to do when one does not arrive."""
