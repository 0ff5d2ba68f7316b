"""Signed webhooks: other systems are told of what happens, and hand in turns."""
