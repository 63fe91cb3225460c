"""The verbs of saying, sorted by what may follow and go before them."""

from reader.text.wordlist import wordlist

PLAIN = wordlist(
    "said says say added adds told tells claimed claims claim argued argues argue insisted insists insist alleged "
    "alleges allege warned warns warn stated states predicted predicts predict believes believe estimate estimates "
    "estimated reckons reckon contends contended maintained maintains conceded concedes wrote writes testified "
    "complained write tell contend complains thinks reiterated recalled recalls quipped joked"
)
"""After these a statement may follow without "that"."""

STRICT = wordlist(
    "announced announces confirmed confirms confirm denied denies deny acknowledged acknowledges acknowledge admitted "
    "admits admit noted notes note stressed stresses emphasised emphasized emphasizes explained explains reported "
    "reports report revealed reveals suggested suggests suggest declared declares asserted asserts concluded "
    "concludes observed observes remarked cautioned cautions pointed assured assures informed promised promises vowed "
    "vows pledged pledges boasted boasts hinted hints indicated indicates disclosed forecast forecasts repeated "
    "repeats agreed agrees found finds lamented countered protested threatened tweeted posted replied responded "
    "answered"
)
"""After these a statement follows with "that", or begins with a pronoun or with a name and an auxiliary verb."""

ONLY_QUOTING = wordlist(
    "asked asks continued continues shouted shouts yelled screamed cried whispered muttered retorted thundered mused "
    "fumed urged urges commented comments read reads began exclaimed sighed laughed chuckled demanded growled snapped "
    "interjected joking recounted texted sang chanted begged pleaded offered opined declares volunteered sighs "
    "groaned groans laughs chuckles grumbled grumbles moaned gushed enthused enthuses bragged crowed deadpanned "
    "whispers smiles beamed jokes quips mutters muses exclaims screams bellowed hissed barked snorted shrugged "
    "grinned nodded winced"
)
"""These stand with words in quotation marks alone."""

LABELLING = wordlist(
    "called calls call described describes describe dismissed dismisses denounced denounces condemned condemns "
    "branded labelled labeled hailed hails praised praises criticised criticized blasted slammed mocked welcomed "
    "referred refers spoke speaks talked accused accuses defended defends blamed blames blame complained likened "
    "compared rejected decried derided lauded deplored deemed lambasted summed dubbed characterised characterized "
    "cited cites citing calling describing urging demanding dismissing accusing promising"
)
"""These quote a few words of what somebody said of a thing."""

PARTICIPLES = wordlist(
    "saying adding claiming alleging arguing insisting noting warning stressing telling stating explaining writing "
    "suggesting acknowledging predicting declaring"
)
"""These go on about what the subject of the sentence said."""

QUOTING_PARTICIPLES = wordlist(
    "shouting yelling screaming joking asking replying recalling complaining crying whispering tweeting posting "
    "remarking muttering concluding observing quipping responding answering reading"
)
"""The same, with words in quotation marks alone."""

MUTE = wordlist("began offered opened continued continues reads read found finds agreed agrees cites cited")
"""Who does these has not always spoken, so that no pronoun refers to it for their sake alone."""

ADJACENT = wordlist("read reads reading began offered continued continues went opened chanted sang")
"""Between these and the words in quotation marks nothing else may stand."""

TELLING = wordlist(
    "told tells telling warned warns warning assured assures informed informs reminded reminds cautioned promised "
    "promises"
)
"""These may name a listener before what is said."""

NEVER_BEFORE_SPEAKER = wordlist("told tells assured informed assures claim report note denied found call describe")
"""These never stand before their subject."""

NAMING = wordlist("called calls call dubbed branded labelled labeled")
"""Words in quotation marks right after these are a name or nickname."""

DENYING = wordlist("denied denies deny")
"""These may tell what somebody says not to have done ("denied supplying arms")."""

LOOSE = PLAIN | PARTICIPLES
CLAIMING = LOOSE | STRICT | {"according"}
FINITE = PLAIN | STRICT | ONLY_QUOTING
SPEAKING = FINITE | PARTICIPLES | QUOTING_PARTICIPLES | {"according"}
ALL = FINITE | LABELLING | PARTICIPLES | QUOTING_PARTICIPLES | {"according", "According"}
