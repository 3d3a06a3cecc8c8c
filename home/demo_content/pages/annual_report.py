"""What happened in one year, from the annual report."""

from home.demo_content.texts import DemoPage, Text, bullets, chart, figure, link, section

ANNUAL_REPORT_2024 = DemoPage(
    key="annual-report-2024",
    model="home.ContentPage",
    parent="annual-figures",
    title=Text("Ons jaar 2024", "Our year 2024"),
    slug=Text("jaarverslag-2024", "annual-report-2024"),
    description=Text(
        "Wat deed Perspectief Herstelbemiddeling in 2024? De hoofdlijnen van het jaarverslag, "
        "met de cijfers.",
        "What did Perspectief Herstelbemiddeling do in 2024? The main points of the annual "
        "report, with the figures.",
    ),
    plain={
        "intro": Text(
            "De hoofdlijnen van ons jaarverslag over 2024, in onze eigen woorden.",
            "The main points of our annual report for 2024, in our own words.",
        )
    },
    streams={
        "action": [
            ("link", link(Text("Bekijk alle cijfers", "See all figures"), "annual-figures"))
        ],
        "body": [
            (
                "figures",
                {
                    "heading": Text("Hoeveel mensen vonden ons?", "How many people found us?"),
                    "figures": [
                        figure(
                            "registrations.received.2024",
                            Text("aanmeldingen in 2024", "registrations in 2024"),
                        ),
                        figure(
                            "registrations.allocated.2024",
                            Text(
                                "daarvan gingen naar een bemiddelaar", "of these went to a mediator"
                            ),
                        ),
                        figure(
                            "reach.visitors.2024",
                            Text(
                                "bezoekers van de website in 2024",
                                "visitors to the website in 2024",
                            ),
                        ),
                    ],
                    "source": "",
                },
            ),
            section(
                Text("Wie meldden zich?", "Who came to us?"),
                Text(
                    "Mensen die zich zelf aanmeldden, waren de grootste groep. Dat was voor "
                    "het vierde jaar zo. Slachtofferhulp Nederland verwees "
                    "[[who-registers.victim-support.2024]] keer. Een jaar eerder was dat "
                    "[[who-registers.victim-support.2023]] keer.",
                    "People who registered themselves were the largest group, for the fourth year "
                    "in a row. Victim Support Netherlands referred people "
                    "[[who-registers.victim-support.2024]] times. A year earlier that was "
                    "[[who-registers.victim-support.2023]] times.",
                ),
                Text(
                    "In [[initiator.victims.2024]] van de zaken begonnen slachtoffers of "
                    "nabestaanden erover. Na geweld was het vaker de andere kant.",
                    "In [[initiator.victims.2024]] of cases, victims or bereaved relatives took "
                    "the first step. After violence, it was more often the other side who did.",
                ),
            ),
            chart(Text("Wat was er gebeurd?", "What had happened?"), "kind-of-event"),
            section(
                Text(
                    "Wat deden we na verkeersongevallen?", "What did we do after traffic accidents?"
                ),
                Text(
                    "Van half september tot eind november 2024 was er een campagne over "
                    "contact na een verkeersongeval. Het aandeel verkeer ging van "
                    "[[kind-of-event.traffic.2023]] naar [[kind-of-event.traffic.2024]].",
                    "From mid-September to the end of November 2024, there was a campaign about "
                    "contact after a traffic accident. The share of traffic cases went from "
                    "[[kind-of-event.traffic.2023]] to [[kind-of-event.traffic.2024]].",
                ),
            ),
            chart(
                Text("Hoe hadden mensen contact?", "How did people have contact?"),
                "form-of-contact",
            ),
            section(
                Text("Wat was er nieuw?", "What was new?"),
                bullets(
                    Text(
                        "<b>Video.</b> In het voorjaar kwamen er korte uitlegvideo’s.",
                        "<b>Video.</b> In the spring we brought out short explainer videos.",
                    ),
                    Text(
                        "<b>Engels.</b> Sinds oktober is de hele site er in het Engels.",
                        "<b>English.</b> Since October, the whole site has also been available in "
                        "English.",
                    ),
                    Text(
                        "<b>Samenspraak.</b> Er waren groepsgesprekken na geweld in PI Vught "
                        "en JC Zaanstad.",
                        "<b>Samenspraak.</b> Group conversations after violence took place in two "
                        "prisons, PI Vught and JC Zaanstad.",
                    ),
                    Text(
                        "<b>Familie van mensen die vastzitten.</b> De proef liep af. Vanaf "
                        "2025 kan het in alle gevangenissen.",
                        "<b>Relatives of people in prison.</b> The pilot ended. Since 2025, "
                        "mediation for them has been possible in every prison.",
                    ),
                    Text(
                        "<b>Jongeren.</b> Een panel van jongeren dacht mee. Er kwam een "
                        "infographic voor jongeren die vastzitten.",
                        "<b>Young people.</b> A panel of young people advised us. We made an "
                        "infographic for young people in detention.",
                    ),
                    Text(
                        "<b>Inclusie.</b> We vroegen mensen met verschillende achtergronden "
                        "om advies.",
                        "<b>Inclusion.</b> We asked people with different backgrounds for advice.",
                    ),
                ),
            ),
            section(
                Text("Waar vertelden we erover?", "Where did we talk about our work?"),
                bullets(
                    Text(
                        "Februari: een rondetafel met managers van Slachtofferhulp Nederland.",
                        "February: a round-table discussion with managers from Victim Support "
                        "Netherlands.",
                    ),
                    Text(
                        "Maart: het congres van PsyQ.",
                        "March: the PsyQ conference (mental health care).",
                    ),
                    Text(
                        "September: het PPS-congres van het Verbond van Verzekeraars.",
                        "September: the PPS conference of the Dutch Association of Insurers.",
                    ),
                    Text(
                        "November: het landelijke congres van Centrum Seksueel Geweld.",
                        "November: the national conference of Centrum Seksueel Geweld (sexual "
                        "assault centres).",
                    ),
                    Text(
                        "November: een workshop met Eigen Kracht Centrale.",
                        "November: a workshop with Eigen Kracht Centrale.",
                    ),
                ),
            ),
            section(
                Text("Hoe bewaken we de kwaliteit?", "How do we keep our standards high?"),
                Text(
                    "Elke bemiddelaar doet [[quality.cases.2024]] zaken per jaar, "
                    "volgt trainingen en leert van collega’s. We kregen "
                    "[[quality.complaints.2024]] klachten.",
                    "Every mediator handles [[quality.cases.2024]] cases a year, takes training "
                    "courses and learns from colleagues. We received [[quality.complaints.2024]] "
                    "complaints.",
                ),
            ),
            section(
                Text("Wil je het hele jaarverslag?", "Would you like the whole annual report?"),
                Text(
                    "Bel ons: 030-2340045. Dat kan ook met een vraag over een cijfer.",
                    "Call us on +31 30 234 00 45. You can also call if you have a question about "
                    "a figure.",
                ),
            ),
        ],
    },
)
