"""Messages arrive once, in order, by the next way when one will not do; and a crash loses none."""

from datetime import timedelta
from itertools import pairwise

import pytest
from sqlmodel import select

from market.core.database import Database
from market.core.jobs import Worker
from market.core.tables import EventRow, OutboxRow, OutboxStatus
from market.messages import queries
from market.messages.handlers import handlers
from market.messages.rules import MOST_TRIES_PER_CHANNEL, Channel
from market.messages.sending import Blocked, Failed, MaybeSent, Outcome, TryLater
from market.messages.service import Message, Recipient, open_point, settle_unsure, stop_point, tell, was_rung
from market.people.tables import Account
from tests.messages.conftest import FakeSender, Killed, Post

ANYBODY = Recipient(name="Sam", email="sam@example.org")


def _tell(post: Post, text: str, *, to: Recipient = ANYBODY, kind: str = "booking.news", key: str = "") -> OutboxRow:
    with post.database.write() as session:
        row = tell(session, to=to, message=Message(kind, "", text), key=key or text, at=post.clock.now())
    assert row is not None
    return row


def _row(database: Database, row: OutboxRow) -> OutboxRow:
    with database.read() as session:
        found = session.get(OutboxRow, row.id)
        assert found is not None
        return found


def test_a_message_is_written_once_for_each_key(post: Post) -> None:
    first = _tell(post, "hello", key="k")
    second = _tell(post, "hello again", key="k")
    assert first.id == second.id
    post.worker.run_due()
    assert post.mail.texts == ["hello"]


def test_nobody_to_reach_is_said_by_none(post: Post) -> None:
    with post.database.write() as session:
        assert (
            tell(session, to=Recipient(name="Sam"), message=Message("x", "", "t"), key="k", at=post.clock.now()) is None
        )


def test_messages_to_one_person_arrive_in_order_even_when_the_first_must_wait(post: Post) -> None:
    post.mail.answers = [TryLater("busy"), TryLater("busy")]
    for text in ("one", "two", "three"):
        _tell(post, text)
    post.worker.run_due()
    assert post.mail.texts == ["one"]
    post.clock.move(timedelta(minutes=1))
    post.worker.run_due()
    post.clock.move(timedelta(minutes=1))
    post.worker.run_due()
    assert post.mail.texts == ["one", "one", "one", "two", "three"]


def test_an_urgent_message_does_not_wait_behind_one_that_is_not(post: Post) -> None:
    post.mail.answers = [TryLater("busy")]
    _tell(post, "news")
    post.worker.run_due()
    _tell(post, "can you go?", kind="cascade.question")
    post.worker.run_due()
    assert post.mail.texts == ["news", "can you go?"]


def test_another_person_is_not_held_up(post: Post) -> None:
    post.mail.answers = [TryLater("busy")]
    _tell(post, "one")
    _tell(post, "other", to=Recipient(name="Pat", email="pat@example.org"))
    post.worker.run_due()
    assert post.mail.got[-1] == ("pat@example.org", "other")


def test_a_blocked_chat_falls_back_to_email_and_is_remembered(post: Post, account: Account) -> None:
    with post.database.write() as session:
        open_point(session, account_id=account.id, channel=Channel.TELEGRAM, address="42", now=post.clock.now())
    post.chat.answers = [Blocked()]
    row = _tell(post, "one", to=Recipient(account.id))
    post.worker.run_due()
    assert post.mail.got == [("wendy@example.org", "one")]
    assert _row(post.database, row).channel == "email"
    _tell(post, "two", to=Recipient(account.id))
    post.worker.run_due()
    assert len(post.chat.got) == 1


def test_stop_works_on_messages_already_queued(post: Post, account: Account) -> None:
    with post.database.write() as session:
        open_point(session, account_id=account.id, channel=Channel.TELEGRAM, address="42", now=post.clock.now())
    _tell(post, "one", to=Recipient(account.id))
    with post.database.write() as session:
        stop_point(session, channel=Channel.TELEGRAM, address="42", now=post.clock.now())
    post.worker.run_due()
    assert (post.chat.got, post.mail.texts) == ([], ["one"])


def test_sms_that_is_not_set_up_is_passed_over(post: Post) -> None:
    _tell(post, "one", to=Recipient(name="Sam", phone="07700 900001", email="sam@example.org"))
    post.worker.run_due()
    assert post.mail.texts == ["one"]


def test_a_channel_that_keeps_failing_gives_way_to_a_call_by_staff(post: Post) -> None:
    post.mail.answers = [TryLater("down")] * 5
    row = _tell(post, "one", to=Recipient(name="Sam", phone="07700 900001", email="sam@example.org"))
    for _ in range(20):
        post.worker.run_due()
        post.clock.move(timedelta(minutes=5))
    assert len(post.mail.got) == 5
    with post.database.read() as session:
        [(waiting, envelope)] = queries.call_list(session)
    assert (waiting.id, waiting.address, envelope.name) == (row.id, "07700 900001", "Sam")


