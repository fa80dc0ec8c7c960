"""The registry: one file per diagnostic. Rules read facts and ask verdicts; they never see syntax nodes or editors."""

from __future__ import annotations

from turnout.rules import (
    action_in_class,
    action_in_pages_router,
    api_route_no_default,
    body_with_204,
    conflicting_directives,
    cookie_set_in_render,
    directive_in_parentheses,
    directive_not_first,
    inline_action_in_client_file,
    misspelt_directive,
    next_response_next,
    plain_object_response,
    redirect_in_try,
    relative_redirect,
    revalidate_in_render,
    revalidatepath_without_type,
    revalidatetag_one_argument,
    route_beside_page,
    route_default_export,
    route_method_case,
    route_no_methods,
    server_action_unsupported,
    sync_server_action,
    this_in_action,
    unanswered_request,
    unawaited_params,
    unawaited_request_api,
    unknown_api_url,
    unused_ignore,
    updatetag_outside_action,
    use_server_export,
    wrong_method,
)
from turnout.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    sync_server_action.RULE,
    use_server_export.RULE,
    inline_action_in_client_file.RULE,
    directive_not_first.RULE,
    directive_in_parentheses.RULE,
    misspelt_directive.RULE,
    conflicting_directives.RULE,
    action_in_class.RULE,
    this_in_action.RULE,
    server_action_unsupported.RULE,
    action_in_pages_router.RULE,
    route_default_export.RULE,
    route_method_case.RULE,
    route_no_methods.RULE,
    route_beside_page.RULE,
    api_route_no_default.RULE,
    unanswered_request.RULE,
    redirect_in_try.RULE,
    unknown_api_url.RULE,
    wrong_method.RULE,
    unawaited_params.RULE,
    unawaited_request_api.RULE,
    plain_object_response.RULE,
    next_response_next.RULE,
    relative_redirect.RULE,
    body_with_204.RULE,
    cookie_set_in_render.RULE,
    revalidate_in_render.RULE,
    updatetag_outside_action.RULE,
    revalidatetag_one_argument.RULE,
    revalidatepath_without_type.RULE,
    unused_ignore.RULE,
)


def rule_of(code: str) -> Rule | None:
    """The rule with a code."""
    return next((rule for rule in RULES if rule.code == code), None)
