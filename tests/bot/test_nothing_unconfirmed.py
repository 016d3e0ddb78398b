"""Whatever is typed and pressed, in whatever order: nothing is done that was not read back and agreed to, and nothing breaks."""

from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answering import NEVER_MIND, YES_WORDS, plain
from bot.commands import UNDO_WORDS
from bot.flows.manner import asked_at_once
from bot.flows.table import BY_INTENT
from bot.messages import MOST_BUTTONS, Incoming, Reply
from bot.phrases.saying import LONDON, at_slot, clock, count, length, money, slot_words
from bot.seen import OpenQuestion, Request, Slot, Visit
from tests.bot.talking import HERE, Talking
from tests.bot.transcripts import PUSHES, WORLDS
from tests.fakes.scripted_desk import ScriptedDesk
from tests.fakes.scripted_understanding import ScriptedUnderstanding, meaning
from tests.fakes.scripted_world import COVER, DEARER, OFFERINGS, PEOPLE

HARMLESS = {
    "report_danger", "add_to_danger", "hand_over", "tell_human", "resume", "link_account", "stop_messages",
    "start_messages", "take_back",
}  # fmt: skip
"""Deeds that need no read-back: they call a human, are said in so many words, or only bring back what was there before."""

READ_BACKS = {
    "ask": ("Shall I ask", "Ask them?", "Ask for the other"),
    "cancel_visit": ("Stop ",),
    "move_visit": ("would move to", "Move "),
    "report_nobody_came": ("that nobody has come?", "nobody came?"),
    "cannot_come": ("You can't come to",),
    "running_late": ("late for",),
    "arrived": ("You got to", "'s since"),
    "finished": ("You left", "Left "),
    "accept": ("Say yes to", "New request from", "Yes to ", "Answer by", "asks to move", "Move "),
    "decline": ("Say no to", "No to "),
    "settle": (
        "Can you go?", "Is that all right?", "You can go", "You can't go", "more. Is that right?", "Can you? ", "You go to", "more?",
    ),
    "add_outcome": ("Add to",),
    "raise_concern": ("I will tell the safeguarding team", "Tell safeguarding"),
    "change_how_we_talk": (
        "I will say less", "We will", "Fewer words", "I will say more", "More words again", "Shall I note that", "Note it?",
    ),
}  # fmt: skip
"""What the message that was agreed to must have said, by deed; in full, or in few words."""

DAYS = st.sampled_from(["2026-11-20", "2026-11-23", "2026-11-24", "2026-11-26", "2026-12-01"])
TIMES = st.sampled_from(["08:30", "09:00", "14:00", "22:00"])
SLOTS = st.fixed_dictionaries(
    {},
    optional={
        "for_whom": st.sampled_from(["self", "other", "other:dad", "other:mum", "other:nan"]),
        "need": st.sampled_from(["a walk", "washing", "🙂"]),
        "person": st.sampled_from(["Donna", "Kev", "Mrs K", "EH", ""]),
        "place": st.sampled_from(["EX4", "nowhere"]),
        "date": DAYS,
        "until": DAYS,
        "dates": st.lists(DAYS, min_size=1, max_size=3),
        "weekdays": st.lists(st.sampled_from(["MO", "TU", "TH", "SU"]), min_size=1, max_size=3, unique=True),
        "repeat": st.sampled_from(["weekly", "fortnightly", "daily", "weekdays", "once"]),
        "start": TIMES,
        "end": TIMES,
        "duration_minutes": st.sampled_from([5, 30, 60, 90, 3000]),
        "minutes_late": st.integers(0, 90),
        "language": st.just("Polish"),
        "which_visit": st.fixed_dictionaries(
            {}, optional={"date": DAYS, "start": TIMES, "person": st.sampled_from(["Donna", "elsie"])}
        ),
    },
)
INTENTS = sorted({*BY_INTENT, "out_of_scope", "greeting_or_thanks", "no", "danger_now", "florble"} - {"link_account"})
WORDS = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["1", "2", "9", "tomorrow", "9 to 10", "change", "never mind", "EX4 4QJ", "stop", "/start", "start", "4821", "a walk",
         "the first one", "code K7Q2M9", "undo", "put it back", "nie", "ਨਹੀਂ", "Nikt nie przyszedł",
          "dad is not breathing", "resume", "bigger", "slow down", "back to english", "no", "12 weeks", "x" * 3000, "\x00\ud800"]
    ),
)  # fmt: skip
A_WHOLE_BOOKING = meaning(
    "book_visit",
    {"for_whom": "other:dad", "person": "Donna", "date": "2026-12-01", "start": "09:00", "end": "10:00"},
)
STEPS = st.one_of(
    st.tuples(st.just("book"), st.just(A_WHOLE_BOOKING)),
    st.tuples(st.just("say"), WORDS),
    st.tuples(st.just("mean"), st.tuples(st.sampled_from(INTENTS), SLOTS)),
    st.tuples(st.just("press"), st.integers(0, 60)),
    st.tuples(st.just("press newest"), st.integers(0, 4)),
    st.tuples(st.just("yes"), st.sampled_from(sorted(YES_WORDS))),
    st.tuples(st.just("push"), st.sampled_from(sorted(PUSHES))),
    st.tuples(st.just("wait"), st.sampled_from([1, 30, 600, 5000])),
    st.tuples(st.just("kind"), st.sampled_from(["voice", "picture", "file", "other"])),
    st.tuples(st.just("again"), st.just(0)),
)


