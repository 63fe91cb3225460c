"""An article in the shape that --json prints."""

from reader.cli.shapes import Shape, ends
from reader.domain.article import Article
from reader.domain.kept import KeptArticle


def article_shape(kept: KeptArticle) -> Shape:
    """The article of `show`."""
    article = kept.article
    return {
        "id": kept.id,
        "version": kept.version,
        **_fields(article),
        "captions": [{"text": one.text or None, "credit": one.credit or None} for one in article.captions],
        "paragraphs": list(article.paragraphs),
        "text": article.text,
        "blocks": [{"kind": block.kind.value, **ends(block.span)} for block in article.blocks],
        "links": [{**ends(link.span), "url": link.url} for link in article.links],
        "repairs": [
            {"kind": one.kind, "start": one.start, "before": one.before, "after": one.after} for one in kept.repairs
        ],
        "set_aside": [{"text": one.text, "reason": one.reason} for one in kept.set_aside],
    }


def _fields(article: Article) -> Shape:
    return {
        "title": article.title,
        "kicker": article.kicker or None,
        "standfirst": article.standfirst or None,
        "authors": list(article.authors),
        "contributors": list(article.contributors),
        "dateline": article.dateline or None,
        "published": article.published.isoformat() if article.published else None,
        "published_text": article.published_text or None,
        "source": article.source or None,
        "url": article.url or None,
        "copyright": article.copyright or None,
        "language": article.language,
    }
