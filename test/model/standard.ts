import { decideByStandard, isIdentityNumberByStandard, isMistypedIdentityByStandard } from '../code/by-standard.ts';

/*
 * What the design says of one cell, in plain code that shares nothing with the toolkit: normalizing, the decision table, notes, names.
 */

/** Every character of the categories Cc, Cf, Zs, Zl and Zp goes, after NFKC. */
function dropInvisible(text: string): string {
  return text.normalize('NFKC').replace(/[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}]/gu, '');
}

function upperAscii(text: string): string {
  return text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

const quotes = `"'\`‘’‚‛“”„‟`;
const brackets: Record<string, string> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '〔': '〕',
  '【': '】',
  '《': '》',
  '「': '」',
};

/** The cell freed of everything that is not the code itself; dashes stay. */
export function tidyByDesign(cell: string): string {
  let text = dropInvisible(cell);
  if (text.startsWith('=') && quotes.includes(text.charAt(1))) text = text.slice(1);
  while (text !== '' && quotes.includes(text.charAt(0))) text = text.slice(1);
  while (text !== '' && quotes.includes(text.slice(-1))) text = text.slice(0, -1);
  const dropTail = (): void => {
    while (/[.。,;、:]$/u.test(text)) text = text.slice(0, -1);
  };
  const closing = brackets[text.charAt(0)];
  dropTail();
  if (closing !== undefined && text.endsWith(closing) && text.indexOf(closing) === text.length - 1) {
    if (!text.slice(1).includes(text.charAt(0))) text = text.slice(1, -1);
  }
  dropTail();
  return upperAscii(text);
}

export interface Judged {
  s: string;
  t: string;
  partition: string;
  issue: string | null;
  notes: string[];
  /** Positions 1 and 3–8, where rows 4 to 9 decided. */
  authority: string;
  region: string;
  /** Rows 4 to 13: compared for duplicates. */
  isCompared: boolean;
  /** Positions 9–17 of a conforming code; the organization code of a legacy identifier. */
  organization: string;
}

/** Of `data/authority-category.tsv`. */
const pairs = (
  '11 12 13 19 51 52 53 59 91 92 93 Y1 21 29 31 32 33 34 35 39 41 49 61 62 69 71 72 79 81 89 A1 A9 N1 N2 N3 N9 ' +
  '36 54 55 82 99 G1 G9 J1 J9 Q1 Q2 Q3 Q9'
).split(' ');

/** Of `data/regions.csv`: those that the tables of these tests have. `370901` is the 市辖区 of a listed prefecture. */
const regionStates: Record<string, string> = {
  '110101': 'in use',
  '110103': 'abolished',
  '370902': 'in use',
  '370901': 'in use',
  '370911': 'in use',
  '350211': 'in use',
  '100000': 'in use',
  '999999': 'unlisted',
  '370999': 'unlisted',
};

export function judgeByDesign(cell: string): Judged {
  const s = tidyByDesign(cell);
  const t = s.replace(/[\p{Pd}−ー─]/gu, '');
  const { partition, issue } = decideByStandard(s, t);
  const isShaped =
    issue === null ||
    ['identity-number', 'region-format', 'pilot-era', 'check-digit', 'organization-check-digit'].includes(issue);
  const notes = s === cell && t === cell ? [] : ['format'];
  const isRegional = issue === null || ['pilot-era', 'check-digit', 'organization-check-digit'].includes(issue);
  if (isRegional) {
    if (!pairs.includes(t.slice(0, 2))) notes.push('authority-category');
    const state = regionStates[t.slice(2, 8)];
    if (state === undefined) throw new Error(`the model does not know the region ${t.slice(2, 8)}`);
    if (state !== 'in use') notes.push(`region-${state}`);
  }
  const isLegacy = issue === 'organization-code' || issue === 'taxpayer-number';
  return {
    s,
    t,
    partition,
    issue,
    notes,
    authority: isShaped ? t.charAt(0) : '?',
    region: isShaped ? t.slice(2, 8) : '?',
    isCompared: !['missing', 'spreadsheet-notation', 'charset', 'length'].includes(issue ?? ''),
    organization: partition === 'conforming' ? t.slice(8, 17) : isLegacy ? t.slice(-9) : '',
  };
}

/** A name as names are compared. */
export function nameByDesign(name: string): string {
  return upperAscii(dropInvisible(name));
}

/** A cell that is an ID number of 18 characters, as it is shown. */
export function maskByDesign(text: string): string {
  const isIdentity = isIdentityNumberByStandard(text) || isMistypedIdentityByStandard(text);
  return isIdentity ? `${text.slice(0, 6)}********${text.slice(14)}` : text;
}

/** Whether one character more, less or other makes one text of the other. */
export function isOneEdit(from: string, to: string): boolean {
  const [short, long] = from.length <= to.length ? [from, to] : [to, from];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short.charAt(at) === long.charAt(at)) at++;
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1);
}
