"""A mail server over a real socket, just enough of one. `letters` are what it took; `refuse` says no in the server's words."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage


class FakeSmtp:
    """One server. `refuse` maps a command ("RCPT", "DATA", "END") to the answer given instead of yes."""

    def __init__(self) -> None:
        self.port = 0
        self.letters: list[EmailMessage] = []
        self.refuse: dict[str, str] = {}
        self.hang_up_after_data = False

    def take(self, talk: "_Talk") -> None:
        """One conversation, command by command."""
        talk.say("220 fake")
        while line := talk.hear():
            command = line.split()[0].upper()
            if command in self.refuse:
                talk.say(self.refuse[command])
            elif command == "EHLO":
                talk.say("250 fake")
            elif command == "DATA":
                talk.say("354 go on")
                if not self._letter(talk):
                    return
            elif command == "QUIT":
                talk.say("221 bye")
                return
            else:
                talk.say("250 ok")

    def _letter(self, talk: "_Talk") -> bool:
        lines = []
        while (line := talk.hear()) != ".":
            lines.append(line.removeprefix(".") if line.startswith("..") else line)
        if self.hang_up_after_data:
            return False
        if "END" in self.refuse:
            talk.say(self.refuse["END"])
            return True
        raw = "\r\n".join(lines).encode()
        self.letters.append(message_from_bytes(raw, policy=policy.default))
        talk.say("250 taken")
        return True


class _Talk(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        server: FakeSmtp = self.server.fake  # type: ignore[attr-defined]
        server.take(self)

    def say(self, line: str) -> None:
        self.wfile.write(line.encode() + b"\r\n")

    def hear(self) -> str:
        return self.rfile.readline().decode().rstrip("\r\n")


@contextmanager
def running_smtp() -> Iterator[FakeSmtp]:
    """A fake mail server, serving on loopback."""
    fake = FakeSmtp()
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Talk) as server:
        server.fake = fake  # type: ignore[attr-defined]
        fake.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield fake
        server.shutdown()
