"""Every command in one place, each handing over to a module of its own."""

import sys

import typer

from market.cli import county, data, fitting, instruments, running, talking
from market.core.errors import Refusal

app = typer.Typer(
    name="alongside",
    help="A brokerage and personal-assistant marketplace with a messaging bot, for adult social care in England.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

app.command()(running.demo)
app.command()(running.serve)
app.command()(running.work)
app.command()(data.migrate)
app.command(hidden=True)(data.write_migration)
app.command()(data.seed)
app.command()(data.backup)
app.command()(data.restore)
app.command()(data.doctor)
app.command(name="stripe-smoke")(data.stripe_smoke)
app.command(name="import")(data.import_file)
app.command()(county.invite)
app.command()(county.people)
app.command()(talking.chat)
app.command()(instruments.match)
app.command()(instruments.understand)
app.command()(instruments.explain)
app.add_typer(fitting.app, name="fit", hidden=True)


def main() -> None:
    """Run one command. What is refused is one plain sentence on stderr, and exit 1."""
    try:
        app()
    except Refusal as refusal:
        print(f"Refused: {plainly(refusal)}", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        sys.exit(0)


def plainly(refusal: Refusal) -> str:
    """A refusal for somebody at a terminal: its class in words, and its facts."""
    words = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in type(refusal).__name__).strip()
    facts = ", ".join(f"{name}: {fact}" for name, fact in vars(refusal).items() if fact)
    return f"{words} ({facts})" if facts else f"{words}."
