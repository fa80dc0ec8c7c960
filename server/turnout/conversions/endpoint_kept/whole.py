"""Answers that the function gives as the Responses that they are: what the action reads off them."""

from __future__ import annotations

from collections.abc import Sequence

from turnout.conversions.endpoint_to_action.ground.refused import refused
from turnout.conversions.endpoint_to_action.handlers.answers import Answer
from turnout.conversions.endpoint_to_action.handlers.phrases import Phrase
from turnout.conversions.endpoint_to_action.handlers.responses import Kind, Made, Outcome
from turnout.conversions.endpoint_to_action.planned import ActionPlan, AnswerPlan


def whole_of(action: ActionPlan, answers: Sequence[Answer]) -> AnswerPlan | None:
    """One plan for all of them, as the action can't tell them apart; refuses where it would have to."""
    if not answers:
        return None
    module = action.handler.module
    own = [each for each in action.answers if any(each.answer.span == answer.span for answer in answers)]
    throwing = [each for each in own if each.answer.throws]
    carried = [each for each in own if each.is_carried and not each.answer.throws]
    kinds: frozenset[Kind] = frozenset(kind for each in own for kind in each.answer.kinds)
    texts = {each.is_text for each in carried}
    if (throwing and len(throwing) < len(own)) or len(texts) > 1 or (carried and "empty" in kinds):
        raise refused(
            "The action's callers would have to tell this answer from others that the endpoint sends differently.",
            module,
            answers[0].span,
        )
    succeeds, fails = any(each.may_succeed for each in answers), any(each.may_fail for each in answers)
    outcome: Outcome = "both" if succeeds and fails else "success" if succeeds else "failure"
    made = Made(outcome, kinds, is_promise=False, sets_headers=False, throws=bool(throwing))
    answer = Answer(answers[0].span, 500, "json", None, made=made)
    phrase = Phrase(None, None) if any(each.phrase is not None for each in own) else None
    return AnswerPlan(answer, bool(carried), False, (), None, "", True in texts, phrase=phrase)
