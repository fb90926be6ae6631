### report.toml: the items of the report and their words.

in-item = { $found }, in { $item }

## Items of report.toml

report-unreadable = the report's declarations cannot be read: { $error }
    .expected = a text in UTF-8
item-twice = the item { $item } is declared twice
    .todo = give one of them another id
items-of-one-file = { $earlier } and { $item } differ in capitals only, and become one file on many computers
    .expected = ids that differ in more, for every item becomes files named by its id
    .todo = give one of them another id
item-id-unfit = { $id } cannot be an item's id
    .expected = letters, digits, - and _, as figur-02; it becomes the name of the item's files
item-without-area = the item names no area
    .expected = area = "…", one of the areas in study.toml, or areas = {"{"} … = "…" {"}"} for several, each with a name
    .todo = add the area
item-area-twice = the area { $area } stands twice
    .expected = "area", or "areas", not both
item-area-unknown = { $area } is no area of the study
    .todo = { $suggestion }
item-of-several-areas = this kind of item shows one area
    .expected = "area"
item-of-many-areas = the item compares { $count } areas
    .expected = at most { $most }, which can be told apart in one chart
    .todo = make it several items
item-of-many-domains = the item compares { $count } domains
    .expected = at most { $most }, which can be told apart in one chart
    .todo = make it several items
bubble-without-funds = a bubble chart is of interventions against funds, and this study has no funds
    .expected = the same as dots in rows (form = "dumbbell"), or a chart or table of counts: kind = "bars", "likert" or "table"
    .todo = make it one of these; or name the column of used funds (funds) in every survey of study.toml
item-domain-twice = the domain { $domain } stands twice
    .expected = every domain once
item-domain-of-question = the domain { $domain } codes answers of { $unit ->
        [respondent] respondents
       *[other] recipients
    } to an open question, and the item counts interventions
    .expected = domains of interventions
    .todo = show the question instead: { $unit ->
        [respondent] kind = "bars" with the question
       *[other] kind = "account" with rows = "options" and a column count = "…"
    }
item-domain-unknown = { $domain } is no domain
    .todo = { $suggestion }
item-question-unknown = the survey of { $area } has no question { $question }
    .todo = { $suggestion }
item-answer-unknown = { $answer } is no answer of the question
    .expected = one of { $answers }
    .todo = { $suggestion }
item-without-answer = the item does not say which answer its bars count
    .expected = "answer" with one of { $answers }
options-without-answers = the question's options have no answers to choose from
    .todo = remove the key "answer"
question-without-scale = the question has no items that are answered on a scale
    .expected = a question in the form "items"
    .todo = use the kind "bars"
main-code-unknown = { $code } is no main code of { $domain }
    .todo = { $suggestion }
item-shows-the-same = the item { $item } shows the same as { $other }
    .expected = every figure and table once
    .todo = change what one of them shows, or remove it
column-shows-the-same = in the item { $item } the column { $column } shows the same numbers as { $other }
    .expected = every column once
    .todo = look what the column is to show; change its source, or remove it
shares-above-whole = in the item { $item } the column { $column } shows { $above } of { $all } shares above 100 percent
    .expected = a part of the whole under "percent", the whole under "of"
    .todo = look whether "percent" and "of" are exchanged
item-reads-the-same = the item { $item } has the title, explanation and note of { $other }: { $title }
    .expected = words by which readers can tell them apart
    .todo = say in the title what it shows that the other does not
headline-not-said = the item { $item } has no headline: { $reason }
    .expected = a finding that its numbers bear
    .todo = remove headline = true, or let the title stand alone until the numbers are there
headline-of-no-kind = items of its kind have no finding to be said in a sentence
headline-of-nothing = there are no two numbers to compare
headline-of-a-tie = { $one } and { $other } are equal
headline-not-sure = it is not sure that { $one } is the largest; { $other } may be
headline-of-broken-years = its years cannot be compared
headline-of-prices = its funds are at the prices of another year, which claims do not reckon with
headline-of-gaps = { $row } lacks a number
headline-of-shares-of-several = the shares are of a row or column each
headline-claim-fails = its claim { $assertion } does not hold: { $reason }
headline-claim-open = its claim { $assertion } cannot be decided: { $reason }
items-of-one-title = the items { $items } have one title: { $title }
    .expected = titles by which readers can tell them apart, also in a table of contents
    .todo = say in each title what it shows, such as the area: {"{"}area{"}"}

