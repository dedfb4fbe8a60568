import { always, hasName, isTelling, type MatchRules } from '../match-problems.ts';

/** Columns in which another value is another matter, not the same one miswritten anew. */
const ownValues = `('name', 'decision', 'body', 'source')`;

/**
 * How problems of licences and penalties are known again: a cell is known by its column, its value, the name it stands beside and
 * the body. Which rule it breaks may change.
 */
export const licenceRules: MatchRules = {
  sure: [
    { on: ['role', 'code_key', 'name_key', 'unit_key'], where: always, findsClosed: true, isUnique: false },
    { on: ['role', 'code_key', 'loose', 'unit_key'], where: always, findsClosed: true, isUnique: true },
    // The body is called otherwise now.
    { on: ['role', 'code_key', 'name_key'], where: always, findsClosed: false, isUnique: true },
    // Miswritten anew.
    {
      on: ['role', 'name_key', 'unit_key'],
      where: `${hasName} AND role NOT IN ${ownValues}`,
      findsClosed: false,
      isUnique: true,
    },
  ],
  renamed: [{ on: ['role', 'code_key', 'unit_key'], where: isTelling, findsClosed: false, isUnique: true }],
  located: [],
};
