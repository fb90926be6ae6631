### What keys of study.toml and report.toml mean, as editors show it (`insats schema`).

## The files

about-study-file = What a study is: its surveys, funds, codings and questions.
about-report-declarations = The figures and tables of a report, in its order.

## Keys of several tables

about-swedish = The text in Swedish.
about-english = The text in English; the Swedish one where it is missing.
about-sheet = The sheet, in a workbook.
about-encoding = The encoding of a text file, where detection should not decide: utf-8, windows-1252, macroman.
about-delimiter = What stands between two fields of a text file: tab, space, none, or the signs themselves.
about-quote = The quotation mark of a text file: one sign, or none.
about-escape = The escape sign of a text file: one sign, or none.
about-skip = How many lines at the top of a text file are passed over.
about-decimal = The sign before decimals, where it could be either.
about-unit = What a bare number counts: whole units, thousands or millions of the study's currency, as kr, tkr and mnkr.
about-totals = Labels of rows that are totals, not recipients.
about-recipients-level = The recipients' level.
about-recipient-name = The column with the recipient's name.
about-recipient-code = The column with the recipient's code.
about-recipient-column = The column with the recipient's name or code.
about-intervention-id = The column with the intervention's id, or several that it is made of.
about-sum = The money field whose sum is taken, or a part of an allocation as allocation.part.
about-count = The field that is counted: how many recipients have it, by option.
about-count-answers = The answers that count.
about-pots = The allocation whose pots are taken, by part.
about-account-name = The id of the account; the study's only one where none is named.

## study.toml: the study

about-study-title = The study's title.
about-format = The format of this file. Leave it out: only later versions of insats will need it.
about-study-year = The year that the interventions were carried out in.
about-study-language = The language of the report.
about-currency = The currency of all amounts. Columns of data files end in it, as reported_eur.
about-currency-decimals = How many decimals published amounts have: 0 for whole units, 2 for hundredths.
about-publisher = Who publishes the report. A citation of it begins so.
about-data-date = The day that the data are of, as 2025-03-14. Word files are dated so.
about-provenance = What the data are, in a sentence or two: constructed, published, inferred. It ends every source line.
about-codebook = The path of the codebook, from the study folder.
about-report-file = The path of the report's declarations, from the study folder.
about-texts-in-output = Whether the respondents' texts may stand in the output.
about-csv = Whom CSV files are for: programs (commas, a decimal point), or excel-sv for a Swedish Excel (semicolons, a decimal comma, heads as the report has them).
about-codes = Which codes count: the final sheet's, the rules', the best there are, or these corrected by an audit (estimated).
about-model = A model that insats learn wrote.
about-claims = The file of claims.
about-claims-words = What words of precision mean in this study, as drygt = "0..15 %".
about-complete = When an intervention is complete.
about-requires = The fields that an intervention must have.
about-placeholders = Texts that count as blank.
about-weighting = How reported funds are adjusted to requisitioned ones.
about-weighting-per = The level at which T, S and J are formed; none counts reported funds as they are.

## study.toml: funds and corrections

about-corrections = A list of corrections that respondents have confirmed.
about-corrections-file = The file with the corrections.
about-corrections-field = The column with the field.
about-corrections-old = The column with the value as exported.
about-corrections-new = The column with the value that replaces it.
about-corrections-reason = The column with the reason.
about-corrections-fields = Your words for fields = the fields.
about-requisitions = Requisitioned funds: a column per area, one list over all areas, or the result of an allocation.
about-requisitions-file = The file with the requisitioned funds.
about-requisitions-areas = The file's columns or words for areas = the areas of the study.
about-requisitions-allocation = The id of the allocation whose result it is.
about-allocation-study = The folder of the study that has the allocation.
about-allocation-id = The id of the allocation.
about-level-column = The column that says a row's level.
about-area-column = The column that says a row's area.
about-amount-column = The column with the requisitioned amount.
about-repaid-column = The column with the repaid amount.
about-other-areas = The list's words for areas that are not evaluated here.
about-repayments = A list of repaid funds.
about-repayments-file = The file with the repaid funds.
about-repayments-amount = The column with the repaid amount.
about-repayments-source = What readers call the source; else the name of the file.
about-repayments-as-of = The day that the list speaks of, as 2025-03-14.
about-allocated-source = What recipients were allocated: to reconcile with; nothing is weighted by it.
about-other-repayments = Repayments by another source: to reconcile with; nothing is weighted by them.

