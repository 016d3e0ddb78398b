"""A broker's workspace: who waits for what and how long, over plans, shortlists, bookings and visits."""
