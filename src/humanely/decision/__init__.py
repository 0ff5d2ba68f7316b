"""What to do and why: crisis, law, escalation, approach, reasons."""
