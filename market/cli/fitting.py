"""For makers: fit anew what is learnt, after the knowledge has grown. Each command says how well it does on what it did not see."""

import csv
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import numpy as np
import typer

from bot.understanding import alarm_lessons
from bot.understanding.fitting import danger_told
from bot.understanding.fitting_danger import fit_danger
from market.cli.wiring_up import fail
from market.core.clock import SystemClock
from market.core.database import Database
from market.core.places import PlaceNames
from market.migrations.upgrade import upgrade
from market.search.keeping import DEMO_VECTORS
from market.seeding import load_demo
from matching import evaluate
from matching.asked import as_heard
from matching.index import Index
from matching.knowledge import files
from matching.knowledge.library import shipped as knowledge
from matching.learnt import beyond as outside
from matching.learnt.weighing import Judged, as_row, by_name, cross_validated, faint_from, fitted, goodness, strong_from
from matching.need import Need
from matching.rank import weigh
from matching.search import ask
from matching.vectors import alarm as taught_alarm
from matching.vectors import bearing as helps
from matching.vectors import ear as taught_ear
from matching.vectors import ear_lessons
from matching.vectors.alarm import Alarm
from matching.vectors.ear import Ear, Listener, ear_of
from matching.vectors.meanings import texts_of
from matching.vectors.minilm import MiniLM, installed
from matching.vectors.narrowed import Narrowed
from matching.vectors.remembered import Remembered
from matching.vectors.school import School
from matching.weights import BY_WORDS, FAINT, FILE, STRONG, WITH_MEANING, Weights
from providers.candidates import candidates

app = typer.Typer(no_args_is_help=True)
CACHE = Path(__file__).parents[2] / ".cache"


@app.command()
def beyond(
    wronged: Annotated[
        float, typer.Option(min=0.001, max=0.2, help="Share of needs that only look wrong to be caught.")
    ] = 0.02,
) -> None:
    """What lies outside the market: from outside_told.csv and the voices of the needs layer."""
    school, _ = _outside_school()
    found = outside.examine(school, wronged)
    typer.echo(
        f"Kept aside in turn: {found.caught:.1%} of what is outside caught, {found.wronged:.1%} of what only looks so, "
        f"{found.plain:.2%} of plain requests."
    )
    outside.graduate(school, found.sure).save()
    typer.echo(f"{len(school.parts):,} parts learnt from {len(school.rows):,} sentences.")


@app.command()
def ear(
    wronged: Annotated[
        float, typer.Option(min=0.001, max=0.2, help="Share of needs that only look wrong to be caught.")
    ] = 0.06,
    rounds: Annotated[float, typer.Option(min=0.01, max=20, help="How often each sentence is heard.")] = 1.75,
) -> None:
    """The ear: which help a need is about, and what lies outside the market. Needs jax; twenty minutes, twice."""
    _needs_jax("ear")
    encoder, layer = _weights(), knowledge().layer
    ids, voices = list(layer.helps), helps.told_of(layer)
    by_words, made = _outside_school()
    told = outside.rows_to_learn()
    written = ear_lessons.lessons(told, made, voices, ids)
    texts = _as_heard(one.text for one in written)
    taught_with = [replace(one, text=text) for one, text in zip(written, texts, strict=True)]
    school = School(
        encoder,
        [one.text for one in taught_with],
        ear_lessons.questions(taught_with, len(ids)),
        taught_ear.mark(told, layer),
        taught_ear.BENT,
        np.array([one.made for one in taught_with], dtype=np.int64),
    )
    aside = ear_lessons.kept_aside(taught_with, made, len(told))
    tried = school.teach(rounds, aside, typer.echo)
    words = by_words.surpluses(
        by_words.taught(without=aside[aside < len(told) + len(made)].tolist()), range(len(told) + len(made))
    )
    found = ear_lessons.examine(school, taught_with, tried, aside, words, wronged)
    typer.echo(
        f"Kept aside: {found.first:.1%} of voices told right at first guess, {found.five:.1%} in five; with the words, {found.caught:.1%} "
        f"of what is outside caught, {found.wronged:.1%} of what only looks so, {found.plain:.2%} of plain requests."
    )
    taught = school.teach(rounds, aside[:0], typer.echo, found.sure)
    if (apart := ear_lessons.apart(school, taught_with, taught, Ear(encoder, taught))) > ear_lessons.ALIKE:
        fail(f"The ear hears otherwise than it was taught: readings differ by {apart:.3f}. Nothing was saved.")
    taught.save(taught_ear.FILE)


