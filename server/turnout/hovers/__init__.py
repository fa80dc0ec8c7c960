"""One file per thing that one can point at. A hover gives Markdown that is good to read in a small pop-up."""
