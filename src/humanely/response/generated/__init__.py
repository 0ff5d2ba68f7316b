"""Replies a model writes: who it is, what it is asked, where it runs, and what of its words may be sent."""
