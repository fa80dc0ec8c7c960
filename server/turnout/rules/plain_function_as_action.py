"""A form of a Server Component gets a plain function as its action.

What a Server Component gives to a form travels to the browser, and a function can't: `Functions cannot be passed
directly to Client Components unless you explicitly expose it by marking it with "use server".` The page fails when it
is rendered. Mark the function with `"use server"`, which makes it a Server Action that anybody can call, or move the
form to a Client Component.

## Bad

```tsx app/page.tsx
export default function Page() {
  async function subscribe(form: FormData) {
    console.log(form.get('email'));
  }

  return <form action={subscribe} />;
}
```

## Good

```tsx app/page.tsx
export default function Page() {
  async function subscribe(form: FormData) {
    'use server';
    console.log(form.get('email'));
  }

  return <form action={subscribe} />;
}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.actions import own_directives
from turnout.model.module import Module
from turnout.project.boundary import Layer
from turnout.rules.edits import first_line, made_async
from turnout.rules.reach import known_layers
from turnout.rules.rule import FileView, Finding, Fix, Related, Rule
from turnout.syntax.write import Style

_GIVEN = re.compile(rb"\b(?:action|formAction)=\{")
_SERVER: frozenset[Layer] = frozenset({"rsc"})
_FORMS = {"form": "action", "button": "formAction", "input": "formAction"}


def check(view: FileView) -> Iterator[Finding]:
    # Also in a browser's bundle the same code is right.
    if not _GIVEN.search(view.source.data) or known_layers(view) != _SERVER or view.module.is_client_file:
        return
    if view.module.is_server_actions_file:
        return
    for code in view.module.everything:
        if not isinstance(code, c.Jsx) or code.tag_name is not None or code.tag not in _FORMS:
            continue
        given = code.get(_FORMS[code.tag])
        if given is None or given.value is None:
            continue
        function = _function(view.module, given.value)
        if function is not None and not _is_marked(function):
            yield Finding(
                given.value.span,
                "Functions cannot be passed directly to Client Components unless you explicitly expose it by marking "
                f'it with "use server". `{given.name}` gets a plain function, and the page fails when it is rendered: '
                "begin its body with the directive, and check there who calls.",
                _fixes(view, function),
                (Related(view.path, function.span, "The function."),) if function is not given.value else (),
            )


def _is_marked(function: c.Function) -> bool:
    """Whether the body has a directive, or what was meant as one: other rules tell what is wrong with it."""
    return any(directive.text.startswith("use ") for directive, _ in own_directives(function))


def _fixes(view: FileView, function: c.Function) -> tuple[Fix, ...]:
    directive = first_line(view.module, function, Style.of(view.source).string("use server"))
    asynchronous = made_async(view.module, function)
    if directive is None or asynchronous is None:
        return ()
    return (Fix('Mark it with "use server"', (*asynchronous, directive)),)


def _function(module: Module, value: c.Expression) -> c.Function | None:
    """``() => …``, or the name of a function that is written in this file."""
    bare = c.bare(value)
    if isinstance(bare, c.Name):
        binding = module.scopes.binding(bare)
        if binding is None or binding.writes or binding.value is None:
            return None
        bare = c.bare(binding.value)
    return bare if isinstance(bare, c.Function) else None


RULE = Rule(
    code="plain-function-as-action",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/getting-started/updating-data",
    needs_index=True,
)
