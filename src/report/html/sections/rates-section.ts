import type { RateDefinition } from '../../../check/report.ts';
import { type Html, html } from '../../../write/html/html.ts';
import { formatCount, formatNumerator, formatRate } from '../../../write/numbers.ts';
import { compareDefinitions, formatTarget, isCounted, isMet, nameVerdict } from '../../terminal/text-verdict.ts';
import type { WordedView } from '../view.ts';
import { makeSection, makeTable, makeVerdict } from './section.ts';

/** Every rate against the target, and whether the choice of definition decides. */
export function renderRates({ report, lang, words, shared }: WordedView): Html {
  const headings = words.rateHeadings;
  const head = html`<tr><th scope="col">${headings.definition}</th><th scope="col" class="number">${headings.numerator}</th><th scope="col" class="number">${headings.denominator}</th><th scope="col" class="number">${headings.rate}</th><th scope="col">${headings.verdict}</th></tr>`;
  const rows = (Object.keys(shared.definitions) as RateDefinition[]).map((definition) => {
    const rate = report.rates[definition];
    const verdict = nameVerdict(report, definition, shared);
    const judges = definition === report.target.definition;
    return html`<tr class="${judges ? 'is-chosen' : ''}"><th scope="row">${shared.definitions[definition]}${lang === 'zh' ? null : html` <code>${definition}</code>`}${judges ? html` <span class="tag">${words.judges}</span>` : null}</th><td class="number">${formatNumerator(rate)}</td><td class="number">${formatCount(rate.denominator)}</td><td class="number">${formatRate(rate, report.target.value)}</td><td>${isCounted(report, definition) ? makeVerdict(isMet(report, definition), verdict) : verdict}</td></tr>`;
  });
  const sentence = html`<p class="sentence">${compareDefinitions(report, shared, lang === 'zh' ? (each) => shared.quote(shared.definitions[each]) : undefined)}</p>`;
  return makeSection('rates', shared.rates(formatTarget(report)), [
    sentence,
    makeTable(words.rates, 'plain', head, rows),
  ]);
}
