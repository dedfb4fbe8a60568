import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What is newer than the engines that the guide names does not type-check. */
const targets: { name: string; files: string[]; lib: string[] }[] = [
  {
    name: 'what is CommonJS too uses nothing newer than ECMAScript 2017',
    files: ['src/index.ts', 'src/form/index.ts', 'src/regions/index.ts', 'src/form/schemas/ajv.ts'],
    // Without the DOM: a mini program has none. Timers, the console and AbortController are declared beside the test.
    lib: ['es2017', 'es2022.error'],
  },
  {
    name: 'what a browser loads uses nothing newer than Chromium 109, Safari 15.4 and Firefox 115 have',
    files: [
      'src/element/index.ts',
      'src/element/standalone-regions.ts',
      'src/page/main.ts',
      'src/page/worker-script.d.ts',
    ],
    lib: ['es2021', 'es2022.error', 'es2022.array', 'es2022.object', 'es2022.string', 'dom', 'dom.iterable'],
  },
];

it.each(targets)('$name', ({ files, lib }) => {
  const shared = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile).config.compilerOptions;
  const { options } = ts.convertCompilerOptionsFromJson(
    { ...shared, lib, types: [], paths: {}, noUncheckedSideEffectImports: false },
    root,
  );
  const ambient = lib.includes('dom') ? [] : [`${root}test/house/mini-program.d.ts`];
  const program = ts.createProgram([...files.map((file) => root + file), ...ambient], options);
  const told = ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start ?? 0).line + 1;
    return `${file?.fileName.replace(root, '')}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
  expect(told).toEqual([]);
});
