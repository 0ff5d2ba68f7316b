"""Chatwoot: an agent bot that answers while a conversation is pending, and opens it for humans."""
