import { maskCell, maskIdentityNumbers } from '../code/cell/mask.ts';
import { normalize, normalizeName } from '../code/cell/normalize.ts';
import { isCodeLike } from '../code/standard/alphabet.ts';
import { isOrganizationCodeAt } from '../code/standard/organization-code.ts';

/** A short text that stands for another under the ledger's own key. */
export type HashText = (text: string) => string;

/** A text without ID numbers, and what tells it from others that look the same so. */
export interface MaskedText {
  shown: string;
  key: string;
}

const notLetters = /[\p{P}\p{S}\p{Z}]+/gu;

/** A code cell as the ledger keeps it. */
export function keepCode(cell: string, hash: HashText): MaskedText {
  const code = normalize(cell);
  return keep(code, maskIdentityNumbers(code), hash, (text) => text);
}

/** A name as the ledger keeps it. */
export function keepName(name: string, hash: HashText): MaskedText {
  const text = name.trim();
  return keep(text, maskCell(text), hash, normalizeName);
}

function keep(text: string, shown: string, hash: HashText, toKey: (text: string) => string): MaskedText {
  const key = toKey(text);
  return shown === text ? { shown, key } : { shown, key: `${toKey(shown)}#${hash(key)}` };
}

/** A name without brackets and punctuation: what it is known by when those have been added or left out. */
export function loosenName(nameKey: string): string {
  return nameKey.replace(notLetters, '');
}

/** The organization code in a code or a legacy identifier; '' when it has none that holds. */
export function findOrganizationCode(code: string): string {
  const at = code.length === 18 && isCodeLike(code) ? 8 : code.length === 15 ? 6 : code.length === 9 ? 0 : -1;
  return at >= 0 && isOrganizationCodeAt(code, at) ? code.slice(at, at + 9) : '';
}
