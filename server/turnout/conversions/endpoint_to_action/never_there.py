"""What a caller reads for its fallback alone, ``data.error || data.details || 'Failed'``, and no answer has: it goes.

Of ``res.json()`` it gave ``undefined``; of an action's result TypeScript knows that it is not there.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from turnout.conversions.endpoint_to_action.ground.pieces import Replace
from turnout.conversions.endpoint_to_action.ground.refused import refused
from turnout.conversions.endpoint_to_action.planned import SitePlan
from turnout.model import code as c
from turnout.model.module import Module
from turnout.text.span import Span


@dataclass(frozen=True)
class Use:
    """One place that reads one member of the body."""

    key: str
    code: c.Expression
    module: Module


def missing_use(use: Use, bodies: Sequence[dict[str, c.Expression]]) -> Use | None:
    """The read of what no answer has, be it the member itself or one of what it holds."""
    values = [each[use.key] for each in bodies if use.key in each]
    if bodies and not values:
        return use
    inner = _lacks(use.module, use.code, values)
    return Use(f"{use.key}.{inner.name}", inner, use.module) if inner is not None else None


def without(planned: SitePlan, never: Sequence[Use]) -> SitePlan:
    """The call without reads of what no answer has; refuses one that more hangs on than a fallback."""
    module = planned.site.module
    try:
        elsewhere = next((use.code for use in never if use.module is not module), None)
        if elsewhere is not None:
            raise LookupError(elsewhere)
        gone = list(_without_operands(module, [use.code for use in never]))
    except LookupError as missing:
        use = next(use for use in never if use.code is missing.args[0])
        raise refused(
            f'This caller reads "{use.key}", which no answer of the handler has: one of the two is a mistake.',
            use.module,
            use.code,
        ) from None
    keys = (use.key for use in never)
    return replace(planned, asserted=(*planned.asserted, *gone), left_out=(*planned.left_out, *keys))


def _without_operands(module: Module, codes: Sequence[c.Expression]) -> Iterator[Replace]:
    """Chains of ``||`` or ``??`` without reads that are never there. Raises LookupError with one that more hangs on.

    The last one of a chain stays: ``'' || undefined`` is not ``''``.
    """
    gone = {id(code) for code in codes}
    for code in codes:
        operands = _chain(module, code)
        at = next((number for number, each in enumerate(operands) if each is code), len(operands))
        kept = next((each for each in operands[at:] if id(each) not in gone), None)
        if kept is None:
            raise LookupError(code)
        if at and id(operands[at - 1]) in gone:
            continue  # They go together.
        if at:
            last = operands[operands.index(kept) - 1]
            yield Replace(Span(operands[at - 1].span.end, last.span.end))
        else:
            yield Replace(Span(code.span.start, kept.span.start))


def _chain(module: Module, code: c.Expression) -> list[c.Expression]:
    """The operands of the chain that a read is one of, in their order; empty where parentheses are in the way."""
    above = module.parents.get(id(code))
    if not isinstance(above, c.Binary) or above.operator not in ("||", "??"):
        return []
    chain = above
    while isinstance(outer := module.parents.get(id(chain)), c.Binary) and outer.left is chain:
        if outer.operator != chain.operator:
            break
        chain = outer
    operands: list[c.Expression] = [chain.right]
    left = chain.left
    while isinstance(left, c.Binary) and left.operator == chain.operator:
        operands.append(left.right)
        left = left.left
    operands = [left, *reversed(operands)]
    between = (Span(first.span.end, second.span.start) for first, second in itertools.pairwise(operands))
    is_plain = all(module.source.text(span).strip() == chain.operator for span in between)
    return operands if is_plain else []


def _lacks(module: Module, code: c.Expression, values: Sequence[c.Expression]) -> c.Member | None:
    """``data.file.size`` where each answer writes its ``file`` as an object without a ``size``."""
    inner = module.parents.get(id(code))
    if not isinstance(inner, c.Member) or inner.object is not code or not values:
        return None
    for value in values:
        written = c.bare(value)
        if not isinstance(written, c.Object) or written is not value:
            return None
        if any(not isinstance(each, c.Property) or each.key in (None, inner.name) for each in written.members):
            return None
    return inner
