### The codebook: codes, rules, patterns.

## The file

codebook-unreadable = the codebook cannot be read: { $reason }
codebook-malformed = { $reason }
    .expected = a codebook as codebook/codebook.schema.json describes it
    .todo = mend the line, or the one above it

## Codes

code-system-twice = the system { $system } is declared twice
    .todo = remove one
code-system-unknown = the domain { $domain } uses { $system }, which is no system
    .todo = { $suggestion }
domain-twice = the domain { $domain } is declared twice
    .todo = remove one
domains-too-many = the codebook has { $domains } domains
    .expected = at most { $most }
    .todo = leave domains out, or divide the codebook
domain-name-unfit = { $domain } cannot be the id of a domain
    .expected = letters, digits, - and _; claims and keys of the study are written with it
    .todo = give the domain another id; its names for readers stand under label and plural
domain-related-unknown = the domain { $domain } refers by { $key } to { $related }, which is no other domain of the codebook
    .expected = the id of another domain
    .todo = { $suggestion }
code-twice = the code { $code } is declared twice
    .todo = remove one
code-unfit = { $code } cannot be a code
    .todo = avoid blanks, ; and ,
code-like-formula = { $code } cannot be a code: a spreadsheet takes what begins so for a formula
    .expected = an id that begins with a letter or a digit
    .todo = choose another id
code-means-state = { $code } cannot be a code: data files and claims say so what state a coding is in
    .expected = another id than none, not-coded, unsettled, uncoded, coded
    .todo = choose another id
code-labels-alike = the codes { $one } and { $other } have the same label but for capitals
    .todo = give each its own label, or make them one code
parent-unknown = the parent { $parent } of the code { $code } does not exist
    .todo = { $suggestion }
parent-in-other-system = the parent { $parent } of the code { $code } stands in another system, { $system }
    .todo = move the code there, or choose a parent of its own system
parent-is-subcode = the code { $code } has the parent { $parent }, which itself is a subcode of { $main }
    .expected = a main code; a codebook has two levels
    .todo = make { $code } a subcode of { $main }: "parent": { $main }
subcode-before-parent = the code { $code } stands before its parent { $parent }
    .todo = move the subcode below its main code

## Rules

rule-of-code = rule { $rule } of the code { $code }
rule-without-evidence = { $rule } has nothing that speaks for the code or against it
    .todo = add patterns under "any", "all" or "near"
rule-with-empty-alternatives = { $rule } has an empty list under "all", which nothing can meet
    .todo = remove it
rule-without-unknown-code = { $rule } names the code { $code } under "without", which does not exist
    .todo = { $suggestion }
rule-for-foreign-domain = { $rule } is for { $domain }, which does not use the code system { $system }
    .todo = name a domain that uses it, or none for all
near-lacks-side = "near" in { $rule } lacks one of its two sides
    .todo = write patterns under both "any" and "with"
near-distance-unfit = "near" in { $rule } asks for words within { $within }
    .todo = choose 1 (neighbours) to { $most } words
weight-unfit = { $whose } has the weight { $weight }
    .todo = choose a weight above 0, at most 100; what speaks against a code stands under "against"

## Settings of coding

negation-too-far = a negation reaches { $words } words
    .todo = choose at most { $most } words
settings-of-unused-domain = "coding" has settings for { $domain }, which the codebook does not use
    .todo = remove them, or add the domain
threshold-unfit = the threshold of { $domain } is { $threshold }
    .todo = choose a number above 0

## Patterns

the-pattern = the pattern
pattern-under-key = the pattern { $pattern } under "{ $key }" in { $rule }
pattern-of-negation = the pattern { $pattern } under "negation"
pattern-of-guard = the pattern { $pattern } of the guard { $guard }
pattern-empty = { $pattern } is empty
    .todo = remove it, or write the word it was meant to be
pattern-matches-everything = { $pattern } matches everything
    .todo = write at least one letter beside the wildcards
pattern-with-punctuation =
    { $pattern } holds { $signs } where it belongs to no word, and only words are compared
    .todo = { $action }
