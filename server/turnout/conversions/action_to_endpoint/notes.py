"""What a person should know of the change, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.conversions.action_to_endpoint.arguments import Answers
from turnout.conversions.action_to_endpoint.carry import is_plain
from turnout.conversions.action_to_endpoint.case import Case
from turnout.conversions.action_to_endpoint.effects import Effect
from turnout.conversions.action_to_endpoint.places import Places


def notes(
    case: Case, places: Places, effects: tuple[Effect, ...], answers: Answers, *, has_refresh: bool
) -> Iterator[str]:
    """What was chosen and why, then what works otherwise than before."""
    name = f"`{case.name.name}`"
    if places.client is not None:
        yield (
            f"{name} in {places.client} fetches {places.pattern} with the signature of the action:"
            " callers import it from there and stay as they are."
        )
    if places.home == "route":
        yield f"The body of {name} moved to the route handler: nothing else on the server calls it."
    elif case.servers or case.is_used_here:
        yield f"{name} in {places.function} is a plain function now, which server code calls as before."
    else:
        yield f"{name} in {places.function} is a plain function now, which the route handler calls."
    yield (
        f"Anything on the internet can call POST {places.pattern}:"
        " Next.js compares Origin and Host for Server Actions only."
    )
    if case.app.middleware is not None:
        yield f"{case.app.middleware} sees {places.pattern} now instead of the page's path: look at what it guards."
    if effects and case.clients:
        yield _of_refresh(effects, has_refresh=has_refresh)
    if answers != "nothing" and case.function.return_type is None:
        if not all(is_plain(case.module, value) for value in case.returned):
            yield "The result travels as JSON: a Date or a Map in it would not arrive as such."
    uses = [use for user in case.clients for use in user.uses]
    if any(use.in_parallel for use in uses):
        yield "Calls at the same time run at the same time: Next.js runs the actions of a page in turn."
    if any(use.how in ("form-action", "action-state") for use in uses):
        yield "The form needs JavaScript now: an action's form also works before it has loaded."


def _of_refresh(effects: tuple[Effect, ...], *, has_refresh: bool) -> str:
    names = sorted({effect.name for effect in effects})
    calls = " and ".join(f"`{name}`" for name in names if name != "cookies")
    cause = f"with {calls}" if calls else "that sets cookies"
    if has_refresh:
        return f"`router.refresh()` follows each call: an action {cause} refreshes its page, an endpoint does not."
    return (
        f"An action {cause} refreshes the page that calls it, an endpoint does not:"
        " call `router.refresh()` after it where the page shows the change."
    )
