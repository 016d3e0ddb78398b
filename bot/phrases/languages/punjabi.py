"""Punjabi in Gurmukhi letters. Not yet checked by a speaker: the English stands below each phrase."""

from bot import safety
from bot.phrases import care, danger, home, pushed, visits, whose

PHRASES = {
    # Safety: our own words, and the lines of `matching.danger`.
    danger.FIRST: "ਜੇ ਕੋਈ ਜ਼ਖਮੀ ਹੈ ਜਾਂ ਖ਼ਤਰੇ ਵਿੱਚ ਹੈ, ਹੁਣੇ 999 'ਤੇ ਫ਼ੋਨ ਕਰੋ।",
    danger.QUESTION: "ਕੀ ਕੋਈ ਤੁਹਾਡੇ ਨਾਲ ਹੈ?",
    safety.TOLD: "ਮੈਂ ਇੱਥੇ ਇੱਕ ਇਨਸਾਨ ਨੂੰ ਦੱਸ ਦਿੱਤਾ ਹੈ। ਉਹ ਇਹ ਹੁਣ ਦੇਖ ਸਕਦੇ ਹਨ।",
    safety.NOT_TOLD: "ਇੱਥੇ ਅਜੇ ਕਿਸੇ ਨੂੰ ਨਹੀਂ ਦੱਸਿਆ ਗਿਆ, ਇਸ ਲਈ ਕਿਰਪਾ ਕਰਕੇ ਫ਼ੋਨ ਕਰੋ।",
    danger.PASSED_ON: "ਮੈਂ ਇਹ ਅੱਗੇ ਦੱਸ ਦਿੱਤਾ ਹੈ। ਜੇ ਹਾਲਤ ਵਿਗੜੇ, 999 'ਤੇ ਫ਼ੋਨ ਕਰੋ।",
    danger.NOT_PASSED_ON: "ਮੈਂ ਇਹ ਅੱਗੇ ਨਹੀਂ ਦੱਸ ਸਕਿਆ। ਕਿਰਪਾ ਕਰਕੇ 999 'ਤੇ ਫ਼ੋਨ ਕਰਕੇ ਦੱਸੋ।",
    danger.GLAD: "ਮੈਨੂੰ ਖੁਸ਼ੀ ਹੈ। ਤੁਸੀਂ ਕੀ ਕਰਨਾ ਚਾਹੋਗੇ?",
    "Ring 999 now and ask for an ambulance.": "ਹੁਣੇ 999 'ਤੇ ਫ਼ੋਨ ਕਰੋ ਅਤੇ ਐਂਬੂਲੈਂਸ (ambulance) ਮੰਗੋ।",
    "Ring 999 now and ask for an ambulance. Every minute counts.": (
        "ਹੁਣੇ 999 'ਤੇ ਫ਼ੋਨ ਕਰੋ ਅਤੇ ਐਂਬੂਲੈਂਸ (ambulance) ਮੰਗੋ। ਹਰ ਮਿੰਟ ਜ਼ਰੂਰੀ ਹੈ।"
    ),
    "Ring 999 now and ask for an ambulance. Keep the packets to show them.": (
        "ਹੁਣੇ 999 'ਤੇ ਫ਼ੋਨ ਕਰੋ ਅਤੇ ਐਂਬੂਲੈਂਸ (ambulance) ਮੰਗੋ। ਦਵਾਈ ਦੇ ਪੈਕਟ ਦਿਖਾਉਣ ਲਈ ਰੱਖੋ।"
    ),
    "Get out, stay out, and ring 999 now. Ask for the fire service.": (
        "ਬਾਹਰ ਨਿਕਲੋ, ਅੰਦਰ ਨਾ ਜਾਓ, ਅਤੇ ਹੁਣੇ 999 'ਤੇ ਫ਼ੋਨ ਕਰੋ। ਫਾਇਰ ਬ੍ਰਿਗੇਡ (fire) ਮੰਗੋ।"
    ),
    "Ring 999 now and ask for the police. Get somewhere safe if you can.": (
        "ਹੁਣੇ 999 'ਤੇ ਫ਼ੋਨ ਕਰੋ ਅਤੇ ਪੁਲਿਸ (police) ਮੰਗੋ। ਜੇ ਹੋ ਸਕੇ ਤਾਂ ਸੁਰੱਖਿਅਤ ਥਾਂ 'ਤੇ ਜਾਓ।"
    ),
    "Ring 999 now and ask for the police. Stay where you are safe.": (
        "ਹੁਣੇ 999 'ਤੇ ਫ਼ੋਨ ਕਰੋ ਅਤੇ ਪੁਲਿਸ (police) ਮੰਗੋ। ਜਿੱਥੇ ਸੁਰੱਖਿਅਤ ਹੋ ਉੱਥੇ ਹੀ ਰਹੋ।"
    ),
    "Ring 999 now and ask for the police. Say they are confused and missing.": (
        "ਹੁਣੇ 999 'ਤੇ ਫ਼ੋਨ ਕਰੋ ਅਤੇ ਪੁਲਿਸ (police) ਮੰਗੋ। ਕਹੋ: confused and missing (ਉਲਝਣ ਵਿੱਚ ਅਤੇ ਲਾਪਤਾ)।"
    ),
    "Ring 999 now. You matter, and they will help.": "ਹੁਣੇ 999 'ਤੇ ਫ਼ੋਨ ਕਰੋ। ਤੁਸੀਂ ਕੀਮਤੀ ਹੋ, ਅਤੇ ਉਹ ਮਦਦ ਕਰਨਗੇ।",
    "Ring 999 now and ask for an ambulance. Don't try to move.": (
        "ਹੁਣੇ 999 'ਤੇ ਫ਼ੋਨ ਕਰੋ ਅਤੇ ਐਂਬੂਲੈਂਸ (ambulance) ਮੰਗੋ। ਹਿੱਲਣ ਦੀ ਕੋਸ਼ਿਸ਼ ਨਾ ਕਰੋ।"
    ),
    "If hurt, cold or alone, after a knock to the head, or on blood thinners: ring 999 now. "
    "If none of these: press your alarm, or ring 111.": (
        "ਜੇ ਸੱਟ ਲੱਗੀ ਹੈ, ਠੰਢ ਹੈ, ਇਕੱਲੇ ਹੋ, ਸਿਰ 'ਤੇ ਸੱਟ ਹੈ, ਜਾਂ ਖੂਨ ਪਤਲਾ ਕਰਨ ਦੀ ਦਵਾਈ ਲੈਂਦੇ ਹੋ: ਹੁਣੇ 999 'ਤੇ ਫ਼ੋਨ ਕਰੋ। "
        "ਜੇ ਇਨ੍ਹਾਂ ਵਿੱਚੋਂ ਕੁਝ ਨਹੀਂ: ਆਪਣਾ ਅਲਾਰਮ ਦਬਾਓ, ਜਾਂ 111 'ਤੇ ਫ਼ੋਨ ਕਰੋ।"
    ),
    "Open the windows, go outside and touch no switches. Then ring 0800 111 999 from outside.": (
        "ਖਿੜਕੀਆਂ ਖੋਲ੍ਹੋ, ਬਾਹਰ ਜਾਓ ਅਤੇ ਕੋਈ ਸਵਿੱਚ ਨਾ ਛੂਹੋ। ਫਿਰ ਬਾਹਰੋਂ 0800 111 999 'ਤੇ ਫ਼ੋਨ ਕਰੋ।"
    ),
    "If anybody feels ill, ring 999.": "ਜੇ ਕਿਸੇ ਦੀ ਤਬੀਅਤ ਖਰਾਬ ਲੱਗੇ, 999 'ਤੇ ਫ਼ੋਨ ਕਰੋ।",
    "Go outside now and ring 999: ask for an ambulance. Open windows on your way and touch no switches.": (
        "ਹੁਣੇ ਬਾਹਰ ਜਾਓ ਅਤੇ 999 'ਤੇ ਫ਼ੋਨ ਕਰੋ: ਐਂਬੂਲੈਂਸ (ambulance) ਮੰਗੋ। ਜਾਂਦੇ ਹੋਏ ਖਿੜਕੀਆਂ ਖੋਲ੍ਹੋ ਅਤੇ ਕੋਈ ਸਵਿੱਚ ਨਾ ਛੂਹੋ।"
    ),
    "Then ring the gas emergency line from outside: 0800 111 999.": ("ਫਿਰ ਬਾਹਰੋਂ ਗੈਸ ਐਮਰਜੈਂਸੀ ਲਾਈਨ 'ਤੇ ਫ਼ੋਨ ਕਰੋ: 0800 111 999।"),
    "Please ring Samaritans now on 116 123, day or night, or NHS 111 and choose option 2. If "
    "you might act on it, ring 999.": (
        "ਕਿਰਪਾ ਕਰਕੇ ਹੁਣੇ Samaritans ਨੂੰ 116 123 'ਤੇ ਫ਼ੋਨ ਕਰੋ, ਦਿਨ ਹੋਵੇ ਜਾਂ ਰਾਤ, ਜਾਂ NHS 111 'ਤੇ ਫ਼ੋਨ ਕਰਕੇ 2 ਚੁਣੋ। "
        "ਜੇ ਤੁਸੀਂ ਅਜਿਹਾ ਕਰ ਸਕਦੇ ਹੋ, 999 'ਤੇ ਫ਼ੋਨ ਕਰੋ।"
    ),
    "You can also talk to Samaritans on 116 123, day or night, or ring NHS 111 and choose option 2.": (
        "ਤੁਸੀਂ Samaritans ਨਾਲ 116 123 'ਤੇ ਵੀ ਗੱਲ ਕਰ ਸਕਦੇ ਹੋ, ਦਿਨ ਹੋਵੇ ਜਾਂ ਰਾਤ, ਜਾਂ NHS 111 'ਤੇ ਫ਼ੋਨ ਕਰਕੇ 2 ਚੁਣੋ।"
    ),
    "If you can't speak, ring 999 from a mobile and press 55 when asked.": (
        "ਜੇ ਤੁਸੀਂ ਬੋਲ ਨਹੀਂ ਸਕਦੇ, ਮੋਬਾਈਲ ਤੋਂ 999 'ਤੇ ਫ਼ੋਨ ਕਰੋ ਅਤੇ ਪੁੱਛਣ 'ਤੇ 55 ਦਬਾਓ।"
    ),
    "If you are deaf or can't speak: 18000 in the Relay UK app, or text 999 if you have registered for that.": (
        "ਜੇ ਤੁਸੀਂ ਸੁਣ ਜਾਂ ਬੋਲ ਨਹੀਂ ਸਕਦੇ: Relay UK ਐਪ ਵਿੱਚ 18000, ਜਾਂ ਜੇ ਰਜਿਸਟਰ ਕੀਤਾ ਹੈ ਤਾਂ 999 'ਤੇ SMS ਭੇਜੋ।"
    ),
    "If anyone is in danger now, ring 999.": "ਜੇ ਕੋਈ ਹੁਣ ਖ਼ਤਰੇ ਵਿੱਚ ਹੈ, 999 'ਤੇ ਫ਼ੋਨ ਕਰੋ।",
    "Is anyone in danger now?": "ਕੀ ਕੋਈ ਹੁਣ ਖ਼ਤਰੇ ਵਿੱਚ ਹੈ?",
    "Is somebody with you?": "ਕੀ ਕੋਈ ਤੁਹਾਡੇ ਨਾਲ ਹੈ?",
    "What was taken, and when?": "ਕੀ ਲਿਆ ਗਿਆ ਸੀ, ਅਤੇ ਕਦੋਂ?",
    "Is everybody out?": "ਕੀ ਸਾਰੇ ਬਾਹਰ ਨਿਕਲ ਗਏ ਹਨ?",
    "Are you somewhere safe?": "ਕੀ ਤੁਸੀਂ ਸੁਰੱਖਿਅਤ ਥਾਂ 'ਤੇ ਹੋ?",
    "When were they last seen, and where?": "ਉਹ ਆਖਰੀ ਵਾਰ ਕਦੋਂ ਅਤੇ ਕਿੱਥੇ ਦੇਖੇ ਗਏ ਸਨ?",
    "Are you hurt, or did you hit your head?": "ਕੀ ਤੁਹਾਨੂੰ ਸੱਟ ਲੱਗੀ ਹੈ, ਜਾਂ ਸਿਰ 'ਤੇ ਸੱਟ ਲੱਗੀ?",
    "Is everybody outside?": "ਕੀ ਸਾਰੇ ਬਾਹਰ ਹਨ?",
    # The first page.
    home.HELLO: "ਸਤ ਸ੍ਰੀ ਅਕਾਲ {name}। ਤੁਸੀਂ ਕੀ ਕਰਨਾ ਚਾਹੋਗੇ?",
    home.HELLO_VISITOR: "ਸਤ ਸ੍ਰੀ ਅਕਾਲ। ਮੈਂ ਤੁਹਾਡੇ ਨੇੜੇ ਮਦਦ ਲਈ ਕੋਈ ਚੰਗਾ ਇਨਸਾਨ ਲੱਭਣ ਵਿੱਚ ਮਦਦ ਕਰ ਸਕਦਾ ਹਾਂ। ਤੁਸੀਂ ਕੀ ਕਰਨਾ ਚਾਹੋਗੇ?",
    home.THANKS: "ਕੋਈ ਗੱਲ ਨਹੀਂ।",
    home.WHO_I_AM: (
        "ਮੈਂ Alongside ਦਾ ਸਹਾਇਕ ਹਾਂ। ਮੈਂ ਕੰਪਿਊਟਰ ਹਾਂ, ਇਨਸਾਨ ਨਹੀਂ। ਮੈਂ ਮਦਦ ਲੱਭਣ ਅਤੇ ਤੈਅ ਕਰਨ ਵਿੱਚ ਨਾਲ ਹਾਂ। "
        "ਤੁਸੀਂ ਕਿਸੇ ਇਨਸਾਨ ਨਾਲ ਵੀ ਗੱਲ ਕਰ ਸਕਦੇ ਹੋ।"
    ),
    home.AGAIN: "ਮੈਂ ਇਹ ਪੁੱਛਿਆ ਸੀ।",
    home.HELP: "ਆਪਣੇ ਸ਼ਬਦਾਂ ਵਿੱਚ ਦੱਸੋ, ਜਾਂ ਬਟਨ ਦਬਾਓ।",
    home.NOT_UNDERSTOOD: "ਮੈਨੂੰ ਪੱਕਾ ਨਹੀਂ ਪਤਾ ਤੁਹਾਨੂੰ ਕੀ ਚਾਹੀਦਾ ਹੈ। ਆਪਣੇ ਸ਼ਬਦਾਂ ਵਿੱਚ ਦੱਸੋ, ਜਾਂ ਬਟਨ ਦਬਾਓ।",
    home.OUT_OF_SCOPE: "ਇਸ ਵਿੱਚ ਮੈਂ ਮਦਦ ਨਹੀਂ ਕਰ ਸਕਦਾ। ਮੈਂ ਸਹਾਰਾ ਲੱਭਣ, ਬੁੱਕ ਕਰਨ ਅਤੇ ਉਸ ਦਾ ਧਿਆਨ ਰੱਖਣ ਵਿੱਚ ਮਦਦ ਕਰ ਸਕਦਾ ਹਾਂ।",
    home.OUT_OF_DATE: "ਇਹ ਹੁਣ ਪੁਰਾਣਾ ਹੋ ਗਿਆ ਹੈ।",
    home.ANSWERED_ALREADY: "ਇਸ ਦਾ ਜਵਾਬ ਪਹਿਲਾਂ ਹੀ ਹੋ ਗਿਆ ਹੈ। ਕੁਝ ਵੀ ਦੋ ਵਾਰ ਨਹੀਂ ਕੀਤਾ ਗਿਆ।",
    home.NOTHING_DONE: "ਠੀਕ ਹੈ। ਕੁਝ ਨਹੀਂ ਕੀਤਾ ਗਿਆ।",
    home.BACK_TO: "ਹੁਣ, ਵਾਪਸ ਉੱਥੇ ਜਿੱਥੇ ਅਸੀਂ ਸੀ।",
    home.VOICE: "ਮੈਂ ਅਜੇ ਆਵਾਜ਼ ਵਾਲੇ ਸੁਨੇਹੇ ਨਹੀਂ ਸੁਣ ਸਕਦਾ। ਕਿਰਪਾ ਕਰਕੇ ਲਿਖੋ, ਜਾਂ ਕਿਸੇ ਇਨਸਾਨ ਨਾਲ ਗੱਲ ਕਰੋ।",
    home.PICTURE: "ਮੈਂ ਇੱਥੇ ਤਸਵੀਰਾਂ ਨਹੀਂ ਦੇਖ ਸਕਦਾ। ਕਿਰਪਾ ਕਰਕੇ ਲਿਖੋ, ਜਾਂ ਕਿਸੇ ਇਨਸਾਨ ਨਾਲ ਗੱਲ ਕਰੋ।",
    home.OTHER_KIND: "ਮੈਂ ਇਹ ਇੱਥੇ ਨਹੀਂ ਖੋਲ੍ਹ ਸਕਦਾ। ਕਿਰਪਾ ਕਰਕੇ ਲਿਖੋ, ਜਾਂ ਕਿਸੇ ਇਨਸਾਨ ਨਾਲ ਗੱਲ ਕਰੋ।",
    home.EMPTY: "ਮੈਨੂੰ ਕੋਈ ਸ਼ਬਦ ਨਹੀਂ ਮਿਲੇ। ਕਿਰਪਾ ਕਰਕੇ ਦੁਬਾਰਾ ਲਿਖੋ, ਜਾਂ ਬਟਨ ਦਬਾਓ।",
    home.TOO_LONG: "ਇਹ ਲੰਮਾ ਸੁਨੇਹਾ ਹੈ, ਅਤੇ ਮੇਰੇ ਤੋਂ ਕੁਝ ਰਹਿ ਸਕਦਾ ਹੈ। ਕਿਰਪਾ ਕਰਕੇ ਕੁਝ ਛੋਟੀਆਂ ਲਾਈਨਾਂ ਵਿੱਚ ਲਿਖੋ।",
    home.CONFIRM_SORRY: "ਕਿਰਪਾ ਕਰਕੇ ਹਾਂ (Yes) ਜਾਂ ਨਹੀਂ (No) ਕਹੋ।",
    home.YES_TO_WHAT: "ਮੈਨੂੰ ਪੱਕਾ ਨਹੀਂ ਪਤਾ ਇਹ ਕਿਸ ਬਾਰੇ ਹੈ।",
    home.WHICH_YES: "ਮੈਂ ਪੱਕਾ ਕਰਨਾ ਚਾਹੁੰਦਾ ਹਾਂ ਕਿ ਤੁਹਾਡਾ ਮਤਲਬ ਕਿਹੜਾ ਹੈ। ਕੀ ਇਹ ਇਸ ਬਾਰੇ ਹੈ?",
    # Who is coming.
    visits.COMING: "{worker} {slot} ਆ ਰਹੇ ਹਨ।{late}",
    visits.COMING_NOBODY: "{slot} ਦੀ ਫੇਰੀ ਲਈ ਅਜੇ ਕੋਈ ਤੈਅ ਨਹੀਂ। ਅਸੀਂ ਲੱਭ ਰਹੇ ਹਾਂ।",
    visits.COMING_LATE: " ਉਹ ਲਗਭਗ {minutes} ਲੇਟ ਹਨ। ਉਹ {at} ਪਹੁੰਚਣਗੇ।",
    visits.HERE_NOW: "{worker} ਆ ਗਏ ਹਨ, ਅਤੇ {end} ਤੱਕ ਇੱਥੇ ਹਨ।",
    visits.NOT_SAID_LATE: " ਮੈਨੂੰ ਲੇਟ ਹੋਣ ਬਾਰੇ ਕੁਝ ਨਹੀਂ ਪਤਾ।",
    visits.NONE_DAY: "{day} ਕੋਈ ਫੇਰੀ ਨਹੀਂ।",
    visits.NONE_WEEK: "{first} ਤੋਂ {last} ਤੱਕ ਕੋਈ ਫੇਰੀ ਨਹੀਂ।",
    visits.NEXT_IS: " ਅਗਲੀ {visit} ਹੈ।",
    # Nobody has come.
    visits.NOBODY_DUE: "ਮੈਨੂੰ ਹੁਣ ਕੋਈ ਲੇਟ ਫੇਰੀ ਨਹੀਂ ਦਿਸਦੀ।",
    visits.NOBODY_READ_BACK: "{worker} ਨੇ {slot} ਆਉਣਾ ਸੀ। ਕੀ ਮੈਂ ਉਨ੍ਹਾਂ ਨੂੰ ਅਤੇ ਡੈਸਕ ਨੂੰ ਦੱਸਾਂ ਕਿ ਕੋਈ ਨਹੀਂ ਆਇਆ?",
    visits.NOBODY_READ_BACK_NONE: "{slot} ਇੱਕ ਫੇਰੀ ਹੋਣੀ ਸੀ। ਕੀ ਮੈਂ ਡੈਸਕ ਨੂੰ ਦੱਸਾਂ ਕਿ ਕੋਈ ਨਹੀਂ ਆਇਆ?",
    visits.NOBODY_TOLD: "ਮੈਂ ਦੱਸ ਦਿੱਤਾ ਹੈ: {who}।{by}{number} ਜੇ ਕੋਈ ਜ਼ਖਮੀ ਹੈ ਜਾਂ ਸੁਰੱਖਿਅਤ ਨਹੀਂ, 999 'ਤੇ ਫ਼ੋਨ ਕਰੋ।",
    visits.TOLD_BY: " ਤੁਹਾਨੂੰ {by} ਤੱਕ ਜਵਾਬ ਮਿਲੇਗਾ।",
    visits.TOLD_NUMBER: " ਤੁਸੀਂ {number} 'ਤੇ ਫ਼ੋਨ ਕਰ ਸਕਦੇ ਹੋ।",
    whose.WHICH_VISIT: "ਤੁਹਾਡਾ ਮਤਲਬ ਕਿਹੜੀ ਫੇਰੀ ਹੈ?",
    whose.WHICH_VISIT_SORRY: "ਕਿਰਪਾ ਕਰਕੇ ਇਨ੍ਹਾਂ ਵਿੱਚੋਂ ਇੱਕ ਦਬਾਓ।",
    whose.NO_SUCH_VISIT: "ਮੈਨੂੰ ਉਹ ਫੇਰੀ ਨਹੀਂ ਲੱਭਦੀ।",
    whose.NO_VISITS: "ਉਦੋਂ ਕੋਈ ਫੇਰੀ ਨਹੀਂ।",
    whose.WHO_FOR: "ਇਹ ਕਿਸ ਲਈ ਹੈ?",
    whose.WHO_FOR_SORRY: "ਮੈਂ ਇੱਥੇ ਇਹ ਨਾਂ ਨਹੀਂ ਜਾਣਦਾ। ਕਿਰਪਾ ਕਰਕੇ ਇੱਕ ਦਬਾਓ।",
    whose.NOT_LINKED: "ਮੈਂ ਅਜੇ ਤੁਹਾਨੂੰ ਇੱਥੇ ਨਹੀਂ ਜਾਣਦਾ। ਆਪਣੇ ਪੰਨੇ 'ਤੇ ਸਾਈਨ ਇਨ ਕਰਕੇ ਕੋਡ ਲਓ। ਫਿਰ ਕੋਡ ਇੱਥੇ ਲਿਖੋ।",
    whose.NOBODY_LINKED: "ਤੁਸੀਂ ਅਜੇ ਇੱਥੇ ਕਿਸੇ ਲਈ ਕੰਮ ਨਹੀਂ ਕਰ ਸਕਦੇ। ਕੋਈ ਇਨਸਾਨ ਇਸ ਵਿੱਚ ਮਦਦ ਕਰ ਸਕਦਾ ਹੈ।",
    # What arrives by itself about a visit.
    pushed.REMINDER: "{worker} {slot} ਆ ਰਹੇ ਹਨ।",
    pushed.COVERED: "{worker} {slot} {for_name} ਕੋਲ ਜਾਣਗੇ। {usual} ਇਸ ਵਾਰ ਨਹੀਂ ਆ ਸਕਦੇ।",
    pushed.COVERED_YOU: "{worker} {slot} ਆਉਣਗੇ। {usual} ਇਸ ਵਾਰ ਨਹੀਂ ਆ ਸਕਦੇ।",
    pushed.COVER_USUAL: "ਆਮ ਸਹਾਇਕ",
    pushed.LATE: "{worker} ਲਗਭਗ {minutes} ਲੇਟ ਹਨ। ਉਹ {at} ਤੱਕ ਪਹੁੰਚ ਜਾਣੇ ਚਾਹੀਦੇ ਹਨ।",
    pushed.LOOKING: "{worker} {slot} ਨਹੀਂ ਆ ਸਕਦੇ। ਮੈਂ ਹੁਣ ਤੁਹਾਡੇ ਬਦਲਵੇਂ ਲੋਕਾਂ ਨੂੰ ਪੁੱਛ ਰਿਹਾ ਹਾਂ।",
    pushed.LOOKING_FOR: "{worker} {slot} {for_name} ਕੋਲ ਨਹੀਂ ਆ ਸਕਦੇ। ਮੈਂ ਹੁਣ ਬਦਲਵੇਂ ਲੋਕਾਂ ਨੂੰ ਪੁੱਛ ਰਿਹਾ ਹਾਂ।",
    pushed.HANDED_TO_DESK: "{slot} {for_name} ਕੋਲ ਜਾਣ ਲਈ ਅਜੇ ਕਿਸੇ ਨੇ ਹਾਂ ਨਹੀਂ ਕਹੀ। ਹੁਣ ਇਹ ਡੈਸਕ ਦੇਖ ਰਿਹਾ ਹੈ।{number}",
    pushed.HANDED_TO_DESK_YOU: "{slot} ਦੀ ਤੁਹਾਡੀ ਫੇਰੀ ਲਈ ਅਜੇ ਕਿਸੇ ਨੇ ਹਾਂ ਨਹੀਂ ਕਹੀ। ਹੁਣ ਇਹ ਡੈਸਕ ਦੇਖ ਰਿਹਾ ਹੈ।{number}",
    pushed.COVER: "{usual} {for_name} ਕੋਲ ਨਹੀਂ ਆ ਸਕਦੇ।\n{title}: {slot}।{place}{pay}\nਕੀ ਤੁਸੀਂ ਜਾ ਸਕਦੇ ਹੋ? ਕਿਰਪਾ ਕਰਕੇ {answer_by} ਤੱਕ ਦੱਸੋ।",
    pushed.COVER_PLACE: "\nਥਾਂ: {place}।",
    pushed.COVER_PAY: "\nਤੁਹਾਨੂੰ ਮਿਲਣਗੇ: {pay}।",
    # A person takes over.
    care.HUMAN_DONE: "ਮੈਂ ਦੱਸ ਦਿੱਤਾ ਹੈ: {who}। ਕੋਈ ਇਨਸਾਨ ਤੁਹਾਨੂੰ ਇੱਥੇ ਜਵਾਬ ਦੇਵੇਗਾ।{by}{number} ਉਦੋਂ ਤੱਕ ਮੈਂ ਚੁੱਪ ਰਹਾਂਗਾ।",
    care.BACK_AGAIN: "ਮੈਂ ਵਾਪਸ ਆ ਗਿਆ ਹਾਂ।",
    care.RESUMED: "ਮੈਂ ਵਾਪਸ ਆ ਗਿਆ ਹਾਂ। ਤੁਸੀਂ ਕੀ ਕਰਨਾ ਚਾਹੋਗੇ?",
    care.HUMAN_ENDED: "{who} ਨੇ ਗੱਲ ਖਤਮ ਕਰ ਦਿੱਤੀ ਹੈ। ਹੁਣ ਮੈਂ ਫਿਰ ਜਵਾਬ ਦੇਵਾਂਗਾ।",
    care.SET_LANGUAGE: "ਜਿੱਥੇ ਹੋ ਸਕੇ ਅਸੀਂ ਪੰਜਾਬੀ ਵਰਤਾਂਗੇ। ਕੋਈ ਇਨਸਾਨ ਇਸ ਵਿੱਚ ਮਦਦ ਕਰੇਗਾ।",
    care.TALK_READ_BACK: "{change} ਕੀ ਇਹ ਠੀਕ ਹੈ?",
    care.TALK_DONE: "ਮੈਂ ਇਹ ਬਦਲ ਦਿੱਤਾ ਹੈ।",
    care.STOPPED: "ਮੈਂ ਹੋਰ ਸੁਨੇਹੇ ਨਹੀਂ ਭੇਜਾਂਗਾ। ਤੁਸੀਂ ਲਿਖੋ ਤਾਂ ਜਵਾਬ ਦੇਵਾਂਗਾ। ਫਿਰ ਚਾਲੂ ਕਰਨ ਲਈ START ਲਿਖੋ।",
    care.STARTED: "ਸੁਨੇਹੇ ਫਿਰ ਚਾਲੂ ਹਨ।",
}

