### Claims: the language of assertions, and what they are held against.

mistake-at-character = character { $position }: { $found }
claim-mistake = claim { $claim }, character { $position } of its assertion: { $found }

## Reading an assertion: what stands in the wrong place

name-stands-here = { $name } stands here
    .expected = { $expected }
text-stands-here = the text { $text } stands here
    .expected = { $expected }
number-stands-here = a number stands here
    .expected = { $expected }
sign-stands-here = the sign { $sign } stands here
    .expected = { $expected }
assertion-ends-here = the assertion ends here
    .expected = { $expected }

wanted-end = the end, or ; before another statement
wanted-closing-parenthesis = a closing parenthesis
wanted-quantity = a number or a measure, as interventions, funds, respondents
wanted-breakdown-in-parentheses = a breakdown in parentheses, as total(interventions by activity)
wanted-area = an area of the study, or "all"
wanted-colon-behind-areas = a colon between areas and condition, or a closing parenthesis
wanted-condition-goes-on = "and", "or", or a closing parenthesis
wanted-item-in-parentheses = an item of the report in parentheses, as cell(tabell-01, "Löner", used_kr)
wanted-item = an item of the report, as tabell-01
wanted-row-or-column = a row or a column of the item
wanted-table-goes-on = a comma, a colon before a condition on rows, or a closing parenthesis
wanted-condition = a condition, as activity = G1, targets = "Anhöriga" or number(targets) > 1
wanted-question-or-domain = a question or a domain
wanted-domain-or-question = a domain or a question
wanted-comparison-sign = = != < <= > >=
wanted-a-number = a number
wanted-item-of-question = an item
wanted-sign-and-value = = or != and a code or an answer
wanted-value-behind-sign = a code, an option or an answer behind = or !=
wanted-value = a code, an option or an answer
wanted-column = a column
wanted-cells = cells(item, column)
wanted-comma-and-column = a comma and a column of the item
wanted-column-of-item = a column of the item
wanted-by = "by" and a domain, a question, area or recipient
wanted-of-main-code = "of" and a main code
wanted-main-code = a main code
wanted-answer-of-question = an answer of the question
wanted-value-of-ranking = a value of the ranking
wanted-values-of-ranking = a code, an option or another value of a ranking
wanted-ranking = "in" and a ranking, as: in interventions by activity
wanted-place =
    a place: first, second, last, highest, lowest, among highest 3, among lowest 3, main, present, absent, or a word as
    common
wanted-count-of-highest = how many of the highest
wanted-count-of-lowest = how many of the lowest
wanted-count-of-first = how many of the first
wanted-end-and-count = "highest" or "lowest" and a number
wanted-likeness = "same order as", "same highest 3 as", "same values as" or "different …" and another ranking, or "in" and a year
wanted-part-of-ranking = order, highest, lowest or values
wanted-other-ranking = "as" and another ranking, or "as in" and a year
wanted-comparison = a comparison: = != < <= > >=, or "is" and a word as about, or "by"
wanted-precision = a word of precision, as about, rounded, several, majority
wanted-year = a year
wanted-since = "since" and a year

text-not-closed = a text is opened here and never closed
    .expected = a closing quotation mark
number-unreadable = "{ $text }" is no number
    .expected = digits, with a decimal point
sign-without-meaning = the sign { $sign } has no meaning here
parentheses-too-deep = parentheses stand too deep in one another
number-too-large = the number is too large
assertion-measure-unknown = { $measure } is no measure
    .expected =
        interventions, funds, respondents, recipients, requisitioned, cell, … as docs/reference/claims.md lists
    .todo = { $suggestion }
cell-wrongly-formed = a row or column is missing here
    .expected = cell(item, "row", column)
rows-wrongly-formed = a row or column is missing here
    .expected = rows(item) or rows(item: condition)
sum-wrongly-formed = a row or column is missing here
    .expected = sum(item, column) or sum(item, column: condition)
one-place-for-several = several values cannot have one place
    .expected = one value, or "highest" or "lowest"
no-digits-to-round-to = only a written number has digits to round to
    .expected = a number, as 54 % or 135.4 mnkr
year-named-twice = a year is named here, and what stands before it has one already
    .expected = one year a measure
year-of-table = the report's items are there for the study's own year only
    .expected = a measure that counts interventions, funds or respondents
