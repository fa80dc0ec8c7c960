"""When a piece of code runs: in an event, an effect, a render, a query function, a transition, or none of these."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from turnout.model import code as c
from turnout.model.callees import SEE_THROUGH
from turnout.model.module import Module

Phase: TypeAlias = Literal[
    "event", "effect", "render", "query", "mutation", "transition", "form", "data", "module", "function"
]
"""``form`` is a form's action, ``data`` the Pages Router's data functions, ``module`` the top of a file, ``function`` a
function of which no more is known."""

_EFFECTS = frozenset({"useEffect", "useLayoutEffect", "useInsertionEffect", "useAsyncEffect", "useInterval", "useMount",
                      "setInterval"})  # fmt: skip
_QUERIES = frozenset({"useSWR", "useSWRImmutable", "useSWRInfinite", "useQuery", "useSuspenseQuery", "useInfiniteQuery",
                      "useQueries", "fetchQuery", "prefetchQuery", "ensureQueryData", "queryOptions"})  # fmt: skip
DATA_FUNCTIONS = frozenset({"getServerSideProps", "getStaticProps", "getStaticPaths", "getInitialProps"})
_MUTATIONS = frozenset({"useMutation", "useSWRMutation", "useOptimisticMutation"})
_EVENT_NAME = re.compile(r"(?:handle|on)[A-Z]")
_COMPONENT_NAME = re.compile(r"[A-Z]")
_HOOK_NAME = re.compile(r"use[A-Z]")


def phase_of(module: Module, code: c.Code, depth: int = 3) -> Phase:
    """When a piece of code runs, read from the functions around it and, for named ones, from where they are used."""
    function = module.function_around(code)
    while function is not None:
        phase = _phase_of_function(module, function, depth)
        if phase is not None:
            return phase
        outer = module.function_around(function)
        if outer is None:
            return "function"
        function = outer
    return "module"


def _phase_of_function(module: Module, function: c.Function, depth: int) -> Phase | None:
    """None when the function is called where it stands, so that the one around it decides."""
    above = module.parents.get(id(function))
    while isinstance(above, c.Cast):
        above = module.parents.get(id(above))
    match above:
        case c.Call(callee=callee, arguments=arguments):
            name = c.last_name(callee)
            if function is callee:
                return None
            if name in _EFFECTS:
                return "effect"
            if name in _QUERIES:
                return "query"
            if name in _MUTATIONS:
                return "mutation"
            if name in ("startTransition", "transition", "startActionTransition"):
                return "transition"
            if name in ("useActionState", "useFormState"):
                return "form"
            if name in (
                "addEventListener",
                "setTimeout",
                "useHotkeys",
                "debounce",
                "throttle",
                "useDebouncedCallback",
            ):
                return "event"
            if name == "forwardRef" or (name in SEE_THROUGH and name != "cache"):
                return _phase_of_binding(module, above, function, depth)
            if name in (
                "then",
                "catch",
                "finally",
                "map",
                "forEach",
                "filter",
                "all",
                "reduce",
                "promise",
                "from",
            ):
                return None
            return None if arguments else "function"
        case c.Property(key=key):
            if key in ("queryFn", "fetcher", "fetch"):
                return "query"
            if key in ("mutationFn",):
                return "mutation"
            if key and _EVENT_NAME.match(key):
                return "event"
            return None
        case c.JsxAttribute(name=name):
            if name in ("action", "formAction"):
                return "form"
            return "event" if _EVENT_NAME.match(name) else "function"
        case _:
            return _phase_of_binding(module, function, function, depth)


def _phase_of_binding(module: Module, value: c.Code, function: c.Function, depth: int) -> Phase | None:
    above = module.parents.get(id(value))
    name: c.Name | None = function.name if function.form == "declaration" else None
    if isinstance(above, c.Declarator) and isinstance(above.pattern, c.Name):
        name = above.pattern
    if isinstance(above, c.Declarator) and isinstance(above.pattern, c.ArrayPattern):
        return "function"
    if name is None:
        if isinstance(above, c.ExportDefault):
            return "render" if _renders(function) else "function"
        return "function" if isinstance(above, (c.Declarator, c.ExportDefault, c.Return)) else None
    if _COMPONENT_NAME.match(name.name) and _renders(function):
        return "render"
    if name.name in DATA_FUNCTIONS:
        return "data"
    if _HOOK_NAME.match(name.name):
        return "render"
    if _EVENT_NAME.match(name.name):
        return "event"
    binding = module.scopes.binding(name)
    if binding is not None and depth > 0 and binding.scope.function is not None:
        phases = [_phase_of_reference(module, reference, depth - 1) for reference in binding.references]
        for wanted in ("event", "form", "mutation", "transition", "effect", "query", "render"):
            if wanted in phases:
                return wanted
    return "function"


def _phase_of_reference(module: Module, reference: c.Name, depth: int) -> Phase | None:
    above = module.parents.get(id(reference))
    match above:
        case c.JsxAttribute(name=name):
            if name in ("action", "formAction"):
                return "form"
            return "event" if _EVENT_NAME.match(name) else None
        case c.Call(callee=callee) if reference is not callee:
            name = c.last_name(callee)
            if name in _EFFECTS:
                return "effect"
            if name in _QUERIES:
                return "query"
            if name in _MUTATIONS:
                return "mutation"
            return "event" if name == "handleSubmit" else None
        case c.Property(key=key) if key is not None:
            if key in ("queryFn", "fetcher"):
                return "query"
            if key == "mutationFn":
                return "mutation"
            return "event" if _EVENT_NAME.match(key) else None
        case c.Array():
            return None
        case _:
            return phase_of(module, reference, depth)


def _renders(function: c.Function) -> bool:
    """Whether a function gives JSX back."""
    return any(isinstance(code, c.Jsx) for code in c.walk_own(function))
