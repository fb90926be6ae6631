### Requisitioned and repaid funds: repayments, lists, units and totals.

## Repayments

repayment-area-open = nothing says to which of { $areas } the repayment of { $recipient } belongs
    .expected = a recipient that is found at one of their levels
    .todo = write the area's own name in a copy of the list
repayment-area-unknown = { $area } is no area of the study
    .expected = an area that a survey of study.toml has, or a word that "areas" explains
    .todo = rows of areas that are not evaluated here go away in a copy of the list; { $suggestion }
repayment-without-amount = the row of { $recipient } for { $area } has no amount
    .expected = an amount in every row; 0 is one
    .todo = fill the amount in in a copy of the file; now it counts as if the row were not there
repayment-twice = { $recipient } repaid { $kronor } for { $area } twice
    .expected = every repayment once; the other is at { $other }
    .todo =
        { $taken ->
            [0] both are counted in the source
           *[other] both are taken from what was requisitioned
        }; remove one in a copy of the list if it is the same payment
repayment-without-requisition = { $recipient } repaid funds for { $area }
    .expected = a requisition that was repaid from
    .todo = check the recipient and the area
repaid-more-than-requisitioned = { $recipient } repaid { $repaid } of { $requisitioned } requisitioned for { $area }
    .expected = at most what was requisitioned
    .todo = check both amounts

## Units and amounts

thousands-of = thousands of { $currency }
millions-of = millions of { $currency }
billions-of = billions of { $currency }
section-on-line = { $section }, { $file } line { $line }
header-of-other-unit =
    the header { $header } says { $says }, but its bare numbers are read as { $read }{ $more ->
        [0] {""}
        [one] ; 1 more column likewise
       *[other] ; { $more } more columns likewise
    }
    .expected = the unit of the header under the key "unit" of { $section }
    .todo =
        set unit = "{ $unit }" there if the header holds, or correct the header in a copy of the file
line-of-other-unit =
    the line { $line } { $side } the table says { $says }, but bare numbers under { $columns } { $columns ->
        [one] header
       *[other] headers
    } are read as { $read }
    .expected = the unit of the table under the key "unit" of { $section }
    .todo = set unit = "{ $unit }" there if the line holds, or correct the line in a copy of the file
line-of-other-money =
    the line { $line } { $side } the table says { $says }, but bare numbers under { $columns } { $columns ->
        [one] header
       *[other] headers
    } are read as { $read }
    .expected = amounts in the currency of the study (currency in study.toml), in a unit that the key "unit" has
    .todo = convert the amounts in a copy of the file if the line holds, and say in it what they are in; else correct the line
title-of-other-year = the line { $title } above the table is about { $named }, the study about { $year }
    .expected = funds of the study's year
    .todo = look whether this is the list of the right year, and that "year" in study.toml is right
header-of-other-currency = the header { $header } says { $says }, and the study reads { $read }
    .expected = amounts in the currency of the study (currency in study.toml)
    .todo = set currency = "{ $code }", if all amounts are in it; else convert these in a copy of the file, and say in its header what they are in
header-of-other-money =
    the header { $header } says { $says }, but its bare numbers are read as { $read }{ $more ->
        [0] {""}
        [one] ; 1 more column likewise
       *[other] ; { $more } more columns likewise
    }
    .expected = amounts in the currency of the study (currency in study.toml), in a unit that the key "unit" has
    .todo = convert the amounts in a copy of the file if the header holds, and say in it what they are in; else correct the header
header-of-percent =
    the header { $header } says percent, but its bare numbers are read as { $read }{ $more ->
        [0] {""}
        [one] ; 1 more column likewise
       *[other] ; { $more } more columns likewise
    }
    .expected = the unit of the header under the key "unit" of { $section }
    .todo = name the column with the amounts
amounts-are-numbers = the amounts of { $column } look like organisation numbers or dates
    .expected = a column of amounts
    .todo = name the column with the amounts in study.toml
amounts-are-codes = the amounts of { $column } are the recipients' codes
    .expected = a column of amounts
    .todo = name the column with the amounts in study.toml
amount-like-year = the amount { $amount } looks like a year{ $more ->
        [0] {""}
       *[other] , and { $more } more of { $column }
    }
    .expected = an amount of money
    .todo = look the amount up; it is counted as it stands

