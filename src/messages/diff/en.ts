/** What `uscc diff` says. */
export const en = {
  help: {
    usage: '[options] <old> <new>',
    summary:
      'compare two exports: problems resolved, remaining, new, reappeared; codes added, gone, changed; the rate then and now',
    old: 'the old export: a file, a folder, or a * pattern of files that together are one; "-": standard input',
    new: 'the new export, likewise',
    footer: `
A problem is known by the normalized text of an erroneous or unconverted code,
the code of a duplicate, the name of a record without a code (without a name
either it is only counted).
Resolved: not in the new export any more, corrected or gone.
Changed: one code of the old export and one new code have the same organization
code, or the same name, and no other has; they count as neither added nor gone.

Examples:
  $ uscc diff june.csv july.csv
  $ uscc diff june july --earlier april.csv may.csv --out july-changes`,
  },

  title: (old: string, now: string) => `old: ${old} → new: ${now}`,
  files: (paths: string[]) => (paths.length > 1 ? `${paths[0]} and ${paths.length - 1} more` : (paths[0] ?? '')),
  /** `trend`: -1 lower, 0 the same, 1 higher; null where one of the rates has no value. */
  rate: ({
    old,
    new: now,
    trend,
    met,
    target,
  }: {
    old: string;
    new: string;
    trend: -1 | 0 | 1 | null;
    met: boolean;
    target: string;
  }) =>
    `rate ${old} → ${now}${trend === null ? '' : trend === 0 ? ', unchanged' : trend < 0 ? ', lower' : ', higher'}; the new export is ${met ? 'within' : 'beyond'} target (${target === '0%' ? 'none' : `< ${target}`})`,
  definition: (text: string) => `counted as: ${text}`,
  headings: { old: 'old', new: 'new', change: 'change' },
  counts: {
    records: 'records',
    conforming: 'conforming',
    erroneous: 'erroneous',
    excess: 'excess duplicates',
    unconverted: 'unconverted',
    missing: 'missing',
  },
  problems: 'Problems (distinct codes)',
  kinds: { erroneous: 'erroneous', duplicate: 'duplicate', unconverted: 'unconverted', missing: 'missing' },
  statuses: { resolved: 'resolved', remaining: 'remaining', new: 'new', reappeared: 'reappeared' },
  unidentified: (old: string, now: string) =>
    `records with neither code nor name cannot be compared: ${old} in the old export, ${now} in the new`,
  codes: 'Conforming codes',
  codeCounts: ({
    kept,
    added,
    gone,
    changed,
    byOrganization,
    byName,
  }: Record<'kept' | 'added' | 'gone' | 'changed' | 'byOrganization' | 'byName', string>) =>
    `${kept} kept, ${added} added, ${gone} gone, ${changed} changed (same organization code ${byOrganization}, same name ${byName})`,
  examples: {
    resolved: 'Resolved',
    new: 'New problems',
    reappeared: 'Reappeared problems',
    added: 'Added codes',
    gone: 'Codes that are gone',
    changed: 'Changed codes',
  },
  by: { organization: 'same organization code', name: 'same name' },
  byAuthority: 'By authority, most problems first',
  problemsHeading: 'problems',
  rateHeading: 'rate',
  undecided: 'undecided',
  unlisted: 'not listed',
  /** Numbers that tie, and what was corrected. */
  tie: ({
    old,
    resolved,
    remaining,
    new: now,
    fresh,
  }: Record<'old' | 'resolved' | 'remaining' | 'new' | 'fresh', string>) =>
    `Problems then: ${old} = ${resolved} resolved + ${remaining} remaining; problems now: ${now} = ${remaining} remaining + ${fresh} new or reappeared (distinct codes; a duplicate is one).`,
  corrected: (rate: string, resolved: string, all: string) =>
    `Corrected: ${rate}, ${resolved} of the ${all} problems of the old export are gone.`,
  outcomes: ({ corrected, gone, unknown }: Record<'corrected' | 'gone' | 'unknown', string>) =>
    `Of those resolved: ${corrected} corrected (the entity has a conforming code now), ${gone} gone (the entity is not in the new export)${unknown === '0' ? '' : `, ${unknown} unknown for want of a name`}.`,
  spoiled: ({ count, byOrganization, byName }: Record<'count' | 'byOrganization' | 'byName', string>) =>
    `Good codes turned bad: the entities of ${count} new problems had a conforming code before (same organization code ${byOrganization}, same name ${byName}); find out first who changed it.`,
  /** What became of a problem, in a list. */
  outcomeNames: { corrected: 'corrected', gone: 'gone', unknown: '', spoiled: 'was a good code' },
  byUnit: 'By unit (most problems first)',
  unit: 'Unit',
  authority: 'Authority',
  noUnit: '(no unit given)',
  heading: 'Duplicate and erroneous codes: two exports compared',
  sheets: {
    summary: 'Summary',
    problems: 'Problems',
    changed: 'Changed codes',
    gone: 'Codes gone',
    added: 'Codes added',
  },
  columns: {
    status: 'Status',
    kind: 'Kind',
    code: 'Unified social credit code',
    name: 'Name',
    place: 'Place',
    outcome: 'Outcome',
    /** The code of the entity in the other export. */
    entity: 'Code in the other export',
    oldCode: 'Code then',
    newCode: 'Code now',
    oldName: 'Name then',
    by: 'Told by',
  },
  moreRows: (count: string) => `${count} more rows are not listed; see --xlsx or --out.`,
  lists: (path: string) => `lists: ${path}`,
  elapsed: (seconds: string) => `${seconds} s`,
};
