### Drafts of declarations: what is unsure, what changed, and the comments of study.toml and report.toml.

## Marks in comments; UNSURE, CHECK, CHANGED and MISSING are the same in every language

drafted-head =
    A draft made by insats init from the files in this folder. What is marked UNSURE was one of several; look at it,
    correct it, and remove the mark. Then: insats check. docs/reference/study.md explains every key. In a column name
    {"{n}"} stands for the number of an intervention's block and {"{option}"} for an answer option.
drafted-carried-head =
    Carried over from an earlier year by insats init. CHANGED marks what has another name or the new year, MISSING what
    is not in the folder, CHECK what is new or speaks of other years, UNSURE what was one of several. Look at each,
    correct it, and remove the mark. Then: insats check.
marks-left =
    { $count ->
        [one] a mark of the draft is left
       *[other] { $count } marks of the draft are left
    }: { $places }
    .expected = a draft that somebody has looked at
    .todo = look at what each comment is about, correct it, and remove the comment
marks-in-file =
    { $mark } in { $file }, { $of_mark ->
        [one] line
       *[other] lines
    } { $lines }

## What stands in a draft

drafted-title = Interventions { $year }
drafted-complete =
    Which fields an intervention must have, and texts that count as blank; those below were seen among the activities.
drafted-column-without-survey = { $column } = "…"   no survey goes with it
drafted-contacts = Contact data, never read: { $columns }.
drafted-tool = Read as an export of { $tool }.
drafted-form = Questions and answers are called as in the form { $file }.
drafted-all-sent-in = The column { $column } says that every answer was sent in, and is not read.
drafted-only-sent-in =
    { $count ->
        [one] { $count } row is
       *[other] { $count } rows are
    } not read: answers that were not sent in or do not count, by the column { $column }.
drafted-left =
    Columns that nothing here names, not read: { $columns }{ $more ->
        [0] { "" }
       *[other] { " " }and { $more } more
    }.
drafted-skeleton-head =
    A skeleton made by insats init: one item for everything that can be shown. Remove what the report does not need, put
    the items in its order, and word titles and notes. docs/reference/report.md explains the kinds and keys.
drafted-source = Source: Survey { $year }.
drafted-title-of-codes = Number of interventions and funds used, by { $domains }
drafted-title-of-area = { $area }: { $title }
drafted-note-interventions = In all, {"{interventions}"} interventions were reported.
drafted-note-answered = {"{answered}"}

## What a remark is about

remark-title = title
remark-year = year
remark-repaid = repaid funds in { $file }
remark-open-question = open question { $name }
remark-codebook = codebook
remark-surveys = surveys
remark-codes = codes of { $file }
remark-file = file of { $file }
remark-funds = funds of { $file }
remark-level = level of { $of }
remark-area = area of { $column }
remark-unit = unit of { $file }
remark-amount = amount of { $file }
remark-areas = areas of { $file }
remark-columns = columns of { $of }
remark-register = register { $file }
remark-role = role of { $file }
remark-survey = survey { $area }
remark-title-of = title of { $area }
remark-id = respondent id of { $area }
remark-blocks = blocks of { $area }
remark-field = { $key } of { $area }
remark-text = the text { $text }
remark-texts = texts of { $area }
remark-only = rows of { $area } that are read
remark-money = the funds
remark-question = question { $id } of { $area }

## What is unsure: the study

unsure-also = { $doubt }; { $more }
unsure-also-seen = also seen: { $others }
column-in-file = { $column } in { $file }
unsure-title = files do not say what the study is called
unsure-no-money-anywhere = no file has amounts: the study has no funds, and figures count interventions alone. Are there amounts, put their file into the folder and draft anew
unsure-no-year = no file and no column speaks of a year
unsure-next-year = no file and no column speaks of a year; it is the one after the earlier study's
unsure-year-of-others = only the names of other files than the exports speak of it
unsure-other-years = the files also speak of { $year }
unsure-codebooks = others lie beside it: { $others }
unsure-repaid-without-area = { $columns } is not read, so what was repaid is not taken off: give a copy of the file a column of areas, and declare area, amount and repaid
unsure-open-question =
    the codebook codes what is answered to { $name }, and no single column of running text is called so; if it is asked, declare its column as [survey.question.{ $name }] text = "…"{ $count ->
        [0] {""}
       *[other] ; columns that are not read: { $columns }
    }
unsure-codebook-of-earlier = the codebook of the earlier study, written beside; see whether it is this year's, too
unsure-codebook = no codebook is near; the program's own, for mental health, is written beside
unsure-no-survey =
    no file has rows of recipients with reported funds; declare them by hand, or see how a file is read with insats peek

## What is unsure: funds

