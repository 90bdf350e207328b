import { type Entry, entries } from './entries.ts';
import { cell, cellMath, table } from './markdown.ts';
import { callOf, costOf, equations, optionsOf, printsNothing } from './page.ts';

const inputsOf = ({ spec }: Entry) => spec?.signature.inputs ?? [];

/** Operations by what their signature says that they act on. */
export const groups: readonly { title: string; entries: readonly Entry[] }[] = [
  {
    title: 'Matrices and vectors',
    entries: entries.filter((e) => inputsOf(e).some((core) => core.length > 0 && core[0] !== '...')),
  },
  {
    title: 'Entry by entry',
    entries: entries.filter((e) => e.spec && inputsOf(e).every((core) => core.length === 0)),
  },
  {
    title: 'Axes and shapes',
    entries: entries.filter((e) => !e.spec || inputsOf(e).some((core) => core[0] === '...')),
  },
];

// A longer formula is for its own page.
const LONGEST = 150;
const formulaCell = (formulas: readonly string[]): string =>
  formulas.some((tex) => tex.length > LONGEST) ? 'on its page' : formulas.map(cellMath).join('<br>');

/** To which order it differentiates, from what its docstring says it throws. */
export function orderOf({ doc }: Entry): string {
  const orders = ['first', 'second', 'third', 'fourth'];
  const limits = doc.throws.flatMap(({ when }) => {
    const [, ordinal = '', where = ''] = /^from its (\w+) derivative on, where (.*)$/.exec(when) ?? [];
    const order = orders.indexOf(ordinal);
    return order < 0 ? [] : [`${order === 0 ? 'none' : order} where ${where}`];
  });
  return ['any', ...limits].join('; ');
}

function formulaCells(entry: Entry): [value: string, jvp: string, vjp: string] {
  if (!entry.formulas) return ['composed', 'composed', 'composed'];
  if (printsNothing(entry)) return ['moves entries', 'the same', 'its adjoint'];
  const { value, jvp, vjp } = equations(entry);
  const options = optionsOf(entry);
  return [cellMath(value) + (options && ` (${options})`), formulaCell(jvp), formulaCell(vjp)];
}

const notation = [
  '## Notation',
  '',
  table(
    ['', ''],
    [
      [cellMath('\\dot{A}, \\bar{A}'), 'the tangent and the cotangent of A'],
      [cellMath('Y'), 'the value, where a formula uses it again'],
      [
        cellMath('\\langle A, B \\rangle'),
        `the inner product ${cellMath('\\operatorname{tr}(A^{\\top} B)')}`,
      ],
      [cellMath('A \\circ B,\\ A^{\\circ p}'), 'product and power entry by entry'],
      [cellMath('\\operatorname{sym}(A)'), `the symmetric part, ${cellMath('(A + A^{\\top})/2')}`],
      [cellMath('\\operatorname{tril}(A)'), 'the lower triangle, zeros above'],
      [cellMath('\\Phi(A)'), 'the lower triangle with its diagonal halved'],
      [cellMath('\\operatorname{cof}(A)'), 'the cofactors of A; its transpose is the adjugate'],
      [cellMath('\\mathrm{D}\\!\\operatorname{cof}(A)[E]'), 'the derivative of the cofactors in direction E'],
      [
        cellMath('\\mathrm{D}f(A)[E],\\ \\mathrm{D}^2 f(A)[E, F]'),
        'the derivatives of a function f at A in the direction E, in the directions E and F',
      ],
      [
        cellMath('\\mathcal{S}_{A,B}(C),\\ \\mathcal{S}^{*}_{A,B}(C)'),
        `the X with ${cellMath('AX + XB = C')}, with ${cellMath('A^{\\top} X + X B^{\\top} = C')}`,
      ],
      [cellMath('f^{*}'), 'the adjoint of a linear map f'],
      [
        cellMath('\\mathcal{K}(a b^{\\top})'),
        `A ⊗ B in terms of its row stacks, ${cellMath('a = \\operatorname{rvec}(A)')} and ${cellMath('b = \\operatorname{rvec}(B)')}`,
      ],
      [cellMath('\\sigma(A)'), 'the logistic function, entry by entry'],
      [
        cellMath('A_{[i]},\\ e_{i} \\otimes A'),
        'entry i along the first axis; A as entry i, zeros elsewhere',
      ],
    ],
  ),
  '',
];

/** docs/identities/README.md */
export function overview(): string {
  const head = ['operation', 'signature', 'value', 'VJP', 'derivatives', 'cost'];
  const row = (entry: Entry) => {
    const [value, , vjp] = formulaCells(entry);
    return [
      `[\`${callOf(entry)}\`](${entry.name}.md)`,
      entry.spec ? `\`${entry.spec.signature.text}\`` : '',
      value,
      vjp,
      cell(orderOf(entry)),
      entry.spec ? costOf(entry.spec.flops) : '',
    ];
  };
  return [
    '# Operations',
    '',
    'Written by `npm run docs` from the records and docstrings of `packages/core/src/identity`; every formula is printed from',
    'the rule that computes. See [Notation](#notation) and [Conventions](../conventions.md). Cost is that of the value, to',
    'leading order; a derivative reuses its factorisation.',
    '',
    ...groups.flatMap(({ title, entries }) => [`## ${title}`, '', table(head, entries.map(row)), '']),
    ...notation,
  ].join('\n');
}

/** The table of operations in the README: functions that go entry by entry share a row, as do those that only move entries. */
export function operations(): string {
  const link = ({ name }: Entry) => `[\`${name}\`](docs/identities/${name}.md)`;
  const single = (entry: Entry) => [link(entry), ...formulaCells(entry), cell(orderOf(entry))];
  const [matrices, elementwise, shapes] = groups.map(({ entries }) => entries);
  const isMap = ({ spec }: Entry) => spec?.word === undefined;
  const maps = (elementwise ?? []).filter(isMap);
  return table(
    ['operation', 'value', 'JVP', 'VJP', 'order'],
    [
      ...(matrices ?? []).map(single),
      ...(elementwise ?? []).filter((e) => !isMap(e)).map(single),
      [
        maps.map(link).join(' '),
        cellMath('Y = f(X)'),
        cellMath("\\dot{Y} = f'(X) \\circ \\dot{X}"),
        cellMath("\\bar{X} = f'(X) \\circ \\bar{Y}"),
        'any',
      ],
      [(shapes ?? []).map(link).join(' '), 'moves entries', 'the same', 'its adjoint', 'any'],
    ],
  );
}
