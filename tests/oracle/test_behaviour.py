"""An app does after its conversions what it did before: what is seen, what is stored, and when it fails."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from oracle import next as nextjs
from oracle.browser import Seen, browser_available, play
from oracle.command import conversions_available, turnout
from oracle.conftest import require
from oracle.scenes import TUTORIAL, TUTORIAL_FAILS, TUTORIAL_OFFLINE, WORKSHOP, looks


@pytest.fixture(scope="module", autouse=True)
def _browser() -> None:
    require(browser_available())


@dataclass(frozen=True)
class TutorialBehaviour:
    scene: list[Seen]
    failing: list[Seen]
    offline: list[Seen]
    stored: Any


@pytest.fixture(scope="module")
def tutorial(tmp_path_factory: pytest.TempPathFactory) -> TutorialBehaviour:
    with nextjs.copied(nextjs.APPS / "tutorial") as app:
        return tutorial_behaviour(app, tmp_path_factory.mktemp("before"))


def test_the_tutorial_works(tutorial: TutorialBehaviour) -> None:
    assert len(tutorial.scene) == looks(TUTORIAL)
    assert [seen["problems"] for seen in tutorial.scene] == [[]] * len(tutorial.scene)
    assert tutorial.scene[-1]["url"] == "/profile"
    assert "Bob" in tutorial.scene[-1]["text"]
    assert tutorial.stored == {
        "entries": [{"id": 1, "text": "A first entry"}],
        "users": [{"id": 1, "name": "Bob"}],
        "messages": [
            {"id": 1, "email": "ada@example.com", "message": "Grüße, “quoted” 👋"},
            {"id": 2, "email": "ada@example.com", "message": "Again"},
        ],
    }
    for left in (tutorial.failing[-1], tutorial.offline[-1]):
        assert "Sending…" in left["text"]
        assert len(left["problems"]) == 1


def test_the_tutorial_is_the_same_after_conversion(tutorial: TutorialBehaviour, tmp_path: Path) -> None:
    require(conversions_available())
    with nextjs.copied(nextjs.APPS / "tutorial") as app:
        endpoint = "pages/api/submit.js"
        answer = turnout("convert", endpoint, "--to", "server-action", "--write", folder=app)
        assert answer.returncode == 0, answer.stderr
        assert not (app / endpoint).exists(), "the emptied endpoint is still there"
        after = tutorial_behaviour(app, tmp_path)

    assert after.stored == tutorial.stored
    assert after.scene == tutorial.scene
    assert without_words(after.failing) == without_words(tutorial.failing)
    assert without_words(after.offline) == without_words(tutorial.offline)


def tutorial_behaviour(app: Path, folder: Path) -> TutorialBehaviour:
    """Builds the app and plays all its scenes."""
    built = nextjs.build_in_place(app)
    assert built.ok, built.output

    data = folder / "data"
    with nextjs.served(app, {"TUTORIAL_DATA": str(data)}) as address:
        scene = play(address, TUTORIAL)
        offline = play(address, TUTORIAL_OFFLINE)
    stored = json.loads((data / "store.json").read_text(encoding="utf-8"))

    # Nobody, root included, can make a folder below a file: the store can't be written.
    in_the_way = folder / "in-the-way"
    in_the_way.touch()
    with nextjs.served(app, {"TUTORIAL_DATA": str(in_the_way / "data")}) as address:
        failing = play(address, TUTORIAL_FAILS)

    return TutorialBehaviour(scene, failing, offline, stored)


def without_words(moments: list[Seen]) -> list[Seen]:
    """Of errors that nothing catches, the number counts, not how they are worded."""
    return [{**seen, "problems": len(seen["problems"])} for seen in moments]


@pytest.fixture(scope="module")
def workshop() -> list[Seen]:
    with nextjs.copied(nextjs.APPS / "workshop") as app:
        return workshop_behaviour(app)


def test_the_workshop_works(workshop: list[Seen]) -> None:
    assert len(workshop) == looks(WORKSHOP)
    assert [seen["problems"] for seen in workshop] == [[]] * len(workshop)
    assert "Sweep" in workshop[-3]["text"]
    assert "Very urgent" in workshop[-2]["text"]


def test_the_workshop_is_the_same_after_all_conversions(workshop: list[Seen]) -> None:
    require(conversions_available())
    with nextjs.copied(nextjs.APPS / "workshop") as app:
        (found,) = json.loads(turnout("map", "--format", "json", folder=app).stdout)["apps"]
        endpoints = [each for each in found["entries"] if each["kind"] != "server-action"]
        # What is refused stays as it is; each conversion sees what the one before it left.
        converted = [
            each["url"]
            for each in endpoints
            if turnout(
                "convert", f"{each['path']}:{each['symbol']}", "--to", "server-action", "--write", folder=app
            ).returncode
            == 0
        ]
        assert converted, "nothing in the workshop can be converted"
        after = workshop_behaviour(app)

    for seen_after, seen_before in zip(after, workshop, strict=True):
        assert seen_after == seen_before, json.dumps([seen_after, seen_before], indent=1)


def workshop_behaviour(app: Path) -> list[Seen]:
    built = nextjs.build_in_place(app)
    assert built.ok, built.output
    with nextjs.served(app, {"SESSION_SECRET": "of the test"}) as address:
        return [masked(seen) for seen in play(address, WORKSHOP)]


CHANGING = [
    (re.compile(r"\b(task|comment|label|member|key)_[0-9a-f]{8}\b"), r"\1_…"),
    (re.compile(r"(?<![0-9a-f])[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"), "…"),
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"), "…"),
    (re.compile(r"\d+/\d+/\d{4}, \d+:\d\d:\d\d\s[AP]M"), "…"),
    # Counted every five seconds.
    (re.compile(r"\d+ open"), "… open"),
]


def masked(seen: Seen) -> Seen:
    """Without what is another each time: made-up ids, the time of day, React's own fields with ids of actions."""
    if "fields" in seen:
        seen = {**seen, "fields": [each for each in seen["fields"] if not str(each.get("name")).startswith("$ACTION_")]}
    text = json.dumps(seen, ensure_ascii=False)
    for pattern, instead in CHANGING:
        text = pattern.sub(instead, text)
    return json.loads(text)
