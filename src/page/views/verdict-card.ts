import { validate } from '../../code/validate.ts';
import type { Parts, Repair, Verdict } from '../../code/verdict.ts';
import { elementMessagesFor } from '../../messages/element/index.ts';
import { pageMessagesFor } from '../../messages/page/index.ts';
import { explain, messagesFor } from '../../messages/verdict/index.ts';
import type { Language } from '../../messages/voice.ts';
import { regions } from '../../regions/index.ts';
import { findChange } from '../../repair/find-change.ts';
import { repair } from '../../repair/repair.ts';
import { makeSegments } from '../../report/html/client/code-element.ts';
import { markDifferences, markPosition } from '../../report/html/marks.ts';
import { make, makeButton } from '../make.ts';
import type { RegistryFacts } from '../registry/ask.ts';
import { renderFacts } from './registry-view.ts';

const mostSuggestions = 3;

/**
 * One verdict: what was entered, whether it conforms, why not, its parts, and what it might have to be.
 *
 * @param facts what a registry said of it; null: none was asked
 */
export function renderVerdictCard(
  code: string,
  lang: Language,
  facts: RegistryFacts | null,
): { element: HTMLElement; conforms: boolean } {
  const verdict = validate(code, { regions });
  const conforms = verdict.partition === 'conforming';
  const messages = messagesFor(lang);
  const repairs = conforms ? [] : repair(code, { regions });
  const tone = conforms ? 'is-met' : verdict.partition === 'unconverted' ? 'is-open' : 'is-missed';
  const element = make(
    'li',
    { class: `verdict-card ${tone}` },
    make(
      'p',
      { class: 'code-line' },
      markCode(verdict, repairs[0]),
      ' ',
      make(
        'span',
        { class: 'code-verdict' },
        make('span', { 'aria-hidden': 'true' }, conforms ? '✓ ' : '✕ '),
        messages.partitions[verdict.partition],
      ),
    ),
    facts === null ? null : renderFacts(facts, lang),
    ...makeReasons(verdict, repairs[0]?.value, lang),
    ...makeSuggestions(repairs, verdict.normalized, lang),
    // Of a resident ID number the parts say nothing.
    verdict.parts === null || verdict.issues[0]?.code === 'identity-number' ? null : makeParts(verdict.parts, lang),
    ...verdict.notes.map((note) =>
      make('p', { class: 'note' }, `${pageMessagesFor(lang).codes.notes} ${messages.notes[note]}`),
    ),
  );
  return { element, conforms };
}

/** Where a suggestion is another edit than the check characters that the issues name, one line says all. */
function makeReasons({ issues, normalized }: Verdict, suggestion: string | undefined, lang: Language): HTMLElement[] {
  const [first] = issues;
  const isSaid = first !== undefined && findChange(first, normalized, suggestion) !== null;
  return (isSaid ? [first] : issues).map((issue) =>
    make('p', { class: 'reason' }, explain(issue, normalized, lang, suggestion)),
  );
}

/** The code in its parts, with what is wrong marked: what the best suggestion would change, else the first wrong position. */
function markCode({ normalized, input, issues }: Verdict, best: Repair | undefined): HTMLElement {
  const at = issues[0]?.at;
  if (normalized === '') return makeSegments([{ text: input, isMarked: false }]);
  if (best !== undefined) return makeSegments(markDifferences(normalized, best.value));
  return makeSegments(at === undefined ? [{ text: normalized, isMarked: false }] : markPosition(normalized, at));
}

function makeSuggestions(repairs: Repair[], normalized: string, lang: Language): HTMLElement[] {
  if (repairs.length === 0) return [];
  const words = pageMessagesFor(lang).codes;
  const items = repairs.slice(0, mostSuggestions).map(({ value, reason }) => {
    const copy = makeButton(words.copy, () => void take(), {
      class: 'action small',
      'aria-label': `${words.copy} ${value}`,
    });
    async function take(): Promise<void> {
      await navigator.clipboard.writeText(value);
      copy.textContent = words.copied;
    }
    return make(
      'li',
      {},
      makeSegments(markDifferences(value, normalized), 'ins'),
      ' ',
      make('span', { class: 'hint' }, messagesFor(lang).repairs[reason]),
      ' ',
      copy,
    );
  });
  return [make('p', { class: 'suggestions-title' }, words.suggestions), make('ul', { class: 'suggestions' }, ...items)];
}

function makeParts(parts: Parts, lang: Language): HTMLElement {
  const words = elementMessagesFor(lang);
  const rows: [string, string, string | null][] = [
    [words.authority, parts.authority.code, parts.authority.name ?? words.unknown],
    [words.category, parts.category.code, parts.category.name ?? words.unknown],
    [words.region, parts.region.code, parts.region.name ?? words.unknown],
    [words.organizationCode, parts.organizationCode, null],
    [words.checkCharacter, parts.checkCharacter, null],
  ];
  return make(
    'dl',
    { class: 'code-parts' },
    ...rows.map(([label, code, name]) =>
      make('div', {}, make('dt', {}, label), make('dd', {}, make('code', {}, code), name === null ? null : ` ${name}`)),
    ),
  );
}
