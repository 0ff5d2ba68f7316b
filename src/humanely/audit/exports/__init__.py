"""Exports in: any file of conversations becomes validated rows, then conversations in order."""
