"""Documents on paper that are composed text by text: cards and poster, whose texts must find room on so much paper.

A sheet is a drawing without meaning (lines, boxes, grounds) and, over it, nodes in the order of reading, every line of
text measured and broken. The PDF engine places them; it decides nothing.
"""