## Phrases, placeholders and translations

placeholder-without-area = {"{"}{ $placeholder }{"}"} says no area, and this text is about none
    .expected = {"{"}{ $placeholder }:…{"}"}, with an area of study.toml
    .todo = name the area
placeholder-not-closed = a placeholder is not closed
    .expected = a {"}"} after every {"{"}
placeholder-unknown = { $placeholder } is no phrase and no number here
    .expected = a name under [phrase], or "interventions", "respondents", "base" (of a question), "answered" or "area"
    .todo = { $suggestion }
phrase-in-itself = the phrase { $phrase } contains itself
    .todo = remove it there
phrases-unused = { $count } { $count ->
        [one] text under [phrase] is
       *[other] texts under [phrase] are
    } used nowhere: { $names }
    .todo = use the phrase as {"{"}name{"}"} in a text, or remove it
translation-of-nothing = { $count } { $count ->
        [one] name under [english] is
       *[other] names under [english] are
    } no option and no answer of any question: { $names }
    .expected = an option or answer as the data have it
    .todo = { $suggestion }
correct-spelling = correct its spelling, or remove it

## Columns of tables and charts of accounts

column-id-unfit = { $id } cannot be the name of this column
    .expected = letters, digits, - and _; a name that no other column has, nor key, label, total or base
column-named-twice = { $column } stands twice under { $key }
    .expected = every column once
    .todo = look which other column is meant
rows-named-twice = these rows are named twice: { $rows }
    .expected = every row once; in a total it would count twice
difference-of-two = a difference is between two columns
    .expected = {""}["from", "less"]
column-of-one-source = the column has no or several sources
    .expected =
        exactly one of "recipient", "field", "sum", "count", "pots", "measure", "base", "percent", "difference", "least",
        "added"
column-not-above = { $column } is no column above this one
    .expected = the id of a column that is declared above
    .todo = { $suggestion }
field-of-other-rows = only rows of recipients have fields
    .expected = "sum", "count" or "measure" for options and years
field-without-option = { $field } has options
    .expected = the key "option"
option-of-plain-field = { $field } has no options
    .expected = no key "option"
field-option-unknown = { $option } is no option of { $field }
    .todo = { $suggestion }
row-option-unknown = { $option } is no option of what the table measures
    .todo = { $suggestion }
sum-in-other-rows = sums and counts over recipients stand in rows of options
    .expected = "field" for recipients, "measure" for years
column-measure-unknown = there is no measure { $measure }
    .expected = a [measure.<name>] in study.toml
    .todo = { $suggestion }
measure-of-recipients = a measure has no numbers of single recipients
    .expected = the key "field"
chart-of-many-columns = the chart has { $count } columns
    .expected = at most { $most }
chart-of-several-units = the columns of a chart do not count the same thing
    .expected = only kronor, only percent, or only counts
    .todo = hide the columns that are only computed with, or show two charts

## Numbers that the printed report has

printed-item-unknown = there is no item { $item }
    .expected = an item of report.toml, the key of one of its rows and the id of one of its columns
    .todo = { $suggestion }
printed-row-unknown = there is no row { $row }
    .expected = an item of report.toml, the key of one of its rows and the id of one of its columns
    .todo = { $suggestion }
printed-column-unknown = there is no column { $column }
    .expected = an item of report.toml, the key of one of its rows and the id of one of its columns
    .todo = { $suggestion }
printed-otherwise = the item { $item } prints { $printed } for { $row }, { $column }; { $computed } comes out
    .expected = the same number
    .todo = one of the two is wrong: look for a misprint, or for a row that is missing
printed-otherwise-of = the item { $item } prints { $printed } for { $row }, { $column }; { $computed } comes out: { $who }
    .expected = the same number
    .todo = one of the two is wrong: look for a misprint, or for a row that is missing
printed-nothing = nothing

## Items that rest on nothing

item-without-data = the item { $item } rests on nothing: { $causes }
    .expected = at least one answer, code or amount behind every number
    .todo = check the question, codes or column that it shows, or remove the item
