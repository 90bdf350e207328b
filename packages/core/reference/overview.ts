import { entryPoints } from '../src/entryPoints.ts';
import { type Entry, entries } from './entries.ts';
import { cell, cellMath, table } from './markdown.ts';
import { callOf, costOf, equations, optionsOf, printsNothing } from './page.ts';

// Derivatives and adjoints of others, in terms of which those are differentiated again.
const helper = /Derivative$|Transposed$|^(?:divideByGaps|evenOnClusters|gather|scatter|put|sumTo)$/;

const kinds: Readonly<Record<string, string>> = {
  matrices: 'Matrices and vectors',
  elementwise: 'Entry by entry',
  shapes: 'Axes and shapes',
  composed: 'Composed of these',
  spectra: 'Eigenvalues, functions of general matrices, norms of singular values',
  structured: 'Structured matrices and their systems',
  tensor: 'Contractions',
  equations: 'Matrix equations',
  statistics: 'Densities, divergences, entropies',
  special: 'Special functions',
  helpers: 'Derivatives and adjoints of these, public because rules use them',
};

/** What an operation of the main entry is, by what its signature says that it acts on; of others, the entry. */
function kindOf({ name, entry, spec }: Entry): string {
  if (helper.test(name)) return 'helpers';
  if (entry !== 'index') {
    if (!(entry in kinds)) throw new Error(`reference/overview.ts: ${entry} has no title`);
    return entry;
  }
  if (spec === undefined) return 'composed';
  const { inputs } = spec.signature;
  if (inputs.some((core) => core[0] === '...')) return 'shapes';
  return inputs.every((core) => core.length === 0) ? 'elementwise' : 'matrices';
}

interface Group {
  readonly title: string;
  /** Where it is exported, if not from the main entry. */
  readonly from: string | undefined;
  readonly entries: readonly Entry[];
}

/** Operations by kind, those of the main entry first. */
export const groups: readonly Group[] = Object.entries(kinds).map(([kind, title]) => ({
  title,
  from: kind in entryPoints ? `\`@matgrad/core/${kind}\`` : undefined,
  entries: entries.filter((entry) => kindOf(entry) === kind),
}));

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
  if (!entry.formulas) return [cell(entry.doc.summary), 'composed', 'composed'];
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
        cellMath('\\operatorname{stril}(A),\\ \\operatorname{triu}(A)'),
        'the part below the diagonal, the upper triangle; without the rows or columns that are zero in every matrix of the shape',
      ],
      [
        cellMath('\\operatorname{head}(A),\\ \\operatorname{tail}(A),\\ \\operatorname{beside}(x)'),
        'all rows but the last, but the first; the matrix with x on both sides of its diagonal',
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
        `the X with ${cellMath('AX + XB = C')}, with ${cellMath('A^{\\top} X + X B^{\\top} = C')}; in schur and hessenberg the skew one which solves it where T or H is zero, and an adjoint that is zero elsewhere`,
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
        'with eigenvalues or singular values w: M divided entry by entry by w_j - w_i, zero on the diagonal; d averaged over equal w; in schur and hessenberg, the part of d that T or H may change by',
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

const headingOf = ({ title, from }: Group): string => (from === undefined ? title : `${title}: ${from}`);
/** The anchor that GitHub gives a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replace(/ /g, '-');

/** docs/identities/README.md */
export function overview(): string {
  const head = ['operation', 'signature', 'value', 'JVP', 'VJP', 'derivatives', 'cost'];
  const row = (entry: Entry) => [
    `[\`${callOf(entry)}\`](${entry.name}.md)`,
    entry.spec ? `\`${entry.spec.signature.text}\`` : '',
    ...formulaCells(entry),
    cell(orderOf(entry)),
    entry.doc.flops === undefined ? '' : costOf(entry.doc.flops),
  ];
  const brief = ({ name, doc }: Entry) => [`[\`${name}\`](${name}.md)`, cell(doc.summary)];
  const tableOf = (members: readonly Entry[]) =>
    members.some((e) => e.spec)
      ? table(head, members.map(row))
      : table(['operation', ''], members.map(brief));
  return [
    '# Operations',
    '',
    'Written by `npm run docs` from the records and docstrings of `packages/core/src/identity`; every formula is printed from',
    'the rule that computes. See [Notation](#notation) and [Conventions](../conventions.md). Cost is that of the value, to',
    'leading order; a derivative reuses its factorisation.',
    '',
    ...groups.map((group) => `* [${headingOf(group)}](#${anchorOf(headingOf(group))})`),
    '',
    ...groups.flatMap((group) => [`## ${headingOf(group)}`, '', tableOf(group.entries), '']),
    ...notation,
  ].join('\n');
}

// What the README shows with its formulas, in this order; the others it names.
const shown = new Set(
  'inv solve det slogdet logdet cholesky eigh qr pinv expm nuclearNorm norm quadraticForm matmul kron trace'.split(
    ' ',
  ),
);
/** The table of operations in the README: some with their formulas, the others by name. */
export function operations(): string {
  const link = ({ name }: Entry) => `[\`${name}\`](docs/identities/${name}.md)`;
  const single = (entry: Entry) => [link(entry), ...formulaCells(entry), cell(orderOf(entry))];
  const others = groups.filter(({ title }) => title !== kinds.helpers);
  const names = (group: Group) =>
    `* **${group.title}**${group.from === undefined ? '' : ` (${group.from})`}: ${group.entries
      .filter(({ name }) => !shown.has(name))
      .map(link)
      .join(' ')}`;
  return [
    table(
      ['operation', 'value', 'JVP', 'VJP', 'order'],
      [...shown].flatMap((name) => entries.filter((e) => e.name === name)).map(single),
    ),
    '',
    ...others.map(names),
  ].join('\n');
}
