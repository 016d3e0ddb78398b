"""Making a sent picture safe to show: known by its bytes and not its name, turned upright, cut square, drawn anew.

Drawing anew leaves behind everything that a camera wrote beside the picture: where it was taken, when, on whose telephone.
Bytes in, bytes out.
"""

import warnings
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from market.core.file_kinds import MOST_BYTES, most_pixels, sniff
from providers.photographs.errors import NotAPhotograph, PhotographTooLarge

SIDE = 480
_KINDS = ("JPEG", "PNG", "WEBP")
_QUALITY = 84
_PAPER = (255, 255, 255)
_NOT_A_PICTURE = (
    UnidentifiedImageError,
    Image.DecompressionBombError,
    OSError,
    ValueError,
    SyntaxError,
)


def safe_photograph(sent: bytes) -> bytes:
    """A square JPEG of 480 pixels with nothing in it but the picture. Raises `NotAPhotograph`, `PhotographTooLarge`."""
    if len(sent) > MOST_BYTES:
        raise PhotographTooLarge(MOST_BYTES)
    kind = sniff(sent)
    if kind is None or not kind.is_image:
        raise NotAPhotograph
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # too large a picture is refused here by its size, before it is unpacked
            with Image.open(BytesIO(sent), formats=_KINDS) as opened:
                if opened.width * opened.height > most_pixels(kind):
                    raise PhotographTooLarge(MOST_BYTES)
                opened.draft("RGB", (SIDE * 2, SIDE * 2))
                upright = ImageOps.exif_transpose(opened)
                picture = ImageOps.fit(_on_paper(upright), (SIDE, SIDE), Image.Resampling.LANCZOS, centering=(0.5, 0.4))
    except _NOT_A_PICTURE as trouble:
        raise NotAPhotograph from trouble
    drawn = BytesIO()
    picture.save(drawn, "JPEG", quality=_QUALITY, optimize=True)
    return drawn.getvalue()


def _on_paper(picture: Image.Image) -> Image.Image:
    """Without see-through parts, and without anything that was kept beside the picture."""
    layered = picture.convert("RGBA")
    paper = Image.new("RGB", layered.size, _PAPER)
    paper.paste(layered, mask=layered.getchannel("A"))
    return paper
