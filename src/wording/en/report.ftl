### report

in-item = { $found }, in { $item }

## Items of report.toml

report-unreadable = the report's declarations cannot be read: { $error }
    .expected = a text in UTF-8
item-twice = the item { $item } is declared twice
    .todo = give one of them another id
items-of-one-file = the items { $earlier } and { $item } are one file where capitals do not count
    .todo = give one of them another id
item-id-unfit = { $id } cannot be an item's id
    .expected = letters, digits, - and _, as figur-02; it becomes the name of the item's files
item-without-area = the item names no area
    .expected = "area", or "areas" with names
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
item-domain-twice = the domain { $domain } stands twice
    .expected = every domain once
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
item-reads-the-same = the item { $item } has the title, explanation and note of { $other }: { $title }
    .expected = words by which readers can tell them apart
    .todo = say in the title what it shows that the other does not

## Phrases, placeholders and translations

placeholder-not-closed = a placeholder is not closed
    .expected = a {"}"} after every {"{"}
placeholder-unknown = { $placeholder } is no phrase and no number here
    .expected = a name under [phrase], or interventions, respondents, base (of a question) or answered
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
printed-otherwise = { $item } prints { $printed } for { $row }, { $column }; { $computed } comes out
    .expected = the same number
    .todo = one of the two is wrong: look for a misprint, or for a row that is missing
printed-otherwise-of = { $item } prints { $printed } for { $row }, { $column }; { $computed } comes out: { $who }
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
key-item-kind = bubble, bars, likert, table, account, stacked or columns
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
