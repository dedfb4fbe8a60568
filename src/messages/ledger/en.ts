import { formatCount } from '../numbers.ts';

/** What the ledger says. */
export const ledgerEn = {
  kinds: {
    'spreadsheet-notation': 'code lost to a spreadsheet (scientific notation)',
    charset: 'a character that codes do not have',
    'identity-number': 'a resident ID number instead of a code',
    'region-format': 'a letter in the region (positions 3–8)',
    'check-digit': 'wrong check character',
    'organization-check-digit': 'wrong check character of the organization code',
    'registration-check-digit': 'registration number with a wrong check digit',
    length: 'wrong length',
    missing: 'no code',
    unconverted: 'identifier of the time before, not converted',
    conflicting: 'one code given to several entities',
    'several-codes': 'one entity under several codes',
    repeated: 'one record several times',
    other: 'as the list from above says',
  },
  licenceKind: ({ rule, column }: { rule: string; column: string }) => `licences and penalties: ${rule} (${column})`,
  statuses: { open: 'open', answered: 'answered', closed: 'closed', exempt: 'exempt' },
  closedAs: { corrected: 'corrected', removed: 'removed', kept: 'kept' },
  events: {
    opened: 'opened',
    reappeared: 'seen again',
    'still-shown': 'the export still shows it',
    'code-changed': 'miswritten anew',
    renamed: 'renamed',
    'unit-changed': 'another unit',
    'kind-changed': 'another kind of problem',
    'unit-missing': 'the export has no record of its unit',
    corrected: 'corrected',
    removed: 'removed',
    kept: 'kept',
    feedback: 'on a list from above',
    sent: 'sent to its unit',
    answered: 'answered',
    submitted: 'submitted to the centre',
    exempt: 'taken out of the loop',
    'exempt-withdrawn': 'back in the loop',
    merged: 'taken over',
  },
  reasons: {
    'flag-invalid': 'the flag is none of 0, 1 and 2',
    'flag-not-allowed': 'this round does not accept the flag',
    'code-missing': 'flag 0 needs the new code',
    'code-not-conforming': 'the new code does not conform',
    'code-unchanged': 'the new code is the old one',
    'code-taken': 'the new code is registered to another entity',
    'code-given-twice': 'the new code was given to another entity too',
    'code-not-wanted': 'with flag 1 or 2 there is no new code',
    'cannot-stand': 'this code or value cannot stay: it does not conform',
    'two-survivors': 'two entities would keep one code',
    contradiction: 'the problem is answered in different ways',
    'unknown-problem': 'this is no problem of ours',
  },
  faults: {
    'not-answered': 'not answered',
    'flag-not-allowed': 'this round does not accept the flag',
    'two-survivors': 'two entities would keep one code',
    masked: 'holds an ID number, which the ledger keeps masked: name the export with --registry',
  },
  unknownUnit: '(unit unknown)',

  questions: {
    'period-recorded': ({ period }: { period: string }) => `${period} is recorded already and would be replaced.`,
    'period-out-of-order': ({ period, latest }: { period: string; latest: string }) =>
      `${period} is before ${latest}, which is recorded: its figures would be added, no problem opened or closed.`,
    'definition-changed': ({ was, is }: { was: string; is: string }) =>
      `The rate is counted as ${is}; the month before it was ${was}.`,
    'rules-changed':
      'The rules for licences and penalties are overruled otherwise than the month before. What is no error any more looks corrected.',
    'shrunk-all': ({ was, is }: { was: number; is: number }) =>
      `The export has ${formatCount(is)} records; the month before it had ${formatCount(was)}. What is missing looks corrected.`,
    'shrunk-file': ({ name, was, is }: { name: string; was: number; is: number }) =>
      `${name} has ${formatCount(is)} records; the month before it had ${formatCount(was)}.`,
    'shrunk-unit': ({ name, was, is }: { name: string; was: number; is: number }) =>
      is === 0
        ? `${name} has no record any more; it had ${formatCount(was)}.`
        : `${name} has ${formatCount(is)} records; the month before it had ${formatCount(was)}.`,
  },
  ask: 'Record it nevertheless? [y/N] ',
  yes: /^y(es)?$/i,

  recorded: (period: string) => `${period} recorded`,
  replaced: (period: string) => `${period} recorded anew`,
  trial: (period: string) => `${period}: nothing was written (--dry-run)`,
  records: ({ records, codes }: { records: number; codes: number }) =>
    `${formatCount(records)} records, ${formatCount(codes)} codes`,
  rate: ({ rate, target, met, before }: { rate: string; target: string; met: boolean; before: string | null }) =>
    `rate ${rate}, ${met ? 'within' : 'not within'} the target (below ${target})${before === null ? '' : `; before ${before}`}`,
  compliance: ({ rate, met, before }: { rate: string; met: boolean; before: string | null }) =>
    `compliance ${rate}, ${met ? 'the 100% asked for is met' : 'the 100% asked for is not met'}${before === null ? '' : `; before ${before}`}`,
  compliant: ({ records, compliant, points }: { records: number; compliant: number; points: number }) =>
    `${formatCount(records)} records, ${formatCount(compliant)} compliant, ${points} points lost`,
  opened: (count: number) => `${formatCount(count)} opened`,
  reappeared: (count: number) => `${formatCount(count)} seen again`,
  closed: (counts: { corrected: number; removed: number; kept: number }) =>
    `${formatCount(counts.corrected + counts.removed + counts.kept)} closed (${formatCount(counts.corrected)} corrected, ${formatCount(counts.removed)} removed, ${formatCount(counts.kept)} kept)`,
  openNow: (count: number) => `${formatCount(count)} open now`,
  unitsMissing: (count: number) => `${formatCount(count)} left open: the export has no record of their units`,
  figuresOnly: 'figures only: a later month is recorded',

  feedback: ({ rows, matched, opened, closed }: { rows: number; matched: number; opened: number; closed: number }) =>
    `${formatCount(rows)} rows: ${formatCount(matched)} problems known${closed === 0 ? '' : ` (${formatCount(closed)} of them closed)`}, ${formatCount(opened)} opened`,
  right: (count: number) => `${formatCount(count)} rows whose code is right; say so above, or answer them with flag 2:`,
  rowAt: ({ file, sheet, row }: { file: string; sheet: string | null; row: number }) =>
    `${file}${sheet === null ? '' : ` (${sheet})`} row ${row}`,
  sent: ({ problems, files, folder }: { problems: number; files: number; folder: string }) =>
    `${formatCount(problems)} problems in ${formatCount(files)} workbooks in ${folder}`,
  sentPast: (count: number) => `${formatCount(count)} answered problems were left out`,
  collected: ({ accepted, refused, missing }: { accepted: number; refused: number; missing: number }) =>
    `${formatCount(accepted)} answers accepted, ${formatCount(refused)} refused, ${formatCount(missing)} problems not answered`,
  missing: 'not answered:',
  withoutRegistry:
    'Whether a new code is registered to another was asked of the ledger only; --registry asks the current export.',
  passedOver: (name: string) => `${name}: no return form, passed over`,
  submitted: ({ rows, file }: { rows: number; file: string }) => `${formatCount(rows)} rows in ${file}`,
  submitRefused: (count: number) =>
    `The centre would refuse ${formatCount(count)} rows, and the whole return with them. Nothing was written.`,
  merged: ({
    name,
    problems,
    added,
    changed,
    gone,
  }: {
    name: string;
    problems: number;
    added: number;
    changed: number;
    gone: number;
  }) =>
    `${name}: ${formatCount(problems)} problems, ${formatCount(added)} new, ${formatCount(changed)} changed${gone === 0 ? '' : `, ${formatCount(gone)} gone`}`,
  across: ({ opened, closed, open }: { opened: number; closed: number; open: number }) =>
    `between the ledgers: ${formatCount(open)} problems, ${formatCount(opened)} new, ${formatCount(closed)} closed`,
  exempted: (number: string, reason: string) => `${number} is out of the loop: ${reason}`,
  withdrawn: (number: string) => `${number} is back in the loop`,
  reasonOrUndo: 'Give either --reason, why the problem will not be corrected, or --undo.',
  sound: 'The ledger is sound.',
  unsound: (count: number) => `${formatCount(count)} ${count === 1 ? 'fault' : 'faults'} in the ledger:`,
  written: (file: string) => `written: ${file}`,
  dryRun: 'nothing was written (--dry-run)',

  status: {
    title: (organization: string | null) => `Ledger${organization === null ? '' : `: ${organization}`}`,
    asOf: ({ period, day }: { period: string | null; day: string }) => `${period ?? 'no month recorded'}, as of ${day}`,
    open: 'open',
    answered: 'answered',
    overdue: 'overdue',
    closed: 'closed',
    exempt: 'exempt',
    reappeared: 'seen again',
    unit: 'unit',
    period: 'month',
    records: 'records',
    rate: 'rate',
    openedColumn: 'opened',
    trend: 'trend',
    due: 'due',
    number: 'No.',
    name: 'entity',
    code: 'code',
    problem: 'problem',
    correctionRate: 'correction rate',
    ofAll: 'correction rate, of all that were due',
    ofFeedback: 'of those from lists from above',
    nothingDue: 'nothing was due',
    daysToClose: (days: string) => `${days} days from opening to closing, on average`,
    units: 'Units',
    months: 'Months',
    todo: 'To do',
    more: (count: number) => `and ${formatCount(count)} more`,
    assessments: 'Assessments of the year',
    points: ({ points, most }: { points: number; most: number }) => `${points} of ${most} points`,
    monthsMet: ({ met, months }: { met: number; months: number }) => `${met} of ${months} months met`,
    rateChart: 'Rate by month',
    target: (text: string) => `target ${text}`,
    flowChart: 'Problems opened and closed by month',
    unitChart: 'Open problems by unit',
    noMonths: 'No month is recorded yet.',
    noProblems: 'Nothing is open.',
    licences: 'Licences and penalties',
    licenceMonths: 'Licences and penalties by month',
    licenceUnits: 'Licences and penalties by body',
    compliance: 'compliance',
    pointsLost: 'points lost',
  },
};
