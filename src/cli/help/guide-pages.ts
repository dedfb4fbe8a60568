import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A page of the guide, as `uscc help TOPIC` names it. */
export interface GuidePage {
  topic: string;
  /** Its heading. */
  title: string;
}

/** All pages, in the order in which the README names them; those that it does not name come last. */
export function listPages(lang: 'zh' | 'en'): GuidePage[] {
  const readme = readFileSync(join(findRoot(), lang === 'zh' ? 'README.zh-CN.md' : 'README.md'), 'utf8');
  const positions = new Map<string, number>();
  for (const { 1: topic = '', index } of readme.matchAll(/^\| \[[a-z]+\]\(src\/guide\/..\/([a-z]+)\.md\)/gm)) {
    positions.set(topic, index);
  }
  const positionOf = (topic: string): number => positions.get(topic) ?? Number.POSITIVE_INFINITY;
  const names = readdirSync(findFolder(lang)).filter((name) => name.endsWith('.md'));
  return names
    .map((name) => ({
      topic: name.slice(0, -3),
      title: /^# (.*)$/m.exec(readPage(name.slice(0, -3), lang))?.[1]?.replaceAll('`', '') ?? '',
    }))
    .toSorted((a, b) => positionOf(a.topic) - positionOf(b.topic));
}

/** The text of a page, in Markdown. */
export function readPage(topic: string, lang: 'zh' | 'en'): string {
  return readFileSync(join(findFolder(lang), `${topic}.md`), 'utf8');
}

/** The guide lies in the package, beside what is compiled. */
function findFolder(lang: 'zh' | 'en'): string {
  return join(findRoot(), 'src', 'guide', lang);
}

function findRoot(): string {
  return dirname(createRequire(import.meta.url).resolve('uscc-toolkit/package.json'));
}
