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
