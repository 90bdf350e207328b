import ts from 'typescript';

/** A rule broken in one place: replacements in the text of its file. */
export interface Mutant {
  /** What was broken, in words that do not change when lines move. */
  readonly name: string;
  readonly line: number;
  readonly edits: readonly Edit[];
}

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export const applyEdits = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((rest, { start, end, text: by }) => rest.slice(0, start) + by + rest.slice(end), text);

interface Rule {
  readonly name: string;
  readonly fn: ts.ArrowFunction;
  /** Whether it is the derivative of a row of a table, whose words come from a module and not by an argument. */
  readonly row?: boolean;
}

/** An expression in a rule, and what to write in its place. */
interface Break {
  readonly at: ts.Expression;
  readonly by: string;
}

const k = 'algebra$';

/** What a word may be mistaken for: the other transposition, the other sign, a step left out, the order reversed. */
const confusions: Record<string, (a: readonly string[]) => readonly string[]> = {
  neg: ([A]) => [`${A}`],
  t: ([A]) => [`${A}`],
  sym: ([A]) => [`${A}`],
  tril: ([A]) => [`${A}`, `${k}.t(${k}.tril(${k}.t(${A})))`],
  phi: ([A]) => [`${A}`, `${k}.tril(${A})`],
  add: ([A, B]) => [`${k}.sub(${A}, ${B})`, `${A}`, `${B}`],
  sub: ([A, B]) => [`${k}.add(${A}, ${B})`, `${k}.sub(${B}, ${A})`, `${A}`],
  mul: (factors) => [`${k}.mul(${factors.toReversed().join(', ')})`],
  had: ([A, B]) => [`${A}`, `${B}`],
  scale: ([, A]) => [`${A}`],
  twice: ([A]) => [`${A}`],
  ldiv: ([f, B]) => [`${k}.ldivT(${f}, ${B})`],
  ldivT: ([f, B]) => [`${k}.ldiv(${f}, ${B})`],
  lsolve: ([L, B]) => [`${k}.lsolveT(${L}, ${B})`],
  lsolveT: ([L, B]) => [`${k}.lsolve(${L}, ${B})`],
  sylvester: ([f, C]) => [`${k}.sylvesterT(${f}, ${C})`],
  sylvesterT: ([f, C]) => [`${k}.sylvester(${f}, ${C})`],
  stein: ([f, C]) => [`${k}.steinT(${f}, ${C})`],
  steinT: ([f, C]) => [`${k}.stein(${f}, ${C})`],
};

/** Every way to break the derivative rules in a source file in one place. */
export function mutantsOf(text: string): Mutant[] {
  const source = ts.createSourceFile('identity.ts', text, ts.ScriptTarget.Latest, true);
  const counts = new Map<string, number>();
  const mutants: Mutant[] = [];
  const visit = (node: ts.Node): void => {
    const rule = ruleIn(node);
    if (rule === undefined) ts.forEachChild(node, visit);
    else for (const found of [...breaks(rule.fn), ...(rule.row ? ends(rule.fn) : [])]) add(rule, found);
  };
  const add = ({ name, fn, row }: Rule, { at, by }: Break) => {
    const change = `${name}: ${oneLine(at.getText())} → ${oneLine(by)}`.replaceAll(`${k}.`, '');
    const count = (counts.get(change) ?? 0) + 1;
    counts.set(change, count);
    mutants.push({
      name: count === 1 ? change : `${change} (${count})`,
      line: source.getLineAndCharacterOfPosition(at.getStart()).line + 1,
      edits: [{ start: at.getStart(), end: at.getEnd(), text: by }, ...(row ? importWords : bindAlgebra(fn))],
    });
  };
  visit(source);
  return mutants;
}

/** The words of the tables as an algebra. */
const importWords: readonly Edit[] = [{ start: 0, end: 0, text: `import * as ${k} from './words.ts'; ` }];

/** What a derivative returns at the end of a block, wrong; `breaks` sees to those without one. */
const ends = (fn: ts.ArrowFunction): Break[] => (ts.isBlock(fn.body) ? results(fn).flatMap(wrong) : []);

const oneLine = (text: string) => text.replace(/\s+/g, ' ');

