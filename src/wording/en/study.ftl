### study.toml: what it declares, and what is wrong with it.

## Keys

toml-invalid = { $error }
    .expected = valid TOML
format-newer = the file has format { $format }
    .expected = format { $known }, the newest that this version of insats reads
    .todo = use a newer version of insats
key-missing = the key { $key } is missing
    .expected = { $expected }
key-unknown = the key { $key } is not known here
    .todo = { $suggestion }
key-mistyped = { $key } is { $kind }
    .expected = { $expected }
word-unknown = { $key } is { $word }
    .expected = { $expected }
    .todo = { $suggestion }
one-of = one of { $words }

## Kinds of values

kind-text = a text
kind-number = a number
kind-flag = true or false
kind-date = a date
kind-list = a list
kind-table = a table
wanted-text = a text in quotes
wanted-number = a whole number from { $first } to { $last }
wanted-numbers = a list of whole numbers from { $first } to { $last }
wanted-texts = a list of texts
wanted-table-of-texts = pairs of a name and a text, as {"{"} a = "A", b = "B" {"}"}
wanted-table-of-numbers = pairs of a name and a number, as {"{"} 2023 = 403.7, 2024 = 415.1 {"}"}
wanted-text-for-every-key = a text for every key
wanted-table-of-texts-or-lists = pairs of a name and a text, or a list of texts, as {"{"} a = "A", b = ["B", "C"] {"}"}
wanted-text-or-texts-for-every-key = a text, or a list of texts, for every key
wanted-text-in-languages = a text, or a table with sv and en
wanted-tables = a table of tables
wanted-list-of-tables = a list of tables ([[{ $key }]])

## What keys hold

key-study-title = the study's title
key-text-label = what readers call the text
key-study-year = a year, as 2024
key-swedish-text = the Swedish text
key-survey-or-account = at least one [[survey]] or [[account]]
key-codebook = the path of the codebook, a JSON file
key-complete = when an intervention is complete
key-area-name = a short name without spaces, as bu-region
key-export-file = the export's file name
key-respondent-columns = the columns of who answered
key-respondent-id = the column of the respondent's id
key-intervention-columns = the columns of an intervention
key-label-sheet = the sheet that says what numbers mean
key-label-question = the column with the question
key-label-value = the column with the number
key-label-meaning = the column with its meaning
key-earlier-question = the earlier question
key-requisitions-file = the file with the requisitioned funds
key-requisitioned-column = the column with the requisitioned amount
key-row-area-column = the column that says the area of a row
key-listed-areas = the list's words for areas = the areas of the study
key-repayments-file = the file with the repaid funds
key-recipient-column = the column with the recipient
key-area-column = the column with the area
key-repaid-column = the column with the repaid amount
key-corrections-file = the file with the corrections
key-intervention-id = the column with the intervention's id
key-field-column = the column with the field
key-old-column = the column with the value as exported
key-new-column = the column with the value that replaces it
key-reason-column = the column with the reason
key-coding-file = the coding sheet's file name
key-domain-columns = the column of each domain
key-coder = the coder's name or letter
key-held-back-file = the list of answers that were held back
key-register-file = the file with a row per recipient, with codes and names
key-register-code = the column with the recipient's code
key-register-name = the column with the recipient's name
key-parent-register = a register that is built in, or declared above this one
key-parent-column = the column with the code or name of whom the recipient belongs to
key-nouns = what one is called, with its article, and what several are called: one = "a school", several = "schools"
key-account-name = a short name without spaces, as regioner
key-account-file = the file with a row per recipient
key-recipient-name-or-code = the column with the recipient's name or code
key-difference-from = the field that something is taken from
key-difference-less = the field that is taken away
key-portion-shares = the field with the shares
key-portion-of = the money field that they are shares of
key-allocation-name = the allocation's name
    .todo = shorten it
