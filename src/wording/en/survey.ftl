### Reading surveys: columns, respondents, interventions, questions, corrections.

## Questions

condition-option-unknown = { $option } is no option of the question { $question }
    .expected = options of the earlier question that lead to this one
    .todo = { $suggestion }
condition-option-unchosen = nobody chose { $option } in the question { $question }
    .expected = options of the earlier question that lead to this one
    .todo = look whether the option is spelt so; { $suggestion }
options-unchosen = options of the question { $question } that nobody chose: { $options }
    .todo = look whether its declaration ({ $declaration }) spells them as the questionnaire does
follow-up-stray = { $count } answered { $question } without having been asked it, to which { $wanted } to { $earlier } leads: { $who }
    .expected = an answer to a follow-up from those who were asked it
    .todo =
        these answers are left out, so that no count exceeds its base; ask those who gave them
answers-differ-in-rows = { $respondent } answers the question { $question } in two ways
    .expected = the same answer in all rows of a respondent, or blank ones; the other is at { $other }
    .todo =
        ask the respondent, and correct a copy of the file; or is it asked of every intervention? Then declare
        per = "intervention"
follow-up-left-blank = { $blank } of the { $asked } who were asked { $question } left it blank
    .expected = an answer of everyone who was asked
    .todo =
        look whether "asked_if" ({ $declaration }) names answers that do not lead to it; where options are ticked, who left
        it blank is in the base
question-nobody-answered = { $asked ->
        [0] nobody was asked the question { $question }
       *[other] nobody answered the question { $question }
    }
    .expected = some answers; a figure of it shows 0 of 0
    .todo = look at its declaration ({ $declaration }), its columns, and whom it is asked of

cells-not-shown = cells of the question { $question } that say N/A, for it was not shown: { $count }
    .todo = such respondents are in no base of it
texts-under-other = texts under "other" of the question { $question } that count as ticked: { $count }
    .todo = look whether some of them mean no, or belong to another option

## Options

options-undeclared = columns of the question { $question } whose option is not declared, and which are not read: { $options }
    .expected = all its options under "options"
    .todo = add them, or look whether they belong to another question
option-spelt-otherwise = the option { $option } is taken for { $other }, as other blocks spell it
    .expected = the same spelling in every block
    .todo = correct the header in a copy of the export
question-without-option = the question { $question } has no column for { $option }
    .expected = the same options in every block
    .todo = look for a mistyped header in a copy of the export
block-without-option = block { $block } of the question { $question } has no column for { $option }
    .expected = the same options in every block
    .todo = look for a mistyped header in a copy of the export
blocks-without-question = { $count ->
        [one] block { $blocks } has
       *[other] the blocks { $blocks } have
    } no column of the question { $question }: { $interventions ->
        [one] one intervention stands
       *[other] { $interventions } interventions stand
    } outside its base
    .expected = a column of the question in every block
    .todo = look for a mistyped header in a copy of the export; if the question was not asked there, nothing needs doing
options-alike =
    the options { $other } and { $option } of the question { $question } differ only in spelling, and are counted apart
    .expected = every option once
    .todo =
        look whether they are one option; then put their marks into one column in a copy of the export

option-behind = { $option } behind { $other } ({ $count })
options-never-alone = in the question { $question } these stand nowhere alone: { $options }
    .expected = options that are parted by { $separator } and do not hold it
    .todo =
        declare the "options" of the question as they stand in the questionnaire; then they are found whole
options-cut = in the question { $question } these look like options that were cut off: { $options }
    .expected = cells as long as what was answered
    .todo = look whether the export or a spreadsheet cuts long cells, and export it again
options-unparted = in the question { $question } these look like several options: { $options }
    .expected = options that are parted by { $separator } and do not hold it
    .todo =
        declare the "options" of the question as they stand in the questionnaire; then they are found whole

options-maybe-unparted = in the question { $question } this may be several answers in one, for a part of it often is an answer:
    { $options }
    .expected = answers that are parted by { $separator }
    .todo = if they are several, put { $separator } between them in a copy of the file; if it is one, list the question's "options"
