import { decide } from '../code/cell/decide.ts';
import { normalize } from '../code/cell/normalize.ts';
import { codeLength, isCodeLike } from '../code/standard/alphabet.ts';

/**
 * The one code in a text that was pasted: after `统一社会信用代码：`, in quotes with a comma behind, in a sentence. Of several codes none
 * is meant. A run of 18 letters and digits that does not conform is taken where there is no other, so that what is wrong with it
 * can be said.
 *
 * @returns null where there is none, or nothing around it
 * @example readPasted('统一社会信用代码：91350100M000100Y43') // '91350100M000100Y43'
 */
export function readPasted(text: string): string | null {
  const code = normalize(text);
  const runs = code.split(/[^0-9A-Z]+/).filter((run) => run.length >= codeLength);
  if (runs[0] === code) return null;
  const found = new Set<string>();
  for (const run of runs) for (const conforming of listConforming(run)) found.add(conforming);
  if (found.size === 0) for (const run of runs) if (isCodeLike(run)) found.add(run);
  const [only = null, second] = found;
  return second === undefined ? only : null;
}

function listConforming(run: string): string[] {
  const found: string[] = [];
  for (let start = 0; start + codeLength <= run.length; start++) {
    const code = run.slice(start, start + codeLength);
    if (decide(code, code).partition === 'conforming') found.push(code);
  }
  return found;
}
