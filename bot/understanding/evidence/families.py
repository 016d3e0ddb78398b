"""What customers and their supporters ask, all together."""

from bot.understanding.evidence.asking_help import ASKING_HELP
from bot.understanding.evidence.money_contacts import MONEY_CONTACTS
from bot.understanding.evidence.visits import VISITS
from bot.understanding.evidence.weighing import Evidence

FAMILIES: Evidence = {**ASKING_HELP, **VISITS, **MONEY_CONTACTS}
