import { existsSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const folder = new URL('../../src/messages/', import.meta.url);
const topics = readdirSync(folder).filter((name) => existsSync(new URL(`${name}/en.ts`, folder)));

/** What Chinese texts may hold of Latin letters: formats, names of files, standards, units, and words of computing without a translation. */
const latin = new Set(
  `AI API APNG AscII Apache ASCII Authorization Bearer BIFF BOM COPY POST CSV CPU Ctrl Esc DOCTYPE Elasticsearch Excel EOF ES ESM GB GBK GiB GZIP gzip HTML HTTP http https ID IPv ISO JSON JUnit kB KiB LibreOffice
   Markdown MB MD MHTML MiB Mi MIME MOD MySQL NDJSON NFKC Node npm ODS OpenDocument PDF Parquet PNG RAR SARIF SQL SQLite SVG SYLK TAB TiB TSV
   TXT UI Unicode URL UTC UTF WPS XLS XLSX XML Windows macOS Linux zip tar B M I O S V Z N A Y X s areacodes uscc USCC English CC gb
   x  AbortSignal rule column true false null source PowerShell agree ulimit chmod bash zsh fish powershell file Buffer Blob Readable URL File topic man
   reference kernel text json separate drop auto tab validate isValid newest oldest first last most zh install postgres duckdb FILE external literal conflicting all duplicates erroneous check digit with unconverted`.split(
    /\s+/,
  ),
);

/** A fact that stands for text, number, list and object alike, so that every text can be made of it. */
function createFact(word: string, count: number): unknown {
  const list = Array.from({ length: count }, () => word);
  const fact: unknown = new Proxy(list, {
    get(target, key) {
      if (key === Symbol.toPrimitive) return (hint: string) => (hint === 'number' ? count : word);
      if (key === 'toString' || key === 'toLocaleString') return () => word;
      if (key === 'then' || key === 'toJSON') return undefined;
      if (key === 'at') return fact;
      if (key in target || typeof key === 'symbol') return Reflect.get(target, key);
      if (key in String.prototype) return Reflect.get(String.prototype, key).bind(word);
      return fact;
    },
  });
  return fact;
}

/** Texts that are made of other texts, looked up by a fact: the tests of their topics have them. */
const looksUp = [
  '.explain',
  '.describe',
  '.skipped-lines',
  '.not-to-exempt',
  '.licence-columns-absent',
  '.reasons.check-fails',
  ...['code-registered', 'organization-code-taken', 'registration-number-converted', 'same-name', 'similar-name'].map(
    (kind) => `.evidence.${kind}`,
  ),
  '.evidence.erroneous-neighbour',
];

/** Every text of a topic, by its path; functions are called with facts. */
function* listTexts(value: unknown, path: string, fact: unknown): Generator<[path: string, text: string]> {
  if (typeof value === 'string') yield [path, value];
  else if (typeof value === 'function' && !looksUp.includes(path)) {
    let made: unknown;
    try {
      made = value(...Array.from({ length: Math.max(value.length, 1) }, () => fact));
    } catch (error) {
      // A text that looks a fact up in a table of its own has its cases in the tests of its topic.
      if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
      return;
    }
    yield* listTexts(made, `${path}()`, fact);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) yield* listTexts(each, `${path}.${key}`, fact);
  }
}

const facts = fc.record({ word: fc.constantFrom('甲', '〇〇', '12'), count: fc.integer({ min: 1, max: 40 }) });

describe.each(['zh', 'en'] as const)('every text in %s, of any facts', (lang) => {
  test.each(topics)('%s', async (topic) => {
    const { [lang]: texts } = (await import(new URL(`${topic}/${lang}.ts`, folder).href)) as Record<string, unknown>;
    fc.assert(
      fc.property(facts, ({ word, count }) => {
        for (const [path, text] of listTexts(texts, '', createFact(word, count))) {
          expect(text, path).not.toMatch(/undefined|\[object|NaN|\$\{|\$\d(?!\d)(?!.*)/);
          expect(text, path).not.toMatch(/[。，；：！？、]{2}|(?<!\.)\.\.(?!\.)|[?!,;:]{2}|[。！？]\.|\?\.(?!\*)/);
          if (lang === 'zh') expect(listLatin(text), path).toEqual([]);
        }
      }),
      { numRuns: 20 },
    );
  });
});

/** Latin words of a Chinese text that are neither known nor part of a command, a flag, a file name, a code or an example. */
function listLatin(text: string): string[] {
  const prose = text
    .replace(/^.*(?:\$ |USCC_|^ {2}).*$/gm, '')
    .replace(/\{\w+\}|uscc(?: [a-z]+)+|选项 \w+|在 (?:password|table) 中/g, '')
    .replace(/[\w./*#+-]*[-_.*+/][\w./*#+-]*|"[^"]*"|[A-Z0-9]{6,}|@\S+|\d\w+|\b[a-z]+[A-Z]\w*/g, '');
  return (prose.match(/[A-Za-z]+/g) ?? []).filter((word) => !latin.has(word));
}
