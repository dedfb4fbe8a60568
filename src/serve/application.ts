import { maskCell, maskIdentityNumbers } from '../code/cell/mask.ts';
import { normalize, normalizeName } from '../code/cell/normalize.ts';

/** Somebody is to be given a code. */
export interface Application {
  /** As written, ID numbers masked. */
  name: string;
  /** Positions 3–8 of the code that is to be given: the registering body's division. */
  region: string;
  /** Positions 1–2: registration authority and type of organization. */
  category: string;
  /** Nine characters, normalized; null: not known yet. */
  organizationCode: string | null;
  /** Whatever the applicant had before, normalized; null: nothing. */
  registrationNumber: string | null;
  /** The code about to be issued, normalized; null: not known yet. */
  code: string | null;
}

/** A field of a request that is not as it must be. */
export interface FieldFault {
  field: string;
  /** `missing`, `not-text`, `too-long`, `format`, `unknown`. */
  fault: 'missing' | 'not-text' | 'too-long' | 'format' | 'unknown';
}

const mostNameCharacters = 300;
const mostNumberCharacters = 100;
const formats: Partial<Record<string, RegExp>> = {
  region: /^[0-9]{6}$/,
  category: /^[0-9A-HJ-NP-RT-UW-Y]{2}$/,
};
const FIELDS: readonly (keyof Application)[] = [
  ...(['name', 'region', 'category', 'organizationCode', 'registrationNumber', 'code'] as const),
];
const REQUIRED: readonly string[] = ['name', 'region', 'category'];

/** An application of what a client sent, or what is wrong with it. */
export function readApplication(body: unknown): Application | FieldFault[] {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return [{ field: '', fault: 'not-text' }];
  const given = body as Record<string, unknown>;
  const faults: FieldFault[] = Object.keys(given)
    .filter((key) => !(FIELDS as readonly string[]).includes(key))
    .map((key) => ({ field: maskIdentityNumbers(key.slice(0, mostNumberCharacters)), fault: 'unknown' }));
  for (const field of FIELDS) {
    const fault = findFault(field, given[field]);
    if (fault !== null) faults.push({ field, fault });
  }
  if (faults.length > 0) return faults;
  const read = (field: keyof Application): string | null => {
    const value = given[field];
    const normalized = typeof value === 'string' ? normalize(value) : '';
    return normalized === '' ? null : normalized;
  };
  return {
    name: maskCell(String(given.name).trim()),
    region: String(given.region),
    category: String(given.category),
    organizationCode: read('organizationCode'),
    registrationNumber: read('registrationNumber'),
    code: read('code'),
  };
}

function findFault(field: keyof Application, value: unknown): FieldFault['fault'] | null {
  if (value === undefined || value === null) return REQUIRED.includes(field) ? 'missing' : null;
  if (typeof value !== 'string') return 'not-text';
  if (REQUIRED.includes(field) && normalizeName(value) === '') return 'missing';
  if (value.length > (field === 'name' ? mostNameCharacters : mostNumberCharacters)) return 'too-long';
  return formats[field]?.test(value) === false ? 'format' : null;
}
