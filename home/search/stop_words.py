"""Words that say nothing about what a text is about, folded (no capitals, no accents).

Short lists of our own: a word stays out of them as soon as somebody may look for it here
(“waarom”, “alleen”, “samen”).
"""

_DUTCH = """
aan af al als altijd ben bent bij daar dan dat de der deze die dit doe doen doet door dus een eens
en er erg gaan gaat ga geen geweest haar had hadden heb hebben hebt heeft hem hen het hier hij hoe
hoeveel hun ik in ineens is ja je jij jou jouw jouwe jullie kan kon konden kun kunnen kunt maar me
mee meer men met mij mijn mijne moet moeten moest mag mogen mocht na naar niet niets nog nou nu of
om omdat onder ons onze ook op over per te tegen toch toen tot u uit uw van veel via voor waar
waarbij was wat we wel welke wel werd werden wie wij wil willen wilt wilde wilden word worden
wordt zal ze zei zelf zich zij zijn zo zonder zou zouden zoals iemand iets graag even hallo
alsjeblieft alstublieft ander andere anders heel dingen ding mens mensen
"""
_ENGLISH = """
a about after again all also am an and any are as at be because been being but by can could did do
does doing don else for from get gets got had has have having he her here hers him his how i if in
into is isn it its just like ll may me might more most much must my no nor not of on once only or
other our ours out over please re s she should so some somebody someone something such t than that
the their theirs them then there these they this those to too up us ve very was we were what when
where which while who whom will with would want wants you your yours yes hello thing things people
person
"""
STOP_WORDS: dict[str, frozenset[str]] = {
    "nl": frozenset(_DUTCH.split()),
    "en": frozenset(_ENGLISH.split()),
}
