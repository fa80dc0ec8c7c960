"""Endpoints between which one request chooses (create or update): they are converted together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from turnout.conversions.endpoint_to_action.callers.call_sites import CallSite, call_of
from turnout.conversions.endpoint_to_action.ground.choices import mates_of
from turnout.conversions.endpoint_to_action.ground.refused import refused
from turnout.model import code as c
from turnout.project.entries import Caller, Entry
from turnout.project.snapshot import Snapshot
from turnout.text.span import Span


def alternatives(project: Snapshot, entries: Sequence[Entry]) -> Iterator[Entry]:
    """The endpoints that callers of ``entries`` ask instead of these."""
    for entry in entries:
        for caller in project.callers(entry):
            if caller.how != "fetch" or caller.side != "client":
                continue
            module = project.module(caller.path)
            call = call_of(module, caller) if module is not None else None
            if module is None or call is None:
                continue
            for mate in mates_of(module, call):
                target = next((each for each in project.targets(module.path) if each.request.span == mate.span), None)
                if target is not None and len(target.entries) == 1:
                    yield target.entries[0]


def find_kept(sites: Sequence[CallSite]) -> None:
    """Note down for each site the requests that may be made instead and stay; refuses what is no request."""
    converted = {id(site.call) for site in sites}
    for site in sites:
        kept = [each for each in mates_of(site.module, site.call) if id(each) not in converted]
        for each in kept:
            if not isinstance(each, c.Call) or c.dotted(each.callee) not in ("fetch", "window.fetch"):
                raise refused("What stands here in place of the request is no fetch.", site.module, each)
            site.kept.append(each)


def url_of(call: c.Call, caller: Caller) -> c.Expression | None:
    """The expression of its URL."""
    return next((code for code in _below(call) if code.span == caller.span), None)


def _below(call: c.Call) -> Iterator[c.Expression]:
    for argument in call.arguments:
        if isinstance(argument, c.Spread):
            continue
        yield argument
        bare = c.bare(argument)
        if isinstance(bare, c.Object):
            yield from (member.value for member in bare.members if isinstance(member, c.Property))


def is_parting(project: Snapshot, path: str, at: Span) -> bool:
    """Whether the requests at a place of a file ask different endpoints, or by different methods."""
    found = {(target.entries, target.methods) for target in project.targets(path) if at.contains(target.request.span)}
    return len(found) > 1


def asks_one_of(project: Snapshot, path: str, at: Span, entries: Sequence[Entry]) -> bool:
    """Whether one of the requests at a place of a file may ask for one of some endpoints."""
    targets = (each for each in project.targets(path) if at.contains(each.request.span))
    return any(entry in entries for target in targets for entry in target.entries)
