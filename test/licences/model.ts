import { parse } from 'csv-parse/sync';

/*
 * Section 13 of the design once more, as plainly as it can be said: all records in memory, Maps, arithmetic of its own. It knows
 * field names only, and shares no code with what it is held against.
 */

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const wide = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function isOrganization(text: string): boolean {
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(text)) return false;
  const sum = [3, 7, 9, 10, 5, 8, 4, 2].reduce((all, weight, at) => all + weight * wide.indexOf(text.charAt(at)), 0);
  return text.charAt(8) === ['0', 'X', '9', '8', '7', '6', '5', '4', '3', '2', '1'][sum % 11];
}

function isCode(text: string): boolean {
  if (text.length !== 18 || [...text].some((character) => !alphabet.includes(character))) return false;
  let sum = 0;
  for (let at = 0, weight = 1; at < 17; at++, weight = (weight * 3) % 31)
    sum += weight * alphabet.indexOf(text.charAt(at));
  return (
    alphabet.charAt((31 - (sum % 31)) % 31) === text.charAt(17) &&
    isOrganization(text.slice(8, 17)) &&
    /^\d{6}$/.test(text.slice(2, 8))
  );
}

function holdsIdentity(text: string): boolean {
  if (isCode(text)) return false;
  const digits = text.replace(/\s/g, '').slice(0, 18);
  if (!/^\d{17}[\dX]$/.test(digits) || !/^(19|20)\d\d(0[1-9]|1[0-2])([0-2]\d|3[01])$/.test(digits.slice(6, 14)))
    return false;
  let sum = 0;
  for (let at = 0; at < 18; at++)
    sum += (digits.charAt(at) === 'X' ? 10 : Number(digits.charAt(at))) * 2 ** ((17 - at) % 10);
  return sum % 11 === 1;
}

function isRegistration(text: string): boolean {
  if (!/^\d{15}$/.test(text)) return /^\d{13}$/.test(text);
  let product = 10;
  for (let at = 0; at < 14; at++) product = (((product + Number(text.charAt(at))) % 10 || 10) * 2) % 11;
  return (product + Number(text.charAt(14))) % 10 === 1;
}

const fields: Record<string, RegExp> = {
  name: /^(XDR_MC|行政相对人名称)$/,
  category: /^(XDR_LB|行政相对人类别)$/,
  code: /^(XDR_SHXYM|行政相对人代码_1.*)$/,
  registration: /^(XDR_GSZC|行政相对人代码_2.*)$/,
  organization: /^(XDR_ZZJG|行政相对人代码_3.*)$/,
  tax: /^(XDR_SWDJ|行政相对人代码_4.*)$/,
  institution: /^(XDR_SYDW|行政相对人代码_5.*)$/,
  association: /^(XDR_SHZZ|行政相对人代码_6.*)$/,
  decision: /^(WSH|行政(许可|处罚)决定(书|文书)文?号)$/,
  body: /^(XKJG|CFJG|许可机关|处罚机关)$/,
  'body-code': /^(XKJGDM|CFJGDM|(许可|处罚)机关统一社会信用代码)$/,
  source: /^(LYDW|SJLY|数据来源单位)$/,
  'source-code': /^(LYDWDM|SJLYDM|数据来源单位统一社会信用代码)$/,
};
const codeRoles = [
  'code',
  'registration',
  'organization',
  'tax',
  'institution',
  'association',
  'body-code',
  'source-code',
];

type Cells = Record<string, string>;

const isEmpty = (text = ''): boolean => text === '' || text === '无' || text === '/';

function judgeCells(cells: Cells): string[] {
  const found: string[] = [];
  const { category = '', code = '' } = cells;
  const own = isCode(code) ? code : null;
  for (const role of codeRoles) {
    const text = cells[role] ?? '';
    const say = (rule: string): void => void found.push(`${role} ${rule}`);
    const isBody = role.endsWith('-code');
    if (isEmpty(text)) {
      if (isBody || (role === 'code' && /^(法人及非法人组织|个体工商户)$/.test(category))) say('missing');
    } else if (holdsIdentity(text)) say('identity-number');
    else if (role === 'code' && category === '自然人') say('not-wanted');
    else if (role === 'code' || isBody) {
      if (!isCode(text)) say('not-conforming');
    } else if (role === 'organization') {
      if (!isOrganization(text)) say('check-fails');
      else if (own !== null && text !== own.slice(8, 17)) say('organization-mismatch');
    } else if (role === 'tax') {
      const isOld = /^\d{6}/.test(text) && text.length === 15 && isOrganization(text.slice(6));
      if (!isOld && !isCode(text)) say('check-fails');
      else if (own !== null && text !== own && !(isOld && text.slice(6) === own.slice(8, 17))) say('tax-mismatch');
    } else if (role === 'registration' && !isCode(text)) {
      if (!isRegistration(text)) say('check-fails');
    } else if (own !== null && text.length === 18 && text !== own) say('code-mismatch');
  }
  return found;
}