unsure-requisitioned = the requisitioned funds may also be { $others }
unsure-requisitioned-column = requisitioned may also be { $others }
unsure-other-funds = { $column } speaks of other funds than those requisitioned
unsure-other-year = { $column } in { $file } speaks of another year than the study's
unsure-amounts-fit = the amounts would also do for { $areas }
unsure-thousandfold =
    one side is about a thousand times the other; one of them may be in thousands of kronor (unit)
unsure-what-was-left = neither names nor amounts say so; it is what was left
unsure-other-numbers = other columns of numbers: { $columns }
unsure-no-money = nothing in the name { $column } says that it is money
unsure-no-area = nothing in the name { $column } says that it is the area
unsure-two-units = { $column } is in another unit, and one unit counts for both
unsure-also-repaid = also seen, as repaid: { $others }
unsure-units = the columns are in { $units }, and one unit counts for all; put them in files of their own
unsure-no-survey-for-sheet = it looks like requisitions, but no survey goes with it; it is left out
unsure-may-be-repaid = { $column } says the area of a row, as in a list; it may be one of repayments
unsure-words-without-survey = no survey goes with these words of the list; their rows are left out
unsure-other-repayments = also seen: { $others }; a study declares one list of repayments
unsure-other-corrections = also seen: { $others }; a study declares one list of corrections
second-list-of-repayments = a second list of repayments; a study declares one, so bring them together in one file
second-list-of-corrections = a second list of corrections; a study declares one, so bring them together in one file
unsure-small-amounts = taken for repayments because the amounts are small beside those of { $file }
unsure-other-level = the names would also do for the level "{ $level }"
unsure-level-of-file = the file's name speaks of the level "{ $level }"

## What is unsure: codes

unsure-no-domain =
    { $file } looks like a coding sheet, but no header says a domain, and it is left out; codes stand in { $columns }.
    Declare [[coding]] with role = "final", file = { $file }, { $of_sheet }intervention = { $intervention } and every domain's
    own column, as domains = {"{"} { $domain } = { $first } {"}"}; the domains are { $domains }
unsure-coders-own = { $column } is taken for a coder's own codes
unsure-codes-elsewhere = codes of the same domains also stand in { $columns }
unsure-several-rows = interventions stand in several rows, as where each coder has rows of their own
unsure-codes-left-out = other columns have codes, too, and are left out: { $columns }
unsure-not-final = the name says that these codes are not final, or no longer
unsure-whose-codes = nothing says whether these are the final codes or a coder's own
unsure-final-elsewhere =
    the final codes are taken from { $name }; these may be a coder's own, another version, or the final ones
unsure-final-also = the final codes may also be those of { $others }
unsure-coder-twice = another coder is called { $name }, too

## What is unsure: surveys

unsure-whose-status = { $column } may also say how far the interventions have come; then remove "only", and all rows are read
unsure-twin = the same ids stand in { $file }; it may be the same export twice
unsure-title-of-area = the words of the requisitions; say it as readers should see it
unsure-register = taken for a register, for recipients of other files stand in it; say what they are called, as one = "en skola", several = "skolor"
unsure-id = no column is called an id; this one is different in every row
unsure-id-by-codes = chosen because the coding sheets have its values; also seen: { $others }
unsure-no-coded-id = no column has the ids of the coding sheets
unsure-block-spelling =
    { $name }{ $more ->
        [0] { "" }
       *[other] { " " }and { $more } more
    } is spelt otherwise than "{ $pattern }"; see with insats check whether it is read, or spell it alike in a copy of the export
unsure-persons =
    { $columns } may hold names of persons, and nothing of it is drafted; where it does not, declare it by hand
unsure-longest-texts = its name says little; it has the longest texts
unsure-text-label = the codebook names this text and does not say what readers call it; write what they see
unsure-texts-without-column =
    no header says which column is the text { $texts }, which the codebook codes; write its header, as { $first } = "…".
    { $count ->
        [0] No other column has running text
       *[other] Other columns with running text: { $columns }
    }
unsure-unused-funds = { $name } speaks of planned, granted, total or other funds, not only of those used
unsure-planned = { $name } speaks of what was planned
unsure-unit-above = what stands above the table says that amounts are in { $unit }

## What is unsure: questions

