import ts from 'typescript';

/** A docstring of the house, taken apart. */
export interface Docstring {
  /** The first paragraph: one sentence. */
  readonly summary: string;
  /** The paragraphs after it. */
  readonly advice: readonly string[];
  readonly params: readonly Param[];
  readonly returns: string | undefined;
  readonly throws: readonly { readonly error: string; readonly when: string }[];
  readonly examples: readonly string[];
  /** Leading-order cost of the value: `2n^3/3`. */
  readonly flops: string | undefined;
  /** Where the rule comes from. */
  readonly source: string | undefined;
}

export interface Param {
  readonly name: string;
  readonly text: string;
  readonly optional: boolean;
  /** Takes any number of arguments. */
  readonly rest: boolean;
}

/** Something that a source file exports: where it stands and what its docstring says. */
export interface Documented {
  readonly name: string;
  /** Path of its source, relative to `src`. */
  readonly file: string;
  readonly doc: Docstring;
  /** The declared type of what a plain function returns. */
  readonly returnType: string | undefined;
  /** The function that its value is a call of. */
  readonly maker: string | undefined;
}

type Comment = Parameters<typeof ts.getTextOfJSDocComment>[0];
const text = (comment: Comment) =>
  (ts.getTextOfJSDocComment(comment)?.trim() ?? '').replace(/\{@link (\w+)\}/g, '`$1`');
/** One line: docstrings break lines where they are full. */
const line = (comment: Comment) => text(comment).replace(/\s*\n\s*/g, ' ');

/** Every value that a source declares under a docstring. */
export function documented(file: string, code: string): Documented[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((statement) => {
    const node = ts.isVariableStatement(statement) ? statement.declarationList.declarations[0] : statement;
    if (!(ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node))) return [];
    const comment = ts.getJSDocCommentsAndTags(statement).filter(ts.isJSDoc).at(-1);
    if (comment === undefined || node.name === undefined) return [];
    const doc = read(comment, modesOf(node));
    return [{ name: node.name.getText(), file, doc, returnType: returnType(node), maker: maker(node) }];
  });
}

const maker = (node: ts.VariableDeclaration | ts.FunctionDeclaration): string | undefined =>
  ts.isVariableDeclaration(node) && node.initializer && ts.isCallExpression(node.initializer)
    ? node.initializer.expression.getText()
    : undefined;

function returnType(node: ts.VariableDeclaration | ts.FunctionDeclaration): string | undefined {
  const declared = ts.isVariableDeclaration(node) ? node.initializer : node;
  const isFunction = declared && (ts.isFunctionDeclaration(declared) || ts.isArrowFunction(declared));
  return isFunction ? declared.type?.getText() : undefined;
}

type Modes = ReadonlyMap<string, { readonly optional: boolean; readonly rest: boolean }>;

/** How the parameters of a function, or of the tuple of an identity's options, are passed. */
function modesOf(node: ts.Node): Modes {
  const modes = new Map<string, { optional: boolean; rest: boolean }>();
  const visit = (child: ts.Node): void => {
    if (ts.isNamedTupleMember(child) || ts.isParameter(child)) {
      const initial = ts.isParameter(child) && child.initializer !== undefined;
      const mode = { optional: initial || !!child.questionToken, rest: !!child.dotDotDotToken };
      // A parameter that is taken apart has no name of its own; its place tells it.
      const place = ts.isParameter(child) ? child.parent.parameters.indexOf(child) : -1;
      const key = ts.isIdentifier(child.name) ? child.name.text : `#${place}`;
      if (!modes.has(key)) modes.set(key, mode);
    }
    ts.forEachChild(child, visit);
  };
  visit(node);
  return modes;
}

function read({ comment, tags = [] as unknown as ts.NodeArray<ts.JSDocTag> }: ts.JSDoc, modes: Modes) {
  const [summary = '', ...advice] = text(comment)
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' '));
  const returned = tags.find(ts.isJSDocReturnTag);
  const custom = (name: string) => tags.filter((tag) => tag.tagName.text === name);
  const [flops, origin] = ['flops', 'source'].map((name) => custom(name).map((tag) => line(tag.comment))[0]);
  return {
    summary,
    advice,
    params: tags.filter(ts.isJSDocParameterTag).map((tag, i) => {
      const name = tag.name.getText();
      const mode = modes.get(name) ?? modes.get(`#${i}`) ?? { optional: false, rest: false };
      return { name, text: line(tag.comment), ...mode };
    }),
    returns: returned && line(returned.comment),
    throws: tags.filter(ts.isJSDocThrowsTag).map((tag) => ({
      error: tag.typeExpression?.type.getText() ?? '',
      when: line(tag.comment),
    })),
    examples: custom('example').map((tag) => text(tag.comment)),
    flops,
    source: origin,
  };
}

/** Every class that a source declares: what its docstring says, and its own fields. */
export function classes(code: string): { name: string; summary: string; fields: string[] }[] {
  const source = ts.createSourceFile('classes.ts', code, ts.ScriptTarget.Latest, true);
  return source.statements.filter(ts.isClassDeclaration).map((node) => {
    const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
    const fields = node.members.filter(ts.isPropertyDeclaration).map((member) => member.name.getText());
    return { name: node.name?.text ?? '', summary: line(comment?.comment), fields };
  });
}

/** What an index file exports by name, with the file that each name comes from. */
export function reexports(code: string): { name: string; file: string }[] {
  const source = ts.createSourceFile('index.ts', code, ts.ScriptTarget.Latest, true);
  return source.statements.filter(ts.isExportDeclaration).flatMap(({ exportClause, moduleSpecifier }) => {
    if (!exportClause || !ts.isNamedExports(exportClause) || !moduleSpecifier) return [];
    const file = (moduleSpecifier as ts.StringLiteral).text.replace(/^\.\//, '');
    return exportClause.elements.map(({ name }) => ({ name: name.text, file }));
  });
}

/** Names that a piece of code uses and does not declare. */
export function freeNames(code: string): ReadonlySet<string> {
  const source = ts.createSourceFile('example.ts', code, ts.ScriptTarget.Latest, true);
  const used = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const { parent } = node;
      const member = ts.isPropertyAccessExpression(parent) && parent.name === node;
      const key = ts.isPropertyAssignment(parent) && parent.name === node;
      const declares =
        (ts.isVariableDeclaration(parent) || ts.isBindingElement(parent) || ts.isParameter(parent)) &&
        parent.name === node;
      if (declares) declared.add(node.text);
      else if (!member && !key) used.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  for (const name of declared) used.delete(name);
  return used;
}