## Totals and remarks

total-undeclared = { $label } looks like the label of a total, not like a recipient
    .expected = recipients, or totals that the study names
    .todo = if it is a total, name it where the file is declared: totals = [{ $label }]
totals-unused = no row has a label that "totals" names: { $labels }
    .expected = the labels as they stand in the file
    .todo = look whether a total is called something else; else remove the label from "totals"
rows-read-as-remarks = { $count ->
        [one] { $count } row holds
       *[other] { $count } rows hold
    } a single text and no amount, and no recipient is written so: { $text }
    .todo = read as remarks; if a recipient is meant, correct its name and fill in its amount
total-differs = the total of { $column } is { $total }, its rows sum to { $sum }
    .expected = a total that is the sum of its rows
    .todo = find out which was changed; the rows are what counts

## Recipients and what they got

recipient-unknown = { $written } is { $gender ->
       *[any] no
    } { $bare } in the register
    .expected = the name or code of { $one }
    .todo = correct the name in a copy of the file
recipient-unknown-near = { $written } is { $gender ->
       *[any] no
    } { $bare } in the register; the nearest is { $nearest }
    .expected = the name or code of { $one }
    .todo = correct the name in a copy of the file
recipient-of-other-level = { $written } is { $other }, but { $one } is asked for here
    .expected = the name or code of { $one }
    .todo = correct the name in a copy of the file
recipient-ambiguous = { $written } may be any of { $candidates }
    .expected = the name or code of { $one }
    .todo = correct the name in a copy of the file
recipient-name-and-code = { $written } is the name of { $named } and the code of { $coded }
    .expected = a text that means one recipient
    .todo = { $by ->
        [declaration] read as the name, for the column is named under "name"; if that is wrong, name it under "code"
       *[others] { $kind ->
            [code] read as the code, as the others in the column; if that is wrong, write the code of { $named } in a copy
           *[name] read as the name, as the others in the column; if that is wrong, write the name of { $coded } in a copy
        }
    }
recipient-and-label-differ = { $value } is the { $kind ->
        [code] code
       *[name] name
    } of { $own }, but the list of labels says { $label } of it, which is { $other }: { $place }
    .expected = a value and a label of the same recipient
    .todo = { $kind ->
        [code] if the label is meant, name the column under "name" and not under "code"; else correct the list in a copy
       *[name] correct the list in a copy
    }
recipient-with-other-label = { $value } is the { $kind ->
        [code] code
       *[name] name
    } of { $own }, but the list of labels says { $label } of it, which is no recipient: { $place }
    .expected = a value and a label of the same recipient
    .todo = read as the { $kind ->
        [code] code; if that is wrong, correct the label in a copy of the list and name the column under "name"
       *[name] name; if that is wrong, correct the label in a copy of the list
    }
recipient-label-unknown = the list of labels says { $label } of { $value }, and { $problem }: { $place }
    .expected = labels that are names of recipients
    .todo = correct the label in a copy of the list; if the row is that of no recipient, name it under set_aside
recipient-labels-of-no-column = no column begins with { $question }, whose label for { $value } is { $name }: the { $value } of the recipient's column ({ $place }) would be the code of another
    .expected = the text that the name of the recipient's column begins with, for the list says whom its values mean
    .todo = write { $column } for { $question } in a copy of the list; remove its rows only if they are about something else
recipient-value-without-label = { $value } has no label in the list of labels for { $question }
    .expected = a value that the list has, for it says which recipients the values mean
    .todo = add the value to a copy of the list, or correct it in a copy of the file
recipient-missing = the recipient is missing
    .expected = the name or code of { $one }
    .todo = fill it in in a copy of the file
code-and-name-differ = the code is that of { $code }, the name that of { $name }
    .expected = a code and a name of the same recipient
    .todo = correct one of them in a copy of the file
requisition-twice = { $recipient } has two requisitions for { $area }{ $same ->
        [0] {""}
       *[other] , both of the same amount
    }
    .expected = one; the other is at { $other }
    .todo = remove the one that does not hold from a copy of the file; if both hold, add them up in one row
paid-amount-unreadable = { $value } cannot be read as an amount that was paid out or back
    .expected = { $expected }
    .todo = look the amount up where it was paid out, and correct a copy of the file
