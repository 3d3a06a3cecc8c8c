"""What is answered to a request that no page or link of ours makes: one line in both languages."""

from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

CANNOT_BE_READ = "Dit verzoek kunnen we niet lezen. / We cannot read this request.\n"
TOO_LARGE = "Dit verzoek is te groot. / This request is too large.\n"


def cannot_be_read() -> HttpResponse:
    """Return the answer to what holds something that nobody can look up or read."""
    return _in_one_line(CANNOT_BE_READ, 400)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """Answer for Django what it refused; `urls.handler400` names this.

    Args:
        request: not read further.
        exception: why it was refused.
    """
    if isinstance(exception, RequestDataTooBig | TooManyFilesSent):
        return _in_one_line(TOO_LARGE, 413)
    return cannot_be_read()


def _in_one_line(text: str, status: int) -> HttpResponse:
    return HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")
