import { shorten } from './cell-text.ts';

const mostCharacters = 31;
/** Excel keeps this name to itself, in every language. */
const reserved = ['history'];
const notAllowed = /[[\]:*?/\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;

/** Gives out the names of sheets: each once, letters of both cases being the same, and as Excel allows them. */
export interface SheetNames {
  /** The name, or as much of it as a sheet can have, with a number where it is taken. */
  claim(name: string): string;
}

export function createSheetNames(): SheetNames {
  const taken = new Set(reserved);
  return {
    claim(name) {
      const clean = cleanName(name);
      for (let number = 1; ; number++) {
        const suffix = number === 1 ? '' : ` (${number})`;
        const candidate = shorten(clean, mostCharacters - suffix.length).replace(/[' ]+$/, '') + suffix;
        const folded = candidate.toLowerCase();
        if (taken.has(folded)) continue;
        taken.add(folded);
        return candidate;
      }
    },
  };
}

function cleanName(name: string): string {
  const spaced = name.replace(notAllowed, ' ').replace(/\s+/g, ' ');
  return spaced.replace(/^[' ]+|[' ]+$/g, '') || '-';
}
