"""How far each word, pair, kind or beginning leans to danger, in hundredths: by `bot.understanding.fitting`."""

from matching.signs.weights import part_1, part_2, part_3, part_4, part_5, part_6, part_7

WEIGHTS = part_1.TEXT + part_2.TEXT + part_3.TEXT + part_4.TEXT + part_5.TEXT + part_6.TEXT + part_7.TEXT
