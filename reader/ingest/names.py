"""Names as a byline prints them: what looks like a person, an outlet, a role; capitals put back to normal."""

import re
from functools import cache

_PARTICLES = frozenset("de da di do dos du del della der den van von zu la le el al bin ibn bint abu ter af av y e".split())
_TITLES = frozenset("dr prof professor sir dame lord lady mr mrs ms mx rev".split())
_ENDINGS = frozenset("jr sr ii iii iv phd md mp qc kc obe".split())
_KEEPS_CAPITALS = frozenset({"ii", "iii", "iv", "dc", "d.c", "uk", "us", "u.s", "u.k", "uae", "un", "eu"})
_TOKEN = re.compile(r"(?:[^\W\d_]\.){1,3}$|(?:[^\W\d_]['’])?[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?$")

_ROLE = re.compile(
    r"\b(?:editors?|correspondents?|reporters?|writers?|columnists?|bureau chief|chief|analysts?|producers?|critics?|staff|"
    r"journalists?|photographers?|contributors?|commentators?|fellow|presenters?|anchors?|researchers?|interns?|reporting|"
    r"leader writer|foreign desk|news desk|newsroom|agencies|team|blogger|economist|director|author|professor|lecturer)\b",
    re.IGNORECASE,
)
_AGENCIES = frozenset(
    "reuters|ap|the associated press|associated press|afp|agence france-presse|bloomberg|bloomberg news|pa|pa media|"
    "press association|upi|xinhua|tass|dpa|efe|ansa|anadolu|anadolu agency|kyodo|kyodo news|pti|ians|ani|yonhap|aap|cp|"
    "the canadian press|canadian press|rnz|bbc|bbc news|cnn|npr|pbs|cbs|cbs news|nbc|nbc news|abc|abc news|fox news|"
    "sky news|itv news|al jazeera|dw|rfi|france 24|euronews|rte|cbc|cbc news|ctv news|politico|axios|propublica|vox|"
    "the conversation|ft|wsj|nyt|the guardian|the economist|getty|getty images|afp via getty images|epa|shutterstock|"
    "alamy|rex|zuma|sipa|magnum|anadolu agency via getty images|pa images|pa wire".split("|")
)
_OUTLET_WORD = re.compile(
    r"\b(?:news|times|post|press|herald|tribune|courier|journal|gazette|guardian|telegraph|mail|mirror|express|star|"
    r"chronicle|observer|independent|reuters|bloomberg|bbc|cnn|npr|afp|itv|politico|economist|globe|magazine|review|"
    r"wire|agency|network|media|radio|television|tv|online|examiner|dispatch|inquirer|sentinel|ledger|echo|argus|"
    r"advertiser|monitor|weekly|bulletin|daily|today|newspapers?|broadcasting|publishing|republic|register|standard|sun|"
    r"argus|banner|messenger|mercury|beacon|digest|world service)\b|\.(?:com|org|net|co\.uk|news|io)\b",
    re.IGNORECASE,
)
_FUNCTION_WORDS = frozenset(
    "the a an and or of in on at to for from with by as is are was were be has have had will would not no how why what when "
    "where who which this that these those it its his her their our your my we you they he she i says said after before "
    "over under against amid about into than if but".split()
)
_COMMON_WORDS = frozenset(
    "new news world politics business opinion sport sports culture science technology tech health markets market economy "
    "money life style travel food books film music art arts climate environment education weather video analysis comment "
    "editorial letters obituary obituaries features feature exclusive breaking live latest update updated war crisis "
    "election elections government minister ministry president prime house white party court police city street central "
    "bank united states kingdom nations union european middle east west north south eastern western northern southern "
    "images image photo photos picture pictures read more share save print listen watch subscribe sign newsletter "
    "related topics topic recommended top stories story most popular trending follow monday tuesday wednesday thursday "
    "friday saturday sunday january february march july august september october november december "
    "big first last next year years day days week interest rates rate real estate stock stocks energy oil gas supreme "
    "federal national international global foreign affairs home office downing wall silicon valley artificial "
    "intelligence human rights civil key points events sea saudi arabia hong kong korea africa america asia zealand "
    "sri lanka lanka san francisco los angeles york capitol hill premier league world cup red black green blue "
    "super bowl grand prix social media special report long investigation in-depth explainer interview".split()
)
"""Words of section names and headings, which a line of names without "By" may not hold."""


_ROLE_ADJECTIVES = frozenset(
    "political diplomatic economics economic legal defence defense security religious religion royal senior deputy chief "
    "associate assistant staff special medical industry media consumer affairs lead investigations investigative data "
    "national regional community social guest contributing freelance our digital web tv radio washington london".split()
)


