"""A whole registration, as a browser without JavaScript sends it."""

from tests.bench.visitors import HiddenInputs, Values, Visitor

LANDING = "/aanmelden/"
# The address of each step and what is filled in there.
STEPS: list[tuple[str, Values]] = [
    (f"{LANDING}wie-je-bent/", {"for_whom": "self", "name": "Noor", "age": "age_25_64"}),
    (f"{LANDING}wat-bij-je-past/", {"role": "victim"}),
    (f"{LANDING}wat-er-is-gebeurd/", {"kind": "not_say"}),
    (f"{LANDING}hoe-we-je-bereiken/", {"phone": "030 234 56 78"}),
    (f"{LANDING}wat-veilig-is/", {"fallback": ["email"], "identify": "org_ok"}),
    (f"{LANDING}wanneer-we-bellen/", {"call_when": "any_time"}),
    (
        f"{LANDING}nog-iets/",
        {"language": "dutch", "story": "Ik wil graag weten waarom. " * 10},
    ),
    (f"{LANDING}controleren/", {"consent": "on"}),
]
#: How the number of each of the first hundred begins, as it is typed (spaces left out) and stored.
PHONES_BEGIN = "3025600"
THANK_YOU = f"{LANDING}bedankt/"


class JourneyBroken(Exception):
    """A page of the form did not answer as it does to a registrant."""


def register(visitor: Visitor, number: int) -> int:
    """Register once, from the landing page to the thank-you page; return the number of requests.

    `number` makes address and telephone number ones of its own: an address gets few confirmations,
    and who shares a number is looked at together.
    Raises JourneyBroken if a page does not lead on.
    """
    requests = 1
    _expect(visitor.get(LANDING).status, 200, LANDING)
    for position, (path, values) in enumerate(STEPS):
        page = visitor.get(path)
        _expect(page.status, 200, path)
        sent: Values = {**HiddenInputs(page.text).values, **values}
        if "phone" in sent:
            sent["email"] = f"noor{number}@example.org"
            sent["phone"] = f"030256{number % 10_000:04}"
        answer = visitor.post(path, sent)
        _expect(answer.status, 302, path)
        following = STEPS[position + 1][0] if position + 1 < len(STEPS) else THANK_YOU
        # Who presses again because no answer came is told so beside the same address.
        _expect(answer.location.partition("?")[0], following, path)
        requests += 2
    _expect(visitor.get(THANK_YOU).status, 200, THANK_YOU)
    return requests + 1


def _expect(found: object, wanted: object, path: str) -> None:
    if found != wanted:
        raise JourneyBroken(f"{path}: got {found}, expected {wanted}")
