import { LANGUAGES } from '../language.ts';
import type { Flag } from './flag.ts';

/** What every command takes. */
export const GENERAL: readonly Flag[] = [
  {
    name: 'lang',
    commands: [],
    type: 'choice',
    choices: LANGUAGES,
    placeholder: 'language',
    help: { zh: '文字的语言，默认按系统区域，否则 zh', en: 'language of texts, by default from the locale, else zh' },
  },
  {
    name: 'config',
    commands: [],
    type: 'file',
    lineOnly: true,
    help: {
      zh: '设置文件（默认为当前文件夹的 uscc.json）',
      en: 'file of settings (default: uscc.json in the current folder)',
    },
    guide: {
      zh: '[设置文件](config.md)；默认为当前文件夹的 `uscc.json`，没有就不用',
      en: '[file of settings](config.md); by default `uscc.json` in the current folder, if there is one',
    },
  },
];
