"""The Empathy Audit: exports in, findings, report out."""
