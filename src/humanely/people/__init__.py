"""The people who help: helplines and the crisis card."""
