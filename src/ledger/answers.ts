import { normalize, normalizeName } from '../code/cell/normalize.ts';
import { isValid } from '../code/validate.ts';
import { reviewValue } from './licences/review-value.ts';
import { type Flag, familyOf, formatNumber, type Problem } from './problem.ts';

/** Why an answer is refused; the texts are in `src/messages/ledger`. */
export type RefusalReason =
  | 'flag-invalid'
  | 'flag-not-allowed'
  | 'code-missing'
  | 'code-not-conforming'
  | 'code-unchanged'
  | 'code-taken'
  | 'code-given-twice'
  | 'code-not-wanted'
  | 'cannot-stand'
  | 'two-survivors'
  | 'contradiction'
  | 'unknown-problem';

/** Where a row of a returned sheet stands; rows from 1, as the program that shows the sheet counts them. */
export interface RowLocation {
  file: string;
  sheet: string | null;
  row: number;
}

/** A row of a returned sheet that says something, cells as written. */
export interface ReturnedRow extends RowLocation {
  /** The problem it was found to be about; null: none of ours. */
  problem: Problem | null;
  /** What its column 编号 says; null: it has none. */
  number: string | null;
  flag: string;
  code: string;
  note: string;
}

/** An answer that can be stored. */
export interface AcceptedRow extends RowLocation {
  problem: Problem;
  flag: Flag;
  /** The new code, normalized, with flag 0. */
  code: string | null;
  /** What the unit remarked. */
  note: string | null;
  /** The unit says that another holder of the code is a body outside the area. */
  isOutside: boolean;
}

/** An answer that was refused, and why. */
export interface RefusedRow extends RowLocation {
  /** The problem's number (`P-000123`), as far as the row has or means one. */
  number: string | null;
  reason: RefusalReason;
}

/** What is known beside the rows. */
export interface AnswerFacts {
  flags: ReadonlySet<Flag>;
  /** All problems of the ledger. */
  problems: readonly Problem[];
  /** Names that registered entities of a code have, as normalized; only asked where a registry was given. */
  registered: ReadonlyMap<string, string[]>;
}

const flagWords: ReadonlyMap<string, Flag> = new Map([
  ['0', '0'],
  ['1', '1'],
  ['2', '2'],
]);
/** How a unit says that the other holder is a body outside the area. */
const outside = /(区域|辖区|本市|本县|本区|市|省|县|区|州)(以?外|之外)|外(省|市|县|区|地|州)|非(本|辖)|域外|outside/i;

/** `0`, `０`, `0-新赋码`, `0.0`: people copy what stands in the list. */
export function readFlag(cell: string): Flag | null {
  const text = cell.normalize('NFKC').replace(/\s+/g, '');
  const match = /^([012])(?:\.0+)?(?:$|[^\d.].*$)/.exec(text);
  return flagWords.get(match?.[1] ?? '') ?? null;
}

/**
 * Judges returned rows, each alone and all together: what is accepted, and what is refused and why. Rows without an answer are
 * neither.
 */
export function reviewAnswers(
  rows: ReturnedRow[],
  facts: AnswerFacts,
): { accepted: AcceptedRow[]; refused: RefusedRow[] } {
  const refused: RefusedRow[] = [];
  const refuse = ({ file, sheet, row, number, problem }: ReturnedRow, reason: RefusalReason): void => {
    refused.push({ file, sheet, row, number: problem === null ? number : formatNumber(problem.id), reason });
  };
  const standing: { row: ReturnedRow; answer: AcceptedRow }[] = [];
  const taken = listTaken(facts);
  for (const row of rows) {
    const judged = reviewRow(row, facts, taken);
    if (typeof judged === 'string') refuse(row, judged);
    else standing.push({ row, answer: judged });
  }
  const contradicted = findContradictions(rows);
  const rest = standing.filter(({ row, answer }) => {
    const isContradicted = contradicted.has(answer.problem.id);
    if (isContradicted) refuse(row, 'contradiction');
    return !isContradicted;
  });
  const twice = findGivenTwice(
    rest.map(({ answer }) => answer),
    facts,
  );
  const survivors = findSurvivors(
    rest.map(({ answer }) => answer),
    facts,
  );
  const accepted = new Map<number, AcceptedRow>();
  for (const { row, answer } of rest) {
    if (twice.has(answer.problem.id)) refuse(row, 'code-given-twice');
    else if (survivors.has(answer.problem.id)) refuse(row, 'two-survivors');
    else accepted.set(answer.problem.id, answer);
  }
  const order = new Map(rows.map((row, at) => [`${row.file}\n${row.sheet}\n${row.row}`, at]));
  const placeOf = ({ file, sheet, row }: RowLocation): number => order.get(`${file}\n${sheet}\n${row}`) ?? 0;
  return { accepted: [...accepted.values()], refused: refused.sort((a, b) => placeOf(a) - placeOf(b)) };
}

