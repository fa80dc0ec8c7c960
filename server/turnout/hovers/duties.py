"""What one must do wherever the code stands: know who calls, look at what arrives, mind what goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from turnout.hovers.reasons import plain
from turnout.model import code as c
from turnout.project.auth import sounds_like_check
from turnout.verdicts import Verdict
from turnout.verdicts.guard import guard_of
from turnout.verdicts.view import EntryView

_PROOFS = ("session", "secret", "signature", "bearer", "api-key", "queue-check")
_INPUT = ("body", "form", "query")
_CHECKS = frozenset(
    {"parse", "safeParse", "parseAsync", "safeParseAsync", "validate", "validateAsync", "validateSync", "assert",
     "parseWithZod", "parseWithValibot", "parseWithYup"}
)  # fmt: skip
_NO_CHECKS = ("JSON.parse", "Date.parse", "console.assert")
_CODE = re.compile(r"[\w$.]+(?:\(.*\))?")
_CHECKING_WRAPPERS = ("schema", "input", "valid", "parse")


def duties(view: EntryView, verdict: Verdict) -> str:
    """One line; empty where nothing is to be done."""
    if verdict.answer == "unused":
        return ""
    if verdict.answer == "server-function":
        return "**To do:** `import 'server-only'` keeps it out of the browser's bundle; check who may see what."
    found = [each for each in _of_entry(view, verdict) if each]
    return f"**Either way:** {'; '.join(found)}." if found else ""


def _of_entry(view: EntryView, verdict: Verdict) -> Iterator[str]:
    is_action = "server-action" in (verdict.answer, verdict.stands)
    yield from _who_calls(view)
    takes = _takes_something(view)
    if takes and not _is_validated(view):
        yield "check what arrives, types are gone at run time" if is_action else "check what arrives"
    if is_action:
        yield "return errors as values, thrown messages are masked"


def _who_calls(view: EntryView) -> Iterator[str]:
    proofs = view.seen(*_PROOFS)
    guard = guard_of(view)
    if guard.standing == "checked" or proofs:
        what = guard.what if guard.standing == "checked" else ""
        yield f"who calls is checked ({_as_code(what or proofs[0].effect.what)})" if what or proofs else ""
    elif guard.standing == "unsure" and sounds_like_check(guard.what):
        yield f"who calls seems to be checked ({_as_code(guard.what)})"
    elif guard.is_open and (view.is_action or view.trace.writes):
        yield "check who calls in here, a guard of the page doesn't cover it"


def _as_code(what: str) -> str:
    return f"`{what}`" if _CODE.fullmatch(what) else plain(what)


def _takes_something(view: EntryView) -> bool:
    if view.is_action:
        return view.function is None or bool(view.function.parameters)
    return bool(view.trace.of(*_INPUT)) or "[" in view.url


def _is_validated(view: EntryView) -> bool:
    """Whether something in the function or around it looks at the input as a whole."""
    if any(word in wrapper.name.lower() for wrapper in view.wrappers for word in _CHECKING_WRAPPERS):
        return True
    return any(
        isinstance(each, c.Call) and c.last_name(each.callee) in _CHECKS and c.dotted(each.callee) not in _NO_CHECKS
        for body in view.bodies
        for each in c.walk(body)
    )
