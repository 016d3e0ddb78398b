"""A provider's own listing by page: the questions, reading the answers, saying them back."""
