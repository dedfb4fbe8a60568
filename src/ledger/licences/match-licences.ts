import { isTelling, loosenName } from '../keys.ts';
import { hasName, join, type MatchRules } from '../match-problems.ts';
import type { Subject } from '../problem.ts';

/** Columns in which another value is another matter, not the same one miswritten anew. */
const ownValues: readonly Subject['role'][] = ['name', 'decision', 'body', 'source'];

/**
 * How problems of licences and penalties are known again: a cell is known by its column, its value, the name it stands beside and
 * the body. Which rule it breaks may change.
 */
export const licenceRules: MatchRules = {
  sure: [
    {
      key: ({ role, codeKey, nameKey, unitKey }) => join(role ?? '', codeKey, nameKey, unitKey),
      findsClosed: true,
      isUnique: false,
    },
    {
      key: ({ role, codeKey, nameKey, unitKey }) => join(role ?? '', codeKey, loosenName(nameKey), unitKey),
      findsClosed: true,
      isUnique: true,
    },
    // The body is called otherwise now.
    {
      key: ({ role, codeKey, nameKey }) => join(role ?? '', codeKey, nameKey),
      findsClosed: false,
      isUnique: true,
    },
    // Miswritten anew.
    {
      key: (subject) => {
        const { role, nameKey, unitKey } = subject;
        return hasName(subject) && !ownValues.includes(role) ? join(role ?? '', nameKey, unitKey) : null;
      },
      findsClosed: false,
      isUnique: true,
    },
  ],
  renamed: [
    {
      key: ({ role, codeKey, unitKey }) => (isTelling(codeKey) ? join(role ?? '', codeKey, unitKey) : null),
      findsClosed: false,
      isUnique: true,
    },
  ],
  located: [],
};
