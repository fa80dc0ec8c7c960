"""``if (liked) { request = () => unlike(); } else { request = () => like(); }`` and ``await request();`` behind it."""

from __future__ import annotations

from turnout.model import code as c
from turnout.model.module import Module
from turnout.syntax.write import removed
from turnout.text.edits import Edit
from turnout.text.span import Span


def called_once_edits(module: Module, call: c.Call) -> list[Edit]:
    """The edits that wait for both requests in their branches; empty where this is none of two."""
    assign = module.parents.get(id(module.parents.get(id(call))))
    target = assign.target if isinstance(assign, c.Assign) else None
    binding = module.scopes.binding(target) if isinstance(target, c.Name) else None
    declared = module.parents.get(id(module.parents.get(id(binding.site)))) if binding is not None else None
    if binding is None or not isinstance(declared, c.Declare) or len(declared.declarators) != 1:
        return []
    written = [each.target for each in binding.writes if isinstance(each, c.Assign)]
    uses = [each for each in binding.references if all(each is not name for name in written)]
    if declared.declarators[0].value is not None or len(uses) != 1:
        return []
    asked = _waited_for(module, uses[0])
    block = module.parents.get(id(asked)) if asked is not None else None
    if asked is None or not isinstance(block, c.Block):
        return []
    at = next(index for index, each in enumerate(block.body) if each is asked)
    choice = block.body[at - 1] if at > 0 else None
    if not isinstance(choice, c.If) or choice.otherwise is None:
        return []
    first, second = _request_of(choice.then), _request_of(choice.otherwise)
    if first is None or second is None or {id(first[0]), id(second[0])} != {id(each) for each in binding.writes}:
        return []
    edits = [Edit(Span(assign.span.start, request.span.start), "await ") for assign, request in (first, second)]
    return sorted([*edits, *removed(module.source, [declared.span, asked.span])])


def _waited_for(module: Module, name: c.Name) -> c.ExpressionStatement | None:
    """``await request();``"""
    call = module.parents.get(id(name))
    awaited = module.parents.get(id(call)) if isinstance(call, c.Call) and not call.arguments else None
    statement = module.parents.get(id(awaited)) if isinstance(awaited, c.Await) else None
    return statement if isinstance(statement, c.ExpressionStatement) else None


def _request_of(branch: c.Statement) -> tuple[c.Assign, c.Call] | None:
    """``request = () => axios.post(…)`` at the end of a branch."""
    last = branch.body[-1] if isinstance(branch, c.Block) and branch.body else branch
    assign = last.expression if isinstance(last, c.ExpressionStatement) else None
    function = assign.value if isinstance(assign, c.Assign) and assign.operator == "=" else None
    if not isinstance(assign, c.Assign) or not isinstance(function, c.Function) or function.parameters:
        return None
    return (assign, function.body) if isinstance(function.body, c.Call) else None
