"""Every decision on the way from a Server Action to a route handler, or the reason why there is no way."""

from __future__ import annotations

from dataclasses import dataclass

from turnout.conversions.action_to_endpoint.arguments import (
    Answers,
    Argument,
    Body,
    answers_of,
    arguments_of,
    body_of,
    form_index,
)
from turnout.conversions.action_to_endpoint.case import Case
from turnout.conversions.action_to_endpoint.effects import Effect, effects_of
from turnout.conversions.action_to_endpoint.notes import notes
from turnout.conversions.action_to_endpoint.places import Places, places_of
from turnout.conversions.action_to_endpoint.refresh import Refresh, refreshed
from turnout.conversions.action_to_endpoint.refusals import refusals
from turnout.conversions.action_to_endpoint.signature import client_signature, is_written_out, reachable_names
from turnout.conversions.conversion import Refusal
from turnout.conversions.imports import Wanted
from turnout.conversions.moving import Extraction, exported_function, extract
from turnout.conversions.users import users_of
from turnout.project.discover import App
from turnout.project.entries import Entry
from turnout.project.snapshot import Snapshot
from turnout.syntax.write import Style


@dataclass(frozen=True)
class Plan:
    """All that ``write`` needs."""

    case: Case
    extraction: Extraction | None
    """None when the function stays where it is."""
    places: Places
    url: str
    arguments: tuple[Argument, ...]
    body: Body
    answers: Answers
    result_type: str | None
    client_types: tuple[Wanted, ...]
    """What the client's signature imports."""
    refreshes: tuple[tuple[str, Refresh], ...]
    """What follows the calls of the action by file, when it revalidated the page."""
    uses_next_response: bool
    notes: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.case.name.name

    @property
    def is_default(self) -> bool:
        return self.case.entry.symbol == "default"

    @property
    def is_typescript(self) -> bool:
        return self.case.is_typescript


def plan(project: Snapshot, entry: Entry) -> Plan | Refusal:
    """Decide everything, or refuse with the one reason that matters."""
    case = _case(project, entry)
    if isinstance(case, Refusal):
        return case
    for refusal in refusals(case):
        return refusal
    effects = effects_of(project, case.module, case.function)
    for effect in effects:
        if effect.why is not None:
            return Refusal(effect.why, effect.path, effect.span)
    form = form_index(case)
    if isinstance(form, Refusal):
        return form
    arguments = arguments_of(case, form)
    if isinstance(arguments, Refusal):
        return arguments
    return _planned(case, form, arguments, effects)


def _case(project: Snapshot, entry: Entry) -> Case | Refusal:
    if not project.is_complete:
        return Refusal("the project is still being read, so that callers may be missing")
    app, module = project.app(entry.path), project.module(entry.path)
    if module is None or app is None:
        return Refusal("the action stands outside of the app, in a package that others may use", entry.path, entry.span)
    refusal = _unfit(app, entry)
    if refusal is not None:
        return refusal
    if module.errors:
        return Refusal("the file has syntax errors", entry.path, module.errors[0])
    if entry.is_inline:
        reason = "the action is written inside of other code: move it to a file with 'use server' first"
        return Refusal(reason, entry.path, entry.span)
    found = exported_function(module, entry.symbol)
    if isinstance(found, Refusal):
        return found
    export, function, main = found
    users = users_of(project, entry.path, entry.symbol)
    if isinstance(users, Refusal):
        return users
    assert export.local is not None
    return Case(project, app, entry, module, export.local, function, main, users)


def _unfit(app: App, entry: Entry) -> Refusal | None:
    if app.app_dir is None:
        return Refusal("the app has no app folder, where route handlers live", entry.path, entry.span)
    if app.is_before(13, 2):
        return Refusal(f"route handlers came with Next.js 13.2, and this is {app.next_version}", entry.path, entry.span)
    if app.config.output == "export":
        reason = "with `output: 'export'` there is no server that could answer a POST"
        return Refusal(reason, entry.path, entry.span)
    return None


def _planned(
    case: Case, form: int | None, arguments: tuple[Argument, ...], effects: tuple[Effect, ...]
) -> Plan | Refusal:
    answers = answers_of(case)
    extraction = extract(case.module, case.entry.symbol)
    reachable = reachable_names(case, extraction)
    written_out = is_written_out(case, arguments, answers, reachable)
    places = places_of(case, extraction, is_written_out=written_out)
    if isinstance(places, Refusal):
        return places
    body = body_of(case, form, arguments)
    result_type: str | None = None
    types: tuple[Wanted, ...] = ()
    if places.client is not None and case.is_typescript:
        arguments, result_type, types = client_signature(
            case, arguments, answers, reachable, places.client, places.function
        )
    refreshes = _refreshes(case, effects)
    config = case.app.config
    return Plan(
        case=case,
        extraction=extraction if places.home != "place" and not isinstance(extraction, Refusal) else None,
        places=places,
        url=f"{config.base_path}{places.pattern}{'/' if config.trailing_slash else ''}",
        arguments=arguments,
        body=body,
        answers=answers,
        result_type=result_type,
        client_types=types,
        refreshes=refreshes,
        uses_next_response=_uses_next_response(case),
        notes=tuple(notes(case, places, effects, answers, has_refresh=bool(refreshes))),
    )


def _refreshes(case: Case, effects: tuple[Effect, ...]) -> tuple[tuple[str, Refresh], ...]:
    """All files refresh, or none does and a note says so: half of it would be hard to see."""
    found: list[tuple[str, Refresh]] = []
    for user in case.clients if effects else ():
        if user.uses:
            refresh = refreshed(case.project, user, Style.of(user.module.source))
            if refresh is None:
                return ()
            found.append((user.path, refresh))
    return tuple(found)


def _uses_next_response(case: Case) -> bool:
    """Whether the app's route handlers answer by NextResponse; TypeScript before 5.2 knows no ``Response.json()``."""
    project = case.project
    if case.is_typescript and case.app.is_before(14):
        return True
    for path in project.paths():
        surface = project.surface(path)
        if surface is not None and project.role(path) == "route-handler" and project.app(path) is case.app:
            for each in surface.imports:
                if each.source == "next/server" and any(name == "NextResponse" for name, _ in each.names):
                    return True
    return False
