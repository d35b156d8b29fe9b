"""What follows from the records: pure functions of records and a date."""
