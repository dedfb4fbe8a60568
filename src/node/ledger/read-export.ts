import type { LedgerExport } from '../../ledger/export-problems.ts';
import { isPeriod } from '../../ledger/periods.ts';
import { isLicenceKind, type ProblemKind } from '../../ledger/problem.ts';
import { licenceRoles } from '../../messages/licences/roles.ts';

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

/**
 * What `ledger export --format json` wrote; null when it is something else, since it came from somebody else. An earlier version
 * knew nothing of licences and penalties.
 */
export function readExport(value: unknown): LedgerExport | null {
  if (!isObject(value) || value.schema !== 'uscc-ledger-problems/1') return null;
  const { licences = [] } = value;
  const whole: Record<string, unknown> = { ...value, licences };
  return isExport(whole) ? whole : null;
}

function isExport(value: Record<string, unknown>): value is Record<string, unknown> & LedgerExport {
  const { ledger, periods, licences, problems } = value;
  return (
    isObject(ledger) &&
    isText(ledger.id) &&
    ledger.id !== '' &&
    isTextOrNull(ledger.organization) &&
    isList(isMonth)(periods) &&
    isList(isLicenceMonth)(licences) &&
    isList(isProblem)(problems)
  );
}

function isProblem(value: unknown): boolean {
  return (
    isObject(value) &&
    Object.entries(problemFields).every(([name, check]) => check(value[name])) &&
    isRoleOf(value.role ?? null, String(value.kind) as ProblemKind)
  );
}

/** Problems of licences and penalties name a column, others do not. */
function isRoleOf(role: unknown, kind: ProblemKind): boolean {
  return isLicenceKind(kind) ? String(role) in licenceRoles.en : role === null;
}

function isLicenceMonth(value: unknown): boolean {
  if (!isObject(value) || !isText(value.period) || !isPeriod(String(value.period)) || !isObject(value.figures))
    return false;
  const { records, compliant, units, files } = value.figures;
  const isCounted = Number.isSafeInteger(records) && Number.isSafeInteger(compliant);
  return isCounted && Array.isArray(units) && Array.isArray(files);
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
