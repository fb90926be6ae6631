### Words and sentences that several rooms use.

and = and
or = or

did-you-mean = did you mean { $name }?
only-looks-like = did you mean { $name }? { $sign } only looks like { $letter }
known-are = known are { $names }
names-and-more = { $names } and { $more } more

place-sheet = sheet { $sheet }
spot-line = line { $line }
spot-cell = cell { $cell }
spot-merged-cell = cell { $cell } (in the merged cells { $first }:{ $last })
spot-field = line { $line }, column { $column }

io-not-found = there is no such file or folder
io-not-permitted = the system does not permit it
io-disk-full = the disk is full
io-read-only = the disk can only be read
io-is-folder = it is a folder
io-not-folder = a part of the path is no folder
io-not-utf8 = the file is not UTF-8 text
system-says = the system says "{ $text }"

library-says = the library says "{ $text }"

### What a respondent wrote, where it may not stand

text-withheld = [see it at a terminal, or with --show-texts]

### What recipients are called

noun-recipient = recipient
    .one = a recipient
    .several = recipients
noun-region = region
    .one = a region
    .several = regions
noun-county = county
    .one = a county
    .several = counties
noun-joint-answer = joint county answer
    .one = a joint county answer
    .several = joint county answers
noun-municipality = municipality
    .one = a municipality
    .several = municipalities
with-funds = with { $funds }
funds-reported = { $funds } reported