def test_a_message_goes_down_every_way_in_order_with_growing_waits_and_ends_on_the_call_list(
    post: Post, account: Account
) -> None:
    """Chat blocked, the SMS gateway busy until it is given up, e-mail refused: staff ring."""
    sms = FakeSender(answers=[TryLater("busy")] * MOST_TRIES_PER_CHANNEL)
    post.chat.answers, post.mail.answers = [Blocked()], [Failed("no such address")]
    with post.database.write() as session:
        open_point(session, account_id=account.id, channel=Channel.TELEGRAM, address="4242", now=post.clock.now())
        row = session.get(Account, account.id)
        assert row is not None
        row.phone = "07700 900001"
        session.add(row)
    sent = _tell(post, "one", to=Recipient(account_id=account.id))
    worker = Worker(post.database, post.clock, handlers({"telegram": post.chat, "sms": sms, "email": post.mail}))
    began, tries = post.clock.now(), []
    for _ in range(400):
        before = len(sms.got)
        worker.run_due()
        tries += [post.clock.now() - began] * (len(sms.got) - before)
        post.clock.move(timedelta(seconds=4))
    assert len(post.chat.got) == 1
    assert [address for address, _ in sms.got] == ["+447700900001"] * MOST_TRIES_PER_CHANNEL
    waits = [later - earlier for earlier, later in pairwise(tries)]
    assert waits == sorted(waits)
    assert waits[-1] > 3 * waits[0]
    assert len(post.mail.got) == 1
    with post.database.read() as session:
        [(waiting, envelope)] = queries.call_list(session)
        event = session.exec(select(EventRow).where(EventRow.name == "message.to_call_list")).one()
    assert (waiting.id, envelope.name, event.subject) == (sent.id, "Wendy Coombes", sent.id)


def test_a_message_with_no_way_left_is_given_up_and_says_so(post: Post) -> None:
    post.mail.answers = [Failed("no such address")]
    row = _tell(post, "one")
    post.worker.run_due()
    assert _row(post.database, row).status is OutboxStatus.FAILED


@pytest.mark.parametrize("lost", [MaybeSent("timeout")])
def test_a_lost_answer_leaves_ordinary_news_to_staff(post: Post, lost: Outcome) -> None:
    post.mail.answers = [lost]
    row = _tell(post, "one")
    _tell(post, "two")
    post.worker.run_due()
    assert _row(post.database, row).status is OutboxStatus.UNSURE
    assert post.mail.texts == ["one", "two"]


def test_staff_can_send_an_unsure_message_again_once(post: Post) -> None:
    from market.core.actor import Actor, Role

    officer = Actor("acc_1", "Jo", Role.OUT_OF_HOURS)
    post.mail.answers = [MaybeSent("timeout")]
    row = _tell(post, "one")
    post.worker.run_due()
    with post.database.write() as session:
        settle_unsure(session, message_id=row.id, again=True, by=officer, now=post.clock.now())
    post.worker.run_due()
    assert post.mail.texts == ["one", "one"]
    assert _row(post.database, row).status is OutboxStatus.SENT


def test_staff_tick_off_somebody_they_rang(post: Post) -> None:
    from market.core.actor import Actor, Role

    officer = Actor("acc_1", "Jo", Role.OUT_OF_HOURS)
    row = _tell(post, "one", to=Recipient(name="Sam", phone="07700 900001"))
    post.worker.run_due()
    with post.database.write() as session:
        was_rung(session, message_id=row.id, reached=True, by=officer, now=post.clock.now())
    with post.database.read() as session:
        assert queries.call_list(session) == []


def _die() -> Outcome:
    raise Killed


def _killed_in(post: Post, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run the worker once and end it in the middle of a step."""
    from market.messages.handlers import Delivery

    if step == "before anything":
        return
    worker = post.worker
    if step == "while sending":
        post.mail.answers = [_die]
    elif step == "after begin":
        monkeypatch.setattr(Delivery, "call", lambda self, begun: _die())
    else:
        monkeypatch.setattr(Delivery, "settle", lambda *a, **k: _die())
    with pytest.raises(Killed):
        worker.run_due()
    monkeypatch.undo()


STEPS = ["before anything", "after begin", "while sending", "before settle"]


@pytest.mark.parametrize("step", STEPS)
def test_a_cascade_question_cut_off_anywhere_goes_again(post: Post, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    row = _tell(post, "can you go?", kind="cascade.question")
    _killed_in(post, step, monkeypatch)
    post.clock.move(timedelta(minutes=2))
    post.worker.run_due()
    assert post.mail.texts[-1] == "can you go?"
    assert _row(post.database, row).status is OutboxStatus.SENT
    assert set(post.mail.readied) == {row.id}


@pytest.mark.parametrize("step", STEPS)
def test_ordinary_news_cut_off_anywhere_is_never_sent_twice(
    post: Post, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = _tell(post, "one")
    _tell(post, "two")
    _killed_in(post, step, monkeypatch)
    post.clock.move(timedelta(minutes=2))
    post.worker.run_due()
    assert post.mail.texts.count("one") <= 1
    sure = step == "before anything"
    assert _row(post.database, row).status is (OutboxStatus.SENT if sure else OutboxStatus.UNSURE)
    assert post.mail.texts[-1] == "two"


def test_a_second_job_for_a_message_being_sent_leaves_it_alone(post: Post) -> None:
    """Two workers side by side: the one that comes second neither sends nor settles."""
    row = _tell(post, "one")
    seen: list[OutboxStatus] = []

    def meanwhile() -> Outcome:
        from market.core.jobs import put_job
        from market.messages.sending import Sent

        with post.database.write() as session:
            put_job(session, "messages.send", {"message_id": row.id}, run_at=post.clock.now(), key="second")
        post.worker.run_due()
        seen.append(_row(post.database, row).status)
        return Sent("x")

    post.mail.answers = [meanwhile]
    post.worker.run_due()
    assert seen == [OutboxStatus.SENDING]
    assert post.mail.texts == ["one"]
    assert _row(post.database, row).status is OutboxStatus.SENT
