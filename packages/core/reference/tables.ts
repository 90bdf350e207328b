import { tables } from '../src/table/index.ts';
import type { Row } from '../src/table/row.ts';
import { cell, cellMath, table } from './markdown.ts';

type Name = keyof typeof tables;

const groups: Record<Name, { readonly title: string; readonly prose: string }> = {
  scalarByVector: {
    title: 'Scalar by vector',
    prose: 'Gradients of scalar functions of a vector. `Ju` is the Jacobian of u where u and v depend on x.',
  },
  vectorByVector: { title: 'Vector by vector', prose: 'Jacobians, J[i,j] = ∂y_i/∂x_j.' },
  scalarByMatrix: {
    title: 'Scalar by matrix',
    prose:
      'Gradients in the shape of the matrix: the G of df = tr(Gᵀ dX). For a symmetric S, the symmetric one.',
  },
  products: {
    title: 'Scalar by matrix, continued',
    prose: 'Longer products, Kronecker and Hadamard products, inverses of Gram matrices, norms.',
  },
  losses: {
    title: 'Losses',
    prose: 'Gradients of what people minimise: least squares, likelihoods, constrained eigenproblems.',
  },
  matrixByScalar: {
    title: 'Matrix by scalar',
    prose: 'U and V depend on a scalar; `dU` is their first derivative and `ddU` the second.',
  },
  hessian: {
    title: 'Hessians',
    prose: 'Of scalar functions of a vector, and of a matrix with its columns stacked.',
  },
  differential: { title: 'Differentials', prose: 'What a small change dX does, to first order.' },
  vec: {
    title: 'Vec form',
    prose: 'J in d vec F = J d vec X, with columns stacked; K is the commutation matrix, K vec X = vec Xᵀ.',
  },
};

/** Letters with their shapes and what must hold beyond the shape. */
function where({ variables }: Row): string {
  return Object.entries(variables)
    .map(([name, { shape, domain }]) => {
      const size = ['scalar', `of ${shape[0]}`][shape.length] ?? shape.join('×');
      const plain = domain.name === 'real' || domain.name === 'square';
      return `${name} ${size}${plain ? '' : ` ${domain.name}`}`;
    })
    .join(', ');
}

function section(name: Name): string {
  const { title, prose } = groups[name];
  const rows: readonly Row[] = Object.values(tables[name]);
  return [
    `## ${title}: \`tables.${name}\``,
    prose,
    table(
      ['row', 'function', rows[0].reading, 'variables'],
      rows.map((row) => [
        `\`${cell(row.name)}\``,
        cellMath(row.latex.value),
        cellMath(row.latex.derivative),
        where(row),
      ]),
    ),
  ].join('\n\n');
}

/** docs/tables.md: the tables as the code prints them. */
export const tablesPage = (): string =>
  `${[
    '# Tables of matrix calculus',
    'Every row runs: a function, its derivative in closed form, and both in LaTeX, printed from the code. A test checks each against automatic differentiation on random draws to 1e-9. Vectors are columns; gradients have the shape of the variable.',
    [
      '```ts',
      "import { toNested } from '@matgrad/core';",
      "import { tables } from '@matgrad/core/table';",
      '',
      "const row = tables.scalarByMatrix['tr(AXB)'];",
      'const at = { A: [[1, 2]], X: [[1, 0], [0, 1]], B: [[3], [4]] };',
      'toNested(row.value(at)) //=> 11',
      'toNested(row.gradient(at)) //=> [[3, 4], [6, 8]]',
      "row.latex.derivative //=> 'A^{\\\\top} B^{\\\\top}'",
      '```',
    ].join('\n'),
    ...(Object.keys(groups) as Name[]).map(section),
  ].join('\n\n')}\n`;
