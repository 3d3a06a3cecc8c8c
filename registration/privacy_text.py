"""The draft text of the first privacy statement; the data protection officer has to approve it."""

INITIAL_PRIVACY_STATEMENT: dict[str, str] = {
    "body_nl": """
<h2>Wie bewaart je gegevens?</h2>
<p>Dat doen wij: stichting Perspectief Herstelbemiddeling in Utrecht. Je kunt ons bellen op
030-2340045.</p>
<h2>Wat bewaren we?</h2>
<p>We bewaren alleen wat je zelf invult. Zoals hoe we je mogen noemen, waar het over gaat en hoe
we
je veilig bereiken. Veel vragen mag je leeg laten.</p>
<p>Hoe je van ons hebt gehoord, bewaren we los van je naam. We tellen alleen hoe vaak een antwoord
voorkomt.</p>
<h2>Heeft een professional je verwezen?</h2>
<p>Dat mag alleen als jij het goed vindt. De professional vult in hoe we je mogen noemen, waar het
over gaat en hoe we je veilig bereiken. We bewaren ook wie je heeft verwezen, en hoe jij ja zei. Als
we je spreken, zeggen we eerst wie ons wat heeft verteld. Vind je het niet goed? Dan stoppen we, en
wissen we je gegevens na veertien dagen.</p>
<h2>Waarvoor gebruiken we het?</h2>
<p>We gebruiken je antwoorden om contact met je op te nemen. We bellen je binnen drie dagen.
Daarna
beslis je zelf of je verder wilt. Wij mogen dit doen omdat jij het goed vindt. Je mag altijd van
mening veranderen. Dan stoppen we.</p>
<h2>Wie leest het?</h2>
<p>Alleen de mensen van ons aanmeldpunt. We houden bij wie je gegevens bekijkt. Wil je een gesprek
met een bemiddelaar? Dan geven we door wat die bemiddelaar nodig heeft. We geven niets aan de
ander
voordat we jou hebben gesproken.</p>
<h2>Hoe zorgen we dat het veilig is?</h2>
<p>Je antwoorden staan versleuteld in ons systeem. In onze mails staan je antwoorden niet. We
gebruiken geen cookies voor reclame of statistiek. Alleen als je een formulier invult, gebruiken
we
cookies. Die zijn nodig om het formulier te laten werken. Je antwoorden staan er niet in.</p>
<h2>Hoe lang bewaren we het?</h2>
<ul>
<li>Verstuur je het formulier niet? Dan wissen we je antwoorden een uur nadat je het laatst iets
bewaarde.</li>
<li>Trek je je aanmelding in? Dan wissen we je gegevens na veertien dagen.</li>
<li>Kunnen we je niet bereiken? Dan wissen we je gegevens na negentig dagen.</li>
<li>Is je aanmelding afgerond of doorgegeven aan een bemiddelaar? Dan wissen we je gegevens hier
na
dertig dagen.</li>
<li>Wie je gegevens heeft bekeken, bewaren we twee jaar.</li>
</ul>
<p>Gaat een bemiddelaar met je aan de slag? Dan komen je gegevens in een ander systeem. Daar
bewaren
we ze hoogstens vijf jaar nadat we klaar zijn.</p>
<h2>Wat kun je vragen?</h2>
<p>Je mag weten wat we over je bewaren. Je mag het laten verbeteren of laten wissen. Bel ons:
030-2340045. Noem de code die je op het scherm zag, dan weten we om welke aanmelding het gaat.</p>
<p>Ben je niet tevreden over hoe we met je gegevens omgaan? Vraag dan naar onze functionaris
gegevensbescherming. Die kijkt of wij ons aan de regels houden. Je kunt ook een klacht indienen
bij
de Autoriteit Persoonsgegevens.</p>
""".strip(),
    "body_en": """
<h2>Who keeps your data?</h2>
<p>We do: the foundation Perspectief Herstelbemiddeling in Utrecht, the Netherlands. You can
call us
on +31 30 234 00 45.</p>
<h2>What do we keep?</h2>
<p>We only keep what you fill in yourself. For example what we should call you, what it is about
and
how we can reach you safely. You may leave many questions empty.</p>
<p>We keep how you heard about us apart from your name. We only count how often an answer is
given.</p>
<h2>Did a professional refer you?</h2>
<p>That is only allowed if you agree. The professional fills in what we may call you, what it is
about and how we can reach you safely. We also keep who referred you, and how you agreed. When we
speak to you, we first say who told us what. Do you not agree? Then we stop, and we delete your data
after fourteen days.</p>
<h2>What do we use it for?</h2>
<p>We use your answers to contact you. We call you within three days. After that, you decide
whether
you want to go on. We may do this because you agree to it. You can change your mind at any time.
Then
we stop.</p>
<h2>Who reads it?</h2>
<p>Only the people at our registration desk. We record who looks at your data. Do you want to
talk to
a mediator? Then we pass on what that mediator needs. We give nothing to the other person before
we
have spoken to you.</p>
<h2>How do we keep it safe?</h2>
<p>Your answers are encrypted in our system. Our e-mails do not repeat your answers. We do not use
cookies for advertising or statistics. We only use cookies while you fill in a form. They are
needed
to make the form work. They do not contain your answers.</p>
<h2>How long do we keep it?</h2>
<ul>
<li>You do not send the form: we delete your answers one hour after you last saved something.</li>
<li>You withdraw your registration: we delete your data after fourteen days.</li>
<li>We cannot reach you: we delete your data after ninety days.</li>
<li>Your registration is finished or passed on to a mediator: we delete your data here after
thirty
days.</li>
<li>We keep a record of who looked at your data for two years.</li>
</ul>
<p>Will a mediator work with you? Then your data goes into another system. We keep it there for
five
years at most after we have finished.</p>
<h2>What can you ask us?</h2>
<p>You may know what we keep about you. You may have it corrected or deleted. Call us: +31 30
234 00
45. Give the code you saw on the screen, so that we know which registration it is.</p>
<p>Are you unhappy with how we handle your data? Ask for our data protection officer, who checks
that
we follow the rules. You can also complain to the Dutch data protection authority, the Autoriteit
Persoonsgegevens.</p>
""".strip(),
}
