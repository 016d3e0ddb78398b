"""Polish. Not yet checked by a speaker: the English stands below each phrase."""

from bot import safety
from bot.phrases import care, danger, home, pushed, visits, whose

PHRASES = {
    # Safety: our own words, and the lines of `matching.danger`.
    danger.FIRST: "Jeśli ktoś jest ranny lub w niebezpieczeństwie, zadzwoń teraz pod 999.",
    danger.QUESTION: "Czy ktoś jest z tobą?",
    safety.TOLD: "Powiadomiłem człowieka. Widzi to teraz.",
    safety.NOT_TOLD: "Nikt tu jeszcze o tym nie wie, więc proszę zadzwoń.",
    danger.PASSED_ON: "Przekazałem to dalej. Jeśli będzie gorzej, zadzwoń pod 999.",
    danger.NOT_PASSED_ON: "Nie mogłem tego przekazać. Zadzwoń pod 999 i powiedz im.",
    danger.GLAD: "Cieszę się. Co chcesz zrobić?",
    "Ring 999 now and ask for an ambulance.": "Zadzwoń teraz pod 999 i poproś o karetkę (ambulance).",
    "Ring 999 now and ask for an ambulance. Every minute counts.": (
        "Zadzwoń teraz pod 999 i poproś o karetkę (ambulance). Liczy się każda minuta."
    ),
    "Ring 999 now and ask for an ambulance. Keep the packets to show them.": (
        "Zadzwoń teraz pod 999 i poproś o karetkę (ambulance). Zachowaj opakowania, żeby je pokazać."
    ),
    "Get out, stay out, and ring 999 now. Ask for the fire service.": (
        "Wyjdź, nie wracaj i zadzwoń teraz pod 999. Poproś o straż pożarną (fire)."
    ),
    "Ring 999 now and ask for the police. Get somewhere safe if you can.": (
        "Zadzwoń teraz pod 999 i poproś o policję (police). Jeśli możesz, idź w bezpieczne miejsce."
    ),
    "Ring 999 now and ask for the police. Stay where you are safe.": (
        "Zadzwoń teraz pod 999 i poproś o policję (police). Zostań tam, gdzie jest bezpiecznie."
    ),
    "Ring 999 now and ask for the police. Say they are confused and missing.": (
        "Zadzwoń teraz pod 999 i poproś o policję (police). Powiedz: confused and missing (zagubiona osoba)."
    ),
    "Ring 999 now. You matter, and they will help.": "Zadzwoń teraz pod 999. Jesteś ważny i oni ci pomogą.",
    "Ring 999 now and ask for an ambulance. Don't try to move.": (
        "Zadzwoń teraz pod 999 i poproś o karetkę (ambulance). Nie próbuj się ruszać."
    ),
    "If hurt, cold or alone, after a knock to the head, or on blood thinners: ring 999 now. "
    "If none of these: press your alarm, or ring 111.": (
        "Jeśli jest uraz, zimno, nikogo obok, uderzenie w głowę albo leki na rozrzedzenie krwi: dzwoń teraz pod 999. "
        "Jeśli nie: naciśnij swój alarm albo dzwoń pod 111."
    ),
    "Open the windows, go outside and touch no switches. Then ring 0800 111 999 from outside.": (
        "Otwórz okna, wyjdź na zewnątrz i nie dotykaj włączników. Potem zadzwoń z zewnątrz pod 0800 111 999."
    ),
    "If anybody feels ill, ring 999.": "Jeśli ktoś źle się czuje, zadzwoń pod 999.",
    "Go outside now and ring 999: ask for an ambulance. Open windows on your way and touch no switches.": (
        "Wyjdź teraz i zadzwoń pod 999: poproś o karetkę (ambulance). Po drodze otwórz okna i nie dotykaj włączników."
    ),
    "Then ring the gas emergency line from outside: 0800 111 999.": (
        "Potem zadzwoń z zewnątrz na pogotowie gazowe: 0800 111 999."
    ),
    "Please ring Samaritans now on 116 123, day or night, or NHS 111 and choose option 2. If "
    "you might act on it, ring 999.": (
        "Zadzwoń teraz do Samaritans: 116 123, w dzień i w nocy, albo NHS 111 i wybierz opcję 2. "
        "Jeśli możesz to zrobić, zadzwoń pod 999."
    ),
    "You can also talk to Samaritans on 116 123, day or night, or ring NHS 111 and choose option 2.": (
        "Możesz też porozmawiać z Samaritans: 116 123, w dzień i w nocy, albo zadzwonić pod NHS 111 i wybrać opcję 2."
    ),
    "If you can't speak, ring 999 from a mobile and press 55 when asked.": (
        "Jeśli nie możesz mówić, zadzwoń z komórki pod 999 i wciśnij 55, gdy o to poproszą."
    ),
    "If you are deaf or can't speak: 18000 in the Relay UK app, or text 999 if you have registered for that.": (
        "Jeśli nie słyszysz lub nie mówisz: 18000 w aplikacji Relay UK albo SMS na 999, jeśli masz rejestrację."
    ),
    "If anyone is in danger now, ring 999.": "Jeśli ktoś jest teraz w niebezpieczeństwie, zadzwoń pod 999.",
    "Is anyone in danger now?": "Czy ktoś jest teraz w niebezpieczeństwie?",
    "Is somebody with you?": "Czy ktoś jest z tobą?",
    "What was taken, and when?": "Co zostało wzięte i kiedy?",
    "Is everybody out?": "Czy wszyscy wyszli?",
    "Are you somewhere safe?": "Czy jesteś w bezpiecznym miejscu?",
    "When were they last seen, and where?": "Kiedy i gdzie widziano tę osobę ostatnio?",
    "Are you hurt, or did you hit your head?": "Czy coś cię boli, czy uderzyłeś się w głowę?",
    "Is everybody outside?": "Czy wszyscy są na zewnątrz?",
    # The first page.
    home.HELLO: "Dzień dobry, {name}. Co chcesz zrobić?",
    home.HELLO_VISITOR: "Dzień dobry. Mogę pomóc znaleźć w pobliżu kogoś życzliwego do pomocy. Co chcesz zrobić?",
    home.THANKS: "Proszę bardzo.",
    home.WHO_I_AM: (
        "Tu pomocnik Alongside. Jestem komputerem, nie człowiekiem. Pomagam znaleźć, zamówić i pilnować wsparcia. "
        "Możesz też porozmawiać z człowiekiem."
    ),
    home.AGAIN: "Pytałem o to.",
    home.HELP: "Napisz własnymi słowami albo naciśnij przycisk.",
    home.NOT_UNDERSTOOD: "Nie wiem, czego potrzebujesz. Napisz własnymi słowami albo naciśnij przycisk.",
    home.OUT_OF_SCOPE: "W tym nie mogę pomóc. Mogę pomóc znaleźć, zamówić i pilnować wsparcia.",
    home.OUT_OF_DATE: "To już nieaktualne.",
    home.ANSWERED_ALREADY: "Na to już jest odpowiedź. Nic nie zrobiono dwa razy.",
    home.NOTHING_DONE: "Dobrze. Nic nie zostało zrobione.",
    home.BACK_TO: "Wracamy do tego, co było.",
    home.VOICE: "Nie umiem jeszcze słuchać nagrań. Napisz to albo porozmawiaj z człowiekiem.",
    home.PICTURE: "Nie mogę tu oglądać zdjęć. Napisz to albo porozmawiaj z człowiekiem.",
    home.OTHER_KIND: "Nie mogę tego tu otworzyć. Napisz to albo porozmawiaj z człowiekiem.",
    home.EMPTY: "Nie dostałem żadnych słów. Napisz jeszcze raz albo naciśnij przycisk.",
    home.TOO_LONG: "To długa wiadomość i mogę coś przeoczyć. Napisz to w kilku krótkich zdaniach.",
    home.CONFIRM_SORRY: "Odpowiedz Tak (Yes) albo Nie (No).",
    home.YES_TO_WHAT: "Nie wiem, czego to dotyczy.",
    home.WHICH_YES: "Chcę mieć pewność, o co chodzi. Czy o to?",
    # Who is coming.
    visits.COMING: "{worker} przyjdzie {slot}.{late}",
    visits.COMING_NOBODY: "Na wizytę {slot} nie ma jeszcze nikogo. Szukamy.",
    visits.COMING_LATE: " Spóźni się około {minutes}. Będzie o {at}.",
    visits.HERE_NOW: "{worker} już jest i zostanie do {end}.",
    visits.NOT_SAID_LATE: " Nie wiem nic o spóźnieniu.",
    visits.NONE_DAY: "Nie ma wizyt {day}.",
    visits.NONE_WEEK: "Nie ma wizyt od {first} do {last}.",
    visits.NEXT_IS: " Następna jest {visit}.",
    # Nobody has come.
    visits.NOBODY_DUE: "Nie widzę teraz spóźnionej wizyty.",
    visits.NOBODY_READ_BACK: "{worker} ma wizytę {slot}. Czy mam powiedzieć tej osobie i dyżurnym, że nikt nie przyszedł?",
    visits.NOBODY_READ_BACK_NONE: "Wizyta miała być {slot}. Czy mam powiedzieć dyżurnym, że nikt nie przyszedł?",
    visits.NOBODY_TOLD: "Powiadomiłem: {who}.{by}{number} Jeśli ktoś jest ranny lub zagrożony, zadzwoń pod 999.",
    visits.TOLD_BY: " Odezwą się do {by}.",
    visits.TOLD_NUMBER: " Możesz zadzwonić: {number}.",
    whose.WHICH_VISIT: "O którą wizytę chodzi?",
    whose.WHICH_VISIT_SORRY: "Naciśnij jedną z tych wizyt.",
    whose.NO_SUCH_VISIT: "Nie mogę znaleźć tej wizyty.",
    whose.NO_VISITS: "Nie ma wtedy wizyt.",
    whose.WHO_FOR: "Dla kogo to jest?",
    whose.WHO_FOR_SORRY: "Nie znam tu tego imienia. Naciśnij jedno z nich.",
    whose.NOT_LINKED: "Jeszcze cię tu nie znam. Zaloguj się na swojej stronie i weź kod. Potem wpisz go tutaj.",
    whose.NOBODY_LINKED: "Nie możesz tu jeszcze działać za nikogo. Człowiek może w tym pomóc.",
    # What arrives by itself about a visit.
    pushed.REMINDER: "{worker} przyjdzie {slot}.",
    pushed.COVERED: "{worker} przyjdzie do: {for_name}, {slot}. {usual} tym razem nie może.",
    pushed.COVERED_YOU: "{worker} przyjdzie {slot}. {usual} tym razem nie może.",
    pushed.COVER_USUAL: "Stała osoba",
    pushed.LATE: "{worker} spóźni się około {minutes}. Powinien ktoś być do {at}.",
    pushed.LOOKING: "{worker} nie może przyjść {slot}. Pytam teraz osoby do zastępstwa.",
    pushed.LOOKING_FOR: "{worker} nie może przyjść do: {for_name}, {slot}. Pytam teraz osoby do zastępstwa.",
    pushed.HANDED_TO_DESK: "Nikt jeszcze nie zgodził się przyjść do: {for_name}, {slot}. Zajmują się tym teraz dyżurni.{number}",
    pushed.HANDED_TO_DESK_YOU: "Na twoją wizytę {slot} nikt się jeszcze nie zgodził. Zajmują się tym teraz dyżurni.{number}",
    pushed.COVER: (
        "{usual} nie może przyjść do: {for_name}.\n{title}: {slot}.{place}{pay}\nCzy możesz iść? Odpowiedz do {answer_by}."
    ),
    pushed.COVER_PLACE: "\nMiejsce: {place}.",
    pushed.COVER_PAY: "\nZapłata dla ciebie: {pay}.",
    # A person takes over.
    care.HUMAN_DONE: "Powiadomiłem: {who}. Człowiek odpowie ci tutaj.{by}{number} Do tego czasu będę cicho.",
    care.BACK_AGAIN: "Jestem z powrotem.",
    care.RESUMED: "Jestem z powrotem. Co chcesz zrobić?",
    care.HUMAN_ENDED: "{who} kończy rozmowę. Znowu odpowiadam ja.",
    care.SET_LANGUAGE: "Będziemy pisać po polsku, gdzie się da. Człowiek w tym pomoże.",
    care.TALK_READ_BACK: "{change} Czy to dobrze?",
    care.TALK_DONE: "Zmieniłem to.",
    care.STOPPED: "Nie wyślę więcej wiadomości. Odpowiem, gdy napiszesz. Napisz START, żeby je włączyć.",
    care.STARTED: "Wiadomości są znów włączone.",
}

