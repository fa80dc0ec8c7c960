"""What Turnout makes of routes is what Next.js's own functions make of them, over thousands of made-up ones."""

from __future__ import annotations

import functools
import itertools
import json
import random
import re
import subprocess
from typing import Any

from oracle import next as nextjs
from turnout.project.discover import App
from turnout.project.route_grammar import problems
from turnout.project.routes import Route, RouteKind, RouteTable, parse_pattern, parse_segment, route_of

APP = App("", "app", app_dir="app", pages_dir="pages")
SOUND = ["a", "b", "c", "[id]", "[id]", "[slug]", "[...all]", "[[...all]]"]
ODD = [*SOUND, "[...rest]", "[[...rest]]", "[id-x]", "[idx]", "[]", "[..a]", "[[a]]", "[a]]", "[…x]"]
FOLDERS = ["(shop)", "@modal", "a", "b", "[id]", "[...all]", "(a)b", "%5Fx"]
MARKED = ["(.)photo", "(..)photo", "(...)photo", "(..)(..)photo"]
NAMES = ["robots", "manifest", "sitemap", "sitemap2", "icon", "icon1", "icon12", "apple-icon3", "opengraph-image",
         "twitter-image2", "favicon", "page", "page2", "mypage", "route", "layout", "robots.txt/route"]  # fmt: skip


@functools.cache
def patterns() -> list[list[str]]:
    """Sets of URL patterns, some of them refused."""
    chance = random.Random(7)
    sets: list[list[str]] = []
    for number in range(3000):
        names = ODD if number % 3 == 0 else SOUND
        count = chance.randint(1, 5)
        found = {"/" + "/".join(chance.choices(names, k=chance.randint(0, 3))) for _ in range(count)}
        sets.append(chance.sample(sorted(found), len(found)))
    return sets


@functools.cache
def app_files() -> list[str]:
    """Files of the App Router, with one intercepting folder at most (more are undefined behaviour)."""
    chance = random.Random(8)
    files: list[str] = []
    for number in range(2000):
        folders = chance.choices(FOLDERS, k=chance.randint(0, 4))
        if number % 2:
            folders.insert(chance.randint(0, len(folders)), chance.choice(MARKED))
        files.append("/".join([*folders, chance.choice(["page.tsx", "route.ts"])]))
    return files


def names() -> list[str]:
    folders, suffixes = ("", "x/", "(g)/", "x/y/"), (".ts", ".tsx", ".mjs", ".js")
    return ["".join(parts) for parts in itertools.product(folders, NAMES, suffixes)]


@functools.cache
def answers() -> dict[str, Any]:
    process = subprocess.run(
        ["node", str(nextjs.HERE / "routes.js"), str(nextjs.HOME)],
        input=json.dumps({"patterns": patterns(), "appFiles": app_files(), "names": names()}),
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    return json.loads(process.stdout)


def routes(kind: RouteKind, asked: list[str]) -> list[Route]:
    return [Route("", pattern, kind, parse_pattern(pattern)) for pattern in asked]


def test_the_pages_router_refuses_the_same_routes() -> None:
    for asked, said in zip(patterns(), answers()["sorted"], strict=True):
        messages = [problem.message for problem in problems(routes("pages-page", asked))]
        assert (said["error"] in messages) if "error" in said else not messages, asked


def test_the_app_router_refuses_the_same_routes() -> None:
    for asked, said in zip(patterns(), answers()["validated"], strict=True):
        messages = [problem.message for problem in problems(routes("page", asked))]
        # Next.js lists all ambiguous patterns in one message.
        shown = [message.partition("\n")[0] for message in messages]
        assert (said["error"].partition("\n")[0] in shown) if "error" in said else not messages, asked


def test_urls_lead_to_the_same_routes() -> None:
    chance = random.Random(9)
    for asked, said in zip(patterns(), answers()["sorted"], strict=True):
        if "error" in said:
            continue
        # Next.js looks among the pages without parameters first, then goes through the others in this order.
        order = sorted(said["answer"], key=lambda pattern: "[" in pattern)
        table = RouteTable(routes("pages-page", asked), APP)
        for _ in range(4):
            url = "/" + "/".join(chance.choices("abcz", k=chance.randint(0, 4)))
            expected = [next((pattern for pattern in order if matcher(pattern).fullmatch(url)), None)]
            found = [route.pattern for route in table.match([url])]
            assert (found or [None]) == expected, (asked, url)


@functools.cache
def matcher(pattern: str) -> re.Pattern[str]:
    parts = {"dynamic": "/[^/]+", "catch-all": "/.+", "optional-catch-all": "(?:/.+)?"}
    steps = [parse_segment(name) for name in pattern.split("/") if name]
    written = "".join(parts.get(step.kind, "/" + re.escape(step.name)) for step in steps)
    return re.compile(f"{written}/?")


def test_files_answer_the_same_urls() -> None:
    for file, said in zip(app_files(), answers()["urls"], strict=True):
        route = route_of(APP, f"app/{file}")
        assert route is not None
        assert "error" in said or route.pattern == re.sub("//+", "/", said["answer"]), file


def test_files_are_taken_for_the_same() -> None:
    for file, said in zip(names(), answers()["kinds"], strict=True):
        route = route_of(APP, f"app/{file}")
        assert (route.kind if route is not None else None) == said, file
