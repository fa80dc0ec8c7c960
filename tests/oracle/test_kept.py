"""An endpoint that is kept answers as before: built and served before and after, asked the same, byte for byte.

``requests.json`` beside the trees of a case lists method, URL, headers and body of each request. All cases are one app.
"""

from __future__ import annotations

import http.client
import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from oracle import next as nextjs
from oracle.trees import CONVERSIONS, LAYOUT, complete, place, write

CASES = sorted(path.parent for path in (CONVERSIONS / "endpoint-kept").glob("*/requests.json"))
CHANGES = frozenset({"date"})
"""Headers that differ from one moment to the next."""


@dataclass(frozen=True)
class Answer:
    asked: str
    status: tuple[int, str]
    headers: tuple[tuple[str, str], ...]
    body: bytes


def test_kept_endpoints_answer_as_before() -> None:
    before, after = answers("before"), answers("after")
    assert len(before) > 40
    assert {answer.status[0] for answer in before} >= {200, 201, 401, 422, 500}
    assert after == before


def answers(which: Literal["before", "after"]) -> list[Answer]:
    """What the endpoints of all cases answer, one request after the other."""
    with place() as app:
        for case in CASES:
            for path in (case / which).rglob("*"):
                inside = app / path.relative_to(case / which)
                if path.is_file() and inside.suffix != ".json":
                    assert not inside.exists(), f"two cases have {inside.relative_to(app)}"
                    inside.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(path, inside)
                    inside.write_text(inside.read_text().replace("/*|*/", ""))
        write(app / "app" / "layout.jsx", LAYOUT)
        complete(app)
        built = nextjs.build_in_place(app)
        assert built.ok, built.output
        with nextjs.served(app) as address:
            return [asked(address, request) for case in CASES for request in requests(case)]


def requests(case: Path) -> Sequence[tuple[str, str, dict[str, str], str]]:
    return json.loads((case / "requests.json").read_text(encoding="utf-8"))


def asked(address: str, request: tuple[str, str, dict[str, str], str]) -> Answer:
    method, url, headers, body = request
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
    try:
        connection.request(method, url, body.encode() or None, headers)
        response = connection.getresponse()
        told = sorted((name.lower(), value) for name, value in response.getheaders() if name.lower() not in CHANGES)
        return Answer(f"{method} {url} {body}", (response.status, response.reason), tuple(told), response.read())
    finally:
        connection.close()