key-allocation-parts = at least one pot, as [[allocation.part]]
key-part-name = a short name without spaces, as suicidprevention
key-pot = the sum that is distributed, in kronor
key-supplement-amount = kronor to each of the recipients
key-supplement-recipients = names or codes
key-numbers-file = the file with the numbers
key-earlier-study = the folder of an earlier study, as ../prehospital-2021
key-prices-year = the year whose prices funds are told in, as 2024
key-prices-source = where the index is from
key-prices-index = an index for every year, as {"{"} 2023 = 403.7, 2024 = 415.1 {"}"}
key-printed-file = the file with the printed numbers

## Names

name-unfit = { $name } cannot be a name here
    .expected = letters, digits, - and _
area-name-unfit = { $name } cannot be the name of an area
    .expected = letters, digits, - and _
    .todo = choose a short name; what readers see is the title
question-name-unfit = { $name } cannot be the name of a question
    .expected = letters, digits, - and _
field-name-unfit = { $name } cannot be the name of a field
    .expected = letters, digits, - and _
measure-name-unfit = { $name } cannot be the name of a measure
    .expected = letters, digits, - and _
register-name-unfit = { $name } cannot be the name of a register
    .expected = letters, digits, - and _
    .todo = choose a short name, as school; readers see the nouns under "one" and "several"
register-name-taken = there is a register { $name } already
    .expected = a name of its own; region, county and municipality are built in
    .todo = choose another name
noun-without-article = { $written } has no article
    .expected = one with its article: a or an in English, en or ett in Swedish
    .todo = write it as in one = "en skola", or one = {"{"} sv = "en skola", en = "a school" {"}"} for reports in both languages
file-name-of-device = { $what } is no name for a file
    .expected = another name: some systems keep CON, PRN, AUX, NUL, COM1 to COM9 and LPT1 to LPT9 for devices
    .todo = { $todo }
file-name-too-long = { $what } is too long for a file's name: { $bytes } bytes
    .expected = at most { $most } bytes; letters beyond a to z take two or more
    .todo = { $todo }
allocation-name = the name of the allocation { $allocation }
    .todo = shorten it
item-id = the item's id { $id }
    .todo = give it another id

## Files and folders

declarations-unreadable = the study's declarations cannot be read: { $reason }
    .expected = a folder that holds study.toml
    .todo = give the study's folder, for example: insats run input/lagesrapport-2024
declarations-not-utf8 = the study's declarations cannot be read: { $reason }
    .expected = a text in UTF-8
    .todo = open the file in an editor and save it as UTF-8
file-missing = the file { $file } does not exist
    .expected = a path relative to the study's folder
    .todo = { $todo }
put-file-there = put the file there, correct its name, or make its section a comment
file-outside = { $file } lies outside the study's folder
    .expected = a file in the study's folder, or one that "outside" lists
    .todo = move the file there, or allow its use under [limits]: outside = [{ $file }]
outside-missing = { $path } under "outside" does not exist
    .expected = a file or folder, as a path from the study's folder
    .todo = correct the path under [limits], or remove it
companion-missing = there is no study in { $folder }
    .expected = a folder that holds study.toml, from this study's folder
companion-is-itself = { $folder } is this study itself
    .expected = the folder of another study
earlier-not-before = the earlier study is of { $then }, and this one of { $now }
    .expected = a study of an earlier year
earlier-missing = there is no study in { $folder }: nothing of that year stands beside this one
    .expected = the folder of the earlier study, from this study's folder
    .todo = put it there or correct the path; figures and claims that need it say so
earlier-twice = another earlier study is of { $year }, too: { $other }
    .expected = one study of each earlier year
earlier-name-unknown = { $key } of an earlier study: there is no { $name }
    .expected = names that the two study.toml have
    .todo = { $suggestion }
earlier-break-of-nothing = { $area } is said to break with { $year }, but the earlier study has no such area
    .expected = an area that is in both years, by [earlier.areas] if it was called otherwise
