"""First names common in Britain, so that a name written without a capital is still known for one."""

FIRST_NAMES = frozenset(
    str.split("""
    aaron abdi abdul abena abigail ada adaeze adam ade adebayo adele adelina adrian agnes agnieszka ahmed aidan ailsa
    aisha akosua akram alan albert alex alexander alexandra alexandru alf alfie alfred ali alice alina alison aliyah
    alma ama amanda amandeep amara amber amelia amina aminata amir amit amos amrit amy ana anaya andrea andreas
    andreea andrew andriy andrzej andy angela angharad angus anil anita anjali anjum ann anna anne annie anthony anton
    antonia anwar aoife april archibald archie arshad arthur arturas arun asad asha ashley ashok asif aslam assunta
    aubrey audrey augusta aurelija ava ayaan ayesha ayse babatunde babs balbir baljit balwinder barbara barry bartosz
    beata beatrice beatriz becky belinda ben benjamin bernadette bernard bernice bernie bert bertha beryl bessie beth
    bethan bethany bettina betty bev beverley bharat bhavna bianca bilal bill billy binta blair blanche blessing bob
    bobby bogdan bohdan bola bozena bradley brandon brenda brendan brian bridget bridie brigid brittany bronwen bruce
    bruno bryan bryony bukola bushra byron caleb callum camelia cameron camilla candice carl carla carlos carlton
    carly carmel carmela carmen carol carole caroline carolyn carys cassandra catalin catarina cath cathal catherine
    cathy catriona cecil cedric celia cerys chantelle chardonnay charity charlene charles charlie charlotte chelsea
    cheryl chester chiamaka chidi chika chinedu chipo chloe chris christina christine christopher cian ciara ciprian
    claire clare clarence clarissa claud claudia clement clifford clifton clive colin comfort concetta connie connor
    conor constance consuelo cora cordelia corey corinne cormac cosmin costel courtney craig cristian cristina curtis
    cynthia cyril dafydd daisy damian dan dana daniel daniela danny danuta daphne darcy daria darius dariusz darren
    daryl dave david davinder dawn dean debbie deborah declan deepa deirdre della delroy delyth denise dennis denzil
    derek dermot desmond despina devi dexter diana diane dilek dilys dimitri dinesh dipak dmytro dolly dolores dominic
    don donal donald donna donnie dora dorcas doreen doris dorota dorothy dot doug douglas dudley dumitru duncan dylan
    eamon earl eddie edgar edith edmund edna edward edwin effie efua egle eileen eilidh eirlys elaine eleanor elena
    eleni elif elijah elise eliza elizabeth ella ellen ellie eloise elsie elspeth elvira elzbieta emanuel emeka emily
    emma emmanuel emmanuella emre emrys enid enzo eric erica erin ernest ernie esi esme esther ethel euan eunice eva
    evelyn ewa ewan ewelina ezra faduma faisal fang fanny farah farai farzana fatima fatma fatou favour faye felicity
    felix femi fenella fergus ffion finlay fintan fiona florence florin floyd folake frances francis franco frank
    frankie fraser fred freda freddie frederick funmi gabriel gabriela gabrielle ganesh gareth garth gary gavin gaynor
    gemma geoff geoffrey george georgia georgie georgina gerald geraldine gerard gerry gertrude gethin gheorghe gianni
    giedre gift giles gill gillian gina ginny giovanni girish giuseppe gladys glenda glenn glenys gloria glynis
    godfrey godwin gopal gordon grace graham grahame grainne grazyna greg gregor greta grzegorz gurdeep gurmeet
    gurpreet guy gwen gwenda gwenllian gwyn gwyneth habiba hadley hafsa halima halina halyna hamish hamza hannah hansa
    hardeep harish harjinder harjit harold harpreet harriet harry harvey hassan hatice hattie hayley hazel heather
    hector helen helena henry herbert hester hetal hetty hilary hilda hiroshi hitesh hodan holly horace howard howell
    hubert hugh hui humphrey huong hussain huw ian ibrahim ida ieuan ifeoma ileana imelda imogen imran inaya ines
    ingrid ioan ioana ionela ionut iqbal ira irena irene irina iris iryna isaac isabel isabella isaiah isla isobel
    ivan ivy iwan iwona jacek jack jackie jackson jacob jacqueline jade jadwiga jagdeep jagdish jake james jamie jan
    jane janet janice janine janusz jarvis jas jasbir jasmine jason jaspreet jaswinder javed javier jayesh jayne jean
    jeanette jeannie jed jeff jeffrey jemima jen jenna jennifer jenny jeremy jermaine jerome jerry jerzy jess jessica
    jessie jewel jill jim jimmy jo joan joana joann joanna joanne joao jocelyn jodi jodie jody joe joel john johnny
    jolanta jolene jon jonathan jorge jose josephine josh joshua josiah josie joy joyce jozef juan jude judith judy
    julia julian julie julius jun junaid june jurgita justin justyna jyoti kamal kamla kanta kara karen karim karl
    kasia katarzyna kate kateryna katherine kathleen kathryn kathy katie katy kavita kay kayleigh keith kellie kelly
    kelsey kemi ken kendra kenji kenneth kerrie kerry kev kevin keziah khadija khalid kieran kim kinga kiran kirit
    kirk kirsten kirsty kishan kofi kojo krishna kristina krystyna krzysztof kuldeep kulwinder kurt kwabena kwaku
    kwame kyle kylie kyriacos lachlan lakshmi lana lara larisa larry latoya laura lauren lavinia leah leanne lee len
    lena leonard leonie leroy les lesley leslie leszek leticia lewis leyla liam lidia lily lin linda lindiwe ling linh
    lionel lisa liviu liz lizzie lois loredana loretta lorna lorraine lottie louis louise lucia lucian lucille lucy
    lucyna ludmila luigi luis lukasz luke luminita luther lydia lyle lyn lynda lynn lynne lynsey mabel maciej mack
    madalina maeve magda maggie mahesh mahmood mair mairead maisie majid malcolm malee malgorzata malgosia mamadou
    mandeep mandi mandy manjit marcella marcia marcin marcus marek margaret marge margery margot maria mariam marian
    mariana marianne marie marilyn marina mario mariola marion marius mariusz marjorie marlene marta martha martin
    martyn marvin mary maryam mat mateusz matilda matt matthew maud maureen mavis max maxine maya meera megan mehmet
    mei melanie melissa melvyn mercy mervyn meryl mhairi mia michael michal michelle mick miguel mihaela mihai mike
    mildred millicent millie milton minal mindaugas ming minh minnie mirela miriam mitch mohamed mohammed mohan moira
    mollie molly mona monica monika monty morag morgan morris mortimer morven mthunzi muhammad mukesh muriel mustafa
    mykola myra myrtle nadeem nadia nadine nan nancy naomi naresh nargis narinder nasreen natalia natalie natasha
    nathan navdeep naveed ned neil nell nellie nelson nerys nesta neville ngozi nguyen niall niamh nicholas nick nicky
    nicola nicolae nicole nicoleta nigel nikki nilesh nina ninette nirmala nisha nkechi noah noel noelle nomsa nora
    norah noreen norma norman nova nuala nuno nusrat oana obinna octavia odette oksana olena olga olive oliver olivia
    olu oluwaseun olwen omar oona orla orville osbert oscar oswald otis ovidiu owain owen ozgur pablo paddy padraig
    pam pamela panayiota pandora paolo paresh parminder parveen pat patience patricia patrick patrycja patsy pattie
    paul paula paulette pauline paulo pavel pawel peace pearl pedro peggy penny percival percy peregrine perry pete
    peter petra phil philip philippa phillip phoebe phyllis pilar piotr pippa polly pooja prakash precious preeti
    primrose priya prudence przemek pushpa quentin rachael rachel radu rafal raj rajesh rakesh ralph raluca ramesh
    ramona ranjit raquel rasa rashid ravi ray raymond razvan rebecca reena reg reggie regina reginald rehana rekha
    rena renata rene reuben rex rhiannon rhoda rhodri rhona rhys ricardo rich richard rick ricky rita ritu rob robbie
    robert roberta robin rocio rodney roger rohit roisin roland rolf romeo ron ronald ronnie rory rosa rosalie
    rosalind rosanna rosaria roscoe rose rosemary rosie ross rowan rowena roxana roxanne roy ruaridh ruby rudo rufus
    rui rukhsana rupert rupinder ruqayya russell ruta ruth ryan ryszard sabrina sade sadie safiya sahra saima saira
    sajid sally salome salvatore sam samantha samina sammy samuel sandeep sandra sandy sanjay sanjeev sara sarah
    saskia satinder satnam saul savita scott seamus sean sebastian seema segun selina selma serena seth shabana
    shabnam shaheen shahid shane shanice shannon shanta shantel sharon shaun shazia sheila shelley sherry sheryl
    shilpa shirley sian sidney silvia simon simona simone simran simranjit sindy sinead siobhan sipho slawomir sneha
    sobia sofia sol somchai sonia sophia sophie sorin spencer stacey stacy stan stanislaw stanley stavros stefan
    stefanie stella stephanie stephen steve steven stewart stuart sue sukhdeep sukhjit sukhwinder suki sullivan sumaya
    sunita suresh surinder surjit susan sushila susie suzanne svetlana svitlana swati sybil sylvia sylwia szymon
    tabitha tadeusz tadhg tahira tamara tamsin tania tanveer tanya tara taras tariq tasha tatenda ted tejinder temi
    tendai terence teresa terry tessa thaddeus thandi thea thelma theo theodora theresa thomas thuy tiago tiana
    tiffany tilly tim timmy timothy tina tinashe toby tom tomas tomasz tommy toni tony tracey tracy trang trevor
    tricia trina trisha trudy tunde tyler tyrone tyson uche ulrich umar una urmila ursula urszula usha usman uzma
    vaida val valentin valentina valerie vandana vanessa vasile vaughan velma vera verity vernon veronica vic vicki
    vicky victor victoria vijay vikram viktor vilma vinay vince vincent vinny vinod viola violet violette virginia
    vitaliy vito viv vivian vivien vivienne wale walter wanda warren waseem wasim wayne wei wendy whitney wilbur wilf
    wilfred wilhelmina william wilma winfred winifred winnie winsome winston wioletta wojciech xander xavier xiaoming
    xiu yan yaqub yaroslav yasin yasmin yaw yetunde yiannis yolanda younis yuki yulia yunus yusuf yvette yvonne zac
    zachary zahid zahra zainab zanele zara zaynab zbigniew zdzislaw zelda zena zeta zeynep zoe zofia zuzanna
    """)
)
# Names that are words as well: only with a capital, or where only a name can stand.
ALSO_WORDS = frozenset(
    str.split(
        "amber april ash bill blessing bob bridge carol charity charm dawn don dot drew earl "
        "faith frank gene grace grant guy hazel heather herb holly hope "
        "hunter iris ivy jack jade jan jean jo joy june kay kit lance lee les lily mark mat may "
        "mercy miles nan nick norm olive pat patience pearl penny pip precious ray rich rob robin "
        "rose ruby rusty sandy "
        "sue ted tim tom violet viola wade will basil peg pam ana mat val viv vic len les mei reg "
        "ron gill liz kim kay daisy poppy star angel dale glen max ross dean "
        "ada ade alma ama angus austin bianca bruno carmen chantal chase chelsea chester "
        "christian clement comfort courtney dana dexter dolores drew dudley duke earl enzo "
        "esi fanny favour flo florence florin gabriel gale gaynor gift gill ginger ginny "
        "grant harvey hui hunter ira jackson jerry jewel jodi jude jun kirk kit lana lance "
        "ling linh lois luis mack major malee marina mario max miles ming minh minnie mona "
        "monty morgan moss ned nelson nova otis patsy peace perry primrose prudence rasa reed "
        "regina rex rich ricky rowan rui sade shannon sherry sierra sol spencer sunday tara "
        "tiffany trina victor virginia vito wade warren wei yan"
    )
)
