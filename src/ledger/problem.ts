import type { IssueCode } from '../code/verdict.ts';
import type { LicenceRole } from '../engine/plan/headers/licence-headers.ts';
import type { LicenceRule } from '../licences/rules.ts';

/** Issues that are problems: `pilot-era` is a remark on a conforming code. */
export type CodeKind = Exclude<
  IssueCode,
  'pilot-era' | 'registration-number' | 'taxpayer-number' | 'organization-code'
>;

/** What is wrong with a registry's record; erroneous codes by their issue. */
export type RegistryKind = CodeKind | 'unconverted' | 'conflicting' | 'several-codes' | 'repeated' | 'other';
/** What is wrong with a cell of a table of licences or penalties: the rule that it breaks. */
export type LicenceKind = `licence-${LicenceRule}`;
/** What is wrong: with a registry's record, or with a cell of a table of licences. */
export type ProblemKind = RegistryKind | LicenceKind;

/**
 * The two rows of months that a ledger follows: exports of a registry, and tables of licences and penalties (双公示). Months of one
 * neither open, keep nor close problems of the other.
 */
export type Series = 'registry' | 'licences';

/**
 * Kinds that are one thing to correct, whichever of them it looks like this month:
 *
 *   code        the record's code is erroneous, missing or of the time before; it may be miswritten anew
 *   duplicate   a code on several records: 一码多赋, 重复记录
 *   several     one entity under several codes: 重复赋码
 *   other       what a list from above says in words of its own
 *   licence     a cell of a table of licences or penalties, whatever rule it breaks
 */
export type Family = 'code' | 'duplicate' | 'several' | 'other' | 'licence';

/** How a problem was closed: its entity has another, conforming code; entity and code are gone; it was accepted that the code stays. */
export type CloseReason = 'corrected' | 'removed' | 'kept';
/** Where a problem stands in the loop. */
export type Status = 'open' | 'answered' | 'closed' | 'exempt';

/** 数据操作标识位: 0 a new code is given, 1 the record is deleted, 2 the code stays. */
export type Flag = '0' | '1' | '2';

/** What a unit answered, after it was accepted. */
export interface Answer {
  flag: Flag;
  /** The new code, with flag 0. */
  code: string | null;
  note: string | null;
  /** Whether somebody outside the area is said to be involved, so that several may keep one code. */
  isOutside: boolean;
}

/** What a problem is about, as an export or a list shows it. ID numbers are masked in all texts. */
export interface Subject {
  kind: ProblemKind;
  /** What the column of licences or penalties holds; null: the problem is a registry's. */
  role: LicenceRole | null;
  /** As normalized; of licences and penalties the value of the cell, whatever the column holds. */
  code: string;
  /** What the code is compared by: the code, or its mask and a hash that tells it from others of that mask. */
  codeKey: string;
  /** As written. */
  name: string;
  /** What the name is compared by: as normalized. */
  nameKey: string;
  /** As written; `?` where none is known. */
  unit: string;
  unitKey: string;
  /** What joins the holders of one code (or the codes of one holder); null: the problem stands alone. */
  group: string | null;
  suggestion: string | null;
  /** In the words of a list from above, or what else is to be said: `row 17`. */
  text: string | null;
}

/** One thing to correct, followed over months. */
export interface Problem extends Subject {
  id: number;
  firstPeriod: string;
  lastPeriod: string;
  isFromCheck: boolean;
  isFromFeedback: boolean;
  /** `2026-11-30`. */
  due: string | null;
  answer: Answer | null;
  closedAs: CloseReason | null;
  closedPeriod: string | null;
  /** The code that the entity has now, where it was corrected. */
  newCode: string | null;
  /** Why it will not be corrected; null: it is in the loop. */
  exempt: string | null;
  /** Holders among whom a kept code was kept: another one makes it a new question. */
  keptAmong: string | null;
  /** In a city's ledger: the county's ledger and the number there. */
  origin: string | null;
  originNumber: string | null;
}

/** A problem before the ledger has given it its number. */
export type NewProblem = Omit<Problem, 'id'>;

/** A problem as it is opened in a month, with what is known from the start. */
export function startProblem(subject: Subject, period: string, known: Partial<NewProblem>): NewProblem {
  return {
    ...subject,
    firstPeriod: period,
    lastPeriod: period,
    isFromCheck: false,
    isFromFeedback: false,
    due: null,
    answer: null,
    closedAs: null,
    closedPeriod: null,
    newCode: null,
    exempt: null,
    keptAmong: null,
    origin: null,
    originNumber: null,
    ...known,
  };
}

/** What can happen to a problem. */
export type EventKind =
  | 'opened'
  | 'reappeared'
  | 'still-shown'
  | 'code-changed'
  | 'renamed'
  | 'unit-changed'
  | 'kind-changed'
  | 'unit-missing'
  | 'corrected'
  | 'removed'
  | 'kept'
  | 'feedback'
  | 'sent'
  | 'answered'
  | 'submitted'
  | 'exempt'
  | 'exempt-withdrawn'
  | 'merged';

/** One line of a problem's history. */
export interface LedgerEvent {
  /** `2026-11-28T19:10:00Z`, or a date alone where `--as-of` was given. */
  at: string;
  period: string;
  what: EventKind;
  /** What it changed from and to, where there is such. */
  from?: string;
  to?: string;
}

export function familyOf(kind: ProblemKind): Family {
  if (isLicenceKind(kind)) return 'licence';
  if (kind === 'conflicting' || kind === 'repeated') return 'duplicate';
  if (kind === 'several-codes') return 'several';
  return kind === 'other' ? 'other' : 'code';
}

export function statusOf({ exempt, closedAs, answer }: Pick<Problem, 'exempt' | 'closedAs' | 'answer'>): Status {
  if (exempt !== null) return 'exempt';
  if (closedAs !== null) return 'closed';
  return answer === null ? 'open' : 'answered';
}

export function isLicenceKind(kind: ProblemKind): kind is LicenceKind {
  return kind.startsWith('licence-');
}

/** The rule of licences and penalties that a kind stands for. */
export function ruleOf(kind: LicenceKind): LicenceRule {
  return kind.slice('licence-'.length) as LicenceRule;
}

/** `P-000123`. */
export function formatNumber(id: number): string {
  return `P-${String(id).padStart(6, '0')}`;
}

/** The number in `P-000123`, `p123` or `123`, in full-width digits too; null when it is none. */
export function parseNumber(text: string): number | null {
  const match = /^(?:P-?)?0*(\d{1,12})$/.exec(text.normalize('NFKC').replace(/\s+/g, '').toUpperCase());
  const id = Number(match?.[1]);
  return match !== null && id > 0 ? id : null;
}
