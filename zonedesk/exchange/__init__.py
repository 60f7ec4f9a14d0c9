"""Workbooks in and out: reading, recognising, matching, merging, writing."""
