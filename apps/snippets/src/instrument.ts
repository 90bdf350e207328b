import ts from 'typescript';

const SHOWN = /^[;\s]*\/\/\s*=>\s*(.*)$/;

/**
 * The code with every `//=>` turned into a check of the statement before it: of the value of an expression, of the
 * argument of `console.log`, or of what a declaration declares. Lines keep their numbers.
 */
export function instrument(code: string): string {
  const source = ts.createSourceFile('snippet.ts', code, ts.ScriptTarget.Latest, true);
  const edits: { start: number; end: number; text: string }[] = [];
  let claims = 0;
  for (const statement of source.statements) {
    const shown = claimAfter(code, statement.end);
    if (shown === undefined) continue;
    claims += 1;
    const start = statement.getStart();
    const { keep, expression } = subject(statement);
    const call = `await check(async () => (${expression}), ${JSON.stringify(shown)});`;
    edits.push({ start, end: statement.end, text: keep ? `${statement.getText()} ${call}` : `;${call}` });
  }
  const written = code.split('\n').filter((line) => /\/\/\s*=>/.test(line)).length;
  if (written !== claims)
    throw new Error(`${written - claims} of ${written} //=> comments follow no top-level statement`);
  return edits.reduceRight(
    (text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end),
    code,
  );
}

/** What the comment after `end`, on the same line or on the next, shows; it goes on while a bracket is open. */
function claimAfter(code: string, end: number): string | undefined {
  const [rest = '', ...lines] = code.slice(end).split('\n');
  const shown = SHOWN.exec(rest) ?? (/^;?\s*$/.test(rest) ? SHOWN.exec(lines.shift() ?? '') : null);
  if (shown === null) return undefined;
  let text = shown[1]!.trim();
  const open = () => text.split(/[[{]/).length - text.split(/[\]}]/).length;
  while (open() > 0) {
    const more = /^\s*\/\/(?!\s*=>)\s*(.*)$/.exec(lines.shift() ?? '');
    if (more === null) break;
    text += ` ${more[1]!.trim()}`;
  }
  return text;
}

function subject(statement: ts.Statement): { keep: boolean; expression: string } {
  if (ts.isExpressionStatement(statement)) {
    const { expression } = statement;
    const log = ts.isCallExpression(expression) && expression.expression.getText() === 'console.log';
    return { keep: false, expression: (log ? expression.arguments[0]! : expression).getText() };
  }
  if (ts.isVariableStatement(statement) && statement.declarationList.declarations.length === 1) {
    return { keep: true, expression: statement.declarationList.declarations[0]!.name.getText() };
  }
  throw new Error(`//=> can follow an expression or one declaration, not: ${statement.getText()}`);
}
