"""The front page. Is this for me?"""

from home.demo_content.texts import (
    DemoPage,
    Text,
    VideoReference,
    call_to_action,
    figure,
    link,
    tiles,
)

DOORS = {
    "heading": Text("Waar sta jij?", "Where do you fit in?"),
    "intro": Text(
        "Van welke kant je ook komt: je bent hier goed.",
        "Whichever side you come from, you are in the right place.",
    ),
    "left_title": Text("Mij is iets overkomen", "Something happened to me"),
    "left_links": [
        link(
            Text("Ik werd slachtoffer", "I was harmed"),
            "victims",
            Text("Kort geleden of jaren terug", "Recently or years ago"),
        ),
        link(
            Text("Ik verloor iemand", "I lost someone"),
            "bereaved",
            Text("Voor nabestaanden", "For bereaved relatives"),
        ),
    ],
    "right_title": Text("Het kwam door mij", "I caused it"),
    "right_links": [
        link(
            Text("Ik heb een ander iets aangedaan", "I harmed someone"),
            "offenders",
            Text("Ook als je zaak nog loopt", "Even if your case is still open"),
        ),
        link(
            Text("Ik heb een ongeval veroorzaakt", "I caused an accident"),
            "traffic",
            Text("In het verkeer", "In traffic"),
        ),
    ],
    "meeting_text": Text("Alleen als jullie allebei willen", "Only if you both want to"),
    "rows": [
        link(
            Text(
                "Ik sta dicht bij iemand, of ik zag het gebeuren",
                "I am close to someone, or I saw it happen",
            ),
            "close-to-someone",
            Text(
                "Familie, vrienden, getuigen en organisaties",
                "Family, friends, witnesses and organisations",
            ),
        ),
        link(
            Text("Ik ben jong", "I am young"),
            "young-people",
            Text("Ook als je jonger bent dan achttien", "Even if you are under 18"),
        ),
        link(
            Text("Ik werk met mensen", "I work with people"),
            "professionals",
            Text(
                "Politie, hulpverlening, school, reclassering",
                "Police, support services, schools, probation",
            ),
        ),
    ],
}

EVENTS = tiles(
    Text("Wat is er gebeurd?", "What happened?"),
    Text(
        "Kies wat er het meest op lijkt. Staat het er niet bij? Dan ben je ook welkom.",
        "Choose what comes closest. Not on the list? You are still welcome.",
    ),
    ("apart", link(Text("Seksueel geweld", "Sexual violence"), "sexual-violence")),
    ("bicycle", link(Text("Een verkeersongeval", "A traffic accident"), "traffic")),
    ("broken", link(Text("Geweld", "Violence"), "violence")),
    ("speech", link(Text("Bedreiging of stalking", "Threats or stalking"), "threats-and-stalking")),
    ("bag", link(Text("Diefstal of oplichting", "Theft or fraud"), "theft-and-fraud")),
    ("phone", link(Text("Online of gelekte beelden", "Online or leaked images"), "online-images")),
    ("letter", link(Text("Familie in de gevangenis", "Family in prison"), "prison-relatives")),
    ("question", link(Text("Iets anders", "Something else"), "what-happened")),
)

EVERY_STEP_COUNTS = call_to_action(
    Text("Elke stap telt", "Every step counts"),
    Text(
        "Soms is weten dat dit kan al een stap. Soms is één gesprek met een bemiddelaar "
        "genoeg. Soms schrijven mensen jarenlang. Je hoeft nergens uit te komen.",
        "Sometimes knowing that this exists is a step. Sometimes one conversation with a mediator "
        "is enough. Sometimes people write to each other for years. There is no result you have "
        "to reach.",
    ),
    link(Text("Lees hoe het voor anderen was", "Read what it was like for others"), "stories"),
)

