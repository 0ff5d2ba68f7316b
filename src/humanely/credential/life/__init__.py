"""The life of a credential: what may follow what, who may do it, and how a refusal is contested."""
