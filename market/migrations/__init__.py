"""How the database came to be as it is. A landed migration is never edited."""