year-of-number = a written number has no year
    .expected = a measure before "in" and the year
part-and-base-of-two-years = the part and the base are of different years
    .expected = the same year in both, as (interventions(goal = R3) of interventions) in 2023
    .todo = write the year behind both, or put parentheses around them

## Names and measures in assertions

assertion-area-unknown = { $area } is no area of the study
    .todo = { $suggestion }
assertion-year-unknown = no [[earlier]] gives the year { $year }
    .expected = one of { $years }
    .todo = declare that year's study as [[earlier]] in study.toml, or mend the year
since-own-year = { $year } is the study's own year, since which nothing has changed
    .expected = one of { $years }
    .todo = name an earlier year
since-own-year-alone = { $year } is the study's own year, since which nothing has changed
    .expected = the year of an earlier study
    .todo = declare that year's study as [[earlier]] in study.toml
year-of-one = what is compared for one respondent or intervention at a time is of the study's own year
    .expected = a year behind the whole measure
break-not-of-areas = breaks are declared of areas
    .expected = areas(broken(2023))
assertion-domain-unknown = { $domain } is no domain
    .todo = { $suggestion }
assertion-code-unknown = { $code } is no code of the domain { $domains }
    .todo = { $suggestion }
assertion-question-unknown = { $name } is no domain, and no question of { $areas }
    .todo = { $suggestion }
assertion-item-unknown = { $text } is no item of the question
    .todo = { $suggestion }
assertion-answer-unknown = { $text } is no answer to the question
    .todo = { $suggestion }
assertion-value-unknown = { $text } is no value of the ranking
    .todo = { $suggestion }
assertion-level-unknown = { $level } is no level
    .todo = { $suggestion }
assertion-recipient-unknown = { $problem }
recipients-part-of-nothing = whom the recipients belong to is not known here
    .expected = a survey whose level belongs to another, as municipalities to counties
    .todo = say it under "part_of" of the register, or leave the condition out
assertion-table-unknown = { $item } is no item of the report
    .todo = { $suggestion }
assertion-column-unknown = { $column } is no column of { $item }
    .todo = { $suggestion }
assertion-row-unknown = { $row } stands in no row of { $item }
    .todo = { $suggestion }
several-begin-so = { $count } begin as { $text } does
    .todo = { $suggestion }
several-rows-meant = { $count } rows of { $item } are meant
    .expected = texts that stand together in one row only
listed-twice = { $value } is listed twice
domain-without-codes = the codebook has no codes for the domain { $domain }
domain-without-items = a domain has no items
    .expected = = and a code
domain-without-answers = a domain has codes, not answers
question-without-items = the question has no items
    .expected = = and an option or answer
question-without-subcodes = only domains have subcodes
items-without-answers = { $question } has items that are answered
    .expected = = and the answers that count
answers-without-items = { $question } has no items that are answered
    .expected = no answers here
said-of-interventions = { $name } is said of interventions, not of respondents
    .todo = compare the number of their interventions, as respondents(interventions(activity = G1) > 0)
said-of-answers = { $name } is said of those who answered, not of those expected to
    .todo = count those who answered, as respondents(answered(question))
not-asked-of-areas = this cannot be asked of an area
    .expected = a comparison of measures, as interventions(activity = G5) > 0
not-asked-of-rows = this cannot be asked of a row
    .expected = a comparison of measures, as interventions(activity = G5) > 0
column-without-row = a column has a number only in a condition on rows
    .expected = a measure, as interventions or funds
cell-of-no-number = { $cell } in { $column } cannot be read as a number with certainty
column-of-texts = { $column } holds texts, not numbers
    .expected = a column of numbers
area-of-one-respondent = what is counted for one respondent or intervention lies in its own area
    .todo = leave the area out here
recipients-with-condition = recipients can be counted per area only
    .todo = for a condition count respondents: those of the recipients that answered
numbers-too-large = the numbers are too large to be divided exactly
sum-too-large = the sum is too large

## Words of precision

precision-word-unknown = { $word } is no word of precision
    .todo = { $suggestion }
words-in-reference = docs/reference/claims.md lists the words
vague-word-before-number = { $word } stands before a number
    .expected = a word that says how near a number is, as about, over, under, nearly, rounded
no-number-behind-word = no number stands behind { $word }
    .expected = a number, as "about 120 mnkr" or "about 1/4"
