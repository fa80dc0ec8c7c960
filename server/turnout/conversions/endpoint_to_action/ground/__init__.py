"""What all rooms of this conversion stand on: texts in pieces, types, what an expression is, giving up."""
