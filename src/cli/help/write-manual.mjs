// Writes the man page and the JSON Schema of `uscc.json` into `dist`, from what was compiled.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createConfigSchema } from '../../../dist/src/cli/config/config-schema.js';
import { listPages } from '../../../dist/src/cli/help/guide-pages.js';
import { renderManPage } from '../../../dist/src/cli/help/man-page.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
writeFileSync(`${root}dist/uscc.1`, await renderManPage(version, listPages('en'), 'en'));
writeFileSync(`${root}dist/config.schema.json`, `${JSON.stringify(createConfigSchema(), null, 2)}\n`);
