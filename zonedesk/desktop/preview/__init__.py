"""A finished PDF on the screen, on the printer and in a place of the officer's choice."""