@app.command()
def alarm(
    rounds: Annotated[float, typer.Option(min=0.01, max=20, help="How often each message is heard.")] = 3,
) -> None:
    """The alarm: danger now told from what only shares its words. Needs jax; some minutes, twice."""
    _needs_jax("alarm")
    encoder, told = _weights(), danger_told()
    texts, asked = [one.text for one in told], alarm_lessons.questions(told)
    lessons = School(encoder, texts, asked, alarm_lessons.mark(told), taught_alarm.BENT)
    aside = alarm_lessons.kept_aside(told)
    tried = lessons.teach(rounds, aside, typer.echo)
    words = fit_danger([one for number, one in enumerate(told) if number not in set(aside.tolist())])
    for line in alarm_lessons.examine(lessons, told, tried, aside, words):
        typer.echo(line)
    taught = lessons.teach(rounds, aside[:0], typer.echo)
    if (apart := alarm_lessons.apart(lessons, told, taught, Alarm(encoder, taught))) > ear_lessons.ALIKE:
        fail(f"The alarm hears otherwise than it was taught: readings differ by {apart:.3f}. Nothing was saved.")
    taught.save(taught_alarm.FILE)


def _needs_jax(what: str) -> None:
    if find_spec("jax") is None:
        fail(f"Teaching needs jax. Run ./dev fit {what}, which installs it.")


def _outside_school() -> tuple[outside.School, list[outside.Made]]:
    layer = knowledge().layer
    voices = [text for help_ in layer.helps.values() for text in (*help_.said, *help_.told)]
    languages = [row["name"] for row in files.rows("languages.csv")]
    made = outside.made(files.rows("outside_tasks.csv"), languages)
    return outside.School(outside.rows_to_learn(), made, voices[::2]), made


@app.command()
def bearing() -> None:
    """Which helps a text bears on, and the vectors of the needs layer that ship with it."""
    encoder = Remembered(_weights(), CACHE)
    layer = knowledge().layer
    told, ids = helps.told_of(layer), list(layer.helps)
    vectors = encoder.encode(_as_heard([text for _, text in told]))
    encoder.save()
    aside = np.random.default_rng(4).random(len(told)) < 0.1
    learnt = helps.taught([told[number] for number in np.flatnonzero(~aside)], vectors[~aside], ids, encoder.name)
    guesses = learnt.model.logits(vectors[aside]).argsort(axis=1)[:, ::-1][:, :5]
    tried = [told[number][0] for number in np.flatnonzero(aside)]
    right = np.array([[ids[guess] == help_id for guess in row] for row, help_id in zip(guesses, tried, strict=True)])
    typer.echo(
        f"A tenth kept aside: {right[:, 0].mean():.1%} right at first guess, {right.any(axis=1).mean():.1%} in five."
    )
    helps.taught(told, vectors, ids, encoder.name).save()
    Narrowed.of([text for _, text in told], vectors, encoder.name).save()
    typer.echo(f"{len(ids)} helps learnt from {len(told):,} voices and stories.")


def _as_heard(texts: Iterable[str]) -> list[str]:
    """What is taught, read as a need is before anybody listens to it."""
    places = PlaceNames()
    return [as_heard(text, knowledge(), places) for text in texts]


