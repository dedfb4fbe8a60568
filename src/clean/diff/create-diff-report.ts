import type { GroupRow, Report } from '../../check/report.ts';
import { isOn } from '../../engine/group/group-sides.ts';
import type { SideCounts } from '../../engine/group/side-stage.ts';
import { keyKinds } from '../../engine/scan/scan-keys.ts';
import { voiceOf } from '../../messages/voice.ts';
import { describeWarning } from '../../messages/warning/index.ts';
import type { AuthorityChange, DiffReport, ExportReport, ProblemKind, ProblemStatus } from './diff-report.ts';
import type { DiffScan } from './diff-scan.ts';
import { conforms, EARLIER, NEW, OLD, problemKindOf, statusOf } from './diff-status.ts';
import type { ProblemTraces } from './trace-problems.ts';

const kinds: ProblemKind[] = ['erroneous', 'duplicate', 'unconverted', 'missing'];
const statuses: ProblemStatus[] = ['resolved', 'remaining', 'new', 'reappeared'];

/** Everything a comparison has found. */
export interface DiffOutcome {
  scan: DiffScan;
  counts: SideCounts;
  changed: { organization: number; name: number };
  traces: Pick<ProblemTraces, 'outcomes' | 'spoiled'>;
  elapsedMilliseconds: number;
}

/** Turns what was found into the report. */
export function createDiffReport({ scan, counts, changed, traces, elapsedMilliseconds }: DiffOutcome): DiffReport {
  const [old, now] = scan.reports as [Report, Report];
  const countProblems = (kind: ProblemKind, status: ProblemStatus): number =>
    counts.codes((key, shape) => problemKindOf(key) === kind && statusOf(kind, shape) === status);
  const countCodes = (holds: (isOld: boolean, isNew: boolean) => boolean): number =>
    counts.codes((key, shape) => conforms(key) && holds(isOn(shape, OLD), isOn(shape, NEW)));
  const problems = fill(kinds, (kind) => fill(statuses, (status) => countProblems(kind, status)));
  const listed = (side: number): number => counts.records(side, (key) => key === keyKinds.missing);
  const pairs = changed.organization + changed.name;
  return {
    schema: 'uscc-diff/1',
    old: pick(old),
    new: pick(now),
    earlier: scan.plans.filter((_, file) => scan.sides[file] === EARLIER).map(({ path }) => path),
    problems,
    outcomes: traces.outcomes ?? { corrected: 0, gone: 0, unknown: countResolved(problems) },
    spoiled: traces.spoiled,
    unidentified: { old: old.counts.missing - listed(OLD), new: now.counts.missing - listed(NEW) },
    codes: {
      kept: countCodes((isOld, isNew) => isOld && isNew),
      added: countCodes((isOld, isNew) => !isOld && isNew) - pairs,
      gone: countCodes((isOld, isNew) => isOld && !isNew) - pairs,
      changed,
    },
    byAuthority: compareAuthorities(old, now),
    ...compareUnits(old, now),
    correctionRate: rateCorrections(problems),
    warnings: [
      ...scan.passedOver.map((facts) => describeWarning(facts, voiceOf(scan.options))),
      ...old.warnings,
      ...now.warnings,
    ],
    elapsedSeconds: elapsedMilliseconds / 1000,
  };
}

function pick({ files, records, blankRows, counts, issues, duplicates, rates, target }: Report): ExportReport {
  return { files, records, blankRows, counts, issues, duplicates, rates, target };
}

function fill<Key extends string, Value>(keys: Key[], find: (key: Key) => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, find(key)])) as Record<Key, Value>;
}

function countResolved(problems: DiffReport['problems']): number {
  return kinds.reduce((sum, kind) => sum + problems[kind].resolved, 0);
}

function rateCorrections(problems: DiffReport['problems']): DiffReport['correctionRate'] {
  const resolved = countResolved(problems);
  const denominator = kinds.reduce((sum, kind) => sum + problems[kind].remaining, resolved);
  return { numerator: resolved, denominator, value: denominator === 0 ? null : resolved / denominator };
}

function compareUnits(old: Report, now: Report): Pick<DiffReport, 'byUnit'> {
  if (old.byUnit === undefined && now.byUnit === undefined) return {};
  const [before, after] = [old, now].map(({ byUnit = [] }) => new Map(byUnit.map((row) => [row.unit, row])));
  const names = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]);
  const read = (row: GroupRow | undefined): AuthorityChange['old'] => ({
    records: row?.records ?? 0,
    problems: row?.problems ?? 0,
    rate: row?.rate ?? null,
  });
  const rows = [...names].map((unit) => ({ unit, old: read(before?.get(unit)), new: read(after?.get(unit)) }));
  return { byUnit: rows.sort((a, b) => b.new.problems - a.new.problems || b.old.problems - a.old.problems) };
}

function compareAuthorities(old: Report, now: Report): AuthorityChange[] {
  const none = { records: 0, problems: 0, rate: null };
  const read = ({ byAuthority }: Report, authority: string): AuthorityChange['old'] => {
    const row: GroupRow | undefined = byAuthority.find((each) => each.authority === authority);
    return row === undefined ? none : { records: row.records, problems: row.problems, rate: row.rate };
  };
  const authorities = new Set([...old.byAuthority, ...now.byAuthority].map(({ authority }) => authority));
  return [...authorities]
    .sort((a, b) => Number(a === '?') - Number(b === '?') || (a < b ? -1 : 1))
    .map((authority) => ({ authority, old: read(old, authority), new: read(now, authority) }));
}
