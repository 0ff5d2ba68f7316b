"""Export shapes read without flags: how each platform writes down a conversation."""
