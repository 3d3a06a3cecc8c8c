"""What the screens of the desk are built on."""
