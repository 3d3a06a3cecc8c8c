"""The page on which a person sees and changes their own registration, without an account."""