@app.command()
def weights(
    sets: Annotated[
        list[Path],
        typer.Argument(exists=True, file_okay=False, help="Folders with catalogue, queries, qrels and places."),
    ],
) -> None:
    """What each kind of evidence counts, on judged needs in the instrument's format; every set counts the same.

    A folder like those in tests/matching/judged holds offerings that stand beside the first folder's; where its needs are in parts,
    only `dev` counts.
    """
    raw = _weights()
    encoder = Remembered(raw, CACHE)
    table: dict[str, dict[str, float]] = {}
    for column, start in (("with_meaning", WITH_MEANING), ("by_words", BY_WORDS)):
        ears = encoder if column == "with_meaning" else None
        needs = [one for folder in sets for one in _judged(_files(folder, sets[0]), ears, start, ear_of(raw))]
        row = as_row(start)
        found = fitted(row, needs)
        typer.echo(
            f"{column}: before {goodness(row, needs):.3f}, fitted {goodness(found, needs):.3f}, "
            f"on needs kept aside {cross_validated(row, needs):.3f}"
        )
        table[column] = {name: value for name, value in by_name(found).items() if value}
        table[column][STRONG] = strong_from(found, needs)
        if ears is not None:
            table[column][FAINT] = faint_from(found, needs)
    encoder.save()
    _write(table)


@app.command()
def county() -> None:
    """The vectors of the demo county's listings, which ship with it."""
    encoder = Remembered(_weights(), DEMO_VECTORS)
    now = SystemClock().now()
    with TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'county.db'}")
        upgrade(database)
        load_demo(database, now)
        with database.read() as session:
            texts = [text for one in candidates(session, now, {}) for text in texts_of(one)]
        database.close()
    encoder.encode(texts)
    encoder.save(only=texts)
    typer.echo(f"{len(set(texts)):,} texts of the county's listings.")


def _weights() -> MiniLM:
    found = installed()
    if found is None:
        fail("The weights for sentence vectors are not installed: see requirements-vectors.lock.")
    return found


@dataclass(frozen=True)
class _Files:
    """Where a set of judged needs stands."""

    catalogue: tuple[Path, ...]
    queries: Path
    qrels: Path
    places: Path


def _files(folder: Path, first: Path) -> _Files:
    if (folder / "offerings.jsonl").exists():
        both = (first / "catalogue.jsonl", folder / "offerings.jsonl")
        parted = (folder / "needs_dev.jsonl").exists()
        queries, qrels = ("needs_dev.jsonl", "qrels_dev.jsonl") if parted else ("queries.jsonl", "qrels.jsonl")
        return _Files(both, folder / queries, folder / qrels, first / "places.json")
    names = (folder / name for name in ("queries.jsonl", "qrels.jsonl", "places.json"))
    return _Files((folder / "catalogue.jsonl",), *names)


def _judged(files_of: _Files, encoder: Remembered | None, start: Weights, ear: Listener | None) -> list[Judged]:
    names = json.loads(files_of.places.read_text(encoding="utf-8"))
    places = evaluate.NamedDistricts({name: tuple(found) for name, found in names.items()}, PlaceNames())
    catalogue = [evaluate.offering_of(row, places) for file in files_of.catalogue for row in evaluate.lines(file)]
    index = Index.build(catalogue, encoder=encoder, ear=ear)
    grades: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for row in evaluate.lines(files_of.qrels):
        grades[row["query_id"]][row["offering_id"]] = row["grade"]
    texts = {row["query_id"]: row["text"] for row in evaluate.lines(files_of.queries) if row["query_id"] in grades}
    judged = []
    for query_id, text in texts.items():
        asked = ask(index, Need(text), gazetteer=places, today=date(2026, 11, 22))
        evidence = np.stack(list(weigh(index, asked, start).parts().values()))
        own = np.array([grades[query_id].get(offering_id, 0) for offering_id in index.ids], dtype=np.float32)
        judged.append(Judged(evidence, own, 1 / len(texts)))
    return judged


def _write(table: dict[str, dict[str, float]]) -> None:
    rows = files.rows(FILE)
    for row in rows:
        row |= {
            column: f"{values[row['evidence']]:.2f}" if row["evidence"] in values else ""
            for column, values in table.items()
        }
    with (files.SEEDS / FILE).open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