pattern-expression-invalid = { $pattern } is no regular expression: { $reason }
    .todo = mend the expression, or write words instead, with * for any letters
pattern-too-long = { $pattern } is longer than { $most } characters
    .todo = divide it into several patterns
write-words-or-expression =
    write the words alone, or re: and a regular expression for exactly these characters
write-exactly = write { $exactly } for exactly these characters
write-longer-words = write { $open } for words that are longer, or { $exactly } for exactly these characters
write-the-word = write { $word } for the word alone, or { $exactly } for exactly these characters
write-the-words =
    write { $words } for the words with anything but the end of a sentence between them,
    or { $exactly } for exactly these characters

## Patterns that tell nothing

pattern-never-counts = { $pattern } in rule { $rule } of { $code } can never count: "none" of the rule forbids it
    .todo = remove one of the two
pattern-adds-nothing = { $pattern } in rule { $rule } of { $code } adds nothing to { $broader }
    .todo = remove it, unless it is meant to count twice
pattern-of-several-codes = { $pattern } speaks for { $codes } in { $domain } alike
    .todo = keep it for one of them, or add conditions that tell them apart
patterns-unmet = { $count } of { $all } patterns for { $code } match none of the study's texts: { $patterns }
    .todo = keep those that other texts may have
pattern-on-line = { $pattern } (line { $line })
pattern-matches-most = { $pattern } for { $code } matches { $texts } of { $all } texts
    .todo = make it more specific
pattern-only-inside-others = { $pattern } for { $code } never counts in these texts: all its matches ({ $matched }) stand inside longer ones for other codes
    .todo = make it longer, or the others shorter

## What the reader of JSON finds wrong

json-unknown-key = unknown field { $key }, expected one of { $keys }
json-missing-key = missing field { $key }
json-key-twice = duplicate field { $key }
json-unknown-word = unknown variant { $word }, expected one of { $words }
json-other-type = invalid type: { $found }, expected { $wanted }
json-end-in-list = EOF while parsing a list
json-end-in-object = EOF while parsing an object
json-end-in-string = EOF while parsing a string
json-end-in-value = EOF while parsing a value
json-colon = expected ":"
json-comma-or-bracket = expected "," or "]"
json-comma-or-brace = expected "," or "{"}"}"
json-ident = expected ident
json-value = expected value
json-escape = invalid escape
json-number = invalid number
json-control = control character (\u0000-\u001F) found while parsing a string
json-key-string = key must be a string
json-trailing-comma = trailing comma
json-trailing = trailing characters
json-pattern = expected a pattern as "utbild*", or {"{"}"pattern": "utbild*", "weight": 2{"}"}
json-alternatives = expected a pattern, or a list of patterns of which one is enough
json-found-text = the text { $text }
json-found-number = the number { $number }
json-found-word = the word { $word }
json-text = a text
json-list = a list, [ … ]
json-object = an object, {"{"} … {"}"}
json-a-number = a number

## The workbook of a codebook

book-sheet-codes = Codes
book-sheet-rules = Rules
book-sheet-systems = Code systems
book-sheet-domains = Domains
book-sheet-guards = Guards
book-sheet-settings = Settings
book-explain-codes = A row for each code. Main codes stand above their subcodes; the order of rows is that of tables. A subcode names its main code.
book-explain-rules = What in a text speaks for a code: a row for each condition. Rows with the same code and the same number are one rule, which holds where all its conditions do. Domains, where it must hold and the weight stand in the first row of a rule; blank means all domains, one sentence, 1.
book-explain-systems = A row for each code system. Several domains may use one.
book-explain-domains = A row for each domain: what is coded of an intervention or of an answer.
book-explain-guards = What keeps evidence from counting in a domain, as results that are only expected: one of the first patterns must stand there and none of the second.
book-explain-settings = Everything else: the codebook's id, version and title, what negates, how many codes a domain chooses and from which score.
book-how = How to edit
book-how-rows = Change cells, add rows and remove rows. The order of columns does not matter, and columns of your own, as for notes, are passed over. Keep the names of sheets and the headings.
book-how-lists = Several patterns or texts in a cell stand below each other, each on its line (Alt+Enter in Excel). Several codes or domains have commas between them.
book-how-patterns = A pattern is a word or a phrase; * stands for any letters within a word and ? for one. "re:" marks a regular expression.
book-how-weights = A pattern counts 1. Another weight stands before it in parentheses: (2) training*
book-how-quotes = A text with signs that a cell cannot hold, as spaces at its ends, stands in quotation marks with escapes, as in JSON.
book-how-version = Give the codebook a new version when you have changed something: codings name the version that they were made with.
book-how-import = Save the workbook and run: insats codebook import FILE.xlsx --out codebook.json. Every problem is told with its sheet and cell, and nothing is written before all are mended.

