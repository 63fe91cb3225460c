"""The trained tagger: a first-order linear-chain CRF over the words of a sentence, with the document in view."""