LABELS = {
    home.WHO_IS_COMING: "ਕੌਣ ਆ ਰਿਹਾ ਹੈ?",
    home.NOBODY_HAS_COME: "ਕੋਈ ਨਹੀਂ ਆਇਆ",
    home.FIND_HELP: "ਮਦਦ ਲੱਭੋ",
    home.FIND_THIS: "ਇਸ ਵਿੱਚ ਮਦਦ ਲੱਭੋ",
    home.SEE_WEEK: "ਹਫ਼ਤਾ ਦੇਖੋ",
    home.MONEY_LEFT: "ਬਾਕੀ ਪੈਸੇ",
    home.REQUESTS: "ਨਵੀਆਂ ਬੇਨਤੀਆਂ",
    home.MY_VISITS: "ਮੇਰੀਆਂ ਫੇਰੀਆਂ",
    home.CANNOT_COME: "ਮੈਂ ਨਹੀਂ ਆ ਸਕਦਾ",
    home.ASKED_OF_ME: "ਮੈਨੂੰ ਕੀ ਪੁੱਛਿਆ ਗਿਆ",
    home.HAVE_CODE: "ਮੇਰੇ ਕੋਲ ਕੋਡ ਹੈ",
    home.TALK_TO_PERSON: "ਕਿਸੇ ਇਨਸਾਨ ਨਾਲ ਗੱਲ ਕਰੋ",
    home.OPEN_PAGE: "ਪੰਨਾ ਖੋਲ੍ਹੋ",
    home.CHANGE: "ਬਦਲੋ",
    home.YES: "ਹਾਂ",
    home.NO: "ਨਹੀਂ",
    visits.YES_TELL: "ਹਾਂ, ਉਨ੍ਹਾਂ ਨੂੰ ਦੱਸੋ",
    danger.SAFE_NOW: "ਅਸੀਂ ਹੁਣ ਸੁਰੱਖਿਅਤ ਹਾਂ",
    "It is not an emergency": "ਇਹ ਐਮਰਜੈਂਸੀ ਨਹੀਂ ਹੈ",
    care.HUMAN_BACK: "ਬੋਟ 'ਤੇ ਵਾਪਸ ਜਾਓ",
    pushed.COVER_YES: "ਹਾਂ, ਮੈਂ ਜਾ ਸਕਦਾ ਹਾਂ",
    pushed.COVER_NO: "ਨਹੀਂ, ਮੈਂ ਨਹੀਂ ਜਾ ਸਕਦਾ",
}
assert pushed.ASK_PERSON in LABELS, "the same words stand on a message that arrives by itself"

