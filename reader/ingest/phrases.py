"""How the furniture of a page is worded, in tables: one pattern to a line, in any case.

`<it>`, `<media>` and the like stand for the patterns of PARTS; lines that begin with a number sign are comments.
Nothing here may fit a sentence that somebody could write in a story: a pattern names the things of a page (the
newsletter, the app, this article) or stands for very few words.
"""

import re

_PART = re.compile(r"<(\w+)>")

PARTS = {
    "it": r"(?:this )?(?:article|story|post|page|report|piece|video|interview|column|essay|newsletter)",
    "media": r"(?:video|audio|image|photos?|picture|gallery|slideshow|graphic|map|chart|podcast|full ?screen)",
    "letter": (
        r"(?:newsletters?|briefings?|e-?mails?|alerts?|updates?|bulletins?|digests?|inbox|notifications?|roundup|"
        r"subscription|subscribers?|app)"
    ),
    "site": (
        r"(?:facebook|twitter|x|instagram|telegram|whatsapp|youtube|linkedin|tiktok|threads|bluesky|google news|"
        r"apple news|social media|mastodon|flipboard|reddit|spotify|apple podcasts)"
    ),
    "button": (
        r"(?:facebook|twitter|x|x \(formerly twitter\)|whatsapp|linkedin|reddit|e-?mail|telegram|pinterest|messenger|"
        r"flipboard|instagram|youtube|tiktok|threads|bluesky|mastodon|sms|rss|copy link|copy|link|pocket|mail|print|"
        r"viber|vk|tumblr|wechat|weibo|skype|snapchat|google news|apple news|msn|share|save|tweet|fb|more|"
        r"close|listen|gift|bookmark|comments)"
    ),
    "time": r"\d{1,3}(?::\d\d)?[ -]?(?:minutes?|mins?|min\.?|m|hours?|seconds?|secs?)",
}

