import { serveMessagesFor } from '../../messages/serve/index.ts';
import { counterScript } from './counter-script.ts';

/** How the counter page looks: large, and readable from across a desk. */
const counterStyles = `
:root { color-scheme: light dark; --good: #0a6b2d; --bad: #b00020; --quiet: #5a5a5a; }
@media (prefers-color-scheme: dark) { :root { --good: #63d98b; --bad: #ff8a8a; --quiet: #a8a8a8; } }
* { box-sizing: border-box; }
body { margin: 0; font: 1.125rem/1.6 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; }
main { max-width: 52rem; margin: 0 auto; padding: 1.5rem 1rem; }
header { display: flex; justify-content: space-between; align-items: baseline; }
h1 { font-size: 1.25rem; margin: 0 0 1rem; }
button { font: inherit; padding: .25rem .75rem; }
form label { display: block; font-weight: 600; }
input { font: inherit; }
#code { width: 100%; padding: .5rem .75rem; font: 2rem/1.3 ui-monospace, Consolas, monospace; letter-spacing: .06em; }
#hint { margin: .25rem 0 0; color: var(--quiet); }
#access label { display: inline; }
#answer { margin-top: 1.5rem; overflow-wrap: anywhere; }
#answer .verdict { font-size: 2.75rem; line-height: 1.25; font-weight: 700; margin: 0; }
#answer .name { font-size: 2rem; line-height: 1.35; margin: .25rem 0; }
#answer .good { color: var(--good); }
#answer .bad { color: var(--bad); }
#answer dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
#answer dt { color: var(--quiet); }
#answer dd { margin: 0; }
@media (max-width: 36rem) {
  #code { font-size: 1.5rem; letter-spacing: 0; }
  #answer dl { grid-template-columns: 1fr; gap: 0; }
  #answer dd { margin-bottom: .5rem; }
}
`;

/** A file of the page. */
export interface PageFile {
  type: string;
  body: string;
  /** Its Content-Security-Policy, where it has one of its own. */
  policy?: string;
}

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const texts = JSON.stringify({ zh: serveMessagesFor('zh').page, en: serveMessagesFor('en').page });

const html = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>赋码前查询</title>
<link rel="stylesheet" href="counter.css">
</head>
<body>
<main>
<header><h1></h1><button type="button" id="language"></button></header>
<form novalidate>
<label for="code"></label>
<input id="code" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="200" aria-describedby="hint" autofocus>
<p id="hint"></p>
<p id="access" hidden><label for="token"></label> <input id="token" type="password" autocomplete="off"></p>
</form>
<section id="answer" role="status" aria-live="polite"></section>
</main>
<script src="counter.js"></script>
</body>
</html>
`;

/** The page for the counter: one field, and the answer in large letters. It asks nobody but the service. */
export const counterFiles: Readonly<Record<string, PageFile>> = {
  '/': { type: 'text/html; charset=utf-8', body: html, policy },
  '/counter.js': {
    type: 'text/javascript; charset=utf-8',
    body: `(() => {\nconst texts = ${texts.replaceAll('<', '\\u003c')};\n${counterScript}\n})();\n`,
  },
  '/counter.css': { type: 'text/css; charset=utf-8', body: counterStyles },
};