option-unknown = { $option } is no option of the question
    .expected = options joined by { $separator }
    .todo = { $action }
joined-by-other = here they are joined by { $sign }; set separator, or correct a copy
value-without-label = add the value to the sheet of value_labels, or correct a copy

items-hold-options =
    the columns of the question { $question } hold nothing but their own options: { $cells } filled cells
    .expected = answers on a scale, the same for every item
    .todo =
        declare it as ticked = { $column }, without answers; as items, every option has only those as its base who chose it

## Blocks and interventions

blocks-of-nothing = { $count ->
        [one] { $count } intervention has only dashes or noughts, and does not count: { $blocks }
       *[other] { $count } interventions have only dashes or noughts, and do not count: { $blocks }
    }
    .todo = nothing, if the respondent only marked that there are no more interventions
intervention-as = { $later } as { $earlier }
interventions-said-out =
    interventions that count and whose text says that they do not: { $count }{ $funds } ({ $ids }); in the first
    stands { $text }
    .expected = texts that say what was done
    .todo = ask the respondent; if they do not count, add the text to complete.placeholders or enter a correction
interventions-like-totals =
    interventions that count and look like totals: { $count }{ $funds } ({ $ids }); in the first stands { $text }
    .expected = interventions only
    .todo = if it is a total, take it out of a copy; its funds are counted twice
blocks-with-same-amounts =
    { $equal } of { $both } respondents with amounts in the blocks { $block } and { $later } report the same amount in both,
    { $kronor } in each{ $more ->
        [0] {""}
        [one] ; in 1 more pair of blocks likewise
       *[other] ; in { $more } more pairs of blocks likewise
    }
    .expected = the funds of each intervention
    .todo =
        look whether a column was pasted into another, or whether the respondents wrote the sum of all interventions in each
interventions-repeated =
    interventions that repeat another of the same respondent word for word: { $count }{ $funds } ({ $pairs })
    .expected = every intervention once
    .todo = ask the respondent whether it was filled in twice; both count

only-text-unmet = no row says { $text } in the column { $column }
    .expected = texts that stand there, for only such rows are read
    .todo = look how the rows to be read are marked; { $suggestion }
rows-of-a-text = { $text } ({ $count })
day-of-answer-serial = { $text } is a number, not a day{ $count ->
        [one] {""}
       *[other] ; so it is with { $count } cells
    }; as Excel counts days it would be { $day }
    .expected = when the answer came, as 2025-03-14, 14.3.2025, 14 March 2025
    .todo = give the column the format of a date in the workbook, or export the answers again with dates
day-of-answer-unreadable = { $text } is no day that can be read{ $count ->
        [one] {""}
       *[other] ; so it is with { $count } cells
    }
    .expected = when the answer came, as 2025-03-14, 14.3.2025, 14 March 2025, or 14/3/2025 where other dates of the column show what the month is
    .todo = name another column under "due", or write the dates as 2025-03-14 in a copy of the export
day-of-answer-far = { $count ->
        [one] an answer is dated more than a year from the day on which answers were due, { $due }: { $answered }
       *[other] { $count } answers are dated more than a year from the day on which answers were due, { $due }; the first is { $answered }
    }
    .expected = answers within a year of that day
    .todo = look whether the year is wrong; it counts as late after the day, else as in time
day-of-answer-blank = { $count ->
        [one] one answer has no day under { $column } and counts
       *[other] { $count } answers have no day under { $column } and count
    } as in time
    .expected = when the answer came
    .todo = see whether they were sent in
only-leaves-out = rows that "only" leaves out, by the column { $column }: { $count }: { $texts }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
    .todo = if they count here after all, name them under "only"
only-leaves-out-interventions = interventions whose respondent "only" leaves out: { $count }{ $funds }; { $many ->
        [one] the respondent is
       *[other] the respondents are
    } { $respondents }
    .todo = if they count here after all, name the respondents' rows under "only"
