"""The figures (口径): rates, totals and stuck lists, each with the rows behind it."""
