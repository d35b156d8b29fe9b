"""Widgets of our own: they show records and say what was done to them, and know no rules."""
