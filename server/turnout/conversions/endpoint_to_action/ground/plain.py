"""Whether a value looks the same after JSON: no dates, no class instances, nothing that a text can't show."""

from __future__ import annotations

import re

from turnout.conversions.endpoint_to_action.ground.types import Types
from turnout.model import code as c
from turnout.model.module import Module

_SCALAR_NAMES = re.compile(
    r"(?:.*(?:[a-z_]I|^i|_i)d|id|.*(?:[nN]ame|[tT]itle|[eE]mail|[uU]rl|[sS]lug|[tT]oken|[mM]essage|[tT]ext|[cC]ount|[lL]ength"
    r"|[sS]tatus|[tT]ype|[rR]ole|[cC]ode|[lL]abel|[dD]escription|[tT]otal|[nN]umber|[cC]olor|[kK]ind|[pP]ath|[sS]uccess"
    r"|[pP]rice|[aA]mount|[eE]rror|[lL]ocale|[oO]k))$"
)
_SUSPICIOUS = re.compile(
    r"date|time|At$|_at$|file|blob|image|expires|deadline|birthday|since|until|value|data$", re.IGNORECASE
)
_PLAIN_CALLS = frozenset({"String", "Number", "Boolean", "parseInt", "parseFloat", "toISOString", "toString", "trim",
                          "toLowerCase", "toUpperCase", "join", "includes", "some", "every", "now", "round", "floor",
                          "toFixed", "keys", "startsWith", "endsWith", "split", "flatten", "format", "stringify",
                          "randomUUID", "nanoid", "uuid", "uuidv4", "replace", "slice", "toLocaleString", "isArray",
                          "encodeURIComponent", "indexOf", "test", "trunc", "abs", "max", "min"})  # fmt: skip


class Plainness:
    """Answers for one project; generous to names that are texts and numbers everywhere (``id``, ``message``)."""

    def __init__(self, types: Types) -> None:
        self.types = types
        self._given: frozenset[str] = frozenset()

    def answered(
        self, module: Module, value: c.Expression, given: frozenset[str] = frozenset(), depth: int = 6
    ) -> bool:
        """Whether what a handler answers is surely plain. ``given`` are names of what callers sent: that is plain."""
        self._given = given
        return self._is_plain(module, value, depth, generous=False)

    def sent(self, module: Module, value: c.Expression, depth: int = 6) -> bool:
        """Whether what a caller sends is plain; single values of unknown type count as the texts and numbers of a form
        unless their name speaks of something else."""
        return self._is_plain(module, value, depth, generous=True)

    def _is_plain(self, module: Module, value: c.Expression, depth: int, generous: bool) -> bool:
        if depth == 0:
            return False
        bare = c.bare(value)
        match bare:
            case c.String() | c.Number() | c.Constant() | c.Template():
                return True
            case c.Unary(operator=operator):
                return operator in ("!", "typeof", "-", "+", "void")
            case c.Binary(operator="&&" | "||" | "??", left=left, right=right):
                return all(self._is_plain(module, each, depth - 1, generous) for each in (left, right))
            case c.Binary():
                return True
            case c.Conditional(then=then, otherwise=otherwise):
                return all(self._is_plain(module, each, depth - 1, generous) for each in (then, otherwise))
            case c.Object(members=members):
                return all(
                    self._is_plain(module, member.value, depth - 1, generous and isinstance(member, c.Property))
                    and (isinstance(member, c.Spread) or not isinstance(member.value, c.Function))
                    for member in members
                )
            case c.Array(items=items):
                return all(
                    item is not None
                    and self._is_plain(module, item.value if isinstance(item, c.Spread) else item, depth - 1, generous)
                    for item in items
                )
            case c.Call(callee=callee):
                if c.dotted(callee) == "JSON.parse" or c.last_name(callee) in _PLAIN_CALLS:
                    return True
                return self.types.is_plain(self.types.of(module, bare))
            case c.Await():
                return self.types.is_plain(self.types.of(module, bare))
            case c.Member(object=c.Name(name=whole)) if not generous and whole in self._given:
                return True
            case c.Index():
                found = self.types.of(module, bare)
                return found is not None and self.types.is_plain(found)
            case c.Member(name=name):
                found = self.types.of(module, bare)
                if found is not None:
                    return self.types.is_plain(found)
                if _SUSPICIOUS.search(name) and not (c.dotted(bare) or "").endswith("target.value"):
                    return False
                return generous or bool(_SCALAR_NAMES.match(name))
            case c.Name():
                return self._is_plain_name(module, bare, depth, generous)
            case _:
                return False

    def _is_plain_name(self, module: Module, name: c.Name, depth: int, generous: bool) -> bool:
        if not generous and name.name in self._given:
            return True
        found = self.types.of(module, name)
        if found is not None and self.types.is_plain(found):
            return True
        binding = module.scopes.binding(name)
        if found is not None and binding is not None and binding.kind == "parameter":
            return False
        if binding is not None and binding.value is not None and binding.pattern is None and not binding.writes:
            if binding.kind in ("const", "let"):
                value = c.bare(binding.value)
                if isinstance(value, c.New):
                    return False
                if not isinstance(value, (c.Await, c.Call)) or not generous:
                    return self._is_plain(module, binding.value, depth - 1, generous)
        if found is not None:
            return False
        if generous:
            return not _SUSPICIOUS.search(name.name) and not re.search(
                r"values|payload|body|input|form|params|props|state", name.name, re.IGNORECASE
            )
        return bool(_SCALAR_NAMES.match(name.name)) and binding is not None and binding.kind == "parameter"