earlier-break-without-reason = the break of { $area } has no reason
    .expected = why the years cannot be compared: figures and claims print it
    .todo = write the reason, or remove the break
earlier-option-unknown = options of an earlier study: no question of { $year } has { $name }
    .expected = an option or answer as it reads in its year
    .todo = { $suggestion }
earlier-recipient-unknown = recipients of an earlier study: nobody who can answer in { $year } has the code { $code }
    .expected = codes of recipients, the code of then = the code of now
    .todo = { $suggestion }
earlier-recipients-together = { $was } has become { $now }, and both answered in { $year }: they are counted together
    .expected = one recipient then for one now, or a word that both are one
    .todo = if they are one, add { $line } to recipients; else mend the code
earlier-other-currency = the earlier study { $study } counts in { $then }, this one in { $now }: no funds stand side by side
    .expected = the same currency in both years
earlier-other-weighting = funds of the earlier study { $study } count in another way than those of this one: in one year as reported, in the other weighted to what was requisitioned
    .expected = the same weighting in both years
    .todo = compare shares of funds rather than funds, or set weighting.per alike
earlier-other-definitions = { $count ->
        [one] one code is
       *[other] { $count } codes are
    } defined otherwise than in { $year }: { $codes }
    .expected = the same definitions, or a map of what codes became
    .todo = say in the report what was redefined, code the earlier year anew, or name the map in codes
earlier-warnings = { $warnings ->
        [one] one warning
       *[other] { $warnings } warnings
    } about the data of the earlier study, that of { $year }
    .todo = run { $study } by itself to read them

## Limits

limit-exceeded = { $found }
    .expected = at most { $most } { $unit }
    .todo = mend the file; if it is meant to be so, raise { $key } under [limits] in study.toml

## How texts are read

reading-key-unfit = { $value } cannot be the { $key } of a file
    .expected = { $expected }
wanted-encoding = an encoding, as utf-8, utf-16le, windows-1252, latin1 or macroman
wanted-delimiter = one or several signs, as ;, ||, tab, or none
wanted-sign = one sign, or none

## Surveys

area-of-two-surveys = the area { $area } has two surveys
    .expected = one survey per area
    .todo = give one of them an area of its own
respondent-without-recipient = nothing says which recipient a respondent is
    .expected = the key "name" or "code"
set-aside-without-reason = the respondent { $respondent } is set aside without a reason
    .expected = why its answers do not count
header-row-beyond = the header has { $rows ->
        [0] no rows
        [one] one row
       *[other] { $rows } rows
    }, and "keep" names row { $row }
    .expected = rows of the header, counted from 1
intervention-sheet-without-link = a file or sheet with one row per intervention lacks its link to the respondent
    .expected = the keys "id" and "respondent"
intervention-key-without-sheet = the key { $key } says nothing of interventions in their respondent's row
    .expected = with it the key "file" or "sheet", or rows = "interventions" in the survey
    .todo =
        name the file or sheet with one row per intervention, or say that every row of the export is one; remove the key where
        the interventions stand as blocks with {"{"}n{"}"}
interventions-in-two-tables = the interventions are declared in two tables
    .expected = rows = "interventions", or the file or sheet of interventions beside the respondents
    .todo =
        remove "rows" where the survey's own file has a row per respondent, else "file" and "sheet" here
intervention-respondent-in-rows = the key { $key } is for interventions in a table of their own
    .expected = the respondent's columns under "respondent", for every row says who the respondent is
    .todo = name the column of the respondent's id there, as id, and remove the key
intervention-field-unknown = { $field } is no field of an intervention
    .todo = { $suggestion }
required-field-without-column = the survey { $area } has no column for { $field }, which complete.requires names
    .expected = the key { $key } with the column
    .todo = declare the column, or take the field out of complete.requires

## Questions

