### Figures over years: change from one year to another, series, prices

years-base = n{"\u00A0"}={"\u00A0"}{ $base }
years-change = Change
years-change-in-points = Change in percentage points
years-change-in = Change in { $unit }
years-year = Year
years-comparable = Comparable
years-share = Share { $year }
years-share-alone = Share
years-of = Base { $year } (n)
years-part-left = Have left
years-part-joined = Have joined
years-part-volume = More or fewer interventions
years-part-funds = More or less funds
years-part-content = Other content
years-part-recoded = Of which coding
years-share-of-funds = Share of funds (percent)

slope-grows = Increases
slope-shrinks = Decreases
slope-stays = Unchanged

## Notes

years-as-coded = The comparison counts what is coded; other figures of the report show estimates.
years-missing = An earlier year is missing: there is no study in { $folder }.
years-answered = Answered both { $then } and { $now }: { $both }; only { $then }: { $left }; only { $now }: { $joined }.
years-answered-alike = The same { $both } answered in { $then } and { $now }.
years-answered-in-areas = Answered both { $then } and { $now }, counted in each of { $areas } areas: { $both }; only { $then }: { $left }; only { $now }: { $joined }.
years-broken = { $then } and { $now } cannot be compared: { $why }.
years-left-out = Left out: { $areas }.
years-area-new = { $area } (new { $now })
years-area-gone = { $area } (only { $then })
years-area-broken = { $area } (cannot be compared: { $why })
years-area-other = { $area } (cannot be compared with every year)
years-gap = There are no figures for { $year }.
years-gap-of-funds = The study of { $year } has no funds.
years-gap-of-currency = Funds of { $year } are in { $then } and do not stand beside those in { $now }.
years-gap-of-domain = Nothing was coded by { $domain } in { $year }.
years-gap-of-subcodes = { $main } had no subcodes in { $year }.
years-gap-of-question = The question was not asked in { $year }.
years-codes-not-there =
    { $count ->
        [one] The code { $names } did not exist in { $year }.
       *[other] The codes { $names } did not exist in { $year }.
    }
years-options-not-there =
    { $count ->
        [one] The option { $names } did not exist in { $year }.
       *[other] The options { $names } did not exist in { $year }.
    }
years-without-code = Without a code for { $domain }: { $parts }.
years-without-code-in = { $counted } interventions in { $year }
years-several-codes = An intervention may have several codes and counts under each.
years-bases-differ = The options have different bases, which stand in the table of the figure.
years-unrounded = Changes are reckoned from unrounded numbers.
years-prices = Funds are at the prices of { $year }. Index: { $source } ({ $index }).

## Text alternatives

years-change-chart = Chart with two dots and a line in each row: { $axis }, { $years }.
years-slope-chart = Slope chart, a line for each row from the first year to the second: { $axis }, { $years }.
years-series-chart =
    { $count ->
        [one] { $count } small chart: { $axis }, { $years }.
       *[other] { $count } small charts on one scale: { $axis }, { $years }.
    }
years-in-points = { $change } percentage points
years-row-changed = { $row }; { $change }
years-grown = What has grown most: { $rows }.
years-shrunk = What has shrunk most: { $rows }.

## Declarations

item-without-earlier = the item compares years, and no earlier year is declared beside { $year }
    .expected = [[earlier]] in study.toml, with study = "…", the folder of the study of an earlier year
    .todo = declare the earlier study, or remove the item
item-year-unknown = no earlier year { $year } is declared
    .expected = one of the years of [[earlier]] in study.toml: { $years }
    .todo = change the year, or declare its study
item-year-is-own = the item compares { $year } with itself
    .expected = one of the years of [[earlier]] in study.toml: { $years }
    .todo = name an earlier year
item-year-twice = the year { $year } is named twice
    .expected = every year once
    .todo = remove one of them
item-years-without-earlier = the item is a series and names no earlier year
    .expected = years of [[earlier]] in study.toml: { $years }
    .todo = name them, or remove years: then all are shown
item-key-of-other = { $key } says nothing without { $of }
    .expected = { $key } beside { $of }
    .todo = remove { $key }
item-prices-of-no-funds = prices are of funds, and the item compares none
    .expected = measure = "funds" or "share_of_funds"
    .todo = choose that measure, or remove prices
item-question-nowhere = no survey asks { $question }
    .expected = the id of a question in study.toml
    .todo = { $suggestion }
item-without-funds = the item compares funds, and the study has no funds
    .expected = measure = "interventions" or "share"
    .todo = choose another measure; or name the column of used funds (funds) in every survey of study.toml
item-without-prices = the item wants funds at the prices of one year, and no prices are declared
    .expected = [prices] in study.toml, with year, index and source
    .todo = declare the prices, or remove prices
prices-index-unfit = { $index } is no index for { $year }
    .expected = a number above zero, as 415.1
prices-index-year = { $year } is no year
    .expected = a year for each index, as 2024 = 415.1
prices-without-year = the index lacks the year { $year }
    .expected = an index for { $year } and for every year that is compared
    .todo = add { $year } = …
item-answers-have-no-funds = the item compares answers to a question, and answers have no funds
    .expected = measure = "count" or "share"
    .todo = choose another measure
item-domain-or-question = the item is to compare either codes or answers
    .expected = domain = "…" or question = "…", not both
    .todo = name one of them
