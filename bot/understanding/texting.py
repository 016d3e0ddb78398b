"""Contractions, phone writing, dialect and office shorthand, each opened into plain words."""

_CONTRACTIONS = """
can't=can not|cant=can not|cannot=can not|cannae=can not|canna=can not|cnt=can not|carnt=can not|won't=will not
wont=will not|don't=do not
dont=do not|dnt=do not|dunno=do not know|doesn't=does not|doesnt=does not|dusnt=does not|didn't=did not
didnt=did not|hasn't=has not
hasnt=has not|haven't=have not|havent=have not|havnt=have not|hadn't=had not|isn't=is not|isnt=is not
aren't=are not|arent=are not
wasn't=was not|wasnt=was not|weren't=were not|couldn't=could not|couldnt=could not|wouldn't=would not
wouldnt=would not
shouldn't=should not|needn't=need not|neednt=need not|shan't=shall not|shant=shall not|ain't=is not|aint=is not
mustn't=must not
i'm=i am|im=i am|i'll=i will|il=i will|i'd=i would|id=i would|i've=i have|ive=i have|iv=i have|he's=he is|hes=he is
she's=she is|shes=she is|it's=it is|its=it is|that's=that is|thats=that is|there's=there is|theres=there is
who's=who is|whos=who is|tomorrows=tomorrow 's|todays=today 's|tonights=tonight 's|who've=who have|whove=who have
that'll=that will|thatll=that will|who'll=who will|how'd=how would|mums=mum 's|dads=dad 's|nans=nan 's
grans=gran 's|grandads=grandad 's|mams=mam 's|hubbys=hubby 's
what's=what is|whats=what is|wots=what is|wot's=what is|where's=where is|wheres=where is|when's=when is
whens=when is|how's=how is|hows=how is|here's=here is
we're=we are|they're=they are|theyre=they are|you're=you are|youre=you are|we've=we have|weve=we have
you've=you have|youve=you have
they've=they have|theyve=they have|we'll=we will|you'll=you will|she'll=she will|he'll=he will|they'll=they will
it'll=it will
we'd=we would|you'd=you would|she'd=she would|he'd=he would|they'd=they would|let's=let us|lets=let us
nobody's=nobody is|nobodys=nobody is
someone's=someone is|somebody's=somebody is|gonna=going to|gunna=going to|wanna=want to|gotta=got to|cuppa=cuppa
y'all=you all|d'you=do you|dya=do you|d'ya=do you
"""
_TEXTING = """
u=you|ur=your|r=are|y=why|pls=please|plz=please|plse=please|pleas=please|thx=thanks|thnx=thanks|tx=thanks|ta=thanks
cheers=thanks|tnx=thanks|thanx=thanks|sum1=someone
som1=someone|some1=someone|sm1=someone|sumone=someone|sumbody=somebody|any1=anyone|ne1=anyone|no1=nobody
noone=nobody|every1=everyone|wk=week|wks=weeks|wkend=weekend
hr=hour|hrs=hours|min=minutes|mins=minutes|hlf=half|tmrw=tomorrow|tmw=tomorrow|tmoz=tomorrow|tomoz=tomorrow
bok=book|vist=visit|cal=call|tomoro=tomorrow|tomorow=tomorrow|tomoro=tomorrow|tmoro=tomorrow
tommorow=tomorrow|tommorrow=tomorrow|tomorra=tomorrow|morra=tomorrow|tonite=tonight|nite=night|nites=nights
2day=today|2nite=tonight|2moro=tomorrow|2morrow=tomorrow|b4=before|gr8=great|l8=late|l8r=later|w8=wait|m8=mate
2mrw=tomorrow|2moz=tomorrow|2mos=tomorrow|2mora=tomorrow|2morra=tomorrow|2mrow=tomorrow|tomos=tomorrow|tomorro=tomorrow|bday=birthday
cos=because|coz=because|cuz=because|bcos=because|wiv=with|wid=with|wth=with|abt=about|bout=about|appt=appointment
apt=appointment|asap=asap|bk=back|cud=could|wud=would|shud=should|shd=should|cld=could|wld=would|gud=good|hav=have
hv=have
av=have|wot=what|wat=what|wen=when|wher=where|hw=how|tho=though|thru=through|msg=message|msgs=messages|txt=text
txts=texts|fone=phone|num=number|tel=telephone
yeh=yes|yeah=yes|yep=yes|yup=yes|ye=yes|yh=yes|aye=yes|yus=yes|nah=no|nope=no|naw=no|nae=no|nay=no|k=ok|kk=ok
okay=ok|okey=ok|oki=ok|okie=ok
mon=monday|mons=mondays|tue=tuesday|tues=tuesday|tus=tuesday|weds=wednesday|wed=wednesday|wednes=wednesday
thu=thursday|thur=thursday|thurs=thursday|fri=friday|fris=fridays|sats=saturdays|suns=sundays
wensday=wednesday|wendsday=wednesday|wedsday=wednesday|thirsday=thursday|jan=january|feb=february|apr=april
jun=june|jul=july|aug=august|sep=september|sept=september|oct=october|nov=november|dec=december
xmas=christmas|chrimbo=christmas|crimbo=christmas|hols=holidays|avo=afternoon|arvo=afternoon|aft=afternoon
aftie=afternoon|afternon=afternoon|morn=morning|mornin=morning|mornins=mornings|evenin=evening|eves=evenings
wknd=weekend|nxt=next|nex=next|til=until|untill=until|untl=until|qtr=quarter|noonish=noon|middayish=midday|ftnight=fortnight|fortnite=fortnight|fortnights=fortnight|o'clock=oclock|oclock=oclock
"""
_DIALECT = """
me=me|mam=mam|nowt=nothing|owt=anything|summat=something|summut=something|sumat=something|tha=you|thee=you|thi=your
yer=your|yous=you|youse=you|ower=over|gannin=going|gan=go|nivver=never|allus=always|mebbe=maybe|mesen=myself
missen=myself
wee=little|lass=lass|bairn=child|aboot=about|oot=out|doon=down|hoose=house|toon=town|tek=take|mek=make|gi=give
gie=give|gimme=give me|gis=give us|lemme=let me|whaur=where|wha=who|noo=now|dinnae=do not|dinna=do not
wouldnae=would not|didnae=did not|havenae=have not|hasnae=has not|isnae=is not|wasnae=was not|didna=did not
shouldnae=should not|t'morrow=tomorrow|t'other=the other|t=the|th=the|'em=them|em=them|innit=is it not|int=is not
outta=out of|kinda=kind of|sorta=sort of|lotta=lot of|cuppla=couple of|coupla=couple of
comin=coming|doin=doing|goin=going|seein=seeing|runnin=running|workin=working|lookin=looking|cookin=cooking
shoppin=shopping|cleanin=cleaning|washin=washing|startin=starting|finishin=finishing|cancellin=cancelling
askin=asking|wantin=wanting|gettin=getting|havin=having|payin=paying|bookin=booking|waitin=waiting|ringin=ringing
talkin=talking|speakin=speaking|nothin=nothing|somethin=something|anythin=anything|gardenin=gardening|takin=taking
meetin=meeting|callin=calling|helpin=helping|stoppin=stopping|textin=texting|messagin=messaging|sittin=sitting
tidyin=tidying|visitin=visiting
"""
_OFFICE = """
a.m=am|p.m=pm|a.m.=am|p.m.=pm|urg=urgent|cum=come|req=need|reqd=need|req'd=need|reqs=needs|rqd=need|avail=available|cl=client|pt=patient|su=client
w/c=week commencing|wc=week commencing|wef=starting|hh=handed|dbl=double handed|inc=including|incl=including|approx=about
pw=a week|p/w=a week|p/h=an hour|p/d=a day|p/n=a night|w/e=weekend|nts=nights|yr=year|poss=possible|ref=reference
cx=cancel|cxl=cancel|canx=cancel|resched=reschedule|temp=temporary|wkly=weekly|fnly=fortnightly|f/n=fortnight|dly=daily|info=information|ur=your|eta=eta|tba=tba
fwd=forward|d/h=double handed|dh=double handed|dblhh=double handed|spk=speak|sched=schedule|gd=good|morn=morning
"""


def _entries(*blocks: str) -> dict[str, str]:
    pairs = (entry.split("=") for block in blocks for line in block.strip().splitlines() for entry in line.split("|"))
    return dict(pairs)


OPENED = _entries(_OFFICE, _DIALECT, _TEXTING, _CONTRACTIONS)
"""Each short or joined form in lower case, and the plain words it opens into."""