question-form-unclear = the question { $question } has no or several forms
    .expected = exactly one of "ticked", "joined", "items", "choice", "text"
question-without-answers = the question { $question } has no answers
    .expected = "answers", or "scale" with the name of one
counted-answer-unknown = { $answer } is no answer of the question
    .todo = { $suggestion }
answer-separator-empty = nothing parts the answers in a cell
    .expected = the sign between them, as ";", "," or "\n"
option-missing = { $column } does not say where the answer option stands in the column's name
    .expected = {"{"}option{"}"} in place of the option
    .todo = write {"{"}option{"}"} there; if the question has one column only, write "choice" (one answer) or "joined" (several in a cell) as its key
option-in-single-column = { $column } stands for several columns
    .expected = one column; {"{"}option{"}"} belongs to "ticked" and "items"
    .todo = write the column's name, or declare the question in another form
answers-and-scale = the answers are declared twice: by "answers" and by "scale"
    .expected = one of the two
    .todo = remove the one that does not hold
scale-unknown = there is no scale { $scale }
    .expected = the name of a scale, whose answers [scale.…] in study.toml gives
    .todo = { $suggestion }
scale-unused = no question uses the scale { $scale }
    .expected = a question or field with scale = { $scale }
    .todo = use it, or remove it from study.toml
scale-without-answers = the scale { $scale } has no answers
    .expected = "answers" with those of the scale
listed-text-blank = a text of { $key } is blank
    .expected = every text once; letters are compared without regard to case
    .todo = remove the one that is too much
listed-text-twice = { $text } stands twice among { $key }
    .expected = every text once; letters are compared without regard to case
    .todo = remove the one that is too much
key-of-joined-only = the key { $key } says nothing of a question in the form { $form }
    .expected = it belongs to "joined"
    .todo = remove it; the options of other forms are their columns or answers
key-of-closed-questions = the key { $key } says nothing of a question that is answered in own words
    .expected = it belongs to questions with answers to choose from
    .todo = remove it; the codes of the question's domain are its options
options-of-choice = the key { $key } says nothing of a question in the form { $form }
    .expected = it belongs to "ticked", "joined" and "items"
    .todo = write the answers under "answers"
other-of-columns = the key "other" says nothing of a question in the form { $form }
    .expected = it belongs to "choice" and "joined"
    .todo = remove it; a text in the column of an option such as Other is a tick already
other-column-of-choice-only = the key "other_column" says nothing of a question in the form { $form }
    .expected = it belongs to "choice"
    .todo = remove it
other-column-alone = "other_column" stands without "other"
    .expected = the answer as which texts in that column count
    .todo = add it, as other = "Annat"
other-without-options = "other" stands in a question without declared options
    .expected = options, for without them every text is an option of its own
    .todo = add "options", with that one among them
other-unknown = { $answer } is no answer of the question
    .expected = one of the answers or options, as which other texts count
    .todo = { $suggestion }
name-of-written-blank = under "{ $key }" the name of { $written } is blank
    .expected = a name = what the export writes
    .todo = write the name before the equals sign
key-due-column = the column that says when an answer was sent in
key-due-day = the last day, as "2025-03-14"
day-unreadable = { $text } is no day
    .expected = a day of the calendar, as "2025-03-14"
    .todo = correct it
only-without-texts = "only" has no text for the column { $column }
    .expected = the texts of the rows that are to be read, as only = {"{"} Status = "Complete" {"}"}
    .todo = add them; "" means a blank cell
key-of-items-and-choice-only = the key { $key } says nothing of a question in the form { $form }
    .expected = it belongs to "items" and "choice"
    .todo = remove it; options that are ticked have no answers to choose from
block-number-missing = the question { $question } is asked for each intervention, but its column has no {"{"}n{"}"}
    .expected = {"{"}n{"}"} in the column of a question about the interventions of numbered blocks, and nowhere else
    .todo = correct the column, or the key "per"
