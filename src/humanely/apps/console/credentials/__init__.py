"""Credentials for staff: what can be achieved, who has it, what is done with it, appeals, endorsements and keys."""
