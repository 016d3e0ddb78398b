"""The regulator's web service over real HTTP, as far as we use it. Its records have the shape of the one real record.

`with running_register() as fake:` serves on loopback in a thread. `fake.put(...)` makes a location; `fake.fail` holds the
status to answer with instead, next first; `fake.asked` are the paths asked for, in order.
"""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

KEY = "a-key"
Json = dict[str, Any]


def a_location(number: str, provider: str, *activities: str, **changes: Any) -> Json:
    """A record in the real one's shape, with the fields that the real one has empty filled."""
    record: Json = {
        "locationId": number,
        "providerId": provider,
        "organisationType": "Location",
        "type": "Social Care Org",
        "name": "Wrenfield Home Support",
        "registrationStatus": "Registered",
        "registrationDate": "2019-10-01",
        "postalAddressLine1": "1 The Strand",
        "postalAddressTownCity": "Exmouth",
        "postalCode": "EX8 1PX",
        "careHome": "N",
        "inspectionDirectorate": "Adult social care",
        "relationships": [],
        "locationTypes": [],
        "regulatedActivities": [{"name": name, "code": "RA0"} for name in activities],
        "gacServiceTypes": [{"name": "Homecare agencies", "description": "Domiciliary care service"}],
        "currentRatings": {"overall": {"rating": "Good", "keyQuestionRatings": []}},
        "reports": [],
    }
    return record | changes


class FakeRegister:
    """Locations and providers by id."""

    def __init__(self) -> None:
        self.address = ""
        self.locations: dict[str, Json] = {}
        self.fail: list[int] = []
        self.media_type = "application/json"
        self.asked: list[str] = []

    def put(self, record: Json) -> None:
        self.locations[record["locationId"]] = record

    def answer(self, path: str, key: str | None) -> tuple[int, Json | str]:
        self.asked.append(path)
        if self.fail:
            return self.fail.pop(0), "trouble"
        if key != KEY:
            return 401, {"message": "Access denied due to invalid subscription key."}
        _, kind, number = path.rsplit("/", 2)
        if kind == "locations" and number in self.locations:
            return 200, self.locations[number]
        own = [id_ for id_, record in self.locations.items() if record["providerId"] == number]
        if kind == "providers" and own:
            return 200, {"providerId": number, "organisationType": "Provider", "locationIds": own}
        return 404, {"message": "No such record"}


@contextmanager
def running_register() -> Iterator[FakeRegister]:
    """A fake, served until the block ends."""
    fake = FakeRegister()

    class Talk(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, body = fake.answer(self.path, self.headers.get("Ocp-Apim-Subscription-Key"))
            sent = body.encode() if isinstance(body, str) else json.dumps(body).encode()
            self.send_response(status)
            self.send_header("content-type", fake.media_type)
            self.send_header("content-length", str(len(sent)))
            self.end_headers()
            self.wfile.write(sent)

        def log_message(self, *_: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Talk)
    fake.address = f"http://127.0.0.1:{server.server_port}/public/v1"
    thread = threading.Thread(target=server.serve_forever, daemon=True, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