/** The derivatives of the rows of tables, and the functions of an algebra: properties `rule` and `derivative`, and constants that take an `Algebra`. */
function ruleIn(node: ts.Node): Rule | undefined {
  if (ts.isCallExpression(node) && node.expression.getText() === 'row') {
    const fn = node.arguments[3];
    const { parent } = node;
    if (ts.isPropertyAssignment(parent) && ts.isArrowFunction(fn))
      return { name: parent.name.getText(), fn, row: true };
  }
  if (!ts.isPropertyAssignment(node) && !ts.isVariableDeclaration(node)) return undefined;
  const { name, initializer } = node;
  if (initializer && ts.isCallExpression(initializer) && initializer.expression.getText() === 'wordRule') {
    const [fn] = initializer.arguments;
    if (ts.isArrowFunction(fn)) return { name: 'rule', fn };
  }
  if (initializer === undefined || !ts.isArrowFunction(initializer)) return undefined;
  const named = ts.isPropertyAssignment(node) && ['rule', 'derivative'].includes(name.getText());
  if (!named && !initializer.parameters[0]?.type?.getText().startsWith('Algebra<')) return undefined;
  return { name: ownerOf(node), fn: initializer };
}

/** What a rule belongs to: the constant or the entry of a table that its record is the value of, if that has a name. */
function ownerOf(node: ts.PropertyAssignment | ts.VariableDeclaration): string {
  const record = ts.isPropertyAssignment(node) ? node.parent.parent : node;
  const owned = ts.isPropertyAssignment(record) || ts.isVariableDeclaration(record);
  return (owned ? record : node).name.getText();
}

/** Makes the whole algebra reachable as `algebra$`, also where a rule names only the words that it needs, or none. */
function bindAlgebra(rule: ts.ArrowFunction): Edit[] {
  const {
    parameters: [first],
    body,
  } = rule;
  if (first === undefined) {
    const inside = rule.getStart() + 1;
    return [{ start: inside, end: inside, text: k }];
  }
  const bind = `{ const ${first.name.getText()} = ${k};`;
  const start = body.getStart();
  const end = body.getEnd();
  const parameter = { start: first.getStart(), end: first.getEnd(), text: k };
  if (ts.isBlock(body)) return [parameter, { start, end: start + 1, text: bind }];
  return [parameter, { start, end: start, text: `${bind} return ` }, { start: end, end, text: '; }' }];
}

function breaks(rule: ts.ArrowFunction): Break[] {
  const found: Break[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const { expression } = node;
      const word = ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
      const args = node.arguments.map((argument) => argument.getText());
      const same = (by: string) => by.replace(`${k}.`, '') === node.getText();
      for (const by of confusions[word]?.(args) ?? []) if (!same(by)) found.push({ at: node, by });
    }
    if (ts.isNumericLiteral(node) && ts.isCallExpression(node.parent))
      found.push({ at: node, by: node.text === '0' ? '1' : `(2 * ${node.text})` });
    if (ts.isArrowFunction(node) && node !== rule) for (const at of results(node)) found.push(...wrong(at));
    ts.forEachChild(node, visit);
  };
  visit(rule.body);
  if (!ts.isBlock(rule.body) && !ts.isParenthesizedExpression(rule.body)) found.push(...wrong(rule.body));
  return found;
}

/** A wrong sign and a wrong factor; a zero has neither. */
function wrong(at: ts.Expression): Break[] {
  const text = at.getText();
  if (/fill\(.*, 0\)$/.test(text)) return [];
  return [
    { at, by: `${k}.neg(${text})` },
    { at, by: `${k}.add(${text}, ${text})` },
  ];
}

/** The expressions that a jvp or vjp returns, one for each output or input. */
function results({ body }: ts.ArrowFunction): ts.Expression[] {
  const returned = ts.isBlock(body)
    ? body.statements.filter(ts.isReturnStatement).map((statement) => statement.expression)
    : [body];
  return returned
    .filter((expression) => expression !== undefined)
    .map(bare)
    .flatMap((expression) =>
      ts.isArrayLiteralExpression(expression) ? [...expression.elements] : [expression],
    )
    .filter((expression) => !ts.isSpreadElement(expression));
}

/** An expression without the parentheses and casts around it. */
function bare(expression: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(expression) || ts.isAsExpression(expression)
    ? bare(expression.expression)
    : expression;
}
