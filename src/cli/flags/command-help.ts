import { cliMessagesFor } from '../../messages/cli/index.ts';
import { helpMessagesFor } from '../../messages/help/index.ts';
import type { LedgerHelp } from '../../messages/ledger-help/index.ts';
import type { ToolMessages } from '../../messages/tool/index.ts';
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

type Lang = 'zh' | 'en';
type HelpTexts = Record<'usage' | 'summary' | 'footer', string>;
/** Which text describes which argument. */
type Spellings<Texts> = NoInfer<Record<string, Exclude<keyof Texts, keyof HelpTexts>>>;

const ledger = async (lang: Lang): Promise<LedgerHelp> =>
  (await import('../../messages/ledger-help/index.ts')).ledgerHelpFor(lang);
const tool = async (lang: Lang): Promise<ToolMessages> =>
  (await import('../../messages/tool/index.ts')).toolMessagesFor(lang);

/** In the order of {@link RUN_COMMANDS}. The texts of others need not be loaded to describe one. */
export const COMMAND_HELP: Record<RunCommand, (lang: Lang) => Promise<CommandHelp>> = {
  check: describe(async (lang: Lang) => cliMessagesFor(lang).help.check, { '<file...>': 'files' }),
  validate: describe(async (lang: Lang) => cliMessagesFor(lang).help.validate, { '[code...]': 'codes' }),
  inspect: describeTool(
    async (lang: Lang) => (await import('../../messages/inspect/index.ts')).inspectMessagesFor(lang).help,
    { '<file...>': 'files' },
  ),
  fix: describeTool(async (lang: Lang) => (await import('../../messages/fix/index.ts')).fixMessagesFor(lang).help, {
    '<file>': 'file',
  }),
  dedup: describeTool(
    async (lang: Lang) => (await import('../../messages/dedup/index.ts')).dedupMessagesFor(lang).help,
    {
      '<file...>': 'files',
    },
  ),
  match: describeTool(
    async (lang: Lang) => (await import('../../messages/match/index.ts')).matchMessagesFor(lang).help,
    {
      '<file...>': 'files',
    },
  ),
  diff: describeTool(async (lang: Lang) => (await import('../../messages/diff/index.ts')).diffMessagesFor(lang).help, {
    '<old>': 'old',
    '<new>': 'new',
  }),
  licences: describe(
    async (lang: Lang) => (await import('../../messages/licences/index.ts')).licenceMessagesFor(lang),
    {
      '<file...>': 'files',
    },
  ),
  sql: describeTool(async (lang: Lang) => (await import('../../messages/sql/index.ts')).sqlMessagesFor(lang).help, {}),
  'ledger record': describeTool(async (lang: Lang) => (await ledger(lang)).record, { '<export...>': 'exports' }),
  'ledger feedback': describeTool(async (lang: Lang) => (await ledger(lang)).feedback, { '<list...>': 'lists' }),
  'ledger send': describeTool(async (lang: Lang) => (await ledger(lang)).send, {}),
  'ledger collect': describe(async (lang: Lang) => (await ledger(lang)).collect, { '<returned...>': 'returned' }),
  'ledger submit': describe(async (lang: Lang) => (await ledger(lang)).submit, {}),
  'ledger status': describeTool(async (lang: Lang) => (await ledger(lang)).status, {}),
  'ledger show': describeTool(async (lang: Lang) => (await ledger(lang)).show, { '<number...>': 'numbers' }),
  'ledger exempt': describeTool(async (lang: Lang) => (await ledger(lang)).exempt, { '<number...>': 'numbers' }),
  'ledger export': describeTool(async (lang: Lang) => (await ledger(lang)).export, {}),
  'ledger merge': describeTool(async (lang: Lang) => (await ledger(lang)).merge, { '<county...>': 'counties' }),
  'ledger check': describe(async (lang: Lang) => (await ledger(lang)).check, {}),
  serve: describeTool(
    async (lang: Lang) => (await import('../../messages/serve/index.ts')).serveMessagesFor(lang).help,
    {},
  ),
  page: describeTool(
    async (lang: Lang) => (await import('../../messages/page-command/index.ts')).pageCommandMessagesFor(lang).help,
    {},
  ),
  generate: describeTool(async (lang: Lang) => (await tool(lang)).generate, {}),
  bench: describeTool(async (lang: Lang) => (await tool(lang)).bench, {}),
  help: describe(async (lang: Lang) => helpMessagesFor(lang).help, { '[topic]': 'topic' }),
  complete: describe(async (lang: Lang) => helpMessagesFor(lang).complete, { '<shell>': 'shell' }),
};

function describe<Texts extends HelpTexts>(
  load: (lang: Lang) => Promise<Texts>,
  spellings: Spellings<Texts>,
): (lang: Lang) => Promise<CommandHelp> {
  return async (lang) => {
    const texts = await load(lang);
    const { usage, summary, footer } = texts;
    const described = Object.entries(spellings).map(([spelling, key]) => [spelling, String(texts[key])]);
    return { usage, summary, footer, arguments: Object.fromEntries(described) };
  };
}

/** A command that judges nothing: what its exit codes mean is what those of all such do. */
function describeTool<Texts extends HelpTexts>(
  load: (lang: Lang) => Promise<Texts>,
  spellings: Spellings<Texts>,
): (lang: Lang) => Promise<CommandHelp> {
  const described = describe(load, spellings);
  return async (lang) => {
    const help = await described(lang);
    return { ...help, footer: `${help.footer}\n${cliMessagesFor(lang).help.exitCodes}` };
  };
}