note-without-data = No data: { $causes }.
nothing-in-group = { $group }: { $found }
area-without-interventions = the area has no interventions
domain-given-nowhere = no intervention has a code for { $domain }
no-subcodes = no subcodes to show
no-rows = no rows to show
nothing-ticked = nobody has ticked any option (0 of { $base })
nobody-answered = nobody has answered the question (n{"\u00A0"}={"\u00A0"}0)
options-unanswered = nobody has answered on { $options } (n{"\u00A0"}={"\u00A0"}0)
column-blank = the column { $column } is blank
share-of-zero = a share of zero has no value (column { $column })

## insats explain

nothing-to-explain = nothing to explain after the study
    .expected = { $wanted }
wanted-to-explain =
    the id of an intervention; an item, a domain and a code, as figur-13 goal R3; or an item and an answer as it stands
    there, as figur-04 "Andra organisationer"
intervention-of-earlier-year = the intervention { $id } is of { $year }
    .todo = ask that study: insats explain { $study } { $id }
intervention-to-explain-unknown = there is no intervention { $id }
    .todo = { $suggestion }
item-to-explain-unknown = there is no item { $item }
    .todo = { $suggestion }
cell-to-explain-unknown = { $item } has no cell { $cell }
    .expected = { $wanted }
    .todo = { $suggestion }
item-counts-nothing = it counts no interventions or answers
domain-to-explain-unknown = { $domain } is no domain
    .todo = { $suggestion }
code-to-explain-unknown = there is no code { $code } for { $domain }
    .todo = { $suggestion }

## Keys of report.toml

key-item-id = the item's file name, as figur-02
key-item-kind = bubble, bars, likert, table, cross, attainment, aims, account, stacked, columns, change, series, matrix, picture or text
key-item-alternative = what is seen, in words, for who does not see it
key-item-file = a file of the study, or { "{" } sv = "…", en = "…" { "}" } with one for each language
key-main-code = the main code whose subcodes the table lists
key-domains = domains, as ["activity", "output"]
key-question = the id of a question in study.toml
key-columns = at least one [[item.column]]
key-rows = recipients, options or years
key-years = the years, as [2022, 2023, 2024]
key-column-id = the column's name in data files, as share_pct
key-of = total, base, or the id of a column
wanted-field-of-column = money, shares, a number or options
item-domain-without-codes = the codebook has no codes for the domain { $domain }
    .expected = a domain that the codebook uses
text-too-long = a text grows too long when its phrases are filled in
unit-characters = characters

## Files that the report shows as they are

item-file-blank = the file has no name
    .expected = a file, as a path from the study's folder
matrix-no-text-file = the table { $file } is no text file
    .expected = a CSV file: text with a comma, semicolon or tab between cells
    .todo = save the table as CSV
matrix-without-rows = the table has no rows
    .expected = a row of heads, and below it at least one row
matrix-row-too-long = { $found } stands beyond the last column with a head, which is number { $columns }
    .expected = rows no longer than the row of heads
    .todo = give the column a head, or put a text with the delimiter in it into quotation marks
matrix-column-without-head = the column has no head
    .expected = a head for every column but the first
    .todo = say in the first row what stands in the column
matrix-head-twice = the head { $head } stands twice
    .expected = heads that differ
    .todo = say in each what sets it apart

picture-of-other-kind = the file is no PNG and no SVG
    .expected = a picture of pixels (PNG) or a drawing (SVG)
    .todo = save it as one of these
picture-unreadable = the picture cannot be read: { $reason }
    .expected = a whole PNG or SVG file
    .todo = save the picture anew
picture-damaged = the picture is damaged
    .expected = a whole PNG or SVG file
    .todo = save the picture anew
picture-empty = the picture is empty: nothing in it is seen
    .expected = a drawing in which something is seen
picture-of-megabytes = the picture is larger than { $most } MB
unit-pixels = pixels
picture-of-pixels = the picture is { $width } by { $height } pixels
picture-without-words = the picture has no words for who does not see it in one of the report's languages
    .expected = alternative = { "{" } sv = "…", en = "…" { "}" }, in both where the title has both
    .todo = say in a sentence or two what is seen
svg-refers = the drawing refers to { $what }, outside itself
    .expected = a drawing that stands alone: lines, areas, words
    .todo = draw what it refers to in the file itself, or save the picture as PNG
