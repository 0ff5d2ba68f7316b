"""The widget: one script for any page, and what it talks to."""