@dataclass(frozen=True)
class World:
    """What there was to act on before a message was sent, by id."""

    visits: dict[str, Visit]
    requests: dict[str, Request]
    questions: dict[str, OpenQuestion]

    @classmethod
    def of(cls, desk: ScriptedDesk) -> "World":
        return cls({v.id: v for v in desk.own}, {r.id: r for r in desk.waiting}, {q.id: q for q in desk.questions})


def named_in(deed: tuple[str, ...], world: World, talk: Talking, today: date) -> list[str]:
    """What the message agreed to must have named: who, when, how long or how much, and the very words that are passed on."""
    verb, *facts = deed
    if verb == "ask":
        wanted = talk.desk.wanted[-1]
        provider = next(found.provider for found in OFFERINGS if found.offering_id == wanted.offering_id)
        return [provider, money(int(facts[1])), clock(wanted.start), clock(wanted.end)]
    if verb == "move_visit":
        terms = talk.desk.moves[-1]
        was = at_slot(Slot(terms.visit.start, terms.visit.end), today)
        return [terms.visit.worker, was, slot_words(terms.to, today), money(terms.pence)]
    if verb in ("cancel_visit", "report_nobody_came", "running_late", "arrived", "finished"):
        visit = world.visits[facts[0]]
        who = visit.for_name if verb in ("running_late", "arrived", "finished") else visit.worker
        told = [who, at_slot(Slot(visit.start, visit.end), today)]
        if verb == "cancel_visit":
            told += [money(int(facts[1]))] if facts[1] != "0" else ["harge"]
        if verb == "running_late":
            told.append(length(int(facts[1])))
        return told + ([clock(time.fromisoformat(facts[1]))] if verb in ("arrived", "finished") else [])
    if verb == "cannot_come":
        visits = [world.visits[visit_id] for visit_id in facts[0].split(",")[:4]]
        return [part for v in visits for part in (v.for_name, at_slot(Slot(v.start, v.end), today))]
    if verb in ("accept", "decline"):
        request = world.requests[facts[0]]
        many = slot_words(request.moves, today) if request.moves else count(request.visits, "visit")
        of_a_yes = [money(request.total_pence), many] if verb == "accept" else facts[1:2]
        return [request.for_name, request.title, *of_a_yes]
    if verb == "settle" and (asked := world.questions.get(facts[0])):
        slot = [] if asked.kind == "renew" else [slot_words(asked.slot, today)]
        return [
            asked.for_name if asked.kind == "cover" else asked.who,
            *slot,
            *([money(asked.extra_pence)] if asked.extra_pence else []),
        ]
    return list(facts[1:]) if verb in ("add_outcome", "raise_concern") else []


