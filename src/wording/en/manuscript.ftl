### Manuscripts: Word files and texts that speak of a study.

manuscript-unreadable = the manuscript cannot be read: { $error }
manuscript-not-utf8 = the manuscript is not UTF-8
    .expected = a Word document, Markdown or text in UTF-8

## A Word document that is not understood

manuscript-not-word = the file is not a Word document
    .expected = a Word document (docx) or template (dotx)
    .todo = open it in your word processor and save it as docx
manuscript-locked = the file is locked with a password, or is a document of old Word (doc)
    .expected = a Word document (docx) without a password
    .todo = open it in Word and save a copy as docx without a password
manuscript-signed = the document is signed digitally
    .expected = a document without a signature: a change makes a signature void
    .todo = save a copy without the signature, and use that
manuscript-damaged = the document is damaged: { $error }
    .expected = a Word document (docx)
    .todo = open it in Word and save it anew, or fetch it again
manuscript-of-many-parts = the document has { $parts } parts
    .expected = at most 20,000
manuscript-parts-twice = two parts of the document have the same name
    .expected = every part once
    .todo = open it in Word and save it anew
manuscript-part-name = the document has a part named { $part }
    .expected = names from the root of the document, without . and ..
    .todo = open it in Word and save it anew
manuscript-part-missing = the part { $part } is missing
    .expected = a whole document
    .todo = open it in Word and save it anew, or fetch it again
manuscript-part-damaged = the part { $part } is damaged: { $error }
    .expected = a whole document
    .todo = open it in Word and save it anew, or fetch it again
manuscript-part-too-large = the part { $part } unpacks to more than { $megabytes } megabytes
    .expected = a text that people have written
manuscript-part-malformed = the part { $part } is not understood, line { $line }, column { $column }: { $why }
    .expected = XML as Word writes it
    .todo = open it in Word and save it anew, or fetch it again
part-not-utf8 = it is not UTF-8
part-not-xml = { $error }
part-with-document-type = it declares a document type
part-cut-short = an element is not closed
part-empty = it is empty
part-with-control-characters = it has characters that XML cannot hold
part-with-unknown-entity = it refers to something that is not declared
part-too-deep = its elements stand more than { $most } deep in each other

## A template that a manuscript begins in

template-unreadable = the template cannot be read: { $error }
    .expected = a Word template (dotx) or document (docx)
    .todo = name a file that is there
template-with-macros = the template has macros
    .expected = a template without macros (dotx)
    .todo = save the template as dotx in Word, and use that file
template-place-within = the content control insats:report stands in a table or in another content control
    .expected = a line of its own in the text of the template
    .todo = put it on a line of its own, or remove it: the report then comes last
## Filling a manuscript

fill-file-ending = -filled
fill-comment-edited = This text has been changed by hand since insats filled it, and stays as it is. The study says: "{ $value }" ({ $tag })
fill-comment-fixed = insats does not write here: the change would fall on the result of a field or the end of a paragraph. The study says: "{ $value }" ({ $tag })
fill-comment-bound = insats does not fill this control: Word fills it from data of the document. Take the data mapping away, or the tag ({ $tag })
fill-comment-unknown =
    The study has nothing by this name: { $tag }. { $nearest ->
        [none] The control was not filled.
       *[other] Is { $nearest } meant? The control was not filled.
    }
fill-comment-open = The claim { $claim } is open: { $because }
fill-comment-fails = The claim { $claim } fails. claims.csv says: "{ $statement }" What stands here is what is true
fill-comment-no-number =
    The sentence of the claim has { $count ->
        [0] no number
        [one] one number
       *[other] { $count } numbers
    }: "{ $sentence }" The control was not filled ({ $tag })
fill-comment-undecided = The study's data do not decide the claim { $claim }: { $because }
fill-comment-number-unknown = The study's data do not say the number { $number }: { $because }
fill-comment-number-broken = The number { $number } speaks of years that cannot be compared: { $because }

filled-controls =
    { $file }: { $count ->
        [0] no control is named for something of a study; put one around the text and give it the tag insats:claim/… (Developer, Properties)
        [one] { $count } control
       *[other] { $count } controls
    }
filled-changed = { $tag }: { $old } -> { $new }
filled-rejected-item = { $tag }: rejected before, not proposed again
filled-edited-item = { $tag }: changed by an editor, left as it is
filled-no-place = { $tag }: not written; the control stands within a paragraph, a row or a cell, and this needs one around paragraphs
filled-rejected = { $tag }: rejected before, not proposed again: { $value }
filled-edited = { $tag }: changed by an editor, left as it is; the study says { $value }
filled-fixed = { $tag }: not written, because of a field or the end of a paragraph; the study says { $value }
filled-bound = { $tag }: not filled; Word fills it from data of the document
filled-unknown =
    { $tag }: { $nearest ->
        [none] the study has nothing by this name
       *[other] the study has nothing by this name; is { $nearest } meant?
    }
filled-no-number =
    { $tag }: not filled; the sentence of the claim has { $count ->
        [0] no number
        [one] one number
       *[other] { $count } numbers
    }: { $sentence }
