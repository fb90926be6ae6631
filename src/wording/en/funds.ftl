### Requisitioned and repaid funds: repayments, lists, units and totals.

## Repayments

repayment-area-unknown = { $area } is no area of the study
    .expected = an area that a survey of study.toml has
    .todo = rows of areas that are not evaluated here go away in a copy of the list; { $suggestion }
repayment-without-amount = the row of { $recipient } for { $area } has no amount
    .expected = an amount in every row; 0 is one
    .todo = counted as if the row were not there; fill the amount in in a copy of the file
repayment-twice = { $recipient } repaid { $kronor } kr for { $area } twice
    .expected = every repayment once; the other is at { $other }
    .todo =
        both are taken from what was requisitioned; remove one in a copy of the list if it is the same payment
repayment-without-requisition = { $recipient } repaid funds for { $area }
    .expected = a requisition that was repaid from
    .todo = check the recipient and the area
repaid-more-than-requisitioned = { $recipient } repaid { $repaid } kr of { $requisitioned } kr requisitioned for { $area }
    .expected = at most what was requisitioned
    .todo = check both amounts
