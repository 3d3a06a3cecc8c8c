"""Names of the addresses to which many screens lead, and how a callback stands in them."""

from registration.vocabulary.callbacks import CallbackAddress

QUEUE = "callbacks:index"
DETAILS = "callbacks:details"
CLOSED = "callbacks:closed"


class CallbackConverter:
    """A callback in an address: by the number that people say, never by the key of its row."""

    regex = r"[1-9][0-9]{0,9}(?:-[1-9][0-9]{0,3})?"

    def to_python(self, value: str) -> CallbackAddress:
        """Return which callback is meant; without more it is the first."""
        number, _dash, turn = value.partition("-")
        return CallbackAddress(int(number), int(turn or 1))

    def to_url(self, value: CallbackAddress) -> str:
        """Return the part of an address.

        Raises:
            ValueError: this is something else, such as a key. Django then finds no such address.
        """
        if not isinstance(value, CallbackAddress):
            raise ValueError(value)
        return str(value)
