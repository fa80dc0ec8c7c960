"""Whether the answers of actions that stand in for each other have what is read of them, in the eyes of TypeScript."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from turnout.conversions.endpoint_to_action.callers.call_sites import CallSite, Read, is_same_response
from turnout.conversions.endpoint_to_action.ground.refused import refused
from turnout.conversions.endpoint_to_action.planned import ActionPlan
from turnout.model import code as c
from turnout.model.module import Module
from turnout.syntax.grammar import is_typescript


def check_alike(action: ActionPlan, actions: Sequence[ActionPlan]) -> None:
    """Refuse when a caller reads a member that only one of the possible answers has: ``json()`` gave ``any``."""
    for planned in action.sites:
        if planned.site.kept or not is_typescript(planned.site.module.path):
            continue
        mates = [each for each in actions if any(is_same_response(planned.site, other.site) for other in each.sites)]
        if len(mates) > 1:
            _check(planned.site, mates)


def _check(site: CallSite, actions: Sequence[ActionPlan]) -> None:
    for read in site.reads:
        bodies = [body for each in actions for body in _bodies(each, read)]
        if None in bodies:
            continue  # one of them is any, and so is what comes of both
        for key, at in _members(site.module, read.code):
            if any(body is not None and key not in body for body in bodies) and any(
                body and key in body for body in bodies
            ):
                raise refused(
                    f'Only one of the endpoints between which this request chooses answers with "{key}": '
                    "TypeScript would not let both results be read alike.",
                    site.module,
                    at,
                )


def _bodies(action: ActionPlan, read: Read) -> Iterator[frozenset[str] | None]:
    """The keys of each body that can be read here; None for any."""
    for each in action.answers:
        answer = each.answer
        if not each.is_carried or not (answer.may_succeed if read.outcome != "failure" else answer.may_fail):
            continue
        body = c.bare(answer.body) if answer.body is not None else None
        if not isinstance(body, c.Object) or each.is_flattened:
            yield None
            continue
        keys = [member.key for member in body.members if isinstance(member, c.Property) and member.key is not None]
        yield frozenset(keys) if len(keys) == len(body.members) else None


def _members(module: Module, read: c.Expression) -> Iterator[tuple[str, c.Code]]:
    """The members that a caller reads of a body, and where."""
    above = module.parents.get(id(read))
    match above:
        case c.Member(name=name):
            yield name, above
        case c.Declarator(pattern=c.ObjectPattern(members=members)):
            yield from ((each.key, each) for each in members if isinstance(each, c.PatternProperty) and each.key)
        case c.Declarator(pattern=c.Name() as name, type=None):
            binding = module.scopes.binding(name)
            for reference in binding.references if binding is not None else ():
                yield from _members(module, reference)
        case _:
            return
