### Coding sheets: their cells, rows and codes.

## What stands in a cell instead of a code

wanted-codes = codes that the codebook uses for { $domain }, joined by { $sign }
code-with-spaces = there is no code { $code } for { $domain }: only spaces stand between the codes{ $cells ->
        [one] {""}
       *[other] , as in { $cells } cells of the sheet altogether
    }
    .expected = { $expected }
    .todo = write { $codes }, or declare separator = " " for the sheet
code-with-line-breaks = there is no code { $code } for { $domain }: a line break stands between the codes{ $cells ->
        [one] {""}
       *[other] , as in { $cells } cells of the sheet altogether
    }
    .expected = { $expected }
    .todo = write { $codes } in a copy of the sheet{ $cells ->
        [one] {""}
       *[other] , and replace the line break in the other cells too
    }
code-with-other-separator = there is no code { $code } for { $domain }: codes are joined by { $sign }{ $cells ->
        [one] {""}
       *[other] , as in { $cells } cells of the sheet altogether
    }
    .expected = { $expected }
    .todo = write { $codes }, or declare separator = { $sign } for the sheet
code-spelt-otherwise = there is no code { $code } for { $domain }: the code is spelt otherwise{ $cells ->
        [one] {""}
       *[other] , as in { $cells } cells of the sheet altogether
    }
    .expected = { $expected }
    .todo = did you mean { $codes }?
code-with-text = there is no code { $code } for { $domain }: more than the code stands there{ $cells ->
        [one] {""}
       *[other] , as in { $cells } cells of the sheet altogether
    }
    .expected = { $expected }
    .todo = did you mean { $codes }?
label-for-code = there is no code { $code } for { $domain }: that is the label of a code{ $cells ->
        [one] {""}
       *[other] , as in { $cells } cells of the sheet altogether
    }
    .expected = { $expected }
    .todo = did you mean { $codes }?
word-for-nothing = there is no code { $code } for { $domain }: that says that nothing fits{ $cells ->
        [one] {""}
       *[other] , as in { $cells } cells of the sheet altogether
    }
    .expected = { $expected }
    .todo = leave the cell blank, or declare none = { $code } for the sheet
codes-doubted = { $count ->
        [one] one cell has a code with a question mark
       *[other] { $count } cells have a code with a question mark
    }, and { $count ->
        [one] is
       *[other] are
    } not coded until somebody has decided{ $funds }: { $names }
    .expected = codes without a mark of doubt
    .todo = read the answers, and write the codes that hold, without question marks
word-for-undecided = there is no code { $code } for { $domain }: that says that nothing has been decided{ $cells ->
        [one] {""}
       *[other] , as in { $cells } cells of the sheet altogether
    }
    .expected = { $expected }
    .todo = settle the code; where nothing fits leave the cell blank
code-as-number =
    there is no code { $code } for { $domain }: the cell holds a number, and several codes are the same number{ $cells ->
        [one] {""}
       *[other] , as in { $cells } cells of the sheet altogether
    }
    .expected = { $expected }
    .todo = format the column as text and write which is meant: { $several }
code-unknown = there is no code { $code } for { $domain }{ $cells ->
        [one] {""}
       *[other] , as in { $cells } cells of the sheet altogether
    }
    .expected = { $expected }
    .todo = { $suggestion }
code-of-other-system = the code belongs to { $system }; choose one of the right system

## Whether codes can belong to their interventions

code-column-undeclared = no key names the column { $column }, which holds codes in { $cells } { $cells ->
        [one] cell
       *[other] cells
    }
    .expected = every column of codes under domains
    .todo = look which column holds; declare it, or take it out of a copy of the sheet
final-sheet-contradicts-coders =
    the final sheet contradicts coders who agree: of { $all } { $all ->
        [one] coding
       *[other] codings
    } on which two or more agree, { $apart } have no main code in common with the final one
    .expected = the coders' codes where they agree, or a few that were changed on purpose
    .todo = look whether ids and codes of the final sheet were sorted or moved apart from each other
