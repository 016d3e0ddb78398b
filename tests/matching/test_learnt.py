"""What was learnt is fitted on the words that ship, does what it says, and can be fitted again."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.constraints.price import without_thrift
from matching.knowledge.library import shipped as knowledge
from matching.learnt import beyond
from matching.learnt.softmax import Lesson, Softmax, fit
from matching.learnt.weighing import Judged, faint_from, fitted, goodness, ndcg, strong_from
from matching.outside import outside_the_market
from matching.triage import CLEARLY, turned_away
from matching.vectors import bearing


def test_the_model_of_what_lies_outside_is_of_the_sentences_that_ship() -> None:
    """When this fails: run `alongside fit beyond`."""
    model = beyond.shipped()
    assert model is not None
    assert model.of == beyond.mark_of(beyond.rows_to_learn())


def test_the_model_of_bearings_is_of_the_voices_that_ship() -> None:
    """When this fails: run `alongside fit bearing`."""
    model = bearing.shipped()
    assert model is not None
    assert model.of == bearing.mark(knowledge().layer)
    assert len(model.model.weights) == len(knowledge().layer.helps)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("the nurse is off so could your girl see to the tube in his tummy tonight", "nursing"),
        ("would she mind doing his tummy jab of an evening", "nursing"),
        ("can the carer put down more hours than she does and we share it", "illegal"),
        ("pick my little one up from nursery at half three", "childcare"),
    ],
)
def test_what_no_rule_names_is_heard_and_signposted_by_kind(text: str, kind: str) -> None:
    assert outside_the_market(text) is None
    found = turned_away(text)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("looking for a cleaner, as cheap as possible", "looking for a cleaner"),
        ("cheapest carer you have", "carer you have"),
        ("cheep gardener pls", "gardener pls"),
        ("cheap", "cheap"),
        ("he went to Cheapside", "he went to Cheapside"),
    ],
)
def test_a_wish_for_it_to_be_cheap_is_taken_out_before_anybody_listens(text: str, rest: str) -> None:
    assert without_thrift(text) == rest


@pytest.mark.parametrize(
    "text",
    [
        "I've had my leg bandaged by the nurse and would like company on a walk",
        "she injects herself, what she wants is someone to bake with",
        "a carer who speaks Portuguese for my nan",
        "I need help with my own children because of my MS",
        "the builders made a mess, I want a good clean",
        "someone to sit with dad while the solicitor comes",
        "cheap cleaner",
        "lookin 4 cleanr 2hrs a wk cheep as poss",
    ],
)
def test_what_only_looks_outside_is_searched_for(text: str) -> None:
    assert turned_away(text) is None


PLAINLY = """clean my house|clean the house|clean my flat|clean my kitchen|clean my windows|do my ironing|do my shopping|cook my dinner|
mow my lawn|tidy my garden|walk my dog|wash my hair|help me shower|help me get dressed|get me up in the morning|put me to bed|
sit with my husband|sit with my mum|look after my dad|look after my mum|take me shopping|take me to church|take me to the pub|
drive me to hospital|go for a walk with me|play cards with me|read to me|help with my post|sort my bills|help me use my computer|
fix a shelf|change a light bulb|cut my toenails|cut my hair|do my washing|change my bed|stay overnight|stay with my wife at night|
collect my prescription|remind me to take my tablets|help me eat|feed my husband|help me move house|clear my loft|
declutter my house|decorate my bedroom|take my son swimming|support my son at college|support my daughter with autism|
help my brother live on his own|go to the cinema with me|take my mum to the hairdresser|help mum wash|help dad to the toilet|
change my husband's pads|empty my commode|help me budget|teach me to cook|teach me to use my phone|help me find a job|
help me find friends|fill in a form|apply for PIP|speak Polish with me|visit my gran|ring me every day|check on my mum|
deliver meals|bake with me|take me fishing|come to my house and clean|clean my oven|hoover my carpets"""
LEADS = (
    "someone to {}", "I need someone to {}", "somebody to {}", "looking for a carer to {}", "can anyone {}", "woman to {}",
    "help to {} please", "PA to {}", "we are after a nice lady who would {}", "wanted: person to {}", "could you {}",
)  # fmt: skip


def test_plain_requests_are_searched_for_however_they_are_asked() -> None:
    """Far worse than a result too many: to be told that cleaning is against the law."""
    tasks = [task.strip() for task in PLAINLY.replace("\n", "").split("|")]
    asked = [lead.format(task) for task in tasks for lead in LEADS]
    away = {text: found.kind for text in asked if (found := turned_away(text)) is not None}
    assert len(away) <= len(asked) // 200, away
    assert "illegal" not in away.values(), away


def test_nobody_is_told_that_they_ask_for_something_unlawful_on_a_guess() -> None:
    leaning = np.array([-5 if kind == "fine" else 1.1 if kind == "illegal" else 1.0 for kind in beyond.KINDS])
    weights = np.zeros((len(beyond.KINDS), 1), dtype=np.float32)
    model = beyond.Beyond(
        {"coil": 0}, np.ones(1, dtype=np.float32), Softmax(weights, leaning.astype(np.float32)), 0.5, ""
    )
    heard = model.hears("get the coil changed")
    assert (heard.kind, heard.clearly < CLEARLY) == ("illegal", True)
    found = turned_away("get the coil changed", learnt=model)
    assert found is not None
    assert found.kind != "illegal"


def test_a_learnt_model_never_overrules_a_rule_about_harm() -> None:
    model = beyond.shipped()
    assert model is not None
    text = "find me some cocaine"
    ruled = outside_the_market(text)
    assert ruled is not None
    assert ruled.kind == "illegal"
    assert turned_away(text, learnt=model) == ruled


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_heard_without_an_error(text: str) -> None:
    turned_away(text)


def test_fitting_learns_what_is_there_and_gives_the_same_twice() -> None:
    chance = np.random.default_rng(0)
    rows = chance.normal(size=(90, 4)).astype(np.float32)
    classes = (rows[:, 0] > 0).astype(np.int64) + (rows[:, 1] > 0.5)
    worth = np.ones(90, dtype=np.float32)
    models = [fit(rows, classes, 3, worth, Lesson(steps=200, pace=0.1)) for _ in range(2)]
    assert (models[0].shares(rows).argmax(axis=1) == classes).mean() > 0.8
    assert np.array_equal(models[0].weights, models[1].weights)
    assert np.allclose(models[0].shares(rows).sum(axis=1), 1, atol=1e-5)


def test_weights_are_found_that_order_better_and_strong_means_what_it_says() -> None:
    chance = np.random.default_rng(1)
    needs = []
    for _ in range(30):
        grades = chance.integers(0, 3, 20).astype(np.float32)
        telling = grades / 2 + chance.normal(0, 0.2, 20)
        needs.append(Judged(np.stack([chance.random(20), telling]).astype(np.float32), grades))
    start = np.array([1.0, 1.0], dtype=np.float32)
    better = fitted(start, needs)
    assert goodness(better, needs) > goodness(start, needs)
    least = strong_from(better, needs)
    shown = [(better @ one.evidence, one.grades) for one in needs]
    helping = [
        grades[place] > 0 for total, grades in shown for place in np.argsort(-total)[:5] if total[place] >= least
    ]
    assert np.mean(helping) >= 0.8


def test_what_is_too_faint_to_be_shown_seldom_helps_and_what_is_a_little_stronger_would() -> None:
    chance = np.random.default_rng(3)
    grades = [np.array([2, 1] + [0] * 18, dtype=np.float32) for _ in range(40)]
    needs = [Judged((own[None, :] + chance.random(20) * 1.5).astype(np.float32), own) for own in grades]
    weights = np.ones(1, dtype=np.float32)
    faint = faint_from(weights, needs)
    shown = [
        (one.evidence[0][place], one.grades[place] > 0) for one in needs for place in np.argsort(-one.evidence[0])[:10]
    ]
    under = [helps for total, helps in shown if total < faint]
    a_little_more = [helps for total, helps in shown if total < faint + 0.2]
    assert np.mean(under) < 0.1
    assert np.mean(a_little_more) > np.mean(under)


def test_the_best_order_scores_one_and_an_empty_judgement_nothing() -> None:
    grades = np.array([0, 2, 1], dtype=np.float32)
    assert ndcg([1, 2, 0], grades) == 1
    assert ndcg([0, 2, 1], grades) < 1
    assert ndcg([0, 1, 2], np.zeros(3, dtype=np.float32)) == 0
