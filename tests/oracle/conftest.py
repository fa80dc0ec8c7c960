"""Skips what needs the real Next.js where it isn't installed, and says how to get it."""

from __future__ import annotations

import os

import pytest

from oracle import next as nextjs


@pytest.fixture(scope="session", autouse=True)
def _judge() -> None:
    require(nextjs.available())


def require(reason: str | None) -> None:
    """Skips for this reason; fails instead where nothing may be skipped."""
    if reason is None:
        return
    if os.environ.get("TURNOUT_NO_SKIP") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