final-column-contradicts-coders =
    the final sheet in the column { $column } contradicts coders who agree: of { $all } { $all ->
        [one] coding
       *[other] codings
    } on which two or more agree, { $apart } have no main code in common with the final one
    .expected = the coders' codes where they agree, or a few that were changed on purpose
    .todo = look whether ids and codes of the final sheet were sorted or moved apart from each other
code-columns-swapped =
    the columns { $column } ({ $domain }) and { $other } ({ $other_domain }) have probably changed places: where it makes a
    difference, { $across } of { $all } codings fit { $by } of the other domain better
    .expected = each domain's codes in the column that is declared for it
    .todo = look at the names under domains, and at the headers of the sheet
texts-by-rules = the texts by the codebook's rules
coders-who-agree = the coders who agree
codes-misplaced = { $clauses }
    .expected = codes that stand beside their interventions
    .todo = look whether ids and codes were sorted or moved apart from each other, and put them together again
codes-by-chance =
    { $codes } fit the texts no better than by chance: of { $units } codings that the codebook's rules made, too, { $agree }
    have a main code in common with theirs; chance gives { $expected } (kappa { $kappa })
codes-of-others-fit = for the others kappa is { $kappa }
codes-fit-elsewhere = they fit the texts { $further }: { $agree } of { $units } agree
codes-shifted =
    { $codes } have probably been displaced: of { $units } codes that can be compared { $there } fit the text { $further },
    and only { $here } the one in the same row
    .expected = codes in the row of their text; they are compared with coders who agree, or with the codebook's rules
    .todo =
        look near the first of these rows for a cell that was put in or taken out, and move the codes back in a copy of
        the sheet
rows-further-down = { $rows } { $rows ->
        [one] row
       *[other] rows
    } further down
rows-further-up = { $rows } { $rows ->
        [one] row
       *[other] rows
    } further up
codes-filled-down =
    { $codes } are all { $code }: { $rows } rows one below another, far more than the rest of the column lets expect
    .expected = codes that vary as the texts do
    .todo = look whether a cell was filled down over others; if so, put the right codes back in a copy of the sheet
codes-pasted =
    { $codes } repeat { $others } in all columns: { $rows } rows, although the texts are others
    .expected = codes of each row's own text
    .todo = look whether rows were pasted over others; if so, put the right codes back in a copy of the sheet
codes-of-sheet = the codes of the sheet
codes-of-column = the codes in the column { $column }
codes-of-area = the codes in the area { $area }
codes-of-rows = the codes in rows { $first }–{ $last }
codes-of-rows-of-column = the codes in the column { $column }, rows { $first }–{ $last }
codes-far-from-texts = { $count } { $unit ->
        [intervention] { $count ->
            [one] intervention has
           *[other] interventions have
        }
       *[other] { $count ->
            [one] answer has
           *[other] answers have
        }
    } no code in common with what the codebook's rules find in the texts{ $funds }: { $names }
    .todo = look whether the codes belong to these texts; the file review.csv of "insats code" lists what rules say

## Codes that are asked for

answers-maybe-placeholders = { $count } { $count ->
        [one] answer
       *[other] answers
    } to open questions may say nothing: { $texts }
    .expected = answers that can be coded
    .todo = add those that say nothing to "placeholders" below [complete] in study.toml; the others need nothing
open-question-without-domain = no domain of the codebook codes the open question { $question }
    .expected = a domain with "unit": "{ $unit }" that has the question's name, or names it under "texts"
    .todo = add one to the codebook, with the code system whose codes the answers get
open-question-of-domains = the open question { $question } is coded by several domains: { $domains }
    .expected = one domain for a question, so that its codes are the question's options
    .todo = take the question out of the "texts" of all but one
open-question-without-codes = the codebook has no codes for { $domain }, which codes the open question { $question }
    .expected = a code system with codes
    .todo = add codes to the system that the domain uses
