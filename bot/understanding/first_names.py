"""First names common in Britain, so that a name written without a capital is still known for one."""

FIRST_NAMES = frozenset(
    str.split("""
    aaron abdul abigail adam adele adrian agnes ahmed aisha alan albert alex alexander alexandra alf alfie alfred ali
    alice alison amanda amara amber amelia amina amir amit amy ana anaya andrea andrew andy angela anil anita anjali
    ann anna anne annie anthony anton april archie arthur arun asha ashley asif audrey ava ayesha babs barbara barry
    beatrice becky ben bernard bernadette bernie bert beryl bessie beth bethany betty beverley bev bill billy blessing
    bob bobby bogdan brenda brian bridget bridie bruce callum cameron carl carla carol carole caroline carolyn
    catherine cath cathy cecil charles charlie charlotte cheryl chidi chloe chris christina christine christopher
    claire clare clive colin connie connor craig cynthia cyril daisy damian dan daniel danny daphne daria darren dave
    david dawn dean debbie deborah deepa deirdre denise dennis derek desmond devi diana diane dilys dimitri dolly
    dominic don donald donna doreen doris dorothy dot doug douglas duncan dylan eddie edith edna edward eileen elaine
    eleanor elena elizabeth ella ellen ellie elsie emeka emily emma enid eric erica ernest ernie ethel eunice eva
    evelyn ewa farah fatima faye felicity femi finlay fiona florence frances francis frank fred freda freddie
    frederick gareth gary gavin gemma geoff geoffrey george georgia georgina gerald geraldine gerry gertrude gill
    gillian gladys glenda glenn gloria gordon grace graham greg greta gwen gwyneth hamza hannah harold harpreet
    harriet harry hassan hazel heather helen helena henry hilary hilda holly howard hugh hussain ian ibrahim ida imran
    ingrid ioana irene iris irina isaac isabel isabella isla ivan ivy jack jackie jacob jacqueline jade jagdeep jake
    james jamie jan jane janet janice jas jasmine jason jaswinder jayne jean jeff jeffrey jen jennifer jenny jeremy
    jerry jess jessica jessie jill jim jimmy jo joan joanna joanne joe joel john johnny jon jonathan josephine josh
    joshua joy joyce judith judy julia julian julie june justin karen karim karl kasia kate katherine kathleen kathryn
    kathy katie katy kavita kay keith kelly ken kenneth kerry kev kevin khalid kieran kim kiran kirsty krystyna kwame
    kyle laura lauren leah lee len leonard les leslie lesley lewis liam lily lin linda lisa liz lizzie lorna lorraine
    louis louise lucy luke lydia lyn lynda lynn lynne mabel maggie magda mahmood malcolm malgorzata mandy manjit
    marcus margaret marge margery maria marian marianne marie marilyn marion marjorie marlene martha martin martyn
    mary mat matilda matt matthew maud maureen mavis max maxine meera megan mehmet mei melanie melissa mercy meryl mia
    michael michelle mick mike mildred millie minnie miriam moira mohamed mohammed moira molly monica morag muhammad
    muriel myra myrtle nadia nan nancy naomi narinder natalie natasha nathan neil nell nellie nesta ngozi nicholas
    nick nicky nicola nigel nina noel nora norah noreen norma norman olga olive oliver olivia olu omar oscar owen
    paddy pam pamela parveen pat patience patricia patrick paul paula pauline pavel pearl peggy penny percy pete peter
    phil philip phillip phoebe phyllis piotr polly prakash precious preeti priya rachel raj rajesh ralph ravi ray
    raymond rebecca reg reggie rene reuben rhys richard rick rita rob robert robin roger roland ron ronald ronnie rosa
    rosalind rose rosemary rosie ross roy ruby rupert russell ruth ryan sadie sally sam samantha samina samuel sandeep
    sandra sandy sanjay sara sarah satnam saul scott sean seamus sebastian selina shabana sharon shaun sheila shelley
    shirley sian sidney simon simran sonia sophia sophie stacey stan stanley stefan stella stephanie stephen steve
    steven stewart stuart sue sukhdeep suki sunita surjit susan susie suzanne sybil sylvia tamara tanya tariq tasha
    ted temi terence teresa terry tessa thelma theo theresa thomas tim timothy tina toby tom tomasz tommy toni tony
    tracey tracy trevor tricia trisha una ursula usha val valerie vanessa vera verity veronica vic vicky victor
    victoria vijay vikram viktor vince vincent viola violet violette viv vivian vivien vivienne wanda wayne wendy wilf
    wilfred william winifred winnie winston yasmin yusuf yvonne zainab zara zoe zofia zuzanna agnieszka jadwiga
    kwabena adaeze chinedu oluwaseun tunde bola gurpreet jaspreet baljit kulwinder amrit nasreen rukhsana shazia bilal
    faisal kamal nadeem siobhan aoife niamh ciara morag eilidh catriona mhairi carys rhiannon gwyn dafydd ioan ieuan
    emrys bronwen mair glenys bettina dorota marek jozef krzysztof ludmila oksana svetlana ana mihaela florin
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
        "ron gill liz kim kay daisy poppy star angel dale glen max ross dean"
    )
)
