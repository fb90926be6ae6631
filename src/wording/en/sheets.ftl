### Workbooks that coders fill in: what they hold, and what is wrong when they come back.

## The workbook

sheet-workbook = { $study } – coding, { $coder }
sheet-of-interventions = Interventions
sheet-of-respondents = Respondents
sheet-of-recipients = Recipients
sheet-of-differences = Differences
sheet-title = Title
sheet-recipient = Recipient
sheet-area = Area
sheet-funds = Funds ({ $currency })
sheet-suggested = Suggested: { $domain }
sheet-codes = Code: { $domain }
sheet-memo = Memo
sheet-unsure = Unsure
sheet-yes = yes
sheet-code = Code
sheet-label = Name
sheet-definition = Definition
sheet-parent = Belongs to
sheet-offered = In the list
sheet-none-means = No code fits: you have read the text and decided.
sheet-domain = Domain
sheet-text = Text
sheet-memo-of = { $coder }: memo
sheet-not-sure = { $codes } (not sure)
listed-codes = Final codes
listed-why = Reason

sheet-how = How to fill in
sheet-text-goes-on = {" […] "}THE ANSWER GOES ON: read all of it with insats review before you code it
sheet-how-row = A row is an answer. Read the text, and put the code into the yellow column beside it: choose from the list, or type. What codes mean stands on the sheets behind this one.
sheet-how-codes = Several codes go into one cell with semicolons between, as G1.2; G5.1. The list takes one alone: type the others behind it.
sheet-how-none = Where no code fits write { $none }. A blank cell says that you have not coded the answer yet, and you can hand the workbook in at any time.
sheet-how-unsure = Where you are not sure write yes into the column Unsure, or the domains that it is about, or a question mark behind the code. The memo takes whatever you like.
sheet-how-sort = Sort and filter as you like, and add columns of your own. Leave the narrow columns at the right end alone: the program reads in them which text a row is about.
sheet-how-alone = Code by yourself. Some answers are coded by two, and neither is to know which.
sheet-how-back = Save as a workbook (xlsx or ods) or csv, and hand the file in. It can be collected as often as you like.
sheet-how-settle = A row is a coding on which you differ, or of which somebody was not sure. Choose or type the codes that are to count, and why. Most funds come first.
sheet-how-settle-none = Several codes have semicolons between; { $none } says that no code fits. A blank row is settled later.
sheet-how-settle-back = Leave the narrow columns at the right end alone. Hand the file in with insats collect and --settle.

## Out

sheet-coders-missing = no coder is named
    .expected = names with commas between, as --coders anna,bo
    .todo = name who is to code
wanted-share = a share from 0 to 1, as 0.15, or percent, as 15%
sheet-coder-twice = { $one } and { $other } would get the same workbook
    .expected = names that give a file each
    .todo = give one of them another name
sheet-double-alone = no answer can be coded by two where only { $coder } codes
    .expected = two coders at least, or no share
    .todo = name another coder after --coders, or leave out --double
sheet-area-unknown = the study has no area { $area }
    .expected = areas as study.toml calls them
    .todo = { $suggestion }
sheet-nothing-to-code = nothing can be given out: everything is coded or given out already, and { $coder } was given nothing
    .expected = answers that have to be coded
    .todo = see with insats status how far the coding has come
sheet-audit-only = nothing can be given out: a sample that insats audit drew has to be read first, and { $coder } was given none of it
    .expected = the sample read by those who were given it
    .todo = see with insats audit what waits; once it is read, other answers can be given out
sheet-nothing-suggests = neither the codebook nor the study has anything that suggests codes
    .expected = rules in the codebook, or a model in study.toml
    .todo = leave out --with-suggestions
sheet-not-collected = somebody has filled in the workbook, and that was not collected
    .expected = no workbook, or one that was collected
    .todo = collect it with insats collect first; or write a new one with --force, which keeps the old one as .bak
sheet-drawn-by = given out by insats sheet: share coded by two { $double }, seed { $seed }
sheet-written = { $coder }: { $answers ->
        [one] one answer
       *[other] { $answers } answers
    }{ $new ->
        [0] {""}
       *[other] , { $new } of them new
    }: { $file }
sheet-audit-first = Nothing new was given out: a sample that insats audit drew has to be read first.
sheet-doubled = { $doubled ->
        [one] One of the new answers is
       *[other] { $doubled } of the new answers are
    } coded by two. The workbooks do not show which.

## Back

sheet-not-ours = no sheet of the file is one that insats sheet wrote
    .expected = a sheet with a column id, and columns of codes and fingerprints
    .todo = name the file that was filled in; a csv file has to be made of the sheet with the answers
sheet-without-coder = the file does not say who has coded
    .expected = a name in the column coder
    .todo = name the coder after --coder
sheet-of-other-coder = the file is that of { $coder }, not of { $named }
    .expected = the workbook that { $named } was given
    .todo = leave out --coder, or name the other file
sheet-column-missing = the column { $column } is missing: nothing is collected of it
    .expected = the columns as insats sheet wrote them
    .todo = put the column back if it has codes
sheet-codes-without-id = the row has codes and no id
    .expected = the id that insats sheet wrote
    .todo = put the id back, or delete the row
sheet-row-of-other-coder = the row of { $id } is that of { $whose }, in the workbook of { $coder }
    .expected = rows that were given to { $coder }
    .todo = delete the row; { $whose } hands it in with their own workbook
