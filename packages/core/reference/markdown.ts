// GitHub's MathJax refuses \operatorname, and takes _, * and [..](..) in $...$ for Markdown: hence \mathrm, backticks, fences.
const portable = (tex: string) =>
  tex
    .replaceAll('\\!\\operatorname{', '\\,\\mathrm{')
    .replaceAll('\\operatorname{', '\\mathrm{')
    .replaceAll('<', '\\lt ')
    .replaceAll('>', '\\gt ');

/** A formula in running text. */
export const inlineMath = (tex: string): string => `$\`${portable(tex)}\`$`;

/** A formula in a table, where a bar would end the cell. */
export const cellMath = (tex: string): string =>
  inlineMath(tex.replaceAll('\\|', '\\Vert ').replaceAll('|', '\\vert '));

/** Formulas on lines of their own. */
export const displayMath = (formulas: readonly string[]): string =>
  formulas.map((tex) => `\`\`\`math\n${portable(tex)}\n\`\`\``).join('\n\n');

/** A table; cells may not hold line breaks, and bars in them are escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

/** Prose from a docstring in a table cell. */
export const cell = (prose: string): string => prose.replaceAll('|', '\\|');

/** A text with what stands between `<!-- name: ... -->` and `<!-- /name -->` replaced. */
export function replaceBlock(text: string, name: string, content: string): string {
  const begin = new RegExp(`<!-- ${name}: [^>]*-->`).exec(text);
  const from = begin ? begin.index + begin[0].length : -1;
  const to = text.indexOf(`<!-- /${name} -->`, from);
  if (from < 0 || to < 0) throw new Error(`no generated block of the name ${name}`);
  return `${text.slice(0, from)}\n\n${content}\n\n${text.slice(to)}`;
}
