/** Help for the commands of the ledger. */
export const ledgerHelpEn = {
  group: {
    usage: '<command> [options]',
    summary: 'the monthly loop: problems followed from this month’s list to next month’s zero',
    footer: `
The month:
  $ uscc ledger record 2026-11.csv --period 2026-11      what is wrong now
  $ uscc ledger feedback list.xlsx --due 2026-12-10      what the centre says
  $ uscc ledger send --out send --due 2026-12-10         a workbook a unit
  $ uscc ledger collect send/*.xlsx --registry 2026-11.csv   their answers
  $ uscc ledger submit -o return.xlsx                    for the centre
  $ uscc ledger record 2026-12.csv --period 2026-12      what is closed
  $ uscc ledger status --html status.html                who owes what`,
  },
  record: {
    usage: '[options] <export...> --period <month>',
    summary: 'check the exports of a month, and open, keep and close problems',
    exports: 'the exports of the month, as "uscc check" takes them',
    footer: `
A problem keeps its number while rows move, files are renamed and names gain
brackets. It closes as corrected when its entity has another, conforming code;
as removed when entity and code are gone; as kept when a 2 was accepted.
What is doubtful is asked: the month is recorded already or out of order, the
definition has changed, a file or a unit has shrunk by more than a tenth. Where
nobody can answer, nothing is written without --yes.

Examples:
  $ uscc ledger record export.csv --period 2026-11
  $ uscc ledger record counties/*.xlsx --period 2026-11 --suspect --yes
  $ uscc ledger record XK.xlsx CF.xlsx --period 2026-11 --licences`,
  },
  feedback: {
    usage: '[options] <list...>',
    summary: 'enter a list from above: problems it names, and new ones',
    lists: 'any tables with a column of codes; 问题描述 or 问题类型 says what is wrong',
    footer: `
Example:
  $ uscc ledger feedback 重错码汇总表.xlsx --due 2026-12-10`,
  },
  send: {
    usage: '[options] --out <folder>',
    summary: 'a return form for every unit with open problems',
    footer: `
Units fill in the yellow cells: the flag (0 new code, 1 deleted, 2 code stays),
the new code, a note. The column 编号 brings the answer back to its problem.

Examples:
  $ uscc ledger send --out send --due 2026-12-10
  $ uscc ledger send --out send --template form.xlsx --unit 某区市场监管局`,
  },
  collect: {
    usage: '[options] <returned...>',
    summary: 'read returned forms: accept answers, or refuse them with the reason',
    returned: 'returned workbooks or CSV files, several at once, or a folder',
    footer: `
Nothing that is refused is stored. Exit code 1 when something was refused.

Examples:
  $ uscc ledger collect returned/ --registry 2026-11.csv
  $ uscc ledger collect a.xlsx b.ods --flags 0,1 --refused refused.xlsx`,
  },
  submit: {
    usage: '[options] -o <file>',
    summary: 'the return for the centre, unless it would refuse a row of it',
    footer: `
Rows are the problems of the centre's lists with their answers; where there are
no lists, every answered problem. While one row would be refused nothing is
written, the rows are listed, and the exit code is 1.

Examples:
  $ uscc ledger submit -o return.xlsx
  $ uscc ledger submit -o return.xlsx --template centre.xlsx --flags 1`,
  },
  status: {
    usage: '[options]',
    summary: 'who owes what by when, the rate by month, the correction rate',
    footer: `
Examples:
  $ uscc ledger status
  $ uscc ledger status --html status.html --xlsx status.xlsx
  $ uscc ledger status --period 2026-10 --format json`,
  },
  show: {
    usage: '[options] <number...>',
    summary: 'the history of problems',
    numbers: 'numbers of problems: P-000123, or 123',
    footer: '',
  },
  exempt: {
    usage: '[options] <number...>',
    summary: 'take problems out of the loop for a reason, or back into it',
    numbers: 'numbers of problems: P-000123, or 123',
    footer: `
Examples:
  $ uscc ledger exempt P-000123 --reason "entity being wound up"
  $ uscc ledger exempt P-000123 --undo`,
  },
  export: {
    usage: '[options]',
    summary: 'everything as tables or JSON',
    footer: '',
  },
  merge: {
    usage: '[options] <county...>',
    summary: 'take the ledgers of counties into that of the city',
    counties: 'ledgers of counties, or what their "ledger export --format json" wrote',
    footer: `
It can be repeated: what is known is brought up to date. Codes that entities of
several counties hold become problems of the city's own.

Example:
  $ uscc ledger merge counties/*.db --ledger city.db`,
  },
  check: {
    usage: '[options]',
    summary: 'whether the ledger is sound',
    footer: `
Exit code 1 when it is not.`,
  },
};
