"""What anybody may say, whatever their role."""

from bot.understanding.evidence.beside_the_point import BESIDE_THE_POINT
from bot.understanding.evidence.concerns import CONCERNS
from bot.understanding.evidence.talking import TALKING
from bot.understanding.evidence.weighing import Evidence

EVERYONE: Evidence = {**CONCERNS, **TALKING, **BESIDE_THE_POINT}
