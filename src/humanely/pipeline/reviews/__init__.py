"""Answers that humans look at before they are sent."""