word-without-share-limit = { $word } does not say what it means for a share
    .todo = count without a base
word-without-number-limit = { $word } does not say what it means for a number
    .todo = say of what base: interventions(…) of interventions
word-without-ranking-limit = { $word } does not say what it means in a ranking
    .expected = a word with a limit of the largest value, as common, rather-common, uncommon, rare
word-without-change = { $word } does not say what it means of a change
    .expected = increased, decreased or unchanged, or a word with a limit, as sharply-increased = "change >= 50 %"
change-without-year = { $word } does not say since when
    .expected = "since" and a year, as interventions increased since 2023
word-meaning-unreadable = { $meaning } is no meaning of the word { $word }
    .expected = { $wanted }
word-set-twice = { $word } is given a meaning twice: it is { $name }
    .expected = one meaning for a word and its other spellings
    .todo = keep one of them
unchanged-without-none = { $word } does not hold of what has not changed at all
    .expected = bounds on both sides of zero, as -5..5 %
    .todo = mend the bounds
change-words-overlap = { $word } may be said of what is { $other }, too
    .expected = "above unchanged" or "below unchanged", or a limit beyond the bounds of { $other }, as increased = "change > 5 %"
    .todo = mend one of the two
precision-unreadable = { $meaning } is no meaning of a word
    .expected = { $wanted }
precision-without-meaning = { $part } gives no meaning to a word
    .expected = a word, = and its meaning, as drygt = 0..15 %
wanted-meaning-of-word = bounds, as -10..10 %, or limits, as "number >= 3", "share > 50 %", "largest >= 1/4", "change > 5 %"

## Claims

in-claim = claim { $claim }: { $found }
claim-without-id = a claim without an id
    .expected = an id in every row
claim-id-twice = the claim { $claim } stands twice
    .expected = every id once
claim-without-assertion = the claim { $claim } has no assertion
    .expected = an assertion, or in the column "undecided" why the data do not say
claim-with-assertion-and-reason = the claim { $claim } has an assertion and a reason for none
    .expected = one of them
claim-area-unknown = { $area } is no area of the study, in the claim { $claim }
    .expected = an area of study.toml, or "all"
    .todo = { $suggestion }
claim-of-other-area =
    the claim { $claim } has the area { $own } in the column "area", but its assertion checks { $other }
    .expected = an assertion about the claim's own area, or "all" in the column "area"
    .todo = correct the area where it is wrong
claim-of-other-number = the sentence of the claim { $claim } says { $said }, and its assertion { $asserted }
    .expected = the same number in both
    .todo =
        correct the one that is wrong; where both are right, state the sentence's number in the assertion, too
claim-twice = the claim { $claim } has the sentence of { $other } with the same assertion
    .expected = every sentence once
    .todo = join the assertions with ; in one claim, or remove one of them
sentence-twice = the claim { $claim } has the sentence of { $other } with another assertion
    .expected = every sentence once
    .todo = keep one of them, with all assertions to be checked joined with ;
sentence-many-times = the claims { $claims } have the sentence of { $other }
    .expected = every sentence once
    .todo = keep one of them, with all assertions to be checked joined with ;
claims-fail = { $count ->
        [one] one claim is
       *[other] { $number } claims are
    } not true of the data
    .todo = see insats verify, or data/claims.csv
computed-by-counting = { $computed } (by codes that were not audited: { $domains })
claims-by-counting =
    { $count ->
        [one] 1 claim speaks
       *[other] { $count } claims speak
    } of what was not audited ({ $domains }): decided by counting codes, whose errors nobody knows
    .todo = draw a sample of it too, with insats audit --domain, or say in the text that it is counted

## Why a claim cannot be decided

base-is-zero = the base is zero
area-not-there-then = the claim’s area has no counterpart in { $year }
not-known-then = in { $year } it was not there: { $why }
study-of-year-missing = the study of { $year } is not there: there is none in { $folders }
not-said-then = in the study of { $year }: { $what }
year-without-funds = the study of { $year } has no funds
estimates-of-earlier-year = the numbers of codes in { $year } are estimated, and estimates are not compared between years
breakdown-is-empty = the breakdown is empty
claim-of-kronor = kronor asks for amounts in kronor, and this study is in { $currency }
    .expected = funds, which asks for amounts in the currency of the study
claim-of-other-currency = claim { $claim } states an amount in { $other } ({ $word }), and this study is in { $currency }
    .expected = an amount in { $units }
