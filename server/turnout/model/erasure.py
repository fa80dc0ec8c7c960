"""Which imports TypeScript takes out of a file before anybody follows them: those of which no value is used.

The compiler goes by the importing file alone, as it does with ``isolatedModules``: ``import { State } from './auth'``
is gone when ``State`` is only ever a type here, whatever it is there. JavaScript keeps what it imports.
"""

from __future__ import annotations

from turnout.model import code as c
from turnout.model.module import Module

_TYPED = (".ts", ".tsx", ".mts", ".cts")


def is_erased(module: Module, statement: c.Import) -> bool:
    """Whether nothing of an import is left at run time. ``import 'x'`` and ``import {} from 'x'`` stay."""
    if statement.type_only:
        return True
    return bool(statement.specifiers) and all(is_unused(module, each) for each in statement.specifiers)


def is_unused(module: Module, specifier: c.ImportSpecifier) -> bool:
    """Whether a TypeScript file uses an imported name nowhere but as a type, so that it is taken out."""
    if specifier.type_only:
        return True
    binding = module.scopes.binding(specifier.local)
    if binding is None or not module.path.endswith(_TYPED):
        return False
    if any(_uses_value(module, reference) for reference in binding.references):
        return False
    # The model keeps no decorators.
    return b"@" + specifier.local.name.encode() not in module.source.data


def _uses_value(module: Module, reference: c.Name) -> bool:
    above = module.parents.get(id(reference))
    match above:
        case c.Type():
            return False
        case c.TypeDeclaration(form=form):
            return form in ("enum", "namespace")
        case c.ExportSpecifier(type_only=type_only):
            statement = module.parents.get(id(above))
            is_local = isinstance(statement, c.ExportNamed) and statement.source is None and not statement.type_only
            return is_local and not type_only
        case _:
            return True
