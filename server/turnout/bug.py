"""Our own bugs: reported once each with a name, and never in the way of what still works."""

from __future__ import annotations

import logging
import os
import traceback
from collections.abc import Generator
from contextlib import contextmanager

log = logging.getLogger("turnout")
_seen: set[str] = set()


@contextmanager
def guarded(what: str) -> Generator[None]:
    """Run a rule, a signal or a conversion; when it breaks, log it once under its name and go on.

    Under pytest the error is raised: there a bug shall fail the test.
    """
    try:
        yield
    except Exception:
        if "PYTEST_CURRENT_TEST" in os.environ:
            raise
        trace = traceback.format_exc()
        if trace not in _seen:
            _seen.add(trace)
            log.error("A bug in Turnout (%s). Everything else goes on. Please report it:\n%s", what, trace)
