"""The registry of conversions. Opposite directions share how code moves between files, not each other."""

from __future__ import annotations

from turnout.conversions.action_to_endpoint import ACTION_TO_ENDPOINT
from turnout.conversions.action_to_function import ACTION_TO_FUNCTION
from turnout.conversions.conversion import Conversion
from turnout.conversions.endpoint_kept import ENDPOINT_KEPT
from turnout.conversions.endpoint_to_action import ENDPOINT_TO_ACTION
from turnout.conversions.endpoint_to_function import ENDPOINT_TO_FUNCTION

CONVERSIONS: tuple[Conversion, ...] = (
    ENDPOINT_TO_ACTION,
    ENDPOINT_KEPT,
    ENDPOINT_TO_FUNCTION,
    ACTION_TO_ENDPOINT,
    ACTION_TO_FUNCTION,
)
