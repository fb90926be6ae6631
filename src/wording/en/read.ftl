### Reading files: what they are, what is wrong or odd about them.

## Files

file-unreadable = the file cannot be read: { $reason }
    .todo = look after the file and who may read it
file-read-in-two-ways = { $file } is to be read in two ways
    .expected = the same encoding, delimiter, quote, escape and skip wherever a file is named
data-files-unread =
    { $count ->
        [one] { $count } data file in the study's folder is not read, for study.toml does not name it: { $files }
       *[other] { $count } data files in the study's folder are not read, for study.toml does not name them: { $files }
    }
    .todo = declare what belongs to the study, as coding sheets and repayments; move the rest out of the folder

## Formats

file-of-other-format = the file is { $what }
    .expected = { $expected }
    .todo = let its name end in .{ $ending }, or export it anew
file-of-no-table = the file is { $what }
    .expected = { $expected }
    .todo = export the table anew, or copy it to a spreadsheet program and save it as xlsx; name the new file in study.toml
as-its-name-says = { $what }, as its name says
a-format-that-is-read = xlsx, xlsb, xls, ods, sav, zsav, parquet, or delimited text
an-xlsx-workbook = an Excel workbook (xlsx)
an-xlsb-workbook = a binary Excel workbook (xlsb)
an-xls-workbook = an old Excel workbook (xls)
an-ods-workbook = an OpenDocument workbook (ods)
an-spss-file = an SPSS file (sav or zsav)
a-parquet-file = a Parquet file
a-delimited-text = delimited text
a-web-page = a web page (HTML)
an-xml-text = an XML text
a-pdf-document = a PDF document
a-rich-text-document = a text document (RTF)
a-gzip-file = a compressed file (gzip)
a-seven-zip-file = a compressed file (7-Zip)
a-picture = a picture
a-word-document = a Word document
a-text-document = a text document
a-presentation = a presentation
an-archive = an archive (zip) that is no workbook

## Sizes

unit-megabytes = megabytes
unit-cells = cells
unit-columns = columns
unit-characters-in-cell = characters in a cell
file-of-megabytes = the file has { $megabytes } megabytes
file-has-columns = the file has { $columns } columns
file-has-cells = the file has { $cells } cells
file-claims-cells = the file claims { $cells } cells
file-unpacks-to = the file unpacks to { $megabytes } megabytes
workbook-unpacks-to-more = the workbook unpacks to { $megabytes } megabytes or more
sheet-of-columns = the sheet has { $columns } columns
sheet-of-cells = the sheet has { $cells } cells or more, blank ones included
sheet-claims-cells = the sheet claims { $cells } cells
sheet-claims-cells-down-to = the sheet claims { $cells } cells, down to { $corner }
sheet-reaches-to-column = the sheet reaches to column { $column }
xls-sheet-claims = a sheet claims { $cells } cells in { $rows } rows
texts-too-large = the sheet's texts fill more than { $megabytes } megabytes
texts-repeated-without-measure = the sheet's texts are repeated without measure
cell-too-long = a cell holds more than { $most } characters
cell-of-characters = the cell holds { $characters } characters
row-of-columns = the row has { $columns } columns
spss-of-variables = the file has { $variables } variables
spss-unpacks-to-more = the file claims to unpack to more than { $megabytes } megabytes

## Workbooks

workbook-damaged = the workbook is damaged ({ $reason })
    .expected = a whole workbook
    .todo = open it in a spreadsheet program and save it anew, or fetch it again
file-ends-early = it ends too early
parts-contradict = its parts contradict each other
archive-cut-short = its end is missing: it was cut short
archive-of-many-parts = it has { $parts } parts
workbook-locked = the workbook is locked with a password
    .expected = a workbook without a password
    .todo = open it with its password, save a copy without one, and use that
xls-damaged = the workbook is damaged or cut short
    .expected = a whole xls workbook
    .todo = open it in a spreadsheet program and save it as xlsx, or fetch it again
cell-below-last-row = the sheet has a cell in row { $row }
    .expected = at most { $most } rows, as spreadsheet programs have
    .todo = the file is damaged; fetch it again
cell-with-nul = the cell holds a NUL character, which no text does
    .expected = text
    .todo = the file is damaged, or another kind of file than its name says; export it anew

## Sheets

sheet-missing = there is no sheet { $sheet }
    .todo = { $suggestion }
declared-sheet-missing = there is no sheet { $sheet }
    .expected = the sheet that study.toml names on line { $line }
    .todo = { $suggestion }
several-sheets = { $file } has several sheets: { $sheets }
    .todo = say which with the key "sheet"
several-sheets-fit = several sheets of { $file } have the declared columns: { $sheets }
    .todo = say which with the key "sheet"
