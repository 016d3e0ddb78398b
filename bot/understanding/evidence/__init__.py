"""The evidence for each intent, by who says it."""
