"""The desk over the real services: everything the bot may ask or do, for one actor in one turn."""

from market.chat.desk.brokering import Brokering
from market.chat.desk.finding import Finding
from market.chat.desk.humans import Humans
from market.chat.desk.manner import Manner
from market.chat.desk.money import Money
from market.chat.desk.questions import Questions
from market.chat.desk.undoing import Undoing
from market.chat.desk.visits import Visits
from market.chat.desk.who import Who
from market.chat.desk.work import Work


class ChatDesk(Who, Finding, Undoing, Visits, Work, Questions, Money, Humans, Manner, Brokering):
    """`bot.desk.Desk`, part by part. Each part asks services, never another feature's tables."""
