import { maskCell, maskIdentityNumbers } from '../../code/cell/mask.ts';
import { normalize, normalizeName } from '../../code/cell/normalize.ts';
import { isNameOf, type ReturnedRow } from '../answers.ts';
import { loosenName } from '../keys.ts';
import { type Problem, parseNumber } from '../problem.ts';

/** What a column of a form is for. */
export type FormRole = 'number' | 'name' | 'code' | 'kind' | 'flag' | 'newCode' | 'note' | 'unit' | 'suggestion';

/** Words by which headers are known; the first role that fits has the column. */
const roleWords: readonly (readonly [FormRole, RegExp])[] = [
  ['flag', /操作标识|标识位|数据操作|处理方式|处理标识|^flag$|^action$|动作/],
  ['newCode', /(更正|纠正|修正|修改|变更|正确|新|现)[后的]?(的)?(统一)?(社会)?(信用)?代码|新赋?码|^corrected|^newcode/],
  ['suggestion', /建议|suggest/],
  ['number', /^(问题)?编号$|^台账编?号$|^(p-?|problem)?number$|^problemno\.?$/],
  [
    'code',
    /统一(社会)?信用代码|社会信用代码|信用代码|^(原|错误|问题)?代码$|^(unifiedsocial)?(credit)?code$|^uscc$|^代码或内容$|^value$/,
  ],
  ['kind', /问题(描述|类型|类别|说明|原因)?$|错误(原因|类型|描述)|重错码(类型|原因)|^kind$|^problem$|^description$/],
  ['note', /备注|^说明$|情况说明|^remark|^note/],
  ['unit', /责任单位|登记(管理)?(机关|部门|单位)|赋码(机关|部门|单位)|填报单位|所属部门|主管部门|^unit$/],
  [
    'name',
    /(机构|企业|单位|主体|组织|商户|公司|市场主体|经营主体)(名称|全称)$|^名称$|^(company|entity|organization)?_?name$|^相对人或机关名称$|^personorbodyconcerned$/,
  ],
];

/** Lines that are looked through for a header. */
const searchedRows = 100;

/** A header, and which column has which role. */
export interface FormHeader {
  /** Index of its line. */
  at: number;
  columns: Partial<Record<FormRole, number>>;
}

/** Finds the header: the line that names most roles, a code or a number among them, and whatever `needs` says. */
export function findFormHeader(rows: readonly (readonly string[])[], needs: FormRole[]): FormHeader | null {
  let best: FormHeader | null = null;
  for (const [at, row] of rows.slice(0, searchedRows).entries()) {
    const columns = findRoles(row);
    const isHeader =
      needs.every((role) => columns[role] !== undefined) &&
      (columns.code !== undefined || columns.number !== undefined || columns.name !== undefined);
    if (!isHeader) continue;
    if (best === null || Object.keys(columns).length > Object.keys(best.columns).length) best = { at, columns };
  }
  return best;
}

function findRoles(header: readonly string[]): FormHeader['columns'] {
  const columns: FormHeader['columns'] = {};
  for (const [at, cell] of header.entries()) {
    const text = cell
      .normalize('NFKC')
      .replace(/\s+/g, '')
      .replace(/[*:：]+$/u, '')
      .replace(/\([^)]*\)$/, '')
      .toLowerCase();
    if (text === '') continue;
    const role = roleWords.find(([name, words]) => columns[name] === undefined && words.test(text))?.[0];
    if (role !== undefined) columns[role] = at;
  }
  return columns;
}

/** A sheet of a returned workbook: its lines, the first being row 1. */
export interface ReturnedSheet {
  file: string;
  sheet: string | null;
  rows: readonly (readonly string[])[];
}

/** Finds a problem by what stands in a sheet. */
export interface ProblemFinder {
  byNumber(number: number): Problem | null;
  byCodeAndName(code: string, name: string): Problem | null;
}

/** Rows that answer something or stand for a problem; null: the sheet is no return. */
export function readReturnedRows({ file, sheet, rows }: ReturnedSheet, finder: ProblemFinder): ReturnedRow[] | null {
  const header = findFormHeader(rows, ['flag']);
  if (header === null) return null;
  const { columns, at } = header;
  const returned: ReturnedRow[] = [];
  for (const [index, row] of rows.entries()) {
    if (index <= at) continue;
    const cell = (role: FormRole): string => (row[columns[role] ?? -1] ?? '').trim();
    const number = columns.number === undefined ? null : cell('number');
    const facts = [cell('code'), cell('name'), number ?? '', cell('flag'), cell('newCode')];
    // Blank lines, and foot lines such as 填报人: what answers nothing and names no problem.
    if (facts.every((text) => text === '') || isHeaderAgain(row, rows[at] ?? [])) continue;
    const problem = findProblem(number, cell('code'), cell('name'), finder);
    const saysNothing = cell('flag') === '' && cell('newCode') === '';
    if (problem === null && saysNothing) continue;
    returned.push({
      file,
      sheet,
      row: index + 1,
      problem,
      number: number === null || number === '' ? null : maskCell(number),
      flag: cell('flag'),
      code: cell('newCode'),
      note: maskCell(cell('note')),
    });
  }
  return returned;
}

function isHeaderAgain(row: readonly string[], header: readonly string[]): boolean {
  const filled = row.filter((cell) => cell !== '');
  return filled.length > 1 && filled.every((cell) => header.includes(cell));
}

/** By number; where the row's code and name are both of something else, its number has been moved. */
function findProblem(number: string | null, code: string, name: string, finder: ProblemFinder): Problem | null {
  const id = number === null ? null : parseNumber(number);
  if (id === null) return number === null || number === '' ? finder.byCodeAndName(code, name) : null;
  const problem = finder.byNumber(id);
  if (problem === null) return null;
  const isCode = code === '' || maskIdentityNumbers(normalize(code)) === problem.code;
  const isName = name === '' || isNameOf(problem, name);
  return isCode || isName ? problem : null;
}

/** Looks among problems of a ledger. */
export function createFinder(problems: readonly Problem[]): ProblemFinder {
  const numbers = new Map(problems.map((problem) => [problem.id, problem]));
  const keyOf = (code: string, name: string): string => `${code}\u0000${loosenName(name)}`;
  const both = new Map<string, Problem>();
  // Forms without numbers are those of the centre, for codes of a registry. Live ones last: they are the ones that are meant.
  const ofRegistry = problems.filter(({ role }) => role === null);
  const inOrder = ofRegistry.sort((a, b) => Number(a.closedAs === null) - Number(b.closedAs === null));
  for (const problem of inOrder) both.set(keyOf(problem.code, normalizeName(problem.name)), problem);
  return {
    byNumber: (number) => numbers.get(number) ?? null,
    byCodeAndName: (code, name) =>
      both.get(keyOf(maskIdentityNumbers(normalize(code)), normalizeName(maskCell(name)))) ?? null,
  };
}