@cache
def _given() -> frozenset[str]:
    """Given names that are common among those who write in English-language papers."""
    return frozenset(
        "aaron abdul abigail adam adrian ahmed aidan aisha akira alan alana albert alejandro alessandra alessandro alex "
        "alexander alexandra alexis alfred ali alice alicia alison allison amanda amber amelia amina amir amit amy ana "
        "anastasia andre andrea andreas andrei andrew andy angela angelo angus anita anjali ann anna anne annie anthony "
        "anton antonia antonio anya arash archie ariel arjun arthur asad asha ashley astrid audrey aurora ava barbara "
        "barney barry bashir beatrice becky belinda ben benedict benjamin bernard beth bethany bill billy bob bonnie brad "
        "brendan brenda brett brian bridget bruce bruno bryan caitlin callum cameron camilla carl carla carlos carmen "
        "carol carolina caroline carolyn cat catherine cecilia charles charlie charlotte chelsea cheryl chloe chris "
        "christian christina christine christoph christopher claire clara clare claudia clive colin connor conor "
        "constance craig cristina cynthia daisy damian damien dan dana daniel daniela danielle danny daphne darren dave "
        "david dawn dean deborah declan denise dennis derek diana diane diego dimitri dmitri dominic don donald donna "
        "dorothy doug douglas duncan dylan eddie edith eduardo edward edwin eileen elaine eleanor elena elif elisa "
        "elisabeth eliza elizabeth ella ellen elliot emily emma enrique eric erica erik erin ernest esther ethan eva eve "
        "evan evelyn faisal farah fatima felicia felicity felix fernando fiona flora florence frances francesca francesco "
        "francis francisco frank fred freddie frederick gabriel gabriela gareth gary gavin gemma geoff geoffrey george "
        "georgia georgina gerald gerard gillian gina giorgio giovanni glen glenn gloria gordon grace graham grant greg "
        "gregory guy gwen habib hamish hamza hana hannah harold harriet harry hassan hazel heather hector helen helena "
        "henrik henry hilary hiroshi holly hope howard hugh hugo humphrey hussein ian ibrahim ilya imogen imran ines "
        "ingrid irene irina isaac isabel isabella isobel ivan jack jackie jacob jacqueline jaime jake james jamie jan jane "
        "janet janice jasmine jason javier jay jean jeff jeffrey jennifer jenny jeremy jerome jess jesse jessica jill jim "
        "jimmy jo joan joanna joanne joe joel johan johanna john johnny jon jonas jonathan jordan jorge jose joseph "
        "josephine josh joshua joy joyce juan judith judy julia julian juliana julie juliet justin kamal karen karin karl "
        "kasia kate katharine katherine kathleen kathryn kathy katie katrina katy kay keith kelly ken kenneth kerry kevin "
        "khalid kim kimberly kirsten kirsty klaus kristen kristin kumar kyle lara larry laura lauren laurence lawrence lea "
        "leah lee leila lena leo leon leonard leonie leslie lewis liam lily linda lindsay lisa liz liza lloyd lois lorenzo "
        "lorna louis louisa louise luca lucas lucia lucinda lucy luis luke lydia lynn maddie madeleine maggie malcolm "
        "manuel marc marcel marcia marco marcus margaret maria mariam marian marianne marie marina mario marion mark marta "
        "martha martin martina mary mateo mathew matt matteo matthew maureen maurice max maxim maya meera megan mehdi mei "
        "mel melanie melissa mia michael michaela michel michelle miguel mike mila miles milo min ming miranda miriam "
        "mohamed mohammed moira molly monica morgan muhammad mustafa myles nadia nadine naomi natalia natalie natasha "
        "nathan neil nell nicholas nick nicola nicolas nicole nigel nikhil nikita nina noah noor nora norma norman olaf "
        "oleg olga oliver olivia omar oscar osman owen pablo pam pamela paolo pat patricia patrick paul paula pauline "
        "pedro peggy penny peter petra phil philip philippa phillip phoebe pierre piotr polly poppy priya rachel rafael "
        "raj rajesh ralph ramon raphael rashid raul ravi ray raymond rebecca reza rhys ricardo richard rick rita rob "
        "robert roberta roberto robin rod rodrigo roger roland rory rosa rosalind rose rosie ross rowena roy rui rupert "
        "russell ruth ryan sabrina sally salma sam samantha samir samuel sandra sanjay santiago sara sarah sasha saul "
        "scott sean sebastian sergei sergio shane shannon sharon shaun sheila shirley sian sidney simon simone sofia "
        "sonia sophia sophie stacey stanley stefan stella stephanie stephen steve steven stuart sue sunil susan susanna "
        "susannah susie suzanne svetlana sylvia tamara tania tanya tara tariq ted teresa terry tessa theo theodore theresa "
        "thomas tiffany tim timothy tina toby todd tom tomas tony tracy trevor tristan tyler ursula valentina valerie "
        "vanessa vera vernon veronica vicky victor victoria vijay vikram vincent viola violet virginia vivian vladimir "
        "walter wanda wendy wesley wilfred will william yasmin yolanda yosef yuki yuri yusuf zach zachary zara zoe".split()
    )


