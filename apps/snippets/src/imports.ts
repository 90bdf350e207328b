import ts from 'typescript';

/** Import lines for the names that the code uses, does not declare, and `modules` export. First module wins. */
export function missingImports(code: string, modules: ReadonlyMap<string, readonly string[]>): string {
  const source = ts.createSourceFile('snippet.ts', code, ts.ScriptTarget.Latest, true);
  const used = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const { parent } = node;
      const declares =
        (ts.isVariableDeclaration(parent) ||
          ts.isBindingElement(parent) ||
          ts.isFunctionDeclaration(parent) ||
          ts.isImportSpecifier(parent) ||
          ts.isImportClause(parent) ||
          ts.isNamespaceImport(parent)) &&
        parent.name === node;
      const member = ts.isPropertyAccessExpression(parent) && parent.name === node;
      const key = ts.isPropertyAssignment(parent) && parent.name === node;
      if (declares) declared.add(node.text);
      else if (!member && !key) used.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  let lines = '';
  for (const [module, names] of modules) {
    const wanted = names.filter((name) => used.has(name) && !declared.has(name));
    for (const name of wanted) declared.add(name);
    if (wanted.length > 0) lines += `import { ${wanted.join(', ')} } from '${module}'; `;
  }
  return lines;
}
