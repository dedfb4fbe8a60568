import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const entries = [
  'index.ts',
  'regions/index.ts',
  'form/index.ts',
  'element/index.ts',
  'element/react.ts',
  'element/vue.ts',
  'node/registry.ts',
  'node/ledger/ledger.ts',
].map((file) => `${root}src/${file}`);

/** What the package exports, and the types of it that its declarations name, without a docstring. */
function listUndocumented(): string[] {
  const shared = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile).config.compilerOptions;
  const { options } = ts.convertCompilerOptionsFromJson({ ...shared, noEmit: true, skipLibCheck: true }, root);
  const program = ts.createProgram(entries, options);
  const checker = program.getTypeChecker();
  const seen = new Set<ts.Declaration>();
  const found: string[] = [];

  const followAlias = (symbol: ts.Symbol): ts.Symbol =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

  function visit(symbol: ts.Symbol): void {
    for (const declaration of symbol.declarations ?? []) {
      const file = declaration.getSourceFile().fileName;
      if (!file.startsWith(`${root}src/`) || ts.isTypeParameterDeclaration(declaration) || seen.has(declaration))
        continue;
      seen.add(declaration);
      if (symbol.getDocumentationComment(checker).length === 0)
        found.push(`${file.slice(root.length)}: ${symbol.name}`);
      if (ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration))
        ts.forEachChild(declaration, search);
      else if (ts.isFunctionDeclaration(declaration)) ts.forEachChild(declaration, search);
    }
  }

  /** Goes on to the types that a declaration names; what is inside a body nobody sees. */
  function search(node: ts.Node): void {
    if (ts.isBlock(node)) return;
    const name = ts.isTypeReferenceNode(node)
      ? node.typeName
      : ts.isExpressionWithTypeArguments(node)
        ? node.expression
        : undefined;
    const symbol = name === undefined ? undefined : checker.getSymbolAtLocation(name);
    if (symbol !== undefined) visit(followAlias(symbol));
    ts.forEachChild(node, search);
  }

  for (const entry of entries) {
    const source = program.getSourceFile(entry);
    const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
    if (module === undefined) throw new Error(`${entry} is no module`);
    for (const symbol of checker.getExportsOfModule(module)) visit(followAlias(symbol));
  }
  expect(seen.size).toBeGreaterThan(150);
  return found;
}

it('everything that the package exports, and every type it names, says what it is', () => {
  expect(listUndocumented()).toEqual([]);
}, 120_000);
