"""The wording that mails start with; the coordinator edits it."""

from registration.vocabulary.mails import MailCode

INITIAL_WORDING: dict[str, dict[str, str]] = {
    MailCode.CONFIRMATION: {
        "subject_nl": "We hebben je aanmelding ontvangen",
        "subject_en": "We have received your registration",
        "body_nl": (
            "Hallo,\n\n"
            "Je aanmelding is goed aangekomen. {promise}\n\n"
            "Dan kun je alles vragen. Jij beslist wat er daarna gebeurt. Het kost niets en je kunt "
            "altijd stoppen.\n\n"
            "{own_page}\n\n"
            "Wil je iets veranderen of stoppen? Bel {phone} en noem {your_code}. Dat kan "
            "{opening_hours}.\n\n"
            "Heb jij je niet aangemeld? Bel ons, dan wissen we dit.\n\n"
            "{crisis}\n\n"
            "Het aanmeldpunt van Perspectief Herstelbemiddeling"
        ),
        "body_en": (
            "Hello,\n\n"
            "We have received your registration. {promise}\n\n"
            "You can ask us anything then. You decide what happens after that. It is free and you "
            "can stop at any time.\n\n"
            "{own_page}\n\n"
            "If you want to change something or stop, call {phone} and give {your_code}. You can "
            "call {opening_hours}.\n\n"
            "If it was not you who registered, call us and we will delete this.\n\n"
            "{crisis}\n\n"
            "The registration desk of Perspectief Herstelbemiddeling"
        ),
    },
    MailCode.CONFIRMATION_NEUTRAL: {
        "subject_nl": "Je bericht is aangekomen",
        "subject_en": "Your message has arrived",
        "body_nl": (
            "Hallo,\n\n"
            "Je bericht is goed aangekomen. {promise}\n"
            "Je hoeft nu niets te doen.\n\n"
            "Groet, {neutral_sender}"
        ),
        "body_en": (
            "Hello,\n\n"
            "We have received your message. {promise}\n"
            "You do not need to do anything now.\n\n"
            "Kind regards, {neutral_sender}"
        ),
    },
    MailCode.CONFIRMATION_NEUTRAL_OTHER: {
        "subject_nl": "Je hoort van ons",
        "subject_en": "You will hear from us",
        "body_nl": (
            "Hallo,\n\n"
            "Iemand die je kent, heeft ons gevraagd om contact met je op te nemen. {promise}\n"
            "Je hoeft nu niets te doen.\n\n"
            "Groet, {neutral_sender}"
        ),
        "body_en": (
            "Hello,\n\n"
            "Someone you know has asked us to get in touch with you. {promise}\n"
            "You do not need to do anything now.\n\n"
            "Kind regards, {neutral_sender}"
        ),
    },
    MailCode.CONFIRMATION_HELPER: {
        "subject_nl": "We hebben de aanmelding ontvangen",
        "subject_en": "We have received the registration",
        "body_nl": (
            "Hallo,\n\n"
            "De aanmelding waarbij je helpt, is goed aangekomen. {promise}\n\n"
            "Dan kun je alles vragen. De persoon om wie het gaat, beslist wat er daarna gebeurt. "
            "We vragen het die persoon ook zelf. Het kost niets en stoppen kan altijd.\n\n"
            "Moet er iets veranderen, of wil iemand stoppen? Bel {phone}. Dat kan "
            "{opening_hours}.\n\n"
            "Help jij niemand bij een aanmelding? Bel ons, dan wissen we dit.\n\n"
            "{crisis}\n\n"
            "Het aanmeldpunt van Perspectief Herstelbemiddeling"
        ),
        "body_en": (
            "Hello,\n\n"
            "We have received the registration that you are helping with. {promise}\n\n"
            "You can ask us anything then. The person this is about decides what happens after "
            "that, and we ask that person ourselves too. It is free, and it can stop at any "
            "time.\n\n"
            "Does something have to change, or does someone want to stop? Call {phone}. You can "
            "call {opening_hours}.\n\n"
            "If you are not helping anyone to register, call us and we will delete this.\n\n"
            "{crisis}\n\n"
            "The registration desk of Perspectief Herstelbemiddeling"
        ),
    },
    MailCode.QUESTION_RECEIVED: {
        "subject_nl": "We hebben je vraag ontvangen",
        "subject_en": "We have received your question",
        "body_nl": (
            "Hallo,\n\n"
            "Je vraag is goed aangekomen. {promise}\n\n"
            "Je bent niet aangemeld. Jij beslist of je dat ooit wilt.\n\n"
            "Hoeft een antwoord niet meer? Bel {phone} en noem {your_code}. Dat kan "
            "{opening_hours}.\n\n"
            "Heb jij ons niets gevraagd? Bel ons, dan wissen we dit.\n\n"
            "{crisis}\n\n"
            "Het aanmeldpunt van Perspectief Herstelbemiddeling"
        ),
        "body_en": (
            "Hello,\n\n"
            "We have received your question. {promise}\n\n"
            "This does not register you. You decide whether you ever want to register.\n\n"
            "Do you no longer need an answer? Call {phone} and give {your_code}. You can call "
            "{opening_hours}.\n\n"
            "If it was not you who asked us something, call us and we will delete this.\n\n"
            "{crisis}\n\n"
            "The registration desk of Perspectief Herstelbemiddeling"
        ),
    },
    MailCode.REFERRAL_RECEIVED: {
        "subject_nl": "Je verwijzing is ontvangen ({referral_id})",
        "subject_en": "We have received your referral ({referral_id})",
        "body_nl": (
            "Hallo,\n\n"
            "We hebben je verwijzing ontvangen. In deze mail staan geen gegevens van je cliënt.\n\n"
            "{callback_line}\n\n"
            "Wil je iets aanvullen? Bel {phone} en noem nummer {referral_id}. Dat kan "
            "{opening_hours}. Stuur geen gegevens van je cliënt per mail.\n\n"
            "Heb jij geen verwijzing gedaan? Bel ons, dan wissen we dit.\n\n"
            "Het aanmeldpunt van Perspectief Herstelbemiddeling"
        ),
        "body_en": (
            "Hello,\n\n"
            "We have received your referral. This e-mail contains no details about your "
            "client.\n\n"
            "{callback_line}\n\n"
            "Do you want to add something? Call {phone} and give the number {referral_id}. You "
            "can call {opening_hours}. Do not send details about your client by e-mail.\n\n"
            "If you did not refer anyone, call us and we will delete this.\n\n"
            "The registration desk of Perspectief Herstelbemiddeling"
        ),
    },
    MailCode.CONTINUE_LINK: {
        "subject_nl": "Je link om verder te gaan",
        "subject_en": "Your link to continue",
        "body_nl": (
            "Hallo,\n\n"
            "Met deze link ga je verder waar je was:\n{link}\n\n"
            "De link werkt één keer, tot en met {expiry_date}. Stuur hem niet door.\n\n"
            "Heb je hier niet om gevraagd? Dan mag je deze mail weggooien."
        ),
        "body_en": (
            "Hello,\n\n"
            "Use this link to continue where you left off:\n"
            "{link}\n\n"
            "The link works once, until the end of {expiry_date}. Do not forward it.\n\n"
            "If you did not ask for this, you can delete this e-mail."
        ),
    },
    MailCode.DESK_NOTICE: {
        "subject_nl": "Nieuw in de lijst: {queue_id} ({task})",
        "subject_en": "New in the queue: {queue_id} ({task})",
        "body_nl": (
            "Er staat iets nieuws in de lijst.\n"
            "Wat je moet doen: {task}.\n"
            "Beloofd voor: {due_at}.\n"
            "Open het in de lijst: {admin_link}"
        ),
        "body_en": (
            "There is something new in the queue.\n"
            "What to do: {task}.\n"
            "Promised before: {due_at}.\n"
            "Open it in the queue: {admin_link}"
        ),
    },
    MailCode.DESK_CHANGE: {
        "subject_nl": "Iets veranderd in {queue_id}",
        "subject_en": "Something has changed in {queue_id}",
        "body_nl": (
            "Iemand heeft zelf iets veranderd aan een aanmelding. Kijk er eerst naar.\n"
            "Wat je daarna moet doen: {task}.\n"
            "Open het in de lijst: {admin_link}"
        ),
        "body_en": (
            "Someone has changed something in their registration. Look at it first.\n"
            "What to do after that: {task}.\n"
            "Open it in the queue: {admin_link}"
        ),
    },
    MailCode.DESK_INFORMED: {
        "subject_nl": "Nog te vertellen over {queue_id}",
        "subject_en": "Still to be told about {queue_id}",
        "body_nl": (
            "Iemand is gestopt of gepauzeerd, of heeft alles laten wissen. Buiten het aanmeldpunt "
            "weten ze dat nog niet: {names}.\n"
            "Vertel het, zodat niemand deze persoon nog belt. Noteer daarna dat ze het weten: "
            "{admin_link}"
        ),
        "body_en": (
            "Someone has stopped or paused, or had everything deleted. Outside the desk, these do "
            "not know yet: {names}.\n"
            "Tell them, so that nobody calls this person any more. Then record that they know: "
            "{admin_link}"
        ),
    },
    MailCode.PROMISE_DIGEST: {
        "subject_nl": "Beloften: {summary}",
        "subject_en": "Promises: {summary}",
        "body_nl": ("{broken}\n\n{ending}\n\nAlles staat in de lijst: {admin_link}"),
        "body_en": ("{broken}\n\n{ending}\n\nEverything is in the queue: {admin_link}"),
    },
    MailCode.REMINDER: {
        "subject_nl": "De herinnering waar je om vroeg",
        "subject_en": "The reminder you asked for",
        "body_nl": (
            "Hallo,\n\n"
            "Je vroeg ons om nu iets te laten horen. Je hoeft niets te doen. Wil je toch een "
            "gesprek? Bel {phone} of meld je aan op onze site. Bellen kan {opening_hours}.\n\n"
            "Dit is ons enige bericht.\n\n"
            "Het aanmeldpunt van Perspectief Herstelbemiddeling"
        ),
        "body_en": (
            "Hello,\n\n"
            "You asked us to get in touch today. You do not have to do anything. Would you like "
            "to talk after all? Call {phone} or register on our site. You can call "
            "{opening_hours}.\n\n"
            "This is our only message.\n\n"
            "The registration desk of Perspectief Herstelbemiddeling"
        ),
    },
    MailCode.REMINDER_NEUTRAL: {
        "subject_nl": "Je herinnering",
        "subject_en": "Your reminder",
        "body_nl": (
            "Hallo,\n\n"
            "Je vroeg om een herinnering voor vandaag. Je hoeft niets te doen. Dit is het enige "
            "bericht.\n\n"
            "Groet, {neutral_sender}"
        ),
        "body_en": (
            "Hello,\n\n"
            "You asked for a reminder for today. You do not need to do anything. This is the only "
            "message.\n\n"
            "Kind regards, {neutral_sender}"
        ),
    },
    MailCode.TRIED: {
        "subject_nl": "We hebben je gebeld",
        "subject_en": "We tried to call you",
        "body_nl": (
            "Hallo,\n\n"
            "We hebben je een paar keer gebeld, maar we konden je niet bereiken. Dat geeft "
            "niets.\n\n"
            "Wil je nog contact? Bel {phone}, of beantwoord deze mail, uiterlijk op {last_date}. "
            "Bellen kan {opening_hours}. Horen we niets? Dan sluiten we af wat we van je hebben. "
            "Je mag altijd terugkomen.\n\n"
            "Het aanmeldpunt van Perspectief Herstelbemiddeling"
        ),
        "body_en": (
            "Hello,\n\n"
            "We have called you a few times, but we could not reach you. That is all right.\n\n"
            "Would you still like to hear from us? Call {phone}, or reply to this e-mail, no later "
            "than {last_date}. You can call {opening_hours}. If we do not hear from you, we will "
            "stop. You can always come back.\n\n"
            "The registration desk of Perspectief Herstelbemiddeling"
        ),
    },
    MailCode.TRIED_NEUTRAL: {
        "subject_nl": "Gemiste oproep",
        "subject_en": "Missed call",
        "body_nl": (
            "Hallo,\n\n"
            "Ik heb je een paar keer gebeld, maar ik kon je niet bereiken. Wil je nog contact? "
            "Beantwoord dan deze mail, uiterlijk op {last_date}.\n\n"
            "Groet, {neutral_sender}"
        ),
        "body_en": (
            "Hello,\n\n"
            "I have called you a few times, but could not reach you. If you would still like to "
            "hear from me, reply to this e-mail, no later than {last_date}.\n\n"
            "Kind regards, {neutral_sender}"
        ),
    },
    MailCode.WITHDRAWN: {
        "subject_nl": "We nemen geen contact meer met je op",
        "subject_en": "We will not contact you again",
        "body_nl": (
            "Hallo,\n\n"
            "Op {date} kregen we het bericht dat je wilt stoppen. Dat is geregeld. We nemen geen "
            "contact meer met je op.\n\n"
            "Je mag altijd terugkomen.\n\n"
            "Wil je niet stoppen? Bel {phone}. Dat kan {opening_hours}.\n\n"
            "Het aanmeldpunt van Perspectief Herstelbemiddeling"
        ),
        "body_en": (
            "Hello,\n\n"
            "On {date} we heard that you want to stop. This is done. We will not contact you "
            "again.\n\n"
            "You can always come back.\n\n"
            "If you do not want to stop, call {phone}. You can call {opening_hours}.\n\n"
            "The registration desk of Perspectief Herstelbemiddeling"
        ),
    },
    MailCode.WITHDRAWN_NEUTRAL: {
        "subject_nl": "We nemen geen contact meer met je op",
        "subject_en": "We will not contact you again",
        "body_nl": (
            "Hallo,\n\n"
            "Op {date} kregen we het bericht dat je wilt stoppen. Dat is geregeld. Je hoort niets "
            "meer van ons.\n\n"
            "Groet, {neutral_sender}"
        ),
        "body_en": (
            "Hello,\n\n"
            "On {date} we heard that you want to stop. This is done. You will not hear from us "
            "again.\n\n"
            "Kind regards, {neutral_sender}"
        ),
    },
    MailCode.ERASED: {
        "subject_nl": "We hebben je gegevens gewist",
        "subject_en": "We have deleted your data",
        "body_nl": (
            "Hallo,\n\n"
            "Op {date} hebben we al je gegevens gewist. Ook dit e-mailadres bewaren we niet. "
            "{backups}\n\n"
            "Het bewijs heeft nummer {proof}. Met dit nummer kunnen we bevestigen dat er op die "
            "dag gegevens zijn gewist. Je hoeft het niet te bewaren.\n\n"
            "Het aanmeldpunt van Perspectief Herstelbemiddeling"
        ),
        "body_en": (
            "Hello,\n\n"
            "On {date} we deleted all your data. We do not keep this e-mail address either. "
            "{backups}\n\n"
            "The number of your proof is {proof}. With this number we can confirm that data was "
            "deleted that day. You do not need to keep it.\n\n"
            "The registration desk of Perspectief Herstelbemiddeling"
        ),
    },
    MailCode.ERASED_NEUTRAL: {
        "subject_nl": "Je gegevens zijn gewist",
        "subject_en": "Your data has been deleted",
        "body_nl": (
            "Hallo,\n\n"
            "Op {date} hebben we je gegevens gewist. Ook dit e-mailadres bewaren we niet. "
            "{backups} Je hoeft niets te bewaren.\n\n"
            "Groet, {neutral_sender}"
        ),
        "body_en": (
            "Hello,\n\n"
            "On {date} we deleted your data. We do not keep this e-mail address either. {backups} "
            "You do not need to keep anything.\n\n"
            "Kind regards, {neutral_sender}"
        ),
    },
}
