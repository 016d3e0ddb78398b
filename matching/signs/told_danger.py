"""Messages that tell of danger, invented as people write them, one a line."""

TOLD_DANGER = """
nan has gone over in the hall and she cant shift
hes been on the bathroom floor since four and he says hes cold
i slipped getting out the bath and my hip is killing me i cant stand
me mam's gone all lopsided in the face and she's talking rubbish
he went to speak and it came out all jumbled and his arm's just hanging there
shes gone a funny colour and i cant get any sense out of her
theres a man i dont know trying my back door handle
some bloke has walked in and he wont go
can hear glass breaking downstairs
the chip pans gone up
theres flames coming out the microwave
SMOKE EVERYWHERE CANT SEE
the plug behind the telly is sparking and theres a burning smell
house stinks of gas
i've got a proper strong whiff of gas by the meter what shud i do
our carbon monoxide alarm is going off and we've all got headaches
i left the hob on not lit all night and now i feel sick
hes choking on his dinner hes gone blue
she's having a fit and it won't stop
mr patel is fitting on the kitchen floor
i've took all me tablets
ive swallowed a whole packet of paracetamol
my wife has just had a bottle of her sleeping pills
my daughter has drunk bleach
she's had her insulin twice and she's gone all drowsy
i have had enough of living
i just want to go to sleep and not wake up
theres no point going on since he died
everyone would be better off without me
i'm stood on the bridge
i've got my tablets lined up and im going to take the lot tonight
I'm going to end it all tonight
my son says he is going to kill himself
hes got a hammer and hes coming up the stairs
my husband has got me by the throat
he's kicking off and chucking plates at me
i've locked myself in the bathroom he wont stop banging on the door and says he'll kill me
grandson is punching his mum
he's just hit me and im bleeding
dad's walked out in his pyjamas and we cant find him he has dementia
mum isnt in her bed and the front door is wide open
got to mrs jenkins and shes not here she has alzheimers and her coat is still on the peg
my chest feels like someone is sat on it
got terrible pain going down me left arm and im sweating
it feels like an elephant on my chest
heart attack i think
i cant breath
struggling for breath she is
blood is pouring from his nose and it won't stop been an hour
she's coughing up blood
i've cut my hand open on the tin and it wont stop bleeding
spilt the kettle all down my leg the skins coming off
dads collapsed in the garden
my mum wont wake up
the lady i care for isnt breathing
unresponsive client, not moving
he's swallowed a battery
i think my neighbour is dead
hello sorry to bother you i know you are busy but i seem to have fallen and i can't get up off the floor
good morning dear i dont want to make a fuss only ive had a tumble and i think ive broken my wrist
my legs have gone from under me and im on the carpet
cnt breath plz help
HELP ME IM ON THE FLOOR
need an ambulance
please send the police he is trying to get in
someones breaking in
shes having a stroke
i think dad is having a stroke his face has dropped
she's slumped in the chair and i can't rouse her
he's gone grey and clammy and holding his chest
i don't see the point any more ive written my goodbye letters
i cant go on
life isn't worth living
the curtains have caught light
nan's cardigan has caught fire on the cooker
ive been down here all night
fell off the commode and shes crying in agony
hes fell out of bed and i cannae lift him
our mam's had a fall and hit her head she's bleeding
I'm stuck in the bath and can't get out
she keeps saying she is going to jump off the bridge
he has threatened to stab me and he is outside the door
A stranger is in mum's kitchen
he's not making sense and can't lift his arm all of a sudden
the old gentleman next door is lying on the path not moving
i can smell burning and there's smoke under the door
shes took an overdose
i gave her the wrong tablets and now she wont wake
her lips have gone blue
lips and tongue are swelling up after the nuts
theres water coming through the light and its sparking
Morning love, cancel tomorrow please and also I've got these awful pains in my chest
so basically i was just going to ring about friday but dad has gone down in the shower and i can't lift him hes bleeding
can donna come friday oh and theres smoke coming from the oven
she went out for milk three hours ago and she hasnt come back she gets very confused
lost grandad at the market he has dementia cant find him anywhere
client not in the house, door open, handbag here, she has dementia
he's strangling her
my ex is outside with a knife
theres somebody in my loft i can hear footsteps
i hear noises downstairs someone is in the house
she says she wants to die
i want to die
i dont want to wake up tomorrow
i wish i was dead
nobody would notice if i was gone
I've nothing left to live for
fell down stairs cant feel my legs
Dad has toppled over backwards and cracked his skull
ee i've gone arse over tit in the yard and me leg's pointing the wrong way
am lay on the kitchen floor and cant reach me phone properly
mum's speech has gone all slurred
he cant move his left side
Mrs Allen's mouth is drooping and she can't hold her cup
the toaster's on fire
help fire
there's a funny eggy smell by the boiler and I feel woozy
my oxygen has run out and I cant catch my breath
my wife has a carving knife and says she's going to do herself in
my brother's gone for me with a screwdriver
he wont let me leave the house
he's beating her up
i feel like ending my life
been sick blood
a bone's stuck in her throat and she can't swallow or talk
She is burning up, 40 degrees, and doesn't know who I am
my baby is coming
he's had a seizure and he's still fitting ten mins now
water's boiling over her arm shes scalded herself
there's a fire in the flat below
Im really frightened there are two men in the garden trying the shed
hes been drinking and hes smashing up the kitchen
my pendant isnt working and im on the bedroom floor
i cant get up
mums on the deck and wont come round
Nan's unconscious
nan isn't responding to me
the lad has kicked the door in
I'm bleeding really badly down below
my husband's just keeled over
i think i'm having a heart attack
my tummy hurts and there's blood everywhere when i go
mother has fallen again and is on the floor of the lounge. I am her daughter in Leeds and can't get there.
They've found him slumped at the bottom of the stairs
my friend has texted me saying goodbye and she's taken loads of pills
I have had too much insulin and I'm shaking
theres an odd burny smell coming from the fuse box and its buzzing and hot
neighbours house is in flames
She's not breathing right, kind of rattling
he has gone all limp
Grandma is flat out on the path and theres blood coming from her ear
he hasnt taken a breath for a minute
I can't feel my face and my words wont come out right
my neighbours are screaming and I heard a bang like a gun
the lads outside have put my window through and are climbing in
dad has locked himself in the bathroom with his razor and says it's over
She says she's going to take all her pills when I've gone
its getting hard to breathe and my tongue is swelling
i think ive been poisoned by the gas fire, head is pounding and i keep being sick
there's fire coming out of the cooker hood
Our kitchen's full of black smoke
the sofa is alight
mum has swallowed her hearing aid battery
client has gone white and cold and her pulse is really weak
i keep blacking out
he's just dropped to the ground in front of me
she cant stop shaking and her eyes have rolled back
He's got no pulse what do i do
my husband tried to smother me
there's a drunk man in my garden shouting he'll kill me
help hes got a knife to my throat
he threw me down the stairs
someone has followed me home and is at the door
a stranger pushed past me into the flat
me nan's wandered off in her nightie and its snowing
Dad left the house at 3 this morning and no one has seen him, he's got dementia
we cant find mrs lee anywhere, door was open when I got here
she has sliced her wrists
I've got a rope and I'm ready
goodbye everyone this is the last time youll hear from me
I don't see any reason to go on living
i just want it all to end
i cant do this any more i want to be dead
nothing matters now shes gone id rather be with her
wish god would take me
my arm's gone dead and i feel sick with a heavy chest
it's like a belt round my chest
jaw ache and sweaty and sick and tight across the chest
one half of his face doesnt move when he smiles
he was fine at breakfast and now he can't get his words out
he tripped on the rug and cant put any weight on his leg
im stuck between the bed and the wall
i've slid off the chair and i'm too weak to get back
Mrs Allen on floor conscious but in pain hip
help ive been on the loo floor for hours
the hoist failed and shes fallen
I had a bath and now I can't get out
the wheelchair tipped over and he's hit his head
I've burnt my arm with hot fat its all blistered
hot tea all over her lap she's screaming
She's turned purple and is clutching her throat
a grape has gone down the wrong way and he cant cough
my wife's been stung and her throats closing up
hes having one of his seizures and it's lasted ten minutes
Mums blood sugar is 1.9 and shes not making sense
he's given himself double his insulin
I think she took too many of her sleeping tablets
theres an empty packet of co-codamol next to him and hes drowsy
I can hear hissing from the gas pipe
the whole flat smells of gas
think theres a gas leak
the boiler's leaking fumes and im dizzy
theres water pouring onto the fuse box and sparks
bloke downstairs is battering his girlfriend
he's holding a broken bottle and wont let us leave
nan just rang she says someones in her kitchen
She's unconscious but breathing
he's fallen into the canal
my waters have gone
mans collapsed at the bus stop
I've come off my mobility scooter and Im bleeding from the head
please help shes dying
I need the paramedics
send help now
i feel like jumping off the roof
my mothers gone very confused all of a sudden and her smile is crooked
hes clutching his chest and gasping
we cant get dad to wake up hes snoring funny
Please come quick nan is on the bathroom tiles and there is blood
i've had a fall love im on me back in the passage
she's gone down like a sack of spuds and hit her head on the hearth
i cannot rise from the floor
My husband has turned a horrible grey colour and he isn't talking to me
there is a burning smell and the wall is hot
the grill pan went up in flames
washing machine is smoking
there's a fire at my mums
neighbours flat is on fire we are all on the landing
smell of gas in my hallway
I left the ring on without lighting it and the place reeks
my son has come home drunk and is smashing windows
he's got his hands round her neck
my ex has turned up and is trying to kick my door down
someone is trying to get in through the bathroom window
I can hear men's voices downstairs and I live alone
grandad has gone missing he went out without his coat and he's not right in the head
Mrs Dyer isn't answering and I can see her through the letterbox lying in the hall
no reply at Mr Khans, lights on, i can hear him groaning
she told me shes taken thirty of her heart tablets
i took all of dads morphine
he's drunk a bottle of whisky with all his antidepressants
i've cut my wrists
I'm going to drown myself
i've decided today is the day I go. thank you for everything
there is nothing left for me I just want to be with Harold
Elsie says she wants to end her life
I'm finished, no one will miss me
bleeding won't stop from my leg ulcer and I've soaked three towels
i'm coughing up bright red blood
my insulin pump failed and im shaking and sweating and cant think
my baby isn't moving
he's choked on a sausage and he's not breathing properly
I've been stabbed
i've been mugged and im hurt
client having a fit on kitchen floor
hes stopped breathing
she has burnt herself badly on the iron
i swallowed some drain cleaner by accident
the ceiling has come down on him
dad drove off 4 hours ago, he has alzheimers and isnt answering
Her bed's on fire
my neighbour is banging on the wall shouting help
dad's just been sick and it looks like coffee grounds and he's gone very pale
she cant talk properly and one arm wont work
I have come over all queer and my chest is that tight
mr osei has slid down the wall and he isnt answering me
someone's at my window with a torch
two lads have pushed in and theyre going through my drawers
my husband is going mad he has smashed the telly and hes coming for me
Kitchen's ablaze
we can smell gas really strong on the landing
he has had about 20 of his sleepers
dont bother with tomorrow I wont be around, I've got the pills here
I can't see a way forward, I want to end it
Mum has vanished, her slippers are here, she has dementia and it's dark
Nan tripped over the dog and cant move her leg
i have been lying here since the early hours
his lips are a funny colour and he is struggling to get air
shes scalded herself with the teapot its bad
theres smoke coming under the door from the flat opposite
client had a fit and hasnt come round
I cut myself shaving my legs and its pumping out
He is unresponsive
"""
