import { describe, expect, test } from 'vitest';
import type { NdArray } from '../src/array.ts';
import { sizeOf } from '../src/array.ts';
import * as m from '../src/index.ts';
import { type Row, tables, type Variables } from '../src/table/index.ts';
import { distance, frobenius, randomArray, uniform } from '../src/testing/index.ts';

const TOLERANCE = 1e-9;
type Draw = Record<string, NdArray>;
type Any = Row & Record<string, (v: Variables) => NdArray>;

const sizes: Record<string, number> = { m: 3, n: 2, p: 4, q: 5 };

/** A random array of a space; matrices of full rank are tall. */
function draw(next: () => number, letters: readonly string[], domain: string): NdArray {
  const A = randomArray(
    next,
    letters.map((letter) => sizes[letter]),
  );
  const unit = m.diag(Array.from({ length: A.shape[0] ?? 0 }, (_, i) => i + 1));
  switch (domain) {
    case 'positive':
    case 'nonzero':
      return m.add(A, 2);
    case 'invertible':
      return m.add(A, m.scale(2, unit));
    case 'symmetric':
      return m.sym(A);
    case 'spd':
    case 'gradedSymmetric':
      return m.add(m.matmul(A, m.transpose(A)), unit);
    default:
      return A;
  }
}

const close = (got: NdArray, wanted: NdArray) => {
  expect(got.shape).toEqual(wanted.shape);
  expect(distance([got], [wanted])).toBeLessThanOrEqual(TOLERANCE * (1 + frobenius(wanted)));
};

/** The order of columns below each other, for both groups of axes of a Jacobian. */
function stacked(J: NdArray, out: readonly number[], into: readonly number[]): NdArray {
  const place = ([rows, columns = 1]: readonly number[], k: number) =>
    (k % rows) * columns + Math.floor(k / rows);
  const [p, q] = [sizeOf(out), sizeOf(into)];
  const at = (k: number) => place(out, Math.floor(k / q)) * q + place(into, k % q);
  return { shape: [p, q], data: Float64Array.from({ length: p * q }, (_, k) => J.data[at(k)]) };
}

/** The derivative of a row by autodiff. */
function byAutodiff(row: Row, v: Draw): NdArray {
  const { wrt, reading } = row;
  const of = (x: NdArray, name: string) => row.value({ ...v, [name]: x });
  if (typeof wrt === 'string') {
    const f = (x: NdArray) => of(x, wrt);
    const X = v[wrt];
    // On a subspace the gradient is the projected one.
    const { project = (G: NdArray) => G } = row.variables[wrt].domain;
    if (reading === 'gradient') return project(m.grad(f)(X));
    if (reading === 'jacobian') return stacked(m.jacobian(f)(X), f(X).shape, X.shape);
    if (reading === 'hessian') return stacked(m.hessian(f)(X), X.shape, X.shape);
    return m.jacobian(f)(X);
  }
  const moving = Object.entries(wrt);
  if (reading === 'gradient' || reading === 'jacobian') {
    // u near x: u + J·x.
    const f = (x: NdArray) =>
      row.value({
        ...v,
        ...Object.fromEntries(moving.map(([u, [J]]) => [u, m.add(v[u], m.matmul(v[J], x))])),
      });
    const zero = { shape: [sizes.n], data: new Float64Array(sizes.n) };
    return reading === 'gradient' ? m.grad(f)(zero) : m.jacobian(f)(zero);
  }
  // U near s = 0: U + s·U′ + s²/2·U″.
  const f = (s: NdArray) =>
    row.value({
      ...v,
      ...Object.fromEntries(
        moving.map(([U, [first, second]]) => {
          const line = m.add(v[U], m.scale(s, v[first]));
          return [U, second ? m.add(line, m.scale(m.scale(0.5, m.square(s)), v[second])) : line];
        }),
      ),
    });
  const order = moving.some(([, [, second]]) => second !== undefined) ? 2 : 1;
  return order === 2 ? m.jacobian(m.jacobian(f))(0) : m.jacobian(f)(0);
}

