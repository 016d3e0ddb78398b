"""How this person wants to be talked to here, and whether at all."""

from bot.seen import HowWeTalk
from market.chat.desk.within import Within
from market.messages.service import start_point, stop_point


class Manner(Within):
    """Kept with the conversation: a phone that is shared has its own way of being talked to."""

    def stop_messages(self, key: str) -> None:
        self.conversation.stopped_at = self.conversation.stopped_at or self.now
        self.session.add(self.conversation)
        if channel := self.conversation.via.channel:
            stop_point(self.session, channel=channel, address=self.conversation.address, now=self.now)

    def start_messages(self, key: str) -> None:
        self.conversation.stopped_at = None
        self.session.add(self.conversation)
        if channel := self.conversation.via.channel:
            start_point(self.session, channel=channel, address=self.conversation.address)

    def change_how_we_talk(self, change: HowWeTalk, key: str) -> None:
        told = {"large": change.large_and_slow, "language": change.language, "phone": change.phone_instead}
        self.conversation.manner = self.conversation.manner | {k: v for k, v in told.items() if v is not None}
        self.session.add(self.conversation)
