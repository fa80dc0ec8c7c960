"""Going from place to place: definition, references, lenses, symbols."""
