"""Functions around a handler: what becomes of each, and what the project has for actions instead."""
