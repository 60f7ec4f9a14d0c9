"""What a ledger means. Pure Python: no Qt, SQL or files."""
