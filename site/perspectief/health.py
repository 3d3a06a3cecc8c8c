"""Signs of life for a load balancer and for monitoring; they tell strangers nothing else."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from health_check.base import HealthCheck
from health_check.checks import Cache, Database
from health_check.views import HealthCheckView


@require_safe
@never_cache
def live(request: HttpRequest) -> HttpResponse:
    """Answer that this process takes requests, whatever becomes of database and cache.

    Who starts processes anew asks this: a database that is away is no reason to.
    """
    return HttpResponse("ok", content_type="text/plain")


class HealthView(HealthCheckView):
    """Whether pages can be served: database and cache answer. 200 or 503, in one word.

    The texts of errors, which name hosts and accounts, stay in the log.
    """

    checks: tuple[type[HealthCheck], ...] = (Cache, Database)

    async def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer one request."""
        with self.get_executor() as executor:
            results = [await check.get_result(executor) for check in self.get_checks()]
        is_well = not any(result.error for result in results)
        return HttpResponse(
            "ok" if is_well else "unavailable",
            content_type="text/plain",
            status=200 if is_well else 503,
        )
