"""Where records live: the ledger of acts with their sealed payloads, API keys, and answers kept for repeats."""
