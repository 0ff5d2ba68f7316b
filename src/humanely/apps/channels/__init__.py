"""Channels that teams already have: signed webhooks, helpdesks, e-mail."""
