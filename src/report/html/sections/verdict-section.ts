import type { AssessmentRow } from '../../../check/report.ts';
import { messagesFor } from '../../../messages/verdict/index.ts';
import { type Html, html } from '../../../write/html/html.ts';
import { formatCount, formatRate, formatShare } from '../../../write/numbers.ts';
import { explainProblemSum } from '../../problem-sum.ts';
import { describeVerdict } from '../../terminal/text-verdict.ts';
import { drawStack } from '../bars.ts';
import type { WordedView } from '../view.ts';
import { makeSection } from './section.ts';

/** The answer, as large as it deserves, with the numbers it rests on. */
export function renderVerdictSection({ report, lang, words, shared }: WordedView): Html {
  const { target, rates } = report;
  const rate = rates[target.definition];
  const facts = describeVerdict(report, shared);
  const hasCodes = rate.denominator > 0;
  const chosen = report.assessments.filter((assessment) => assessment.chosen);
  const met = chosen.length > 0 ? chosen.every((assessment) => assessment.met) : target.met;
  const detail = !hasCodes ? shared.noCodes : target.met ? shared.metDetail(facts) : shared.missedDetail(facts);
  const figures: [string, string, string][] = [
    [words.problems, facts.numerator, ''],
    [words.codes, facts.denominator, ''],
    [words.allowed, facts.allowed, ''],
    [words.excess, facts.excess, target.excess > 0 ? 'is-missed' : ''],
  ];
  return html`<section id="verdict" class="answer ${met ? 'is-met' : 'is-missed'}" aria-labelledby="verdict-title">
<div class="answer-main"><h2 id="verdict-title"><span class="stamp"><span aria-hidden="true">${met ? '✓' : '✕'}</span> ${met ? words.met : words.missed}</span></h2>
<p class="figure"><span class="figure-label">${words.rate}</span> <strong>${hasCodes ? facts.rate : words.nothing}</strong> <span class="figure-target">${words.target(formatShare(target.value), facts.isZero)}</span></p></div>
<dl class="answer-facts">${figures.map(([label, value, tone]) => html`<div class="${tone}"><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
<p class="answer-detail">${stateChosen(chosen, met, shared)}${detail}${explainProblemSum(report, lang).map((line) => html`<br>${line}`)}</p>
</section>\n`;
}

/** The plans that decide, when any were named: those missed, or all when none is. */
function stateChosen(chosen: AssessmentRow[], met: boolean, shared: WordedView['shared']): Html | null {
  if (chosen.length === 0) return null;
  const titles = chosen.filter((assessment) => met || !assessment.met).map(({ title }) => title);
  return html`<strong>${shared.assessed(met, shared.list(titles))}</strong><br>`;
}

/** Where all the records are. */
export function renderCounts({ report, lang, words, shared }: WordedView): Html {
  const { counts, records, duplicates } = report;
  const partitions = (['conforming', 'erroneous', 'unconverted', 'missing'] as const).map((partition) => ({
    tone: partition,
    value: counts[partition],
    name: messagesFor(lang).partitions[partition],
    hint: words.partitionHints[partition],
  }));
  const items = partitions.map(
    ({ tone, value, name, hint }) =>
      html`<div><dt><span class="swatch ${tone}" aria-hidden="true"></span>${name}</dt><dd>${formatCount(value)} <small>${formatRate({ numerator: value, denominator: records }, undefined, 2)}</small></dd><dd class="hint">${hint}</dd></div>`,
  );
  const duplicateHint =
    duplicates.codes === 0
      ? shared.none
      : shared.duplicateCounts({
          codes: formatCount(duplicates.codes),
          records: formatCount(duplicates.records),
          excess: formatCount(duplicates.excess),
        });
  const { notApplicable = 0 } = report;
  const persons = notApplicable > 0 ? ` · ${shared.notApplicable} ${formatCount(notApplicable)}` : '';
  const blank = report.blankRows > 0 ? ` · ${shared.blankRows} ${formatCount(report.blankRows)}` : '';
  return makeSection(
    'counts',
    words.counts,
    html`<p class="total">${words.records} <strong>${formatCount(records)}</strong>${persons}${blank}</p>${drawStack(partitions)}<dl class="figures">${items}<div><dt>${words.duplicateRecords}</dt><dd>${formatCount(duplicates.codes)}</dd><dd class="hint">${duplicateHint}</dd></div></dl>`,
  );
}
