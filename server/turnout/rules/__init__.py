"""The registry: one file per diagnostic. Rules read facts and ask verdicts; they never see syntax nodes or editors."""

from __future__ import annotations

from turnout.rules import (
    action_in_pages_router,
    api_route_no_default,
    inline_action_in_client_file,
    redirect_in_try,
    route_beside_page,
    route_default_export,
    route_method_case,
    route_no_methods,
    server_action_unsupported,
    sync_server_action,
    unanswered_request,
    unknown_api_url,
    unused_ignore,
    use_server_export,
    wrong_method,
)
from turnout.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    sync_server_action.RULE,
    use_server_export.RULE,
    inline_action_in_client_file.RULE,
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
    unused_ignore.RULE,
)


def rule_of(code: str) -> Rule | None:
    """The rule with a code."""
    return next((rule for rule in RULES if rule.code == code), None)
