### Figures and tables in words: text alternatives, notes, axes, numbers with their words

## Numbers with their words

count-of = { $count }{"\u00A0"}of{"\u00A0"}{ $base }
very-large-number = a very large number
in-quotes = “{ $text }”
money = { $unit }{"\u00A0"}{ $number }
money-in-thousands =
    { $code ->
       *[any] { $unit }{"\u00A0"}{ $number }{"\u00A0"}thousand
    }
money-in-millions =
    { $code ->
       *[any] { $unit }{"\u00A0"}{ $number }{"\u00A0"}million
    }
money-in-words =
    { $unit ->
       *[any] { $code }{"\u00A0"}{ $number }
    }
millions-in-words =
    { $unit ->
       *[any] { $code }{"\u00A0"}{ $number }{"\u00A0"}million
    }
currency-sek =
    { $count ->
        [one] krona
       *[other] kronor
    }
    .short = SEK
currency-eur =
    { $count ->
        [one] euro
       *[other] euro
    }
    .short = EUR
currency-dkk =
    { $count ->
        [one] Danish krone
       *[other] Danish kroner
    }
    .short = DKK
currency-nok =
    { $count ->
        [one] Norwegian krone
       *[other] Norwegian kroner
    }
    .short = NOK
currency-isk =
    { $count ->
        [one] Icelandic króna
       *[other] Icelandic krónur
    }
    .short = ISK
currency-gbp =
    { $count ->
        [one] pound
       *[other] pounds
    }
    .short = GBP
currency-usd =
    { $count ->
        [one] dollar
       *[other] dollars
    }
    .short = USD
currency-chf =
    { $count ->
        [one] Swiss franc
       *[other] Swiss francs
    }
    .short = CHF
currency-pln =
    { $count ->
        [one] zloty
       *[other] zloty
    }
    .short = PLN
counted-interventions =
    { $count ->
        [one] { $number }{"\u00A0"}intervention
       *[other] { $number }{"\u00A0"}interventions
    }
    .number = Number of interventions
    .share = Share of interventions (percent)
counted-recipients =
    { $count ->
        [one] { $number }{"\u00A0"}{ $one }
       *[other] { $number }{"\u00A0"}{ $several }
    }
    .number = Number of { $several }
    .share = Share of { $several } (percent)
counted-answers =
    { $count ->
        [one] { $number }{"\u00A0"}answer
       *[other] { $number }{"\u00A0"}answers
    }
    .number = Number of answers
    .share = Share of answers (percent)
number-in-words =
    { $count ->
        [2] two
        [3] three
        [4] four
        [5] five
        [6] six
        [7] seven
        [8] eight
        [9] nine
        [10] ten
        [11] eleven
        [12] twelve
       *[other] { $number }
    }

## Who has answered

recipients-have-answered =
    { $count ->
        [0] No { $several } have answered the question.
        [one] { $gender ->
           *[any] One
        }{"\u00A0"}{ $one } has answered the question.
       *[other] { $number }{"\u00A0"}{ $several } have answered the question.
    }
    .all = All { $number }{"\u00A0"}{ $several } have answered the question.
answers-have-been-received =
    { $count ->
        [0] No { $several } have been received.
        [one] { $gender ->
           *[any] One
        }{"\u00A0"}{ $one } has been received.
       *[other] { $number }{"\u00A0"}{ $several } have been received.
    }
    .all = All { $number }{"\u00A0"}{ $several } have been received.

## Text alternatives

bubble-chart =
    Bubble chart of { $domains }: number of interventions on the vertical axis, funds used in { $unit } on the
    horizontal axis and as the area of the bubbles. Base: the area’s { $interventions }, { $funds } in all; an
    intervention may have several codes.
without-code-in-chart = { $state }: { $counted }{ $funds }
bubble-chart-hollow = Circles and triangles with a dashed edge are interventions without a code.
bubble-chart-joined = A line joins the two bubbles of a code.
bubbles-joined = the same code
bubbles-size = Bubble area
bubbles-hollow = interventions without a code
bubbles-beyond = interventions without a code, beyond the axes: numbers beside it
bubbles-without-place = No room for a name in the chart
dumbbell-chart =
    Ranked chart of { $domains }, a row for each code: number of interventions in the left panel, funds used in
    { $unit } in the right one. Base: the area’s { $interventions }, { $funds } in all; an intervention may have several codes.
dumbbell-chart-of-numbers =
    Ranked chart of { $domains }, a row for each code: number of interventions. Base: the area’s { $interventions }; an intervention may
    have several codes.
