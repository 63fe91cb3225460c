"""Which language a text is written in, told by its small words, or by its script where one suffices."""

import re
from collections import Counter
from functools import cache

SAMPLE = 20_000
"""How many code points are looked at; an article shows its language long before."""

FEWEST_WORDS = 6
FEWEST_SIGNS = 12
LEAST_SHARE = 0.12
"""The share of its words that must be small words of the language: English news has about 0.4, lists of names none."""

LEAD = 0.08
"""By how much another language must lead English: taking English for another costs the reader more than the reverse."""

FEWEST_HITS = 3
"""How many small words another language needs in the shortest of texts."""

_ADDRESS = re.compile(r"//|@|#|www\.")

_SMALL_WORDS = {
    "cs": "aby ale byl byla bylo být co do jak jako je jeho její jen již která které který má mezi na nebo není od "
    "po podle pro protože před při se si tak také to ve však za ze že",
    "da": "af alle at blev den der det de dem deres efter eller en er et for fra han har havde hun hvad hvor ikke "
    "jeg kan kunne med mellem men mod nogle nu og også om over på sig skal som så til ud under var ved vi vil "
    "være",
    "de": "aber als am an auch auf aus bei bis da das dass dem den der des die doch durch ein eine einem einen "
    "einer er es für haben hat ich im in ist mit nach nicht noch nur oder sei sich sie sind so über um und "
    "unter vom von vor war was wenn werden wie wir wird zu zum zur",
    "en": "about after also an and are as at be been before but by can for from had has have he her his how if in "
    "into is it its more not of on one or our out said says she should than that the their there they this to "
    "was we were what when which who will with would you",
    "es": "al aunque como con contra cuando de del desde donde el ella en entre era es esta este están fue ha han "
    "hasta hay la las le lo los más mientras muy no para pero por porque que se según ser si sin sobre son su "
    "sus también tras un una ya",
    "fi": "ei eli en ennen että hän he ja jo joka jossa jos jotka kanssa koska kuin kun kuten mukaan mutta myös ne "
    "niin noin nyt olen oli olivat ollut on ovat sekä se sen sitä tai tämä tämän vain vielä voi",
    "fr": "alors après au aussi aux avec avait ce ces cette comme dans de depuis des deux dont du elle en entre est "
    "et été être il ils la le les leur lui mais même ne nous on ont ou par pas plus pour qu que qui sa sans "
    "se selon ses son sont sous sur un une",
    "hu": "az és hogy nem is egy ez azt de csak már meg mint ki vagy volt van még el kell lesz szerint után között "
    "pedig ha sem ezt amely akkor minden be lehet nagy több",
    "id": "ada adalah akan atas atau bagi bahwa banyak belum bisa dalam dan dapat dari dengan di hingga ini itu "
    "juga karena ke kepada lebih mereka oleh pada para saat sebagai secara sudah telah tersebut tidak untuk "
    "yang",
    "it": "ai al alla anche che chi ci come con contro da dal dalla degli dei del della delle di dopo dove ed fra "
    "gli ha hanno il in la le lo loro ma nel nella non per perché più quando questa questo se si sono stato "
    "su sua suo tra un una",
    "nl": "aan al als bij dan dat de den deze die dit door een en er haar had heeft hem het hij hun ik in is kan "
    "maar meer met na naar niet nog of om onder ons ook op over te tegen tot uit van veel voor was wat werd "
    "wordt ze zich zijn zou",
    "no": "alle at av ble blir bli da de den der deres det dette eller en er et etter for fra ha hadde han har hun "
    "hva ikke jeg kan kunne med mellom men mot noe nå og også om opp over på seg ser sier sin skal som så til "
    "under ut var ved vi vil være",
    "pl": "ale aby bardzo był była było być co czy dla do gdy go ich jak jako jest jego jej już które która który "
    "lub ma między na nad nie od oraz po pod przed przez przy się są tak także to tego tym tylko we za ze że",
    "pt": "ao aos as até com como da das de depois do dos ela ele em entre era está foi há isso já mais mas na não "
    "nas no nos os ou para pela pelo por porque quando que são se segundo sem ser seu sua também tem um uma",
    "ro": "ai al ale am are au că care ce cei cele cu cum dar de din după este fi fost în între la le lui mai nu pe "
    "pentru prin sau se si și sunt și-a un una unei unui va",
    "sv": "alla att av blev den det de dem deras efter eller en ett från för ha hade han har hon inte jag kan men "
    "med mellan mot nu när och också om på sedan sig sin ska skulle som så till under upp ut var vara vi vid "
    "vill är över",
    "sw": "alisema ambao baada bado cha hata hivyo huo huyo ili kama karibu katika kila kuhusu kutoka kuwa kwa "
    "kwamba la lakini mwaka na nchi ni pia sana siku wa wake wao watu wengi ya yake za zaidi",
    "tr": "ama ancak bir bu böyle çok da daha de değil diye en gibi göre hem her için ile ise kadar ki mi ne olan "
    "olarak oldu olduğu sonra şey tüm üzere var ve ya yeni",
    "vi": "anh bị các cho có cũng của cùng đã đang đến để được hai hơn không là lại làm một này người năm những ông "
    "qua ra rằng sau sẽ tại theo thì trên trong từ và về với việc",
}