## study.toml: codings

about-coding = A coding sheet: a row per intervention, a column per domain.
about-role = The codes that count, or one coder's own.
about-coder = The coder's name or letter.
about-coding-file = The file with the coding sheet.
about-coding-domains = The codebook's domains, each = its column.
about-code-separator = What stands between several codes.
about-none = What coders write where nothing fits.
about-blank = What a blank cell says: none, nothing fits, the default where no word says that; not-coded, nobody has coded it.
about-draft = Whether a run goes on though codes are missing; every note says how many.
about-held-back = Answers that were kept from whoever wrote the codebook's rules.
about-held-back-file = The list, with the columns intervention_id, domain and group.
about-scales = Answer scales that several questions share, by name.

## study.toml: surveys

about-registers = Registers of the study's own, by name: who answers and gets funds, where that is no region, county or municipality.
about-register-file = The file with a row per recipient.
about-register-code = The column with the recipient's code: each once, as an organisation number.
about-register-name = The column with the recipient's name.
about-other-names = Columns with other ways of writing the name.
about-register-numbers = Numbers of every recipient, by name, and their columns: pupils = "Elever".
about-part-of = Whom the recipients belong to, as schools to municipalities.
about-parent-register = The register that stands above: one that is built in, or declared earlier in the file.
about-parent-column = The column with its code or name.
about-noun-one = What one is called, with its article: a school.
about-noun-several = What several are called: schools.
about-answer = What an answer is called, where others answer for the recipient, as in joint county answers.
about-answer-one = What one answer is called, with its article: a joint county answer.
about-answer-several = What several answers are called: joint county answers.
about-survey = A survey: one questionnaire to one group of respondents about one area.
about-survey-area = A short name of the area, as bu-region; each survey has its own.
about-survey-title = What readers see.
about-survey-level = Who answered: regions, counties, municipalities, or those in a register that the study declares.
about-survey-file = The export.
about-survey-sheet = The sheet of the export, in a workbook.
about-rows = What a row of the export is: a respondent, or an intervention, where every row says who the respondent is.
about-only = Columns, and which of their texts a row must have to be read; "" means a blank cell, "*" one that is not.
about-due = When answers were due; insats status tells which came later.
about-due-day = The last day, as 2025-03-14.
about-due-column = The column that says when an answer was sent in.
about-expected = Who was expected to answer; where nothing is declared, those who requisitioned and did not repay all.
about-expected-from = register: all of the survey's level; requisitions: those who requisitioned and did not repay all.
about-expected-file = A list of those expected to answer, a row for each.
about-id-prefix = What is put before the ids of its respondents and interventions, where two surveys count from 1.
about-header = The header rows, where there are several or none.
about-header-rows = How many header rows there are; without any, columns are named by their letters.
about-header-join = The sign that joins the header rows.
about-header-coded = Whether names begin with a question's code, as "mal[SQ001]. Målgrupp [Barn]", which is passed over.
about-header-asked-again = Whether questions that are asked again, in the same words or with a digit behind, get a number: "Vad? (1)", "Vad? (2)".
about-header-numbered = Whether names begin with a question's number, as "3. Region", which is passed over.
about-header-keep = Which of the header rows name the columns, counted from 1; all by default.
about-respondent = The columns of who answered.
about-respondent-id = The column with the respondent's id, or several that it is made of.
about-respondent-totals = Labels of rows that are no respondents, as Summa.
about-set-aside = Respondents that do not count: the id = the reason.
about-intervention = The columns of an intervention; {"{n}"} stands for the number of its block.
about-texts = The texts of an intervention, where they are others than title, activity, output, goal and effect. Columns are declared under the text's name in [survey.intervention], and domains of the codebook name the texts that they are coded from.
about-text-label = What readers call the text.
about-intervention-title = The column with its name.
about-intervention-activity = The column with what was done.
about-intervention-output = The column with the services or products that it led to.
about-intervention-goal = The column with what one wanted to achieve.
about-intervention-effect = The column with the changes that were achieved.
about-intervention-funds = The column with used funds; without it in any survey, interventions alone are counted.
about-intervention-file = The file with one row per intervention, where interventions have a file of their own.
about-intervention-sheet = The sheet with one row per intervention, where interventions have a sheet of their own.
about-intervention-row-id = The column with the intervention's id, where every intervention has a row.
about-intervention-respondent = The column with the respondent's id, or the recipient's name or code, in a file or sheet of its own.
about-value-labels = The sheet or file that says what numbers and codes mean.
about-label-file = A file of its own; without it a sheet of the survey's file.
about-label-sheet = The sheet.
about-label-question = The column with the question: its text, or with "part" its code.
about-label-part = The column with the part of a question, an option or an item; columns are then named by the texts instead of their codes.
about-label-value = The column with the number or code of an answer.
about-label-label = The column with what it means.
about-question = Closed questions, each under an id of its own.
about-ticked = Several answers, a column per option: the column's name with {"{option}"}.
about-joined = Several answers in one cell: the column.
about-items = Several items on one scale, a column each: the column's name with {"{option}"}.
about-choice = One answer: the column.
about-open = An answer in the respondent's own words, which is given codes of a domain: the column.
about-coding-intervention = The column with the intervention's id, or several that it is made of; the sheet then codes interventions.
about-coding-respondent = The column with the respondent's id, or several that it is made of; the sheet then codes answers to open questions.
about-coding-recipient = The column with the recipient's name or code; the sheet then codes open answers of an account.
about-answers = The answers, in their order: a list, or names with what the export writes for each.
about-scale = The name of a scale that has the answers.
about-answer-separator = What stands between several answers in a cell.
about-options = The options, in their order: a list, or names with what the export writes for each; those that occur where none are given.
about-other = The answer or option as which texts count that are none.
about-other-column = The column in which respondents write what else they mean.
about-counted = The answers that reach data files and figures; all where none are given.
about-per = Whether the question is asked once per respondent or for each intervention.
about-asked-if = Whom a follow-up is asked.
about-asked-question = The id of the earlier question.
about-asked-answers = The answers to it that lead here.

