"""What belongs to the page and not to the article, told by how it is worded: buttons, promotion, advertisements.

Only whole lines are judged. A sentence of the story that merely holds such words does not fit any of the patterns,
because each begins and ends with the line; and what is set aside is listed, with its reason, and can be restored.
"""

import re
from functools import cache

LONGEST = 320
"""No line with more letters is furniture, whatever it says."""

_OUTLETS = (
    r"(?:facebook|twitter|x|x \(formerly twitter\)|whatsapp|linkedin|reddit|e-?mail|telegram|pinterest|messenger|flipboard|"
    r"instagram|youtube|tiktok|threads|bluesky|mastodon|sms|rss|copy link|copy|link|pocket|mail|print|viber|vk|tumblr|"
    r"line|wechat|weibo|skype|snapchat|google|google news|apple news|msn|share|save|tweet|text|fb|more|close)"
)
_IT = r"(?:this )?(?:article|story|post|page|report|piece|video|interview|column|essay|newsletter)"
_MEDIA = r"(?:video|audio|image|photos?|picture|gallery|slideshow|graphic|map|chart|podcast|full ?screen)"
_LETTERS = r"(?:newsletters?|briefings?|e-?mails?|alerts?|updates?|bulletins?|digests?|inbox|notifications?|roundup)"
_PLACES = (
    r"(?:facebook|twitter|x|instagram|telegram|whatsapp|youtube|linkedin|tiktok|threads|bluesky|google news|apple news|"
    r"social media|mastodon|flipboard|reddit|spotify|apple podcasts)"
)
_TIME = r"\d{1,3}(?::\d\d)?[ -]?(?:minutes?|mins?|min\.?|m|hours?|seconds?|secs?)"