block-number-of-respondent = the question { $question } is asked once per respondent, but its column has {"{"}n{"}"}
    .expected = {"{"}n{"}"} in the column of a question about the interventions of numbered blocks, and nowhere else
    .todo = correct the column, or the key "per"
block-number-without-blocks =
    the question { $question } has {"{"}n{"}"}, but its sheet has a row for each intervention and no blocks
    .expected = {"{"}n{"}"} in the column of a question about the interventions of numbered blocks, and nowhere else
    .todo = correct the column, or the key "per"
column-of-two-questions = { $column } is the column of { $one } and of { $other }
    .expected = a column for each field and question
    .todo = correct the one that is wrong, or remove it

## Follow-up questions

condition-without-answers = it is not said which answers lead to the follow-up
    .expected = "answers" with one or several of the earlier question
condition-answer-unknown = { $answer } is no answer of the question { $question }
    .expected = answers of the earlier question that lead to this one
    .todo = { $suggestion }
follow-up-of-interventions = a question to the respondent follows up one about each intervention
    .expected = an earlier question to the respondent
follow-up-unknown = { $question } follows up { $earlier }, which is no earlier question of the survey
    .todo = { $suggestion }

## Requisitions and repayments

row-without-recipient = nothing says which recipient a row is
    .expected = the key "code" or "name"
requisition-column-of-no-area = the column { $column } belongs to { $area }, which is no area of the study
    .todo = { $suggestion }
listed-area-unknown = { $word } belongs to { $area }, which is no area of the study
    .todo = { $suggestion }
listed-area-twice = { $word } is both an area of the study and one that is not evaluated here
    .expected = every word once, in areas or in other_areas
area-of-two-requisition-columns = the area { $area } has two columns of requisitions
    .expected = one column per area
area-of-two-requisition-lists = the area { $area } has requisitions in two places
    .expected = one [[requisitions]] per area
currency-without-decimals = { $currency } have no decimals, and currency_decimals asks for some
    .expected = currency_decimals = 0, or no such key
accounts-in-kronor = the study is in { $currency } (currency = "{ $code }"), and it has an [[account]]: returns of grants are read in kronor
    .expected = currency = "SEK", or no [[account]]
    .todo = make a study of its own of the accounts, in kronor; accounts in other currencies cannot be read
survey-without-funds = the survey of { $area } has no column of used funds (funds), but { $other } speaks of funds
    .expected = the key funds in every survey; or no funds in any of them, and no [[requisitions]], [repayments] or [weighting]: then interventions alone are counted
requisitions-not-used = per = "none" counts reported funds as they are, and { $key } would not be used
    .expected = { $key } alone, or per = "none" alone
    .todo = take { $key } away, or write per = "recipient" or "area" to weight reported funds to what was requisitioned
area-without-requisitions = no requisitions are declared for the area { $area }
    .expected = a [[requisitions]] whose areas name it; or [weighting] with per = "none", which counts reported funds as they are
level-said-twice = the level is said twice, by "level" and by "level_column"
    .expected = one of them
column-of-both-amounts = the column { $column } is both what was paid out and what was repaid
    .expected = a column for each
repaid-column-shared =
    the column { $column } of { $file } is what was { $is } and, under { $section }, what was repaid
    .expected = a column for each
    .todo = name the column with the repayments, or remove { $section } if there are none
repayments-of-one-list = { $file } and the column of amounts are declared for two sources of repayments, which then can never differ
    .expected = a list or column for each source
    .todo = declare the list of the other source, or remove one
repayments-called-alike = two sources of repayments are called { $source }
    .expected = a name for each source, in both languages
    .todo = give them different names under source
repayments-of-other-time = { $section } speaks of { $day }, but the study is of { $year }
    .expected = a day of the study’s year or of the next years
    .todo = correct as_of
paid-out = paid out
repaid-by-key = repaid, by the key "repaid" of the list

