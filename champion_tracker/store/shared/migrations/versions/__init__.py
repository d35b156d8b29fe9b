"""A module a step; steps that were released never change."""
