"""What young people and their parents want to know before they register."""

from home.demo_content.texts import DemoPage, Text, bullets, numbers, register_link, section

YOUTH_YOUR_STORY = DemoPage(
    key="youth-your-story",
    model="home.ContentPage",
    parent="young-people",
    title=Text("Wat we met jouw verhaal doen", "What we do with your story"),
    slug=Text("wat-we-met-jouw-verhaal-doen", "what-we-do-with-your-story"),
    description=Text(
        "Wie krijgt te horen wat je ons vertelt? En wat gebeurt er daarna mee?",
        "Who is told what you say to us? And what happens to it after that?",
    ),
    plain={
        "intro": Text(
            "Wat je vertelt, is vertrouwelijk. Jij beslist wat de ander te horen krijgt.",
            "What you tell us is confidential. You decide what the other person is told.",
        )
    },
    streams={
        "action": [("link", register_link())],
        "body": [
            section(
                Text("Wie krijgt het te horen?", "Who will be told?"),
                bullets(
                    Text(
                        "<b>De mensen van ons aanmeldpunt.</b> Zij bellen je.",
                        "<b>The people at our registration desk.</b> They call you.",
                    ),
                    Text(
                        "<b>De bemiddelaar.</b> Die praat met je, als je verder wilt.",
                        "<b>The mediator.</b> The mediator talks to you, if you want to go on.",
                    ),
                    Text(
                        "<b>De ander.</b> Alleen wat jij wilt dat die weet.",
                        "<b>The other person.</b> Only what you want them to know.",
                    ),
                ),
            ),
            section(
                Text("Vertellen jullie het aan mijn ouders?", "Will you tell my parents?"),
                Text(
                    "Niet zonder dat jij het weet. Ben je jonger dan 16? Dan is het fijn als een "
                    "volwassene je helpt. Dat mag ook iemand anders zijn die je vertrouwt.",
                    "Not without you knowing. Are you under 16? It is good to have an adult to "
                    "help you. It does not have to be a parent. It can be anyone you trust.",
                ),
            ),
            section(
                Text("En de politie of de school?", "What about the police, or my school?"),
                Text(
                    "Wij geven jouw verhaal niet door aan je school. Herstelbemiddeling staat los "
                    "van de strafzaak. Ben je in gevaar? Dan praten we eerst met jou over wie er "
                    "kan helpen.",
                    "We do not pass your story on to your school. Restorative mediation is "
                    "separate from the criminal case. If you are in danger, we will first talk to "
                    "you about who can help.",
                ),
            ),
            section(
                Text("Kan ik me bedenken?", "Can I change my mind?"),
                Text(
                    "Ja, altijd. Je kunt pauzeren of stoppen, en je hoeft niet te zeggen waarom.",
                    "Yes, always. You can pause or stop, and you do not have to say why.",
                ),
            ),
        ],
    },
)