describe.each(Object.entries(tables))('%s', (_, table) => {
  const rows = Object.values(table) as Any[];
  test.each(rows.map((row) => [row.name, row] as const))('%s is what autodiff says', (_, row) => {
    const next = uniform(row.name.length + 7);
    for (let i = 0; i < 3; i++) {
      const v = Object.fromEntries(
        Object.entries(row.variables).map(([name, space]) => [
          name,
          draw(next, space.shape, space.domain.name),
        ]),
      );
      close(row[row.reading](v), byAutodiff(row, v));
    }
  });

  test.each(rows.map((row) => [row.name, row] as const))('%s prints itself', (_, { latex }) => {
    for (const tex of [latex.value, latex.derivative]) {
      expect(tex).not.toMatch(/undefined|NaN|\[object/);
      expect(tex.split('{').length).toBe(tex.split('}').length);
    }
    expect(latex).toMatchSnapshot();
  });
});

test('rows take nested arrays, give vectors as vectors, and name what is missing or has another shape', () => {
  const { gradient, value } = tables.scalarByVector["x'Ax"];
  expect(
    m.toNested(
      value({
        A: [
          [1, 2],
          [0, 1],
        ],
        x: [1, 1],
      }),
    ),
  ).toBe(4);
  expect(
    m.toNested(
      gradient({
        A: [
          [1, 2],
          [0, 1],
        ],
        x: [1, 1],
      }),
    ),
  ).toEqual([4, 4]);
  expect(() => value({ x: [1, 1] })).toThrow("x'Ax: expected A,x, got no A");
  expect(() => value({ A: [1, 2], x: [1, 1] })).toThrow(/A of shape \(n,n\)/);
});

test('closed forms differentiate as well', () => {
  const { value, gradient } = tables.scalarByMatrix['det(X)'];
  const X = [
    [2, 1],
    [1, 3],
  ];
  close(m.jacobian((A) => gradient({ X: A }))(X), m.hessian((A) => value({ X: A }))(X));
});

const S = [
  [1, 2],
  [0, 3],
];

test('derivatives refuse what values refuse: domains, failures, directions that do not exist', () => {
  for (const table of Object.values(tables)) {
    for (const row of Object.values(table) as Any[]) {
      const next = uniform(3);
      const entries = Object.entries(row.variables).map(
        ([name, space]) => [name, draw(next, space.shape, space.domain.name)] as const,
      );
      for (const [name, { shape, domain }] of Object.entries(row.variables)) {
        const good = Object.fromEntries(entries);
        if (shape.length > 0) {
          const grown = good[name].shape.map((d, axis) => (axis === 0 ? d + 1 : d));
          const bad = { ...good, [name]: randomArray(next, grown) };
          // A letter that nothing else has may have any size.
          const free =
            Object.values(row.variables)
              .flatMap((space) => space.shape)
              .filter((letter) => letter === shape[0]).length === 1;
          for (const f of [row.value, row[row.reading]]) {
            if (free) expect(() => f(bad)).not.toThrow(m.ShapeError);
            else expect(() => f(bad)).toThrow(m.ShapeError);
          }
        }
        if (domain.word === 'sym') {
          const bad = { ...good, [name]: m.add(good[name], m.triu(randomArray(next, good[name].shape))) };
          for (const f of [row.value, row[row.reading]]) expect(() => f(bad)).toThrow(m.NotSymmetricError);
        }
      }
    }
  }
  const indefinite = [
    [1, 2],
    [2, 1],
  ];
  expect(() => tables.scalarByMatrix['logdet(S)'].gradient({ S: indefinite })).toThrow(
    m.NotPositiveDefiniteError,
  );
  const { value, gradient } = tables.scalarByMatrix['lambda_max(S)'];
  const repeated = m.diag([1, 2, 2]);
  expect(m.toNested(value({ S: repeated }))).toBe(2);
  expect(() => gradient({ S: repeated })).toThrow(m.DegenerateError);
  // The largest is alone, whatever the others are.
  close(gradient({ S: m.diag([1, 1, 2]) }), m.diag([0, 0, 1]));
  expect(() => tables.scalarByVector["x'Sx"].gradient({ S, x: [1, 1] })).toThrow(m.NotSymmetricError);
  expect(() => tables.scalarByVector["x'x"].value(undefined as never)).toThrow(m.DomainError);
});

test('what noise leaves of symmetry is taken as (S+Sᵀ)/2 by value and derivative alike', () => {
  const noisy = [
    [1, 2 + 1e-12],
    [2, 3],
  ];
  const { value, gradient } = tables.scalarByVector["x'Sx"];
  const x = [1, -3];
  close(gradient({ S: noisy, x }), m.grad((y) => value({ S: noisy, x: y }))(x));
});

test('a derivative that does not read the point answers without it, and overflow is no NaN', () => {
  const { gradient } = tables.scalarByMatrix['tr(AXB)'];
  expect(m.toNested(gradient({ A: [[1, 2]], B: [[3], [4]] }))).toEqual([
    [3, 4],
    [6, 8],
  ]);
  const huge = m.array([1e200, -1e200]);
  expect(() => tables.scalarByVector["a'x"].value({ a: huge, x: [1e200, 1e200] })).toThrow(m.DomainError);
});

test('rows are frozen', () => {
  const row = tables.scalarByVector["u'v"] as { name: string };
  expect(() => {
    row.name = 'other';
  }).toThrow(TypeError);
  expect(Object.isFrozen(tables) && Object.isFrozen(tables.vec)).toBe(true);
  for (const table of Object.values(tables)) {
    for (const { variables, wrt } of Object.values(table) as Row[]) {
      expect(Object.isFrozen(variables) && Object.isFrozen(wrt)).toBe(true);
      for (const space of Object.values(variables)) expect(Object.isFrozen(space.shape)).toBe(true);
    }
  }
});
