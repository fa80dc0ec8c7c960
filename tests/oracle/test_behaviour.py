"""An app does after its conversions what it did before: what is seen, what is stored, and when it fails."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from oracle import next as nextjs
from oracle.browser import Seen, Step, browser_available, play
from oracle.command import conversions_available, turnout
from oracle.conftest import require

# Every page, what goes well, what the server refuses, what breaks on the server.
SCENE: list[Step] = [
    {"do": "goto", "url": "/"},
    {"do": "fill", "label": "Name", "text": "Ada"},
    {"do": "click", "button": "Greet"},
    {"do": "waitFor", "text": "Hello, Ada!"},
    {"do": "goto", "url": "/hello"},
    {"do": "waitFor", "text": "Hello from the API route!"},
    {"do": "goto", "url": "/contact"},
    {"do": "click", "button": "Send"},
    {"do": "waitFor", "text": "Please fill in both fields"},
    {"do": "fill", "label": "Email", "text": "ada@example.com"},
    {"do": "fill", "label": "Message", "text": "Grüße, “quoted” 👋"},
    {"do": "click", "button": "Send"},
    {"do": "waitFor", "text": "Thank you, ada@example.com! You are number 1."},
    {"do": "fill", "label": "Message", "text": "Again"},
    {"do": "click", "button": "Send"},
    {"do": "waitFor", "text": "You are number 2."},
    {"do": "goto", "url": "/profile"},
    {"do": "fill", "label": "Text", "text": "A first entry"},
    {"do": "click", "button": "Add"},
    {"do": "waitFor", "text": "Added as number 1"},
    {"do": "click", "button": "Save"},
    {"do": "waitFor", "text": "A user needs a name"},
    {"do": "fill", "label": "User name", "text": "Bob"},
    {"do": "click", "button": "Save"},
    {"do": "settle"},
]

# The store can't be written: the server throws, and the page is left as it is left.
BROKEN: list[Step] = [
    {"do": "goto", "url": "/contact"},
    {"do": "fill", "label": "Email", "text": "ada@example.com"},
    {"do": "fill", "label": "Message", "text": "Lost"},
    {"do": "click", "button": "Send"},
    {"do": "settle"},
]

# No network: what the page's own code asks for fails.
OFFLINE: list[Step] = [
    {"do": "goto", "url": "/contact"},
    {"do": "fill", "label": "Email", "text": "ada@example.com"},
    {"do": "fill", "label": "Message", "text": "Lost"},
    {"do": "offline"},
    {"do": "click", "button": "Send"},
    {"do": "settle"},
]

CONVERTED = ["pages/api/submit.js"]


@dataclass(frozen=True)
class Behaviour:
    """All that can be told apart from outside."""

    scene: list[Seen]
    broken: list[Seen]
    offline: list[Seen]
    stored: Any


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Behaviour:
    require(browser_available())
    with nextjs.copied(nextjs.APPS / "tutorial") as app:
        return behaviour(app, tmp_path_factory.mktemp("before"))


def test_the_tutorial_works(before: Behaviour) -> None:
    assert len(before.scene) == sum(step["do"] in ("waitFor", "settle") for step in SCENE)
    assert [seen["problems"] for seen in before.scene] == [[]] * len(before.scene)
    assert before.scene[-1]["url"] == "/profile"
    for left in (before.broken[-1], before.offline[-1]):
        assert "Sending…" in left["text"]
        assert len(left["problems"]) == 1
    assert "Bob" in before.scene[-1]["text"]
    assert before.stored == {
        "entries": [{"id": 1, "text": "A first entry"}],
        "users": [{"id": 1, "name": "Bob"}],
        "messages": [
            {"id": 1, "email": "ada@example.com", "message": "Grüße, “quoted” 👋"},
            {"id": 2, "email": "ada@example.com", "message": "Again"},
        ],
    }


def test_the_same_after_conversion(before: Behaviour, tmp_path: Path) -> None:
    require(conversions_available())
    with nextjs.copied(nextjs.APPS / "tutorial") as app:
        for file in CONVERTED:
            answer = turnout("convert", file, "--to", "server-action", "--write", folder=app)
            assert answer.returncode == 0, answer.stderr
            assert not (app / file).exists(), "the emptied endpoint is still there"
        after = behaviour(app, tmp_path)

    assert after.scene == before.scene
    assert after.stored == before.stored
    assert without_texts(after.broken) == without_texts(before.broken)
    assert without_texts(after.offline) == without_texts(before.offline)


def behaviour(app: Path, folder: Path) -> Behaviour:
    """Builds the app and plays all scenes."""
    built = nextjs.build_in_place(app)
    assert built.ok, built.output

    data = folder / "data"
    with nextjs.served(app, {"TUTORIAL_DATA": str(data)}) as address:
        scene = play(address, SCENE)
        offline = play(address, OFFLINE)
    stored = json.loads((data / "store.json").read_text(encoding="utf-8"))

    # A folder can't be made below a file, whoever one is.
    file = folder / "in-the-way"
    file.touch()
    with nextjs.served(app, {"TUTORIAL_DATA": str(file / "data")}) as address:
        broken = play(address, BROKEN)

    return Behaviour(scene, broken, offline, stored)


def without_texts(moments: list[Seen]) -> list[Seen]:
    """Errors that nothing catches: how many counts, not how Next.js words them."""
    return [{**seen, "problems": len(seen["problems"])} for seen in moments]
