"""Doing it: plans, replies, layered help, and the check before anything is sent."""
