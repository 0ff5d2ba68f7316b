"""Credentials at work: designed, issued, shown, endorsed, taken back, appealed and given back."""
