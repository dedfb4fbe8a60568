import { serveMessagesFor } from '../../messages/serve/index.ts';
import { counterScript } from './counter-script.ts';
import { counterStyles } from './counter-styles.ts';

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
