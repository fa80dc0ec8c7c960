"""Requests that are made in a roundabout way, written out as plain fetches."""
