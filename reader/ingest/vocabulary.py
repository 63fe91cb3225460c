"""The words that tell furniture from story: tables of text, so that they can be read and added to.

They come from the language and the trade, not from any one outlet.
"""

from functools import cache


@cache
def words(table: str, separator: str | None = None) -> frozenset[str]:
    """The words of a table; where entries have several words, strokes stand between them."""
    parts = table.replace("\n", "" if separator else " ").split(separator)
    return frozenset(part for part in parts if part)


AGENCIES = """
reuters|ap|the associated press|associated press|afp|agence france-presse|bloomberg|bloomberg news|pa|
pa media|press association|upi|xinhua|tass|dpa|efe|ansa|anadolu|anadolu agency|kyodo|kyodo news|pti|
ians|ani|yonhap|aap|cp|the canadian press|canadian press|rnz|bbc|bbc news|cnn|npr|pbs|cbs|
cbs news|nbc|nbc news|abc|abc news|fox news|sky news|itv news|al jazeera|dw|rfi|france 24|euronews|
rte|cbc|cbc news|ctv news|politico|axios|propublica|vox|the conversation|ft|wsj|nyt|the guardian|
the economist|getty|getty images|afp via getty images|epa|shutterstock|alamy|rex|zuma|sipa|magnum|
anadolu agency via getty images|pa images|pa wire
"""
"""Agencies and outlets that are known by name, and by a name of one word or of capitals."""

COMMON_WORDS = """
new news world politics business opinion sport sports culture science technology tech health markets market
economy money life style travel food books film music art arts climate environment education weather video
analysis comment editorial letters obituary obituaries features feature exclusive breaking live latest update
updated war crisis election elections government minister ministry president prime house white party court
police city street central bank united states kingdom nations union european middle east west north south
eastern western northern southern images image photo photos picture pictures read more share save print listen
watch subscribe sign newsletter related topics topic recommended top stories story most popular trending follow
monday tuesday wednesday thursday friday saturday sunday january february march july august september october
november december big first last next year years day days week interest rates rate real estate stock stocks
energy oil gas supreme federal national international global foreign affairs home office downing wall silicon
valley artificial intelligence human rights civil key points events sea saudi arabia hong kong korea africa
america asia zealand sri lanka lanka san francisco los angeles york capitol hill premier league world cup red
black green blue super bowl grand prix social media special report long investigation in-depth explainer
interview
"""
"""Words of section names and headings, which a line of names without "By" may not hold."""

CONNECTING = """
by|and|&|,|with|written by|words by|story by|author|publish date|published|•|·|/|-|–|in
"""
"""What stands alone on a line between the parts of a byline."""

CREDIT_WORDS = """
picture alliance images press getty reuters afp ap and of for the via by de van von la le al der den from
courtesy to in at on with &
"""
"""Small words that may stand in the credit of a picture."""

ENDINGS = """
ing ings ly er ers est age ages ness en ened ened ish y ty ed es some ward wards hood
"""
"""Endings of words, which no compound has for its second half."""

FUNCTION_WORDS = """
the a an and or of in on at to for from with by as is are was were be has have had will would not no how why
what when where who which this that these those it its his her their our your my we you they he she i says said
after before over under against amid about into than if but
"""
"""Words that no name holds, whatever its letters."""

