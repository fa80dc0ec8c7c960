"""A response that is handed to a function of the project which reads it: from then on that reads the result."""

from __future__ import annotations

from dataclasses import replace

from turnout.conversions.endpoint_to_action.callers.call_sites import CallSite
from turnout.conversions.endpoint_to_action.callers.outcomes import told_at
from turnout.model import code as c


def handed_at(site: CallSite, call: c.Call, reader: CallSite) -> CallSite:
    """What such a function reads where it is called: below ``if (!res.ok)`` nothing but failures."""
    outcome = told_at(site, call).outcome
    reads = [
        replace(read, outcome=outcome) if read.outcome == "both" else read
        for read in reader.reads
        if "both" in (outcome, read.outcome) or outcome == read.outcome
    ]
    here = replace(reader, reads=reads, given_at=(site.module, call))
    here.rejects_alike = reader.rejects_alike and here.rejects_by_reading
    return here