## Coding sheets

column-of-two-domains = the column { $column } is declared for { $earlier } and for { $domain }
    .expected = a column of its own for each domain
    .todo = correct the name of one of them, or remove the domain
intervention-id = { $unit ->
        [intervention] the intervention's id
        [respondent] the respondent's id
       *[other] the recipient
    }
coding-of-two-units = the rows of a coding sheet are declared to be about two things
    .expected = exactly one of "intervention", "respondent" and "recipient"
    .todo = declare a [[coding]] for each
open-question-per-intervention = the open question { $question } is put about each intervention
    .expected = "text" for what respondents or recipients were asked
    .todo = declare it as a text of interventions ([text]) with its column in [survey.intervention]; a domain that is optional codes it
open-questions-too-many = there are more than { $most } open questions
    .expected = { $most } at most
    .todo = leave those out that are not coded
open-question-without-codebook = the answers to the open question { $question } are given codes, and the study has no codebook
    .expected = a codebook with a domain for the question
    .todo = add codebook = "…" at the top of study.toml
measure-of-open-question = the measure counts the open question { $field }
    .expected = what other years can be compared by: money, shares, closed questions
    .todo = count it in the column of an item instead (count = …)
code-separator-empty = the separator is empty
    .expected = the sign between codes, as ";"
word-for-none-blank = none is { $word }
    .expected = the word that stands where nothing fits, as "ingen"
    .todo = remove the key if blank cells say that nothing fits
two-final-codings = there are two final coding sheets
    .expected = one at most; the other is at { $other }
    .todo = put the rows of both in one sheet, each intervention once
two-codings-of-coder = the coder { $coder } has two coding sheets
    .expected = one at most; the other is at { $other }
    .todo = give one of the coders another name, or join the sheets
coding-column-twice = the column { $column } of { $file } is declared twice
    .expected = a sheet, or columns, of its own for each coder; the other is at { $other }
    .todo = correct the file, the sheet or the columns of one of them

## Accounts

account-twice = the account { $account } is declared twice
    .todo = give one of them another name
account-unknown = there is no account { $account }
    .todo = { $suggestion }
account-unclear = it is not clear to which account { $of } belongs
    .expected = the key "account", where the study has not just one
    .todo = { $accounts }
account-field-unknown = the account { $account } has no field { $field }
    .todo = { $suggestion }
label-of-no-option = { $key } has a label but is no option
    .expected = a key under "options"
field-form-unclear = the field { $field } has no or several forms
    .expected =
        exactly one of "money", "share", "number", "register", "ticked", "joined", "items", "choice", "text",
        "difference", "portion"
field-unit-unfit = the unit of { $field } does not fit what it holds
    .expected = kr, tkr or mnkr for money; "percent" or "fraction" for shares; none otherwise
decimal-without-numbers = the field { $field } has a decimal sign but no numbers to read
    .expected = the key "decimal" beside "money", "share" or "number"
    .todo = remove it
key-of-money-only = { $key } is said of a field without money
    .expected = a field in the form "money", "difference" or "portion"
field-of-other-kind = the field { $field } does not hold what is wanted here
    .expected = { $expected }
wanted-money-field = a money field
wanted-money-field-or-part = a money field, or a part of an allocation
wanted-shares = a field with shares
wanted-question = a question
wanted-number-or-money = a field with a number or money
wanted-question-shares-or-money = a question, shares or money
field-rests-on-later = { $field } rests on { $source }, which is declared below it
    .expected = a field that is declared above
field-rests-on-allocation = { $field } rests on { $source }, a part of an allocation
    .expected = a field of the account
field-with-options = { $field } has one amount per option
    .expected = a field with one amount
field-with-options-compared = { $field } has one amount per option and cannot be compared
    .expected = a field with one amount

## Allocations and measures

allocation-twice = the allocation { $allocation } is declared twice
    .todo = give one of them another name
