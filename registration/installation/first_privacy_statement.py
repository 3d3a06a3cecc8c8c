"""The draft text of the first privacy statement; the data protection officer has to approve it."""

INITIAL_PRIVACY_STATEMENT: dict[str, str] = {
    "body_nl": """
<h2>Wie bewaart je gegevens?</h2>
<p>Dat doen wij: stichting Perspectief Herstelbemiddeling in Utrecht. Je kunt ons bellen op
{phone}.</p>
<h2>Wat bewaren we?</h2>
<p>We bewaren alleen wat je zelf invult. Zoals hoe we je mogen noemen, waar het over gaat en hoe we
je veilig bereiken. Veel vragen mag je leeg laten. Stel je alleen een vraag? Dan bewaren we je
vraag, een naam en hoe we je veilig antwoord geven. Vul je een formulier op papier in? Dan nemen we
over wat erop staat.</p>
<p>Helpt iemand je? Dan bewaren we ook de naam van die persoon.</p>
<p>We schrijven op wanneer we contact met je zochten, en wat onze collega moet weten. Dat mag je
opvragen.</p>
<p>Hoe je van ons hebt gehoord, bewaren we los van je naam. We tellen alleen hoe vaak een antwoord
voorkomt.</p>
<h2>Heb je een code gekregen?</h2>
<p>Met je code en je geheime woorden open je je eigen pagina. Daar kun je zien hoe het staat, iets
veranderen, stoppen en alles wissen. Wij bewaren de code en de woorden alleen in een vorm die
niemand kan teruglezen. Ook je nummer en je mailadres bewaren we in zo’n vorm. Zo zien we of iemand
zich twee keer heeft aangemeld.</p>
<h2>Wil je later verder?</h2>
<p>Alleen als jij dat kiest, bewaren we een formulier dat nog niet af is voor later. Je krijgt een
link of een code die één keer werkt. Na zeven dagen wissen we alles. Je mailadres gebruiken
we één keer, om de link te sturen. We bewaren het niet bij je antwoorden.</p>
<h2>Wil je een herinnering?</h2>
<p>Dan bewaren we je mailadres tot de dag die je koos, hoogstens zes maanden. We bewaren ook of we
in de mail mogen zeggen wie we zijn. Niemand van het aanmeldpunt ziet dat. Is de herinnering
verstuurd? Dan wissen we het adres. Lukt versturen een week lang niet? Dan wissen we het ook. Er
blijft dertig dagen een vorm over die niemand kan teruglezen. Zo krijgt niemand te veel mails.</p>
<h2>Heeft een professional je verwezen?</h2>
<p>Dat mag alleen als jij het goed vindt. De professional vult in hoe we je mogen noemen, waar het
over gaat en hoe we je veilig bereiken. We bewaren ook wie je heeft verwezen, en hoe jij ja zei.
Als we je spreken, zeggen we eerst wie ons wat heeft verteld. Vind je het niet goed? Dan stoppen
we, en wissen we je gegevens na veertien dagen.</p>
<h2>Waarvoor gebruiken we het?</h2>
<p>We gebruiken je antwoorden om contact met je op te nemen. We bellen je binnen drie dagen. Daarna
beslis je zelf of je verder wilt. Wij mogen dit doen omdat jij het goed vindt. Je mag altijd van
mening veranderen. Dan stoppen we.</p>
<h2>Wie leest het?</h2>
<p>Alleen de mensen van ons aanmeldpunt. We houden bij wie je gegevens bekijkt. Wil je een gesprek
met een bemiddelaar? Dan geven we door wat die bemiddelaar nodig heeft. We geven niets aan de ander
voordat we jou hebben gesproken.</p>
<h2>Hoe zorgen we dat het veilig is?</h2>
<p>Je antwoorden staan versleuteld in ons systeem. In onze mails staan je antwoorden niet. We
gebruiken geen cookies voor reclame of statistiek. Alleen als je een formulier invult of je eigen
pagina opent, gebruiken we cookies. Die zijn nodig om de pagina te laten werken. Je antwoorden
staan er niet in.</p>
<p>We letten op misbruik. Daarom tellen we hoe vaak er vanaf één internetadres iets wordt gestuurd.
Het adres zelf bewaren we niet. We bewaren hoogstens een dag een vorm die niemand kan
teruglezen.</p>
<p>Soms vragen we je te laten zien dat je geen computer bent. Die controle is van Google. Google
krijgt alleen iets van je te zien als je erop klikt. Je kunt ook zonder verder.</p>
<h2>Hoe lang bewaren we het?</h2>
<ul>
<li>Verstuur je het formulier niet? Dan wissen we je antwoorden een uur nadat je het laatst iets
invulde. Zo lang bewaren we ze terwijl je typt, alleen voor jou. Koos je voor later
verder? Dan na zeven dagen.</li>
<li>Trek je je aanmelding in? Dan wissen we je gegevens na veertien dagen.</li>
<li>Meldde je je twee keer aan? Dan wissen we de tweede aanmelding na veertien dagen.</li>
<li>Kunnen we je niet bereiken? Dan wissen we je gegevens na negentig dagen.</li>
<li>Is je aanmelding afgerond of doorgegeven aan een bemiddelaar? Dan wissen we je gegevens hier na
dertig dagen. Hebben we je vraag beantwoord? Dan ook.</li>
<li>Laat je alles wissen? Dan doen we dat meteen. We bewaren alleen een nummer en de dag, als
bewijs. Daaraan is niet te zien van wie de gegevens waren.</li>
<li>In onze reservekopieën staan je gegevens nog hoogstens dertig dagen.</li>
<li>Wie je gegevens heeft bekeken, bewaren we twee jaar.</li>
</ul>
<p>Gaat een bemiddelaar met je aan de slag? Dan komen je gegevens in een ander systeem. Daar
bewaren we ze hoogstens vijf jaar nadat we klaar zijn.</p>
<h2>Wat kun je vragen?</h2>
<p>Je mag weten wat we over je bewaren. Je mag het laten verbeteren of laten wissen. Dat kan op je
eigen pagina. Of bel ons: {phone}. Noem de code die je op het scherm zag, dan weten we om welke
aanmelding het gaat.</p>
<p>Ben je niet tevreden over hoe we met je gegevens omgaan? Vraag dan naar onze functionaris
gegevensbescherming. Die kijkt of wij ons aan de regels houden. Je kunt ook een klacht indienen bij
de Autoriteit Persoonsgegevens.</p>
""".strip(),
    "body_en": """
<h2>Who holds your data?</h2>
<p>We do: the foundation Perspectief Herstelbemiddeling in Utrecht, the Netherlands. You can call
us on {phone}.</p>
<h2>What do we keep?</h2>
<p>We only keep what you fill in yourself. For example: what to call you, what it is about and how
we can reach you safely. You can leave many questions blank. If you only ask a question, we keep
your question, a name and how we can answer you safely. If you fill in a form on paper, we copy what
is on it.</p>
<p>If someone helps you, we also keep that person’s name.</p>
<p>We write down when we tried to reach you, and what our colleague needs to know. You can ask to
see that.</p>
<p>We keep how you heard about us separate from your name. We only count how often an answer is
given.</p>
<h2>Did you get a code?</h2>
<p>With your code and your secret words you can open your own page. There you can see where things
stand, change something, stop, or delete everything. We keep the code and the words only in a form
that nobody can read back. We also keep your phone number and e-mail address in that form. This
shows us whether someone has registered twice.</p>
<h2>Would you like to continue later?</h2>
<p>We only keep an unfinished form for later if you choose that. You get a link or a code that
works once. After seven days we delete everything. We use your e-mail address once, to send the
link. We do not keep it with your answers.</p>
<h2>Would you like a reminder?</h2>
<p>We keep your e-mail address until the day that you chose, for six months at most. We also
keep whether the e-mail may say who we are. Nobody at the registration desk sees that. Once the
reminder is sent, we delete the address. If it cannot be sent for a week, we delete it too. For
thirty days we keep a version of it that nobody can read back. This stops anyone from getting too
many e-mails.</p>
<h2>Did a professional refer you?</h2>
<p>They can only do that if you agree. The professional fills in what to call you, what it is about
and how we can reach you safely. We also keep who referred you, and how you agreed. When we speak to
you, we first say who told us what. If you do not agree, we stop, and we delete your data after
fourteen days.</p>
<h2>What do we use it for?</h2>
<p>We use your answers to contact you. We call you within three days. After that, you decide whether
you want to go on. We are allowed to do this because you agree to it. You can change your mind at
any time. Then we stop.</p>
<h2>Who reads it?</h2>
<p>Only the people at our registration desk. We record who looks at your data. If you want to talk
to a mediator, we pass on what that mediator needs. We do not give anything to the other person
before we have spoken to you.</p>
<h2>How do we keep it safe?</h2>
<p>Your answers are encrypted in our system. Our e-mails do not repeat your answers. We do not use
cookies for advertising or statistics. We only use cookies while you fill in a form or open your
own page. They are needed to make the page work. They do not contain your answers.</p>
<p>We watch for abuse. So we count how often something is sent from one internet address. We do not
keep the address itself. For a day at most, we keep a version of it that nobody can read back.</p>
<p>Sometimes we ask you to show that you are not a computer. Google provides that check. Google only
sees anything about you if you click on it. You can also go on without it.</p>
<h2>How long do we keep it?</h2>
<ul>
<li>You do not send the form: we delete your answers one hour after you last filled something
in. Until then we keep them while you type, for you alone. If you
chose to continue later: after seven days.</li>
<li>You withdraw your registration: we delete your data after fourteen days.</li>
<li>You registered twice: we delete the second registration after fourteen days.</li>
<li>We cannot reach you: we delete your data after ninety days.</li>
<li>Your registration is finished or passed on to a mediator: we delete your data here after thirty
days. The same goes for a question that we have answered.</li>
<li>You ask us to delete everything: we do that straight away. We only keep a number and the day, as
proof. It does not show whose data it was.</li>
<li>Your data stays in our backups for thirty more days at most.</li>
<li>We keep a record of who looked at your data for two years.</li>
</ul>
<p>If a mediator starts working with you, your data goes into another system. We keep it there for
five years at most after we have finished.</p>
<h2>What can you ask us?</h2>
<p>You have the right to know what we keep about you. You can have it corrected or deleted. You can
do that on your own page. Or call us on {phone}. Give the code you saw on the screen, so
that we know which registration it is about.</p>
<p>If you are unhappy with how we handle your data, ask for our data protection officer, who checks
that we follow the rules. You can also complain to the Dutch data protection authority, the
Autoriteit Persoonsgegevens.</p>
""".strip(),
}
