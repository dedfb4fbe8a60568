/** Languages that texts come in. */
export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * The language of this run: `--lang`, else that of `uscc.json` (`configured`), else the locale, else Chinese. Known before the arguments are parsed, because
 * help and parse errors speak it too.
 */
export function detectLanguage(
  args: string[],
  environment: NodeJS.ProcessEnv,
  configured: unknown = undefined,
  platform: string = process.platform,
): Language {
  const setting = LANGUAGES.find((language) => language === configured);
  return findFlag(args) ?? setting ?? readLocale(environment) ?? readSystem(platform) ?? 'zh';
}

function findFlag(args: string[]): Language | undefined {
  const end = args.indexOf('--');
  const flags = end < 0 ? args : args.slice(0, end);
  const at = flags.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const flag = flags[at];
  return toLanguage(flag?.startsWith('--lang=') ? flag.slice(7) : (flags[at + 1] ?? ''), at >= 0);
}

/** POSIX: the first of these that is set decides; `C` and `POSIX` name no language. */
function readLocale({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language | undefined {
  return toLanguage(LC_ALL || LC_MESSAGES || LANG || '', true);
}

/** Windows and macOS have a language without those variables; elsewhere Node would only guess. */
function readSystem(platform: string): Language | undefined {
  const known = platform === 'win32' || platform === 'darwin';
  return toLanguage(known ? Intl.DateTimeFormat().resolvedOptions().locale : '', known);
}

function toLanguage(name: string, given: boolean): Language | undefined {
  return given ? LANGUAGES.find((language) => /^[a-z]*/i.exec(name)?.[0].toLowerCase() === language) : undefined;
}