## study.toml: grants

about-account = Returns of a grant: a sheet with one row per recipient.
about-account-id = A short name, without spaces.
about-account-title = What readers see.
about-account-file = The file with one row per recipient.
about-field = What is known of every recipient, each under an id of its own.
about-field-label = What messages and figures call it.
about-money = Amounts: the column, with {"{option}"} where each option has one.
about-share = Shares: the column, with {"{option}"} where each option has one.
about-number = A number that is no money: the column.
about-register = A number of the register: the inhabitants (population), or one that the study declares.
about-field-difference = One amount less another.
about-difference-from = The field that something is taken from.
about-difference-less = The field that is taken away.
about-portion = Shares of an amount, in kronor.
about-portion-shares = The field with the shares.
about-portion-of = The money field that they are shares of.
about-field-unit = What a bare number counts: kr, tkr or mnkr of money; percent or fraction of shares.
about-field-options = The options: a key = as the file has it, or a list of them.
about-option-labels = What options are called for readers, by key.
about-at-most = The money field that it may not exceed.
about-parts-of = The money field that its options make up.
about-allocated = The part of an allocation that it must equal, as allocation.part.
about-allocation = The distribution of one or several pots over recipients.
about-allocation-own-id = A short name, without spaces.
about-allocation-title = What readers see.
about-allocation-rounding = Every cell by itself, or so that the cells sum to the pot.
about-allocation-totals = Whether a recipient's total adds the rounded cells or rounds the unrounded parts.
about-part = The pots.
about-part-id = A short name, without spaces.
about-part-title = What readers see.
about-pot = The pot, in kronor.
about-each = What every recipient gets first, in kronor.
about-supplement = Further fixed amounts to named recipients.
about-supplement-amount = What each of them gets, in kronor.
about-supplement-recipients = Their names or codes.
about-part-key = The field by which the rest is divided.
about-measure = What is compared over years, each under an id of its own.
about-measure-label = What messages and figures call it.
about-measure-unit = Whether declared numbers are kronor.
about-declared = Numbers of this or other years, each with its source.
about-declared-file = The file with the numbers.
about-declared-year = The column with the year.
about-declared-measure = The column with the measure's id.
about-declared-option = The column with the option's key.
about-declared-value = The column with the number.
about-declared-base = The column with the base of a count.
about-declared-source = The column that says where the number is from.
about-earlier = Studies of earlier years: their measures of the same names are taken over, and what they count stands beside this year.
about-earlier-study = The study's folder, from this one's.
about-earlier-areas = Areas that were called otherwise: the id of then = the id of now.
about-earlier-break = Areas whose years cannot be compared, by their ids of now, each with why.
about-earlier-questions = Questions that were called otherwise: the id of then = the id of now.
about-earlier-options = Options and answers that read otherwise: as then = as now.
about-earlier-recipients = Recipients with another code: the code of then = the code of now.
about-earlier-codes = The map by which codes were changed since, as insats codebook migrate reads it.
about-prices = The prices of one year, in which funds of several years can be told.
about-prices-year = The year whose prices funds are told in.
about-prices-index = An index for every year.
about-prices-source = Where the index is from; it stands in the note.
about-printed = Printed numbers to compare with.
about-printed-file = The file with the numbers.
about-printed-item = The column with the id of the figure or table.
about-printed-row = The column with the row's key.
about-printed-column = The column with the column's id.
about-printed-value = The column with the printed number.