dumbbell-difference = difference within a code
bubbles-most = { $domain }: most interventions concern { $most }.
bubbles-largest = { $domain }: most interventions concern { $most }; most funds went to { $richest }.
bubbles-largest-alike = { $domain }: most interventions concern { $most }. By funds the order is the same: { $funds }.
bubble-in-one-domain = { $code } is coded as { $as } ({ $interventions }) but not as { $other }.
bubbles-of-domain = All { $domain }: { $bubbles }.
widest-gap = The gap between { $one } and { $other } is widest for { $what }: { $first } against { $second }.
bar-chart = Horizontal bar chart: { $axis }.
bar-chart-of-answer = Horizontal bar chart: { $axis } that answered { $answer }.
likert-chart = Stacked horizontal bar chart: { $axis }.
chart-base = Base: { $base }.
most-common-options = Most common are { $options }.
answers-most-and-least-common =
    { $count ->
        [one] The answer { $answers } is most common for { $most } and least common for { $least }.
       *[other] The answers { $answers } are most common for { $most } and least common for { $least }.
    }
headline-codes = { $domain }: most interventions concern { $code }, { $number }
headline-codes-alike = { $domains }: most interventions concern { $code }, { $numbers }
headline-of-option = Most common is { $option }: { $number }
headline-of-answer = { $answer } is most common for { $option }: { $number }
headline-of-group = { $group }: most common is { $option }, { $number }
headline-of-scale =
    { $count ->
        [one] The answer { $answers } is most common for { $what }: { $number }
       *[other] The answers { $answers } are most common for { $what }: { $number }
    }
headline-of-response = { $number } have answered
headline-of-attained = { $part } is reported most often for { $what }: { $number }
headline-of-pair = Most interventions concern { $pair }: { $number }
headline-of-pair-of-funds = Most funds have gone to { $pair }: { $number }
headline-of-pair-of-answers = Most answers concern { $pair }: { $number }
headline-of-column = { $column } is largest for { $row }: { $value }
headline-of-sums = The longest bar is that of { $row }: { $value }
headline-of-growth = The largest change is in { $what }, which grew from { $then } ({ $from }) to { $now } ({ $to })
headline-of-decline = The largest change is in { $what }, which fell from { $then } ({ $from }) to { $now } ({ $to })
stacked-chart =
    { $count ->
        [one] Stacked horizontal bar chart in { $unit }, { $number } bar: { $bars }.
       *[other] Stacked horizontal bar chart in { $unit }, { $number } bars: { $bars }.
    }
column-chart = Column chart in { $unit }: { $bars }.
line-chart = Line chart in { $unit }: { $lines }.
column-and-line-chart =
    { $count ->
        [one] Column chart in { $unit }: columns for { $bars }, a line for { $lines }.
       *[other] Column chart in { $unit }: columns for { $bars }, lines for { $lines }.
    }
longest-bars = The bars are longest for { $rows }, and shortest for { $least }.
column-at-most = { $column }: at most { $value }, for { $rows }.
column-from-to = { $column }: { $first } in { $from } and { $last } in { $to }.
column-from-to-by-peak = { $column }: { $first } in { $from } and { $last } in { $to }, at most { $most } in { $peak }.
reliability-point = probability { $probability }: share right { $share } of { $codings }
totals-of-area = Whole area: { $interventions }{ $funds }

## What a figure or table leaves out, and rests on

draft-left-out =
    { $count ->
        [one] Draft: { $number }{"\u00A0"}intervention{ $funds } is not coded to the end.
       *[other] Draft: { $number }{"\u00A0"}interventions{ $funds } are not coded to the end.
    }
none-left-out =
    { $base ->
        [one] no code fits { $domain } for { $counted }{"\u00A0"}intervention{ $funds }
       *[other] no code fits { $domain } for { $counted }{"\u00A0"}interventions{ $funds }
    }
not-coded-left-out =
    { $base ->
        [one] { $domain } is not coded yet for { $counted }{"\u00A0"}intervention{ $funds }
       *[other] { $domain } is not coded yet for { $counted }{"\u00A0"}interventions{ $funds }
    }
unsettled-left-out =
    { $base ->
        [one] coders differ on { $domain } for { $counted }{"\u00A0"}intervention{ $funds }
       *[other] coders differ on { $domain } for { $counted }{"\u00A0"}interventions{ $funds }
    }
none-left-out-either = { $domain } for { $counted }{ $funds }
without-code-either = { $domain } for { $counted }{ $funds }
without-subcode =
    { $count ->
        [one] of the interventions with the main code { $code }, { $counted } has no subcode for { $domain }{ $funds }
       *[other] of the interventions with the main code { $code }, { $counted } have no subcode for { $domain }{ $funds }
    }