INTERFACE = r"""
# signs and share bars
[×✕✖✗xX↑↓→←▲▼►▶◀<>«»+⋮…•·|/\\⤴⬆🔗📷▸▾▴☰✉️⚙🔍🔔★☆♥❤]{1,4}
<button>(?:[ ,|/·•]+(?:and |or |on |via )?<button>)*
(?:click (?:here )?to )?(?:share|tweet|post|pin|send|forward|e-?mail|recommend)(?: <it>)?
(?:share|tweet|post|pin|send|forward|e-?mail|recommend)(?: <it>)? (?:on|via|to|by|with|using) .{1,30}
(?:share|gift|give|send|unlock)(?: a| an| the)?(?: free| full| this)* (?:article|story|page|post|link)s?
(?:share|copy|print|e-?mail|tweet|save) this(?: (?:with|on|to|via|by|link|url|page).{0,30})?
(?:show |see )?(?:more|fewer) sharing options|all sharing options|about sharing|sharing is caring!?
(?:share )?close (?:extra )?(?:sharing options|share panel)|(?:x )?share (?:via|permalink)
saved?|save <it>|save (?:to|for) .{1,30}|bookmarked|add to .{1,30}|remove .{0,10}bookmarks?
copy (?:the )?(?:link|url|text)(?: to clipboard)?|copy (?:this )?article link|copy link ?url ?copied!?
(?:link |url )?copied(?: to clipboard)?[!.]?|these are external links.{0,60}
# comments and reactions
(?:view |show |see |read |jump to |go to |open |hide |all |load |new, )*(?:the )?[\d.,]+k? ?comments?
(?:view |show |see |read |jump to |go to |open |hide |all |load )*(?:the )?comments(?: ?[(:]?\d+[)]?)?
(?:[\d,.]+k? )?(?:shares?|likes?|views?|reactions?|retweets?|replies|reply|posts?)|\+ ?follow|follow(?:ing)?
(?:leave|add|post|write) (?:a |your )?comments?|join the (?:conversation|discussion|debate)
start the conversation|comments? (?:are|is) (?:closed|off|disabled).{0,40}|have your say
be the first to comment.{0,10}
# listening and watching
listen(?: now)?(?: to (?:the |this )?(?:article|story|episode|podcast|post|full .{1,20}))?[ :(·•-]*(?:<time>)?\)?
listen(?: now)?(?: to (?:the |this )?(?:article|story|episode|podcast|post))?[ :(·•-]*\d{1,2}:\d\d\)?
(?:play|pause|mute|unmute|replay|stop|rewind|watch|view|open|enlarge|expand|close|hide|show|toggle|loading|see)<more>
(?:play|pause|mute|unmute|replay|skip|watch|listen|read|watch now|listen now|read now|captions?)
(?:hide|show|toggle|media) captions?|audio (?:icon|player)|image \d+ of \d+|(?:just|must) watch(?:ed)?
(?:current time|duration|remaining time|playback rate|stream type|loaded)[ :\d.%-]*(?:live)?
\d{1,3} ?(?:/|of) ?\d{1,3}(?: (?:images?|photos?|slides?|pictures?))?|\(?\d+ (?:videos?|photos?|images?)\)?
this (?:video|content|audio) (?:can ?not|is not available|is no longer available|could not).{0,80}
this is a modal window.{0,100}|video player is loading.{0,20}|media (?:player|playback|caption).{0,60}
# buttons
(?:enlarge|expand|collapse|close|dismiss|cancel|ok|okay|got it|submit|send|go|next|previous|prev|back|top)[ ›»→>]*
(?:more|less|show (?:more|less)|see more|view more|load more|read more|continue|learn more|find out more)[ ›»→>.…]*
read (?:the )?full (?:story|article)|(?:see|view|show) all(?: \(\d+\))?|view full image|full ?screen|more videos.{0,4}
(?:hide|show|edit|done|apply|reset|clear|delete|report|report (?:an )?(?:error|a typo)|give feedback|feedback)
(?:main |open |close |toggle |site |sections? |hamburger )*(?:menu|navigation|search|sidebar)(?: (?:button|bar|icon))?
(?:sign|log) ?-?(?:in|out|on)(?:(?:/| or | ?\| ?)(?:sign|log) ?-?(?:in|up|out|on))?|register(?: now| for free)?
(?:sign|log) ?in to .{1,40}|(?:my|your) (?:account|profile|settings|feed|list|library|ft|news)|account|profile
create (?:a |an |your )?(?:free )?account|already (?:a |have ).{1,60}(?:log|sign) ?in\.?|manage (?:my |your )?account
subscribe (?:or )?(?:sign|log) in
skip (?:to |past |the )*(?:main |site |page )?(?:content|navigation|search|footer|article|advertisement|links?|ad)<on>
jump to (?:main )?(?:content|navigation)|skip newsletter promotion|accessibility (?:help|links)|home
(?:go |back |return )+(?:to )?(?:the )?(?:top|homepage|home|start|main page|front page|gallery)(?: of page)?
(?:font|text) ?-?size.{0,30}|a a a|a ?[-+] ?a ?[-+]?|smaller|larger|(?:dark|light|night) mode|translate
(?:increase|decrease|change|resize) text(?: size)?|resize|download|transcript|article bookmarked
heard on .{1,50}|image|caption|autoplay|buy photo|view photos
acquire licensing rights.{0,30}|this article is more than .{1,20} old|\(<time>\)
(?:view|get|see|e-?mail|contact|follow|message) (?:the |this )?(?:author|reporter|writer)s?\b.{0,40}|e-?mail me
follow (?:me |him |her )?on <site>|\w{3,12} ?\(required\)
# cookies and the small print of a site
(?:accept|reject|allow|manage|decline)(?: all| my| our| your| the)*(?: non-essential)? (?:cookies?|preferences|consent)
(?:accept|reject|allow|decline) all(?: cookies)?|cookies?(?: (?:policy|settings|preferences|notice|consent))?
(?:we|this (?:site|website|page)) uses? cookies.{0,250}|your privacy choices|do not sell.{0,60}|parental guidance
(?:terms|advertise(?: with us)?|about us|contact us.{0,30}|manage preferences|site ?map|corrections policy)
(?:terms of (?:use|service)|terms (?:and|&) conditions|privacy (?:policy|notice|statement|settings))
modern slavery(?: act)?(?: statement)?|connect with us|why you can trust .{1,40}
(?:<policy>)(?: ?[|·•/,-] ?(?:<policy>))+
(?:opens|open) (?:in )?(?:a )?new (?:tab|window)(?: or window)?\.?|\(?opens in new window\)?|our standards: .{1,100}
loading\.{0,3}…?|please wait.{0,20}|javascript .{0,100}|(?:please )?enable javascript.{0,100}
(?:your )?browser does not support.{0,80}|an error (?:has )?occurred.{0,80}|something went wrong.{0,80}
# e-mails
view (?:this (?:e-?mail )?)?in (?:your )?(?:web )?browser|view (?:this )?online|unsubscribe.{0,80}
(?:you(?:'|’)re|you are) receiving this .{1,200}|you received this .{1,200}|update your (?:e-?mail )?preferences.{0,60}
(?:was|has|were) this .{1,40}forwarded to you\??.{0,60}
# reading times, rights, subscribers
(?:reading time|read time|estimated read(?:ing)? time|time to read)[: ]*(?:about )?<time>|<time>
<time> (?:read|listen|watch|to read)|\d{1,2}:\d\d(?: ?/ ?\d{1,2}:\d\d)?
(?:reprints?|rights (?:&|and) permissions|syndication(?: and licensing)?|republish|reuse|order reprints|get rights)
request permissions?|(?:reuse|republish|license|reprint) this (?:content|article|story)(?: \(.{1,30}\))?|print article
(?:gift|give) (?:this |an? |the )?article|(?:gift )?unlocked article|subscriber[- ]only|(?:for )?subscribers? only
(?:premium|exclusive|free) (?:content|article)|add .{1,40} on google|follow topics?.{0,60}
add (?:us )?as (?:a |your )?preferred .{1,40}|preferred source.{0,40}
"""

