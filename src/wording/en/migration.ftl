### A codebook over time: the map of changes, what it does to sheets, and what comes of it.

## The map

key-map-version = the version of the new codebook
key-map-code = the id of a code
key-map-codes = a list of ids of codes
key-map-label = the code's name, as readers see it
key-map-definition = what the code means, as coders read it
map-without-system = the change says nothing, or two things, of the code system that it is about
    .expected = system with the id of a code system, or domain with that of a domain that uses it
    .todo = name one of them
map-system-unknown = there is no code system { $system }
    .expected = the id of a code system of the codebook
    .todo = { $suggestion }
map-domain-unknown = there is no domain { $domain }
    .expected = the id of a domain of the codebook
    .todo = { $suggestion }
map-says-nothing = the change changes nothing
    .expected = rename with to, label or definition; move with under, main, after or before; merge with several codes; split with several to choose from
    .todo = complete it, or remove it
map-says-two-places = the change names two places for the code
    .expected = under or main, after or before
    .todo = remove one of them
map-version-same = the codebook has the version { $version } already
    .expected = another version, for whoever coded by the old one
    .todo = give the new codebook a version of its own
map-empty = the map says no change
    .expected = [[rename]], [[move]], [[merge]], [[split]], [[new]] or [[gone]]
    .todo = write what becomes of which code
map-code-unknown = the codebook has no code { $code } in { $system }
    .expected = a code of the codebook as it is
    .todo = { $suggestion }
map-code-of-system = the code belongs to the system { $system }
map-code-twice = two changes speak of { $code }; the other stands at { $other }
    .expected = one change for every code
    .todo = put both into one: move and merge can give another id, label and definition, too
map-merge-without-words = the codes are merged into a new one, of which nothing is said
    .expected = label and definition
    .todo = write both, or merge into one of the codes
map-target-unknown = the new codebook has no code { $code } in { $system }
    .expected = a code that stays, or one that the map makes, by its new id
    .todo = { $suggestion }
map-of-other-version = the map leads to version { $own }, and the codebook of this study is version { $other }
    .expected = the map that leads to this study's codebook
    .todo = check that it is the right map, and mend its version
map-code-not-arrived = the map leads to { $code }, and the codebook of this study has no such code there
    .expected = a code of this study's codebook
    .todo = { $suggestion }
map-other-main = the map has { $code } count for { $main }, and the codebook of this study has it under { $other }
    .expected = a map that says what the codebook says
    .todo = mend the map ([[move]] with under, or without), or the codebook
map-place-unknown = the new codebook has no code { $code } here
    .expected = a code of the same system, by its new id
    .todo = { $suggestion }
map-main-unknown = { $code } is to stand under { $parent }, which is no code of its system
    .expected = a main code, by its new id
    .todo = { $suggestion }
map-under-subcode = { $code } is to stand under { $parent }, which is a subcode itself
    .expected = a main code; codes have two levels
    .todo = name a main code, or move the subcodes of { $code } first
map-before-main = { $code } is to stand before its main code { $parent }
    .expected = a main code before its subcodes
    .todo = choose another place with after or before
map-subcode-orphaned = { $parent } goes, and its subcode { $code } is left without a main code
    .expected = a place for every subcode
    .todo = add a [[move]], [[merge]] or [[gone]] for { $code }
map-code-unfit = { $code } cannot be a code
    .expected = an id without blanks, ; and , that does not end in a question mark
    .todo = choose another id
map-code-like-formula = { $code } cannot be a code: a spreadsheet takes what begins so for a formula
    .expected = an id that begins with a letter or a digit
    .todo = choose another id
map-code-means-state = { $code } cannot be a code: it says something else where codes stand
    .expected = another id than none, not-coded, unsettled, uncoded, coded, and than a sheet's word for none
    .todo = choose another id
map-code-there = the new codebook has another code { $code }
    .expected = an id that no other code has
    .todo = choose another id, or merge the codes
map-book-wrong = the codebook that comes of the map is wrong: { $reasons }
    .expected = a codebook without errors
    .todo = change the map

## What cannot be carried over

nothing-to-migrate = the study names no codebook
    .expected = codebook = "…" in study.toml
    .todo = name the codebook whose codes are to change
migration-without-author = people have decided codes beside the sheets, and a line there has to say who changes them
    .expected = --who and --why
    .todo = run the command again with both
