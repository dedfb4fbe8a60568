import { cliMessagesFor } from '../../messages/cli/index.ts';
import { dedupMessagesFor } from '../../messages/dedup/index.ts';
import { diffMessagesFor } from '../../messages/diff/index.ts';
import { fixMessagesFor } from '../../messages/fix/index.ts';
import { helpMessagesFor } from '../../messages/help/index.ts';
import { inspectMessagesFor } from '../../messages/inspect/index.ts';
import { ledgerHelpFor } from '../../messages/ledger-help/index.ts';
import { licenceMessagesFor } from '../../messages/licences/index.ts';
import { matchMessagesFor } from '../../messages/match/index.ts';
import { pageCommandMessagesFor } from '../../messages/page-command/index.ts';
import { serveMessagesFor } from '../../messages/serve/index.ts';
import { sqlMessagesFor } from '../../messages/sql/index.ts';
import { toolMessagesFor } from '../../messages/tool/index.ts';
import type { RunCommand } from './commands.ts';

/** What is said of a command beside its flags. */
export interface CommandHelp {
  /** What follows the name: `[options] <file...>`. */
  usage: string;
  summary: string;
  /** Examples, and what else a user must know. */
  footer: string;
  /** Spelled as the parser takes them: `<file...>`, `[code...]`. */
  arguments: Record<string, string>;
}

type Describe = (lang: 'zh' | 'en') => CommandHelp;

/** One line a command, in the order of {@link RUN_COMMANDS}. */
export const COMMAND_HELP: Record<RunCommand, Describe> = {
  check: (lang) => describe(cliMessagesFor(lang).help.check, { '<file...>': 'files' }),
  validate: (lang) => describe(cliMessagesFor(lang).help.validate, { '[code...]': 'codes' }),
  inspect: (lang) => describe(withExitCodes(inspectMessagesFor(lang).help, lang), { '<file...>': 'files' }),
  fix: (lang) => describe(withExitCodes(fixMessagesFor(lang).help, lang), { '<file>': 'file' }),
  dedup: (lang) => describe(withExitCodes(dedupMessagesFor(lang).help, lang), { '<file...>': 'files' }),
  match: (lang) => describe(withExitCodes(matchMessagesFor(lang).help, lang), { '<file...>': 'files' }),
  diff: (lang) => describe(withExitCodes(diffMessagesFor(lang).help, lang), { '<old>': 'old', '<new>': 'new' }),
  licences: (lang) => describe(licenceMessagesFor(lang), { '<file...>': 'files' }),
  sql: (lang) => describe(withExitCodes(sqlMessagesFor(lang).help, lang), {}),
  'ledger record': (lang) => describe(withExitCodes(ledgerHelpFor(lang).record, lang), { '<export...>': 'exports' }),
  'ledger feedback': (lang) => describe(withExitCodes(ledgerHelpFor(lang).feedback, lang), { '<list...>': 'lists' }),
  'ledger send': (lang) => describe(withExitCodes(ledgerHelpFor(lang).send, lang), {}),
  'ledger collect': (lang) => describe(ledgerHelpFor(lang).collect, { '<returned...>': 'returned' }),
  'ledger submit': (lang) => describe(ledgerHelpFor(lang).submit, {}),
  'ledger status': (lang) => describe(withExitCodes(ledgerHelpFor(lang).status, lang), {}),
  'ledger show': (lang) => describe(withExitCodes(ledgerHelpFor(lang).show, lang), { '<number...>': 'numbers' }),
  'ledger exempt': (lang) => describe(withExitCodes(ledgerHelpFor(lang).exempt, lang), { '<number...>': 'numbers' }),
  'ledger export': (lang) => describe(withExitCodes(ledgerHelpFor(lang).export, lang), {}),
  'ledger merge': (lang) => describe(withExitCodes(ledgerHelpFor(lang).merge, lang), { '<county...>': 'counties' }),
  'ledger check': (lang) => describe(ledgerHelpFor(lang).check, {}),
  serve: (lang) => describe(withExitCodes(serveMessagesFor(lang).help, lang), {}),
  page: (lang) => describe(withExitCodes(pageCommandMessagesFor(lang).help, lang), {}),
  generate: (lang) => describe(withExitCodes(toolMessagesFor(lang).generate, lang), {}),
  bench: (lang) => describe(withExitCodes(toolMessagesFor(lang).bench, lang), {}),
  help: (lang) => describe(helpMessagesFor(lang).help, { '[topic]': 'topic' }),
  complete: (lang) => describe(helpMessagesFor(lang).complete, { '<shell>': 'shell' }),
};

type HelpTexts = Record<'usage' | 'summary' | 'footer', string>;

/** `spellings`: which text describes which argument. */
function describe<Texts extends HelpTexts>(
  texts: Texts,
  spellings: Record<string, Exclude<keyof Texts, keyof HelpTexts>>,
): CommandHelp {
  const { usage, summary, footer } = texts;
  const described = Object.entries(spellings).map(([spelling, key]) => [spelling, String(texts[key])]);
  return { usage, summary, footer, arguments: Object.fromEntries(described) };
}

/** Of a command that judges nothing. */
function withExitCodes<Texts extends HelpTexts>(texts: Texts, lang: 'zh' | 'en'): Texts {
  return { ...texts, footer: `${texts.footer}\n${cliMessagesFor(lang).help.exitCodes}` };
}
