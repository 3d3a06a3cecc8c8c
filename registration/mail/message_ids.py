"""The name of a mail by which a double is known, made from what the mail is about."""

from perspectief.encryption import blind_index


def local_part(identity: str) -> str:
    """Return the Message-ID of a mail up to the @; the same `identity` gives the same one."""
    return blind_index("message_id", identity)[:32]