without-subcode-either = { $counted } for { $domain }{ $funds }
incomplete-not-counted =
    { $count ->
        [one] Another incomplete intervention is not counted{ $funds }.
       *[other] Another { $number }{"\u00A0"}incomplete interventions are not counted{ $funds }.
    }
with-reported-funds = reported funds: { $funds }
without-reported-funds = no amount reported
numbers-missing = Missing for { $columns }.
numbers-missing-in-column = { $number } (column { $column })
codings-of-all =
    { $total ->
        [one] { $number } of { $all } coding
       *[other] { $number } of { $all } codings
    }
funds-in-all = { $funds } in all
rests-on-sample = Estimate: { $parts } read by people; 95 percent intervals.
rests-on-sample-drawn = Estimate: { $parts } read by people; lines show 95 percent intervals.
read-of-all =
    { $of ->
        [one] { $number } intervention
       *[other] { $number } interventions
    }
read-of-some = { $read } ({ $what })
intervals-refused = For { $codes } the sample is too small for an interval.
numbers-not-audited = Not audited: { $domains }; these numbers are counted and have no interval.
codes-and-more = { $codes } and { $more } more
codes-estimated-at-nothing =
    Codes that are estimated at none are left out; by their intervals none of them has more than { $most ->
        [one] one intervention
       *[other] { $most } interventions
    }.
value-without-interval = { $value }, without an interval
value-with-interval = { $value }, interval { $low }–{ $high }
value-with-ends = { $value } ({ $low }–{ $high })
list-as-coded = { $name } – as coded by people and machine, not the estimate
list-but-blind = { $name } – { $kept } more are read blind and not listed
rests-on-rules =
    { $count ->
        [one] { $codings }{ $funds } rests on the codebook's rules and has not been reviewed.
       *[other] { $codings }{ $funds } rest on the codebook's rules and have not been reviewed.
    }
rests-on-suggestions =
    { $count ->
        [one] { $codings }{ $funds } rests on suggestions of a learned model and has not been reviewed.
       *[other] { $codings }{ $funds } rest on suggestions of a learned model and have not been reviewed.
    }
answers-rest-on-rules =
    { $count ->
        [one] { $codings } rests on the codebook's rules and has not been reviewed.
       *[other] { $codings } rest on the codebook's rules and have not been reviewed.
    }
answers-rest-on-suggestions =
    { $count ->
        [one] { $codings } rests on suggestions of a learned model and has not been reviewed.
       *[other] { $codings } rest on suggestions of a learned model and have not been reviewed.
    }
subcode-column = { $domain } (number)
subcode-column-of-group = { $domain }, { $group } (number)

## First page

front-interventions-of-year = Interventions carried out in { $year }
front-concerns-year = Concerns { $year }
front-answers = { $answers } from { $recipients }
front-recipients =
    { $count ->
        [one] { $number }{"\u00A0"}recipient
       *[other] { $number }{"\u00A0"}recipients
    }
front-excluded = Excluded interventions (reported funds { $amount })
front-codes =
    { $count ->
        [one] { $number }{"\u00A0"}code on { $interventions }
       *[other] { $number }{"\u00A0"}codes on { $interventions }
    }
front-warnings =
    { $count ->
        [one] { $number }{"\u00A0"}warning
       *[other] { $number }{"\u00A0"}warnings
    }
front-notices =
    { $count ->
        [one] { $number }{"\u00A0"}notice
       *[other] { $number }{"\u00A0"}notices
    }
front-recipients-that-answered = Recipients that have answered
front-excluded-funds = Funds reported for excluded interventions
front-smallest-factor = Adjustment factor J, smallest
front-largest-factor = Adjustment factor J, largest
front-codes-of = { $source }: codes
front-interventions-with = { $source }: interventions
front-warnings-on-the-data = Warnings about the data
front-notices-on-the-data = Notices about the data
notices-of-this-kind = and { $count } more of this kind
all-notices = All notices in detail ({ $number })
show-table = Show the table ({ $number } rows)

## Names of numbers in Excel: a word, or words with underscores

range-areas = number_of_areas
range-answers = number_of_answers
range-recipients = number_of_recipients
range-recipients-of = recipients_{ $account }
range-interventions = number_of_interventions
range-excluded = excluded_interventions
range-excluded-funds = funds_excluded
range-coded = coded_interventions
range-target = funds_T
range-reported-s = funds_S
range-reported = funds_reported
range-not-attributed = funds_not_attributed
range-smallest-factor = J_smallest
range-largest-factor = J_largest
range-codes = codes_{ $source }
range-coded-by = interventions_{ $source }
range-final = final_coding
range-coders = coders_who_agree
range-rules = rules
range-suggestions = suggestions
range-corrections = corrections
range-warnings = warnings
range-notices = notices

## Formats in Word and Excel

