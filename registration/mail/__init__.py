"""Mail to registrants and the desk: wording, outbox and delivery."""