ADVERTISEMENT = r"""
(?:[-–—*•]+ ?)?<ad>(?: ?[-–—:|(•]+ ?.{0,60})?(?: ?[-–—*•]+)?
ad feedback|why this ad\??|report (?:this )?ad|remove ads?|close ad|skip ad|ad loading|ad \d of \d
supported by|presented by|brought to you by(?: .{1,40})?|paid partnership.{0,40}
(?:article|story|text|content|page)s? continues? (?:below|after|under)(?: (?:this |the )?<medium>s?)?
continue reading|continue reading (?:below|after|the main story).{0,40}|read on (?:below|after).{0,40}
scroll (?:down )?to continue.{0,40}|keep scrolling.{0,40}|this advertisement has not loaded.{0,60}
"""

PROMOTION = r"""
# newsletters, channels, apps
stay (?:across|up to date|updated|informed|connected|in the loop|on top of|tuned|ahead)\b.{0,200}
keep up (?:with|to date)\b.{0,200}(?:<letter>|channel|podcast)\b.{0,60}
(?:sign|signed) up(?:[.!]| here| now| today| below| for free| for | to | and ).{0,250}|sign-?up
.{0,140}[.?!:] (?:sign up|subscribe)(?: here| now| today| for .{1,80}| to .{1,80})?[.!]?
subscribe(?: now| today| here| for .{1,80}| to .{1,140}| from .{1,80}| with .{1,40}| and .{1,140})?[.!]?
subscription(?:s| options)?|become an? (?:member|subscriber|supporter|patron).{0,140}|unlimited access.{0,100}
<ours>(?:get|receive|want|try|enjoy|discover|explore)\b.{0,160}<letter>\b.{0,140}
(?:our|the|a) (?:free |daily |weekly |morning |evening |new |best ){0,3}.{0,40}<letter>\b.{0,20}<deliver>.{0,140}
newsletters?|get involved|(?:newsletter|e-?mail) (?:sign-?up|subscription|promotion)
(?:join|follow|find|like|add|watch|see) (?:us|our|me)\b.{0,60}\bon <site>\b.{0,140}|follow us\b.{0,140}
(?:join|follow) (?:him|her|them|@\w+|(?:the )?\w+(?:(?:'|’)s)?(?: \w+){0,6}) on <site>\b.{0,60}
chat with us\b.{0,120}|follow @\w.{0,40}|(?:find|like|follow|check) us on .{1,30}
join (?:our|the|us|now|today|over|more|thousands|millions)\b.{0,100}<club>\b.{0,100}
download (?:our|the|now|free)?\b.{0,60}\bapps?\b.{0,100}|get (?:our|the) (?:\w+ ){0,4}app\b.{0,60}
(?:available|download) on (?:the )?(?:app store|google play).{0,60}|app store|google play
# money
(?:help |please )?(?:support|fund|donate|contribute)(?: (?:to|us|now|our|independent|quality|free|local|this))+<cause>
donate(?: now| today)?|(?:make|give) a (?:donation|gift|contribution).{0,60}
(?:this|the) (?:article|story|content|report|post) is (?:only )?(?:free for|exclusive to|reserved for) .{1,80}
(?:this|the) (?:article|story|content|report|post) is (?:only )?(?:for|available to) .{0,40}(?:subscrib|member).{1,40}
(?:you have|you(?:'|’)ve) .{1,40}(?:free )articles?\b.{0,60}|(?:try|start) .{0,20}free (?:trial|week|month).{0,60}
to (?:continue|keep|read|access)(?: reading| the| this| full| whole| rest of| complete){1,4} (?:article|story|post)
to (?:continue|keep|read|access)\b[^,.]{0,60},? (?:please |you (?:need|have) to )?<enter>\b.{0,80}
<enter>(?: now| for free| free| today)* to (?:read|continue|access|get|receive|comment|view|unlock|keep|see)\b.{0,120}
<enter>(?: now| free| today)* for (?:free|our|unlimited|access|full|more)\b.{0,120}
thank you for (?:subscribing|signing up|registering|your support).{0,60}
# forms
by (?:signing up|subscribing|registering|clicking|submitting|providing|entering|continuing)\b.{0,120}\byou\b.{0,150}
(?:enter |your )+e-?mail(?: address)?.{0,60}|e-?mail address|please enter a valid .{0,60}|check your inbox.{0,60}
(?:we|we(?:'|’)ll|you(?:'|’)ll) (?:will )?(?:send|receive|get|deliver)\b.{1,120}(?:inbox|e-?mail|newsletter).{0,60}
you can (?:unsubscribe|opt out).{0,80}|privacy notice: .{1,250}|for more information see our privacy policy.{0,200}
# errands
(?:click|tap|swipe) (?:here|on|below|the)\b.{0,140}
(?:watch|listen|hear|read) (?:live|now|here|the full|more) ?(?:on|in|at|with)\b.{0,100}
(?:watch|listen|video|podcast|photos|gallery|poll|quiz) ?[:|] .{1,160}
(?:have|do you have|got) (?:a |you |any )?(?:story|tip|news tip|confidential tip|question|been affected).{0,200}
(?:send|e-?mail|text|message) us .{1,140}|(?:let us know|tell us) (?:what you think|in the comments|your).{0,100}
"""

