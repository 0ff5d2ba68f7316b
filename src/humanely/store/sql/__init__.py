"""The database: opened, migrated, its tables, and what can be wrong with it."""