/** The most common of several; null when two are. */
function findCommon(values: string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first !== undefined && first[1] !== second?.[1] ? first[0] : null;
}

interface Pair {
  row: number;
  key: string;
  value: string;
  tell: string;
}

function listMinorities(pairs: Pair[]): [row: number, tell: string][] {
  const groups = new Map<string, Pair[]>();
  for (const pair of pairs) groups.set(pair.key, [...(groups.get(pair.key) ?? []), pair]);
  return [...groups.values()].flatMap((group) => {
    if (new Set(group.map(({ value }) => value)).size < 2) return [];
    const common = findCommon(group.map(({ value }) => value));
    return group.flatMap(({ row, value, tell }): [number, string][] => (value === common ? [] : [[row, tell]]));
  });
}

/** What a table comes to. */
export function judgeByModel(text: string) {
  const all = parse(text) as string[][];
  const bare = (cell: string): string => cell.replace(/^(XK|CF)_/, '');
  const headers = all.filter((row) => row.some((cell) => fields.code?.test(bare(cell))));
  const at = Object.fromEntries(
    Object.entries(fields).map(([role, pattern]) => [
      role,
      (headers[0] ?? []).findIndex((cell) => pattern.test(bare(cell))),
    ]),
  );
  const records = all
    .slice(headers.length)
    .map((row): Cells => Object.fromEntries(Object.entries(at).map(([role, column]) => [role, row[column] ?? ''])));
  const wrong = records.map((cells) => judgeCells(cells));
  const persons = records.flatMap((cells, row) =>
    isCode(cells.code ?? '') && cells.name !== '' ? [{ row, cells }] : [],
  );
  const late: [number, string][] = [
    ...listMinorities(
      persons.map(({ row, cells }) => ({
        row,
        key: cells.name ?? '',
        value: cells.code ?? '',
        tell: 'code several-codes',
      })),
    ),
    ...listMinorities(
      persons.map(({ row, cells }) => ({
        row,
        key: cells.code ?? '',
        value: cells.name ?? '',
        tell: 'name several-names',
      })),
    ),
  ];
  const bodies = records.flatMap((cells, row) =>
    ['body', 'source'].flatMap((role) => {
      const [name = '', code = ''] = [cells[role], cells[`${role}-code`]];
      return name !== '' && isCode(code) ? [{ row, role, name, code }] : [];
    }),
  );
  late.push(
    ...listMinorities(
      bodies.map(({ row, role, name, code }) => ({ row, key: name, value: code, tell: `${role}-code several-codes` })),
    ),
    ...listMinorities(
      bodies.map(({ row, role, name, code }) => ({ row, key: code, value: name, tell: `${role} several-names` })),
    ),
  );
  const seen = new Set<string>();
  for (const [row, { decision = '', code = '' }] of records.entries()) {
    if (decision === '' || isEmpty(code)) continue;
    if (seen.has(`${decision}\n${code}`)) late.push([row, 'decision repeated-decision']);
    seen.add(`${decision}\n${code}`);
  }
  for (const [row, tell] of late) wrong[row]?.push(tell);
  const share = (role: string): [string, number, number][] => {
    const shares = new Map<string, [number, number]>();
    for (const [row, cells] of records.entries()) {
      const own = shares.get(cells[role] ?? '') ?? [0, 0];
      shares.set(cells[role] ?? '', [own[0] + 1, own[1] + Number(wrong[row]?.length === 0)]);
    }
    return [...shares].map(([value, [count, compliant]]) => [value, count, compliant]);
  };
  return {
    findings: wrong.flatMap((tells, row) => tells.map((tell) => `${row + 1} ${tell}`)),
    compliant: wrong.filter((tells) => tells.length === 0).length,
    byBody: share('body'),
    byCategory: share('category'),
    byColumn: Object.fromEntries(
      Object.keys(at).map((role) => [
        role,
        [
          records.filter((cells) => !isEmpty(cells[role])).length,
          wrong.filter((tells) => tells.some((tell) => tell.startsWith(`${role} `))).length,
        ],
      ]),
    ),
  };
}
