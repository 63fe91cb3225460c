"""The figures of a text: a grammar of how newspapers write money, percentages, counts and quantities.

`text.numbers` finds the numbers; `amounts` adds the currency or unit that touches them, `ranges` joins what belongs
together, `bounds` and `things` read the words around, `traps` throws out what only looks like a figure.
"""

from reader.recognition.figures.finding import find_figures

__all__ = ["find_figures"]
