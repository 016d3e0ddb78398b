"""Messages that look like danger and are not, invented: figures of speech, things settled, clubs, worries."""

TOLD_HARMLESS = """
I nearly had a heart attack when I saw the bill
these stairs are killing me can someone bring the shopping up
i'm dying for a cuppa when is donna here
dad had a stroke in March and needs someone to help him wash
looking for a stroke club in Exeter
carer for someone who had a stroke in March
she loves to stroke the cat
killer cook that Donna
mum fell last week and needs someone to help her dress
i need help at home after a fall
Can someone help since my fall I can't get in the bath
wearing three jumpers and dreading the gas bill
heart-to-heart with Donna did me good
I'd like a fire lit on Sunday mornings
could someone test my smoke alarm
the smoke alarm battery is beeping can someone change it
can someone take me to the fire station open day
we get on like a house on fire
My feet are on fire after that walk
he'll have a fit when he sees the price
i was in stitches
I could murder a bacon sandwich
over my dead body will I have that agency
I'm dead on my feet can we move tomorrow's visit
The battery in my scooter has died
drop dead gorgeous hairdo, thanks Pauline
Donna is a lifesaver
bleeding council has cut my hours
that bleeding cleaner is late again
I've fallen out with my sister, cancel Sunday
i fell asleep and missed my call, when is the next one
I have fallen behind with my invoices
I'd kill for a hairdo
break a leg Donna
my mum wants to die at home, who can help
mum wants to come home to die
end of life companionship for my husband
my husband died in June and I'm lonely
drowning in paperwork help
I'm choking up thinking about how kind you've been
he's choked about the football
Kev smashed it today, dad had a lovely wash
The cat's gone missing, can someone put posters up
I'm missing my visit today, is she coming?
she's gone missing again that carer
Kev has gone off sick
my money has gone missing from the drawer
he lost his glasses
I lost my wife last year
can't get up the stairs any more
I can't get up in the mornings without help
can't get out of the bath on my own, need a lady
dad can't lift his arms to wash his hair since the op
she can't get her breath on the stairs, could someone do the shopping
I've got COPD and want a breathing exercise class
pulmonary rehab group for people with chest problems
chest of drawers needs moving
chest infection's cleared up so Donna can come back
epilepsy trained PA needed
PA who knows what to do in a seizure
drug and alcohol support group
I'd like help with my tablets, I forget them
took all her tablets this morning and ate a good breakfast
I've taken my tablets, thanks
need medication prompting twice a day
he's had all his meds and his dinner, leaving now
the burglar alarm needs a new battery
we were burgled last year and mum is nervous alone at night
I get frightened at night, would like a sleep-in
i'm worried dad will fall when I'm away
I'm scared of falling, is there a balance class
is there a falls prevention class
first aid course choking
training in epilepsy and choking
knife and fork are hard to hold, need adapted cutlery
can someone sharpen my garden knives
can you shoot me over the invoice
shoot me a text when you get there
the carers are killing it, five stars
what a bloody awful day, it's a killer
the new rota is a bombshell
Dad is a bit hit and miss with his food
we hit the jackpot with Sunita
I was hit with a big bill
The heating has packed up and I'm freezing, can anyone lend a heater
mum fainted yesterday but she's fine now
smelt gas yesterday but the engineer came and fixed it
there was a fire next door last month, all ok now
Had a fall on Sunday, checked at hospital, all fine, can you start visits again
paramedics came and said he's ok, please cancel tomorrow
he was found at the bus station last year, we want a door alarm
Dad keeps leaving the house in the night, what can we put in
My father lashes out when carers try to wash him
he used to hit me but that was years ago
Her husband was violent, she left him in 2019
the kids next door keep kicking a ball at my window
telly blew up so I'm bored stiff
feel like death warmed up, cancel today please
my back is killing me
i'm starving to death here when's lunch call
it's so hot I'm melting
Donna set the place alight with her singing
I'm burnt out caring for mum and need a break
burnt the toast again haha
I want to end the contract with Kev
I want to end things with this agency
want to stop living on ready meals
can't go on holiday without someone for dad
I can't carry on with this company, they're always late
I don't want to be here when they move the bed
I don't want to live in a care home
i don't want to be on my own
I'd rather die than go to bingo again lol
I nearly died laughing
died of embarrassment when she saw the state of the kitchen
I'm shattered, running 10 late
traffic's murder, be there by 10
stuck behind an accident on the A30, 20 minutes late
my car's died, can't get to Mrs K
van on fire on the M5 so stuck in traffic, 30 mins late
There's been an accident on the bypass so I'm running late
blood test on Thursday so cancel
blood pressure check at the chemist can someone take me
I cut my finger last week so no washing up
I've a heart clinic appointment on Tuesday, need a lift
the fire brigade are coming to fit alarms Tuesday at 10, can we move the visit
is there a suicide bereavement group
support group for people who've lost someone to suicide
mental health first aid course near me
nan has wandered into town with Donna and is loving it
my memory is going, I keep forgetting my keys
wandering minstrel night at the club
he is on the floor playing with the grandkids
she sleeps on the floor
I need someone to mop the kitchen floor
I live on the third floor and there's no lift
dropped my tablets on the floor, can someone pick them up
gas engineer is coming Wednesday so change the visit
Do you do gas boiler servicing
what a gas you are
he's a right gas
the hoist sling is choking the washing machine
poison pen letters, I need someone to talk to
Mum's house is a death trap with all the clutter
Shot my bolt today, finished at Mrs K's
knackered, done in, finished at 4
That noise gave me a heart attack, turned out to be the cat
I've been knocked for six by the news, no visit tomorrow please
Don't panic, just want to know who is coming
this phone is doing my head in
hubby will kill me if I forget the bins, what day are they
She has had a stroke before and needs a PA who signs
Emergency cover needed tonight for respite
emergency contact is my sister Jean
who do I ring in an emergency?
If I fall who comes?
what should I do if mum falls?
carer to sit with mum at night as she gets up and falls
my husband has dementia and wanders, need someone at night
Wife gone into hospital, cancel all visits this week
I feel low since he died and would like company
I'm so lonely
a bit down in the dumps, is there a group
nobody turned up and I'm at the end of my tether
I can't cope any more looking after him, need respite
I can't do this any more, I need a break from caring
there's someone in the house on Tuesday to let you in
someone will be in the house all day
there is a man in the house fixing the boiler, no need to come today
I can hear somebody singing upstairs, is it the new carer?
is there someone in the house with mum now?
Is anybody with Dad at the moment?
there was someone at the door selling, they've gone
The lady was lovely, helped me off the floor after my fall last week and made tea
I lay on the kitchen floor till the postman heard me
he passed out the certificates at the club
my son passed away in the spring
Mum passed last week, please stop the visits
I'm going to strangle that council lol
it was dead quiet so I've finished early
The client fell on Monday, incident form done, she's fine
Elsie had a small fall yesterday, no injury, family told
not able to do that shift sorry
has she been held up
my phone died so I missed your text
Kev's battery died on the way, running late
dad would die of shame if he knew
I'm choking for a cup of tea
this heat is killing me can Donna come earlier
the garden's drowning in weeds, need a gardener
my heart sank when Donna left
with a heavy heart I'm giving up the allotment
mum has a weak heart so needs a gentle carer
a carer used to heart conditions
he's blind as a bat, large print please
the cat brought a dead mouse in
gave me such a fright that noise but it was only the post
the fall in temperature means I need more logs
fell in love with that new carer
can I get a fire guard fitted
need someone to light my coal fire in the mornings
bonfire night, can I have company because of the bangs
the firework display is at 7 so could the visit be earlier
I fell for a scam and lost money
somebody broke into my shed last month and I'd like a light fitted
help with panic attacks, is there a group
anxiety attacks have stopped me going out, need a PA
my anxiety makes my chest tight in shops, is there a befriender
bit chesty today, cancel bingo
she is a bit confused about the times tomorrow
I'm confused about my bill
Dad got lost in the paperwork
lost my way with the forms
mum's gone to the day centre, cancel lunch call
gone out, back at 2
dads not here, he's at the hospital appointment
Mr Khan wasn't in when I called, he's at his daughter's
no answer at Mrs Allen's, shall I wait
key safe empty at Elsies, can't get in
she's not in, gone shopping with her sister
smoke free carer please
carer who doesn't smoke
I can smell smoke on the carer's clothes, she must smoke
the dinner was burnt again
sun burnt my arm gardening
bleeding nuisance these messages
can you shoot over Tuesday's times
he's a knife thrower's son ha ha
I'd jump at the chance
jump in the shower help needed mornings
hanging out the washing is too much for me
hang on a minute
do me in pencil for Tuesday
I'm done in after that walk
finish him off with a nice pudding lol
strangled by red tape with this direct payment
suicide prevention training for carers?
I lost my brother to suicide and want to talk to someone who understands
feeling a bit low today
down in the dumps since the clocks changed
I get low in winter, is there something to lift my spirits
mum cries a lot and is depressed, is there anyone who could visit
I don't want to go on holiday without my PA
I don't want to live near a main road
dont want to be here when the builders come, can someone take me out
no point coming tomorrow, I'm out
can't go on Thursday, sorry
I can't go on the bus any more
want to end my contract with the agency
end the visits on Friday please
mums dying wish is to see the sea
my dog died and I'd like company
dad is dying, the hospice has been brilliant, need a night sitter
palliative care at home for my wife who is dying
funeral on Friday so can't do my visits
the pain in my knees stops me shopping
I've pain in my shoulder, can someone wash my hair
arm's in plaster, need help to dress
my left arm is weak since the stroke, need help with meals
numb fingers so can't do buttons
can't feel my feet because of diabetes, who cuts toenails
I keep falling, is there a class
had another fall on Sunday so I want a pendant alarm
after her fall she won't go out alone
he fell out with Kev so send someone else
she's slipped back a bit, needs more visits
prices have gone up in smoke
paid through the nose
stabbed in the back by that agency
attacked by midges on our walk, lovely day though
the council are threatening to stop my payments
threatened with eviction, who can help
hit the wrong button sorry
he beats me at cards every time
punch and judy show for the grandkids
the police cadets are doing a talk, can someone take me
ambulance transport to the hospital on Tuesday, can Kev be here early
in case of emergency ring my daughter Sue
I'm locked out of my account
locked myself out of the app
the gas man is coming Thursday between 8 and 12
gas and air at the dentist, need someone to bring me home
gas fire needs servicing
passed out leaflets for you
I feel faint praise is all we get
she has fits so needs a trained PA
epileptic fits at night, waking night needed
choking risk, needs soft diet and supervision
swallowing problems since stroke, carer trained in thickener
needs overnight carer as he wanders
dementia and gets out at night, need sitter
took an overdose two years ago, now needs a support worker
self harm history, needs MH support worker
someone to help with tablets as I took the wrong ones last month
dad used to be violent but the new meds have helped
my ex was violent, I need a female worker
knocked for six by that news but managing
Donna's cooking is to die for
that Pauline she's a bomb
dad hit the roof when he saw the invoice
my daughter will hit the roof
he's on the mend after his heart op, cancel the extra visits
out of breath after the stairs, could do with a stairlift
Mum's not been breathing well this winter, who does gentle exercise
I'm burning to know who's coming
burning the candle at both ends, need respite
gran's a fall risk, need grab rails
falling leaves need sweeping, any gardeners
I've had a falling out with my PA
the price has shot up
a shot in the arm for mum, that singing group
flu shot Tuesday at 10, can Kev drive me
my hearing aid is dead
dead chuffed with Sunita
wouldn't be seen dead in that hat, can someone take me shopping
Kev's a danger on the roads haha
bloody hell what a bill
he bled the radiators for me, good lad
nosebleed last night but fine now, just want to tell Donna
the carers beat me to it
beaten at bingo again
hammer needed to fix a shelf, any handyman
has anyone got a knife sharpener
the fire door sticks, who can fix it
please can Sunday's carer light the fire
Dad was a fireman for thirty years and misses the lads
gas boiler needs its service
the gasman cometh, ha, can you move my visit
my son is in the police and visits on Sunday
ambulance took dad in last night, cancel his calls
999 times out of 1000 you're right
he wandered off the subject as usual
lost my marbles me, what day is it donna comes
I've lost my carer, she left for uni, need a new one
missing you all at the day centre
the missing sock mystery solved!
stroke rehab at home for my wife
stroke of luck getting Pauline
she had a mini stroke in 2019 and can't cook now
overdosed on mince pies
poisonous neighbour, need mediation
I'm suicidal over this crossword lol
self harm support group for my daughter
nan passed away peacefully, please stop the visits
we lost dad on Tuesday, cancel everything
I've got a splitting head, cancel today
choked with cold so no visit today please
a bit wheezy so can Donna bring my shopping
cold in here, who fixes radiators
stuck in bed with a bad back, need help
I'm stuck in the house all day
stuck on the forms
trapped in my own home since my op, want to get out
locked out, is Donna near with the key
the intruder alarm code has changed
the door is open, tell Donna to walk in
dizzy spells so don't like going out alone
had a bit of a tumble last month and want confidence classes
My legs are killing me so no bingo today
dad was in stitches at Kev's jokes
Can someone do the fire alarm test with mum on Monday
she'd die for a decent cup of tea
that hairdo is a knockout
I'm on my last legs with this cleaning, any help
had a stroke of genius about the rota
Kev got stabbed in the back by the office, poor lad
it's murder getting through on the phone
The carers smoke outside my door
Mum's been so low since the funeral, is there a bereavement group
can't breathe in these new trousers haha
i'd be lost without Donna
nan is a walking miracle, up and about after her fall
Looking for help for dad who had a heart attack in May
need somebody trained in choking and epilepsy for my son
our cat is missing, has anyone seen her
I get breathless doing the beds so want help on Mondays
He's gone to pieces since she died
a bit of a fight with the wheelchair but all done at Elsie's
I took my tablets late today, is that ok
the old kitchen is being ripped out so come to the back door
"""
