"""More messages and needs that tell of danger, mostly sideways, invented, one a line."""

TOLD_DANGER_MORE = """
my wife won't wake up
I've fallen and can't get off the floor
smell of gas in my kitchen
mum has taken too many sleeping tablets
my dad is having a stroke, his face has dropped
chest pains and sweating help
I want to kill myself tonight
he is hitting me
there's a man in my house
husband with dementia has gone missing
on the floor since last night, so cold
kitchen on fire
smoke everywhere can't see
my carer is hurting me right now
can't breathe
choking on a sweet
my son has a knife and is threatening me
bleeding won't stop
I cut my wrist
burned my arm badly with boiling water
mum is unconscious
nan has collapsed in the bathroom
found dad on the floor, not responding
he's not breathing
lips have gone blue
my speech is slurred and my arm is weak
mum can't speak properly all of a sudden
I don't want to live any more
nothing left to live for and I've got the tablets ready
I'm going to end it
going to jump
swallowed bleach
drank weed killer
the carbon monoxide alarm is going off
gas leak
someone is breaking in
burglar downstairs
stranger won't leave my house
neighbour is attacking my mum
he's strangling her
my partner locked me in and is shouting he'll kill me
mum wandered out in her nightie and we can't find her
dad went for a walk three hours ago and hasn't come back, he has alzheimers
fitting and won't stop
diabetic and can't be roused
hypo not coming round
allergic, throat closing up
tongue swelling up and struggling to breathe
electric shock from the cooker
sparks and smoke from the socket
bed is on fire
chip pan fire
so cold he has stopped shivering and is confused
hit her head and being sick
hit my head and I'm on warfarin
broken hip i think, on kitchen floor
fell in the bath and stuck
crushing pain in my chest going down my arm
overdose
help me I'm dying
she's just sitting there staring and there's no getting through to her
mam's lips have gone a funny blue colour
he won't come round no matter what I do
I knocked and knocked and looked in, he's face down by the cooker
dad took a wrong turn with his tablets, he's had the whole week's worth
I've had my morning tablets three times I think and I feel ever so queer
the cooker's been on with no flame, the place reeks
I keep smelling something like bad eggs in the hall
my ears are ringing and I'm dizzy and the CO thing is shrieking
there's a fella rattling the windows
somebody's come in through the back and they're going through the drawers
he's got hold of a bread knife and he's waving it about
my partner's just pushed me down the stairs
she's thumping on the door screaming she's going to do me in
I can hear mum crying and him shouting and things breaking
grandma's coat is here but she isn't, and it's gone midnight
he set off for the post office this morning, he never remembers the way, no sign of him
left side's gone dead and I keep dropping things
mum's mouth has dropped and she's dribbling
can't get my words out right and my hand won't work
I've a pain like a tight belt round me chest
pains in my jaw and arm and I've come out in a cold sweat
tight chest, feel sick, sweating
Mr Lee's gone down like a sack of spuds and he isn't answering
came off the ladder, can't feel my legs
been on the bathroom tiles since breakfast
I'm stuck in the bath and the water's gone cold and I can't get out
my legs went from under me and I'm on the lino
nan's slipped getting off the commode, there's blood everywhere
hip's gone, I'm on the landing, please send somebody
she's caught her arm on the ring and it's all blistering
I spilt the soup down me and my skin's peeling
he's put his hand in the chip fat
a bit of meat's stuck in his throat and he's clawing at his neck
dad's swallowed his denture and he can't breathe right
my tongue's swelling up after those nuts
wasp got me and my throat is closing
she's been fitting ten minutes
shaking all over and won't stop, eyes rolled back
his sugar's 1.9 and he's talking daft
diabetic, sweating, can't be woken
I'm so cold I've stopped shivering
the heating's off, nan is blue with cold and mumbling
I don't see the point of waking up
I've wrote my letters and I've got my pills here
everyone would be better off if I wasn't around
by the time you get this I'll be gone
I'm on the railway bridge and I'm going to do it
can't do this any more, I'm going to finish it tonight
client says she has nothing to live for and has stockpiled her morphine
he's cut his wrists in the bath
there's flames coming up the back of the telly
the bedroom's filling with smoke
toaster's caught fire
I dropped a fag and the chair's smouldering
electric blanket is scorching and there's smoke
bin's alight by the back door
fire in the flat below, smoke's coming under our door
sparks flying out of the fuse box
water's pouring through the light fitting and it's fizzing
he is not breathing properly he keeps stopping
she's breathing but I can't wake her
no pulse
he's had a funny turn and he doesn't know who I am
mum's suddenly not making any sense
dad's as white as a sheet and clammy
I think my husband's dead
come quick she's choking
dad can't swallow, he's gone purple
pouring with blood from his head
nose bleed won't stop an hour now and he's on blood thinners
leg ulcer has burst, blood's pumping out
her catheter is full of blood and she's shaking with fever, 40 degrees
carer has just hit mum in front of me
the carer's slapping dad right now I can see it on the camera
she's locked me in the bedroom and I can't get out
someone's following me and trying to get in my front door
he's threatening to burn the house down with us in it
my son's kicking off, he's smashed the telly and now he's coming at me
burglars
there's a stranger asleep in my kitchen
wife's in the garden in her nightie in the snow and I can't get her in
he's driven off in the car and he's not supposed to, he's got alzheimers
not seen Mr Price since yesterday, bed not slept in, he's confused
she's took bleach
drank antifreeze by mistake
he thought the washing tablet was a sweet
lad's taken something and he's foaming at the mouth
too much insulin, I gave her double
I gave mum dad's tablets by mistake and she's gone sleepy
been stabbed
run over outside the house
tree's come down on grandad
ceiling's fallen in on mum
mum's oxygen has run out and she's going grey
ventilator alarm is going and he's struggling
her stoma is bleeding loads
baby's coming and I'm alone
I've chopped the end off my finger
she's gone limp
eyes are open but he's not there
he's unconscious
need 999
can someone ring an ambulance I can't reach the phone
help me please I've fallen
help I'm bleeding
my neighbour's house is full of smoke and he's still inside
mum's gone a horrible colour and she's sweating cobs
I've got this terrible weight on my chest
dad keeps dropping off and I can't keep him awake, he had all his patches on at once
he's just stopped talking mid sentence and his arm's dangling
she's bitten her tongue and she's jerking about on the settee
I'm on the bathroom floor, the towel rail's come off the wall
nan's under the table and can't get out
there's a lad climbing through my kitchen window
my ex is outside with a bat
he's hurting her, I can hear it through the wall
she's going for him with the scissors
I've took too many of my blood pressure pills
drank the stuff for descaling the kettle
dad's gone walkabout in the snow, he thinks he's going to work
gone from the care home, nobody's seen her since lunch, she's got no idea where she is
I can't go on, I've got the car keys and a hosepipe
tell my kids I love them, I won't be here in the morning
my hand's all burnt off the cooker and it's gone white
she's pulled a pan of boiling spuds over herself
the lodger's set his mattress alight
I can hear hissing from the meter and it stinks
gas
the carer's just pushed him down and he's bleeding
he's got his hands round my neck when he's drunk and he's coming in now
allergic reaction, she's come up in lumps and can't swallow
wasp sting in the mouth, it's swelling
blood all over the bed and I don't know where from
his stump's bleeding and it's pumping
coughing up blood since breakfast
he's breathing funny, sort of snoring, and I can't wake him
eyes rolled up in her head
client not responding to pain
I think he's had a stroke, he can't smile on one side
she's talking double dutch all of a sudden
chest pain and pins and needles in my left hand
collapsed in the shower
he fell off the kerb and banged his head, there's clear stuff coming out his ear
tripped over the cat, can't put any weight on my leg and I'm on my own
been lying by the back door since last night
she's stone cold and not answering
it's minus five, my heating's packed in and I've stopped feeling my feet
caught under the stairlift
my sleeve caught on the gas ring and it went up
the hoist strap's round his neck
mum's locked herself in with a bottle of bleach
he's threatening to jump
stabbed
help
ambulance please
"""
