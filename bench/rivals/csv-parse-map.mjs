// What a Node user writes: csv-parse, npm stdnum, a Map. Prints the same counts as the other contenders.
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { stdnum } from 'stdnum';

const [file = ''] = process.argv.slice(2);
const parser = createReadStream(file).pipe(parse({ bom: true, relax_quotes: true, from_line: 2 }));
const seen = new Map();
const counts = { records: 0, conforming: 0, duplicateCodes: 0, excess: 0 };
for await (const [code] of parser) {
  counts.records++;
  if (stdnum.CN.uscc.validate(code).isValid) counts.conforming++;
  if (code.length !== 18) continue;
  const before = seen.get(code) ?? 0;
  seen.set(code, before + 1);
  if (before > 0) counts.excess++;
  if (before === 1) counts.duplicateCodes++;
}
process.stdout.write(`${JSON.stringify(counts)}\n`);
