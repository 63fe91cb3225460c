"""The head of an article: what stands before its body."""

from reader.domain.article import Article, BlockKind

HEAD = frozenset({BlockKind.KICKER, BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.BYLINE})
PICTURE = frozenset({BlockKind.CAPTION, BlockKind.CREDIT})


def last_of_head(article: Article) -> int:
    """The last block of the head, which may have pictures inside it; -1 when the article begins with its body."""
    last = -1
    for number, block in enumerate(article.blocks):
        if block.kind in HEAD:
            last = number
        elif block.kind not in PICTURE:
            break
    return last
