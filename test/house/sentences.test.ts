import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../src/', import.meta.url));
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .map((file) => file.replaceAll('\\', '/'))
  .sort();

/** Functions that give sentences, and names that hold them. */
const makers = /^(describe|render|say|tell|word|explain|joinSentences|fill$|translate$)/;
const holders = /^(messages?|texts?For|help|hint|sentences?|reason|warnings?|summary|footer|refusal)$|Messages(For)?$/;
const editing = new Set(['replace', 'replaceAll']);

/** What a constant was made from, in the nearest block that declares its name; nothing for a parameter. */
function findInitializer(name: ts.Identifier): ts.Expression | undefined {
  for (let scope: ts.Node = name.parent; scope !== undefined; scope = scope.parent) {
    if (ts.isFunctionLike(scope) && scope.parameters.some((parameter) => parameter.name.getText() === name.text))
      return undefined;
    if (!ts.isBlock(scope) && !ts.isSourceFile(scope)) continue;
    for (const statement of scope.statements) {
      if (!ts.isVariableStatement(statement)) continue;
      const found = statement.declarationList.declarations.find(
        (declaration) => declaration.name.getText() === name.text,
      );
      if (found !== undefined) return found.initializer;
    }
  }
  return undefined;
}

/** Where a text is edited that is a sentence already: its receiver comes, through constants of the file, from such a function or name. */
function findEdits(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const edits: string[] = [];
  const isSentence = (node: ts.Expression, depth = 0): boolean => {
    if (depth > 8) return false;
    if (ts.isParenthesizedExpression(node) || ts.isAwaitExpression(node) || ts.isNonNullExpression(node)) {
      return isSentence(node.expression, depth);
    }
    if (ts.isBinaryExpression(node)) return isSentence(node.left, depth + 1) || isSentence(node.right, depth + 1);
    if (ts.isConditionalExpression(node))
      return isSentence(node.whenTrue, depth + 1) || isSentence(node.whenFalse, depth + 1);
    if (ts.isTemplateExpression(node))
      return node.templateSpans.some(({ expression }) => isSentence(expression, depth + 1));
    if (ts.isCallExpression(node)) {
      const name = ts.isPropertyAccessExpression(node.expression)
        ? node.expression.name.text
        : node.expression.getText();
      return makers.test(name) || isSentence(node.expression, depth + 1);
    }
    if (ts.isPropertyAccessExpression(node))
      return holders.test(node.name.text) || isSentence(node.expression, depth + 1);
    if (ts.isElementAccessExpression(node)) return isSentence(node.expression, depth + 1);
    if (!ts.isIdentifier(node)) return false;
    if (holders.test(node.text)) return true;
    const initializer = findInitializer(node);
    return initializer !== undefined && isSentence(initializer, depth + 1);
  };
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      editing.has(node.expression.name.text) &&
      isSentence(node.expression.expression)
    ) {
      edits.push(`${file}: ${node.getText().split('\n')[0]}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return edits;
}

it.each([
  ["const left = describeRefusal(facts, voice).replace(/[.]$/, '');", 1],
  ["const line = messages.reading.replaceAll(':', '');", 1],
  ["const text = renderMonth(a, b);\nshow(text.trim().replace(/^x/, ''));", 1],
  ["const { message } = error;\nmessage.replace('a', 'b');", 1],
  ["const shown = describe(facts) + rest;\nshown.replace('a', 'b');", 1],
  ["function f(text: string) {\n  return text.replace('a', 'b');\n}\nconst text = describe(facts);", 0],
  ["const name = file.replace('a', 'b');\ndescribe(name.replace('b', 'c'));", 0],
])('%j edits sentences: %i', (text, count) => {
  expect(findEdits('x.ts', text)).toHaveLength(count);
});

it('no finished sentence is edited: who shows it makes it as it is to be', () => {
  const edits = files.flatMap((file) => findEdits(file, readFileSync(join(root, file), 'utf8')));
  expect(edits.map((edit) => edit.slice(0, edit.indexOf(':')))).toEqual([
    // The parser's errors have no facts, only a sentence.
    'cli/failure.ts',
    'cli/failure.ts',
    // What an engine said, in one line.
    'node/warehouse/driver.ts',
  ]);
  expect(files.length).toBeGreaterThan(500);
});
