"""What is recorded: of people, of decisions, and the ledger that holds it together."""
