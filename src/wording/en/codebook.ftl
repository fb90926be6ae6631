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