svg-runs = the drawing holds { $what }, which runs or moves
    .expected = a drawing that stands still: lines, areas, words
    .todo = remove it

item-file-of-study = { $file } is a file that the study reads: it is not shown as it is
    .expected = a file of its own with what is to be shown
    .todo = write what is to be shown in a file of its own, without answers and contact data
item-contact-data = { $count ->
        [one] contact data or a personal identity number stand here
       *[other] contact data or a personal identity number stand here, and in { $count } places in all
    }
    .expected = nothing that points out a person in what is published
    .todo = remove them from the file
item-address = { $count ->
        [one] an address of e-mail stands here
       *[other] an address of e-mail stands here, and in { $count } places in all
    }
    .expected = only addresses that are public
    .todo = remove it if it is a person’s
matrix-with-braces = { $cell } asks for something, and a matrix is not filled in
    .expected = cells as they are to be shown
    .todo = write the number in the cell, or ask for it in the title, the note or a text
prose-blank = the text says nothing
    .expected = paragraphs in Markdown
prose-not-utf8 = the text is not in UTF-8
    .todo = save it as UTF-8
prose-html = HTML stands here
    .expected = Markdown: paragraphs, headings, lists, *emphasis*, code
    .todo = write it in Markdown
prose-image = a picture stands here
    .todo = make it an item of its own: kind = "picture"
prose-table = a table stands here
    .todo = make it an item of its own: kind = "matrix"
prose-link = a link stands here
    .expected = text; what is printed has no links
    .todo = write the address as code: `https://…`
prose-footnote = a footnote stands here
    .todo = say it in the text, or in the item's note
prose-definition = the address of a link stands here, as [a]: b; Markdown does not show it
    .expected = text; what is printed has no links
    .todo = remove the line; if it is to be seen, write a backslash before the bracket
prose-other = this part of Markdown is not shown
    .expected = paragraphs, headings, lists, emphasis, code
in-quantity = { $found }, in { $quantity }
quantity-form-unknown = { $form } is no form of a number
    .expected = a unit (%, kr, tkr, mnkr), a number of decimals, or both: | % 1
quantity-unit-misfit = { $is } is not written in { $unit }
    .expected = % for a share (… of …), kr, tkr or mnkr for an amount in the study’s currency, and no unit for a number
quantity-is-money = an amount in { $currency }
quantity-is-share = a share
quantity-is-number = a number
quantity-is-any = a number
quantity-unknown = the number is not known: { $reason }
quantity-not-whole = the number is not whole
    .expected = a unit or decimals for what is not whole: | %, | % 1 or | 2
key-number-id = a name, as tags of a manuscript have it: insats:number/ID
key-number-text = words that ask for a number, as "{"{"}= interventions(goal = R3){"}"} interventions"
number-id-unfit = { $number } cannot be the id of a number
    .expected = letters, digits, - and _, as interventions-children
number-id-too-long = the id { $number } does not fit in a tag: { $tag } is longer than Word's { $most } characters
    .todo = choose a shorter id
number-twice = the number { $number } stands twice
    .expected = every id once
number-of-claim = the number { $number } has the id of a claim: { $claim }
    .expected = an id that no claim has; insats:number/ID shows the one or the other
    .todo = choose another id
number-asks-for-nothing = { $text } asks for no number
    .expected = a quantity in braces, as {"{"}= interventions(goal = R3){"}"}, or {"{"}interventions:…{"}"} with an area
number-without-number = the text of { $number } has no number
    .expected = a quantity in braces, as {"{"}= interventions(goal = R3){"}"}, or {"{"}interventions:…{"}"} with an area
text-differs-from-claim = the text says { $number }, and the claim { $claim } says: { $statement }
    .expected = the same number in both
    .todo = mend the text or the claim; or let the text ask for the number: {"{"}= …{"}"}

## Words of the report

