// Writes the tables of flags in the guide anew, from their definitions as they were last compiled.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { refreshFlagTables } from '../../dist/src/cli/help/flag-table.js';

for (const lang of ['en', 'zh']) {
  const folder = fileURLToPath(new URL(`${lang}/`, import.meta.url));
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.md'))) {
    const page = readFileSync(folder + name, 'utf8');
    const fresh = refreshFlagTables(page, lang);
    if (fresh === page) continue;
    writeFileSync(folder + name, fresh);
    process.stdout.write(`${lang}/${name}\n`);
  }
}
