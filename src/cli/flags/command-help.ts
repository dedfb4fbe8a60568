import { cliMessagesFor } from '../../messages/cli/index.ts';
import { helpMessagesFor } from '../../messages/help/index.ts';
import type { LedgerHelp } from '../../messages/ledger-help/index.ts';
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

type Describe = (lang: 'zh' | 'en') => Promise<CommandHelp>;

/** One line a command, in the order of {@link RUN_COMMANDS}; the texts of others need not be loaded. */
export const COMMAND_HELP: Record<RunCommand, Describe> = {
  check: async (lang) => describe(cliMessagesFor(lang).help.check, { '<file...>': 'files' }),
  validate: async (lang) => describe(cliMessagesFor(lang).help.validate, { '[code...]': 'codes' }),
  async inspect(lang) {
    const { inspectMessagesFor } = await import('../../messages/inspect/index.ts');
    return describe(withExitCodes(inspectMessagesFor(lang).help, lang), { '<file...>': 'files' });
  },
  async fix(lang) {
    const { fixMessagesFor } = await import('../../messages/fix/index.ts');
    return describe(withExitCodes(fixMessagesFor(lang).help, lang), { '<file>': 'file' });
  },
  async dedup(lang) {
    const { dedupMessagesFor } = await import('../../messages/dedup/index.ts');
    return describe(withExitCodes(dedupMessagesFor(lang).help, lang), { '<file...>': 'files' });
  },
  async match(lang) {
    const { matchMessagesFor } = await import('../../messages/match/index.ts');
    return describe(withExitCodes(matchMessagesFor(lang).help, lang), { '<file...>': 'files' });
  },
  async diff(lang) {
    const { diffMessagesFor } = await import('../../messages/diff/index.ts');
    return describe(withExitCodes(diffMessagesFor(lang).help, lang), { '<old>': 'old', '<new>': 'new' });
  },
  async licences(lang) {
    const { licenceMessagesFor } = await import('../../messages/licences/index.ts');
    return describe(licenceMessagesFor(lang), { '<file...>': 'files' });
  },
  async sql(lang) {
    const { sqlMessagesFor } = await import('../../messages/sql/index.ts');
    return describe(withExitCodes(sqlMessagesFor(lang).help, lang), {});
  },
  'ledger record': async (lang) =>
    describe(withExitCodes((await ledgerHelp(lang)).record, lang), { '<export...>': 'exports' }),
  'ledger feedback': async (lang) =>
    describe(withExitCodes((await ledgerHelp(lang)).feedback, lang), { '<list...>': 'lists' }),
  'ledger send': async (lang) => describe(withExitCodes((await ledgerHelp(lang)).send, lang), {}),
  'ledger collect': async (lang) => describe((await ledgerHelp(lang)).collect, { '<returned...>': 'returned' }),
  'ledger submit': async (lang) => describe((await ledgerHelp(lang)).submit, {}),
  'ledger status': async (lang) => describe(withExitCodes((await ledgerHelp(lang)).status, lang), {}),
  'ledger show': async (lang) =>
    describe(withExitCodes((await ledgerHelp(lang)).show, lang), { '<number...>': 'numbers' }),
  'ledger exempt': async (lang) =>
    describe(withExitCodes((await ledgerHelp(lang)).exempt, lang), { '<number...>': 'numbers' }),
  'ledger export': async (lang) => describe(withExitCodes((await ledgerHelp(lang)).export, lang), {}),
  'ledger merge': async (lang) =>
    describe(withExitCodes((await ledgerHelp(lang)).merge, lang), { '<county...>': 'counties' }),
  'ledger check': async (lang) => describe((await ledgerHelp(lang)).check, {}),
  async serve(lang) {
    const { serveMessagesFor } = await import('../../messages/serve/index.ts');
    return describe(withExitCodes(serveMessagesFor(lang).help, lang), {});
  },
  async page(lang) {
    const { pageCommandMessagesFor } = await import('../../messages/page-command/index.ts');
    return describe(withExitCodes(pageCommandMessagesFor(lang).help, lang), {});
  },
  async generate(lang) {
    const { toolMessagesFor } = await import('../../messages/tool/index.ts');
    return describe(withExitCodes(toolMessagesFor(lang).generate, lang), {});
  },
  async bench(lang) {
    const { toolMessagesFor } = await import('../../messages/tool/index.ts');
    return describe(withExitCodes(toolMessagesFor(lang).bench, lang), {});
  },
  help: async (lang) => describe(helpMessagesFor(lang).help, { '[topic]': 'topic' }),
  complete: async (lang) => describe(helpMessagesFor(lang).complete, { '<shell>': 'shell' }),
};

async function ledgerHelp(lang: 'zh' | 'en'): Promise<LedgerHelp> {
  return (await import('../../messages/ledger-help/index.ts')).ledgerHelpFor(lang);
}

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
