"""Recipes that rebuild the shipped text model from public data."""