function reviewRow(
  { problem, file, sheet, row, flag: flagCell, code: codeCell, note }: ReturnedRow,
  { flags, registered }: AnswerFacts,
  taken: ReadonlyMap<string, Set<string>>,
): AcceptedRow | RefusalReason {
  if (problem === null) return 'unknown-problem';
  const flag = readFlag(flagCell);
  if (flag === null) return 'flag-invalid';
  if (!flags.has(flag)) return 'flag-not-allowed';
  const answer = { problem, file, sheet, row, flag, note: note.trim() || null, isOutside: outside.test(note) };
  if (problem.role !== null) {
    const reviewed = reviewValue(problem, flag, codeCell);
    return typeof reviewed === 'string' ? reviewed : { ...answer, code: reviewed.value };
  }
  const code = normalize(codeCell);
  if (flag !== '0') {
    if (code !== '') return 'code-not-wanted';
    if (flag === '2' && !isValid(problem.code)) return 'cannot-stand';
    return { ...answer, code: null };
  }
  if (code === '') return 'code-missing';
  if (code === problem.codeKey) return 'code-unchanged';
  if (!isValid(code)) return 'code-not-conforming';
  const isOther = (name: string): boolean => name !== problem.nameKey || name === '';
  if ((registered.get(code) ?? []).some(isOther)) return 'code-taken';
  if ([...(taken.get(code) ?? [])].some(isOther)) return 'code-taken';
  return { ...answer, code };
}

/** Conforming codes that the ledger knows to be somebody's: of problems, and of entities that were corrected. */
function listTaken({ problems }: AnswerFacts): Map<string, Set<string>> {
  const taken = new Map<string, Set<string>>();
  const add = (code: string, name: string): void => {
    const names = taken.get(code) ?? new Set();
    taken.set(code, names.add(name));
  };
  for (const { kind, codeKey, nameKey, newCode, closedAs } of problems.filter(isOfRegistry)) {
    const holds = familyOf(kind) !== 'code' && closedAs !== 'removed' && newCode === null;
    if (holds && codeKey !== '') add(codeKey, nameKey);
    if (newCode !== null) add(newCode, nameKey);
  }
  return taken;
}

/** Problems that are answered in several ways. */
function findContradictions(rows: ReturnedRow[]): Set<number> {
  const said = new Map<number, Set<string>>();
  for (const { problem, flag, code } of rows) {
    if (problem === null) continue;
    const answers = said.get(problem.id) ?? new Set();
    said.set(problem.id, answers.add(`${readFlag(flag) ?? flag.trim()} ${normalize(code)}`));
  }
  return new Set([...said].flatMap(([id, answers]) => (answers.size > 1 ? [id] : [])));
}

/** Problems to which a code is given that another entity is given, in these rows or before. */
function findGivenTwice(answers: AcceptedRow[], { problems }: AnswerFacts): Set<number> {
  const answered = new Set(answers.map(({ problem }) => problem.id));
  const given = new Map<string, Set<string>>();
  const add = (code: string, name: string): void => {
    const names = given.get(code) ?? new Set();
    given.set(code, names.add(name));
  };
  const entityOf = ({ id, nameKey }: Problem): string => nameKey || `#${id}`;
  for (const problem of problems.filter(isOfRegistry)) {
    const { answer, closedAs } = problem;
    if (answer?.code && closedAs !== 'removed' && !answered.has(problem.id)) add(answer.code, entityOf(problem));
  }
  for (const { problem, code } of answers) {
    if (code !== null && isOfRegistry(problem)) add(code, entityOf(problem));
  }
  return new Set(
    answers.flatMap(({ problem, code }) => {
      const isGiven = code !== null && isOfRegistry(problem) && (given.get(code)?.size ?? 0) > 1;
      return isGiven ? [problem.id] : [];
    }),
  );
}

function isOfRegistry({ role }: Problem): boolean {
  return role === null;
}

/** Holders of one code that would both keep it. One of them may, and any number where bodies outside the area are involved. */
function findSurvivors(answers: AcceptedRow[], { problems }: AnswerFacts): Set<number> {
  const answered = new Set(answers.map(({ problem }) => problem.id));
  const keepers = new Map<string, Set<string>>();
  const add = ({ group, nameKey, id }: Problem): void => {
    if (group === null) return;
    const names = keepers.get(group) ?? new Set();
    keepers.set(group, names.add(nameKey || `#${id}`));
  };
  for (const problem of problems) {
    const { answer, closedAs, kind } = problem;
    const keeps = answer?.flag === '2' && !answer.isOutside && (closedAs === null || closedAs === 'kept');
    if (kind === 'conflicting' && keeps && !answered.has(problem.id)) add(problem);
  }
  const keeping = answers.filter(
    ({ problem, flag, isOutside }) => problem.kind === 'conflicting' && flag === '2' && !isOutside,
  );
  for (const { problem } of keeping) add(problem);
  return new Set(
    keeping.flatMap(({ problem }) => ((keepers.get(problem.group ?? '')?.size ?? 0) > 1 ? [problem.id] : [])),
  );
}

/** Whether a name as a sheet writes it is a problem's. */
export function isNameOf({ nameKey, name }: Problem, cell: string): boolean {
  const key = normalizeName(cell);
  return key === nameKey || key === normalizeName(name);
}
