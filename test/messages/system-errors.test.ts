import { describe, expect, test } from 'vitest';
import { describeRefusal } from '../../src/messages/refusal/index.ts';
import type { Face, Language } from '../../src/messages/voice.ts';

/** What people meet on disks, network shares and folders of others. */
const codes = [
  ...[
    'ENOENT',
    'EACCES',
    'EPERM',
    'EISDIR',
    'ENOTDIR',
    'EMFILE',
    'ENFILE',
    'ENOSPC',
    'EDQUOT',
    'EROFS',
    'EBUSY',
    'EIO',
  ],
  ...['ENAMETOOLONG', 'ELOOP', 'ENOMEM', 'EFBIG', 'ETIMEDOUT', 'ENOTCONN', 'ECONNRESET', 'EHOSTDOWN', 'ESTALE'],
];

describe.each(codes)('%s', (reason) => {
  test.each(['cannot-read', 'cannot-write'] as const)('%s says in words what it is and what to do', (kind) => {
    for (const lang of ['zh', 'en'] satisfies Language[]) {
      for (const face of ['command', 'page', 'library'] satisfies Face[]) {
        const text = describeRefusal({ kind, file: 'a.csv', reason }, { lang, face });
        expect(text).not.toContain(reason);
        // What it is, then what to do: two sentences.
        expect(text).toMatch(lang === 'en' ? /^a\.csv: .+\)\. [A-Z].+[.]$/ : /^a\.csv：.+）。请.+。$/);
      }
    }
  });
});

test('an error that is not known stands as it is', () => {
  const refusal = { kind: 'cannot-read', file: 'a.csv', reason: 'EODD' } as const;
  expect(describeRefusal(refusal, { lang: 'en', face: 'command' })).toBe('a.csv: cannot be read (EODD).');
});

test('a dash is named as what it stands for', () => {
  const facts = { file: '-', reason: 'EIO' };
  expect(describeRefusal({ kind: 'cannot-read', ...facts }, { lang: 'en', face: 'command' })).toMatch(
    /^standard input/,
  );
  expect(describeRefusal({ kind: 'cannot-write', ...facts }, { lang: 'zh', face: 'command' })).toMatch(/^标准输出/);
});
