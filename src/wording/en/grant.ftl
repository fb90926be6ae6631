### grant

## Measures of several years

measure-contradicted = { $measure } of { $year } is { $one }, but { $other }
    .expected = the same number from both
    .todo = find out which holds; the first is used
measure-option-contradicted = { $measure } of { $year }, { $option } is { $one }, but { $other }
    .expected = the same number from both
    .todo = find out which holds; the first is used
measured = { $value } by { $source }
measured-of-base = { $value } of { $base } by { $source }
measured-by-returns = the returns
measure-twice = { $measure } of { $year } stands twice
    .expected = every number once
measure-unknown = { $measure } is no measure of the study
    .expected = a [measure.<name>] in study.toml
    .todo = { $suggestion }
measure-option-unknown = { $option } is no option of { $measure }
    .todo = { $suggestion }
measure-above-base = { $measure } of { $year }: { $value } of { $base }
    .expected = a count that its base can hold

## Whether accounts add up

total-is-not-the-sum =
    the row { $row } says { $says } kr for { $field }, the { $recipients } recipients sum to { $sum } kr: { $off }
    .expected = a total that is the sum of its rows
    .todo = find out which was changed; the rows of { $account } count
shares-are-not-the-whole = the shares of { $field } for { $recipient } sum to { $sum } percent
    .expected = 100 percent
parts-are-not-the-whole = { $parts } of { $recipient } sums to { $sum } kr, { $whole } is { $kronor } kr: { $off }
    .expected = parts that make up the whole
returned-is-not-distributed =
    { $field } of { $recipient } is { $returned } kr, the distribution gives { $distributed } kr: { $off }
    .expected = what was distributed
    .todo = check the digits against the decision
follow-up-not-asked = { $recipient } answered { $field } but not { $answers } in { $question }
    .expected = an answer to a follow-up from those who were asked it
    .todo = the answer is left out, so that no count exceeds its base; ask the recipient
amount-above-another =
    { $recipient }: { $amount } { $kronor } kr is above { $most } { $most_kronor } kr, by { $by } kr
    .expected = { $expected }
    .todo = one of the two is wrong; ask the recipient
at-most-as-much = at most as much
at-most-as-much-as-beside = at most as much (beside: { $cell })
amount-column = column { $letters }
kronor-more = { $kronor } kr more
kronor-less = { $kronor } kr less

## Distributions

rounded-amounts-miss-pot = the { $count } rounded amounts of { $part } sum to { $sum } kr, { $off } than the pot
    .todo = each cell is rounded by itself; rounding = "largest-remainder" makes cells sum to the pot
rounded-totals-miss-cells =
    the total of { $allocation } is rounded from unrounded parts and is not the sum of its cells for { $count } of { $all }:
    { $names }
    .todo = each cell is rounded by itself; rounding = "largest-remainder" makes cells sum to the pot
rounded-totals-miss-pots = the { $count } totals of { $allocation } sum to { $sum } kr, the pots to { $pot } kr
    .todo = each cell is rounded by itself; rounding = "largest-remainder" makes cells sum to the pot
fixed-amounts-below-pot = fixed amounts leave { $rest } kr of the pot of { $part }
    .expected = fixed amounts that make up the pot, or a "key" by which the rest is divided
fixed-amounts-above-pot = fixed amounts exceed the pot of { $part } by { $above } kr
    .expected = a pot that holds them
supplement-recipient-unknown = { $problem }
    .expected = the name or code of a recipient of the account { $account }
supplement-without-share = { $recipient } is not among those who share
    .expected = the name or code of a recipient of the account { $account }
allocation-key-too-fine = the key { $key } of { $recipient } is too fine
    .expected = at most two decimals
allocation-key-missing = { $recipient } has no { $key }
    .expected = a number by which the pot of { $part } is divided; 0 is one
allocation-key-zero = the key of { $part } is zero for everyone
    .expected = a key above zero for someone
allocated-to-other-level =
    the allocation { $allocation } is for the level { $level }, the survey of { $area } for { $other }
    .expected = an allocation for the respondents' level

## What recipients left blank

blank-for-all = { $columns }: blank for { $count } of { $asked } recipients
blank-for-some = { $columns }: blank for { $count } of { $asked } recipients: { $names }
column-and-more = { $first } and { $more } { $more ->
        [one] more column
       *[other] more columns
    }
numbers-left-blank = { $blank }
    .expected = a number of every recipient
    .todo =
        nothing is counted for them, and sums and shares rest on the others; ask them, and fill it in in a copy of the
        file: 0 is a value
no-option-ticked = { $blank }
    .expected = an answer of every recipient
    .todo = they count as having ticked no option; ask them if that is not meant
options-left-blank = { $blank }
    .expected = an answer of every recipient
    .todo = a blank counts as not ticked; ask them, and fill the answer in in a copy of the file
answers-left-blank = { $blank }
    .expected = an answer of every recipient
    .todo = they are not in the base; ask them, and fill the answer in in a copy of the file
