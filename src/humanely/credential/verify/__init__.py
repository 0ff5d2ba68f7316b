"""Does a credential hold, and if not: why, whose turn it is, and what can still be said."""
