"""The pages around the registration form. What happens if I fill this in, and with what I write?"""

from home.demo_content.texts import DemoPage, Text, bullets, numbers, rich

REGISTER = DemoPage(
    key="register",
    model="public_pages.RegistrationPage",
    title=Text("Aanmelden", "Register"),
    slug=Text("aanmelden", "register"),
    description=Text(
        "Meld je aan voor contact na een ingrijpende gebeurtenis. We bellen je binnen drie dagen. "
        "Het kost niets.",
        "Register for contact after a serious event. We call you within three days. It is free.",
    ),
    plain={
        "intro": Text(
            "Iedereen die betrokken is, mag zich aanmelden. Slachtoffer of dader, nabestaande of "
            "veroorzaker, familie of getuige. Je hoeft niet te weten of je contact wilt.",
            "Everyone who was involved can register. Victim or offender, bereaved relative or "
            "person who caused an accident, family member or witness. You do not need to know yet "
            "whether you want contact.",
        ),
        "what_happens": rich(
            numbers(
                Text(
                    "Je verstuurt het formulier. Je krijgt een code op je scherm.",
                    "You send the form. You get a code on your screen.",
                ),
                Text(
                    "Binnen drie dagen belt iemand van ons aanmeldpunt. Je kunt alles vragen.",
                    "Someone from our registration desk calls you within three days. You can ask "
                    "them anything.",
                ),
                Text(
                    "Daarna beslis jij of je een gesprek met een bemiddelaar wilt.",
                    "After that, you decide whether you want to talk to a mediator.",
                ),
            ),
            Text(
                "We nemen geen contact op met de ander voordat we jou hebben gesproken.",
                "We do not contact the other person before we have spoken to you.",
            ),
        ),
        "what_we_ask": rich(
            bullets(
                Text(
                    "Wat het best bij jou past, en hoe we je mogen noemen. Een andere naam mag.",
                    "Which of these fits you best, and what to call you. A different name is fine.",
                ),
                Text(
                    "Waar het over gaat. Je mag ook kiezen: dat zeg ik liever niet.",
                    "What it is about. You can also choose ‘I would rather not say’.",
                ),
                Text(
                    "Hoe en wanneer we je veilig bereiken. En wanneer juist niet.",
                    "How and when we can reach you safely. And when we must not.",
                ),
            ),
            Text(
                "We vragen niet naar je achternaam, je adres of je geboortedatum.",
                "We do not ask for your surname, your address or your date of birth.",
            ),
        ),
        "time_needed": Text(
            "Ongeveer tien minuten. Je kunt na elke stap stoppen.",
            "About ten minutes. You can stop after any step.",
        ),
        "costs": Text("Het kost je niets. Een tolk ook niet.", "It is free. So is an interpreter."),
        "phone_alternative": Text(
            "Dat kan op werkdagen van 9.00 tot 17.00 uur. We vullen het dan samen in.",
            "You can, on working days from 9am to 5pm. We will fill in the form together.",
        ),
        "your_data": rich(
            Text(
                "We gebruiken je antwoorden om contact met je op te nemen. We bewaren ze "
                "versleuteld. Alleen het aanmeldpunt kan ze lezen.",
                "We use your answers to get in touch with you. They are encrypted when we store "
                "them. Only the registration desk can read them.",
            ),
        ),
    },
)


def _page_to_read_on() -> int | None:
    # Imported here, because the module that builds pages knows all of them.
    from home.demo_content.build import page_pk

    return page_pk("how-it-works")


NOT_YET = DemoPage(
    key="not-sure-yet",
    model="public_pages.NotYetPage",
    title=Text("Weet je het nog niet zeker?", "Not sure yet?"),
    slug=Text("nog-niet-zeker", "not-sure-yet"),
    description=Text(
        "Laat je bellen zonder je verhaal te vertellen, vraag om één herinnering, of lees alleen "
        "verder.",
        "Ask for a call without telling your story, ask for one reminder, or just read on.",
    ),
    plain={
        "intro": Text(
            "Dat is goed. Kies wat nu bij je past.",
            "That is fine. Choose what suits you now.",
        ),
        "story_later_text": Text(
            "Je geeft een naam en een nummer of mailadres. Een andere naam mag ook. We bellen je "
            "binnen drie dagen.",
            "You give a name and a number or e-mail address. A different name is fine. We call "
            "you within three days.",
        ),
        "reminder_text": Text(
            "Je krijgt één mail, op een dag die jij kiest. Daarna wissen we je adres.",
            "You get one e-mail, on a day that you choose. After that we delete your address.",
        ),
        "information_text": Text(
            "Lees rustig verder. Je hoeft niets in te vullen, en we bewaren niets over je.",
            "Take your time and read on. You do not have to fill in anything, and we store "
            "nothing about you.",
        ),
    },
    codes={"read_on_id": _page_to_read_on},
)

ON_PAPER = DemoPage(
    key="register-on-paper",
    model="public_pages.PaperFormPage",
    title=Text("Aanmelden op papier", "Register on paper"),
    slug=Text("aanmelden-op-papier", "register-on-paper"),
    description=Text(
        "Een formulier om af te drukken en op te sturen, voor wie niet kan bellen of geen internet "
        "heeft.",
        "A form to print and post, for people who cannot call or have no internet.",
    ),
    plain={
        "intro": Text(
            "Kun je niet bellen, of heb je geen internet? Zit je vast? Meld je aan met dit "
            "formulier.",
            "If you cannot call, have no internet or are in prison, you can register with this "
            "form.",
        ),
        "return_address": Text(
            "[Voorbeeld: hier komt het postadres van het aanmeldpunt]",
            "[Example: the postal address of the registration desk goes here]",
        ),
    },
)

OWN_REGISTRATION = DemoPage(
    key="own-registration",
    model="public_pages.OwnRegistrationPage",
    title=Text("Jouw aanmelding", "Your registration"),
    slug=Text("jouw-aanmelding", "your-registration"),
    description=Text(
        "Bekijk of verander je aanmelding met je code en je geheime woorden.",
        "See or change your registration with your code and your secret words.",
    ),
    plain={
        "intro": Text(
            "Kijk hoe het met je aanmelding staat. Je kunt veranderen hoe we je bereiken, even "
            "pauzeren of stoppen. Vul je code en je geheime woorden in.",
            "See where your registration has got to. You can change how we reach you, pause or "
            "stop. Enter your code and your secret words.",
        )
    },
)

PRIVACY = DemoPage(
    key="privacy",
    model="public_pages.PrivacyPage",
    title=Text("Wat we met je gegevens doen", "What we do with your data"),
    slug=Text("privacy", "privacy"),
    description=Text(
        "Wat we bewaren als je je aanmeldt, hoe lang, en wie het leest.",
        "What we keep when you register, how long, and who reads it.",
    ),
    plain={
        "intro": Text(
            "We vragen zo weinig mogelijk, en we bewaren het zo kort mogelijk. Hieronder lees je "
            "wat we met je gegevens doen.",
            "We ask as little as possible, and keep it for as short a time as possible. Below you "
            "can read what we do with your data.",
        )
    },
)
