"""Accounts and how one signs in; people who are supported; who may act for whom."""
