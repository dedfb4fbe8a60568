import { authorityName } from '../../code/standard/authority-category.ts';
import { type DiffMessages, diffMessagesFor } from '../../messages/diff/index.ts';
import { reportMessagesFor } from '../../messages/report/index.ts';
import { formatCount, formatRate, formatShare } from '../../write/numbers.ts';
import type { DiffReport, ProblemKind, ProblemRecord, ProblemStatus } from './diff-report.ts';

/** A table of what has changed, every cell in words. */
export interface DiffTable {
  title: string;
  headings: string[];
  rows: string[][];
}

const kinds: ProblemKind[] = ['erroneous', 'duplicate', 'unconverted', 'missing'];

/** The sentences above the tables: the rate, what was corrected, and how the numbers come together. */
export function stateDiff(report: DiffReport, lang: 'zh' | 'en'): string[] {
  const { old, new: now, problems, correctionRate } = report;
  const messages = diffMessagesFor(lang);
  const { definition, value, met } = now.target;
  const [before, after] = [old.rates[definition], now.rates[definition]];
  const difference =
    BigInt(after.numerator ?? 0) * BigInt(before.denominator) -
    BigInt(before.numerator ?? 0) * BigInt(after.denominator);
  const isKnown =
    before.denominator > 0 && after.denominator > 0 && before.numerator !== null && after.numerator !== null;
  const trend = !isKnown ? null : difference === 0n ? 0 : difference < 0n ? -1 : 1;
  const count = (status: ProblemStatus): number => kinds.reduce((sum, kind) => sum + problems[kind][status], 0);
  const [resolved, remaining, fresh] = [count('resolved'), count('remaining'), count('new') + count('reappeared')];
  return [
    messages.rate({
      old: formatRate(before, value),
      new: formatRate(after, value),
      trend,
      met,
      target: formatShare(value),
    }),
    messages.definition(reportMessagesFor(lang).definitions[definition]),
    ...(correctionRate.value === null
      ? []
      : [
          messages.corrected(
            formatRate(correctionRate, undefined, 2),
            formatCount(resolved),
            formatCount(resolved + remaining),
          ),
        ]),
    messages.tie({
      old: formatCount(resolved + remaining),
      resolved: formatCount(resolved),
      remaining: formatCount(remaining),
      new: formatCount(remaining + fresh),
      fresh: formatCount(fresh),
    }),
    ...stateOutcomes(report, lang),
  ];
}

/** What was corrected apart from what is gone, and good codes that became bad ones. */
export function stateOutcomes({ outcomes, spoiled }: DiffReport, lang: 'zh' | 'en'): string[] {
  const messages = diffMessagesFor(lang);
  const { corrected, gone, unknown } = outcomes;
  const lines: string[] = [];
  if (corrected + gone + unknown > 0) {
    const [c, g, u] = [corrected, gone, unknown].map(formatCount);
    lines.push(messages.outcomes({ corrected: c ?? '', gone: g ?? '', unknown: u ?? '' }));
  }
  if (spoiled.organization + spoiled.name > 0) {
    lines.push(
      messages.spoiled({
        count: formatCount(spoiled.organization + spoiled.name),
        byOrganization: formatCount(spoiled.organization),
        byName: formatCount(spoiled.name),
      }),
    );
  }
  return lines;
}

/** What became of a problem, and the code of its entity in the other export. */
export function showOutcome({ outcome, entity }: ProblemRecord, { outcomeNames }: DiffMessages): [string, string] {
  const code = entity?.code ?? '';
  if (outcome !== undefined) return [outcomeNames[outcome], code];
  return [code === '' ? '' : outcomeNames.spoiled, code];
}

/** Counts then and now, problems by what became of them, units and authorities ranked. */
export function listDiffTables(report: DiffReport, lang: 'zh' | 'en'): DiffTable[] {
  const messages = diffMessagesFor(lang);
  const { problems, byUnit, byAuthority } = report;
  const { headings } = messages;
  const statuses: ProblemStatus[] = ['resolved', 'remaining', 'new', 'reappeared'];
  return [
    {
      title: '',
      headings: ['', headings.old, headings.new, headings.change],
      rows: listCountRows(report, messages),
    },
    {
      title: messages.problems,
      headings: ['', ...statuses.map((status) => messages.statuses[status])],
      rows: kinds.map((kind) => [
        messages.kinds[kind],
        ...statuses.map((status) => formatCount(problems[kind][status])),
      ]),
    },
    ...(byUnit === undefined
      ? []
      : [
          listGroups(
            messages.byUnit,
            messages.unit,
            byUnit.map(({ unit, ...row }) => ({ name: unit === '?' ? messages.noUnit : unit, ...row })),
            messages,
          ),
        ]),
    listGroups(
      messages.byAuthority,
      messages.authority,
      byAuthority
        .filter((row) => row.old.problems + row.new.problems > 0)
        .map(({ authority, ...row }) => ({ name: nameAuthority(authority, messages), ...row }))
        .sort((a, b) => b.new.problems - a.new.problems),
      messages,
    ),
  ];
}

type Group = { name: string } & Pick<DiffReport['byAuthority'][number], 'old' | 'new'>;

function listGroups(title: string, heading: string, groups: Group[], messages: DiffMessages): DiffTable {
  const { headings, problemsHeading, rateHeading } = messages;
  return {
    title,
    headings: [
      ...[heading, `${headings.old} ${problemsHeading}`, `${headings.new} ${problemsHeading}`, headings.change],
      ...[`${headings.old} ${rateHeading}`, `${headings.new} ${rateHeading}`],
    ],
    rows: groups.map(({ name, old, new: now }) => [
      ...[name, formatCount(old.problems), formatCount(now.problems), showChange(now.problems - old.problems)],
      ...[showRate(old.rate), showRate(now.rate)],
    ]),
  };
}

function nameAuthority(authority: string, { undecided, unlisted }: DiffMessages): string {
  return authority === '?' ? undecided : `${authority} ${authorityName(authority) ?? unlisted}`;
}

/** Counts of both exports, and what has changed: a name and three numbers each. */
export function listCountRows({ old, new: now }: DiffReport, { counts }: DiffMessages): string[][] {
  const read = ({ records, counts, duplicates }: DiffReport['old']) => ({
    records,
    ...counts,
    excess: duplicates.excess,
  });
  const [before, after] = [read(old), read(now)];
  const names = ['records', 'conforming', 'erroneous', 'excess', 'unconverted', 'missing'] as const;
  return names.map((name) => [
    counts[name],
    formatCount(before[name]),
    formatCount(after[name]),
    showChange(after[name] - before[name]),
  ]);
}

/** A difference of counts, with its sign. */
export function showChange(change: number): string {
  return change === 0 ? '–' : `${change > 0 ? '+' : '-'}${formatCount(Math.abs(change))}`;
}

function showRate(rate: number | null): string {
  return rate === null ? '–' : rate === 0 ? '0%' : `${(rate * 100).toFixed(4)}%`;
}