unsure-answer-of-signs = an answer consists of signs alone; look what the value means
unsure-one-answer = all answers are the same; others may have been possible
unsure-free-text = { $answers } different answers in { $count } cells; it may be free text
unsure-maybe-joined = { $answers } may be several answers that stand joined; if so, declare it as "joined"
unsure-ranking = every cell has all options, in different orders, so they were ranked; what is counted is that all were chosen: leave the question out, or count only who put an option first
unsure-never-apart = the answers are parted at every space; { $pairs } never stand apart and may be one: look in the form
unsure-order-of-words = the answers are parted at every space; some stand in both orders, so it may be a ranking or running text: look in the form
unsure-labels-apart = answers stand joined by spaces, which options may hold, too; these were told apart: { $options }; look in the form whether they are its options, and if one answer was asked for, declare it as "choice"
unsure-options-begin-alike = some names begin with { $stem }, and all with { $whole }: either may be the question, and what follows its options; look in the questionnaire
unsure-bracket = what stands in brackets is taken for the options of { $stem }; where it only explains them, they begin before: look in the questionnaire
unsure-group-of-form = { $stem } may be a question with options, or a group of the form with questions of its own that are answered with 1 and 0: look in the form
unsure-sign-with-space = what joins answers has no space behind it, so that { $option } is one; look whether all options are whole
unsure-separator =
    the separator seems to stand inside options, too: { $parts } never stands first; declare the options whole with "options"
unsure-comma = a comma may stand inside options, too; then declare the options whole
unsure-whole-options = the options are parted where a capital letter begins, so that { $option } is one; look whether all are whole
unsure-own-words =
    these stand once: { $texts }; what people wrote under "other" is no answer of its own: leave it out, and name the answer as which it counts, as other = "Annat"
unsure-option-codes = the options are codes; give them names, as options = {"{"} Barn = "1" {"}"}
unsure-answer-codes = the answers are codes; give them names, as answers = {"{"} Ja = "1" {"}"}
unsure-codes-not-in-form = { $codes } is not in the form; give it a word
unsure-follow-up = a follow-up by what the cells say; look in the questionnaire
unsure-follow-up-as-in = a follow-up as in { $area }; here the cells do not tell
unsure-spelling = { $names } is spelt otherwise than "{ $pattern }"
unsure-blank = no cell is filled in; it may have another form
unsure-yes-as-marks = Ja and Nej are read as marks; the form may also be "items"
unsure-unknown-scale = the answers are of no scale that is known
unsure-mentions =
    other columns differ by a number alone and hold the same answers; they may be several mentions of one question
unsure-question-twice = another question is called { $id }, too
unsure-further-options =
    right beside it, and with cells of the same kind, { $names } may be further options; they are not among these
unsure-remarks = the pattern takes in columns of remarks beside the answers, too: { $names }
unsure-option-of = it may be an option of { $id }
unsure-options-alike = options differ only in capitals or spaces: { $pairs }

## What changed since an earlier year

changed-year = { $from } became { $to }; check that it is right.
changed-name = was { $was }; check that it is the same.
check-years = it speaks of { $years }.
check-new-answers = in the new export, but not declared: { $answers }.
check-shape = in the new export { $shape ->
        [rows] every row is an intervention
        [table] the interventions have a table of their own
       *[blocks] the interventions stand in numbered blocks
    }, and here they are declared otherwise.
check-header = the new export has { $rows ->
        [one] one header row
       *[other] { $rows } header rows
    }, and here another number is declared.
check-unit = the new column's name speaks of { $unit }.
check-separator = in the new export answers are joined by { $separator }.
missing-name = nothing of this name is there.
missing-name-with-nearest = nothing of this name is there; the nearest is { $near }.
missing-file-of-section = its file is not in the folder; take it up again when it is.
missing-file-of-key = the file is not in the folder.
missing-survey-of-item = its survey is not in the folder.
year-changed-in-texts =
    { $from } became { $to } in { $count ->
        [one] one text
       *[other] { $count } texts
    }; look at the lines marked CHANGED
other-years-in-texts = texts speak of { $years }; look at the lines marked CHECK

## Why nothing was recognised in a file

unrecognised-because = { $reasons }
unrecognised-sheet = sheet { $sheet }: { $reason }
unrecognised-no-table = no sheet that is shown has a header over at least two columns with rows below it
unrecognised-nearest =
    no column holds mostly regions, counties or municipalities; the nearest is { $name }: { $found } of { $all } cells
unrecognised-no-recipients =
    no column holds mostly regions, counties or municipalities, by their names or, under a header that says so, their
    codes
unrecognised-repayments = it speaks of repayments, but has no column each for recipient, area and amount
unrecognised-rows-of-interventions =
    recipients come back in it, as in a list with one row per intervention, but its headers do not say where used funds
    (medel, belopp, bidrag, kostnad, kronor) and what was done stand; declare it by hand, with rows = "interventions"
unrecognised-codes =
    its columns are named by codes, as { $tool } writes them; export it with the questions' full text, or put a list beside it of what
    the codes mean: question, part, value, text
unrecognised-no-funds = it has recipients, but no header speaks of used funds (medel, belopp, kostnad, kronor)
unrecognised-no-amounts = of { $name }, only { $read } of { $all } cells can be read as amounts
unrecognised-no-block =
    { $name } may be used funds, but it stands in no block of an intervention (as "Insats 1: …") and in no sheet of
    interventions