report-area = Area
report-item = Item
report-answer = Answer
report-belongs-to = Belongs to
report-more-rows = The first { $shown } of { $all } rows are shown; all stand in the files beside the report.
report-number = Number
report-base-n = Base (n)
report-domain = Domain
report-code = Code
report-label = Label
report-interventions = Interventions
report-funds-used = Funds used ({ $unit })
report-claims = Claims
report-the-numbers-that-the-report = The numbers that the report states, each held against the data.
report-weighting = Weighting
report-by-area-and-recipient-t = By area and recipient: T is funds requisitioned less funds repaid, S the sum of what the recipient reported for its interventions. Each reported amount times J = T / S gives weighted funds that sum to T.
report-excluded = Excluded
report-interventions-that-are-incomplete-and = Interventions that are incomplete and therefore in no figure or table.
report-no-intervention-has-been-excluded = No intervention has been excluded.
report-notices = Notices
report-what-is-worth-checking-in = What is worth checking in the data, with its place in the file. What can be done about each stands in the data file of notices.
report-what-is-declared = What the study declares
report-there-are-no-notices-on = There are no notices on the data.
report-group = Group
report-option = Option
state-coded = Coded
state-none = No code fits
state-not-coded = Not coded yet
state-unsettled = Unsettled
report-recipient = Recipient
report-total = Total
report-figure = Figure
report-table = Table
report-appendix = Appendix
report-fact-box = Fact box
report-box = Box
report-picture = Picture
report-subcode = Subcode
report-all-areas = All areas
report-overview = Overview
report-several-areas = Several areas
report-figures-and-tables = Figures and tables
report-all-areas-2 = All areas
report-yes = yes
report-no = no
report-final-coding = final coding
report-coders-who-agree = coders who agree
report-rules = rules
report-suggestions = suggestions
report-the-data-by-area = The data by area
report-areas = Areas
report-amounts-in-all = Amounts in all
report-amounts = Amounts
report-excluded-interventions = Excluded interventions
report-none = none
report-interval-low = { $column }, at least
report-interval-high = { $column }, at most
report-codes-of-the-final-coding = Codes of the final coding
report-codes-that-coders-agree-on = Codes that coders agree on
report-codes-by-the-codebooks-rules = Codes by the codebook's rules
report-accepted-suggestions-of-a-learned = Accepted suggestions of a learned model
report-estimates = Estimated numbers
front-estimates = Numbers and funds by code are estimates in { $domains }: people have read { $parts }, a random sample among them, and what the machine said was frozen on { $days }. The interval beside a number is a 95 percent interval: of a hundred such samples about 95 or more give one that holds the number that people would have found had they read everything.
report-not-audited = Counted and not audited
front-not-audited = Numbers by code in { $domains } are counted by the codes of rules or suggestions: nobody has measured how right these are, and the numbers have no interval.
report-row = Row
report-percent = Percent
report-missing = missing
report-probability-across-and-share-right = Probability (across) and share right (up)
report-lines-95-percent-intervals-wilson = Lines: 95 percent intervals (Wilson)
funds-axis = Funds used ({ $unit })
report-number-of-interventions = Number of interventions
report-contents = Contents
report-list-of-figures = List of figures
report-list-of-tables = List of tables
report-appendices = Appendices
report-contents-and-filters = Contents and filters
report-filter = Filter
report-all-domains = All domains
report-to-figures-and-tables = To figures and tables
report-no-figure-or-table-matches = No figure or table matches the filter.
report-move-between-the-parts-of = Move between the parts of the figure with the arrow keys. Enter shows the interventions behind a part, where there are any.
report-close = Close
report-data-as-a-table = Data as a table
report-form-of-the-figure = How the figure is drawn
report-form-bubbles = Bubbles
report-form-dumbbell = Dots
report-the-figure-in-words = The figure in words
report-data-and-production = Data and production
report-report-table = Report table
report-read-me = Read me
report-tables-and-the-numbers-of = Tables, and the numbers of figures
report-how-to-read = How to read
report-the-data = The data
report-sheets = Sheets
report-files-that-the-data-consist = Files that the data consist of (SHA-256)
report-all-together-inputssha256-in-manifestjson = All together (inputs_sha256 in manifest.json)
report-account = Account
report-what = What
report-recipients = Recipients
report-sum-sek = Sum (SEK)
report-answers = Answers
report-interventions-2 = Interventions
report-their-funds = Their funds ({ $unit })
report-t = T ({ $unit })
report-s = S ({ $unit })
report-j-smallest = J, smallest
report-j-largest = J, largest
report-survey-answers = Survey answers
report-coded-interventions = Coded interventions
report-funds-requisitioned-less-repaid-t = Funds requisitioned less repaid (T)
report-funds-reported = Funds reported
report-funds-reported-s = Funds reported (S)
report-of-t-not-attributed-to = Of T, not attributed to interventions
report-adjustment-factor-j-t-s = Adjustment factor (J = T / S)
report-corrections-of-the-data = Corrections of the data
report-notices-on-the-data = Notices on the data
data-head-expected = Expected to answer
data-head-answered = Answered
data-head-late = Answered late
data-head-partly = Answered in part
data-head-allocated = Allocated
data-head-requisitioned = Requisitioned
data-head-repaid = Repaid
data-head-target = Requisitioned less repaid
data-head-target-answered = Requisitioned less repaid, of those who answered
data-head-reported = Reported
data-head-excluded = Reported for interventions that do not count
data-head-weighted = Funds used (weighted)
data-head-not-attributed = Not attributed
data-head-area-then = The area as it was called
data-head-comparable = Comparable
data-head-codes = Codes
data-head-share = Share of interventions
data-head-share-of-funds = Share of funds
data-head-left = Recipients that did not answer again
data-head-joined = Recipients that came to
data-head-volume = Change of the number of interventions
data-head-funds = Change of funds
data-head-content = Change of content
data-head-recoded = Of which change of coding
data-head-field = Field
data-head-value = Value
data-head-account = Account
data-head-measure = Measure
data-head-state = State
report-study = Study
report-codebook = Codebook
report-made-with = Made with
report-checksum-of-the-data = Checksum of the data
report-intervention = Intervention
report-respondent = Respondent
report-title = Title
report-activity = Activity
report-output = Output
report-goal = Goal
report-effect = Effect
report-reported-funds = Reported funds ({ $unit })
report-s-reported-funds = S: reported funds ({ $unit })
report-weighted-funds = Weighted funds ({ $unit })
report-included = Included
report-reason-for-exclusion = Reason for exclusion
report-source = Source
report-coder = Coder
report-evidence = Evidence
report-requisitioned = Requisitioned ({ $unit })
report-repaid = Repaid ({ $unit })
report-t-requisitioned-less-repaid = T: requisitioned less repaid ({ $unit })
report-j-ts = J (T/S)
report-not-attributed = Not attributed ({ $unit })
report-question = Question
report-reason = Reason
report-severity = Severity
report-place = Place
report-found = Found
report-expected = Expected
report-to-do = To do
report-every-figure-and-table-of = Every figure and table of the report has a sheet with the numbers that it shows, in the order of the report.
report-an-intervention-counts-once-under =
    An intervention counts once under each of its codes. Sums over codes may therefore exceed the number of interventions{ $with_funds ->
        [0] {""}
       *[other] {" "}and the funds of the area
    }.
