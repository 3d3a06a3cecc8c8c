"""Words that readers type, beside the words that our pages use.

Each line holds words that lead to the same pages; one that is indented goes on with the line above.
One form of a word is mostly enough: “tolk” covers “tolken”. After a change,
`perspectief update_index` lets the pages know.
"""

import re

_DUTCH = """
kosten kost gratis betalen betaal prijs prijzen tarief
ongeval ongeluk ongelukken verkeersongeval verkeersongeluk auto-ongeluk aanrijding aangereden
    botsing gebotst
seksueel seksuele seks zeden zedenzaak zedendelict verkracht verkrachting aanranding aangerand
    misbruik misbruikt incest ongewenst
excuses excuus spijt sorry berouw vergeving vergeven verontschuldiging
brief brieven briefje briefwisseling
tolk tolken vertaler vertalen vertaald
wachten wacht wachttijd wachtlijst duurt duren
strafzaak strafzaken rechtszaak rechtszitting zitting proces rechter rechtbank strafproces
    vervolging zaak veroordeeld vonnis
straf straffen celstraf strafvermindering
gevangenis cel detentie gedetineerd gedetineerde bajes vastzitten vastzit opgesloten
    jeugdgevangenis pi tbs
dader daders pleger
nabestaande nabestaanden overleden overlijden overleed dood gestorven sterven stierf omgekomen
aanmelden aanmelding aangemeld meld inschrijven inschrijving opgeven registreren aanmeldformulier
klacht klagen ontevreden klachtenregeling klachtencommissie klachtenreglement
diefstal gestolen stelen inbraak ingebroken inbreker beroofd beroving overval
oplichting opgelicht oplichter fraude phishing
bedreiging bedreigd bedreigen stalking stalken gestalkt stalker lastiggevallen belaging
naaktfoto naaktfotos naaktbeelden nudes sexting gelekt gelekte uitgelekt sextortion wraakporno
    deepfake
geweld gewelddadig mishandeling mishandeld mishandelen vechtpartij geslagen slaan
vertrouwelijk anoniem anonimiteit geheim geheimhouding
privacy gegevens persoonsgegevens avg privacyverklaring
vrijwillig verplicht verplichting
herstelbemiddeling bemiddeling bemiddelaar bemiddelen mediation mediator herstelrecht dadergesprek
    herstelgesprek
gesprek gesprekken praten praat ontmoeting ontmoeten
verhaal verhalen ervaring ervaringen ervaringsverhaal ervaringsverhalen
ouder ouders vader moeder opvoeder
kind kinderen zoon dochter
jongere jongeren jong jeugd tiener tieners puber minderjarig minderjarige
familie gezin familielid familieleden naaste naasten
pers media journalist journalisten krant interview
bellen belt bel gebeld telefoon telefoonnummer telefonisch bereikbaar
video videos filmpje film videoboodschap
taal talen anderstalig
professional professionals hulpverlener verwijzen verwijzer doorverwijzen verwijzing
jaarverslag jaarverslagen cijfers statistiek statistieken aantallen
verbergen verberg geschiedenis browsergeschiedenis sporen
stoppen stopt stop terugtrekken intrekken afmelden
onderzoek onderzoeken onderzocht wetenschap studie
getuige getuigen
slachtoffer slachtoffers
toegankelijkheid toegankelijk
"""
_ENGLISH = """
costs cost free pay price fee charge money
accident crash collision accidents
sexual sexually sex rape raped assault assaulted abuse abused incest
apology apologise apologize sorry remorse regret forgive forgiveness
letter letters
interpreter interpreters translator translate translation
wait waiting long duration
trial court case judge prosecution lawsuit
sentence punishment penalty
prison jail detention detained prisoner prisoners cell tbs
offender offenders perpetrator culprit
bereaved died dead death killed deceased
register registering registered registration apply application signup enrol
complaint complaints complain unhappy dissatisfied
theft steal stole stolen burglary burgled robbery robbed
fraud scam scammed phishing swindled
threats threat threatened threatening stalking stalked stalker harassment harassed
nudes nude naked leaked sexting sextortion deepfake
violence violent beaten attacked attack fight
confidential confidentiality anonymous anonymously secret
privacy data gdpr
voluntary compulsory mandatory obliged
mediation mediator mediators mediate restorative
conversation conversations talk talks talking meeting meet
story stories experience experiences
parents parent father mother mum dad
child children son daughter
young youth teenager teenagers teen minor minors
family relative relatives
press media journalist journalists newspaper interview
call calls calling phone telephone
video videos film clip
language languages
professional professionals refer referral referring referrer
figures statistics numbers
hide hiding history traces
stop stopping withdraw cancel
research study studies
witness witnesses
victim victims
accessibility accessible
"""
#: For each language the lines, each a list of words.
SYNONYMS: dict[str, list[list[str]]] = {
    language: [line.split() for line in re.sub(r"\n +", " ", lines).strip().splitlines()]
    for language, lines in (("nl", _DUTCH), ("en", _ENGLISH))
}
