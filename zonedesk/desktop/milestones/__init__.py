"""Milestones worked out backwards, looked at before they are written."""