sheet-unit-of-others = { $id } was not given to { $coder } but to { $others }
    .expected = answers that were given to { $coder }
    .todo = delete the row
sheet-row-twice = { $id } stands twice with different codes, memos or doubts ({ $domain }), also in { $other }
    .expected = a row for every answer
    .todo = delete one of the rows
sheet-domain-not-asked = { $id } has nothing that is coded in { $domain }
    .expected = a blank cell
    .todo = clear the cell, or move the code to its column
sheet-without-fingerprint = the row of { $id } does not say which text it is about ({ $domain })
    .expected = a fingerprint in the column at the right end
    .todo = take the cell from the workbook that insats sheet wrote, or write a new one
sheet-sorted-apart = the row of { $id } has the text of { $other }: columns were sorted apart
    .expected = rows that are sorted as a whole
    .todo = go back to the workbook as it was before, and sort all columns together
sheet-unsure-unknown = { $word } stands in the column of doubt
    .expected = { $yes }, names of domains, or a blank cell
    .todo = write { $yes }, or clear the cell; what you want to say belongs into the memo
sheet-suggested-though-plain = { $count ->
        [one] { $count } answer stands with suggestions in the workbook and is to be read without: { $names }
       *[other] { $count } answers stand with suggestions in the workbook and are to be read without: { $names }
    }
    .expected = answers of an audit's sample coded by somebody who has not seen what the machine says
    .todo = let insats sheet write a new workbook, and code them there from the text alone; nothing of these rows was taken
sheet-text-changed = { $count ->
        [one] one coding of the file is
       *[other] { $count } codings of the file are
    } about a text that does not stand there any more, and not collected: { $names }
    .expected = the text that the row was written for
    .todo = write the workbook anew with insats sheet, read the new texts and code them
sheet-unit-gone = { $count ->
        [one] one answer of the file is
       *[other] { $count } answers of the file are
    } gone: { $names }
    .expected = answers that the study has
    .todo = nothing; the codes stay in the file
sheet-coding-older = { $count ->
        [one] one cell says
       *[other] { $count } cells say
    } what was coded before, and was coded otherwise elsewhere since: { $names }; the later one counts
    .expected = the last that the coder has said
    .todo = write the workbook anew with insats sheet, and change it there if it is to be something else
sheet-coding-newer = { $count ->
        [one] one coding was
       *[other] { $count } codings were
    } made elsewhere since the workbook was written, and count: { $names }
sheet-coding-blanked = { $count ->
        [one] one cell is
       *[other] { $count } cells are
    } blank though the answer is coded: { $names }; the coding counts as before
    .expected = codes, or the word for none
    .todo = write what is to count; a blank cell takes no coding back
sheet-rows-missing = { $count ->
        [one] one answer that was given out has
       *[other] { $count } answers that were given out have
    } no row in the file: { $names }
sheet-of-other-codebook = { $count ->
        [one] one coding was
       *[other] { $count } codings were
    } made with the codebook { $codebook }; what its codes are in the one that the study has now nobody has said
    .expected = codes of the codebook that the study has now, or of one that was carried over to it
    .todo = carry the codes over with insats codebook migrate; or write the workbook anew with insats sheet and --force, which keeps this one as .bak, and code there
sheet-codes-carried = { $count ->
        [one] one coding was
       *[other] { $count } codings were
    } made with the codebook { $codebook }; the codes were carried over
sheet-remark-without-codes = { $count ->
        [one] one memo or doubt stands on a row
       *[other] { $count } memos or doubts stand on rows
    } without the codes that it would belong to, and was not collected: { $names }
    .expected = memos and doubts beside codes
    .todo = code the answer, or write the word for none; until then the memo is kept in the file alone
sheet-codes-merged = { $count ->
        [one] one coding stands in a cell
       *[other] { $count } codings stand in cells
    } merged with others; the same codes were taken for every row: { $names }
sheet-running-already = another insats sheet, collect, audit or forget is running in the study
    .expected = one at a time
    .todo = try again when it has ended
sheet-files-alike = the same workbook is there in several formats: { $files }
    .expected = one of each
    .todo = name the file that is meant, or move the other away
sheet-files-missing = there is no filled-in workbook to collect
    .expected = a file, or private/coding-<coder>.xlsx in the study
    .todo = write the workbooks with insats sheet, or name the files
sheet-differences-filled-in = { $file } is filled in and was not collected
    .expected = no list of differences, or one that was collected
    .todo = collect it with insats collect and --settle; it is written anew after that
collect-taken = { $coder }: { $new ->
        [one] one coding collected
       *[other] { $new } codings collected
    }{ $changed ->
        [0] {""}
       *[other] , { $changed } of them changed
    }{ $same ->
        [0] {""}
       *[other] , { $same } as before
    }{ $left ->
        [0] {""}
       *[other] , { $left } left to code
    }.
collect-head-coder = coder
collect-head-domain = domain
collect-head-coded = coded
collect-head-given = given
collect-head-funds = funds coded ({ $unit })
collect-head-funds-given = funds given
collect-doubled = Coded by two: { $done } of { $doubled }. Different: { $differ }{ $settled ->
        [0] {""}
       *[other] , { $settled } of them settled
    }.
collect-differences = { $count ->
        [one] One coding
       *[other] { $count } codings
    } to settle: { $file }
collect-sheet-written = The final sheet: { $file }
