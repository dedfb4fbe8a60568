import { expect, test } from 'vitest';
import { writeCleanPredicate, writePositions } from '../../src/warehouse/clean-predicate.ts';
import { dialectNames } from '../../src/warehouse/dialect.ts';
import { dialects } from '../../src/warehouse/dialects.ts';
import { type Spelling, type TableSpec, writeQueries } from '../../src/warehouse/queries.ts';

const tables: TableSpec[] = [
  { table: 'dw.order', code: 'code', name: "it's a name", unit: null, key: null, where: "kind = 'legal'" },
  { table: 'other', code: '统一社会信用代码', name: 'name', unit: 'unit', key: 'id', where: null },
];

/**
 * What each dialect is asked, word for word: whoever changes a query sees what it becomes everywhere. Made again by
 *
 *   npx vitest run test/warehouse/golden.test.ts -u
 */
test.each(dialectNames)('%s', async (name) => {
  const predicate = writeCleanPredicate(dialects[name]);
  const positions = writePositions(dialects[name]);
  const sections = [`-- places\n${positions}`, `-- clean\n${predicate}`];
  for (const spelling of ['as-written', 'tidied'] satisfies Spelling[]) {
    const { meeting, ...queries } = writeQueries(dialects[name], tables, spelling);
    const all = { ...queries, meeting: meeting(['91350100M000100Y43', '914403001922038216']) };
    for (const [query, sql] of Object.entries(all)) {
      sections.push(
        `-- ${query}, ${spelling}\n${sql.replaceAll(predicate, '<clean>').replaceAll(positions, '<places>')}`,
      );
    }
  }
  await expect(`${sections.join('\n\n')}\n`).toMatchFileSnapshot(`golden/${name}.sql`);
});
