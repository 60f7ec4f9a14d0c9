"""Workbooks in and out on the screen: what was recognised, what is doubtful, what will change."""
