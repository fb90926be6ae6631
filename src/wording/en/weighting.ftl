### Weighted funds: what is divided, and factors that are worth a look.

## Who takes part

nobody-requisitioned = nobody has a requisition for { $area }
    .expected = amounts in the column of the area, in the sheet of requisitioned funds
    .todo = check the column's name and its amounts
requisition-blank =
    the requisition of { $recipient } for { $area } is blank, but it answered; it reported { $reported }
    .expected = an amount (0 is one)
    .todo = fill in the amount in a copy of the sheet, or remove the answer from a copy of the export
requisition-missing =
    { $recipient } answered but has no requisition for { $area }; it reported { $reported }
    .expected = a row and an amount (0 is one) in { $sheet }
    .todo = { $unread ->
        [0] add the recipient there, in a copy, or remove its answer from a copy of the export
       *[other] first correct what could not be read there; if the recipient still is missing, add it in a copy
    }
recipients-silent = { $count ->
        [one] { $count } recipient
       *[other] { $count } recipients
    } with { $target } for { $area } did not answer: { $recipients }
    .todo = their funds are in no figure
no-funds-reported = { $who } reported no funds; its { $target } cannot be divided
    .expected = interventions with a sum of used funds
    .todo = ask the recipient what the funds were used for, and enter it as a correction; until then the sum is shown as not attributed
reported-but-repaid = { $who } reported { $reported } but has repaid all it had
    .todo = its interventions are counted with no funds; check the requisition
reported-but-not-requisitioned = { $who } reported { $reported } but has nothing requisitioned
    .todo = its interventions are counted with no funds; check the requisition
recipient-in-area = { $recipient } in { $area }
funds-divided-among-others = { $count ->
        [one] { $count } recipient
       *[other] { $count } recipients
    } with { $target } for { $area } reported no funds: { $recipients }
    .todo = their funds are divided among the area's other interventions
funds-of-others-divided = { $count ->
        [one] { $count } recipient
       *[other] { $count } recipients
    } reported { $reported } for { $area } without requisitioned funds that were kept: { $recipients }
    .todo = their interventions get a part of the area's funds; check the requisitions

## Factors

factor-unusual =
    J = { $factor } for { $who }: { $reported } reported, { $target } requisitioned less repaid
    .expected = J between 0.5 and 2
    .todo = { $advice }
factor-by-year =
    one of the amounts is { $year }, which looks like a year; ask the recipient, and enter a correction
factor-of-thousands =
    the amounts look as if they were given in thousands of { $currency }; ask the recipient, and enter a correction
factor-of-thousandths =
    the amounts look a thousand times too large; ask the recipient, and enter a correction
factor-of-millions = the amounts look a million times off; ask the recipient, and enter a correction
factor-of-nothing-known = check the reported amounts against the requisition

## Units

reports-off-alike =
    J is about { $factor } for { $count } of { $all } recipients in { $areas }: the reported funds (in { $file }, read as { $read }) look { $times ->
        [1000] a thousand
       *[other] a million
    } times { $size ->
        [small] too small
       *[large] too large
    }
    .expected = J about 1; amounts in the unit that the study declares
    .todo =
        { $fix } under [survey.intervention]; or correct the unit under [[requisitions]] if the list is what is off
requisitions-off-alike =
    J is about { $factor } for { $count } of { $all } recipients in { $areas }: the requisitions (in { $file }, read as { $read }) look { $times ->
        [1000] a thousand
       *[other] a million
    } times { $size ->
        [small] too small
       *[large] too large
    }
    .expected = J about 1; amounts in the unit that the study declares
    .todo = { $fix } under [[requisitions]]{ $alone ->
        [0] {""}
       *[other] ; if only this column is, give it a [[requisitions]] of its own
    }; or correct the unit under [survey.intervention] if the reports are what is off
requisitions-small =
    the requisitions of { $count } recipients for { $areas } (in { $file }, read as { $read }) look too small: half of them are { $median } or less, the largest is { $largest }
    .expected = amounts in the unit that the study declares
    .todo =
        look what unit the list has; { $fix } under [[requisitions]], and under [survey.intervention] if the reports are in it, too
requisitions-large =
    the requisitions of { $count } recipients for { $areas } (in { $file }, read as { $read }) look too large: half of them are { $median } or less, the largest is { $largest }
    .expected = amounts in the unit that the study declares
    .todo =
        look what unit the list has; { $fix } under [[requisitions]], and under [survey.intervention] if the reports are in it, too
