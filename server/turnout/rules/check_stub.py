"""A quick fix that asks who calls, with the project's own function for it."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from weakref import WeakKeyDictionary

from turnout.model import code as c
from turnout.model.callees import returned_values
from turnout.model.module import Module, directives_of
from turnout.project.auth import guard_in
from turnout.project.discover import App
from turnout.project.snapshot import Snapshot
from turnout.rules.edits import added_import, first_line, insert
from turnout.rules.rule import FileView, Fix
from turnout.syntax.write import Style
from turnout.text.edits import Edit

_ASKS = re.compile(
    r"^(?:auth|currentUser|getCurrentUser|getUser|getSession|getServerAuthSession|getAuthSession"
    r"|getAuthUser"
    r"|requireUser|requireAuth|requireSession|assertUser|assertAuth|ensureUser|ensureAuth|verifySession"
    r"|getLoggedInUser|getSessionUser)$"
)
_THROWS = ("require", "assert", "ensure")
_own: WeakKeyDictionary[Snapshot, dict[str, tuple[str, str, str] | None]] = WeakKeyDictionary()


THROW = "throw new Error({})"
ANSWER = "return Response.json({{ error: {} }}, {{ status: 401 }})"


def check_stub(view: FileView, function: c.Function | None, refusal: str = THROW) -> Fix | None:
    """Ask for the session first and refuse when there is none; None when the project has no function for that."""
    own = _own_function(view.project, view.app)
    if function is None or own is None or not function.is_async:
        return None
    name, source, target = own
    module = view.module
    imported = module.import_of.get(name)
    edits: list[Edit] = []
    if imported is None:
        if name in module.top_level:
            return None
        written = source if not source.startswith(".") else _relative(module.path, target)
        added = added_import(module, name, written)
        if added is None:
            return None
        edits.append(added)
    if name.startswith(_THROWS):
        text = f"await {name}()"
    else:
        held = "user" if "ser" in name and "Session" not in name else "session"
        # Clerk's auth() always gives an object.
        taken = "{ userId }" if not target and name == "auth" else held
        held = "userId" if taken != held else held
        if any(isinstance(each, c.Name) and each.name == held for each in c.walk(function)):
            return None
        style = Style.of(module.source)
        source_file = module.source
        inner = source_file.indent_at(function.statements[0].span.start) if function.statements else ""
        text = style.statement(f"const {taken} = await {name}()") + (
            f"{source_file.newline}{inner}if (!{held}) {refusal.format(style.string('Unauthorized'))}"
        )
    line = _first_line(module, function, text)
    if line is None or not function.statements:
        return None
    return Fix(f"Check the caller with {name}()", (*edits, line))


def _own_function(project: Snapshot, app: App) -> tuple[str, str, str] | None:
    """The function that the app asks most: its name, how others import it, and the file it comes from."""
    kept = _own.setdefault(project, {})
    if app.root not in kept:
        kept[app.root] = _most_asked(project, app)
    return kept[app.root]


def _most_asked(project: Snapshot, app: App) -> tuple[str, str, str] | None:
    asked: Counter[tuple[str, str]] = Counter()
    ways: dict[tuple[str, str], str] = {}
    names = set(project.settings.auth_functions)
    for path in project.paths():
        surface = project.surface(path)
        if surface is None or surface.directive == "use client" or not app.owns(path) or project.role(path) == "test":
            continue
        for each in surface.imports:
            for imported, local in each.names if not each.type_only else ():
                if imported != local or not (_ASKS.match(imported) or imported in names):
                    continue
                target = project.resolve(path, each.source)
                if target is None and each.source != "@clerk/nextjs/server":
                    continue
                key = (imported, target or "")
                asked[key] += 1
                if key not in ways or ways[key].startswith("."):
                    ways[key] = each.source
    for (name, target), _ in sorted(asked.items(), key=lambda item: (-item[1], item[0])):
        if not target or _checks(project, target, name):
            return name, ways[name, target], target
    return None


def _checks(project: Snapshot, path: str, name: str) -> bool:
    """Without arguments, and with a body that asks; ``auth`` of next-auth is a piece of a pattern."""
    found = project.exported(path, name)
    value = c.bare(found.export.value) if found is not None and found.export.value is not None else None
    if found is None:
        return False
    if isinstance(value, c.Function):
        needed = [
            each for each in value.parameters if each.default is None and not each.is_optional and not each.is_rest
        ]
        return not needed and not _always_gives(found.module, value) and _asks(project, found.module, value)
    return name == "auth" or value is not None


def _first_line(module: Module, function: c.Function, text: str) -> Edit | None:
    """A statement put first into a function, after its directives."""
    directives = directives_of(function)
    if not directives:
        return first_line(module, function, text)
    source = module.source
    at = directives[-1].statement
    return insert(at.end, f"{source.newline}{source.indent_at(at.start)}{Style.of(source).statement(text)}")


def _asks(project: Snapshot, module: Module, function: c.Function) -> bool:
    return guard_in(project, module, function).standing == "checked"


def _always_gives(module: Module, function: c.Function) -> bool:
    """``return { session, user }``, ``return getIronSession(…)``: an object also when nobody is signed in."""
    return b"getIronSession" in module.source.data or any(
        isinstance(c.bare(value), c.Object) and not _refuses(function) for value in returned_values(function)
    )


def _refuses(function: c.Function) -> bool:
    """Whether a function has a way that gives nothing, or throws."""
    return any(
        isinstance(code, c.Throw) or (isinstance(code, c.Return) and isinstance(code.value, (c.Constant, type(None))))
        for code in c.walk_own(function)
    )


def _relative(path: str, target: str) -> str:
    inside = posixpath.relpath(target, posixpath.dirname(path) or ".")
    inside = re.sub(r"(?:/index)?\.\w+$", "", inside)
    return inside if inside.startswith(".") else f"./{inside}"
