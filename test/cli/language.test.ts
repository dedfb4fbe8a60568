import { expect, test } from 'vitest';
import { detectLanguage } from '../../src/cli/language.ts';

test.each([
  [['validate', 'x', '--lang', 'en'], { LANG: 'zh_CN.UTF-8' }, 'en'],
  [['--lang=zh', 'check'], { LANG: 'en_US.UTF-8' }, 'zh'],
  [['--lang', 'en', '--lang', 'zh'], {}, 'zh'],
  [['validate', '--', '--lang', 'en'], {}, 'zh'],
  [['--lang', 'fr'], { LANG: 'en_GB' }, 'en'],
  [[], { LANG: 'en_US.UTF-8' }, 'en'],
  [[], { LANG: 'zh_TW.UTF-8' }, 'zh'],
  [[], { LC_ALL: 'zh_CN', LC_MESSAGES: 'en_US', LANG: 'en_US' }, 'zh'],
  [[], { LC_ALL: '', LC_MESSAGES: 'en_US', LANG: 'zh_CN' }, 'en'],
  [[], { LC_ALL: 'C.UTF-8' }, 'zh'],
  [[], { LANG: 'POSIX' }, 'zh'],
  [[], {}, 'zh'],
])('%j %j: %s', (args, environment, expected) =>
  expect(detectLanguage(args, environment, undefined, 'linux')).toBe(expected),
);
