"""The way through the registration form: steps, drafts, checking, sending and thanks."""