open-question-label-twice = two main codes of { $domain } are called { $label }; they are options of { $question }
    .expected = labels that tell the options of a question apart
    .todo = change one of the labels
domain-of-open-questions = the domain { $domain } codes several open questions: { $questions }
    .expected = a domain for each; several may use the same code system
    .todo = declare a domain for each of the questions
no-final-codes = the final codes are asked for, and the study has no final coding sheet
    .expected = codes for the figures
    .todo = declare a [[coding]] with role = "final", or use --codes rules or best
no-codes-of-rules = the codes of rules are asked for, and the codebook has no rules
    .expected = codes for the figures
    .todo = give the codes of the codebook rules, or declare a [[coding]] with role = "final"

## Answers that are held back

held-back-empty = the list of answers held back has no rows
    .todo = fill it in, or remove [held_back]
held-back-domain-unknown = { $domain } is no domain
    .todo = { $suggestion }
held-back-twice = { $domain } of { $id } is listed as { $earlier } and as { $group }
    .expected = one group for each answer
held-back-withdrawn = { $count ->
        [one] an answer that is held back is
       *[other] { $count } answers that are held back are
    } gone since it was coded: { $names }
    .expected = answers that are there
    .todo = nothing; they are held back again if they come back
held-back-id-unknown = there is no intervention { $id }
    .expected = the id of an intervention in one of the exports
    .todo = { $suggestion }
correct-id-or-remove-row = correct the id, or remove the row

## Rows and ids of a coding sheet

coding-sheet-empty = the coding sheet has no rows below its header
    .expected = { $unit ->
        [intervention] a row for each intervention
       *[other] a row for everyone who answered
    }
    .todo = fill it in, or remove its [[coding]]
domain-text-undeclared = the domain { $domain } is coded from the text { $text }, which the study does not have
    .expected = texts of interventions that study.toml declares ([text]), or * for all
    .todo = { $suggestion }; or declare the text in study.toml. Until then rules find nothing there
coded-domain-of-other-unit = the domain { $domain } is about { $unit ->
        [intervention] interventions
        [respondent] answers of respondents
       *[other] answers of recipients
    }, and { $id } is the column of something else
    .expected = domains whose "unit" in the codebook is what the rows of the sheet are about
    .todo = code it in a [[coding]] of its own, with the column of ids under { $key }
codes-without-answerer = a row with codes does not say { $unit ->
        [respondent] which respondent
       *[other] which recipient
    } it is about
    .expected = { $unit ->
        [respondent] the respondent's id as the export has it
       *[other] the recipient's name or code
    }
    .todo = fill it in, or remove the row
answerer-unknown = there is no { $unit ->
        [respondent] respondent
       *[other] recipient
    } { $id } that was asked an open question
    .expected = { $unit ->
        [respondent] the respondent's id as the export has it, or area:id
       *[other] the recipient's name or code, or account:code
    }
    .todo = { $suggestion }
answerer-unclear = { $id } is several: { $ids }
    .expected = ids that mean one
    .todo = write one of these
codes-without-answer = { $id } has codes, and did not answer
    .expected = codes for answers only; a dash, or a placeholder of the study, is none
    .todo = look whether the codes belong to another row; otherwise remove them
coded-domain-without-codes = the codebook has no codes for the domain { $domain }
    .expected = domains that the codebook uses
    .todo = { $suggestion }; or add the domain to the codebook
code-column-misnamed = the column { $column } is declared for { $domain }, and its name says { $other }
    .expected = each domain's codes in the column that is declared for it
    .todo = look at the names under domains, and at the headers of the sheet
coded-twice = { $unit ->
        [intervention] the intervention { $id } is coded twice
        [respondent] the respondent { $id } is coded twice
       *[other] the recipient { $id } is coded twice
    }
    .expected = { $unit ->
        [intervention] one row for each intervention
        [respondent] one row for each respondent
       *[other] one row for each recipient
    }; the other is { $other }
    .todo = remove the row that does not hold from a copy of the sheet