gone-code-used = a coding has { $code }, which is to go
    .expected = no coding of a code that goes, or what it becomes
    .todo = say to = "none" or to = "…" in the map, or code the answer anew
no-word-for-none = no code is left here, and the sheet has no word that says that nothing fits
    .expected = none = "…" for the sheet in study.toml
    .todo = declare the word
sheet-not-a-text = { $cells ->
        [one] one cell of { $file } would change
       *[other] { $cells } cells of { $file } would change
    }, and the file cannot be changed in place
    .expected = a CSV file, or an .xlsx workbook with plain cells there
    .todo = save the sheet as CSV (insats peek --csv does it), name that file in study.toml, and lock it with insats lock
sheet-not-exact = the file is not written as its encoding writes it, so that other bytes would change
    .expected = a text in one encoding
    .todo = save it as UTF-8 in a spreadsheet program
cell-cannot-hold = the cell cannot hold its new codes as the file is written
    .expected = codes that the encoding and the delimiter of the file can hold
    .todo = choose other ids, or save the file as UTF-8
migration-without-list = { $count ->
        [one] one coding waits
       *[other] { $count } codings wait
    } for a person's decision, and no list of them is asked for
    .expected = --out with a folder for the list
    .todo = run the command again with --out

## The proof

migrated-codings-differ = { $count ->
        [one] one coding would differ
       *[other] { $count } codings would differ
    } from what the map says: { $names }
    .expected = the same codes, but where the map names them
    .todo = see whether a new id means something else in the sheet, as its word for none; nothing was written
migrated-people-differ = { $count ->
        [one] people differ on one coding
       *[other] people differ on { $count } codings
    } that would be settled by the new codes: { $names }
    .expected = a decision between them before codes change
    .todo = decide with insats accept, then run the command again; nothing was written
migrated-counts-differ = { $code } ({ $domain }) would count { $found } times, and the map makes { $wanted } of what there was
    .expected = the same numbers, but where the map names the codes
    .todo = nothing was written; this is a fault of insats unless the study's files were changed meanwhile
migrated-shared-codebook = the codebook stands outside the study: other studies that use it do not know the codes of version { $version }
    .expected = a codebook of the study's own, or a map for every study that uses it
    .todo = give the others a copy of the old codebook, or migrate the study with a copy of its own
migrated-earlier = the earlier study { $study } is not changed: it still has the codes of then
    .todo = name the map in codes under its [[earlier]]; if both studies use the same codebook file, give the earlier one a copy of the old version
migrated-model = the model was learned with the old codes
    .expected = a model of the new codebook
    .todo = learn it again with insats learn

## What is printed

migration-of = From { $from } to { $to }:
head-code-before = code before
head-code-after = code after
head-before = before
head-after = after
head-funds-before = before, { $unit }
head-funds-after = after, { $unit }
migration-others-same = { $count ->
        [one] One other code stays
       *[other] { $count } other codes stay
    } as it was, with { $codings ->
        [one] one coding
       *[other] { $codings } codings
    } by number and funds.
migration-coded-otherwise = { $count ->
        [one] One answer that rules or suggestions code gets
       *[other] { $count } answers that rules or suggestions code get
    } other codes: { $names }
migration-to-decide = { $count ->
        [one] One coding waits
       *[other] { $count } codings wait
    } for a person's decision; the cell has a question mark behind the code, and counts as not coded until then.
migration-claim = The claim { $claim } { $was } with { $computed }, and then { $is } with { $now }.
migration-file-cells = { $file }: { $places ->
        [one] one place
       *[other] { $places } places
    }
migration-file = { $file }
migration-written = Read anew, all codings and counts are what the map makes of the old ones. All files are in place.
migration-not-written = Read anew, all codings and counts are what the map makes of the old ones. Nothing was written; --write puts the files in place.

## A change that was interrupted

in-new-codebook = by the new codebook: { $found }
change-finished = a change of these files was interrupted, and has been finished now: { $files }
    .expected = files that belong together
    .todo = nothing; give the command again
change-put-back = a change of these files was interrupted, and has been taken back now: { $files }
    .expected = files that belong together
    .todo = give the command again that changed them, if they are to be changed
change-stuck = a change of files was interrupted, and somebody has changed some of them since: { $files }
    .expected = files that belong together
    .todo = look at them and at their .bak files, put all of them right, and remove { $list } from the folder
