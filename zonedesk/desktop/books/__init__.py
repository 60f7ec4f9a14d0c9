"""Books: lists of the office's own rows, typed into in place; see `book_table`."""