filled-without-comment = in { $part }, without a comment
filled-count-written = filled for the first time
filled-count-changed = changed, as tracked changes
filled-count-changed-plainly = changed
filled-count-same = right already
filled-count-pending = proposed before and not decided yet
filled-count-taken-back = proposals taken back
filled-count-rejected = rejected before
filled-count-edited = changed by an editor
filled-count-deleted = deleted in tracked changes, left alone
filled-count-fixed = not written
filled-count-unknown = named for nothing that the study has
fill-comment-edited-item = What stands here has been changed by hand since insats filled it, and stays as it is. The report has another version ({ $tag })
fill-comment-no-place = insats does not write here: this control stands within a paragraph, a row or a cell, and what it is named for is a block of its own ({ $tag })
fill-comment-cells =
    { $count ->
        [one] One cell of this table has been changed by hand and stays as it is
       *[other] { $count } cells of this table have been changed by hand and stay as they are
    }; the study says otherwise ({ $tag })
fill-comment-caption = This caption has been changed by hand and stays as it is. The report calls it: "{ $value }" ({ $tag })
filled-exchanged = { $tag }: another picture, table or text
filled-cells =
    { $tag }: { $count ->
        [one] one cell
       *[other] { $count } cells
    }


## What is said in the margin

mark-differs = It says { $own } here. By the data: { $computed }.
mark-differs-undecided = It says { $own } here. The claim is: { $statement }
mark-fails = The claim fails. By the data: { $computed }.
mark-open = The data do not decide it. Computed: { $computed }. { $reason }
mark-true = True would be: { $truth }
mark-claim = Claim { $claim }
mark-uncovered = No claim is about { $own }.
mark-in-note = In the note “{ $text }”:
mark-in-box = In the text box “{ $text }”:
reference-missing = There is no { $own }. The last one is { $last }.
reference-other = It says { $own } here, but the reference leads to { $other }. Update the fields in Word (Ctrl+A, F9).
reference-lost = The reference { $own } leads to a bookmark that is not there. When fields are updated, Word writes an error in the place of the number.
reference-elsewhere = It says { $own } here, which shows “{ $title }”. What the sentence speaks of is shown in { $other }: “{ $shown }”
caption-order = { $own } follows { $before }: the numbers of captions are out of order.
caption-twice = { $own } is there twice.
caption-repeated = { $first } has the same text already.
caption-of-other = That is what { $other } of the report is called. { $item } is called: “{ $title }”
cell-other = Here stands { $own }. { $item } of the report says { $truth }.
data-other = Here stands { $own }. The data say: { $truth }.
data-other-of = Here stands { $own }. The data say: { $truth } ({ $of }).
known-millions = { $millions } million
known-change = { $before } the year before, { $after } now; as a share { $share_before } percent, { $share_after } percent now
known-points = { $digits } percentage points
caption-other = In the report { $item } is called: “{ $title }”
caption-base = In the report stands with { $item }: “{ $texts }”
mark-only-word = { $file } is no Word document, and only these have comments
    .expected = a Word document (docx) behind --text
    .todo = leave --mark out: the list shows line and column of what is to be set right

## Rolling a manuscript to another year

roll-without-claims = there is no earlier study with claims
    .expected = an [[earlier]] in study.toml, whose study declares claims = "claims.csv"
    .todo = name last year's study in study.toml, and give it the claims that its report was written by
roll-undecided = the manuscript has changes by insats that nobody has accepted or rejected
    .expected = last year's report as it was published
    .todo = accept or reject them in Word (Review), and roll that file
roll-comment-of = "{ $sentence }"
roll-comment-number = { $claim }: what this sentence says is not what last year's claim said, and was not changed. True of { $year }: { $text }
roll-comment-number-exchanged = { $claim }: what stood here was not what last year's claim said, and was exchanged, as it stands in a control. True of { $year }: { $text }
roll-comment-otherwise = { $claim }: held of { $then }, and does not hold of { $now }. True of { $now }: { $text }
roll-comment-unknown = { $claim }: the data of { $year } do not say: { $because }
roll-comment-fixed = A number of this paragraph is the result of a field, and was not changed
roll-comment-no-item = The report of { $year } has nothing that shows the same
roll-comment-caption-year = { $then } stands here, and the caption fits no item of the report: is it to be { $now }?
roll-gap = [no figure]
rolled-sentences =
    { $file }: { $count ->
        [0] no sentence carries a claim of { $then }
        [one] { $count } sentence carries claims of { $then }; it speaks of { $now } now
       *[other] { $count } sentences carry claims of { $then }; they speak of { $now } now
    }
rolled-rewritten = rewritten, as tracked changes
rolled-commented = commented: to be looked at
rolled-kept = true as they stand
rolled-uncovered = sentences with numbers that no claim covers: read them yourself
rolled-captions = captions and headings with this year's titles, as tracked changes
rolled-captions-commented = captions commented: to be looked at
rolled-of-last-year = sentences and headings that name { $then } and carry no claim: left as they are, --all lists them
rolled-claims =
    { $file }: this year's claims, { $count ->
        [0] none of last year's behind them
        [one] and one of last year's behind them
       *[other] and { $count } of last year's behind them
    }
rolled-unknown =
    { $count ->
        [one] one claim in a control has an id that the claims of { $now } do not have
       *[other] { $count } claims in controls have ids that the claims of { $now } do not have
    }: { $claims }. Give them to this year's claims.csv, or fill will not know them