book-column-system = System
book-column-code = Code
book-column-parent = Main code
book-column-label-sv = Label (Swedish)
book-column-label-en = Label (English)
book-column-plural-sv = Plural (Swedish)
book-column-plural-en = Plural (English)
book-column-definition-sv = Definition (Swedish)
book-column-definition-en = Definition (English)
book-column-rule = Rule
book-column-condition = Condition
book-column-patterns = Patterns or codes
book-column-with = Close to
book-column-within = Words apart at most
book-column-domains = Domains
book-column-scope = Holds within
book-column-weight = Weight
book-column-domain = Domain
book-column-unit = Given to
book-column-texts = Texts read
book-column-optional = May be missing
book-column-attains = Attains
book-column-result-of = Result of
book-column-guard = Name
book-column-guard-any = One of these
book-column-guard-none = None of these
book-column-setting = Setting
book-column-value = Value

book-any = one of
book-all = each of
book-all-one = and one of
book-none = none of
book-near = close together
book-without = unless coded
book-against = speaks against
book-unit-intervention = intervention
book-unit-respondent = respondent
book-unit-recipient = recipient
book-yes = yes
book-no = no
book-in-sentence = sentence
book-in-text = whole text
book-choose-all = all that pass
book-choose-dominant = the strongest
book-nested-all = never counts
book-nested-key = does not count for the same code
book-schema = Schema for editors
book-format = Format of the file
book-id = Id
book-version = Version
book-title-sv = Title (Swedish)
book-title-en = Title (English)
book-nested = Evidence inside longer evidence
book-negation-before = Negates what follows
book-negation-after = Negates what stands before
book-negation-stop = Stops a negation
book-negation-within = How many words a negation reaches
book-negation-except = Negates nothing
book-choose = How many codes
book-threshold = Passes from the score

book-sheet-missing = the workbook has no sheet "{ $sheet }"; it has { $sheets }
    .expected = the sheets that insats codebook export writes, under their names
    .todo = give the sheet its name again, or export the codebook anew and move your changes there
book-columns-missing = the sheet lacks the headings { $columns }
    .expected = the headings that insats codebook export writes, in the first row
    .todo = write the headings again
book-column-unknown = the column { $heading } is passed over
    .todo = nothing, if it holds notes; else mend its heading
book-cell-blank = the cell under "{ $heading }" is blank
    .todo = fill it in, or remove the row
book-word-unknown = { $word } cannot stand here
    .expected = { $known }
    .todo = write one of these words
book-number-unreadable = { $value } is no number that can stand here
    .todo = write digits alone
book-weight-unreadable = the line { $line } begins with a weight that cannot be read
    .expected = a number in parentheses and a pattern, as (2) training*
    .todo = mend the line
book-system-unknown = the code system { $system } does not stand on its sheet
    .todo = { $suggestion }
book-rule-of-unknown-code = the rule is for the code { $code }, which does not stand on the sheet of codes
    .todo = { $suggestion }
book-rule-rows-differ = { $value } differs from what an earlier row of the same rule of the code { $code } says
    .todo = write it in one row of the rule only, or give the row another rule number