sheet-by-columns = the sheet { $sheet } is read, for it alone has the declared columns; not read: { $others }
    .todo = name another with the key "sheet", if that is meant
several-and-hidden-sheets = { $file } has several sheets: { $sheets }; and hidden ones: { $hidden }
    .todo = say which with the key "sheet"
hidden-sheets-only = { $file } has hidden sheets only: { $hidden }
    .expected = the sheet's name, for a hidden sheet is read only where it is named
    .todo = write sheet = "…" below "file", with the name of the sheet to be read
visible-sheet-blank = the sheet { $sheet } is blank, and the others are hidden: { $hidden }
    .expected = the sheet's name, for a hidden sheet is read only where it is named
    .todo = write sheet = "…" below "file" (study.toml, line { $line }), with the name of the sheet to be read
no-sheet-with-cells = { $file } has no sheet with cells
    .todo = say which with the key "sheet"
sheet-alike =
    { $rows ->
        [one] the sheet { $sheet } has the same columns and { $rows } row, this one { $own }; it is not read
       *[other] the sheet { $sheet } has the same columns and { $rows } rows, this one { $own }; it is not read
    }
    .todo = look which one holds, and name it with the key "sheet"
hidden-sheet-alike =
    { $rows ->
        [one] the hidden sheet { $sheet } has the same columns and { $rows } row, this one { $own }; it is not read
       *[other] the hidden sheet { $sheet } has the same columns and { $rows } rows, this one { $own }; it is not read
    }
    .todo = look which one holds, and name it with the key "sheet"
hidden-sheet-of-others =
    { $rows ->
        [one]
            the hidden sheet { $sheet } has the same columns and { $rows } row, this one { $own }; it is not read;
            rows of others than here: { $others }
       *[other]
            the hidden sheet { $sheet } has the same columns and { $rows } rows, this one { $own }; it is not read;
            rows of others than here: { $others }
    }
    .todo = look which one holds, and name it with the key "sheet"

## How cells look

rows-hidden =
    { $count ->
        [one] a row that is read is hidden: { $rows }
       *[other] { $count } rows that are read are hidden: { $rows }
    }
    .todo = what should not count goes away in a copy of the file
rows-hidden-by-filter =
    { $count ->
        [one] a row that is read is hidden by a filter: { $rows }
       *[other] { $count } rows that are read are hidden by a filter: { $rows }
    }
    .todo = what should not count goes away in a copy of the file
columns-hidden = hidden columns are read: { $columns }
    .expected = visible columns, or hidden ones that are meant to be read
    .todo = unhide them in the spreadsheet program and look whether they hold; if so, nothing needs doing
text-struck-through =
    { $count ->
        [one] a row that is read has text that is struck through: { $rows }
       *[other] { $count } rows that are read have text that is struck through: { $rows }
    }
    .todo = what should not count goes away in a copy of the file
cells-merged-down = merged cells were read as if each of their rows had the value: { $areas }
    .todo = look whether that is what they mean
cells-merged-across = cells are merged over several columns, and their value counts for the first only: { $areas }
    .expected = a cell for each column
    .todo = split the cells in a copy of the file, and fill in what holds for each
amount-in-merged-cells = { $value } stands in cells that are merged over { $rows } rows ({ $area })
    .expected = a number for each row; nobody can tell how much of it each has
    .todo = ask how much each has, split the cells in a copy of the file, and fill in what was confirmed
cells-with-comments = cells that are read have comments ({ $count }): { $cells }
    .todo = look whether one says that a value does not hold; comments are not read
total-row-unread = the total row of a table is not counted: row { $rows }
    .expected = a total in that row, no recipient and no answer
    .todo = if so, nothing needs doing; otherwise switch the table's total row off in a copy of the file
format-with-unit =
    the number format says the unit { $units }, which was read with the number; cells: { $count }, first { $first }
    .todo = look whether that is what the cells mean
format-in-thousands =
    the number format shows numbers in thousands or millions; what is stored was read; cells: { $count },
    first { $first }
    .todo = look whether that is what the cells mean
format-hides-numbers = the number format hides numbers that are read; cells: { $count }, first { $first }
    .todo = what should not count goes away in a copy of the file

## Amounts

wanted-amount = one amount, as 1 250 000, 125 000,00, 450 { $thousands } or 1,2 { $millions }
wanted-amount-of-0-or-more = an amount of 0 or more
wanted-amount-of-a-grant = an amount of at most 1 000 000 000 000 { $currency }
wanted-amount-with-clear-sign =
    an amount whose point or comma can be one thing only; the key "decimal" beside "unit" says which sign
    stands before decimals: decimal = "." or decimal = ","
