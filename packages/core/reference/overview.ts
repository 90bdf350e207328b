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
    entries: entries.filter((e) => inputsOf(e).some((core) => core[0] === '...')),
  },
  {
    title: 'Composed of these',
    entries: entries.filter((e) => !e.spec),
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
  if (!entry.formulas) return ['composed', '', ''];
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
      [
        cellMath('\\operatorname{stril}(A),\\ \\operatorname{triu}(A),\\ \\operatorname{hess}(A)'),
        'the part below the diagonal, the upper triangle, the same with what is next below it; without the rows or columns that are zero in every matrix of the shape',
      ],
      [
        cellMath('\\operatorname{lead}(A),\\ \\hat{A}'),
        'as many leading columns as A has rows; A made square by rows or columns of the identity',
      ],
      [cellMath('\\Phi(A)'), 'the lower triangle with its diagonal halved'],
      [cellMath('\\operatorname{cof}(A)'), 'the cofactors of A; its transpose is the adjugate'],
      [cellMath('\\mathrm{D}\\!\\operatorname{cof}(A)[E]'), 'the derivative of the cofactors in direction E'],
      [
        cellMath('\\mathrm{D}f(A)[E],\\ \\mathrm{D}^2 f(A)[E, F]'),
        'the derivatives of a function f at A in the direction E, in the directions E and F',
      ],
      [
        cellMath('\\mathcal{S}_{A,B}(C),\\ \\mathcal{S}^{*}_{A,B}(C)'),
        `the X with ${cellMath('AX + XB = C')}, with ${cellMath('A^{\\top} X + X B^{\\top} = C')}; in schur and hessenberg that below the diagonal which solves it where T or H is zero`,
      ],
      [
        cellMath('\\mathcal{T}_{A,B}(C),\\ \\mathcal{T}^{*}_{A,B}(C)'),
        `the X with ${cellMath('X - AXB = C')}, with ${cellMath('X - A^{\\top} X B^{\\top} = C')}`,
      ],
      [cellMath('f^{*}'), 'the adjoint of a linear map f'],
      [
        cellMath('\\mathcal{K}(a b^{\\top})'),
        `A ⊗ B in terms of its row stacks, ${cellMath('a = \\operatorname{rvec}(A)')} and ${cellMath('b = \\operatorname{rvec}(B)')}`,
      ],
      [
        cellMath('\\operatorname{polar}(A),\\ \\operatorname{polar}_1(A)'),
        `${cellMath('U V^{\\top}')} of the singular value decomposition ${cellMath('U \\Sigma V^{\\top}')} of A; its first term ${cellMath('u_1 v_1^{\\top}')}`,
      ],
      [
        cellMath('F \\circ M,\\ \\operatorname{even}(d)'),
        'with eigenvalues or singular values w: M divided entry by entry by w_j - w_i, zero on the diagonal; d averaged over equal w',
      ],
      [cellMath('x 1,\\ 1 x^{\\top}'), 'products with a row, with a column of ones'],
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
  const head = ['operation', 'signature', 'value', 'JVP', 'VJP', 'derivatives', 'cost'];
  const row = (entry: Entry) => [
    `[\`${callOf(entry)}\`](${entry.name}.md)`,
    entry.spec ? `\`${entry.spec.signature.text}\`` : '',
    ...formulaCells(entry),
    cell(orderOf(entry)),
    entry.spec ? costOf(entry.spec.flops) : '',
  ];
  const brief = ({ name, doc }: Entry) => [`[\`${name}\`](${name}.md)`, cell(doc.summary)];
  const tableOf = (members: readonly Entry[]) =>
    members.every((e) => e.spec)
      ? table(head, members.map(row))
      : table(['operation', ''], members.map(brief));
  return [
    '# Operations',
    '',
    'Written by `npm run docs` from the records and docstrings of `packages/core/src/identity`; every formula is printed from',
    'the rule that computes. See [Notation](#notation) and [Conventions](../conventions.md). Cost is that of the value, to',
    'leading order; a derivative reuses its factorisation.',
    '',
    ...groups.flatMap(({ title, entries }) => [`## ${title}`, '', tableOf(entries), '']),
    ...notation,
  ].join('\n');
}

// What the README shows with its formulas, in this order; the others it names.
const shown = new Set(
  'inv solve det slogdet logdet cholesky eigh qr pinv expm nuclearNorm norm quadraticForm matmul kron trace'.split(
    ' ',
  ),
);
// Derivatives and adjoints of others, in terms of which those are differentiated again.
const helper = /Derivative$|Transposed$|^(?:divideByGaps|evenOnClusters|gather|scatter|put|sumTo)$/;

/** The table of operations in the README: some with their formulas, the others by name. */
export function operations(): string {
  const link = ({ name }: Entry) => `[\`${name}\`](docs/identities/${name}.md)`;
  const single = (entry: Entry) => [link(entry), ...formulaCells(entry), cell(orderOf(entry))];
  const kinds = groups.map(({ entries }) =>
    entries.filter((e) => e.entry === 'index' && !shown.has(e.name) && !helper.test(e.name)),
  );
  const [matrices = [], elementwise = [], shapes = [], composed = []] = kinds;
  const names = (title: string, members: readonly Entry[]) => `* ${title}: ${members.map(link).join(' ')}`;
  return [
    table(
      ['operation', 'value', 'JVP', 'VJP', 'order'],
      [...shown].flatMap((name) => entries.filter((e) => e.name === name)).map(single),
    ),
    '',
    names('More of matrices and vectors', matrices),
    names('Entry by entry', elementwise),
    names('Axes and shapes', shapes),
    names('Composed of these', composed),
    ...[...new Set(entries.map((e) => e.entry))]
      .filter((entry) => entry !== 'index')
      .map((entry) =>
        names(
          `From \`@matgrad/core/${entry}\``,
          entries.filter((e) => e.entry === entry && !helper.test(e.name)),
        ),
      ),
    names(
      'Derivatives and adjoints of these, public because rules use them',
      entries.filter((e) => helper.test(e.name)),
    ),
  ].join('\n');
}
