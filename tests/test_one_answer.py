"""Hover, map, lens, finding and light bulb give one answer, in the same words, for every entry of the example apps."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from turnout import features
from turnout.features import Entry, Settings, Snapshot, Workspace
from turnout.hovers.links import link_places

APPS = sorted(path for path in (Path(__file__).parent / "apps").iterdir() if path.is_dir())

TOLD_BY = {
    ("endpoint", "server-action"): "misplaced-endpoint",
    ("endpoint", "unused"): "unused-endpoint",
    ("action", "http-endpoint"): "misplaced-action",
    ("action", "server-function"): "server-only-action",
    ("action", "unused"): "unused-action",
}
"""Which finding tells a misplaced entry. An endpoint that only server code asks is told where it is asked."""
CONVERTED = {
    "server-action": "a Server Action",
    "http-endpoint": "a route handler",
    "server-function": "a plain server function",
}


@pytest.fixture(scope="module", params=APPS, ids=lambda path: path.name)
def snapshot(request: pytest.FixtureRequest) -> Snapshot:
    workspace = Workspace.on_disk(str(request.param), Settings())
    for _ in features.scan(workspace):
        pass
    return workspace.snapshot


def entries(snapshot: Snapshot) -> list[Entry]:
    return [entry for app in features.app_maps(snapshot) for entry in app.entries]


def test_the_hover_opens_with_what_the_map_says(snapshot: Snapshot) -> None:
    for entry in entries(snapshot):
        hover = features.hover(snapshot, entry.path, entry.span.start)
        assert hover is not None
        first, *rest = link_places(hover.markdown, lambda path, _: path).split("\n")
        assert first == f"**{entry.said}** · `{entry.name}` · {entry.confidence} confidence"
        assert len(rest) <= 24, hover.markdown


def test_a_lens_says_the_same(snapshot: Snapshot) -> None:
    for entry in entries(snapshot):
        data = next(each.data for each in features.lenses(snapshot, entry.path) if each.span == entry.span)
        lens = features.lens(snapshot, data)
        assert lens is not None
        assert lens.verdict == entry.said
        asking = {(each.path, each.span) for each in entry.callers if each.how not in ("mention", "SWR key")}
        assert len(lens.places) == len(asking)


def test_a_finding_opens_with_the_same_words(snapshot: Snapshot) -> None:
    for entry in entries(snapshot):
        kind = "action" if entry.kind == "server-action" else "endpoint"
        code = TOLD_BY.get((kind, entry.verdict)) if entry.is_misplaced else None
        found = [
            each
            for each in features.check(snapshot, entry.path)
            if each.span == entry.span and each.code in TOLD_BY.values()
        ]
        if code is None or (entry.confidence == "low" and code != "unused-endpoint"):
            assert not found, f"{entry.name}: {found}"
            continue
        if code == "misplaced-action" and not found:
            continue  # `action-in-pages-router` and `server-action-unsupported` are louder.
        assert [each.code for each in found] == [code], entry.name
        assert found[0].message.startswith(entry.said)
        assert found[0].severity in ("information", "hint")


def test_the_light_bulb_offers_what_the_verdict_says(snapshot: Snapshot) -> None:
    for entry in entries(snapshot):
        if not entry.is_misplaced or entry.verdict == "unused":
            continue
        if entry.kind != "server-action" and entry.verdict == "server-function":
            continue  # The function behind it is called instead: nothing moves.
        title = f"Convert {entry.name} to {CONVERTED[entry.verdict]}"
        offered = [each for each in features.actions(snapshot, entry.path, entry.span, ()) if each.title == title]
        assert len(offered) == 1, entry.name
        told = any(each.code in TOLD_BY.values() for each in offered[0].fixes)
        if offered[0].disabled is None and told:
            assert (offered[0].kind, offered[0].is_preferred) == ("quickfix", True)
        elif offered[0].disabled is not None:
            assert len(offered[0].disabled) > 10, "a refusal has its reason"


def test_nothing_is_told_twice_at_one_place(snapshot: Snapshot) -> None:
    for path in snapshot.paths():
        places = Counter(each.span for each in features.check(snapshot, path) if each.category == "choice")
        assert not [span for span, number in places.items() if number > 1], path
