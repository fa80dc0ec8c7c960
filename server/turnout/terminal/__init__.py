"""Text for people at a terminal: colours, code frames, tables, diffs. Knows nothing of Next.js and asks nobody."""