blocks-missing = between the blocks { $first } and { $last } these are missing: { $missing }
    .expected = blocks numbered without a gap
    .todo = look for mistyped headers; what stands under them is read as no intervention
block-without-column = block { $block } has no column for { $field } ({ $pattern })
    .expected = the same columns in every block
    .todo = look for a mistyped header in a copy of the export, and correct it
intervention-without-id = an intervention without an id
    .expected = an id in every row, which no other intervention has
    .todo = ask who made the export for the id, and fill it in in a copy of the file
intervention-twice = the intervention { $intervention } stands twice
    .expected = every id once; the other is at { $other }
    .todo = if both are one intervention, keep one of them in a copy of the export; if they are two, give each an id of its own there
interventions-numbered = the interventions have no ids of their own; they are counted by respondent, as { $first }
    .expected = a column of ids, which stay the same when rows are sorted, added or removed
    .todo =
        put ids into a column of the file before codes or corrections name an intervention, and name it in "id"
respondent-of-two-recipients = the respondent { $respondent } has two recipients, { $one } and { $two }
    .expected = one recipient in all rows of a respondent; the first is at { $other }
    .todo = correct the id or the recipient in a copy of the file
intervention-of-nobody = { $recipient } reports an intervention but is no respondent
    .expected = a row among the respondents
    .todo = check the name; a respondent that is missing has to be exported, too
intervention-of-unknown-id = { $respondent } is the id of no respondent
    .expected = the id of a row among the respondents
    .todo =
        check the id; a respondent that is missing has to be exported, too; if a code is meant, write the recipient's name in a
        copy of the file
numbers-of-two = numbers in the column { $column } that are the id of one respondent and the code of another: { $numbers };
    they are read as { $kind ->
        [ids] ids
       *[codes] codes
    }
    .expected = numbers that mean one respondent
    .todo = look whom the interventions belong to; if the others are meant, name respondents by their names in a copy of the file
number-of-two = { $number } is the id of { $own } and the code of { $other }
used-funds-unreadable = { $value } cannot be read as the used funds of { $intervention }
    .expected = { $expected }
    .todo = ask the respondent, and enter the confirmed amount among the corrections

reported-funds-missing = reported funds missing
text-missing = text missing: { $text }
text-is-placeholder = text is a placeholder: { $text }
title-missing = title missing
title-is-placeholder = title is a placeholder
activity-missing = activity text missing
activity-is-placeholder = activity text is a placeholder
output-missing = output text missing
output-is-placeholder = output text is a placeholder
goal-missing = goal text missing
goal-is-placeholder = goal text is a placeholder
effect-missing = effect text missing
effect-is-placeholder = effect text is a placeholder

texts-maybe-placeholders =
    { $count ->
        [one] { $count } intervention that counts{ $funds } has a text that may be a placeholder: { $texts }
       *[other] { $count } interventions that count{ $funds } have texts that may be placeholders: { $texts }
    }
    .expected = texts that say what was done
    .todo = add those that say nothing to "placeholders" below [complete] in study.toml; the others need nothing
text-written = { $text } ({ $count ->
        [one] { $first }
       *[other] { $count } interventions, as { $first }
    }{ $funds })

field-of = { $field } of { $intervention }
answers-with-contacts = { $count ->
        [one] { $count } answer to the question { $question } seems
       *[other] { $count } answers to the question { $question } seem
    } to hold addresses, telephone numbers, logins or other contact data
    .expected = answers that name nobody
    .todo = outputs show […] in their place; declare the "options" of the question, or leave it out
texts-with-contacts = { $count ->
        [one] { $count } text seems
       *[other] { $count } texts seem
    } to hold an e-mail address, a telephone number or a personal identity number: { $texts }{ $more ->
        [0] {""}
       *[other] {" "}+ { $more }
    }
    .expected = texts without personal data
    .todo =
        outputs have […] in their place; take them out in a copy of the export if coders should not read them

## Columns

column-missing = no column is named { $column }
    .expected = the column that { $declaration } names
    .todo = { $suggestion }
