import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8');

/** The README and the pages of the guide in one language, by path from the root of the package. */
export function listManual(lang: 'en' | 'zh'): string[] {
  const pages = readdirSync(`${root}src/guide/${lang}`).filter((name) => name.endsWith('.md'));
  return [lang === 'en' ? 'README.md' : 'README.zh-CN.md', ...pages.map((name) => `src/guide/${lang}/${name}`)];
}

/** A page without its blocks of code. */
export function readProse(path: string): string {
  return read(path).replace(/^( *)```[\s\S]*?^\1```$/gm, '');
}

/** Anchors of the headings of a page, as GitHub makes them. */
export function listAnchors(path: string): string[] {
  return [...readProse(path).matchAll(/^#{1,4} (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