wanted-amount-with-one-sign =
    an amount whose point can be one thing only; a point stands before decimals in { $place }, and the two are read alike. The key
    "decimal" beside "unit" says which sign stands before decimals in all cells: decimal = "." or decimal = ","
wanted-amount-without-leading-zero = an amount without a zero in front; codes and telephone numbers begin so
wanted-amount-by-format =
    an amount in { $currency }; the number format of the cell says something else, as percent, another currency,
    or a unit that contradicts the stored number
wanted-amount-in-currency =
    an amount in { $currency }, the currency of the study; this one is in { $read }. Convert it in a copy of the file; or set
    currency = "{ $code }" in study.toml, if all amounts are in it
wanted-all-digits = all digits of the amount; in scientific notation some may have been dropped

## Texts

quotation-never-closed = a quotation mark opens a text that is never closed
    .expected = a quotation mark at the end of the text, too
    .todo = close the text, or remove the mark; everything behind it would be read as one cell
stray-marks =
    { $rows ->
        [one] quotation marks that no mark closes before a delimiter are read as letters, in { $rows } row
       *[other] quotation marks that no mark closes before a delimiter are read as letters, in { $rows } rows
    }
    .expected = a mark at both ends of a text, and marks inside it doubled
    .todo = look at the cells; export the file anew if they are wrong
row-of-other-width =
    the row has { $columns } { $columns ->
        [one] column
       *[other] columns
    }
    .expected = { $most }, as most rows have
    .todo = a delimiter inside a text must stand in quotes; export the file anew, or mend the row
text-with-nul = the text holds a NUL byte, which no text does
    .expected = xlsx, xlsb, xls, ods, sav, zsav, parquet, or text in UTF-8, UTF-16 or Windows-1252
    .todo = export the file anew
text-invalid-as-read = the file is read as { $encoding } but is not valid
    .todo = save the file anew as UTF-8
text-invalid-as-marked = the file is marked as { $encoding } but is not valid
    .todo = save the file anew as UTF-8
line-in-other-encoding = the line is in another encoding than the rest: others are UTF-8, this is not
    .expected = one encoding in the whole file
    .todo = save the files that were joined as UTF-8, and join them anew
letters-doubled = å, ä and ö stand there as two signs each: the text was saved in a wrong encoding
    .expected = å, ä and ö as they are written
    .todo = export the file anew as UTF-8, or declare the encoding that it is in: encoding = "…"
letters-lost = letters are lost: the text was saved in a wrong encoding
    .expected = å, ä and ö as they are written
    .todo = export the file anew as UTF-8, or declare the encoding that it is in: encoding = "…"
encoding-unknown = the text is neither UTF-8 nor Windows-1252
    .expected = å, ä and ö as they are written
    .todo = export the file anew as UTF-8, or declare the encoding that it is in: encoding = "…"

## How sure the encoding is

certain = certain
likely = likely
unsure = unsure
encoding-declared = declared
encoding-by-mark = a byte order mark says so
encoding-by-zeros = every other byte is zero
encoding-of-ascii = all characters are ASCII
encoding-valid-utf8 = all bytes are valid UTF-8
encoding-by-macroman-letters = å, ä and ö stand where MacRoman has them
encoding-by-windows-letters = not UTF-8; å, ä and ö stand where Windows-1252 has them
encoding-not-utf8 = not UTF-8, and no letters tell more

## Parquet

parquet-damaged = the Parquet file is damaged ({ $reason })
    .expected = a whole Parquet file
    .todo = write it anew, or fetch it again
parquet-compressed = the file is compressed with { $method }
    .expected = a Parquet file that is not compressed, or with Snappy
    .todo = write it anew with Snappy, which most programs take by default
parquet-column-of-lists = the column { $column } holds lists
    .expected = one value in each cell
    .todo = write the list into several columns, or into one text with a separator

## SPSS

spss-damaged = the SPSS file is damaged ({ $reason })
    .expected = an undamaged .sav or .zsav file
    .todo = export the file anew
spss-labels-swapped =
    the value { $value } of the variable { $variable } means { $label }, but { $other } in { $count } other variables of the
    same question
    .expected = the same value labels for all parts of a question
    .todo = compare with the questionnaire; if the labels were mixed up, correct them in a copy of the file
spss-header-of-other-length = the header gives cases another length than the variables do, which were followed
    .todo = look at the last columns
spss-single-mention = { $column } is one of the { $count } columns in which { $question } was answered
    .expected = the mentions together, as one question
    .todo = declare the question as joined = { $question }
spss-weighted = the file is weighted by { $weight }; the weights are not used: every respondent counts once
spss-filtered = a filter (filter_$) leaves out { $out } of the { $all } rows in SPSS; all of them are read here
    .todo = delete what does not belong in a copy of the file, or set the respondents aside