report-amounts-are-as-reported = Amounts are { $currency }. Funds are counted as they were reported.
report-amounts-are-weighted = Amounts are { $currency }. Weighted funds are reported amounts times J = T / S and sum to T.
report-amounts-are-whole-kronor-and = Amounts are whole kronor and shares whole percent unless said otherwise. Every cell is rounded by itself, so a sum may differ from its parts.
report-the-base-n-is-how = The base (n) is how many were asked, or have answered; every number is to be read against its base.
report-an-empty-cell-means-that = An empty cell means that there is no value; it is not zero.
report-names-of-ranges = Formulas reach every table by the name of its sheet with underscores (Figure_2), and the numbers below by the names in the column to their right.
report-numbers-are-numbers = Numbers are numbers and are shown as your computer is set.
report-numbers-are-numbers-and-show = Numbers are numbers and show as the computer is set; J shows four decimals but has full precision.
cited-data = Data of { $year }, checksum of the input { $checksum }; made with { $program }.
report-search = Search
front-for-all = Of the whole report, whatever the filter.
front-for-all-areas = { $what } (all areas)
script-downloads = Download, link and citation
script-download = Download
script-csv = CSV
script-csv-excel = CSV for a Swedish Excel
script-svg = SVG
script-png = PNG
script-of-files = (bubbles)
script-png-failed = The browser could not make the picture. Download SVG instead.
script-cite = Link and citation
script-link = Link
script-citation = Citation
script-copy-link = Copy the link
script-copy-citation = Copy the citation
script-copied = Copied.
script-marked = The text is marked: copy it with the keyboard.
script-fetched = Retrieved {"{"}date{"}"} from {"{"}address{"}"}.
script-cell = {"{"}number{"}"}: {"{"}row{"}"}, {"{"}column{"}"}
script-scope-area = Numbers are of the area “{"{"}area{"}"}”.
script-scope-domain = Numbers are of all domains: they are not divided by domain.
script-scope-both = Numbers are of the area “{"{"}area{"}"}”, all domains: they are not divided by domain.
script-found = {"{"}all{"}"} hits for “{"{"}sought{"}"}”.
script-found-one = 1 hit for “{"{"}sought{"}"}”.
script-found-none = No hits for “{"{"}sought{"}"}”.
script-hits-items = Figures and tables
script-hits-codes = Codes
script-hits-notes = Notes
script-hits-appendices = Appendices
script-hits-rows = {"{"}title{"}"}: {"{"}rows{"}"} rows
script-id = Id
script-title = Intervention
script-recipient = Recipient
script-untitled = (no title)
script-number = Interventions
script-first = the first {"{"}shown{"}"} are listed; all stand in data/interventions.csv and data/codings.csv
script-showing = Showing {"{"}shown{"}"}.
script-all = all {"{"}all{"}"} {"{"}things{"}"}
script-some = {"{"}shown{"}"} of {"{"}all{"}"} {"{"}things{"}"}
script-and = {" "}and{" "}
script-figure = figure
script-figures = figures
script-table = table
script-tables = tables
script-sorted-up = Sorted by {"{"}column{"}"}, ascending.
script-sorted-down = Sorted by {"{"}column{"}"}, descending.
script-sorted-as-printed = In the order of the report.
report-share-of-interventions = Share of interventions
report-share-of-funds-s = Share of funds (S)
report-share-of-funds-t = Share of funds (T)
report-share = Share
report-figures-and-tables-on-interventions = Figures and tables on interventions
report-the-data-in-brief = The data in brief
report-value = Value

