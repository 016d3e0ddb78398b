"""Reading what was sent, within a size. Done on the event loop, before a thread or a session is taken."""

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import Message

from market.web.errors import FormTooLarge, FormUnreadable

MOST_FIELDS = 300
MOST_FILES = 5
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


async def read_body(request: Request, most_bytes: int) -> bytes:
    """All that was sent. Raises `FormTooLarge` as soon as it is, whatever length was promised."""
    promised = request.headers.get("content-length", "")
    if promised.isdigit() and int(promised) > most_bytes:
        raise FormTooLarge(most_bytes)
    read = bytearray()
    async for piece in request.stream():
        read += piece
        if len(read) > most_bytes:
            raise FormTooLarge(most_bytes)
    return bytes(read)


async def read_form(request: Request, body: bytes, most_bytes: int) -> FormData:
    """The fields and files in a body. Raises `FormUnreadable` when it is not a form."""
    if not body:
        return FormData()
    if not request.headers.get("content-type", "").startswith(_FORMS):
        raise FormUnreadable

    async def again() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    try:
        form = await Request(request.scope, again).form(
            max_fields=MOST_FIELDS, max_files=MOST_FILES, max_part_size=most_bytes
        )
    except HTTPException as trouble:
        raise FormUnreadable from trouble
    return form