ASKS = {
    "ਪੰਜਾਬੀ": "change_how_we_talk",
    "punjabi": "change_how_we_talk",
    "panjabi": "change_how_we_talk",
    "ਹਾਂ": "yes",
    "ਨਹੀਂ": "no",
    "ਕੌਣ ਆ ਰਿਹਾ ਹੈ": "who_is_coming",
    "ਅੱਜ ਕੌਣ ਆ ਰਿਹਾ ਹੈ": "who_is_coming",
    "ਕੋਈ ਨਹੀਂ ਆਇਆ": "worker_not_arrived",
    "ਮਦਦ ਲੱਭੋ": "find_help",
    "ਹਫ਼ਤਾ ਦੇਖੋ": "list_visits",
    "ਮੇਰੀਆਂ ਫੇਰੀਆਂ": "list_visits",
    "ਮੈਂ ਨਹੀਂ ਆ ਸਕਦਾ": "cannot_come",
    "ਕਿਸੇ ਇਨਸਾਨ ਨਾਲ ਗੱਲ ਕਰੋ": "talk_to_human",
    "koi nahi aaya": "worker_not_arrived",
    "koi nahin aaya": "worker_not_arrived",
}

TIMES = {
    "today": "ਅੱਜ", "tomorrow": "ਕੱਲ੍ਹ (ਆਉਣ ਵਾਲਾ)", "yesterday": "ਕੱਲ੍ਹ (ਬੀਤਿਆ)", "on": "", "to": "ਤੋਂ", "the": "", "next": "ਅਗਲੇ",
    "day": "ਦਿਨ", "and": "ਅਤੇ", "noon": "12:00", "midnight": "0:00", "minutes": "ਮਿੰਟ", "hour": "ਘੰਟਾ", "hours": "ਘੰਟੇ",
    "a": "", "half": "ਅੱਧਾ", "Monday": "ਸੋਮਵਾਰ", "Tuesday": "ਮੰਗਲਵਾਰ", "Wednesday": "ਬੁੱਧਵਾਰ", "Thursday": "ਵੀਰਵਾਰ",
    "Friday": "ਸ਼ੁੱਕਰਵਾਰ", "Saturday": "ਸ਼ਨੀਵਾਰ", "Sunday": "ਐਤਵਾਰ", "January": "ਜਨਵਰੀ", "February": "ਫਰਵਰੀ",
    "March": "ਮਾਰਚ", "April": "ਅਪ੍ਰੈਲ", "May": "ਮਈ", "June": "ਜੂਨ", "July": "ਜੁਲਾਈ", "August": "ਅਗਸਤ",
    "September": "ਸਤੰਬਰ", "October": "ਅਕਤੂਬਰ", "November": "ਨਵੰਬਰ", "December": "ਦਸੰਬਰ",
}  # fmt: skip
