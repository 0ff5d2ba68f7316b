"""The inbox: what waits for a human, and one case with all that a human needs to help."""
