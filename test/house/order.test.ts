import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** The order of rooms: a file imports only from its own room and from those before it. */
const rooms = [
  ...['code', 'repair', 'regions', 'messages', 'tables', 'engine', 'write', 'suspects', 'check', 'report', 'clean'],
  ...['licences', 'ledger', 'warehouse', 'serve', 'generate', 'form', 'element', 'page', 'node', 'cli'],
];

/** Faces of the package, which no file of a room imports. */
const faces = ['index.ts'];

const root = fileURLToPath(new URL('../../src/', import.meta.url));
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .sort();
const sources = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
/** `import … from`, `export … from`, `import()` and `import type`: types count as anything else does. */
const importPattern = /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)'([^']+)'/g;

function listImports(file: string): string[] {
  return [...(sources.get(file) ?? '').matchAll(importPattern)].map(([, to = '']) => to);
}

/** Files of src that a file imports; in assembly/ they are named without `.ts`. */
function listFiles(file: string): string[] {
  return listImports(file).flatMap((to) => {
    const path = relative(root, resolve(dirname(join(root, file)), to));
    return to.startsWith('.') ? [path, `${path}.ts`].filter((each) => sources.has(each)) : [];
  });
}

function roomOf(file: string): string {
  return file.split('/')[0] ?? '';
}

/** Groups of files that import one another, directly or through others (Tarjan's strongly connected components). */
function findCircles(): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    low.set(file, order.size - 1);
    stack.push(file);
    for (const next of listFiles(file)) {
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) low.set(file, Math.min(low.get(file) ?? 0, low.get(next) ?? 0));
    }
    if (low.get(file) !== order.get(file)) return;
    const circle = stack.splice(stack.indexOf(file));
    if (circle.length > 1) circles.push(circle.sort());
  };
  for (const file of files) if (!order.has(file)) visit(file);
  return circles;
}

describe('the order of rooms', () => {
  it('knows every room', () => {
    expect(files.map(roomOf).filter((room) => !rooms.includes(room) && !faces.includes(room))).toEqual([]);
  });

  it('is held by every import, types included', () => {
    const against = files
      .filter((file) => !faces.includes(file))
      .flatMap((file) =>
        listFiles(file)
          .filter((to) => rooms.indexOf(roomOf(to)) > rooms.indexOf(roomOf(file)) || faces.includes(to))
          .map((to) => `${file} > ${to}`),
      );
    expect(against).toEqual([]);
  });

  it('leaves no circle of files', () => {
    expect(findCircles()).toEqual([]);
  });

  it('keeps Node out of every room before src/node', () => {
    const pure = files.filter((file) => rooms.indexOf(roomOf(file)) < rooms.indexOf('node'));
    expect(
      pure.flatMap((file) =>
        listImports(file)
          .filter((to) => to.startsWith('node:'))
          .map((to) => `${file}: ${to}`),
      ),
    ).toEqual([]);
  });
});