_INTERFACE = (
    r"[×✕✖✗xX↑↓→←▲▼►▶◀<>«»+⋮…•·|/\\⤴⬆🔗📷▸▾▴☰✉️⚙🔍🔔★☆♥❤]{1,4}",
    rf"{_OUTLETS}(?:[ ,|/·•]+(?:and |or |on |via )?{_OUTLETS})*",
    rf"(?:click (?:here )?to )?(?:share|tweet|post|pin|send|forward|e-?mail|recommend)(?: {_IT})?"
    r"(?: (?:on|via|to|by|with|using) .{1,30})?",
    r"(?:share|copy|print|e-?mail|tweet|save) this(?: (?:with|on|to|via|by|link|url|page).{0,30})?|(?:show |see )?(?:more|fewer) sharing options|"
    r"(?:share )?close (?:extra )?(?:sharing options|share panel)|copy link ?url ?copied!?|these are external links.{0,60}|about sharing|"
    r"(?:view|get|see|e-?mail|contact|follow|message) (?:the |this )?(?:author|reporter|writer)s?\b.{0,40}|e-?mail me|"
    r"follow (?:me |him |her )?on (?:twitter|x|facebook|instagram|linkedin|bluesky|threads|mastodon)|\w{3,12} ?\(required\)|"
    r"view all(?: \(\d+\))?|back to (?:the )?gallery|\(?\d+ (?:videos?|photos?|images?)\)?|more videos.{0,4}|(?:just|must) watch(?:ed)?|home",
    rf"(?:share|gift|give|send|unlock)(?: a| an| the)?(?: free| full| this)* (?:article|story|page|post|link)s?",
    rf"(?:share|save|gift|print|e-?mail|tweet|listen|comments?|copy link|bookmark)(?:[ |/·•]+(?:share|save|gift|print|e-?mail|"
    r"tweet|listen|comments?|copy link|bookmark|more))+",
    rf"(?:save|saved|bookmark|bookmarked|print|save {_IT}|print {_IT}|save (?:to|for) .{{1,30}}|add to .{{1,30}}|remove .{{1,10}}bookmarks?)",
    r"copy (?:the )?(?:link|url|text)(?: to clipboard)?|(?:link |url )?copied(?: to clipboard)?[!.]?|copy (?:this )?article link",
    r"(?:view |show |see |read |jump to |go to |open |hide |all |load )*(?:the )?(?:[\d.,]+k? ?comments?|comments(?: ?[(:]?\d+[)]?)?)",
    r"(?:[\d,.]+k? )?(?:shares?|likes?|views?|reactions?|retweets?|replies|reply|posts?)|like|follow|following|\+ ?follow",
    r"(?:leave|add|post|write) (?:a |your )?comments?|join the (?:conversation|discussion|debate)|"
    r"start the conversation|comments? (?:are|is) (?:closed|off|disabled).{0,40}|have your say|be the first to comment.{0,10}",
    rf"listen(?: now)?(?: to (?:the |this )?(?:article|story|episode|podcast|post|full .{{1,20}}))?[ :(·•-]*(?:{_TIME}|\d{{1,2}}:\d\d)?\)?",
    rf"(?:play|pause|mute|unmute|replay|stop|rewind|watch|view|open|enlarge|expand|close|hide|show|toggle|loading|see)"
    rf"(?: (?:the|this|all|in|more|full|larger|previous|next))* {_MEDIA}(?: (?:in|viewer|player|gallery|size|version|{_TIME}))*",
    r"(?:play|pause|mute|unmute|replay|skip|watch|listen|read|watch now|listen now|read now|captions?|enlarge|expand|collapse|"
    r"close|dismiss|cancel|ok|okay|got it|submit|send|go|next|previous|prev|back|top|more|less|show more|show less|see more|"
    r"view more|load more|read more|read full story|read the full (?:story|article)|continue|learn more|find out more|see all|"
    r"view all|show all|view full image|full ?screen|hide|show|edit|done|apply|reset|clear|delete|"
    r"report|report (?:an )?(?:error|a typo|ad)|give feedback|feedback)(?: ?[›»→>.…]+)?",
    r"(?:main |open |close |toggle |site |sections? |hamburger )*(?:menu|navigation|search|sidebar)(?: (?:button|bar|menu|icon))?",
    r"(?:sign|log) ?-?(?:in|out|on)(?:(?:/| or | ?\| ?)(?:sign|log) ?-?(?:in|up|out|on))?|register(?: now| for free)?|"
    r"(?:sign|log) ?in to .{1,40}|(?:my|your) (?:account|profile|settings|feed|list|library|ft|news)|account|profile|"
    r"create (?:a |an |your )?(?:free )?account|already (?:a |have ).{1,60}(?:log|sign) ?in\.?|manage (?:my |your )?account",
    r"skip (?:to |past |the )*(?:main |site |page )?(?:content|navigation|search|footer|article|newsletter promotion|"
    r"advertisement|links?|ad)(?: on .{1,20})?|jump to (?:main )?(?:content|navigation)|skip (?:ad|links?)|accessibility help|"
    r"accessibility links|(?:go |back |return )+(?:to )?(?:the )?(?:top|homepage|home|start|main page|front page)(?: of page)?",
    r"(?:accept|reject|allow|manage|decline)(?: all| my| our| your| the)*(?: non-essential)?(?: cookies?| preferences| consent| settings)"
    r"(?: and .{1,20})?|(?:accept|reject|allow|decline) all|cookies?(?: (?:policy|settings|preferences|notice|consent))?|"
    r"(?:we|this (?:site|website|page)) uses? cookies.{0,250}|your privacy choices|do not sell.{0,60}",
    r"(?:cookie|terms|advertise with us|about us|contact us|unsubscribe|manage preferences|"
    r"terms of (?:use|service)|terms (?:and|&) conditions|privacy (?:policy|notice|statement|settings)|cookie policy|site ?map|"
    r"modern slavery(?: act)?(?: statement)?|corrections policy)"
    r"(?: ?[|·•/,-] ?(?:privacy|cookie|terms|help|unsubscribe|about|contact|careers|manage|accessibility|site ?map)[\w &]{0,30})*",
    r"view (?:this (?:e-?mail )?)?in (?:your )?(?:web )?browser|view (?:this )?online|unsubscribe.{0,80}|"
    r"you(?:'|’)?(?: a)?re receiving this .{1,200}|you received this .{1,200}|(?:was|has|were) this .{1,40}forwarded to you\??.{0,60}|"
    r"update your (?:e-?mail )?preferences.{0,60}",
    rf"(?:reading time|read time|estimated read(?:ing)? time|time to read)[: ]*(?:about )?{_TIME}|{_TIME} (?:read|listen|watch|to read)|"
    rf"{_TIME}|\d{{1,2}}:\d\d(?: ?/ ?\d{{1,2}}:\d\d)?(?= *$)",
    r"(?:font|text) ?-?size.{0,30}|a a a|a ?[-+] ?a ?[-+]?|smaller|larger|(?:dark|light|night) mode|translate|"
    r"increase text size|decrease text size|change text size|resize text",
    r"(?:reprints?|rights (?:&|and) permissions|syndication|republish|reuse|order reprints|get rights|request permission)"
    r"(?:(?: ?[&|/,] ?| and | )(?:reprints?|rights|permissions?|licen[cs]ing|content|this (?:content|article)))*(?: \(.{1,30}\))?",
    r"our standards: .{1,100}|(?:opens|open) (?:in )?(?:a )?new (?:tab|window)(?: or window)?\.?|\(?opens in new window\)?|"
    r"loading\.{0,3}…?|please wait.{0,20}|advertise|javascript .{0,100}|(?:please )?enable javascript.{0,100}|"
    r"this (?:video|content|audio) (?:can ?not|is not available|is no longer available|could not).{0,80}|"
    r"(?:your )?browser does not support.{0,80}|an error (?:has )?occurred.{0,80}|something went wrong.{0,80}|"
    r"media (?:player|playback|caption).{0,60}|this is a modal window.{0,100}|video player is loading.{0,20}|"
    r"(?:current time|duration|remaining time|playback rate|stream type|loaded)[ :\d.%-]*(?:live)?|audio (?:icon|player)|image \d+ of \d+|"
    r"\d{1,3} ?(?:/|of) ?\d{1,3}(?: (?:images?|photos?|slides?|pictures?))?|hide captions?|show captions?|toggle captions?",
    r"(?:gift|give) (?:this |an? |the )?article|gift unlocked article|unlocked article|subscriber[- ]only|"
    r"(?:premium|exclusive|free) (?:content|article)|(?:for )?subscribers? only|add (?:us )?as (?:a |your )?preferred .{1,40}|"
    r"preferred source.{0,40}|add .{1,40} on google|follow topics?.{0,60}|see why.{0,20}on google",
)
_ADVERTISEMENT = (
    r"(?:[-–—*•]+ ?)?(?:advertisements?|advertorial|adverts?|ads?|adv|sponsored|promoted|sponsored (?:content|links?|stories|by .{1,40})|"
    r"promoted (?:content|links?|stories|by .{1,40})|paid (?:content|post|partner content|for by .{1,40})|paid partnership.{0,40}|"
    r"partner content|ad feedback|why this ad\??|report (?:this )?ad|remove ads?|close ad|skip ad|ad loading|"
    r"ad \d of \d)(?: ?[-–—:|(•]+ ?.{0,60})?(?: ?[-–—*•]+)?|supported by|presented by|brought to you by(?: .{1,40})?",
    r"(?:article|story|text|content|page)s? continues? (?:below|after|under)(?: (?:this |the )?(?:advertisement|ad|advert|promotion|video|"
    r"newsletter|image|gallery|podcast)s?)?|continue reading (?:below|after|the main story).{0,40}|scroll (?:down )?to continue.{0,40}|"
    r"keep scrolling.{0,40}|read on (?:below|after).{0,40}|this advertisement has not loaded.{0,60}|continue reading",
)
_PROMOTION = (
    rf"stay (?:across|up to date|updated|informed|connected|in the loop|on top of|tuned|ahead)\b.{{0,200}}",
    rf"keep up (?:with|to date)\b.{{0,200}}(?:{_LETTERS}|channel|app|podcast)\b.{{0,60}}",
    r"(?:sign|signed) up(?:[.!]| here| now| today| below| for free| for | to | and ).{0,250}|sign-?up|"
    r".{0,140}[.?!:] (?:sign up|subscribe)(?: here| now| today| for .{1,80}| to .{1,80})?[.!]?",
    r"(?:subscribe|subscribe (?:now|today|here|for .{1,80}|to .{1,140}|from .{1,80}|with .{1,40}|and .{1,140}))[.!]?|"
    r"subscription(?:s| options)?|become an? (?:member|subscriber|supporter|patron).{0,140}|unlimited access.{0,100}",
    r"(?=.*\b(?:our|your|free|daily|weekly|breaking|newsletter|briefing|inbox|app|latest|sign up|delivered|subscri\w+)\b)"
    rf"(?:get|receive|want|try|enjoy|discover|explore)\b.{{0,160}}(?:{_LETTERS}|app|subscription|subscriber)\b.{{0,140}}|get involved",
    rf"(?:our|the|a) (?:free |daily |weekly |weekday |morning |evening |new |best ){{0,3}}.{{0,40}}{_LETTERS}\b.{{0,20}}(?:inbox|every|sign up).{{0,140}}",
    rf"(?:join|follow|find|like|add|watch|see) (?:us|our|me)\b.{{0,60}}\bon {_PLACES}\b.{{0,140}}|"
    rf"(?:join|follow) (?:him|her|them|@\w+|(?:the )?\w+(?:(?:'|’)s)?(?: \w+){{0,6}}) on {_PLACES}\b.{{0,60}}|chat with us\b.{{0,120}}",
    r"join (?:our|the|us|now|today|over|more|thousands|millions)\b.{0,100}(?:channel|newsletter|community|group|club|conversation|"
    r"subscribers|members|whatsapp|telegram|discord|readers)\b.{0,100}|follow @\w.{0,40}|follow us\b.{0,140}",
    r"download (?:our|the|now|free)?\b.{0,60}\bapps?\b.{0,100}|get (?:our|the) (?:\w+ ){0,4}app\b.{0,60}|"
    r"(?:available|download) on (?:the )?(?:app store|google play).{0,60}|app store|google play",
    r"(?:help |please )?(?:support|fund|donate|contribute)(?: (?:to|us|now|today|our|independent|quality|free|the|local|public|this))+"
    r"\b.{0,100}(?:journalism|newsroom|reporting|work|us|paper|today|now)\b.{0,60}|donate(?: now| today)?|"
    r"(?:make|give) a (?:donation|gift|contribution).{0,60}",
    r"(?:this|the) (?:article|story|content|report|post) is (?:only )?(?:for|free for|exclusive to|reserved for|available (?:only )?to) .{1,80}|"
    r"(?:you have|you(?:'|’)ve) .{1,40}(?:free )?articles?\b.{0,60}|to (?:continue|keep|read|access)\b(?: reading| the| this| full| whole| rest of| complete){1,4} (?:article|story|post|report)|"
    r"subscribe (?:or )?(?:sign|log) in|to (?:continue|keep|read|access)\b[^,.]{0,60},? (?:please |you (?:need|have) to )?"
    r"(?:subscribe|register|sign (?:in|up)|log in)\b.{0,80}|(?:register|subscribe|sign up|log in|sign in)(?: now| for free| free| today)* "
    r"(?:to (?:read|continue|access|get|receive|comment|view|unlock|keep|see|watch|save)|for (?:free|our|unlimited|access|full|more))\b.{0,120}|"
    r"(?:try|start) .{0,20}(?:free|trial|week|month).{0,60}|thank you for (?:subscribing|signing up|registering|your support).{0,60}",
    r"by (?:signing up|subscribing|registering|clicking|submitting|providing|entering|continuing)\b.{0,120}\byou\b.{0,150}|"
    r"(?:enter |your )+e-?mail(?: address)?.{0,60}|e-?mail address|please enter a valid .{0,60}|"
    r"(?:we|we(?:'|’)ll|you(?:'|’)ll) (?:will )?(?:send|receive|get|deliver)\b.{1,120}(?:inbox|e-?mail|newsletter|digest).{0,60}|"
    r"you can (?:unsubscribe|opt out).{0,80}|check your inbox.{0,60}|(?:newsletter|e-?mail) (?:sign-?up|subscription|promotion)|"
    r"privacy notice: .{1,250}|for more information see our privacy policy.{0,200}|newsletters?",
    r"(?:click|tap|swipe) (?:here|on|below|the)\b.{0,140}|(?:watch|listen|hear|read) (?:live|now|here|the full|more) ?(?:on|in|at|with)\b.{0,100}|"
    r"(?:watch|listen|video|podcast|photos|gallery|poll|quiz) ?[:|] .{1,160}|"
    r"(?:have|do you have|got) (?:a |you |any )?(?:story|tip|news tip|confidential tip|question|been affected).{0,200}|"
    r"(?:send|e-?mail|text|message) us .{1,140}|(?:let us know|tell us) (?:what you think|in the comments|your).{0,100}",
)
_RELATED = (
    r"(?:related(?: \w+)?|recommended(?: \w+)?|more(?: (?:on|from|here|news|stories|reading|coverage))?|see) ?: .{1,200}|more(?: on(?: .{1,40})?)?:|"
    r"(?:latest|more|top|popular|trending|recent|best|other|related|recommended|hot|today(?:'|’)s|great|our)(?: \w+){0,4} "
    r"(?:stories|articles|headlines|videos|posts|reads|coverage|picks)|tags? [A-Z].{1,200}|"
    r"(?:latest|top|trending|other|related|recommended|recent)(?: \w+){0,2} news|"
    r"(?:read|see|watch|also|listen|view|find out|learn)(?: (?:more|also|next|on|about this|this next|read|see))* ?[:>»|] ?.{1,200}|also read\b.{0,160}|"
    r"read more (?:about|on|from|here|at|in)\b.{0,120}|see also|read also|read next|read this next|"
    r"more (?:on|about) (?:this(?: \w+)?|the \w+)(?: ?[:>»] ?.{0,160})?|more (?:here|like this|news|stories|articles|coverage|from (?:the |this |our )?.{1,40})",
    r"(?:recommended|recommended (?:for you|stories|reading|articles|videos|by .{1,30})|related|"
    r"related (?:\w+ )?(?:articles?|stories|story|content|topics?|links?|news|coverage|reading|posts?|tags?|videos?|items?|internet links|"
    r"to this (?:story|article))|you (?:may|might|could) (?:also )?(?:like|be interested in|enjoy|have missed).{0,20}|"
    r"(?:our |the )?(?:editor(?:'|’)?s(?:'|’)?|top|staff|our|today(?:'|’)s) (?:picks?|choice|stories|reads|news|videos|highlights)|"
    r"(?:the )?most (?:read|popular|viewed|shared|watched|commented|discussed|recent|emailed)(?: (?:in|on|from|stories|articles|now|today|videos?|this .{1,10}|news))*(?: .{1,20})?|"
    r"(?:trending|popular|latest)(?: (?:now|stories|news|today|topics|articles|headlines|videos?|on .{1,20}|in .{1,20}|from .{1,20}|posts|updates|podcasts?))*|"
    r"don(?:'|’)?t miss(?: this| it| out)?|what to (?:read|watch|know) next|up next|next (?:up|article|story|post)|previous (?:article|story|post)|"
    r"in case you missed it|icymi|(?:around|from (?:around )?|elsewhere on) the (?:web|bbc|internet|site|network)|promoted stories|"
    r"from our (?:partners|sponsors|archives?)|more stories|top stories|similar (?:articles|stories|posts)|keep reading|further reading|"
    r"explore (?:more|further)(?: .{1,40})?|discover more(?: .{1,40})?|best of .{1,40}|sponsored links|taboola|outbrain|tags?|topics?|"
    r"filed under|categories|tags?: .{1,200}|topics?: .{1,200}|filed under:? .{1,200}|categor(?:y|ies): .{1,100}|related topics?:? .{0,200}|"
    r"explore more on these topics|topics in this article|on this (?:story|page)|in this (?:article|story)) ?[:›»>]?",
)
_OPENERS = (
    r"(?:recommended|related|more ?(?:$|:|on|from|great|news|stories|like|videos)|you (?:may|might)|(?:our |the )?(?:editor|top|today|staff)|(?:the )?most |trending|popular|"
    r"latest|don(?:'|’)?t miss|what to |up next|read next|in case you|icymi|around|from (?:the|our|around)|elsewhere|promoted|"
    r"similar|keep reading|further reading|explore|discover|best of|tags?|topics?|filed under|categories|see also|also read|read also|"
    r"sponsored|taboola|outbrain|next |previous )"
)


@cache
def _families() -> tuple[tuple[str, re.Pattern[str]], ...]:
    families = (
        ("related links", _RELATED),
        ("interface", _INTERFACE),
        ("advertisement", _ADVERTISEMENT),
        ("promotion", _PROMOTION),
    )
    return tuple((reason, re.compile(f"(?:{'|'.join(patterns)})[ :.…]*", re.IGNORECASE)) for reason, patterns in families)


@cache
def _opener() -> re.Pattern[str]:
    return re.compile(_OPENERS, re.IGNORECASE)


def reason_of(line: str) -> str:
    """Why a line is furniture ("interface", "advertisement", "related links", "promotion"), or nothing if it is not."""
    if len(line) > LONGEST:
        return ""
    bare = line.strip(" \t›»>→") or line
    return next((reason for reason, pattern in _families() if pattern.fullmatch(bare)), "")


def opens_list(line: str) -> bool:
    """Whether a line that is furniture stands over a list of other articles."""
    return bool(_opener().match(line))