LABELS = {
    home.WHO_IS_COMING: "Kto przyjdzie?",
    home.NOBODY_HAS_COME: "Nikt nie przyszedł",
    home.FIND_HELP: "Znajdź pomoc",
    home.FIND_THIS: "Znajdź pomoc w tym",
    home.SEE_WEEK: "Zobacz tydzień",
    home.MONEY_LEFT: "Ile zostało pieniędzy",
    home.REQUESTS: "Nowe prośby",
    home.MY_VISITS: "Moje wizyty",
    home.CANNOT_COME: "Nie mogę przyjść",
    home.ASKED_OF_ME: "O co mnie pytają",
    home.HAVE_CODE: "Mam kod",
    home.TALK_TO_PERSON: "Porozmawiaj z człowiekiem",
    home.OPEN_PAGE: "Otwórz stronę",
    home.CHANGE: "Zmień",
    home.YES: "Tak",
    home.NO: "Nie",
    visits.YES_TELL: "Tak, powiedz im",
    danger.SAFE_NOW: "Jesteśmy już bezpieczni",
    "It is not an emergency": "To nie jest nagły wypadek",
    care.HUMAN_BACK: "Wróć do bota",
    pushed.COVER_YES: "Tak, mogę iść",
    pushed.COVER_NO: "Nie, nie mogę",
}
assert pushed.ASK_PERSON in LABELS, "the same words stand on a message that arrives by itself"