_SCRIPTS = {
    "ar": (0x0600, 0x06FF),
    "el": (0x0370, 0x03FF),
    "he": (0x0590, 0x05FF),
    "hi": (0x0900, 0x097F),
    "hy": (0x0530, 0x058F),
    "ja": (0x3040, 0x30FF),
    "ka": (0x10A0, 0x10FF),
    "ko": (0xAC00, 0xD7AF),
    "ru": (0x0400, 0x04FF),
    "ta": (0x0B80, 0x0BFF),
    "th": (0x0E00, 0x0E7F),
    "zh": (0x4E00, 0x9FFF),
}
"""Scripts that tell a language, or the one most written in it, as ranges of code points."""

_TELLING = {"ru": {"uk": "іїєґ", "sr": "ђћџљњј", "be": "ў"}, "ar": {"fa": "پچژگی", "ur": "ٹڈڑے"}}
"""Letters that only one of the languages of a script has."""


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language of `text`, or "und" when it is too short or too strange to tell."""
    sample = text[:SAMPLE].lower()
    letters = Counter(sign for sign in sample if sign.isalpha())
    script = _by_script(letters)
    if script:
        return script
    prose = " ".join(word for word in sample.split() if not _ADDRESS.search(word))
    spelt = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", prose)
    return _by_small_words(spelt) if len(spelt) >= FEWEST_WORDS else "und"


def _by_script(letters: Counter[str]) -> str:
    """The language that the script of most letters tells, or nothing where most are Latin or there are few."""
    total = letters.total()
    counts: Counter[str] = Counter()
    for letter, count in letters.items():
        for code, (first, last) in _SCRIPTS.items():
            if first <= ord(letter) <= last:
                counts[code] += count
    foreign = counts.total()
    if foreign < FEWEST_SIGNS or foreign * 2 < total:
        return ""
    code = "ja" if counts["ja"] * 20 > foreign else counts.most_common(1)[0][0]
    return next((one for one, own in _TELLING.get(code, {}).items() if _has(letters, own)), code)


def _has(letters: Counter[str], own: str) -> bool:
    """Whether letters that only one language has occur more than by chance."""
    return sum(letters[letter] for letter in own) * 100 > letters.total()


def _by_small_words(spelt: list[str]) -> str:
    """The language whose small words stand most often in a text of Latin letters."""
    counts = Counter(spelt)
    shares = {code: sum(counts[word] for word in small) / len(spelt) for code, small in _profiles().items()}
    best = max(shares, key=lambda code: shares[code])
    least = LEAST_SHARE if best == "en" else max(LEAST_SHARE, shares["en"] + LEAD, FEWEST_HITS / len(spelt))
    return best if shares[best] >= least else "und"


@cache
def _profiles() -> dict[str, frozenset[str]]:
    """The small words of every language but those of one letter, which initials and endings look like."""
    return {code: frozenset(word for word in words.split() if len(word) > 1) for code, words in _SMALL_WORDS.items()}