word-language = en-GB
excel-language = [$-809]
style-front-heading = First page heading
style-list-heading = Heading of a list
style-explanation = Explanation
style-figure = Figure
style-text-heading = Heading in a text
style-list = List in a text
style-code = Formula in a text
style-note = Figure or table note
style-source = Source
style-cell = Table text
style-number = Table number
style-cell-kept = Table text, kept together
style-number-kept = Table number, kept together
style-cell-head = Table head
style-number-head = Table head of numbers

## Cross tables, attainment, aims

side-level = Level
code-without-subcode = { $code }, without a subcode
without-any-code = Without a code
none-of-these = None of these
belongs-to-nobody = Belongs to none
share-of-row =
    { $what ->
        [funds] Share of the row’s funds
        [respondents] Share of the row’s answers
       *[interventions] Share of the row’s interventions
    }
share-of-column =
    { $what ->
        [funds] Share of the column’s funds
        [respondents] Share of the column’s answers
       *[interventions] Share of the column’s interventions
    }
share-of-all =
    { $what ->
        [funds] Share of all funds
        [respondents] Share of all answers
       *[interventions] Share of all interventions
    }
share-of-funds = Share of funds
axis-share-of-funds = Share of funds (percent)
axis-funds = Funds ({ $unit })
axis-answers = Number of answers
all-areas-together = All areas are counted together.
areas-together = Counted together: { $areas }.
cross-shows-interventions = Numbers of interventions. Base: { $base }.
cross-shows-funds = Funds in { $unit }. Base: { $base }.
cross-shows-respondents = Numbers of answers. Base: { $base }.
cross-shows-shares = { $share } (percent). Base: { $base }.
cross-outside = Not counted here: { $number } { $reason }.
outside-code = without the code { $code }
outside-domain = without a code for { $domain }
outside-question = of those who were not asked, or did not answer, { $question }
cross-several-of-intervention = An intervention with several codes or answers counts in full under each of them, so rows and columns may add up to more than the total, in which it counts once.
panels-several = An intervention may have several codes or answers and counts in full under each of them, so the shares in a chart may add up to more than 100 percent.
cross-several-of-respondent = Who gave several answers counts in full under each of them, so rows and columns may add up to more than the total, in which everyone counts once.
cross-base-of-year = { $base } ({ $year })
cross-areas-new = Not there in { $then }, so without figures for that year: { $areas }.
cross-broken = { $then } and { $now } cannot be compared for { $areas }.
cross-area-broken = { $area } ({ $why })
cross-incomplete = Incomplete interventions are not counted: { $numbers }.
cross-incomplete-in = { $number } ({ $year })
cross-not-estimated = Here interventions are counted by the codes that they have; elsewhere the report’s numbers of codes are estimates, and of combinations there is none.
panels-chart = { $count } small bar charts on one scale, one for each { $columns }, with a row for each { $rows }: { $measures }.
panels-show = Share of the interventions and funds of every chart (percent). Base: { $base }.
panels-foremost = The largest { $measure } is that of { $label } in { $count } of { $of } charts.
panels-of-interventions = Share of interventions
panels-of-respondents = Share of answers
panels-share-of-interventions = { $share } of interventions
panels-share-of-funds = { $share } of funds
panels-share-of-respondents = { $share } of answers
heat-table = Cross table in colours: { $rows } by { $columns }, the darker the more.
heat-table-of-funds = Cross table in colours: { $rows } by { $columns }, the darker the more funds.
heat-table-of-shares = Cross table in colours: { $rows } by { $columns }, the darker the larger the share.
heat-largest = Largest are { $pairs }.
attainment-part = Reported
attained-same = The same { $domain }
attained-other = Only another { $domain }
attained-none = No { $domain } fits
attained-nothing = No { $domain }
attained-not-coded = { $domain } not coded yet
attained-unsettled = { $domain } unsettled
attained-head = { $name }, of { $unit }
attained-share = Share with the same
attained-share-of-funds = Share of funds with the same
part-in-money = { $part } ({ $unit })
attainment-base = Of the interventions that have a code, the same one is sought in what they report. Base: { $base }, of which each counts under every code it has.
attainment-chart = Stacked horizontal bar chart: what is reported by those who have each code.
attainment-chart-of-shares = Stacked horizontal bar chart in percent: what is reported by those who have each code.
attainment-most-and-least = The same is reported most often for { $most }; least often for { $least }.
aim = Aim
aim-codes = Codes that answer to it
no-aim = None of the aims
aims-base = An intervention counts once under each aim that any of its codes answers to. Base: { $base }.
aims-without =
    { $count ->
        [one] No intervention answers to the aim { $aims }.
       *[other] No intervention answers to the aims { $aims }.
    }
