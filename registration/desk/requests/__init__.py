"""What people ask about their data."""
