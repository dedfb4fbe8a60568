export const en = {
  help: {
    usage: '[topic]',
    summary: 'show a page of the guide, or the help of a command',
    topic: 'a page or a command (default: list them)',
    footer: '\nExamples:\n  $ uscc help\n  $ uscc help rates\n  $ uscc help --man | man -l -',
  },
  complete: {
    usage: '<shell>',
    summary: 'print a script that completes uscc in a shell',
    shell: 'bash, zsh, fish or powershell',
    footer: `
Examples:
  $ source <(uscc complete bash)
  $ uscc complete zsh > ~/.uscc-completion.zsh
  $ uscc complete fish > ~/.config/fish/completions/uscc.fish
  $ uscc complete powershell > ~/.uscc-completion.ps1

To have it always, let ~/.bashrc or ~/.zshrc read it with "source", and $PROFILE
of PowerShell with ". ~/.uscc-completion.ps1".`,
  },
  /** Without anything to do, on a terminal. */
  start: (version: string) => `uscc ${version} checks Chinese unified social credit codes (统一社会信用代码).

With a table of codes (Excel, CSV, JSON …):
  uscc FILE                              below 0.01% or not, which rows are wrong, and why
  uscc check FILE --html report.html     the same as a page to read and print
  uscc check FILE --unit-column auto --xlsx returns.xlsx
                                         a workbook with a sheet for each unit to correct
  uscc fix FILE -o NEW                   spaces, lower case, full width put right
  uscc dedup FILE -o NEW                 repeated records taken out
  uscc diff OLD NEW                      what has changed since the last export
Without one:
  uscc validate CODE                     one code, and what is wrong with it
  uscc page                              the checker as a page for any browser

"uscc help" lists all commands and the pages of the guide.
`,
  topics: 'Guide (uscc help TOPIC):',
  noTopic: (topic: string, nearest: string | null) =>
    `no page and no command "${topic}".${nearest === null ? '' : ` Did you mean ${nearest}?`} "uscc help" lists them.`,
  noShell: (shell: string, shells: string[]) => `no completions for "${shell}". Write one of ${shells.join(', ')}.`,
};
