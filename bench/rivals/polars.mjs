// The same question in expressions: records, codes with both check characters right, and codes that stand more than once.
// A character's value is looked up in a list.
import pl from 'nodejs-polars';

const [file = ''] = process.argv.slice(2);
const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const organizationAlphabet = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const organizationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

const code = pl.col('统一社会信用代码');
const at = (position) => code.str.slice(position - 1, 1);
const valueAt = (position, characters) =>
  at(position).replaceStrict(characters, [...characters.keys()], pl.lit(0), pl.Int32);
const sum = (terms) => terms.reduce((all, term) => all.add(term));
const codeSum = sum(
  Array.from({ length: 18 }, (_, index) => valueAt(index + 1, alphabet).mul(index < 17 ? 3 ** index % 31 : 1)),
);
const organizationSum = sum(
  organizationWeights.map((weight, index) => valueAt(index + 9, organizationAlphabet).mul(weight)),
);
const organizationCheck = valueAt(17, [...'0123456789X']);
// Eighteen zeros are a word for nothing.
const isSomething = code.str.contains('^0+X?$').not();
const isRight = isSomething
  .and(code.str.contains(`^[${alphabet.join('')}]{2}[0-9]{6}[${alphabet.join('')}]{8}[0-9X][${alphabet.join('')}]$`))
  .and(codeSum.modulo(31).eq(0))
  .and(organizationSum.add(organizationCheck).modulo(11).eq(0));

const codes = pl.scanCSV(file, { inferSchemaLength: 0, quoteChar: '"' }).select(code).collectSync();
const conforming = codes.lazy().filter(isRight).select(pl.len().alias('n')).collectSync().getColumn('n').toArray()[0];
const groups = codes
  .lazy()
  .filter(code.str.lengths().eq(18).and(isSomething))
  .groupBy('统一社会信用代码')
  .agg(pl.len().alias('times'))
  .filter(pl.col('times').gt(1))
  .collectSync();
const excess = groups
  .getColumn('times')
  .toArray()
  .reduce((total, times) => total + Number(times) - 1, 0);
const counts = { records: codes.height, conforming: Number(conforming), duplicateCodes: groups.height, excess };
process.stdout.write(`${JSON.stringify(counts)}\n`);