GIVEN_NAMES = """
aaron abdul abigail adam adrian ahmed aidan aisha akira alan alana albert alejandro alessandra alessandro alex
alexander alexandra alexis alfred ali alice alicia alison allison amanda amber amelia amina amir amit amy ana
anastasia andre andrea andreas andrei andrew andy angela angelo angus anita anjali ann anna anne annie anthony
anton antonia antonio anya arash archie ariel arjun arthur asad asha ashley astrid audrey aurora ava barbara
barney barry bashir beatrice becky belinda ben benedict benjamin bernard beth bethany bill billy bob bonnie brad
brendan brenda brett brian bridget bruce bruno bryan caitlin callum cameron camilla carl carla carlos carmen
carol carolina caroline carolyn cat catherine cecilia charles charlie charlotte chelsea cheryl chloe chris
christian christina christine christoph christopher claire clara clare claudia clive colin connor conor
constance craig cristina cynthia daisy damian damien dan dana daniel daniela danielle danny daphne darren dave
david dawn dean deborah declan denise dennis derek diana diane diego dimitri dmitri dominic don donald donna
dorothy doug douglas duncan dylan eddie edith eduardo edward edwin eileen elaine eleanor elena elif elisa
elisabeth eliza elizabeth ella ellen elliot emily emma enrique eric erica erik erin ernest esther ethan eva eve
evan evelyn faisal farah fatima felicia felicity felix fernando fiona flora florence frances francesca francesco
francis francisco frank fred freddie frederick gabriel gabriela gareth gary gavin gemma geoff geoffrey george
georgia georgina gerald gerard gillian gina giorgio giovanni glen glenn gloria gordon grace graham grant greg
gregory guy gwen habib hamish hamza hana hannah harold harriet harry hassan hazel heather hector helen helena
henrik henry hilary hiroshi holly hope howard hugh hugo humphrey hussein ian ibrahim ilya imogen imran ines
ingrid irene irina isaac isabel isabella isobel ivan jack jackie jacob jacqueline jaime jake james jamie jan
jane janet janice jasmine jason javier jay jean jeff jeffrey jennifer jenny jeremy jerome jess jesse jessica
jill jim jimmy jo joan joanna joanne joe joel johan johanna john johnny jon jonas jonathan jordan jorge jose
joseph josephine josh joshua joy joyce juan judith judy julia julian juliana julie juliet justin kamal karen
karin karl kasia kate katharine katherine kathleen kathryn kathy katie katrina katy kay keith kelly ken kenneth
kerry kevin khalid kim kimberly kirsten kirsty klaus kristen kristin kumar kyle lara larry laura lauren laurence
lawrence lea leah lee leila lena leo leon leonard leonie leslie lewis liam lily linda lindsay lisa liz liza
lloyd lois lorenzo lorna louis louisa louise luca lucas lucia lucinda lucy luis luke lydia lynn maddie madeleine
maggie malcolm manuel marc marcel marcia marco marcus margaret maria mariam marian marianne marie marina mario
marion mark marta martha martin martina mary mateo mathew matt matteo matthew maureen maurice max maxim maya
meera megan mehdi mei mel melanie melissa mia michael michaela michel michelle miguel mike mila miles milo min
ming miranda miriam mohamed mohammed moira molly monica morgan muhammad mustafa myles nadia nadine naomi natalia
natalie natasha nathan neil nell nicholas nick nicola nicolas nicole nigel nikhil nikita nina noah noor nora
norma norman olaf oleg olga oliver olivia omar oscar osman owen pablo pam pamela paolo pat patricia patrick paul
paula pauline pedro peggy penny peter petra phil philip philippa phillip phoebe pierre piotr polly poppy priya
rachel rafael raj rajesh ralph ramon raphael rashid raul ravi ray raymond rebecca reza rhys ricardo richard rick
rita rob robert roberta roberto robin rod rodrigo roger roland rory rosa rosalind rose rosie ross rowena roy rui
rupert russell ruth ryan sabrina sally salma sam samantha samir samuel sandra sanjay santiago sara sarah sasha
saul scott sean sebastian sergei sergio shane shannon sharon shaun sheila shirley sian sidney simon simone sofia
sonia sophia sophie stacey stanley stefan stella stephanie stephen steve steven stuart sue sunil susan susanna
susannah susie suzanne svetlana sylvia tamara tania tanya tara tariq ted teresa terry tessa theo theodore
theresa thomas tiffany tim timothy tina toby todd tom tomas tony tracy trevor tristan tyler ursula valentina
valerie vanessa vera vernon veronica vicky victor victoria vijay vikram vincent viola violet virginia vivian
vladimir walter wanda wendy wesley wilfred will william yasmin yolanda yosef yuki yuri yusuf zach zachary zara
zoe
"""
"""Given names that are common among those who write in English-language papers."""

