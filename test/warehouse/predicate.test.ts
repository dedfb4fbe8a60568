import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { writeCleanPredicate } from '../../src/warehouse/clean-predicate.ts';
import { dialects } from '../../src/warehouse/dialects.ts';
test('x', async () => {
  const db = await DuckDBInstance.create(':memory:');
  const c = await db.connect();
  const p = writeCleanPredicate(dialects.duckdb);
  const r = await c.runAndReadAll(`select c, ${p} as f from (values ('91350100M000100Y43'),('914403001922038216'),('91350100M000100Y44'),(null),('')) v(c)`);
  console.log(r.getRows(), p.length);
});