def is_name(text: str) -> bool:
    """Whether the words have the shape of a person's name: two to six capitalised words, with particles between."""
    tokens = [token for token in text.replace(".", ". ").split() if token.casefold().strip(".") not in _TITLES]
    whole = [token for token in tokens if token not in _PARTICLES]
    if not 2 <= len(tokens) <= 6 or len(whole) < 2 or tokens[-1] not in whole:
        return False
    return all(_is_name_word(token) for token in whole) and not has_outlet_word(text) and not _ROLE.search(text)


def is_plainly_name(text: str) -> bool:
    """Whether the words are a name even where nothing around them says so."""
    return is_name(text) and not any(word.casefold() in _COMMON_WORDS for word in text.split())


def _is_name_word(token: str) -> bool:
    if token.casefold().strip(".") in _ENDINGS:
        return True
    return bool(_TOKEN.match(token)) and token[0].isupper() and token.casefold() not in _FUNCTION_WORDS


def begins_with_given_name(text: str) -> bool:
    """Whether the first word is a common given name, or an initial."""
    first = text.split(None, 1)[0] if text.split() else ""
    return first.casefold().split("-", 1)[0] in _given() or bool(re.match(r"[A-Z]\.", first))


def splits_before_role(words: str) -> bool:
    """Whether the words are a name in which no word already belongs to a role or an outlet behind it."""
    lowered = {word.casefold().strip(".") for word in words.split()}
    return is_name(words) and not lowered & (_COMMON_WORDS | _ROLE_ADJECTIVES | _AGENCIES)


def is_role(text: str) -> bool:
    """Whether the words name what somebody does at a paper ("Northern correspondent")."""
    return bool(_ROLE.search(text)) and len(text.split()) <= 10 and not text.endswith((".", "?", "!"))


def is_outlet(text: str) -> bool:
    """Whether the words name a paper, a station or an agency."""
    bare = text.strip().strip(".")
    if bare.casefold() in _AGENCIES:
        return True
    words = bare.split()
    if len(words) == 1 and re.search(r"\w\.(?:com|org|net|co\.uk|news|io)$", bare, re.IGNORECASE):
        return True
    return "," not in bare and 1 < len(words) <= 6 and has_outlet_word(bare) and all(w[0].isupper() or w in {"of", "the", "and", "&"} for w in words)


def is_agency(text: str) -> bool:
    """Whether the words are a news or picture agency known by name."""
    return text.strip().strip(".").casefold() in _AGENCIES


def has_outlet_word(text: str) -> bool:
    """Whether a word is in it that newspapers and stations are called by."""
    return bool(_OUTLET_WORD.search(text))


def in_normal_case(name: str) -> str:
    """A name that was printed in capitals as it is written elsewhere; other names stay as they are."""
    if name != name.upper() or not any(map(str.isalpha, name)):
        return name
    words = name.split()
    return " ".join(_cased(word, first=not n) for n, word in enumerate(words))


def _cased(word: str, *, first: bool) -> str:
    small = word.lower()
    if small.strip(".,") in _KEEPS_CAPITALS or re.match(r"(?:\w\.)+,?$", word):
        return word
    if small in _PARTICLES and not first and len(small) > 1:
        return small
    parts = re.split(r"([-/])", small)
    return "".join(part if n and part in {"au", "de", "la", "le", "sur", "al", "el"} else _part(part) for n, part in enumerate(parts))


def _part(part: str) -> str:
    """One part of a name: "McDonald", "O'Brien", "D’Arcy", "Xi'an"."""
    if part[:2] == "mc" and len(part) > 3:
        return "Mc" + part[2:].capitalize()
    head, mark, tail = part[:1], part[1:2], part[2:]
    if mark in {"'", "’"} and len(tail) > 1:
        return head.upper() + mark + tail.capitalize()
    return part.capitalize()