book-only-near = { $value } stands beside a condition that asks for no closeness
    .todo = remove it, or choose the condition "close together"
book-setting-missing = the setting "{ $setting }" is missing or blank
    .todo = add a row with it
book-cell-fault = the cell holds { $cell }, which is an error or a formula without a result
    .todo = write the text itself
book-text-too-long = a text of the codebook is too long for a cell: sheet "{ $sheet }", row { $row }, column "{ $heading }"
    .expected = at most 32 767 characters in a cell
    .todo = divide it: patterns of one rule may stand in several rules
book-version-unchanged = the codebook has changed, and its version is still { $version }
    .todo = give it a new version, so that codings tell which they were made with

qdc-nothing-to-write = the codebook has no code system, and a .qdc file without codes is not valid
    .todo = add a code system, or leave the export
qdc-names-long = { $codes ->
        [one] one name is
       *[other] { $codes } names are
    } longer than { $most } characters, with the id of the code: { $named }
    .todo = nothing, where the program that reads the file takes them whole; else shorten the labels
qdc-signs-lost = texts of { $codes ->
        [one] one code
       *[other] { $codes } codes
    } have control characters that no XML file can hold, and are written without them: { $named }
    .todo = remove the characters from the codebook
qdc-not-held = the .qdc file holds no rules ({ $rules } stay behind), guards and settings, no English texts, no plurals and units of domains and no version ({ $version })
    .todo = keep the codebook; import takes them from it
qdc-no-utf8 = the .qdc file is not written in UTF-8
    .todo = export it again from the program it comes from
qdc-malformed = the .qdc file is no XML that can be read: { $reason }
    .expected = a codebook as REFI-QDA 1.5 describes it
    .todo = export it again from the program it comes from
qdc-dtd = the .qdc file declares a document type (DOCTYPE)
    .expected = a codebook as REFI-QDA 1.5 describes it, which has none
    .todo = remove the declaration, if you trust the file
qdc-too-large = the .qdc file has more than { $most } codes, or as many other elements as no codebook has
    .todo = divide it, or export it again from the program it comes from
qdc-too-deep = the code stands more than { $most } levels deep
    .todo = move it up in the program it comes from
qdc-other-root = the .qdc file begins with the element { $found }
    .expected = CodeBook; of a project (.qdpx) the codebook must be exported alone
    .todo = export the codebook from the program it comes from
qdc-no-codes = the .qdc file has no codes
    .todo = export it again from the program it comes from
qdc-name-missing = a code has no name
    .todo = name it in the program it comes from
qdc-sets-left = { $sets ->
        [one] one set of codes names
       *[other] { $sets } sets of codes name
    } no domain and { $sets ->
        [one] is
       *[other] are
    } passed over
    .todo = nothing; domains are declared in the codebook
qdc-kept = what a .qdc file cannot hold was kept from the codebook in place: rules, guards, settings, English texts, domains, version; { $new ->
        [0] no code is new
        [one] one code is new and has none of it
       *[other] { $new } codes are new and have none of it
    }
    .todo = nothing; read what has changed, which follows
qdc-new-book = there is no codebook in place, so one was made without rules, English texts and version, with the domains { $domains }
    .todo = write what is missing, and declare under "texts" what each domain is coded from; was it exported from a codebook, name that one with --out
qdc-dots-split = { $codes ->
        [one] one code has
       *[other] { $codes } codes have
    } a dot in the name, which Taguette writes between a main code and its subcode, and stand below what is before it
    .todo = nothing, if that is meant; else rename them before the export
qdc-deep = { $codes ->
        [one] one code stands
       *[other] { $codes } codes stand
    } below a subcode; a codebook has main codes and subcodes, so they are subcodes of their main code
    .todo = look whether that is meant
qdc-ids-made = ids were made from the names of codes without one: { $named }
    .todo = nothing, or begin the name of each code with its id and a space
qdc-english-kept = the Swedish label has changed and the English one was kept: { $named }
    .todo = look whether the English labels still fit
pattern-there-already = { $pattern } speaks for { $code } already
