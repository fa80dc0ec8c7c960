"""A function of the project, opened: conditions that are known to hold by what a call gives are decided."""

from __future__ import annotations

from turnout.conversions.endpoint_to_action.ground.url import const_value
from turnout.conversions.endpoint_to_action.requests.opening import Opening
from turnout.model import code as c
from turnout.model.strings import literal

_THERE = (c.Object, c.Array, c.Function, c.String, c.Template, c.Number)


class Deciding(Opening):
    """One call of one function, whose parts are put together and compared, too."""

    def holds(self, test: c.Expression) -> bool | None:
        bare = c.bare(test)
        match bare:
            case c.Unary(operator="!", operand=operand):
                holds = self.holds(operand)
                return None if holds is None else not holds
            case c.Binary(operator="&&" | "||" as operator, left=left, right=right):
                both = (self.holds(left), self.holds(right))
                settles = operator == "||"
                if settles in both:
                    return settles
                return None if None in both else not settles
            case c.Binary(operator="===" | "!==" | "==" | "!=" as operator, left=left, right=right):
                same = self.is_same(left, right, is_strict=len(operator) == 3)
                return None if same is None else same == operator.startswith("=")
            case c.Binary(operator="instanceof", left=left):
                value = self.value(left)
                return False if isinstance(value, _THERE) else None
            case _:
                return super().holds(bare)

    def is_same(self, left: c.Expression, right: c.Expression, *, is_strict: bool) -> bool | None:
        """``method === 'GET'``, ``typeof params === 'object'``, ``body === undefined``"""
        match left, right:
            case c.Unary(operator="typeof", operand=operand), c.String(value=kind):
                return kind == "object" if isinstance(self.value(operand), c.Object) else None
            case _, c.Constant(text="undefined" | "null" as nothing):
                if self.is_left_out(left):
                    return nothing == "undefined" or not is_strict
                value = self.value(left)
                if isinstance(value, c.Constant) and value.text in ("undefined", "null"):
                    return value.text == nothing or not is_strict
                return False if isinstance(value, _THERE) else None
            case _, c.String(value=text):
                value = self.value(left)
                known = literal(self.module, value) if value is not None else None
                return None if known is None else known == text
            case _:
                return None

    def is_left_out(self, code: c.Expression) -> bool:
        """Whether a parameter is given nothing, and has nothing by default."""
        bare = c.bare(code)
        binding = self.home.scopes.binding(bare) if isinstance(bare, c.Name) else None
        return id(binding) in self.values and self.values[id(binding)] is None

    def value(self, code: c.Expression) -> c.Expression | None:
        """What a parameter or one of its members is given."""
        bare = c.bare(code)
        if isinstance(bare, c.Name):
            given = self.values.get(id(self.home.scopes.binding(bare)))
        elif isinstance(bare, c.Member) and isinstance(bare.object, c.Name):
            whole = self.value(bare.object)
            given = whole.get(bare.name) if isinstance(whole, c.Object) else None
        else:
            return None
        return const_value(self.module, given) if given is not None else None
