"""Whether an expression only gives its value, or does something besides; and whether it is the same everywhere."""

from __future__ import annotations

import re

from turnout.model import code as c

_PURE = re.compile(
    r"String|Number|Boolean|parseInt|parseFloat|Date\.now|Math\.\w+|JSON\.stringify|Object\.(?:keys|values|entries)|Array\.isArray"
    r"|.*\.(?:toString|toISOString|toFixed|trim|toLowerCase|toUpperCase|join|slice|includes|map|filter|find|some|every|split"
    r"|startsWith|endsWith|replace|flatten|format|concat|at|get|has)"
)


def has_work(expression: c.Expression) -> bool:
    """Whether an expression may do something besides giving its value."""
    return any(is_work(code) for code in c.walk(expression))


def is_work(code: c.Code) -> bool:
    """Whether a piece of an expression may do something: what is called is not known to only look."""
    match code:
        case c.Await() | c.Assign() | c.Update() | c.Yield() | c.TaggedTemplate():
            return True
        case c.New(callee=callee):
            return c.dotted(callee) not in ("Date", "Map", "Set", "Error", "URL")
        case c.Call(callee=callee):
            name = c.dotted(callee) or (f".{callee.name}" if isinstance(callee, c.Member) else "")
            return _PURE.fullmatch(name) is None
        case _:
            return False


def is_literal(value: c.Expression) -> bool:
    """Whether it means the same in every file, and stays the same in JSON."""
    match value:
        case c.String() | c.Number() | c.Constant(text="true" | "false" | "null"):
            return True
        case c.Object(members=members):
            return all(isinstance(each, c.Property) and each.key and is_literal(each.value) for each in members)
        case c.Array(items=items):
            return all(each is not None and not isinstance(each, c.Spread) and is_literal(each) for each in items)
        case _:
            return False
