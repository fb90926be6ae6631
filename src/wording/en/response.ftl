### Who was expected to answer and did, funds reconciled, and how sensitive numbers are.

key-expected-from = who was expected to answer: "register" or "requisitions"; or "file" with a list
key-expected-file = the file with those expected to answer
expected-without-requisitions = those expected to answer for { $area } are those who requisitioned, but no [[requisitions]] are about the area
    .todo = declare the requisitions, or "register" or a list instead
expected-twice = { $recipient } stands twice among those expected to answer
    .expected = once; it is counted once
expected-list-empty = { $file } has headers but no recipient
    .expected = a row for each who was expected to answer
    .todo = fill in the list, or declare from = "register" or "requisitions" instead
expected-remarks = { $count ->
        [one] { $count } row of the list of those expected to answer names no recipient
       *[other] { $count } rows of the list of those expected to answer name no recipient
    }: { $text }
    .todo = read as remarks; if a recipient is meant, correct the name
answers-unexpected = { $count ->
        [one] one answer was not expected
       *[other] { $count } answers were not expected
    } for { $area }: { $names }
    .expected = only answers from those that [survey.expected] names; they count nevertheless
    .todo = complete the list, or set the answers aside under respondent.set_aside with a reason
in-allocated = { $found }, in [[allocated]]
allocated-list-empty = { $file } names nobody who was allocated anything for the study’s areas
    .expected = a row with an amount for every recipient
    .todo = fill in the list, or remove [[allocated]] if it is not known what was allocated
allocations-missing = { $count ->
        [one] one recipient that requisitioned or answered for { $area } has
       *[other] { $count } recipients that requisitioned or answered for { $area } have
    } no allocation in [[allocated]]: { $names }
    .expected = an amount for each, 0 for one that was allocated nothing
    .todo = complete the list; else their allocation is not known, and claims on it cannot be decided
requisitioned-above-allocated = { $count ->
        [one] one recipient requisitioned more than it was
       *[other] { $count } recipients requisitioned more than they were
    } allocated for { $area }: { $recipient } requisitioned { $requisitioned } and was allocated { $allocated }
    .expected = at most what was allocated
    .todo = check both lists; the reconciliation shows what was requisitioned beyond what was allocated
in-other-repayments = { $found }, in [[other_repayments]]
repayments-differ = { $count ->
        [one] the repayments of one recipient differ
       *[other] the repayments of { $count } recipients differ
    } between { $first } and { $second }: { $recipient } has { $here } in the first and { $there } in the second for { $area }
    .expected = the same amount; funds are weighted by the first
    .todo = find out which holds; the reconciliation shows both

response-without-sizes = by = "size" without classes of size
    .expected = sizes = [20000, 50000], where the classes begin
response-sizes-unsorted = the classes of size do not begin in ascending order
    .expected = every number larger than the one before
item-without-weighting = the study does not weight funds to what was requisitioned: there is nothing to reconcile
    .expected = [[requisitions]] and another [weighting] than per = "none"

response-level = Level
response-size = Inhabitants
response-expected = Expected
response-answered = Answered
response-late = Of these late
response-partly = Of these partly
response-missing = Not answered
response-unexpected = Unexpected answers
response-rate = Response rate
response-covered = Requisitioned by those who answered ({ $unit })
response-covered-share = Share of funds
response-part-of-nothing = Belongs to no county
response-size-unknown = Size not known
response-size-below = Below { $to }
response-size-between = { $from }–{ $to }
response-size-above = { $from } and more
response-axis = Answered of those expected (percent)
response-chart = Bar chart: the share that answered of those expected to.
response-by-register = { $several ->
        [0] Expected are all of the register.
       *[other] Expected are all of the register for { $areas }.
    }
response-by-requisitions = { $several ->
        [0] Expected are those who requisitioned funds and did not repay all.
       *[other] Expected are those who requisitioned funds and did not repay all for { $areas }.
    }
response-by-list = { $several ->
        [0] Expected are those in the study’s list.
       *[other] Expected are those in the study’s list for { $areas }.
    }
response-by-nothing = { $several ->
        [0] Who was expected to answer is not known.
       *[other] Who was expected to answer is not known for { $areas }.
    }
response-partly-means = { $late ->
        [0] Partial answers are among those who answered.
       *[other] Late and partial answers are among those who answered.
    } Partly is an answer with an incomplete intervention, or without any intervention that counts.
response-late-unknown = { $late ->
        [0] Which answers came late is not known.
       *[other] Which answers came late is not known for { $areas }.
    }
response-unexpected-told = { $count ->
        [one] One answer was not expected: it counts
       *[other] { $number } answers were not expected: they count
    } in the report but not in the response rate.

reconciled-step = Step
reconciled-allocated = Allocated
reconciled-not-requisitioned = Difference: allocated but not requisitioned
reconciled-above-allocated = Difference: requisitioned beyond what was allocated
reconciled-allocation-unknown = Difference: requisitioned by those whose allocation is not known
reconciled-requisitioned = Requisitioned
reconciled-repaid = Repaid
reconciled-repaid-by = Repaid according to { $source }
reconciled-repaid-on = Repaid according to { $source }, { $day }
reconciled-repaid-difference = Difference: repaid according to { $source } beyond the first source
reconciled-target = T: requisitioned less repaid, all
reconciled-silent = Difference: T of those who did not answer
reconciled-answered = T of those who answered
reconciled-reported = S: reported for interventions that count
reconciled-reported-difference = Difference: S beyond T of those who answered
reconciled-weighted = Weighted
reconciled-not-attributed = Difference: T that could not be attributed
reconciled-excluded = Reported for incomplete interventions, not counted
reconciled-note = Weighted funds and funds that could not be attributed make up T of those who answered.
reconciled-without-allocated = The data do not say what recipients were allocated.

sensitivity-now = Funds ({ $unit })
sensitivity-without = Without unusual J ({ $unit })
sensitivity-by-area = With one J per area ({ $unit })
sensitivity-by-recipient = With one J per recipient ({ $unit })
sensitivity-difference = Difference ({ $unit })
sensitivity-percent = Difference (%)
sensitivity-rank = Places up
sensitivity-note = { $count ->
        [0] No recipient has
        [one] One recipient has
       *[other] { $number } recipients have
    } a J (T/S) outside 0.5–2. { $count ->
        [0] {""}
       *[other] Their weighted funds are { $funds } of { $all }.
    } An intervention with several codes counts for each. Places up is how many places the code would rise among the main codes of the area in the domain, ordered by funds.
sensitivity-most = { $count ->
        [one] The row that changes the most is shown.
       *[other] The { $count } rows that change the most are shown.
    }