columns-by-letters = without a header row columns are named by their letters, here A to { $last }
column-look-up = look up the column's name in the file, and correct the declaration
file-on-line = { $file } on line { $line }
column-twice = the column { $column } stands twice
    .expected = every column once; the other is at { $other }
    .todo = rename one of them in a copy of the export, and tell who made it
column-of-two-fields = the column { $column } matches { $fields }
    .expected = a column for each field
    .todo = correct the patterns in study.toml
column-of-contacts = the column { $column } holds contact data
    .expected = columns without contact data, which must not reach any output
    .todo =
        remove the declaration; where its cells hold no persons, give the column another name in a copy of the file
cell-error = the cell holds the error { $error }{ $more ->
        [0] {""}
       *[other] ; { $more } more like this in the column, the last in row { $last }
    }
    .expected = a value
    .todo = mend the formula where the file was made, and export it anew
cell-uncalculated = the cell holds a formula whose result was not saved{ $more ->
        [0] {""}
       *[other] ; { $more } more like this in the column, the last in row { $last }
    }
    .expected = a value
    .todo = open the file in a spreadsheet program, let it calculate, and save it
id-part-missing = the id lacks its part { $part }
    .expected = every part of the id in every row
    .todo = fill it in in a copy of the file

## Labels of values

value-of-no-question = the value { $value } belongs to no question
    .expected = the question's text in its row, or above it
value-with-two-labels =
    the value { $value } of { $question } means { $label } here and { $earlier } at { $other }
    .expected = one meaning for every value of a question
    .todo = find out which holds, and remove the other from a copy of the file
part-with-two-labels =
    the part { $part } of { $question } is called { $label } here and { $earlier } at { $other }
    .expected = one text for every part of a question
    .todo = find out which holds, and remove the other from a copy of the file
question-with-two-labels =
    the question { $question } is called { $label } here and { $earlier } at { $other }
    .expected = one text for every question
    .todo = find out which holds, and remove the other from a copy of the file
values-with-one-label =
    the value { $value } of { $question } means { $label }, as { $earlier } does at { $other }
    .expected = a meaning of its own for every value of a question
    .todo = find out what each of them means, and give each a text of its own in a copy of the list
columns-with-one-label =
    the list of labels calls two columns { $name }: { $column } here, and { $earlier } at { $other }
    .expected = a text of its own for every column that study.toml names
    .todo = find out what each of them is, and give each a text of its own in a copy of the list
part-without-label = the list of labels has no text for the column { $column }, a part of { $question }
    .expected = a row with the part and its text
    .todo = add it to a copy of the list; until then the part is called by its code
labels-of-no-column = no column begins with { $question }: its labels are not used
    .expected = the text or code that the names of the question's columns begin with
    .todo = { $suggestion }
labels-correct-or-remove = correct the text, or remove its rows
value-means-two = { $value } is { $answer } by the declaration of { $question }, and { $label } by the key ({ $other })
    .expected = one meaning for a value
    .todo = correct the one that is wrong, or leave the value out of the declaration: the key alone is enough
labels-undeclared = the key gives { $question } the answers { $labels }, which are not declared
    .expected = the answers of the key among those declared
    .todo = add them to "answers", or correct the key

## Numbers of other reports

listed-year-unreadable = { $cell } cannot be read
    .expected = a year, as 2023
listed-number-unreadable = { $cell } cannot be read
    .expected = a number
listed-base-unreadable = { $cell } cannot be read
    .expected = a whole number
listed-number-without-source = it is not said where the number is from
    .expected = a report and table, or who gave it

## Respondents

respondent-set-aside = the respondent { $respondent } is set aside: { $reason }
respondent-without-id = a respondent without an id
    .expected = an id in every row, which no other respondent has
    .todo = ask who made the export for the id, and fill it in in a copy of the file
respondent-twice = the respondent { $respondent } stands twice
    .expected = every id once
    .todo =
        if every row is an intervention, say rows = "interventions"; if both are one answer, keep in a copy of the export the one
        that counts