codes-without-id = a row with codes but without an intervention's id
    .expected = the id of an intervention in one of the exports
coded-but-excluded = { $id } has codes but is excluded: { $reason }
    .expected = codes for included interventions only
    .todo = { $todo }
mend-then-complete =
    mend what is told of the exports first; then complete the intervention, if it is still excluded
uncode-or-complete = remove its codes, or complete the intervention by a correction
coded-id-unknown = there is no intervention { $id }
    .expected = the id of an intervention in one of the exports
    .todo = { $todo }
correct-id-or-look-why = correct the id, or look why the exports have no such intervention
mend-then-correct-id = mend what is told of the exports first; then correct the id, if it is still unknown
coded-id-without-block = there is no intervention { $id }; its respondent { $respondent } was read
    .expected = the id of an intervention in one of the exports
    .todo =
        look at what is told of the export: a block with a mistyped header is read as no intervention; otherwise correct
        the id
coded-id-nearly-known = there is no intervention { $id }
    .expected = the ids exactly as the exports have them
    .todo = { $suggestion }
coded-ids-nearly-known = there is no intervention { $id }; { $more } { $more ->
        [one] more id of the sheet differs so
       *[other] more ids of the sheet differ so
    }
    .expected = the ids exactly as the exports have them
    .todo = { $suggestion }
code-twice-in-cell = { $code } stands twice in a cell and counts once; { $cells } { $cells ->
        [one] cell is
       *[other] cells are
    } like this
many-codes = { $codes } codes stand in one cell; { $cells } { $cells ->
        [one] cell of the sheet has
       *[other] cells of the sheet have
    } more than { $most } codes
    .expected = the codes of what the row is about
    .todo = all of them count; look whether the codes of several rows were put together
codes-of-set-aside = { $rows } { $rows ->
        [one] row holds
       *[other] rows hold
    } codes for { $respondent }, which is set aside ({ $reason }): { $ids }
    .expected = codes for respondents that count
    .todo = the codes count nowhere; nothing needs doing
codes-of-unread = { $unit ->
        [intervention] { $rows } { $rows ->
            [one] row is about an intervention
           *[other] rows are about interventions
        }
       *[other] { $rows } { $rows ->
            [one] row is about a respondent
           *[other] rows are about respondents
        }
    } that could not be read: { $ids }
    .todo = mend what is told of the respondents in the export; these rows need nothing

## Whether the final sheet is complete

rows-of-other-texts = { $count ->
        [one] a row of the final sheet has
       *[other] { $count } rows of the final sheet have
    } codes that were given to a text that stands elsewhere now, or is gone{ $funds }: { $names }
    .expected = codes for the texts that stand there now
    .todo = decide with insats accept, or correct the rows and run insats lock with --again and their ids
interventions-without-row = { $unit ->
        [intervention] { $count } { $count ->
            [one] intervention has
           *[other] interventions have
        } no row in the final sheet{ $funds }: { $names }
       *[other] { $count } { $count ->
            [one] answer has
           *[other] answers have
        } no row in the final sheet: { $names }
    }
    .expected = { $unit ->
        [intervention] a row for every intervention that counts
       *[other] a row for everyone who answered
    }
    .todo =
        code them, or add rows with blank cells where nothing fits; a run goes on without them where study.toml says draft = true
domains-without-column = the final sheet has no column for { $domains }: { $count } { $count ->
        [one] intervention{ $funds } has a text about it and
       *[other] interventions{ $funds } have texts about it and
    } no code there
    .expected = a column for every domain, where the final sheet alone counts
    .todo = if it is to be coded, add a column and name it under "domains", or let rules code what the sheet leaves out: codes = "best"
