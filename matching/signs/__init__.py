"""The signs of danger, by kind, and the turns of speech that take their force away."""

from matching.signs.despair import DESPAIR
from matching.signs.falls import FALLS
from matching.signs.fire import FIRE
from matching.signs.life import LIFE
from matching.signs.missing import MISSING
from matching.signs.poison import POISON
from matching.signs.reading import Sign
from matching.signs.sideways import SIDEWAYS
from matching.signs.sideways_more import SIDEWAYS_MORE
from matching.signs.stroke import STROKE
from matching.signs.violence import VIOLENCE

ALL_SIGNS: tuple[Sign, ...] = (
    *LIFE,
    *STROKE,
    *POISON,
    *FIRE,
    *VIOLENCE,
    *MISSING,
    *DESPAIR,
    *FALLS,
    *SIDEWAYS,
    *SIDEWAYS_MORE,
)
