"""A pretend Stripe over real HTTP: no card, no bank and no pound behind it.

The demo runs it beside itself, so that paying can be tried; tests run it to hold the gateway against something that
answers as Stripe does. Every request is checked against the parameter types of the installed SDK.
"""
