"""An API route answers, and goes on to a second answer.

`res.json()` and its like do not leave the function. What follows runs, too, and its answer comes too late: `Cannot set
headers after they are sent to the client`. Most often a `return` is missing in front of an error.

## Bad

```ts pages/api/tasks.ts
export default function handler(req, res) {
  if (req.method !== 'GET') {
    res.status(405).json({ error: 'Only GET' });
  }
  res.status(200).json([]);
}
```

## Good

```ts pages/api/tasks.ts
export default function handler(req, res) {
  if (req.method !== 'GET') {
    return res.status(405).json({ error: 'Only GET' });
  }
  res.status(200).json([]);
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.endpoints import node_api_handler
from turnout.model.module import Module
from turnout.model.scope import Binding
from turnout.rules.edits import insert
from turnout.rules.rule import FileView, Finding, Fix, Related, Rule

_ANSWERS = frozenset({"json", "send", "end", "redirect"})


def check(view: FileView) -> Iterator[Finding]:
    if view.role != "api-route":
        return
    module = view.module
    handler = node_api_handler(module)
    if handler is None:
        return
    function, response = handler
    for code in c.walk_own(function):
        if (
            isinstance(code, c.ExpressionStatement)
            and (answer := _answer(module, code.expression, response)) is not None
        ):
            later = _next(module, code, response)
            if later is not None:
                yield _finding(view, code, answer, later)


def _finding(view: FileView, statement: c.ExpressionStatement, answer: c.Call, later: c.Call) -> Finding:
    shown = view.module.source.text(later.callee.span)
    line = view.module.source.lines.line_of(later.span.start) + 1
    message = (
        f"This answers, but the handler goes on to `{shown}()` in line {line}, which comes too late: Cannot set "
        "headers after they are sent to the client. Leave with `return`."
    )
    is_last = _is_last(view.module, statement)
    fix = Fix("Return here", (insert(statement.span.start, "return "),), is_preferred=True, is_safe=is_last)
    return Finding(answer.span, message, (fix,), (Related(view.path, later.span, "The second answer."),))


def _is_last(module: Module, statement: c.Statement) -> bool:
    """Whether nothing follows in its own block, or it is all that an ``if`` does: then nothing else is left out."""
    match module.parents.get(id(statement)):
        case c.Block(body=body):
            return body[-1] is statement
        case c.If():
            return True
        case _:
            return False


def _answer(module: Module, expression: c.Expression | None, response: Binding) -> c.Call | None:
    """``res.status(400).json(…)``, ``res.end()`` …"""
    bare = c.bare(expression) if expression is not None else None
    if not isinstance(bare, c.Call) or not isinstance(bare.callee, c.Member) or bare.callee.name not in _ANSWERS:
        return None
    below = c.bare(bare.callee.object)
    while isinstance(below, c.Call) and isinstance(below.callee, c.Member):
        below = c.bare(below.callee.object)
    return bare if isinstance(below, c.Name) and module.scopes.binding(below) is response else None


def _next(module: Module, statement: c.Statement, response: Binding) -> c.Call | None:
    """The answer that surely follows a statement; None where the way ends, or nobody knows."""
    below: c.Code = statement
    above_all = list(module.ancestors(statement))
    leaves_switch = False
    for index, above in enumerate(above_all):
        following: tuple[c.Statement, ...] = ()
        match above:
            case c.Function() | c.For() | c.ForEach() | c.While() | c.Labelled():
                return None
            case c.Block(body=body):
                following = _after(body, below)
            case c.Case(body=body):
                switch = above_all[index + 1]
                following = _after(body, below)
                if isinstance(switch, c.Switch):
                    at = next(number for number, each in enumerate(switch.cases) if each is above)
                    following += tuple(each for case in switch.cases[at + 1 :] for each in case.body)
            case _:
                pass
        if not (leaves_switch and isinstance(above, (c.Block, c.Case))):
            found = _first_in(module, following, response)
            if isinstance(found, c.Call):
                return found
            if found == "leaves":
                return None
            leaves_switch = leaves_switch or found == "breaks"
        if isinstance(above, c.Switch):
            leaves_switch = False
        below = above
    return None


def _after(body: tuple[c.Statement, ...], below: c.Code) -> tuple[c.Statement, ...]:
    at = next((index for index, each in enumerate(body) if each is below), len(body))
    return body[at + 1 :]


def _first_in(module: Module, body: tuple[c.Statement, ...], response: Binding) -> c.Call | str:
    """The first sure answer of some statements; "leaves" or "breaks" when none can come, else "goes on"."""
    for statement in body:
        match statement:
            case c.ExpressionStatement(expression=value) | c.Return(value=value):
                found = _answer(module, value, response)
                if found is not None and not _is_bare_end(found):
                    return found
                if found is not None or isinstance(statement, c.Return):
                    return "leaves"
            case c.Throw() | c.Continue():
                return "leaves"
            case c.Break(label=label):
                return "leaves" if label is not None else "breaks"
            case c.Block(body=inner) | c.Try(block=c.Block(body=inner)):
                found = _first_in(module, inner, response)
                if isinstance(found, c.Call) or found == "leaves":
                    return found
                if found == "breaks" or (isinstance(statement, c.Try) and _may_leave(statement)):
                    return "leaves"
            case _ if _may_leave(statement):
                return "leaves"
            case _:
                pass
    return "goes on"


def _is_bare_end(call: c.Call) -> bool:
    """``res.end()`` after an answer does nothing."""
    return isinstance(call.callee, c.Member) and call.callee.name == "end" and not call.arguments


def _may_leave(statement: c.Statement) -> bool:
    """Whether a statement may lead elsewhere than behind itself; its own loops and cases may break."""
    leaves: tuple[type[c.Code], ...] = (c.Return, c.Throw, c.Break, c.Continue, c.Unknown)
    if isinstance(statement, (c.Switch, c.For, c.ForEach, c.While)):
        leaves = (c.Return, c.Throw, c.Unknown)
    for code in c.walk(statement, lambda code: not isinstance(code, (c.Function, c.Switch, c.For, c.ForEach, c.While))):
        if isinstance(code, leaves):
            return True
        if code is not statement and isinstance(code, (c.Switch, c.For, c.ForEach, c.While)) and _may_leave(code):
            return True
    return False


RULE = Rule(
    code="answered-twice",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/pages/building-your-application/routing/api-routes",
)
