### Returns of a grant.

## Amounts

account-amounts-small =
    the amounts of the account look too small: of "{ $label }" (read as { $read }) half of { $count } recipients have { $median } or less
    .expected = amounts in the unit that the study declares
    .todo = look what unit the returns have; { $fix } for each field of money
account-amounts-large =
    the amounts of the account look too large: of "{ $label }" (read as { $read }) half of { $count } recipients have { $median } or less
    .expected = amounts in the unit that the study declares
    .todo = look what unit the returns have; { $fix } for each field of money
account-amount-small =
    { $recipient } has { $kronor } under { $column }{ $more ->
        [0] {""}
       *[other] , and { $more } more like it
    }; the next amount is { $next }: it looks a thousand times too small
    .expected = amounts in the unit that the key "unit" says
    .todo =
        look what the recipient meant; write the unit beside the amount in a copy of the file, as 450 tkr
account-amount-large = { $recipient } has { $amount }, under { $column }; the next amount is { $next }
    .expected = amounts in the unit that the key "unit" says
    .todo = look what the recipient meant; correct it in a copy of the file

## Rows, values and options

recipient-in-two-rows = { $recipient } stands twice
    .expected = one row per recipient; the other is at { $other }
    .todo = remove the one that does not hold from a copy of the file
recipients-missing = there are no recipients below the header
    .expected = a row for each
the-field = the field
value-unreadable = { $value } cannot be read as { $label }
    .expected = { $expected }
    .todo = ask the recipient, and enter the confirmed number in a copy of the file
number-not-negative = a number of 0 or more
number-of-digits = a number, as 10 587 140 or 12,5
number-with-clear-sign = a number whose point or comma can be one thing only; decimal = "." or decimal = "," says which stands before decimals
share-to-one = a share from 0 to 1
share-to-hundred = a share from 0 to 100 percent
share-by-format = a share; the number format of the cell says something else
option-undeclared = { $field } has the option { $option }, which is not declared
    .expected = the options that study.toml lists
    .todo = { $suggestion }
option-without-column = there is no column for { $option } of { $field }
    .todo = { $suggestion }