## study.toml: limits

about-limits = Bounds on what is read.
about-limit-file = The size of a file, in megabytes.
about-limit-unpacked = What a workbook or a compressed file may unpack to, in megabytes.
about-limit-cells = Cells of a sheet or text file, blank ones included.
about-limit-columns = Columns of a sheet or text file.
about-limit-characters = Characters in one cell.
about-limit-text = Characters of a text of the report, its phrases filled in.
about-limit-picture = The size of a picture's file, in megabytes.
about-limit-pixels = Pixels of a picture.
about-outside = Files and folders outside the study's own that it may use.

## report.toml

about-report-template = A Word template (dotx) that the report is written in.
about-report-source = The source line under every item that has none of its own.
about-phrase = Texts that items share, by name; {"{name}"} puts one in.
about-report-english = What options and answers are called in English.
about-item = A figure or table.
about-item-id = The name of its files, as figur-02.
about-item-kind = What it shows: bubble, bars, likert, table, cross, attainment and aims of surveys; account, stacked and columns of grants; matrix, picture and text of a file.
about-item-callout = Whether a text stands in a box of its own.
about-item-alternative = What is seen, for who does not see it.
about-item-file = The file, as a path from the study's folder; or one for each language.
about-item-narrow = The picture that the page shows instead in narrow windows; or one for each language.
about-item-title = The title, without number.
about-item-headline = Whether what the numbers show most clearly stands above as a sentence, with the title below it.
about-item-explanation = What it shows, above the drawing.
about-item-note = The note below.
about-item-source = The source; the report's own where it is missing.
about-item-area = The area.
about-item-areas = Several areas, each with the name of its group.
about-item-domains = The codebook's domains, as activity; a bubble chart compares two at most.
about-item-joined = Whether a line joins the bubbles, or dots, of a code.
about-item-form = Bubbles, or a row for each code with a dot for each domain (dumbbell).
about-item-by = What makes a row: area, level, whom recipients belong to (municipalities to counties), or class of size.
about-item-sizes = Where the classes of size begin, in inhabitants, as [20000, 50000].
about-item-chart = Whether the response rate is drawn as bars.
about-item-most = How many rows are shown, those that move the most first; else all.
about-item-question = The id of the question.
about-item-answer = The answer that is counted, where the question has several.
about-item-shares = Shares in percent instead of counts.
about-aim = An aim of the agreement, and the codes that answer to it.
about-aim-id = Its name in data files and claims.
about-aim-text = What is wanted.
about-aim-source = Where it says so.
about-aim-codes = The codes that answer to it, by domain.
about-item-aims = The aims that are shown, by their ids; all where none is named.
about-report-number = A number for Word manuscripts: words that ask for it. It stands nowhere in the report.
about-report-number-id = Its name in tags: insats:number/ID. No claim has it.
about-report-number-text = Words that ask for one number or several in braces, as texts of the report do.
about-side-by = A domain, a question, area, recipient, level, part_of or year.
about-side-label = What readers call it, where that is not what the study calls it.
about-side-main = The main code whose subcodes are meant.
about-side-level = Main codes, or their subcodes.
about-item-columns = What the columns are: a domain, a question, area, recipient, level or part_of.
about-cross-measure = What is counted or summed; over years what is compared: interventions (count for answers), share, funds or share_of_funds.
about-item-share = Of what shares are shown; without it, numbers.
about-item-draw = A cross table as a table, in colours (heat) or as small charts on one scale, one for every column (panels); a change as two dots in a row (dumbbell) or as lines between two years (slope).
about-attainment-domain = The domain that attains another, as effect (without it the one that the codebook has); over years the domain whose codes are compared, as activity.
about-item-as-table = As a table instead of bars.
about-item-main = The main code.
about-item-omit-empty = Whether subcodes that nothing has are left out.
about-item-rows = What the rows are; of a cross table a domain, a question, area, recipient, level or part_of.
about-item-options = Which options, in which order; all where none are given.
about-item-years = The years that are shown.
about-item-domain = The domain whose codes are compared, as activity.
about-item-measure = What is compared: interventions (count for answers), share, funds or share_of_funds.
about-item-sort = The order of the rows: by the change, by what they are now, or as the codebook has them (declared).
about-item-prices = Funds at the prices of the year that [prices] in study.toml declares.
about-item-from = The earlier year; by itself the latest of [[earlier]].
about-item-order = The order of the rows; descending goes by the first column.
about-item-names = The recipients' official names, or as the file has them.
about-item-labels = What rows are called, by key.
about-item-head = The head of the first column.
about-item-total = The name of a last row with the totals.
about-column = The columns, each with one source.
about-column-id = A short name, without spaces.
about-column-label = The head; {"{base}"} puts the base in.
about-column-field = A field of the recipient, or a part of an allocation as allocation.part.
about-column-option = The key of the field's or the measure's option.
about-column-measure = The id of a measure.
about-column-year = The measure's year.
about-column-base = The column whose bases are shown.
about-column-percent = The column that is the part of a share.
about-column-of = What it is a share of: total, base, or a column above.
about-column-rounding = How shares are rounded.
about-column-decimals = How many decimals a share has.
about-column-total-decimals = How many decimals a share has in the total row.
about-column-below-one = Whether shares below 1 percent are written as <1 %.
about-column-difference = The first column less the second.
about-column-least = The smallest of these columns.
about-column-added = The sum of these columns.
about-column-recipient = The recipient's code.
about-column-hidden = Whether the column is only computed with.
about-column-line = Whether a chart shows the column as a line.
