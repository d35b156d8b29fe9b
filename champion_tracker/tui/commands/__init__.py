"""Actions: one small class for each thing that a user can do."""