@dataclass
class Trial:
    """One chat under test, with what is needed to judge each deed."""

    talk: Talking
    said: list[Incoming] = field(default_factory=list)
    declining: bool = False
    days: dict[int, date] = field(default_factory=dict)
    """On which day each reply was shown: it said "today" of that one."""

    def take(self, step: tuple[str, Any]) -> None:
        verb, what = step
        if verb == "push":
            self.talk.push(PUSHES[what](self.talk))
            self._note_days()
        elif verb == "wait":
            self.talk.now += timedelta(minutes=what)
        else:
            self._send(self._incoming(verb, what))

    def _note_days(self) -> None:
        for reply in self.talk.seen:
            self.days.setdefault(id(reply), self.talk.now.astimezone(LONDON).date())

    def _incoming(self, verb: str, what: Any) -> Incoming:
        id = f"in_{len(self.said)}"
        if verb == "again" and self.said:
            return self.said[-1]
        if verb in ("mean", "book"):
            text = f"words {len(self.said)}"
            assert isinstance(self.talk.understand, ScriptedUnderstanding)
            self.talk.understand.meanings[text] = what if verb == "book" else meaning(*what)
            return Incoming(id, HERE, text)
        if verb == "kind":
            return Incoming(id, HERE, kind=what)
        if verb.startswith("press"):
            return Incoming(id, HERE, button=self._button(verb, what), kind="button")
        return Incoming(id, HERE, str(what))

    def _button(self, verb: str, at: int) -> str:
        shown = self.talk.seen[-1:] if verb == "press newest" else self.talk.seen
        ids = [b.id for r in shown for b in r.buttons if b.id]
        return ids[at % len(ids)] if ids else "btn_nobody_made"

    def _send(self, incoming: Incoming) -> None:
        before, seen, world = len(self.talk.desk.done), list(self.talk.seen), World.of(self.talk.desk)
        is_new = incoming not in self.said
        if is_new:
            self.said.append(incoming)
        turn = self.talk.send(incoming)
        self._note_days()
        assert all(reply.text.strip() and len(reply.buttons) <= MOST_BUTTONS for reply in turn.replies)
        assert all(b.id or b.url for reply in turn.replies for b in reply.buttons)
        deeds = [d for d in self.talk.desk.done[before:] if d[0] not in HARMLESS]
        assert len(deeds) <= (1 if is_new else 0)
        self.declining |= any(
            b.id == incoming.button and b.means == "decline" for r in self.talk.seen for b in r.buttons
        )
        for deed in deeds:
            self._judge(deed, incoming, seen, world)

    def _judge(self, deed: tuple[str, ...], incoming: Incoming, seen: list[Reply], world: "World") -> None:
        if deed[0] == "decline" and self.declining:
            return
        if deed[0] == "change_how_we_talk" and (
            plain(incoming.text) in UNDO_WORDS or asked_at_once(plain(incoming.text))
        ):
            return
        if incoming.kind == "button":
            under = next(r for r in seen if any(b.id == incoming.button for b in r.buttons))
            means = next(b.means for b in under.buttons if b.id == incoming.button)
            if means == "back" and deed[0] == "change_how_we_talk":
                return  # undo: it brings back what was there before
            assert means == "confirm" or (deed[0] == "settle" and means == "decline"), (deed, under)
        else:
            under = next(r for r in reversed(seen) if any(b.means == "confirm" for b in r.buttons))
            assert plain(incoming.text) in YES_WORDS, (deed, incoming)
        assert any(words in under.text for words in READ_BACKS[deed[0]]), (deed, under.text)
        for named in named_in(deed, world, self.talk, self.days[id(under)]):
            assert named.lower() in under.text.lower(), (deed, named, under.text)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    who=st.sampled_from(sorted(PEOPLE)),
    world=st.one_of(st.none(), st.sampled_from(sorted(set(WORLDS) - {"desk down"}))),
    asked=st.booleans(),
    steps=st.lists(STEPS, min_size=1, max_size=14),
)
def test_nothing_is_done_unasked_and_nothing_breaks(
    who: str, world: str | None, asked: bool, steps: list[tuple[str, Any]]
) -> None:
    trial = Trial(Talking(ScriptedDesk(PEOPLE[who])))
    if world:
        WORLDS[world](trial.talk.desk)
    if asked:
        trial.talk.desk.questions += [COVER, replace(DEARER, for_name="Edna")]
    for step in steps:
        trial.take(step)


def test_never_mind_is_no_yes() -> None:
    assert not NEVER_MIND & YES_WORDS
