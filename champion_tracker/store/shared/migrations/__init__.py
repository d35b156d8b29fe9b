"""The steps from one form of the shared database to the next."""
