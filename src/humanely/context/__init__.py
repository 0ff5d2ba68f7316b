"""Who, where, since when: turns folded into exchanges and conversations."""
