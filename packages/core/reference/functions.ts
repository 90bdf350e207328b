import * as diagnose from '../src/diagnose.ts';
import * as exported from '../src/index.ts';
import * as latex from '../src/latex.ts';
import * as simd from '../src/simd.ts';
import * as testing from '../src/testing/index.ts';
import { classes, type Documented } from './docstring.ts';
import { errorClasses, functionsOf, source } from './entries.ts';
import { cell, table } from './markdown.ts';
import { callOf, runnable } from './page.ts';

const section =
  (entry: object) =>
  (item: Documented): string[] => {
    const { doc } = item;
    return [
      `### \`${callOf(item)}\``,
      '',
      doc.summary,
      ...doc.advice.flatMap((paragraph) => ['', paragraph]),
      '',
      ...doc.params.map(({ name, text }) => `* \`${name}\`: ${text}`),
      ...(doc.returns === undefined ? [] : [`* returns ${doc.returns}`]),
      ...doc.throws.map(({ error, when }) => `* throws \`${error}\` ${when}`),
      '',
      ...doc.examples.flatMap((example) => [runnable(example, entry), '']),
    ];
  };

/** docs/functions.md: what index.ts exports beside operations. */
export function functionsPage(): string {
  const codes = new Map([...errorClasses].map(([code, name]) => [name, code]));
  const errors = classes(source('errors.ts')).map(({ name, summary, fields }) => [
    `\`${name}\``,
    codes.has(name) ? `\`${codes.get(name)}\`` : '',
    cell(summary),
    fields.map((field) => `\`${field}\``).join(', '),
  ]);
  return [
    '# Functions',
    '',
    'What `@matgrad/core` exports beside the [operations](identities/README.md). Written by `npm run docs` from the docstrings.',
    '',
    '## Arrays, derivatives',
    '',
    ...functionsOf('index.ts', exported).flatMap(section(exported)),
    '## Conditioning: `@matgrad/core/diagnose`',
    '',
    ...functionsOf('diagnose.ts', diagnose).flatMap(section(diagnose)),
    '## Formulas: `@matgrad/core/latex`',
    '',
    ...functionsOf('latex.ts', latex).flatMap(section(latex)),
    '## SIMD: `@matgrad/core/simd`',
    '',
    ...functionsOf('simd.ts', simd).flatMap(section(simd)),
    '## Testing: `@matgrad/core/testing`',
    '',
    'It draws with [fast-check](https://fast-check.dev), a peer dependency.',
    '',
    ...functionsOf('testing/index.ts', testing).flatMap(section(testing)),
    '## Errors',
    '',
    'Codes and fields are API, the wording of messages is not.',
    '',
    table(['class', 'code', 'when', 'carries'], errors),
    '',
  ].join('\n');
}