allocations-of-one-file = the allocations { $one } and { $other } differ in capitals only, and become one file on many computers
    .expected = names that differ in more, for files are named by them
    .todo = give one of them another name
allocation-unknown = there is no allocation { $allocation }
    .todo = { $suggestion }
allocation-part-unknown = the allocation { $allocation } has no part { $part }
    .expected = the id of a part, or "total" for all parts together
    .todo = { $suggestion }
no-part-of-allocation = { $part } is no part of an allocation
    .expected = an allocation and its part, joined by a point
    .todo = { $suggestion }
allocation-for-other-level = the allocation { $allocation } is for the level { $own }
    .expected = an allocation for the level { $level }
allocation-as-key = an allocation cannot be the key of another
    .expected = a field of the account
part-name-taken = the part { $part } has a name that is taken
    .expected = a name of its own; "total" is what a recipient gets in all
measure-unclear = it is not clear what is measured
    .expected = at most one of "sum", "count", "pots"
measured-answer-unknown = { $answer } is no answer to { $question }
    .todo = { $suggestion }
measured-answers-unsaid = it is not said which answers to { $question } count
    .expected = "answers" with some of { $answers }

## What the reader of TOML finds wrong

toml-fault-and-wanted = { $what }, expected { $wanted }
toml-key-value-extra = extra assignment between key-value pairs
toml-extra-equals = extra `=`
toml-extra-comma-array = extra comma in array
toml-extra-comma-table = extra comma in inline table
toml-duplicate-key = duplicate key
toml-content = unexpected content
toml-key-or-value = unexpected key or value
toml-equals-in-array = unexpected `=` in array
toml-leading-zero = unexpected leading zero
toml-bad-sign = unexpected sign
toml-unquoted-value = string values must be quoted
toml-unquoted-empty-key = unquoted keys cannot be empty
toml-no-value = key with no value
toml-missing-equals = missing assignment between key-value pairs
toml-missing-comma-array = missing comma between array elements
toml-missing-comma-table = missing comma between key-value pairs
toml-missing-value-for-key = missing value for key
toml-missing-value = missing value
toml-missing-key = missing key for inline table element
toml-missing-quote = missing opening quote
toml-missing-escape = missing escaped value
toml-unclosed-array = unclosed array
toml-unclosed-section-list = unclosed array table
toml-unclosed-inline = unclosed inline table
toml-unclosed-table = unclosed table
toml-bad-string = invalid basic string
toml-bad-literal = invalid literal string
toml-bad-long-string = invalid multi-line basic string
toml-bad-long-literal = invalid multi-line literal string
toml-bad-text = invalid string
toml-bad-key = invalid key
toml-bad-unquoted-key = invalid unquoted key
toml-bad-pair = invalid key-value pair
toml-bad-element = invalid inline table element
toml-bad-table = invalid table
toml-bad-value = invalid value
toml-bad-boolean = invalid boolean
toml-bad-date = invalid date-time
toml-bad-float = invalid float
toml-bad-integer = invalid integer number
toml-bad-comment = invalid comment character
toml-bad-line-end = carriage return must be followed by newline
toml-wanted-nothing = nothing
toml-wanted-newline = newline
toml-wanted-key = key
toml-wanted-value = value
toml-wanted-digits = digits
toml-wanted-numbers = numbers
toml-wanted-letters = letters
toml-wanted-characters = characters
toml-wanted-basic-string = basic string
toml-wanted-literal-string = literal string

## Texts of interventions

text-name-unfit = { $name } cannot be the name of a text
    .expected = letters, digits, - and _, and no other key of [survey.intervention] or column of data/interventions.csv, as funds, sheet or area; keys of the study, domains and columns of data files use it
    .todo = give it another name; what readers call it stands under label
texts-too-many = the study declares more texts of interventions than there may be
    .expected = at most { $most }
    .todo = declare those that are coded or shown
