"""What an invented ledger holds beside projects and their first papers; see `registry`."""