spss-values-missing =
    the file declares values of { $column } as missing, and { $count } of them are read as blank: { $values }
spss-label-shared =
    several values of { $column } have the same label, and are kept apart by their values: { $values },
    read as { $read } and so on
    .expected = a label for each value
    .todo = give the values labels in the file, or name the answers as they are read
spss-dates-impossible =
    values of { $column } are no date between the years 1 and 9999, and { $count } of them are read as blank
spss-values-unlabelled =
    values of { $column } have no label, and other values have labels that read the same: { $values }
    .expected = a label for each value
    .todo = give the values labels in the file
label-declared-missing = { $label } (declared missing)

## What peek tells

sign-none = none
sign-tab = tab
sign-space = space
sign-for-letter = { $sign } for { $letter }
line-ends-mixed = mixed
peek-too-many-cells = the file has too many cells to look at
peek-bytes-invalid = bytes that are not valid { $encoding }
    .todo = say the right one with --encoding
peek-line-in-other-encoding = the line is in another encoding than the rest, which is UTF-8
peek-encoding-unsure = the encoding may be another than { $encoding }: { $reason }
    .todo = look at å, ä, ö below; say another with --encoding
peek-nul = a NUL byte, which no text has
peek-quotation-never-closed = a quotation mark opens a text that is never closed, and is read as a letter
    .todo = a run refuses the file; if marks mean nothing in it, declare quote = "none"
peek-stray-mark =
    a quotation mark closes no text, as no delimiter follows it, and the one that opens is read as a letter
peek-line-ends-mixed = lines end in different ways: { $both } in CRLF, { $feeds } in LF, { $returns } in CR
peek-last-line-open = the last line does not end in a line break
peek-blank-lines-at-end =
    { $count ->
        [one] { $count } blank line at the end
       *[other] { $count } blank lines at the end
    }
peek-lines-above =
    { $count ->
        [one] { $count } line above the table
       *[other] { $count } lines above the table
    }
peek-lines-below =
    { $count ->
        [one] { $count } line below or between tables
       *[other] { $count } lines below or between tables
    }
peek-other-table =
    another table: { $count } { $count ->
        [one] row
       *[other] rows
    } of { $columns } { $columns ->
        [one] column
       *[other] columns
    }
    .todo = look at it with --skip, or put it into a file of its own
peek-row-of-other-width =
    the row has { $width } { $width ->
        [one] column
       *[other] columns
    }, most have { $most }
    .todo = look for a delimiter in a text without quotes, or a cut row
peek-header-of-other-delimiter = the header is parted by { $delimiter }, the rows are not
    .todo = mend the header in a copy of the file
peek-column-without-name = the column has no name
peek-name-twice = the name { $name } stands twice, also in column { $other }
peek-signs-unseen =
    { $more ->
        [0] the cell has signs that nobody sees ({ $sign })
        [one] the cell has signs that nobody sees ({ $sign }); so has { $more } more cell of the column
       *[other] the cell has signs that nobody sees ({ $sign }); so have { $more } more cells of the column
    }
peek-letters-alike =
    { $more ->
        [0] the cell has letters that only look like others ({ $sign })
        [one] the cell has letters that only look like others ({ $sign }); so has { $more } more cell of the column
       *[other] the cell has letters that only look like others ({ $sign }); so have { $more } more cells of the column
    }
peek-scripts-mixed =
    { $more ->
        [0] the cell has letters of several scripts in one word ({ $sign })
        [one] the cell has letters of several scripts in one word ({ $sign }); so has { $more } more cell of the column
       *[other]
            the cell has letters of several scripts in one word ({ $sign });
            so have { $more } more cells of the column
    }
peek-cell-of-error = the cell holds the error { $error }
peek-formula-unsaved = a formula whose result was not saved
peek-numbers-as-texts =
    { $texts ->
        [one] { $texts } number is stored as a text, { $numbers } as numbers
       *[other] { $texts } numbers are stored as texts, { $numbers } as numbers
    }
peek-total-row = the row { $label } seems to be a total
peek-question-joined = the last columns hold { $question } joined, one question in { $count } columns
    .todo = declare it as joined = { $question }

## What a column seems to hold

holds-nothing = blank
holds-numbers = numbers
holds-percent = per cent
holds-amounts = amounts
holds-dates = dates
holds-times = times
holds-addresses = addresses
holds-words = words
holds-texts = texts
holds-other-texts = other texts
holds-marks = marks
holds-recipients = recipients ({ $level })
holds-mixed = { $kind }, { $others } other
holds-one-text = one text
holds-choice = choice of { $count }
holds-short-texts = short texts, all different
holds-contacts = contact data, not shown
holds-persons-perhaps = may be names of persons, not shown; else give it a header that says what it holds