## Words of the report


## Explanations

explain-excluded = excluded: { $reason }; it is counted nowhere
explain-reported = reported { $reported }
explain-funds = reported { $reported }, weighted { $weighted }
explain-weights = { $recipient } in { $area }: T = { $target } (requisitioned { $requisitioned } − repaid { $repaid }), S = { $reported }, J = T / S = { $factor }
explain-reported-at = reported at { $place }
explain-counts-as = counts as { $code } { $label } – from { $source }{ $coders }
explain-decided = decided by { $who }, { $day }: { $why }
explain-no-code = has no code
explain-frozen = frozen { $day } for the audit: { $codes }
explain-frozen-by = { $codes } – from { $source }
explain-frozen-nothing = no code
explain-in-sample = in the audit's sample: { $sample } of the { $units } answers of its stratum are drawn, each stands for { $weight }
explain-in-sample-unread = in the audit's sample ({ $sample } of the { $units } answers of its stratum, each stands for { $weight }) and not read yet
explain-not-in-sample = not in the audit's sample: of its stratum { $sample } of { $units } answers are drawn
explain-beside-sample = not in the audit's sample; people have coded it
explain-estimate-rests-on =
    the estimate of area { $area } rests on a sample of { $sample } of { $frame } answers: { $read } are read{ $beside ->
        [0] { "" }
        [one] , and 1 is coded by people beside it
       *[other] , and { $beside } are coded by people beside it
    }
explain-no-answer = did not answer
explain-rules-say = rules say { $code } { $label }, score { $score }: { $evidence }
explain-rules-say-nothing = rules say nothing
explain-read-blind = read blind: what rules and suggestions say is told when it has been coded
explain-doubt = look at it: { $doubt }
explain-no-text = (no text)
explain-source-final = final
explain-coded = coded by { $who }, { $day }, as { $codes }{ $unsure }{ $memo }
explain-unsure = {", not sure"}
explain-source-coders = coders
explain-source-rules = rules
explain-source-suggestions = suggestions
explain-in-no-item = no figure or table
explain-counted-in = counted in
explain-answers-counted-in = answers of its respondent are counted in
explain-of = of
explain-respondents = { $cell }: { $number } of { $base } respondents
explain-amount = { $funds }
explain-estimate = { $cell } is an estimate: { $number }. People and machine have coded { $coded }; what people found in the sample corrects that by { $correction } ({ $read } of { $of } read by people).
explain-estimate-of-funds = Funds: { $number }; coded { $coded }, corrected by { $correction }.
explain-not-the-estimate = The list is what people and machine have coded, and not the estimate:
explain-kept-blind =
    { $count ->
        [one] One of them is read blind and not listed
       *[other] { $count } of them are read blind and not listed
    }: that would tell what a machine says of it.
