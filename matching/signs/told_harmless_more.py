"""More messages and needs that look like danger and are not, invented, one a line."""

TOLD_HARMLESS_MORE = """
someone to help after my fall last month
gas fire needs servicing
I used to be a fireman and want company
knife skills class
someone to talk to about my late husband's suicide
my wife has epilepsy and needs a sitter used to seizures
grab rails fitted so I don't fall in the bath
help after my stroke, speech practice
dad had a heart attack in March and wants gentle exercise
bereavement support, my son took his own life in 2019
carbon monoxide alarm fitting
somebody to test my smoke detectors
fire safety check for my mother's flat
falls prevention class
strength and balance so mum doesn't fall again
choking risk, needs someone trained in soft diets
PA who knows what to do if he chokes
someone who can manage my insulin and hypos
help for a man with COPD who gets out of breath
oxygen user wants to go shopping
chest infection last week, needs help with meals till better
I'm at risk of falls and need someone with me in the shower
wood burner needs logs bringing in
chimney sweep
help lighting the coal fire every morning
gas cooker swapped for electric
someone to take my knife drawer and sharpen it
butcher's knife sharpening
meet people, murder mystery evenings
crime book club
first aid course for carers
self defence class for over sixties
domestic abuse support group, I left him two years ago
women's refuge volunteer
counselling for depression
I feel low since I retired and would like a walking group
I'm lonely, could die of boredom
anger management group for my brother
support for my nephew who used to hurt himself
epilepsy awareness training
dementia sitter so dad doesn't wander off
door sensor for mum who wanders at night
tracker watch for my husband who got lost last year
someone to walk with grandad because he gets lost
help reading, I am losing my sight
overdose of paperwork, need help with forms
pill organiser filled weekly
someone to prompt her tablets so she doesn't take too many
detox and recovery group
I stopped drinking last year and want a sober friend
burns unit discharged him, needs dressings advice
scalds risk, someone to make hot drinks for me
house cleared after a fire
smoke damage cleaning in my kitchen
flood damage clear up
burglar alarm fitted
new locks after a break in
someone to stay nights as I'm scared of burglars
safe key box so carers can get in
pendant alarm in case I fall
floor level bed
lifting cushion for getting up off the floor
floor exercises
bleeding radiators
blood pressure checks at the chemist
blood test lift to hospital
someone to take me to A&E appointments desk for outpatients
ambulance service volunteer car
heart failure exercise class
stroke club in Exeter
aphasia group, my speech went after a stroke
my legs give way so I need someone to push my wheelchair
mum can't get up without help in the mornings
he cannot get out of bed by himself, needs two carers
dad can't swallow tablets, wants liquid food cooked
keep warm, heating advice, I'm freezing in this flat all winter
my house is cold, insulation grant
gardener with strimmer and shears to attack the brambles
shooting club for a wheelchair user
axe throwing day out
killer sudoku club
drowning in laundry, need a hand
life saving swimming lessons
choir singing to die for
hospice sitter, my wife is dying and I need to sleep at night
end of life care at home
help planning my funeral
somebody to sit with dad in his last weeks
hoarding, the place is a fire hazard and needs clearing
trip hazards removed from my hall
I'm gasping for a brew, is Donna nearly here
killing time till my visit, when is it
you've saved my bacon, thanks
I'd be lost without Kev
the news about the fire in Leeds was awful
my heart stopped when I saw the price
mum was on fire at the quiz
dad kicked the bucket of paint over, could someone help clean
I'm bleeding broke, what's left in my pot
stab in the dark but do you do gardening
drop dead gorgeous haircut, thank Pauline
I could throttle that parking warden
my phone died so I missed your text
the battery is dead in my hearing aid, can someone change it
smoke alarm needs a new battery, who could do that
the gas man comes on Tuesday between 8 and 12 so move my visit
boiler's packed up, can I cancel the bath
gas bill's gone through the roof, how much have I got
I had a fall in September and since then I don't go out
she broke her leg last winter, it's mended
he had a stroke ten years back and needs help with his buttons
I had the all clear from my heart scan, cancel Friday's lift
my husband died in June and I'd like some company
since my wife passed I can't cook
mum died so please stop the visits
dad's in a hospice, peaceful now, thanks for everything
I used to be a nurse in A&E
grandson's training to be a paramedic
we watched Casualty last night
that murder mystery weekend was a hoot
knife and fork feel heavy, who could help me eat
sharp knives need putting away before the grandkids come on Sunday
I cut my finger last week, it's healing, can someone do the washing up
nosebleed on Monday but fine now
choked up with joy at the party
she was choking back tears of laughter
there's nothing to live for on telly these days
I'm dying to see my sister, could someone drive me Saturday
over my dead body will I have a male carer
you'll be the death of me with these forms
it's to die for that sponge of hers
I was floored by how kind she was
my knees gave up years ago, need someone for the stairs
can't get up before nine so make it ten
I can't stand that woman, send Donna instead
can't stand for long so I need help cooking
can't breathe a word to mum but it's her surprise party, book Saturday
I can't feel my fingers in this cold weather, need new gloves lol
numb bum on that chair, can I get a cushion
my foot's gone to sleep haha
I've got pins and needles from knitting
I've a bit of heartburn after curry
sick of this weather
sick to death of these texts, stop them
I'm burnt out, I need respite
burnt the toast again, carer had to open windows
got a burning question, how do I pay
the carer put the fire on lovely and warm
coal fire needs lighting each morning, anyone
fire service fitted our alarms last week, all good
the fire drill is on Wednesday so cancel my day centre lift
wood burner wants sweeping
can somebody put the bonfire out of its misery and clear the garden
I nearly jumped out of my skin when the post came
jump start needed for my car
suicide squad is on telly tonight
my nephew took his own life three years ago and I'd like to talk to people who understand
my late brother's overdose still hurts, is there a group
I lost my lad to drugs, looking for bereavement support
I felt like ending it years ago but I'm well now and want to volunteer
need help with my depression, somewhere to go and talk
feeling low and lonely, any clubs
hit me with the price then
he hit the roof when the bus was late
he hits the ball well for 80
she beat me at dominoes
I got mugged off by that agency, too dear
daylight robbery those charges
robbed of a win on Saturday
the burglar alarm wants servicing
locks changed after a burglary last month, who does that
my neighbour was burgled in May so I'd like a door chain fitted
stranger things have happened
there's a man coming to read the meter at 2 so can my visit be 3
someone is at the door with parcels, ignore that, cancel tomorrow
dad wandered off last Christmas, so we want a door alarm
mum gets lost easily so she needs someone with her
grandad wanders at night, is there a night sitter
lost my marbles ha ha, what day is Donna coming
I've lost my purse down the sofa again, found it now
nan's got dementia and sometimes thinks there's a man in the house
mum imagines people downstairs, it's her illness, the doctor knows
dad has seizures most weeks, carers know what to do, need someone trained
she's got COPD and gets breathless on the stairs, wants a stairlift
he's on oxygen at home, needs company
diabetic and needs lunch on time every day
I'm on warfarin so need a lift to the blood clinic Fridays
has anyone got time to pick up my tablets
I've run out of tablets on Thursday, can someone collect the prescription
too many tablets to keep track of, need a pill box filling
my overdose of chocolate at Christmas means I need walks
poisonous atmosphere at that agency, I want a different one
the smell of gas last week was just the bin, engineer checked
false alarm yesterday with the smoke detector, sorry
we had the ambulance out on Sunday, all fine now, need her calls back on Monday
paramedics came and went, she's ok, cancel tonight's call
he's home from hospital after the heart attack and needs meals
police are holding a coffee morning, who could take me
the bathroom floor is slippy so I want grab rails
I sit on the floor to do my yoga, need someone to help me up after
my budgie is on the floor of its cage, sad
carpet needs fitting in the hall
the stairs are a killer
I'm stuck indoors all week and bored stiff
stuck on the crossword
stuck in traffic, ten minutes late
nearly ran over a squirrel on the way, just arrived
bit of a car crash of a shift but done
slaughtered at work today, finished now
client's TV exploded into song when I walked in ha
wicked cough but still coming in
back's killing me so can't come today
throwing up since last night so can't work
migraine, can't see straight, won't be in
broke my toe, off for a week
wife's gone into labour so I'm off for a fortnight
bleeding traffic, be 15 late
my tyre blew out, I'm ok, running late
fell down the stairs myself on Monday, nothing broken, back Thursday
client had a fall last week, care plan updated, what's her status
safeguarding closed for TM, what's next on my list
suicide prevention training on Friday so I'm unavailable
fire warden course Tuesday, can't do visits
first aid course so free after 3
need a carer experienced with choking risk and thickened fluids
need a worker trained in epilepsy rescue meds
PA for a client who self harmed in the past, community access
end of life care, client dying at home, needs night sits
domestic abuse survivor needs a female support worker
hoarder, fire risk, needs deep clean
falls clinic transport on Wednesday
stroke club places in Leeds
alcohol recovery support worker
someone to teach my son knife safety when cooking
grandad wants to go shooting clays
archery class
boxing lessons
karate for beginners
murder of crows photo walk
someone to help me bury my dog
funeral company on Friday
cemetery visits
ghost hunting group
gas certificate for my landlord, who does them
who reads the gas meter for me, I can't bend
help to swap my gas fire for electric
pain clinic lift on Wednesday
chest of drawers wants moving
chest freezer needs defrosting
physio for chest exercises at home
heart to heart with someone who's been widowed
broken heart, he died in March, I need company
my hip was replaced in May, need a hand with shopping
frozen shoulder so I can't do my hair
dizzy spells now and then so I'd like someone with me on the bus
I bruise easily so be gentle when you wash me
a gentle carer who won't hurt my bad arm
someone to play with the dog who bites
bitten nails, manicure please
my nails are killing me, who cuts them
chiropodist, my toes are murder
the stairs nearly finish me off, stairlift advice
the heat is murder, a fan fitted
drunk too much at Christmas, want a sober group
AA meeting lift
smoking group to help me quit
blood sugar monitoring help each morning
help with catheter bag
PEG feed trained carer wanted
stoma nurse visits
palliative night sitter
someone to sit while my wife dies at home
will writing service
my daughter was attacked years ago and needs female workers only
hate crime support
women's aid volunteer
ex-offender mentoring
prison visiting scheme
knife sharpening
gun club for disabled shooters
archery
bonfire night outing
firework display with wheelchair access
fire engine museum trip
fireguard fitted
smoke free home advice
log fire lit each day
barbecue help on Saturday
cooker knob turned, my hands can't
unblock the sink, it's choking up with grease
weed killer put down on my path
rat poison laid, pest control
bleach my grout
clear out medicines I don't need any more
someone to take my old tablets back to the chemist
reminder to take tablets at 8
fell in love with bowls, want a club
falling leaves swept up
fallen fence panel needs putting back
lost my confidence since a fall
lost dog posters
missing my grandchildren, video call help
gone blank with names, memory cafe
I want to die with dignity at home, planning my care
talk about death cafe
end of life doula
hanging baskets put up
hanging pictures
noose knot for my boat
jumping castle for the grandchildren
drowning polar bear documentary club
swimming lessons as I can't swim
life jacket for sailing
"""
