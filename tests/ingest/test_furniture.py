"""Furniture is known by how it is worded; sentences that hold the same words are not."""

import pytest

from reader.ingest.furniture import opens_list, reason_of

INTERFACE = """
×|Share|SHARE|Share this article|Share full article|132 Comments|Comments (48)|View all comments
Save|Listen to this article|Listen to this article 5 min|5 min|6 min read|Facebook Twitter Email
Skip to content|Copy link|Gift this article|Reuse this content|Print|Print this page|Back to top
Sign in|Already a subscriber? Sign in|Cookies|Accept all cookies|Privacy policy
Unsubscribe | Manage preferences | Privacy policy|View in browser|Enlarge this image|Play video
Image 1 of 4|Read more|Home|Menu|Follow|Add to myFT|Was this e-mail forwarded to you? Sign up here
"""
ADVERTISEMENTS = """
Advertisement|ADVERTISEMENT|Advertisement - Scroll to Continue|Sponsored content
Story continues below|Article continues below advertisement|Continue reading the main story
Supported by|Paid for by Acme
"""
PROMOTION = """
Stay across the latest ferry news. Join our Telegram channel
Sign up for our free weekday newsletter|Subscribe|Get our free app|Follow us on WhatsApp
Follow @courier|Download our app|Register for free to read the whole story
Support our journalism from £2 a month|By signing up you agree to our terms|Enter your email
Newsletters|Keep up with the week in power. Get the Current Account briefing
Click here to subscribe
"""
RELATED = """
Recommended|Related stories|Related topics|Most read|Most popular in World|More on this story
You may also like...|Read more: The man who counts ships|ALSO READ | How a canal ran on dung
Editor’s picks|Trending now|Up next|Tags: ferries|Top stories|Don’t miss|From our archive
In case you missed it
"""
SENTENCES = """
Comment|Live|Opinion|Video|Careers|Privacy|Google|More bad news|Share prices fell
Save the whales, she said|Follow the money|Next week the bank will meet.
Fans can follow the match on Twitter, the club said.|Join the dots
By signing the deal, he became the richest man in Kent.
To read the report, ministers had to subscribe to a service.
Like many politicians, she relies on Twitter to reach voters.
Register to vote by Monday, officials urge|Post office strike
Subscribers to the newspaper fell by a third last year.
He told the court he had shared the article on Facebook.|Recommended doses are lower in Japan
Latest figures show a fall|Print is dead, they say|Play resumes at the Oval
Get the vaccine, ministers say|Sign up, they said, and thousands did.
Watch your step, climbers told|Most people agree|Support our troops, says senator
The newsletter, which he wrote for a year, ended on Friday.|Click chemistry wins a prize
Stay home, mayor says|Open letter to the prime minister|Read it here
Our newsletter had 300 readers in 1994.|Help|Rights
"""


def lines(table: str) -> list[str]:
    return [line for row in table.strip().split("\n") for line in row.replace(" | ", "\0").split("|") if line]


@pytest.mark.parametrize("line", [line.replace("\0", " | ") for line in lines(INTERFACE)])
def test_buttons_and_menus_are_furniture(line: str) -> None:
    assert reason_of(line) in {"interface", "related links"}


@pytest.mark.parametrize("line", lines(ADVERTISEMENTS))
def test_advertisements_are_furniture(line: str) -> None:
    assert reason_of(line) == "advertisement"


@pytest.mark.parametrize("line", lines(PROMOTION))
def test_promotion_is_furniture(line: str) -> None:
    assert reason_of(line) == "promotion"


@pytest.mark.parametrize("line", [line.replace("\0", " | ") for line in lines(RELATED)])
def test_lists_of_other_articles_are_furniture(line: str) -> None:
    assert reason_of(line) == "related links"


@pytest.mark.parametrize("line", lines(SENTENCES))
def test_sentences_kickers_and_headlines_are_not(line: str) -> None:
    assert reason_of(line) == ""


def test_only_a_line_that_stands_alone_opens_a_list() -> None:
    assert opens_list("Recommended")
    assert opens_list("Most read in World")
    assert not opens_list("Read more: The man who counts ships")
    assert not opens_list("Share")