codings-unsettled = { $count } { $count ->
        [one] coding is
       *[other] codings are
    } not settled: coders differ and the final sheet is blank{ $funds }: { $names }
    .expected = a code wherever coders differ, or a word that says that nothing fits
    .todo = { $settle }
coders-differ = { $count } { $count ->
        [one] coding is
       *[other] codings are
    } not settled: those who code here differ{ $funds }: { $names }
    .expected = the same codes from everybody who coded an answer, or a decision between them
    .todo = decide: "insats collect" with the workbook of differences, "insats review", or "insats accept"
codings-wait = { $count } { $count ->
        [one] coding is
       *[other] codings are
    } not made yet{ $funds }: { $names }
    .expected = a code, or the word for none, from everybody to whom the answer was given
    .todo = code them ("insats sheet", "insats review"), or declare draft = true to see figures before all is coded
coders-unsure = { $count } { $count ->
        [one] coding counts
       *[other] codings count
    } although a coder was not sure{ $funds }: { $names }
settle-or-write-none = settle them; where nothing fits write { $none }
settle-or-declare-none =
    settle them; if nothing fits there, declare none = "ingen" for the sheet and write that word
rows-without-code = { $unit ->
        [intervention] { $count } { $count ->
            [one] intervention{ $funds } has a row
           *[other] interventions{ $funds } have a row
        } without any code: { $names }
       *[other] { $count } { $count ->
            [one] answer has a row
           *[other] answers have a row
        } without any code: { $names }
    }
    .expected = a code in one of the columns
    .todo = look whether they were left out; where nothing fits, nothing needs doing
code-column-blank = none of the { $rows } rows has a code in the column { $column }, which is declared for { $domain }
    .expected = codes in every column that is declared as a domain
    .todo = code the column, or remove it from the sheet's "domains" in study.toml
code-column-blank-beside-texts = no cell of the column { $column } has a code, although { $unit ->
        [intervention] { $count } { $count ->
            [one] intervention
           *[other] interventions
        }{ $funds } { $count ->
            [one] has
           *[other] have
        } a text about it
       *[other] there { $count ->
            [one] is { $count } answer
           *[other] are { $count } answers
        }
    }
    .expected = codes in every column that is declared as a domain
    .todo = code the column, or remove it from the sheet's "domains" in study.toml
cells-blank = { $count } { $count ->
        [one] cell is
       *[other] cells are
    } blank{ $funds }: { $names }
    .expected = a code, or { $none } where nothing fits
    .todo = code them; a run goes on without them where study.toml says draft = true
word-for-none = none
some-word-for-none = a word that the sheet declares by none = "…"
coding-sheets-the-same =
    the coding sheet of { $coder } says the same as that of { $first } ({ $file }) in all { $codings } codings
    .expected = two coders who have coded independently of each other
    .todo = look whether one file is a copy of the other; agreement between them says nothing

## How far coders agree

statistic-percent-agreement = percent agreement
statistic-cohen-kappa = Cohen's kappa
statistic-fleiss-kappa = Fleiss' kappa
statistic-alpha-nominal = Krippendorff's alpha, nominal
statistic-alpha-masi = Krippendorff's alpha, MASI

## Why agreement is not defined

agreement-over-nothing = nothing is coded by two coders
agreement-without-funds = what two coders coded has no funds
agreement-of-same-codes = everything has the same codes
agreement-not-of-all = not every intervention is coded by all coders
agreement-not-defined = not defined

## Why people should look at codes

doubt-tie = tie: { $codes }
doubt-weak = weak: { $code }
doubt-contradicted = contradicted: { $code }
doubt-negated = negated: { $code }
doubt-guarded = { $guard }: { $code }
concern-no-text = no text
concern-no-match = no pattern matches
concern-no-code = no code
concern-none = none
concern-or = { $one }, or { $other }
concern-other-final-codes = the final codes are others: { $codes }
concern-not-suggested = the model suggests nothing
concern-to-decide = the model is not sure
concern-coded-differently = the same text has other final codes elsewhere: { $codes }