explain-interventions =
    { $cell }: { $number ->
        [one] { $number } intervention
       *[other] { $number } interventions
    }{ $funds }

## Cross tables, attainment, aims

key-side = a domain, a question, area, recipient, level, part_of or year
measure-without-funds = the item sums funds, and this study has none
    .expected = measure = "interventions"
    .todo = change the measure; or name the column of used funds (funds) in every survey of study.toml
side-unknown = { $by } is no domain, and no question of the item's areas
    .expected = a domain of the codebook, a question, area, recipient, level, part_of or year
    .todo = { $suggestion }
side-without-codes = { $by } has no codes, so neither "main" nor "level" says anything of it
    .todo = remove the key
side-without-answers = { $by } is no question, so "answer" says nothing of it
    .todo = remove the key "answer"
side-of-interventions = { $by } is said of interventions, and the item counts who answered
    .expected = measure = "interventions" or "funds"; or a question that is put once to each respondent
    .todo = change the measure, or what the item is divided by
side-years-twice = rows and columns are both years
    .expected = years on one side, and on the other what is compared over them
    .todo = change one of them
years-without-side = years are named, and neither rows nor columns are years
    .expected = rows = "year" or columns = "year" beside "years"
    .todo = change one of the sides, or remove years
share-of-several-years = a share over several years together is a share of nothing: interventions of different years are not added up
    .expected = share = "{ $share }", the share within each year
    .todo = change the share, or remove it
panels-of-years = small charts have no years
    .expected = two other sides, or draw = "heat"
    .todo = show years with kind = "series" or kind = "change"
panels-of-other-shares = small charts show shares of every column
    .expected = share = "column", or none
    .todo = change rows and columns, or remove share
heat-too-large = the cross table has { $rows } rows and { $columns } columns, and a drawing has room for { $most_rows } and { $most_columns }
    .expected = fewer values, or draw = "table"
    .todo = draw it as a table, or turn rows and columns
attainment-of-unrelated = the codebook does not say that { $domain } attains another domain, or is the result of one, with the same code system
    .expected = a domain with "attains" or "result_of", as an effect attains a goal
    .todo = { $suggestion }
attainment-without-relation = the codebook does not say that any domain attains another, or is the result of one, with the same code system
    .expected = a domain with "attains" or "result_of", as an effect attains a goal
    .todo = say so in the codebook, or remove the item
key-aim-id = the aim's name in data files and claims
key-aim-text = what is wanted
key-aim-codes = the codes that answer to it, by domain, as {"{"} goal = ["R1"] {"}"}
aim-twice = the aim { $aim } stands twice
    .expected = every aim once
aim-name-taken = no aim can be called { $aim }: rows of the table are called so
    .expected = another name
aim-code-unknown = { $code } is no code of { $domain }
    .todo = { $suggestion }
aim-text-blank = { $key } of the aim { $aim } is blank
    .expected = text: what is wanted; source: where it says so; in both languages where the study has both
aim-without-codes = the aim { $aim } has no codes
    .expected = at least one code in at least one domain
aim-id-unfit = { $aim } cannot be the name of an aim
    .expected = letters, digits, - and _, as quality-of-care
aim-code-twice = the code { $code } stands twice in the aim { $aim }
    .todo = remove one of them
aim-named-twice = the aim { $aim } stands twice
    .todo = remove one of them
aims-unused = { $count ->
    [one] the aim { $aims } is shown in no table
   *[other] the aims { $aims } are shown in no table
    }
    .todo = show { $count ->
    [one] it
   *[other] them
    } in a table of kind = "aims", or remove { $count ->
    [one] it
   *[other] them
    }
nothing-in-cells = there is nothing to count or sum
aim-unknown = { $aim } is no aim of the report
    .todo = { $suggestion }
item-without-aims = the report has no aims
    .expected = at least one [[aim]]
    .todo = add the aims, or remove the item