RELATED = r"""
(?:related(?: \w+)?|recommended(?: \w+)?|more(?: (?:on|from|here|news|stories|reading|coverage))?|see) ?: .{1,200}
(?:read|see|watch|also|listen|view|find out|learn)(?: (?:more|also|next|this next|read|see))* ?[:>»|] ?.{1,200}
also read\b.{0,160}|read more (?:about|on|from|here|at|in)\b.{0,120}|see also|read also|read (?:this )?next
more(?: on(?: .{1,40})?)?:|more (?:on|about) (?:this(?: \w+)?|the \w+)(?: ?[:>»] ?.{0,160})?
more (?:here|like this|news|stories|articles|coverage|from (?:the |this |our )?.{1,40}|in .{1,30})
<best>(?: \w+){0,4} (?:stories|articles|headlines|videos|posts|reads|coverage|picks)
(?:latest|top|trending|other|related|recommended|recent)(?: \w+){0,2} news|overview: .{1,30}
recommended(?: for you| by .{1,30})?|related
related (?:\w+ )?(?:links?|content|topics?|news|reading|tags?|items?|to this (?:story|article))(?::? .{0,100})?
you (?:may|might|could) (?:also )?(?:like|be interested in|enjoy|have missed).{0,20}
(?:our |the )?(?:editor(?:'|’)?s(?:'|’)?|staff|our|today(?:'|’)s) (?:picks?|choice|highlights)
(?:the )?most (?:read|popular|viewed|shared|watched|commented|discussed|recent)<where>*(?: (?:in|on|by) .{1,20})?
(?:trending|popular|latest)(?: (?:now|today|topics|updates|podcasts?|on .{1,20}|in .{1,20}|from .{1,20}))*
don(?:'|’)?t miss(?: this| it| out)?|what to (?:read|watch|know) next|up next|next (?:up|article|story|post)
(?:previous|next) (?:article|story|post)(?: .{1,80})?|in case you missed it|icymi|keep reading|further reading
(?:around|from (?:around )?|elsewhere on) the (?:web|bbc|internet|site|network)|from our (?:partners|sponsors|archives?)
explore (?:more|further)(?: .{1,40})?|discover more(?: .{1,40})?|sponsored links|taboola|outbrain|upcoming events
tags?|topics?|categories|filed under(?::? .{1,200})?|tags? ?: .{1,200}|topics? ?: .{1,200}|tags? [A-Z].{1,200}
categor(?:y|ies) ?: .{1,100}|explore more on these topics|topics in this article|on this (?:story|page)
in this (?:article|story)|share this story about sharing|about the authors?
"""

