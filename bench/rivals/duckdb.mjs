// The same question in SQL: records, codes with both check characters right, and codes that stand more than once.
// A character's value is its place in the alphabet. Of the ways tried for 1 million codes this was the fastest: strpos 0.7 s,
// a list by character code 0.9 s, arithmetic on character codes 2.6 s; one pass that groups first, no gain.
import { DuckDBInstance } from '@duckdb/node-api';

const [file = ''] = process.argv.slice(2);
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const organizationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const organizationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

const valueIn = (characters, position) => `(strpos('${characters}', substr(code, ${position}, 1)) - 1)`;
const codeSum = Array.from({ length: 18 }, (_, index) => `${3 ** index % 31} * ${valueIn(alphabet, index + 1)}`);
codeSum[17] = valueIn(alphabet, 18);
const organizationSum = organizationWeights.map(
  (weight, index) => `${weight} * ${valueIn(organizationAlphabet, index + 9)}`,
);
const organizationCheck = `substr('0123456789X', (11 - (${organizationSum.join(' + ')}) % 11) % 11 + 1, 1)`;
// Eighteen zeros are a word for nothing.
const isSomething = "NOT regexp_full_match(code, '0+X?')";
const isRight = `${isSomething} AND regexp_full_match(code, '[${alphabet}]{2}[0-9]{6}[${alphabet}]{10}')
  AND (${codeSum.join(' + ')}) % 31 = 0
  AND substr(code, 17, 1) = ${organizationCheck}`;

const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
await connection.run(`
  CREATE TEMP TABLE codes AS
  SELECT "统一社会信用代码" AS code
  FROM read_csv('${file.replaceAll("'", "''")}', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')`);
const reader = await connection.runAndReadAll(`
  WITH groups AS (SELECT count(*) AS times FROM codes WHERE length(code) = 18 AND ${isSomething} GROUP BY code HAVING count(*) > 1)
  SELECT
    (SELECT count(*) FROM codes) AS records,
    (SELECT count(*) FROM codes WHERE ${isRight}) AS conforming,
    (SELECT count(*) FROM groups) AS "duplicateCodes",
    (SELECT coalesce(sum(times - 1), 0) FROM groups) AS excess`);
const [row = {}] = reader.getRowObjects();
const counts = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)]));
process.stdout.write(`${JSON.stringify(counts)}\n`);
