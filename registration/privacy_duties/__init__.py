"""What people may ask of us about their data: to see it, to correct it, to delete it."""