answered-twice = { $recipient } has answered twice
    .expected = one answer per recipient; the other is at { $other }
    .todo =
        { $rows ->
            [interventions] say
           *[respondents] if every row is an intervention, say rows = "interventions"; else say
        } which answer does not count, and why: set_aside = {"{"} "<id>" = "<reason>" {"}"} under respondent
set-aside-unknown = there is no respondent { $respondent } to set aside
    .expected = the id of a respondent in { $file }
    .todo = { $suggestion }
respondents-missing = there are no respondents below the header
    .expected = a row for each
    .todo = export the survey with its answers
header-holds-answers = row { $line } { $of ->
        [above] stands above the header and is not read
       *[within] is one of the { $rows } header rows
    }, but holds { $kind ->
        [recipient] the recipient
        [amount] the amount
       *[id] the id
    } { $value }
    .expected = answers below the header, where they are read
    .todo = count the header rows of the file, and correct "rows" and "keep" of "header" in study.toml
header-again = the header stands again among the rows: { $count } { $count ->
        [one] time
       *[other] times
    }; these rows count as nobody
    .expected = one header, and rows of respondents below it
    .todo =
        look whether several exports were put below each other: whether their columns are the same, and no answer stands twice
rows-like-totals = rows that look like totals or footers and count as nobody: { $count }{ $named ->
        [0] {""}
       *[other] {" "}({ $labels })
    }
    .expected = rows of respondents only
    .todo = if so, say it under respondent: totals = [{ $example }]; if not, fill in who answered
rows-unfinished =
    rows whose status says that the answer was not sent in or does not count: { $count } ({ $ids }); in the column { $column }
    stands { $text } in the first
    .expected = answers that were sent in and count
    .todo =
        ask the respondent; if the answer does not count, say in only what this column says of the others, or set it aside:
        set_aside = {"{"} { $first } = "räknas inte" {"}"} under respondent
interventions-unfinished =
    interventions in rows whose status says that they were not sent in or do not count: { $count }{ $funds } ({ $ids }); in the
    column { $column } stands { $text } in the first
    .expected = interventions that were sent in and count
    .todo = ask the respondent; if they do not count, say in only what this column says of the others; their funds are in no sum then
interventions-remarked =
    interventions in rows with a remark that they are not to be counted: { $count }{ $funds } ({ $ids }); in the first
    stands { $text }
    .expected = interventions that count
    .todo = ask who wrote it; one that does not count is taken out of a copy, and its funds are in no sum then
rows-said-out =
    rows with a remark that they are not to be counted: { $count } ({ $ids }); in the first stands { $text }
    .expected = rows that count
    .todo =
        ask who wrote it; if the row does not count, set it aside: set_aside = {"{"} { $first } = "räknas inte" {"}"}
        under respondent, or take it out of a copy
respondents-like-tests = respondents that look like tests: { $count } ({ $respondents })
    .expected = answers that were meant
    .todo = if it is one, set it aside: set_aside = {"{"} { $first } = "testsvar" {"}"} under respondent

## Ids

id-nearly-same = did you mean { $meant }? The ids differ in { $difference }
ids-differ-in-signs = spaces or signs that cannot be seen
ids-differ-in-case = capital letters
ids-differ-in-dashes = the kind of dash
ids-differ-in-zeros =
    leading zeros: a spreadsheet shows a number as 001 by its format, and the number is 1
ids-differ-in-spelling = spelling

## Columns that no key names

column-read-loosely = { $columns } is read as { $pattern }: { $extent }
    .expected = the declared spelling; case, spaces, dashes and punctuation are compared loosely
    .todo = look whether that is what the column holds; correct the header in a copy of the export
column-not-read = { $columns } resembles { $pattern } but is not read: { $extent }
    .expected = a name that a key of study.toml has; what no key names is not read
    .todo = correct the header in a copy of the export, or the declaration
columns-beside-blocks = no key names { $columns }, beside the interventions' blocks: { $extent }
    .expected = keys for the columns that count
    .todo = name those that count in study.toml; the others need nothing
