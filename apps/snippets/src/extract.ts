import ts from 'typescript';

/** A piece of code in the docs, with the place where a reader finds it. */
export interface Snippet {
  readonly file: string;
  readonly line: number;
  readonly code: string;
}

const FENCE = /^```(?:ts|typescript|js|javascript)\b(.*)$/;

/**
 * The fenced code blocks of a Markdown text. A block without an import continues the block before it;
 * one whose fence says `no-run` is left out.
 */
export function fromMarkdown(file: string, text: string): Snippet[] {
  const snippets: Snippet[] = [];
  const lines = text.split('\n');
  let before = '';
  for (let i = 0; i < lines.length; i++) {
    const fence = FENCE.exec(lines[i]!);
    if (fence === null) continue;
    const end = lines.indexOf('```', i + 1);
    if (end < 0) throw new Error(`${file}:${i + 1}: the code block has no end`);
    const block = lines.slice(i + 1, end).join('\n');
    if (!fence[1]!.includes('no-run')) {
      const code = /^import\b/m.test(block) ? block : `${before}${block}`;
      snippets.push({ file, line: i + 2, code });
      before = `${code}\n`;
    }
    i = end;
  }
  return snippets;
}

/** The `@example`s of a TypeScript source, with or without a fence around the code. */
export function fromSource(file: string, text: string): Snippet[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const tags = new Set<ts.JSDocTag>();
  const visit = (node: ts.Node): void => {
    for (const tag of ts.getJSDocTags(node)) if (tag.tagName.text === 'example') tags.add(tag);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...tags].map((tag) => {
    const comment = ts.getTextOfJSDocComment(tag.comment) ?? '';
    const fenced = /```\w*\n([\s\S]*?)\n?```/.exec(comment);
    const line = source.getLineAndCharacterOfPosition(tag.getStart()).line + 1;
    return { file, line, code: fenced?.[1] ?? comment };
  });
}
