import { decide } from './cell/decide.ts';
import { maskIdentityNumbers } from './cell/mask.ts';
import { clean, dropDashes } from './cell/normalize.ts';
import { UsccError } from './error.ts';
import { hasNotes, listNotes } from './notes.ts';
import { readParts } from './parts.ts';
import { isCodeLike } from './standard/alphabet.ts';
import { conformsAsWritten } from './standard/weighted-sums.ts';
import type { NoteCode, Parts, RegionFacts, Verdict } from './verdict.ts';

/** What a caller may hand in. */
export interface ValidateOptions {
  /** Region facts (`uscc-toolkit/regions`); without them regions have no names and no notes. */
  regions?: RegionFacts | undefined;
}

/**
 * What a cell turned out to be, and why (GB 32100-2015, GB 11714-1997, and the counting rules of the guide, "rates").
 *
 * Takes the value as people write it: spaces, dashes, full-width characters, quotes and small letters are looked through.
 * Resident ID numbers come back masked.
 *
 * @throws UsccError `usage` when the input is not a string: a code that was a number has already lost digits
 * @example validate('91350100M000100Y43').partition // 'conforming'
 */
export function validate(input: string, options?: ValidateOptions): Verdict {
  if (typeof input !== 'string') throw new UsccError('usage', 'validate takes a string');
  const regions = options?.regions;
  if (conformsAsWritten(input)) {
    const parts = readParts(input, regions);
    return { input, normalized: input, partition: 'conforming', issues: [], notes: findNotes(parts), parts };
  }
  return explain(input, regions);
}

/**
 * True when the value conforms: exactly `validate(input).partition === 'conforming'`, and faster.
 *
 * @throws UsccError `usage` when the input is not a string
 * @example isValid('91350100M000100Y43') // true
 */
export function isValid(input: string): boolean {
  if (typeof input !== 'string') throw new UsccError('usage', 'isValid takes a string');
  if (conformsAsWritten(input)) return true;
  const cleaned = clean(input);
  const normalized = dropDashes(cleaned);
  return conformsAsWritten(normalized) || decide(cleaned, normalized).partition === 'conforming';
}

/**
 * The parts of a code, or null when the normalized value is not 18 characters of the alphabet. A code with a wrong check
 * character has parts too.
 *
 * @example parse('91350100M000100Y43')?.organizationCode // 'M000100Y4'
 */
export function parse(input: string, options?: ValidateOptions): Parts | null {
  return validate(input, options).parts;
}

function explain(input: string, regions: RegionFacts | undefined): Verdict {
  const cleaned = clean(input);
  const normalized = dropDashes(cleaned);
  if (conformsAsWritten(normalized)) {
    const parts = readParts(normalized, regions);
    return { input, normalized, partition: 'conforming', issues: [], notes: ['format', ...findNotes(parts)], parts };
  }
  const { partition, issues } = decide(cleaned, normalized);
  const notes: NoteCode[] = cleaned !== input || normalized !== input ? ['format'] : [];
  const shown = partition === 'conforming' ? normalized : maskIdentityNumbers(normalized);
  const parts = isCodeLike(normalized) ? readParts(normalized, regions) : null;
  const primary = issues[0]?.code;
  if (parts !== null && primary === 'identity-number') parts.organizationCode = shown.slice(8, 17);
  if (parts !== null && hasNotes(primary)) notes.push(...findNotes(parts));
  return {
    input: partition === 'conforming' ? input : maskIdentityNumbers(input),
    normalized: shown,
    partition,
    issues,
    notes,
    parts,
  };
}

function findNotes(parts: Parts): NoteCode[] {
  return listNotes(parts.category.name !== null, parts.region.status);
}
