"""What all tests share: nothing of theirs is kept in the user's cache folder."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def own_cache() -> Iterator[None]:
    """A cache folder that goes with the tests; servers started by them inherit it."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        os.environ["TURNOUT_CACHE_DIR"] = folder
        yield
        del os.environ["TURNOUT_CACHE_DIR"]
