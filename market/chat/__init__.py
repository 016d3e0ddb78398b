"""Conversations: what the bot remembers, what it may ask of the services, and the channels it is reached by."""
