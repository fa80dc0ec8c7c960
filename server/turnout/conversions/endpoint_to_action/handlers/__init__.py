"""What a handler reads of its request, and what it answers."""
