import { parse } from 'csv-parse/sync';
import { type GenerateOptions, resolveOptions, type TruthEntry } from '../../src/generate/options.ts';
import { generateRegistry } from '../../src/generate/registry.ts';

/** The bytes of a whole export, and what its truth file would say. */
export function generateAll(options: GenerateOptions): { bytes: Buffer; truth: TruthEntry[] } {
  const truth: TruthEntry[] = [];
  const bytes = Buffer.concat([...generateRegistry({ ...options, onTruth: (entry) => truth.push(entry) })]);
  return { bytes, truth };
}

/** Records of an export in UTF-8 as csv-parse reads them, header and blank rows left out. */
export function readRecords(text: string, delimiter = ','): string[][] {
  const records: string[][] = parse(text, {
    bom: true,
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
  return records.slice(1).filter((record) => record.some((cell) => cell !== ''));
}

export function generateRecords(options: GenerateOptions): { records: string[][]; truth: TruthEntry[] } {
  const { bytes, truth } = generateAll(options);
  const { shape } = resolveOptions(options);
  return { records: readRecords(bytes.toString('utf8'), shape === 'tab' ? '\t' : ','), truth };
}

/**
 * Both check characters, from the text of the standards alone: GB 32100 weights 3^(i−1) mod 31, GB 11714 weights
 * 3 7 9 10 5 8 4 2.
 */
export function isRightCode(code: string): boolean {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const wide = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return false;
  const sum = [...code.slice(0, 17)].reduce((total, each, index) => total + alphabet.indexOf(each) * 3 ** index, 0);
  const organization = [3, 7, 9, 10, 5, 8, 4, 2].reduce(
    (total, weight, index) => total + weight * wide.indexOf(code.charAt(8 + index)),
    0,
  );
  const check = 11 - (organization % 11);
  const organizationCheck = check === 10 ? 'X' : check === 11 ? '0' : String(check);
  return code.charAt(17) === alphabet.charAt((31 - (sum % 31)) % 31) && code.charAt(16) === organizationCheck;
}
