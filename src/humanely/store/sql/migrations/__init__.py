"""Steps between the forms the tables had, forward and back."""
