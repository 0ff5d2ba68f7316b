"""The people who help: their way in, their own account, the team."""
