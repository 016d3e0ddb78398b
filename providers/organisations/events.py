"""What happens to a provider."""

from providers.organisations.rules import ProviderState

BECAME = {state: f"provider.{state}" for state in ProviderState}
