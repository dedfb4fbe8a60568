import { ledgerMessagesFor } from '../../messages/ledger/index.ts';
import { ledgerFormMessagesFor } from '../../messages/ledger-form/index.ts';
import { licenceMessagesFor } from '../../messages/licences/index.ts';
import { isLicenceKind, type Problem, ruleOf } from '../problem.ts';
import type { ReturnRow } from './return-rows.ts';
import type { FormRole } from './returned-sheet.ts';

/** Columns of a form; those of {@link FormRole}, and the counterpart. */
export type FormColumn = FormRole | 'counterpart';

/** What the cells of a row say; columns that are absent stay as they are. */
export type FormCells = Partial<Record<FormColumn, string>>;

/** A problem that goes out to its unit: what is known, nothing of what is to be answered. */
export function describeProblem({ problem, number, counterparts }: ReturnRow, lang: 'zh' | 'en'): FormCells {
  return {
    number,
    name: problem.name,
    code: problem.code,
    kind: describeKind(problem, lang),
    counterpart: describeCounterparts(problem, counterparts, lang),
    suggestion: problem.suggestion ?? '',
    unit: problem.unit === '?' ? '' : problem.unit,
  };
}

/** An answered problem on its way to the centre; `whole` has what the ledger keeps masked. */
export function describeAnswer(row: ReturnRow, whole: { code: string; name: string }, lang: 'zh' | 'en'): FormCells {
  const { answer } = row.problem;
  return {
    ...describeProblem(row, lang),
    ...whole,
    flag: answer?.flag ?? '',
    newCode: answer?.code ?? '',
    note: answer?.note ?? '',
  };
}

/** What is wrong, in the words of the list from above where there are such. */
export function describeKind(
  { kind, role, text, nameKey }: Pick<Problem, 'kind' | 'role' | 'text' | 'nameKey'>,
  lang: 'zh' | 'en',
): string {
  const { kinds, licenceKind } = ledgerMessagesFor(lang);
  if (isLicenceKind(kind)) {
    const { rules, roles } = licenceMessagesFor(lang);
    return licenceKind({ rule: rules[ruleOf(kind)], column: roles[role ?? 'code'] });
  }
  if (text === null) return kinds[kind];
  const isPlace = text.startsWith('#') && nameKey !== '';
  if (kind === 'other') return text;
  return isPlace ? `${kinds[kind]} (${text})` : `${kinds[kind]}${lang === 'zh' ? '：' : ': '}${text}`;
}

function describeCounterparts({ kind }: Problem, counterparts: Problem[], lang: 'zh' | 'en'): string {
  const { counterpart } = ledgerFormMessagesFor(lang);
  const { unknownUnit } = ledgerMessagesFor(lang);
  return counterparts
    .map(({ name, unit, code }) =>
      counterpart({ name, unit: unit === '?' ? unknownUnit : unit, code: kind === 'several-codes' ? code : null }),
    )
    .join('\n');
}
