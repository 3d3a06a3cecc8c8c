"""Rules of the promise, of safe contact and of mails, pure: no database, no clock."""