paid-amount-not-whole = { $value } cannot be read as an amount that was paid out or back
    .expected = whole { $currency }{ $finer ->
        [0] {""}
       *[other] ; or currency_decimals = 2 in study.toml, if amounts are published to the cent
    }
    .todo = look the amount up where it was paid out, and correct a copy of the file
paid-amount-negative = { $value } cannot be read as an amount that was paid out or back
    .expected = an amount of 0 or more, without a minus sign
    .todo = remove the minus sign in a copy of the file; if it is a repayment among the requisitioned funds, declare it under [repayments]

## Registers

register-code-twice = { $code } stands in the register twice
    .expected = a code of its own for everyone; the other is at { $earlier }
    .todo = correct one of them, or take one row out, in a copy of the file
register-name-like-total = { $label } begins as the label of a total, and has a code as recipients have
    .expected = recipients, or totals that the study names
    .todo = read as a recipient; if it is a total, name it: totals = [{ $label }]
register-empty = nobody stands in the register { $register }
    .expected = a row per recipient below the header
    .todo = look whether the right file and sheet are named
register-cell-blank = { $column } is blank
    .expected = a code and a name for everyone in the register, and to whom they belong where that is declared
    .todo = fill it in, or take the row out, in a copy of the file
register-code-personal = the code of { $name } is a personal identity number
    .expected = codes that name no person: they stand in outputs
    .todo = give it another code, in a copy of the file and wherever else it stands
register-number-unreadable = { $value } cannot be read as a number
    .expected = a number as 1 234 or 12,5, or nothing where it is not known
    .todo = correct it in a copy of the file
register-number-percent = { $value } is a percentage, where the register has numbers
    .expected = a number as 1 234 or 12,5, or nothing where it is not known
    .todo = write the number in a copy of the file
register-number-of-two-meanings = the sign in { $value } may stand before decimals or between thousands
    .expected = a number as 1 234 or 12,5, or nothing where it is not known
    .todo = set decimal = "," for the register if it stands before decimals, decimal = "." if between thousands
register-number-negative = { $value } is below zero
    .expected = a number of 0 or more, or nothing where it is not known
    .todo = correct it in a copy of the file
register-numbers-with-decimals = { $count } of { $all } numbers under { $column } { $count ->
        [one] has
       *[other] have
    } decimals, as { $values }
    .expected = whole numbers, as most of the column are
    .todo = look whether { $count ->
        [one] it is
       *[other] they are
    } right; else correct { $count ->
        [one] it
       *[other] them
    } in a copy of the file
register-names-shared =
    { $count ->
        [one] { $names } is the name of several in the register
       *[other] { $names } are the names of several in the register each
    }
    .todo = { $count ->
        [one] it is
       *[other] they are
    } found by code alone; a column under "other_names" can tell them apart

## Doubtful repayments

repayments-missing = there are no repayments below the header
    .expected = a row for each repayment
    .todo = fill the list in; if nothing was repaid, remove { $section } from study.toml
repayment-small-in-column =
    { $recipient } repaid { $repaid } of { $requisitioned }, a thousandth or less ({ $count } of { $all } in the column)
    .expected = repayments in the unit of the requisitions beside them
    .todo = look the amounts up; write their unit beside them in a copy of the list, as 450 { $thousands }
repayment-small =
    { $recipient } repaid { $repaid } of { $requisitioned } for { $area }, a thousandth or less ({ $count } of { $all } in the list)
    .expected = repayments in the unit that the study declares: { $read }
    .todo = look the amounts up; write their unit beside them in a copy of the list, as 450 { $thousands }
repayments-in-other-unit =
    { $recipient } repaid { $repaid } of { $requisitioned } for { $area }, a thousandth or less ({ $count } of { $all } in the list)
    .expected = repayments in the unit that the study declares: { $read }
    .todo =
        if the list is in another unit, set unit = "{ $unit }" under [repayments]; else look the amounts up
repayments-are-requisitions =
    all { $count } repayments are exactly what was requisitioned: nothing is left to divide
    .expected = a column with what was repaid
    .todo =
        look whether "amount" under [repayments] names the right column, and "file" the right list
repayments-in-two-places = { $count ->
        [one] { $count } recipient has
       *[other] { $count } recipients have
    } repayments here and in the column "repaid" of { $list }, { $same } of them of the same sum: { $recipient } { $here } here and { $there } there for { $area }
    .expected = every repayment in one place
    .todo =
        both are taken from what was requisitioned; if they are the same payments, remove the key "repaid" or [repayments]