OPENERS = r"""
recommended|related|trending|popular|latest|most|tags?|topics?|categories|explore|discover|similar|elsewhere|promoted
more ?(?:$|:|on|from|great|news|stories|like|videos|in)|you (?:may|might|could)|(?:our |the )?(?:editor|top|today|staff)
(?:the )?most |don(?:'|’)?t miss|what to |up next|read next|in case you|icymi|around|from (?:the|our|around)
keep reading|further reading|best |filed under|see also|also read|read also|sponsored|taboola|outbrain|upcoming
next |previous |other |recent |great |hot
"""

PARTS |= {
    "more": rf"(?: (?:the|this|all|in|more|full|larger|previous|next))* {PARTS['media']}(?: \w+){{0,3}}",
    "on": r"(?: on .{1,20})?",
    "policy": (
        r"(?:privacy|cookies?|terms|unsubscribe|manage|accessibility|help|about|contact|careers|stats|advertise|"
        r"site ?map)"
        r"[\w &]{0,30}"
    ),
    "ad": (
        r"(?:advertisements?|advertorial|adverts?|ads?|adv|sponsored|promoted|partner content|"
        r"(?:sponsored|promoted) (?:content|links?|stories|by .{1,40})|"
        r"paid (?:content|post|partner content|for by .{1,40}))"
    ),
    "medium": r"(?:advertisement|ad|advert|promotion|video|newsletter|image|gallery|podcast)",
    "ours": (
        r"(?=.*\b(?:our|your|free|daily|weekly|breaking|newsletter|briefing|inbox|app|latest|sign up|delivered|"
        r"subscri\w+)\b)"
    ),
    "deliver": r"(?:your inbox|sign up)",
    "club": (
        r"(?:channel|newsletter|community|group|club|conversation|subscribers|members|whatsapp|telegram|discord|readers)"
    ),
    "cause": r"\b.{0,100}(?:journalism|newsroom|reporting|our work|newspaper)\b.{0,60}",
    "enter": r"(?:subscribe|register|sign (?:in|up)|log in)",
    "best": (
        r"(?:latest|more|top|popular|trending|recent|best|other|related|recommended|hot|today(?:'|’)s|great|our|similar|"
        r"promoted)"
    ),
    "where": r"(?: (?:in|on|from|stories|articles|now|today|videos?|this .{1,10}|news))",
    "piece": (
        r"(?:article|story|report|post|column|piece|page|headline|interview|video|obituary|review|live ?blog|item|text|"
        r"caption|copy|version)"
    ),
    "own": r"(?:(?:this|our) <piece>|the (?:article|story|headline|caption|post|column|live ?blog))",
    "changed": r"(?:amended|updated|corrected|edited|changed|clarified|revised|modified|removed|appended)",
    "notes": (
        r"(?:(?:corrections?|clarifications?|amendments?)(?: (?:and|&) clarifications?)?|"
        r"editors?(?:'|’)?s?(?:'|’)? notes?)"
    ),
    "misled": r"(?:stated|said|reported|gave|misstated|identified|misidentified|spelled|spelt|quoted)",
    "also": r"(?: and \w+)",
    "whom": r"(?:reporters?|authors?|writers?|editors?|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3})",
}

