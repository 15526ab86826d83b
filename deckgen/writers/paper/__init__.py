"""Documents on paper that are composed text by text: what the worksheet, the test, the record and the cards share.

A document is a book of sheets. A sheet is a drawing without meaning (lines, boxes, grounds) and, over it, nodes in the
order of reading, every line of text measured and broken. The PDF engine places them; it decides nothing.
"""