ASKS = {
    "polski": "change_how_we_talk",
    "po polsku": "change_how_we_talk",
    "tak": "yes",
    "nie": "no",
    "kto przyjdzie": "who_is_coming",
    "kto dzisiaj przyjdzie": "who_is_coming",
    "kto dziś przyjdzie": "who_is_coming",
    "nikt nie przyszedł": "worker_not_arrived",
    "nikt nie przyszedl": "worker_not_arrived",
    "znajdź pomoc": "find_help",
    "znajdz pomoc": "find_help",
    "zobacz tydzień": "list_visits",
    "moje wizyty": "list_visits",
    "nie mogę przyjść": "cannot_come",
    "nie moge przyjsc": "cannot_come",
    "porozmawiaj z człowiekiem": "talk_to_human",
    "chcę rozmawiać z człowiekiem": "talk_to_human",
    "chce rozmawiac z czlowiekiem": "talk_to_human",
}

TIMES = {
    "today": "dziś", "tomorrow": "jutro", "yesterday": "wczoraj", "on": "", "to": "do", "the": "", "next": "następnego",
    "day": "dnia", "and": "i", "noon": "12:00", "midnight": "0:00", "minutes": "min", "hour": "godz.", "hours": "godz.",
    "a": "", "half": "pół", "Monday": "poniedziałek", "Tuesday": "wtorek", "Wednesday": "środa", "Thursday": "czwartek",
    "Friday": "piątek", "Saturday": "sobota", "Sunday": "niedziela", "January": "stycznia", "February": "lutego",
    "March": "marca", "April": "kwietnia", "May": "maja", "June": "czerwca", "July": "lipca", "August": "sierpnia",
    "September": "września", "October": "października", "November": "listopada", "December": "grudnia",
}  # fmt: skip