CORRECTION = r"""
this <piece>(?:(?:'|’)s \w+)?(?: \w+){0,3} (?:was|has been|have been|had) (?:since |later |further |been )*<changed>\b
(?:an?|this|the) (?:earlier|previous|original|first|initial) versions? of <own>\b
<notes>(?: ?\(.{0,40}?\)|,? .{0,30}?\d{4})?\s*[:—–.-]
a correction was made on\b
(?:the )?(?:headline|caption)\b.{0,80}\b(?:was|were|has been|have been) <changed>\b
this <piece> (?:previously|originally|incorrectly|initially|mistakenly) <misled>\b
"""

HELP = r"""
(?:with )?(?:additional|extra|further|added) (?:reporting|writing|research|contributions?|work)<also>?(?: by| from|:) *
with (?:assistance|contributions?|reporting|help|files|inputs?|research|additional reporting)<also>? (?:by|from) +
contributing(?: \w+)? ?: *|(?:reporting contributed|research assistance|data analysis|visuali[sz]ations?) by:? +
(?:graphics|illustrations?|research|contributions?) by:? +
"""

PRINT_NOTE = r"""
(?:published|appeared|appears|a version of this <piece>|this <piece>) .{0,60}\b(?:print|edition|issue|magazine)\b
this <piece> (?:was |is )?(?:first |originally |also )?(?:published|produced|republished|supplied|provided|syndicated)\b
this <piece> (?:first |originally |also )?appeared\b|(?:first|originally) (?:published|appeared) (?:on|in|at|by)\b
(?:write|e-?mail|contact|follow|reach|message) (?:to |the )?<whom>(?:,? .{0,60})? (?:at|on|via|:)\b.{0,160}@
to contact the (?:reporter|author|editor|writer)s?\b|(?:the )?(?:writer|author|reviewer|columnist) is\b
(?:source|sources|agency|agencies)\s*:\s*\S.{0,80}$
material from .{0,60} was used|\(?(?:with|from) (?:inputs?|agenc|wire|additional)\b
"""


def pattern_of(table: str, end: str = "") -> re.Pattern[str]:
    """One pattern for all the lines of a table, with `end` behind every one of them."""
    whole = "|".join(line for line in table.strip().split("\n") if not line.startswith("#"))
    while _PART.search(whole):
        whole = _PART.sub(_expanded, whole)
    return re.compile(f"(?:{whole}){end}", re.IGNORECASE)


def _expanded(part: re.Match[str]) -> str:
    """The pattern that a name in angle brackets stands for."""
    return PARTS[part[1]]
