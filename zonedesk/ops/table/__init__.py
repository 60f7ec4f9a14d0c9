"""The table of all projects as it is looked at: rows in memory, columns, filters, groups. No screen."""
