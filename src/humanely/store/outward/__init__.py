"""Other systems: where they are told, what is on its way to them, and where they hand in turns."""