STEPS = {
    "heading": Text("Stap voor stap", "Step by step"),
    "intro": Text(
        "Jij beslist bij elke stap opnieuw. Ook één gesprek kan genoeg zijn.",
        "At every step, you decide whether to go on. One conversation can be enough.",
    ),
    "steps": [
        {
            "title": Text("Je meldt je aan", "You register"),
            "text": Text(
                "Online of met de telefoon. Een voornaam is genoeg.",
                "Online or by phone. A first name is enough.",
            ),
        },
        {
            "title": Text("We bellen je", "We call you"),
            "text": Text(
                "Binnen drie dagen. Je kunt dan alles vragen.",
                "We call within three days. You can ask us anything.",
            ),
        },
        {
            "title": Text("Je praat met een bemiddelaar", "You talk to a mediator"),
            "text": Text(
                "Die luistert en kiest geen kant.",
                "The mediator listens and does not take sides.",
            ),
        },
        {
            "title": Text("Jullie bereiden je voor", "You both prepare"),
            "text": Text(
                "Apart van elkaar. Wat wil je vragen of zeggen?",
                "Separately. What do you want to ask or say?",
            ),
        },
        {
            "title": Text("Er is contact", "There is contact"),
            "text": Text(
                "Een gesprek, een brief of een video. Of de bemiddelaar brengt boodschappen over.",
                "A conversation, a letter or a video. Or the mediator carries messages.",
            ),
        },
        {
            "title": Text("We kijken terug", "We look back"),
            "text": Text(
                "Hoe was het voor je? Is er nog iets nodig?",
                "How was it for you? Do you need anything else?",
            ),
        },
    ],
}

VIDEO = {
    "heading": Text("Waarom zou je dit doen?", "Why do people do this?"),
    "text": Text(
        "Antwoorden krijgen. Gehoord worden. Iets laten weten. In een korte video leggen we het "
        "uit.",
        "Getting answers. Being heard. Letting someone know something. A short video explains it.",
    ),
    "video": VideoReference("video-why"),
    "link": link(Text("Bekijk alle video’s", "See all videos"), "videos"),
}

FIGURES = {
    "heading": "",
    "figures": [
        figure(
            "contact.reached.2024",
            Text(
                "van de keren dat beiden na het eerste gesprek door wilden, kwam er contact (2024)",
                "of the times when both people wanted to go on after the first conversation, "
                "there was contact (2024)",
            ),
        ),
        figure(
            "registrations.received.2024", Text("aanmeldingen in 2024", "registrations in 2024")
        ),
        figure(
            "organisation.mediators.2024",
            Text("bemiddelaars in het hele land (2024)", "mediators throughout the country (2024)"),
        ),
    ],
    "source": "",
}

NOT_SURE = {
    "heading": Text("Weet je het nog niet zeker?", "Not sure yet?"),
    "text": Text(
        "Dat is goed. Je kunt je aanmelden zonder je verhaal te vertellen. "
        "Bellen kan ook: 030-2340045.",
        "That is fine. You can register without telling your story. You can also call us on +31 "
        "30 234 00 45.",
    ),
    "link": link(Text("Bekijk wat je kunt kiezen", "See what you can choose"), "not-sure-yet"),
}

HOME = DemoPage(
    key="home",
    model="home.HomePage",
    title=Text("Home", "Home"),
    seo_title=Text("Contact na een ingrijpende gebeurtenis", "Contact after a serious event"),
    slug=Text("start", "start-en"),
    description=Text(
        "Contact na een misdrijf, een verkeersongeval of seksueel geweld. "
        "Gratis, vrijwillig en vertrouwelijk, met hulp van een bemiddelaar.",
        "Contact after a crime, a traffic accident or sexual violence. "
        "Free, voluntary and confidential, with the help of a mediator.",
    ),
    plain={
        "headline": Text(
            "Wil je nog iets vragen?\nOf iets zeggen?",
            "Do you have questions?\nOr something to say?",
        ),
        "intro": Text(
            "Na een misdrijf, een verkeersongeval of seksueel geweld brengen we mensen in contact. "
            "Alleen als jullie dat allebei willen.",
            "After a crime, a traffic accident or sexual violence, we put people in touch with "
            "each other. Only if you both want it.",
        ),
    },
    streams={
        "assurances": [
            ("assurance", Text("Gratis", "Free")),
            ("assurance", Text("Vrijwillig", "Voluntary")),
            ("assurance", Text("Vertrouwelijk", "Confidential")),
        ],
        "second_link": [
            (
                "link",
                link(Text("Bekijk eerst hoe het gaat", "See how it works first"), "how-it-works"),
            )
        ],
        "body": [
            ("doors", DOORS),
            EVENTS,
            ("steps", STEPS),
            ("video", VIDEO),
            ("latest_story", {"label": Text("Nieuwste verhaal", "Newest story")}),
            EVERY_STEP_COUNTS,
            ("campaign_banner", {"campaign": None}),
            ("figures", FIGURES),
            ("call_to_action", NOT_SURE),
        ],
    },
)
