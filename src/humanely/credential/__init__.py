"""Credentials: designed, issued, verified, and contested; people understand them and machines trust them."""
