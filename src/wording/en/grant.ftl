### Grants: whether accounts add up, distributions, measures.

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
measured-by-returns-of = the returns of { $year }
measure-twice = { $measure } of { $year } stands twice
    .expected = every number once
measure-unknown = { $measure } is no measure of the study
    .expected = a [measure.<name>] in study.toml
    .todo = { $suggestion }
measure-option-unknown = { $option } is no option of { $measure }
    .todo = { $suggestion }
measure-of-other-unit = { $measure } is { $odd }, but { $others }
    .expected = numbers of one unit over the years
    .todo = look at the unit of these years, as unit = "tkr" of the field, and correct the wrong one
measure-of-year = { $value } in { $year }
measure-above-base = { $measure } of { $year }: { $value } of { $base }
    .expected = a count that its base can hold

## Whether accounts add up

total-is-not-the-sum =
    the row { $row } says { $says } kr for { $field }, the { $recipients } { $recipients ->
        [one] recipient sums
       *[other] recipients sum
    } to { $sum } kr: { $off }
    .expected = a total that is the sum of its rows
    .todo = find out which was changed; the rows of { $account } count
recipients-without-return =
    { $part } gives money to { $count ->
        [one] a recipient that has
       *[other] { $count } recipients that have
    } no row here: { $who }
    .expected = a row of everyone who got money
    .todo = look whether rows are missing in the file; sums and counts rest on the others
recipient-with-money = { $recipient } ({ $kronor })
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

rounded-amounts-miss-pot = the { $count } rounded amounts of { $part } sum to { $sum }, { $off } than the pot
    .expected = amounts that sum to the pot; each is rounded by itself
    .todo = if the amounts were decided so, nothing needs doing; otherwise give the allocation rounding = "largest-remainder"
rounded-totals-miss-cells =
    for { $count } of { $all } recipients of { $allocation } the total is not the sum of the parts in its row, for it is rounded
    from unrounded parts: { $names }
    .expected = totals that are the sum of the parts in their row
    .todo = if the amounts were decided so, nothing needs doing; otherwise give the allocation rounding = "largest-remainder"
rounded-totals-miss-pots = the { $count } totals of { $allocation } sum to { $sum }, the pots to { $pot }
    .expected = totals that sum to the pots; each amount is rounded by itself
    .todo = if the amounts were decided so, nothing needs doing; otherwise give the allocation rounding = "largest-remainder"
fixed-amounts-below-pot = fixed amounts leave { $rest } of the pot of { $part }
    .expected = fixed amounts that make up the pot, or a "key" by which the rest is divided
    .todo = { $absent }
fixed-amounts-above-pot = fixed amounts exceed the pot of { $part } by { $above }
    .expected = a pot that holds them
supplement-recipient-unknown = { $problem }
    .expected = the name or code of a recipient of the account { $account }
supplement-without-share = { $recipient } is not among those who share
    .expected = the name or code of a recipient of the account { $account }
allocation-key-too-fine = { $key } of { $recipient } is read as { $number }, with more than two decimals
    .expected = at most two decimals
    .todo = if its comma or point parts thousands, write the number without it in a copy of the file
allocation-key-beside-register =
    { $count } of the { $all } numbers of { $key } { $count ->
        [one] is
       *[other] are
    } far from the { $name ->
        [population] inhabitants
       *[other] number "{ $name }" in the register
    } of the recipient: { $who }
    .expected = { $name ->
        [population] inhabitants, as the other numbers or all in another order are; the register has those of 31 December 2024
       *[other] numbers near those of the register, as the others or all in another order are
    }
    .todo = look whether the column was sorted by itself, or digits were changed; the pots are divided by these numbers
key-beside-registered = { $recipient } { $number } (register: { $registered })
allocation-key-of-none = { $key } of { $recipient } is 0, of all others more
    .expected = a number above zero, as of the others
    .todo = nothing is divided to who has 0; fill in the number if it is missing
allocation-key-far = { $key } of { $recipient } is { $number }, the nearest of the others is { $next }{ $more ->
        [0] {""}
        [one] {""}; one more is so
       *[other] {""}; { $more } more are so
    }
    .expected = numbers of one unit for all
    .todo = look whether it is in thousands or another unit; the pots are divided by these numbers
allocation-without-recipients = { $allocation } gives nothing to { $names }: { $account } has no row of { $count ->
        [one] it
       *[other] them
    }
    .expected = a row of everyone who shares
    .todo = add the row if it was left out by mistake
rows-absent = { $account } has no row of { $names }: add it if it was left out by mistake
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
