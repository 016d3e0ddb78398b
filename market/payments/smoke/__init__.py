"""One run of the flows against Stripe's own test mode, for somebody who has test keys. Never with live keys.

It takes pretend money from Stripe's test cards, and leaves in the test account what it made there. What only a human can do
in a browser is named, with how to do it.
"""
