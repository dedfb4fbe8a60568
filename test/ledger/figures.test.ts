import { describe, expect, it } from 'vitest';
import { findShrunk, type MonthFigures } from '../../src/ledger/figures.ts';

/** A month of which only its files matter. */
function createMonth(files: Record<string, number>): MonthFigures {
  const listed = Object.entries(files).map(([name, records]) => ({ name, records }));
  const records = listed.reduce((sum, file) => sum + file.records, 0);
  return { records, files: listed, units: [] } as unknown as MonthFigures;
}

describe('files that had more records the month before', () => {
  it.each([
    ['all there', { a: 100, b: 100 }, { a: 95, b: 100 }, []],
    ['one shrunk', { a: 100, b: 1000 }, { a: 80, b: 1000 }, ['a']],
    ['one gone', { a: 100, b: 2000 }, { b: 2000 }, ['a']],
    ['some renamed', { a: 100, b: 100, c: 100 }, { x: 98, y: 99, c: 100 }, []],
    ['some renamed, one gone', { a: 100, b: 100, c: 2000 }, { x: 100, c: 2000 }, ['a', 'b']],
    ['all renamed', { a: 100, b: 100 }, { x: 150, y: 50 }, []],
  ] as const)('%s', (_, before, now, asked) => {
    const questions = findShrunk(createMonth(before), createMonth(now));
    const names = questions.flatMap((question) =>
      question.code === 'shrunk' && question.what === 'file' ? [question.name] : [],
    );
    expect(names).toEqual(asked);
  });
});
