"""Dialogs: each gathers what one verb needs, and keeps it when it is left without saving."""
