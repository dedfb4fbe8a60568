import { type Judgement, judge } from '../code/cell/judge.ts';
import { isOrganizationCode, isRegistrationNumber, isTaxpayerNumber } from '../code/cell/legacy.ts';
import { maskIdentityNumbers } from '../code/cell/mask.ts';
import { normalizeName } from '../code/cell/normalize.ts';
import { isCodeLike } from '../code/standard/alphabet.ts';
import type { Issue } from '../code/verdict.ts';
import type { LicenceRole } from '../engine/plan/headers/licence-headers.ts';
import { type Category, CODE_ROLES, type CodeRole, type LicenceRule, type LicenceRules, type Need } from './rules.ts';

/** The cells of one record by what their columns hold; a column that the table has not is absent. */
export type RecordCells = Partial<Record<LicenceRole, string>>;

/** One thing that a rule has to say of a cell. */
export interface Problem {
  rule: LicenceRule;
  role: LicenceRole;
  /** The cell as written, nothing masked. */
  value: string;
  /** Of `not-conforming`: what of the code does not hold. */
  issue: Issue | null;
  /** What should stand there, where that is certain; `not-conforming` codes are repaired by whoever shows them. */
  suggestion: string | null;
}

/** What the rules make of one record. Those of severity `off` are not in it. */
export interface RecordJudgement {
  category: Category;
  problems: Problem[];
  /** Whether one of them is an error. */
  isWrong: boolean;
  /** The code of the person concerned, if it conforms. */
  code: string | null;
  /** Columns of codes that hold anything. */
  filled: CodeRole[];
}

/** How single cells are judged; whoever judges many records remembers what recurs. */
export type JudgeText = (cell: string) => Judgement;

/** Holds one record against the rules that need nothing but its own cells. */
export function judgeRecord(cells: RecordCells, rules: LicenceRules, judgeText: JudgeText = judge): RecordJudgement {
  const category = findCategory(cells.category, rules);
  const subject = cells.code === undefined || cells.code === '' ? null : judge(cells.code);
  const filled: CodeRole[] = [];
  const code = subject?.partition === 'conforming' ? subject.normalized : null;
  const problems: Problem[] = [];
  const context = { category, code };
  if (cells.category !== undefined && category === 'unknown') {
    problems.push(say('category-unknown', 'category', cells.category));
  }
  for (const role of CODE_ROLES) {
    const cell = cells[role];
    if (cell === undefined) continue;
    const need = rules.needs[category][role];
    const judgement = cell === '' ? null : role === 'code' ? subject : judgeText(cell);
    if (judgement === null || judgement.partition === 'missing') {
      if (need === 'required') problems.push(say('missing', role, cell));
      continue;
    }
    filled.push(role);
    const found = judgeCell(role, cell, judgement, need, context);
    if (found !== null) problems.push(found);
  }
  if (problems.length === 0) return { category, code, problems, isWrong: false, filled };
  const kept = problems.filter(({ rule }) => rules.severities[rule] !== 'off');
  return {
    category,
    code,
    filled,
    problems: kept,
    isWrong: kept.some(({ rule }) => rules.severities[rule] === 'error'),
  };
}

/** The category that a cell names. */
export function findCategory(cell: string | undefined, { words }: LicenceRules): Category {
  return (cell === undefined ? undefined : words[normalizeName(cell)]) ?? 'unknown';
}

interface Context {
  category: Category;
  code: string | null;
}

/** What the rule of its column says of a cell that is filled; null: nothing. */
function judgeCell(role: CodeRole, cell: string, judgement: Judgement, need: Need, context: Context): Problem | null {
  if (holdsIdentityNumber(cell, judgement)) return say('identity-number', role, cell);
  if (need === 'empty') return say('not-wanted', role, cell);
  const found = JUDGES[role](cell, judgement, context, role);
  const isOddly = found === null && judgement.isFormatted && judgement.partition === 'conforming';
  return isOddly ? say('format', role, cell, judgement.normalized) : found;
}

type JudgeCell = (cell: string, judgement: Judgement, context: Context, role: CodeRole) => Problem | null;

/** The rule of each column, for a cell that is filled as far as it has to be. */
const JUDGES: Record<CodeRole, JudgeCell> = {
  code(cell, judgement, { category }) {
    if (judgement.partition !== 'conforming') return sayNotConforming('code', cell, judgement);
    const isIndividual = judgement.normalized.startsWith('92');
    const isOdd = category === 'individual' ? !isIndividual : category === 'organization' && isIndividual;
    return isOdd ? say('category-code', 'code', cell) : null;
  },
  registration(cell, judgement, { code }) {
    // Since licences carry the code in place of a number of their own, it may stand here too.
    if (judgement.partition === 'conforming') return sayIfOther('registration', cell, judgement, code);
    return isRegistrationNumber(judgement.normalized) ? null : say('check-fails', 'registration', cell);
  },
  organization(cell, { normalized }, { code }) {
    const expected = code?.slice(8, 17) ?? null;
    if (!isOrganizationCode(normalized)) return say('check-fails', 'organization', cell, expected);
    const isRight = expected === null || normalized === expected;
    return isRight ? null : say('organization-mismatch', 'organization', cell, expected);
  },
  tax(cell, { normalized, partition }, { code }) {
    if (isTaxpayerNumber(normalized)) {
      const isRight = code === null || normalized.slice(6) === code.slice(8, 17);
      return isRight ? null : say('tax-mismatch', 'tax', cell, code);
    }
    if (partition !== 'conforming') return say('check-fails', 'tax', cell, code);
    return code === null || normalized === code ? null : say('tax-mismatch', 'tax', cell, code);
  },
  institution: (cell, judgement, { code }) => sayIfOther('institution', cell, judgement, code),
  association: (cell, judgement, { code }) => sayIfOther('association', cell, judgement, code),
  'body-code': judgeBody,
  'source-code': judgeBody,
};

function judgeBody(cell: string, judgement: Judgement, _: Context, role: CodeRole): Problem | null {
  if (judgement.partition !== 'conforming') return sayNotConforming(role, cell, judgement);
  return judgement.authority === '1' ? null : say('body-authority', role, cell);
}

/** A full code must be the code; of anything else there no check is known. */
function sayIfOther(role: CodeRole, cell: string, { normalized }: Judgement, code: string | null): Problem | null {
  const isOther = code !== null && isCodeLike(normalized) && normalized !== code;
  return isOther ? say('code-mismatch', role, cell, code) : null;
}

/** Only what fails as a code is taken for an ID number, alone or inside a longer value (tax numbers of the self-employed). */
function holdsIdentityNumber(cell: string, { partition, issue, normalized }: Judgement): boolean {
  if (partition === 'conforming') return false;
  return (
    issue?.code === 'identity-number' ||
    maskIdentityNumbers(cell) !== cell ||
    maskIdentityNumbers(normalized) !== normalized
  );
}

function sayNotConforming(role: CodeRole, cell: string, { issue }: Judgement): Problem {
  return { ...say('not-conforming', role, cell), issue };
}

function say(rule: LicenceRule, role: LicenceRole, value: string, suggestion: string | null = null): Problem {
  return { rule, role, value, issue: null, suggestion };
}
