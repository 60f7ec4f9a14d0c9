"""The project ledger on the screen: rows, grid, filters, record panel."""
