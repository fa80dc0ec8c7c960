"""What each command does, one module a command. They ask ``features``, print, and return the exit code."""