columns-without-header = what stands under no header is not read: { $extent }
    .expected = a header over every filled column
    .todo = look whether a header is missing in the export
extent = { $columns ->
        [one] { $columns } column
       *[other] { $columns } columns
    }, { $cells ->
        [one] { $cells } filled cell
       *[other] { $cells } filled cells
    }
extent-with-money = { $extent }, { $kronor }

## Answers

mark-unreadable = { $mark } cannot be read as the mark of an option
    .expected = X, 1, Ja or Valt where it is ticked; blank, 0, Nej or Ej valt where it is not
    .todo = correct a copy of the export, or declare the question in another form
answer-unknown = { $answer } is no answer of the question
    .expected = one of { $answers }
    .todo = { $suggestion }
say-what-numbers-mean =
    say what the numbers mean: value_labels names the sheet that does, or "answers" does, as answers = {"{"} Ja = "1" {"}"}
answer-add-or-ask = add the answer in study.toml if people could choose it; else ask the respondent

spelling-beside = { $own } ({ $count }) beside { $other } ({ $times })
spelling-of-look-alikes = { $own } ({ $count }) beside { $other } ({ $times }), { $sign } only looks like { $letter }
options-maybe-one =
    options of the question { $question } that may be one, and are counted apart: { $options }
    .expected = one spelling of every option
    .todo =
        look whether they are one; then declare the "options" of the question, or correct a copy of the export
values-like-no-answer =
    values of the question { $question } that look like no answer, and count as options: { $values }
    .expected = options, or a blank cell where nothing was answered
    .todo =
        look whether the questionnaire has them; otherwise declare the "options" of the question, or clear the cells in a copy of the export

## Corrections

corrections-missing = there are no corrections below the header
    .expected = a row for each correction
    .todo = fill the list in; if nothing is corrected, remove [corrections] from study.toml
field-not-correctable = { $field } is no field that can be corrected
    .todo = { $suggestion }
correction-without-reason = the correction of { $intervention } has no reason
    .expected = who confirmed the new value, and how
correction-twice = { $field } of { $intervention } is corrected twice
    .expected = one correction; the other is at { $other }
    .todo = remove the one that does not hold
correction-of-text-is-number =
    the correction of { $intervention } puts the number { $new } into { $name }, which is its { $field }, a text
    .expected = a text; a number is one of { $funds }, the funds
    .todo = look which field is meant, and at "fields" under [corrections]
correction-changes-nothing =
    the correction of { $intervention } changes nothing: { $field } was and stays { $old }
    .expected = another value than the exported one
    .todo = enter the confirmed value, or remove the correction
correction-of-other-value = the { $field } of { $intervention } is { $value }, not { $old }
    .expected = an intervention's id, and the value as it is exported; an amount in whatever form
    .todo = mend or remove the correction
correction-without-column =
    the intervention { $intervention } has no { $field } to correct: the study reads no such column
    .expected = an intervention's id, and the value exactly as it is exported
    .todo = declare the column, or remove the correction
correction-set-aside =
    the correction of { $intervention } is not used: { $respondent } is set aside: { $reason }
correction-of-unread =
    the intervention { $intervention } could not be read, so its { $field } was not corrected
    .todo = mend what is told of its respondent
correction-of-near-id = there is no intervention { $intervention } with a { $field } to correct
    .expected = an intervention's id, and the value exactly as it is exported
    .todo = { $suggestion }
correction-of-nothing = there is no intervention { $intervention } with a { $field } to correct
    .expected = an intervention's id, and the value exactly as it is exported
    .todo = mend or remove the correction

## Several surveys

intervention-named-as-answerer = the intervention { $intervention } has an id that means a respondent to an open question
    .expected = ids that mean one; area:id means a respondent
    .todo = give the intervention another id in a copy of the export
intervention-in-two-surveys = the intervention { $intervention } stands in two surveys
    .expected = every id once; the other is at { $other }
    .todo = put a sign before the ids of one of the surveys, as id_prefix = "B"; codes and corrections then name them so