claim-of-no-funds = { $measure } asks for funds, and this study has none
    .expected = a measure of counts, as interventions or respondents
    .todo = count interventions; or name the column of used funds (funds) in every survey of study.toml
claim-of-no-requisitions = { $measure } asks for requisitioned funds, and this study has none: its reported funds count as they are
    .expected = kronor or funds, reported, or a measure of counts
    .todo = use one of these; or declare [[requisitions]] and another [weighting] than per = "none"
no-requisitions-to-count = the study has no requisitioned funds for { $area }
expected-not-known = the study does not say who was expected to answer for { $area }: declare [survey.expected] or [[requisitions]]
late-not-known = the study does not say when answers for { $area } were due: declare due
allocation-not-known = no [[allocated]] says what { $names } were allocated for { $area }
recipient-did-not-answer = { $names } did not answer, and { $measure } counts only funds of those who did
nothing-allocated = the study does not say what recipients were allocated for { $area }: declare [[allocated]]
ranking-of-zeros = the ranking has nothing but zeros
base-may-be-zero = the base is estimated, and may be zero
estimate-of-several = codes are estimated one at a time: how many have one of several codes, or several at once, no estimate says
estimate-of-recipient = codes are estimated for whole areas: which recipients they belong to no estimate says
estimate-of-number-of-codes = codes are estimated one at a time: how many codes an intervention has no estimate says
estimate-of-other-measure = the estimates are of numbers of interventions and of their funds as they count, not of { $measure }
estimate-with-condition = codes are estimated for whole areas: how many of those that meet another condition have a code no estimate says
estimate-in-condition = the condition compares estimates, and their intervals allow both
estimate-missing = the code has no estimate
interval-was-refused = the sample is too small for an interval here
interval-allows-both =
    the interval allows both; about { $more ->
        [one] one more answer
       *[other] { $more } more answers
    } read by people would decide it
interval-allows-both-until-all =
    the interval allows both; only reading the { $left ->
        [one] one answer that is
       *[other] { $left } answers that are
    } left would decide it
ranking-open = equal values leave the ranking open
numbers-too-large-to-compare = the numbers are too large to be compared exactly
share-only-bounded = { $item } says only { $share } for { $row } in { $column }
cell-without-value = { $item } has no value for { $row } in { $column }

## What is stated and what is true

part-of-base = { $part } of { $base }
part-of-base-with-share = { $part } of { $base } ({ $share })
share-in-percent = { $number }%
quantity-is = { $quantity } is { $value }.
said-of-year = { $year }: { $text }
value-then-and-now = { $before }; { $after } ({ $change })
changed-since = { $word } since { $since }
has-increased = { $quantity } increased: { $values }.
has-decreased = { $quantity } decreased: { $values }.
share-of-base = { $part } as a share of { $base }
has-changed = { $quantity }: { $values }.
is-unchanged = { $quantity } stayed on the same level: { $values }.
stated-still = { $stated }, as in { $since }
place-moved = { $value } had place { $before } in { $then } and has place { $after } in { $now }.
year-broken = { $area } is not comparable with { $year }: { $why }
computed-with-breaks = { $computed } ({ $breaks })
quantity-in-year = { $quantity } in { $year }
broken-since = not comparable with { $year }
fraction-half = half
fraction-third = a third
fraction-two-thirds = two thirds
fraction-quarter = a quarter
fraction-three-quarters = three quarters
fraction-fifth = a fifth
fraction-two-fifths = two fifths
fraction-eighth = an eighth
fraction-tenth = a tenth
fraction-just-over = just over { $fraction }
fraction-just-under = just under { $fraction }
one-and-other = { $one } and { $other }
one-or-other = { $one } or { $other }

## Rankings

