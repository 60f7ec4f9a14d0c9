"""Ctrl+K: one search over every table, from anywhere in the window."""
