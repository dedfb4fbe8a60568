import { assess, parseTarget } from '../../check/assess/target.ts';
import type { AssessmentRow, RateDefinition, Report } from '../../check/report.ts';
import { type ReportMessages, reportMessagesFor, type VerdictFacts } from '../../messages/report/index.ts';
import { escapeControls } from '../../write/escape-controls.ts';
import { formatCount, formatNumerator, formatRate, formatShare } from '../../write/numbers.ts';
import type { Style } from '../../write/style.ts';
import { alignColumns } from '../../write/table.ts';
import { explainProblemSum } from '../problem-sum.ts';
import type { Summary } from './summary.ts';

/** The verdict in one line, and the numbers behind it in a second. */
export function stateVerdict({ report, lang, style }: Summary): string[] {
  const messages = reportMessagesFor(lang);
  const { target, rates } = report;
  const chosen = report.assessments.filter((assessment) => assessment.chosen);
  const sum = explainProblemSum(report, lang);
  if (chosen.length > 0) return [stateChosen(chosen, messages, style), ...stateTarget(report, messages), ...sum];
  if (rates[target.definition].denominator === 0) return [style.bad(style.strong(messages.noCodes))];
  const facts = describeVerdict(report, messages);
  return target.met
    ? [style.good(style.strong(messages.met(facts))), messages.metDetail(facts), ...sum]
    : [style.bad(style.strong(messages.missed(facts))), messages.missedDetail(facts), ...sum];
}

/** The verdict of the plans that were named. */
function stateChosen(chosen: AssessmentRow[], messages: ReportMessages, style: Style): string {
  const missed = chosen.filter(({ met }) => !met);
  const met = missed.length === 0;
  const text = messages.assessed(
    met,
    messages.list(
      (met ? chosen : missed).map(({ title, name }) => messages.quote(escapeControls(title === '' ? name : title))),
    ),
  );
  return (met ? style.good : style.bad)(style.strong(text));
}

/** The target when plans decide: no verdict of this run. */
function stateTarget(report: Report, messages: ReportMessages): string[] {
  if (report.rates[report.target.definition].denominator === 0) return [messages.noCodes];
  const facts = describeVerdict(report, messages);
  const detail = report.target.met ? messages.metDetail(facts) : messages.missedDetail(facts);
  return [messages.besideTarget(formatTarget(report)) + detail];
}

/** Every rate against the target, and in a plain sentence whether the choice of definition decides. */
export function listRates({ report, lang, style }: Summary): string[] {
  const messages = reportMessagesFor(lang);
  const definitions = Object.keys(messages.definitions) as RateDefinition[];
  const rows = definitions.map((definition) => {
    const rate = report.rates[definition];
    return [
      definition === report.target.definition ? '>' : ' ',
      definition,
      messages.definitions[definition],
      `${formatNumerator(rate)} / ${formatCount(rate.denominator)}`,
      formatRate(rate, report.target.value),
      styleVerdict(report, definition, style)(nameVerdict(report, definition, messages)),
    ];
  });
  return [
    style.strong(messages.rates(formatTarget(report))),
    ...alignColumns(rows, ['left', 'left', 'left', 'right', 'right', 'left'], ''),
    `  ${compareDefinitions(report, messages)}`,
  ];
}

/** Whether the choice of definition decides, in a plain sentence; `name` says how a definition is called in it. */
export function compareDefinitions(
  report: Report,
  messages: ReportMessages,
  name: (definition: RateDefinition) => string = (definition) => definition,
): string {
  const all = Object.keys(messages.definitions) as RateDefinition[];
  const definitions = all.filter((definition) => isCounted(report, definition));
  const within = definitions.filter((definition) => isMet(report, definition));
  const beyond = definitions.filter((definition) => !within.includes(definition));
  if (within.length === 0 || beyond.length === 0) return messages.allAgree(beyond.length === 0);
  return messages.disagree(
    messages.list(within.map(name)),
    messages.list(beyond.map(name)),
    name(report.target.definition),
  );
}

/** Whether the rate of one definition is within the report's target. */
export function isMet(report: Report, definition: RateDefinition): boolean {
  return assess(report.rates[definition], parseTarget(String(report.target.value))).met;
}

/** Whether a rate was counted; that by assignments is only where somebody asks for it. */
export function isCounted({ rates, target, duplicates }: Report, definition: RateDefinition): boolean {
  return rates[definition].numerator !== null || duplicates.unnamed.codes > 0 || definition === target.definition;
}

/** What one definition says of the target, in a word. */
export function nameVerdict(report: Report, definition: RateDefinition, messages: ReportMessages): string {
  if (!isCounted(report, definition)) return messages.notCounted;
  return isMet(report, definition) ? messages.within : messages.beyond;
}

function styleVerdict(report: Report, definition: RateDefinition, style: Style): (text: string) => string {
  if (!isCounted(report, definition)) return style.faint;
  return isMet(report, definition) ? style.good : style.bad;
}

/** What the sentences of the verdict are filled with. */
export function describeVerdict({ rates, target, duplicates }: Report, messages: ReportMessages): VerdictFacts {
  const rate = rates[target.definition];
  return {
    rate: formatRate(rate, target.value),
    target: formatShare(target.value),
    isZero: target.value === 0,
    numerator: formatNumerator(rate),
    denominator: formatCount(rate.denominator),
    allowed: formatCount(target.allowed),
    excess: formatCount(target.excess),
    definition: messages.definitions[target.definition],
    isOpen: rate.numerator === null,
    unnamed: duplicates.unnamed.codes > 0 ? formatCount(duplicates.unnamed.codes) : null,
  };
}

/** The target as it stands in headings: `< 0.01%`. */
export function formatTarget({ target }: Report): string {
  return target.value === 0 ? '0' : `< ${formatShare(target.value)}`;
}