YOUTH_PARENTS = DemoPage(
    key="youth-parents",
    model="home.ContentPage",
    parent="young-people",
    title=Text("Wat ouders willen weten", "What parents want to know"),
    slug=Text("voor-ouders", "for-parents"),
    description=Text(
        "Je kind is iets overkomen, of je kind heeft iets gedaan. Wat kan herstelbemiddeling doen, "
        "en wat is jouw rol?",
        "Something happened to your child, or your child did something. What can restorative "
        "mediation do, and what is your role?",
    ),
    plain={
        "intro": Text(
            "Je kind is iets overkomen, of je kind heeft iets gedaan. Van welke kant je ook komt: "
            "je mag ons bellen.",
            "Something happened to your child, or your child did something. Whichever side you "
            "come from, you can call us.",
        )
    },
    streams={
        "action": [("link", register_link())],
        "body": [
            section(
                Text("Beslis ik, of mijn kind?", "Do I decide, or does my child?"),
                Text(
                    "Contact kan alleen als je kind het zelf wil. Dat geldt ook als jij het een "
                    "goed idee vindt. Is je kind jonger dan 16? Dan bespreken we samen wie er "
                    "meedoet.",
                    "Contact is only possible if your child wants it. That is also true if you "
                    "think it is a good idea. If your child is under 16, we will decide together "
                    "who takes part.",
                ),
            ),
            section(
                Text("Hoor ik wat mijn kind vertelt?", "Will I hear what my child says?"),
                Text(
                    "Wat je kind aan de bemiddelaar vertelt, is vertrouwelijk. Je kind kiest wat "
                    "jij te horen krijgt. Dat kan lastig zijn. Het geeft je kind wel ruimte.",
                    "What your child tells the mediator is confidential. Your child chooses what "
                    "you hear. That can be hard. But it gives your child space.",
                ),
            ),
            section(
                Text("Wat kan ik zelf doen?", "What can I do myself?"),
                bullets(
                    Text(
                        "Luister, zonder meteen een oplossing te geven.",
                        "Listen, without offering a solution straight away.",
                    ),
                    Text(
                        "Zoek de ander en de ouders van de ander niet zelf op.",
                        "Do not go to the other person or their parents yourself.",
                    ),
                    Text(
                        "Heb je eigen vragen? Je kunt je ook voor jezelf aanmelden.",
                        "Do you have questions of your own? You can register for yourself too.",
                    ),
                ),
            ),
            section(
                Text("Wat betekent dit voor de zaak?", "What does this mean for the case?"),
                Text(
                    "Herstelbemiddeling staat los van politie en rechter. De uitkomst van de zaak "
                    "verandert er niet door. Het is gratis.",
                    "Restorative mediation is separate from the police and the court. It does not "
                    "change the outcome of the case. It is free.",
                ),
            ),
        ],
    },
)

YOUTH_REGISTER = DemoPage(
    key="youth-register",
    model="home.ContentPage",
    parent="young-people",
    title=Text("Zo meld je je aan", "How to register"),
    slug=Text("zo-meld-je-je-aan", "how-to-register"),
    description=Text(
        "Aanmelden als je jong bent: vier stappen, een voornaam is genoeg, en je mag eerst bellen.",
        "Registering when you are young: four steps, a first name is enough, and you can call "
        "first.",
    ),
    plain={
        "intro": Text(
            "Het formulier is kort. Je hoeft je verhaal er niet in te schrijven.",
            "The form is short. You do not have to write your story in it.",
        )
    },
    streams={
        "action": [("link", register_link(Text("Begin met aanmelden", "Start your registration")))],
        "body": [
            section(
                Text("Wat vragen we?", "What do we ask?"),
                numbers(
                    Text(
                        "Wat er ongeveer is gebeurd. Je kiest uit een lijst.",
                        "Roughly what happened. You choose from a list.",
                    ),
                    Text(
                        "Hoe we je mogen noemen. Een andere naam mag ook.",
                        "What to call you. Another name is fine too.",
                    ),
                    Text(
                        "Hoe en wanneer we je veilig bereiken.",
                        "How and when to reach you safely.",
                    ),
                ),
            ),
            section(
                Text("Wat gebeurt er daarna?", "What happens after that?"),
                Text(
                    "We bellen je binnen drie dagen. Je kunt dan alles vragen. Wij vragen hoe het "
                    "met je gaat, en of iemand je helpt.",
                    "We call you within three days. You can ask us anything. We ask how you are, "
                    "and whether someone is helping you.",
                ),
            ),
            section(
                Text("Eerst alleen iets vragen?", "Do you want to ask something first?"),
                Text(
                    "Dat kan. Bel 030-2340045. Je hoeft je naam niet te zeggen, en je hoeft je "
                    "niet aan te melden.",
                    "You can ask us. Call +31 30 234 00 45. You do not have to give your name, "
                    "and you do not have to register.",
                ),
            ),
            section(
                Text("Wil je iemand erbij?", "Would you like someone with you?"),
                Text(
                    "Vul het samen in met een ouder, een mentor of een vriend. In het formulier "
                    "kies je wie we bellen.",
                    "Fill it in together with a parent, a teacher or a friend. In the form, you "
                    "choose who we call.",
                ),
            ),
        ],
    },
)
