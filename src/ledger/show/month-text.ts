import { assess } from '../../check/assess/target.ts';
import { createRate } from '../../check/rates.ts';
import { ledgerMessagesFor } from '../../messages/ledger/index.ts';
import { escapeControls } from '../../write/escape-controls.ts';
import { formatShare } from '../../write/numbers.ts';
import type { Style } from '../../write/style.ts';
import type { MonthFigures, Question } from '../figures.ts';
import { countPoints } from '../licences/licence-figures.ts';
import type { MonthSummary } from '../record-month.ts';
import { assessedRate, showCompliance, showRate, showUnit } from './words.ts';

const mostQuestions = 12;

/** What is doubtful about a month, in words. */
function describeQuestion(question: Question, lang: 'zh' | 'en'): string {
  const { questions } = ledgerMessagesFor(lang);
  switch (question.code) {
    case 'period-recorded':
      return questions['period-recorded'](question);
    case 'period-out-of-order':
      return questions['period-out-of-order'](question);
    case 'definition-changed':
      return questions['definition-changed'](question);
    case 'rules-changed':
      return questions['rules-changed'];
    case 'shrunk': {
      const name = escapeControls(question.what === 'unit' ? showUnit(question.name, lang) : question.name);
      return questions[`shrunk-${question.what}`]({ ...question, name });
    }
  }
}

/** What is doubtful about a month, a line each; of very many units the worst. */
export function listQuestions(questions: Question[], lang: 'zh' | 'en'): string[] {
  const { status } = ledgerMessagesFor(lang);
  const shown = questions.slice(0, mostQuestions).map((question) => `? ${describeQuestion(question, lang)}`);
  const more = questions.length - shown.length;
  return more > 0 ? [...shown, `  ${status.more(more)}`] : shown;
}

/** What recording a month has come to, or would. */
export function renderMonth(summary: MonthSummary, lang: 'zh' | 'en', style: Style, isTrial: boolean): string {
  const messages = ledgerMessagesFor(lang);
  const title = isTrial ? messages.trial : summary.isReplaced ? messages.replaced : messages.recorded;
  return `${style.strong(title(summary.period))}\n${renderFigures(summary, lang, style)}`;
}

/** A month without its title: its rate, and what came of problems. */
export function renderFigures(summary: MonthSummary, lang: 'zh' | 'en', style: Style): string {
  const messages = ledgerMessagesFor(lang);
  const { counted, judged, met } = describeFigures(summary, lang);
  const lines = [`  ${counted}`, `  ${(met ? style.good : style.bad)(judged)}`];
  if (summary.isFiguresOnly) lines.push(`  ${messages.figuresOnly}`);
  else {
    const counts = [
      messages.opened(summary.opened),
      ...(summary.reappeared > 0 ? [style.bad(messages.reappeared(summary.reappeared))] : []),
      messages.closed(summary.closed),
      messages.openNow(summary.open),
    ];
    lines.push(`  ${counts.join(lang === 'zh' ? '，' : ', ')}`);
    if (summary.unitsMissing > 0) lines.push(`  ${style.bad(messages.unitsMissing(summary.unitsMissing))}`);
  }
  return `${lines.join('\n')}\n`;
}

/** What was counted in a month, and how that is judged, beside the month before. */
function describeFigures(
  { figures, previous }: Pick<MonthSummary, 'figures' | 'previous'>,
  lang: 'zh' | 'en',
): { counted: string; judged: string; met: boolean } {
  const messages = ledgerMessagesFor(lang);
  const before = previous === null ? null : showFigures(previous.figures);
  const rate = showFigures(figures);
  if ('compliant' in figures) {
    const met = figures.compliant === figures.records;
    const counted = messages.compliant({ ...figures, points: countPoints(figures) });
    return { counted, judged: messages.compliance({ rate, met, before }), met };
  }
  const met = isMet(figures);
  const judged = messages.rate({ rate, target: formatShare(figures.target), met, before });
  return { counted: messages.records(figures), judged, met };
}

function showFigures(figures: MonthSummary['figures']): string {
  if ('compliant' in figures) return showCompliance(createRate(figures.compliant, figures.records));
  return showRate(assessedRate(figures), figures.target);
}

/** Whether the rate is below the target, in whole numbers as far as the target is a share of a million. */
export function isMet(figures: Pick<MonthFigures, 'rates' | 'definition' | 'target'>): boolean {
  const { target } = figures;
  const scale = 10 ** 9;
  const share = { numerator: BigInt(Math.round(target * scale)), denominator: BigInt(scale), value: target };
  const rate = assessedRate(figures);
  return rate.value !== null && assess(rate, share).met;
}
