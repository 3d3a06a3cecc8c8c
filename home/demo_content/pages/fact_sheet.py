"""The facts for journalists on one sheet of paper; each figure comes from the list of figures."""

from home.demo_content.texts import DemoPage, Text, link, panel

SHEET = {
    "heading": Text("Zes dingen om te weten", "Six things to know"),
    "panels": [
        panel(
            "together",
            Text("Wat het is", "What it is"),
            Text(
                "Contact tussen mensen na een ingrijpende gebeurtenis, met een bemiddelaar. "
                "Gratis, vrijwillig en vertrouwelijk.",
                "Contact between people after a serious event, with a mediator. Free, voluntary "
                "and confidential.",
            ),
        ),
        panel(
            "apart",
            Text("Los van de strafzaak", "Separate from the case"),
            Text(
                "Het kan voor, tijdens en na een strafzaak. Het verandert de uitkomst niet.",
                "It is possible before, during and after a criminal case. It does not change the "
                "outcome.",
            ),
        ),
        panel(
            "clock",
            Text("Hoe vaak", "How often"),
            Text(
                "In 2024 waren er [[registrations.received.2024]] aanmeldingen. Er gingen "
                "[[registrations.allocated.2024]] naar een bemiddelaar.",
                "In 2024 there were [[registrations.received.2024]] registrations. Of these, "
                "[[registrations.allocated.2024]] went to a mediator.",
            ),
        ),
        panel(
            "question",
            Text("Waarover", "What it is about"),
            Text(
                "Geweld [[kind-of-event.violence.2024]], seksueel geweld "
                "[[kind-of-event.sexual.2024]], verkeer [[kind-of-event.traffic.2024]], anders "
                "[[kind-of-event.other.2024]].",
                "Violence [[kind-of-event.violence.2024]], sexual violence "
                "[[kind-of-event.sexual.2024]], traffic [[kind-of-event.traffic.2024]], other "
                "[[kind-of-event.other.2024]].",
            ),
        ),
        panel(
            "speech",
            Text("Wie erover begint", "Who takes the first step"),
            Text(
                "Slachtoffers [[initiator.victims.2024]], daders [[initiator.offenders.2024]], "
                "getuigen en anderen [[initiator.others.2024]].",
                "Victims [[initiator.victims.2024]], offenders [[initiator.offenders.2024]], "
                "witnesses and others [[initiator.others.2024]].",
            ),
        ),
        panel(
            "phone",
            Text("Een vraag van de pers", "A question from the press"),
            Text(
                "Bel 030-2340045, op werkdagen van 9.00 tot 17.00 uur.",
                "Call +31 30 234 00 45, on working days from 9am to 5pm.",
            ),
        ),
    ],
    "contact": Text(
        "Bron van de cijfers: ons jaarverslag over 2024. Percentages gaan over aanmeldingen die "
        "naar een bemiddelaar gingen.",
        "Source of the figures: our annual report for 2024. The percentages are shares of the "
        "registrations that went to a mediator.",
    ),
}

FACT_SHEET = DemoPage(
    key="fact-sheet",
    model="home.ContentPage",
    parent="press",
    title=Text("Herstelbemiddeling in feiten", "Restorative mediation in facts"),
    slug=Text("feitenblad", "fact-sheet"),
    description=Text(
        "De feiten over herstelbemiddeling in Nederland op één blad papier, met jaar en bron.",
        "The facts about restorative mediation in the Netherlands on one sheet of paper, with year "
        "and source.",
    ),
    plain={
        "intro": Text(
            "Wat je nodig hebt voor een bericht dat klopt.",
            "What you need to get your report right.",
        )
    },
    streams={
        "action": [
            ("link", link(Text("Bekijk alle cijfers", "See all figures"), "annual-figures"))
        ],
        "body": [("sheet", SHEET)],
    },
)