HTML_NAMES = """
amp lt gt quot apos nbsp rsquo lsquo rdquo ldquo mdash ndash hellip pound euro cent yen copy reg trade deg
eacute egrave uuml ouml auml times bull middot shy thinsp ensp emsp zwnj sect para frac12 laquo raquo
"""
"""The names of signs in HTML that turn up in copied text."""

HYPHENATED_FIRSTS = """
self well high low long short hard half mid cross multi semi quasi vice anglo franco sino euro afro first second
third fourth two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety
best worst
"""
"""First halves of compounds, with which no longer word begins unless an ending follows."""

LABELS = """
BREAKING UPDATE UPDATED EXCLUSIVE WATCH LISTEN READ NEW NOTE FILE PHOTO PHOTOS VIDEO LIVE ANALYSIS OPINION
COMMENT EDITORIAL CORRECTION CLARIFICATION WARNING SPOILER PODCAST REVIEW INTERVIEW EXPLAINER FACTBOX TIMELINE
MORE RELATED IMPORTANT QUESTION ANSWER Q A CAPTION CREDIT SOURCE TIP COVID NATO
"""
"""Words in capitals that stand before a colon or a dash and name no place."""

LEADS_ON = """
a an the of to at by for from with and or but nor as than into onto between among during is are was were have
has had will would can could should may might must its his her their our your my whose mr mrs ms dr
"""
"""Words after which no sentence stops, and hardly a headline."""

PARTICLES = """
de da di do dos du del della der den van von zu la le el al bin ibn bint abu ter af av y e
"""
"""Small words inside names."""

PREFIXES = """
anti non co pro ex pre post re counter inter ultra super over under part full new
"""
"""First halves with which longer words begin too, so that the second half has to be a word of its own."""

ROLE_ADJECTIVES = """
transport crime court courts housing science energy climate sport sports football cricket rugby tennis fashion
food wine retail banking property personal finance financial employment labour labor immigration aviation
shipping maritime rail agriculture rural northern southern scotland wales midlands europe asia africa brussels
westminster beijing moscow berlin paris rome jerusalem delhi sydney news us uk world health environment
education business arts culture technology markets city foreign international policy parliamentary congressional
white pentagon intelligence political diplomatic economics economic legal defence defense security religious
religion royal senior deputy chief associate assistant staff special medical industry media consumer affairs
lead investigations investigative data national regional community social guest contributing freelance our
digital web tv radio washington london
"""
"""Words that stand before "editor" and "correspondent" and belong to no name."""

SECTIONS = """
news world politics business opinion sport sports culture science technology tech health markets economy
companies money life style lifestyle travel food books film films music arts climate environment education
weather analysis comment editorial letters obituary obituaries features exclusive live war interview review
reviews explainer energy europe asia africa americas us uk national local international law media investigation
investigations profile essay column briefing podcast video history society property transport shipping football
cricket finance defence defense
"""
"""Words of which the names of sections are made."""

TWO_WORD_PLACES = """
abu dhabi|addis ababa|alice springs|baton rouge|belo horizonte|buenos aires|cape town|costa rica|des moines|
dar es salaam|el paso|el salvador|fort worth|guatemala city|ho chi|hong kong|jersey city|kansas city|
kuala lumpur|la paz|las vegas|little rock|los angeles|mexico city|minsk region|new delhi|new york|new orleans|
nizhny novgorod|oklahoma city|palm beach|palo alto|panama city|phnom penh|port moresby|port stanley|
porto alegre|puerto rico|quezon city|rio de|saint petersburg|st petersburg|salt lake|san antonio|san diego|
san francisco|san jose|san juan|santa fe|santiago de|sao paulo|são paulo|saudi arabia|sierra leone|south africa|
south korea|sri lanka|tel aviv|the hague|tierra del|united nations|vatican city|west bank|hyderabad city|
port au|st louis|st paul|st john|gaza city|kuwait city|quebec city|ho chi minh city
"""
"""Places of two words, which might be taken for names."""

VERBS = """
is are was were be to will would can could may must says say said has have had gets get faces face hits hit sees
see wins win dies die falls fall rises rise cuts cut calls call wants want makes make takes take goes go puts
put
"""
"""Verbs that make a short line a sentence, and so a headline and no kicker."""
