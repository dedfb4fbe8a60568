import type { LedgerExport } from '../../ledger/export-problems.ts';
import { isPeriod } from '../../ledger/periods.ts';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isTextOrNull: Check = (value) => value === null || isText(value);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isAnswer: Check = (value) =>
  value === null || (isObject(value) && /^[012]$/.test(String(value.flag)) && isTextOrNull(value.code));
const isEvent: Check = (value) => isObject(value) && isText(value.at) && isText(value.period) && isText(value.what);
const isList =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

const problemFields: Record<string, Check> = {
  number: isText,
  kind: isText,
  code: isText,
  name: isText,
  unit: isText,
  group: isTextOrNull,
  source: isList(isText),
  firstPeriod: isText,
  lastPeriod: isText,
  due: isTextOrNull,
  answer: isAnswer,
  closedAs: (value) => value === null || ['corrected', 'removed', 'kept'].includes(String(value)),
  closedPeriod: isTextOrNull,
  newCode: isTextOrNull,
  suggestion: isTextOrNull,
  text: isTextOrNull,
  exempt: isTextOrNull,
  events: isList(isEvent),
};

/** Whether a value is what `ledger export --format json` writes: it came from somebody else. */
export function isLedgerExport(value: unknown): value is LedgerExport {
  if (!isObject(value) || value.schema !== 'uscc-ledger-problems/1') return false;
  const { ledger, periods, problems } = value;
  if (!isObject(ledger) || !isText(ledger.id) || ledger.id === '' || !isTextOrNull(ledger.organization)) return false;
  return isList(isMonth)(periods) && isList(isProblem)(problems);
}

function isProblem(value: unknown): boolean {
  return isObject(value) && Object.entries(problemFields).every(([name, check]) => check(value[name]));
}

function isMonth(value: unknown): boolean {
  if (!isObject(value) || !isText(value.period) || !isPeriod(String(value.period)) || !isObject(value.figures))
    return false;
  const { records, codes, rates, units, files, counts } = value.figures;
  return (
    Number.isSafeInteger(records) &&
    Number.isSafeInteger(codes) &&
    isObject(rates) &&
    isObject(counts) &&
    Array.isArray(units) &&
    Array.isArray(files)
  );
}
