// Compiles the AssemblyScript kernel and writes it as a TypeScript module, so that bundlers, browsers and Node load
// it alike, without a file to fetch.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { main } from 'assemblyscript/asc';

const here = fileURLToPath(new URL('.', import.meta.url));
const wasm = `${here}kernel.wasm`;
const { error, stderr } = await main([
  `${here}assembly/index.ts`,
  '--outFile',
  wasm,
  '-O3',
  '--converge',
  '--noAssert',
  '--runtime',
  'stub',
  '--enable',
  'simd',
  '--enable',
  'bulk-memory',
  '--use',
  'abort=',
  '--importMemory',
]);
if (error) {
  process.stderr.write(stderr.toString());
  process.exit(1);
}
const base64 = readFileSync(wasm).toString('base64');
rmSync(wasm);
writeFileSync(`${here}binary.ts`, `export const kernelBase64 =\n  '${base64}';\n`);
