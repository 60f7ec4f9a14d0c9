"""The record on the screen: steps, and the cells that each step wrote."""
