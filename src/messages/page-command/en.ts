/** What `uscc page` says. */
export const en = {
  help: {
    usage: '[options]',
    summary: 'take out the offline checker: one HTML file that checks in a browser, with nothing to install',
    footer: '\nExamples:\n  $ uscc page -o checker.html\n  $ uscc page --serve',
  },
  /** How the file is named. */
  fileName: 'uscc-checker.html',
  written: (path: string) => `Written to ${path}. Copy it to any computer and open it in a browser.`,
  serving: (url: string) => `Open ${url} in a browser on this computer (Ctrl-C ends it)`,
  exists: (path: string) => `${path} exists. Add --force to replace it, or name another file with -o.`,
  notBuilt: 'The package lacks the page uscc-checker.html; please install uscc-toolkit again.',
  notBoth: '--serve writes no file and does not go with -o or --force.',
  portInUse: (port: number) =>
    `Port ${port} is in use. Choose another, such as --serve ${port + 1}, or any with --serve 0.`,
};
