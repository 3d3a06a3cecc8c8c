"""One e-mail on a day that somebody chose, who is not sure yet."""
