"""One callback: how to contact somebody safely, what came of it, and how it ends."""