place-from-top = place { $n }
place-last = last
place-from-end = place from the end: { $n }
place-highest = highest
place-highest-in-order = highest, in this order
place-lowest = lowest
place-lowest-in-order = lowest, in this order
place-among-highest = among the { $n } highest
place-among-lowest = among the { $n } lowest
place-present = present
place-absent = absent
values-present = Present: { $values }.
values-absent = Absent: { $values }.
values-tied = { $values } (tied: { $value })
ranking-of-one = { $lead } { $values }.
ranking-followed = { $lead } { $first }, followed by { $rest }.
ranking-beside-largest = { $lead } { $largest }; { $own }.
most-funds = Most funds went to
least-funds = Least funds went to
most-common = Most common is
least-common = Least common is
highest = Highest is
lowest = Lowest is
part-order = order
part-order-of-first = order of the first { $n }
part-highest = the { $n } highest
part-lowest = the { $n } lowest
part-values = values
no-value = nothing
values-of-years-differ = Only { $year } has { $one }, only { $then } { $other }.
values-differ = Only the one has { $one }, only the other { $other }.
rankings-same = same: { $part }
rankings-different = different: { $part }
rankings-are-alike = The rankings are alike: { $one }.
rankings-differ = The rankings differ: { $one } and { $other }.

## What quantities and conditions are called

fold-total = the sum ({ $values })
fold-largest = the largest value ({ $values })
fold-smallest = the smallest value ({ $values })
fold-kinds = the number of kinds ({ $values })
column-in-item = { $column } in { $item }
quantity-by = { $quantity } by { $names }
quantity-by-area = { $quantity } by area
quantity-by-recipient = { $quantity } by recipient
quantity-by-parent = { $quantity } by whom recipients belong to
number-of-interventions = the number of interventions
weighted-funds = the weighted funds of interventions
reported-funds = the reported funds of interventions
number-of-recipients = the number of recipients of funds
requisitioned-funds = the requisitioned funds
repaid-funds = the repaid funds
requisitioned-funds-less-repaid = the requisitioned funds less what was repaid
number-of-excluded = the number of excluded interventions
number-of-expected = the number of those expected to answer
number-of-late = the number of those who answered late
number-of-partly = the number of those who answered partly
allocated-funds = the allocated funds
number-of-areas = the number of areas
number-of-level = the number of { $several }
number-of-respondents = the number of respondents
column-of-row-in-item = { $column } of { $row } in { $item }
number-of-rows = the number of rows in { $item }
sum-of-column = the sum of { $column } in { $item }
measure-in-areas = { $subject } ({ $areas })
measure-of-recipient = { $measure } of { $recipient }
measure-where = { $measure } where { $condition }
measure-of-expected = { $measure } that were expected to answer
measure-of-not-expected = { $measure } that were not expected to answer
measure-of-late = { $measure } that answered late
measure-of-not-late = { $measure } that did not answer late
measure-of-partly = { $measure } that answered in part
measure-of-not-partly = { $measure } that did not answer in part
measure-with = { $measure } with { $condition }
not-so = not ({ $condition })
asked-is-not = { $asked } not { $values }
number-of-answers = number of { $of } { $sign } { $number }
answer-to = an answer to { $question }
asked-question = the question { $question }
other-than = not { $names }
part-of = recipients that belong to { $names }
not-part-of = recipients that belong to others than { $names }
of-level = level { $level }

## The table of claims

claims-claim = Claim
claims-area = Area
claims-outcome = Outcome
claims-statement = Statement
claims-stated = Stated
claims-computed = Computed
claims-reason = What would be true, or why it is open

## Drafts of claims

draft-totals =
    { $title }: { $who } { $noun } reported { $number } { $count ->
        [one] intervention
       *[other] interventions
    }.
draft-totals-requisitioned =
    { $title }: { $who } { $noun } reported { $number } { $count ->
        [one] intervention
       *[other] interventions
    } and requisitioned { $millions }.
draft-interventions = interventions
draft-increased = { $title }: the number of interventions has increased, from { $before } in { $year } to { $number }.
draft-decreased = { $title }: the number of interventions has decreased, from { $before } in { $year } to { $number }.
draft-unchanged = { $title }: the number of interventions is nearly unchanged, { $before } in { $year } and { $number } now.
draft-still-first = Most common among { $codes } is, as in { $year }, { $value }.
draft-funds = the funds
draft-most-funds = Among { $codes } most funds went to
draft-most-common = The most common of the { $codes } are
draft-most-common-within = Within { $code } the most common of the { $codes } is
draft-most-answer = { $title }: most answer { $answers } for
draft-most-common-answer = { $title }: most common is
draft-count-of-base = { $count } of { $base } { $noun }, { $share }
draft-share-of-funds = { $millions }, { $share } of { $noun }
draft-share = { $share } percent
draft-share-above = more than { $share } percent
draft-share-below = less than { $share } percent
