import { judge } from '../code/cell/judge.ts';
import { maskCell } from '../code/cell/mask.ts';
import { groupBy } from '../engine/group/group-by.ts';
import { createEvent } from './advance.ts';
import { type FormRole, findFormHeader, type ReturnedSheet } from './form/returned-sheet.ts';
import { type HashText, keepCode, keepName, loosenName } from './keys.ts';
import {
  familyOf,
  type LedgerEvent,
  type NewProblem,
  type Problem,
  type ProblemKind,
  type Subject,
  startProblem,
} from './problem.ts';
import { keepUnit } from './subjects.ts';

/** Words of lists from above, and what they mean; the first that fits. `erroneous`: what the code itself shows. */
const kindWords: readonly (readonly [ProblemKind | 'erroneous', RegExp])[] = [
  ['several-codes', /重复赋码|一(户|企|主体|机构|单位|家)多码|多个(统一)?(社会)?(信用)?代码|several codes/i],
  ['conflicting', /一码多(赋|户|企|家|主体|机构|用)|重码|重复代码|代码重复|码重复|duplicate code|conflicting/i],
  ['repeated', /重复(记录|数据|登记|上报|推送)|repeated/i],
  ['unconverted', /未(换|转换|更换|赋)码|旧码|注册号|unconverted/i],
  ['missing', /缺码|缺失|无(统一)?(社会)?(信用)?代码|代码(为)?空|missing/i],
  ['erroneous', /错码|错误|校验|不(符合|合规|规范)|位数|长度|无效|erroneous|check|invalid/i],
];

/** A row of a list from above. */
export interface FeedbackRow {
  file: string;
  sheet: string | null;
  row: number;
  subject: Subject;
  /** Whether the code conforms, and nothing but the list calls it a problem. */
  isRight: boolean;
}

/** What a list comes to. */
export interface FeedbackPlan {
  matched: { problem: Problem; row: FeedbackRow }[];
  opened: { row: FeedbackRow }[];
}

/** Rows of one sheet of a list; null: it has no codes. */
export function readFeedbackRows({ file, sheet, rows }: ReturnedSheet, hash: HashText): FeedbackRow[] | null {
  const header = findFormHeader(rows, ['code']);
  if (header === null) return null;
  const { columns, at } = header;
  const list: FeedbackRow[] = [];
  for (const [index, row] of rows.entries()) {
    const cell = (role: FormRole): string => (row[columns[role] ?? -1] ?? '').trim();
    const isRow = index > at && (cell('code') !== '' || (cell('name') !== '' && cell('kind') !== ''));
    if (!isRow || row.filter((text) => text !== '').length < 2) continue;
    const subject = describeRow(
      cell('code'),
      cell('name'),
      cell('kind'),
      columns.unit === undefined ? null : cell('unit'),
      hash,
    );
    list.push({
      file,
      sheet,
      row: index + 1,
      subject,
      isRight: subject.kind === 'other' && judge(cell('code')).partition === 'conforming',
    });
  }
  return list;
}

function describeRow(code: string, name: string, said: string, unit: string | null, hash: HashText): Subject {
  const judged = judge(code);
  const isMissing = judged.partition === 'missing';
  const keptCode = isMissing ? { shown: '', key: '' } : keepCode(code, hash);
  const keptName = keepName(name, hash);
  const kind = readKind(said, code);
  const isJoined = kind === 'conflicting' || kind === 'repeated';
  return {
    kind,
    role: null,
    code: keptCode.shown,
    codeKey: keptCode.key,
    name: keptName.shown,
    nameKey: keptName.key,
    ...keepUnit(unit, judged.authority ?? '?'),
    group: isJoined ? keptCode.key : kind === 'several-codes' ? keptCode.key.slice(8, 17) : null,
    suggestion: null,
    text: said === '' ? null : maskCell(said),
  };
}

/** The kind that a list means; what the code itself shows goes before general words. */
function readKind(said: string, code: string): ProblemKind {
  const word = kindWords.find(([, words]) => words.test(said))?.[0] ?? 'erroneous';
  const { partition, issue } = judge(code);
  if (word === 'conflicting' || word === 'repeated' || word === 'several-codes') return word;
  if (partition === 'missing') return 'missing';
  if (partition === 'unconverted') return 'unconverted';
  if (partition === 'conforming' || issue === null) return 'other';
  const { code: found } = issue;
  const isOther = found === 'pilot-era' || found === 'registration-number' || found === 'taxpayer-number';
  return isOther || found === 'organization-code' ? 'other' : found;
}

/** Holds a list against the problems that are known. */
export function matchFeedback(rows: FeedbackRow[], problems: readonly Problem[]): FeedbackPlan {
  const byBoth = groupBy(problems, ({ codeKey, nameKey }) => `${codeKey}\u0000${loosenName(nameKey)}`);
  const byCode = groupBy(problems, ({ codeKey }) => codeKey || null);
  const byName = groupBy(problems, ({ nameKey }) => nameKey || null);
  const plan: FeedbackPlan = { matched: [], opened: [] };
  const opened = new Set<string>();
  for (const row of rows) {
    const { codeKey, nameKey, kind } = row.subject;
    const candidates =
      nameKey === ''
        ? (byCode.get(codeKey) ?? [])
        : (byBoth.get(`${codeKey}\u0000${loosenName(nameKey)}`) ??
          (familyOf(kind) === 'code' ? (byName.get(nameKey) ?? []).filter(isLiveCode) : []));
    const fitting = chooseFitting(candidates, kind);
    for (const problem of fitting) plan.matched.push({ problem, row });
    const key = `${familyOf(kind)}\u0000${codeKey}\u0000${nameKey}`;
    if (fitting.length > 0 || opened.has(key)) continue;
    opened.add(key);
    plan.opened.push({ row });
  }
  return plan;
}

function isLiveCode({ kind, closedAs }: Problem): boolean {
  return closedAs === null && familyOf(kind) === 'code';
}

/** Those of the same family before others, those that are open before closed ones. */
function chooseFitting(candidates: Problem[], kind: ProblemKind): Problem[] {
  const same = candidates.filter((problem) => familyOf(problem.kind) === familyOf(kind));
  const fitting = same.length > 0 || kind !== 'other' ? same : candidates;
  const live = fitting.filter(({ closedAs }) => closedAs === null);
  return live.length > 0 ? live : fitting.slice(-1);
}

/** A problem that nobody but the list knows. */
export function openFeedback(
  { subject }: FeedbackRow,
  step: { at: string; period: string },
  due: string | null,
): { problem: NewProblem; events: LedgerEvent[] } {
  return {
    problem: startProblem(subject, step.period, { isFromFeedback: true, due }),
    events: [createEvent(step, 'opened'), createEvent(step, 'feedback')],
  };
}
