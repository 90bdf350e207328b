import { stripVTControlCharacters } from 'node:util';

const widthOf = (cell: string): number => [...stripVTControlCharacters(cell)].length;

/** Text in columns without borders, each as wide as its widest cell; all but the first aligned to the right. */
export function columns(rows: readonly (readonly string[])[], gap = '  '): string {
  const widths = (rows[0] ?? []).map((_, c) => Math.max(...rows.map((row) => widthOf(row[c] ?? ''))));
  return rows
    .map((row) =>
      row
        .map((cell, c) => {
          const space = ' '.repeat((widths[c] as number) - widthOf(cell));
          return c === 0 ? cell + space : space + cell;
        })
        .join(gap)
        .trimEnd(),
    )
    .join('\n');
}