## Lists of requisitioned funds

funds-without-area = a row of requisitioned funds without an area
    .expected = the area in every row
    .todo = fill it in in a copy of the file; if the row is a total, name its label: totals = ["…"]
row-without-level = the row does not say its level
    .expected = Region, Län or Kommun, or { $words }
    .todo = correct it in a copy of the file
level-unknown = { $level } is no level
    .expected = Region, Län or Kommun, or { $words }
    .todo = correct it in a copy of the file
area-of-level = { $area } ({ $several })
row-of-other-level = the row is for { $one }, { $area } is not
    .expected = a row for { $areas }
    .todo = correct the level, or name an area of that level under "areas"; several go in a list
area-open = nothing says which of { $areas } the row belongs to
    .expected = the column that says the level, in the key "level_column"
    .todo = declare it; or keep the levels apart in copies of the list
rows-of-unknown-area = { $count ->
        [one] { $count } row
       *[other] { $count } rows
    } for { $area }, which is no area of the list
    .expected = a word under "areas", or under "other_areas" if it is not evaluated here
    .todo = { $suggestion }
area-not-evaluated = { $count ->
        [one] { $count } row
       *[other] { $count } rows
    } with { $kronor } for { $area } left out: not evaluated here

## Amounts apart from others

amount-of-nines = { $intervention } reports { $amount }: nines alone{ $count ->
        [one] , far above all others
       *[other] , as { $count } interventions do
    }
    .expected = an amount; programs for statistics write 999 or 999999 for what is missing
    .todo = look in the file or ask the respondent; if it means that nothing was answered, leave the cell blank in a copy
amount-with-decimals = { $intervention } reports { $kronor }{ $more ->
        [0] {""}
       *[other] , and { $more } more like it
    }: a few kronor with decimals
    .expected = an amount in the unit that the key "unit" says
    .todo = ask the respondent whether thousands or millions are meant, and enter a correction
amount-below-own =
    { $intervention } reports { $kronor }, and the same respondent nothing else below { $next }{ $more ->
        [0] {""}
       *[other] , and { $more } more like it
    }: it looks a thousand times too small
    .expected = amounts in the unit that the key "unit" says
    .todo = ask the respondent whether thousands are meant, and enter a correction
amount-above-own =
    { $intervention } reports { $amount }, and the same respondent nothing else above { $next }{ $more ->
        [0] {""}
       *[other] , and { $more } more like it
    }
    .expected = an amount in the unit that the key "unit" says
    .todo = ask the respondent, and enter a correction; it is counted as it stands
amount-like-organisation-number = { $kronor }, which looks like an organisation number
amount-like-thousandfold = { $kronor }, which looks a thousand times too large

## Columns beside those of money

row-sums-broken = in { $count } of { $all } rows { $column } is not the sum of the columns that are read: { $rows }
    .expected = the sum of the row, as in the others
    .todo = look whether an amount was changed or stands in another row; the columns that keys name count
row-sum = { $who } (row { $row }) { $own }, the sum is { $sum }
column-of-amounts-not-read = no key names the column { $column }: { $kronor } in { $count ->
        [one] { $count } filled cell
       *[other] { $count } filled cells
    } are not read
    .expected = keys for the columns that change what was paid out
    .todo = { $advice }
declare-beside-funds =
    declare it, as repaid = "…" or in [repayments], or leave it out on purpose in a copy of the list
declare-beside-account =
    look whether it corrects a declared column; declare it as a field, or leave it out on purpose in a copy of the file
column-of-years =
    the column { $column } says { $years }, and the study is of { $year }; the amounts of all rows are read
    .expected = rows of the study's year
    .todo = if the rows belong to other years' grants, remove them in a copy of the list

repayment-in-several-rows =
    { $recipient } repaid { $kronor } for { $area }, and { $earlier } in another row; both are taken{ $more ->
        [0] {""}
       *[other] ; { $more } more like it
    }
    .expected = one repayment, or several payments; the other is at { $other }
    .todo = if one replaces the other, remove the one that does not hold in a copy of the list

## Lists that are off as a whole

set-unit = set unit = "{ $unit }"
correct-unit = correct the unit
