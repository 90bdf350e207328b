import { expect, test } from 'vitest';
import { applyEdits, mutantsOf } from './mutants.ts';

const inv = `defineIdentity({
  rule: ({ mul, neg, t }) => ({
    jvp: ({ y: Y }, dA) => neg(mul(Y, dA, Y)),
    vjp: ({ y: Y }, Ybar) => [neg(mul(t(Y), Ybar, t(Y)))],
  }),
})`;

test('every sign, factor, transpose and order in a rule is broken once', () => {
  expect(mutantsOf(inv).map(({ name }) => name)).toEqual([
    'rule: neg(mul(Y, dA, Y)) → neg(neg(mul(Y, dA, Y)))',
    'rule: neg(mul(Y, dA, Y)) → add(neg(mul(Y, dA, Y)), neg(mul(Y, dA, Y)))',
    'rule: neg(mul(Y, dA, Y)) → mul(Y, dA, Y)',
    'rule: neg(mul(t(Y), Ybar, t(Y))) → neg(neg(mul(t(Y), Ybar, t(Y))))',
    'rule: neg(mul(t(Y), Ybar, t(Y))) → add(neg(mul(t(Y), Ybar, t(Y))), neg(mul(t(Y), Ybar, t(Y))))',
    'rule: neg(mul(t(Y), Ybar, t(Y))) → mul(t(Y), Ybar, t(Y))',
    'rule: t(Y) → Y',
    'rule: t(Y) → Y (2)',
  ]);
});

test('a mutant is a change of the source that reaches every word of the algebra', () => {
  const [first] = mutantsOf(inv);
  expect(applyEdits(inv, first?.edits ?? [])).toContain(
    'rule: (algebra$) => { const { mul, neg, t } = algebra$; return ({\n    jvp: ({ y: Y }, dA) => algebra$.neg(neg(mul(Y, dA, Y))),',
  );
});

test('elementwise derivatives and helpers that take an algebra are rules too', () => {
  const table = `const cos: Elementwise = { derivative: ({ neg, map }, X) => neg(map(X, 'sin')) };
const square = <T>({ had }: Algebra<T>, X: T) => had(X, X);`;
  expect(mutantsOf(table).map(({ name, line }) => [line, name])).toEqual([
    [1, "cos: neg(map(X, 'sin')) → map(X, 'sin')"],
    [1, "cos: neg(map(X, 'sin')) → neg(neg(map(X, 'sin')))"],
    [1, "cos: neg(map(X, 'sin')) → add(neg(map(X, 'sin')), neg(map(X, 'sin')))"],
    [2, 'square: had(X, X) → X'],
    [2, 'square: had(X, X) → X (2)'],
    [2, 'square: had(X, X) → neg(had(X, X))'],
    [2, 'square: had(X, X) → add(had(X, X), had(X, X))'],
  ]);
});

test('the derivatives of rows of tables are rules, of words that their module imports', () => {
  const table = `export const t = makeTable('gradient', {
  'tr(AX)': row({ A, X }, 'X', ({ A, X }) => trace(mul(A, X)), ({ A }) => t(A)),
});`;
  const mutants = mutantsOf(table);
  expect(mutants.map(({ name }) => name)).toEqual([
    "'tr(AX)': t(A) → A",
    "'tr(AX)': t(A) → neg(t(A))",
    "'tr(AX)': t(A) → add(t(A), t(A))",
  ]);
  expect(applyEdits(table, mutants[1].edits)).toMatch(
    /^import \* as algebra\$ .*=> algebra\$\.neg\(t\(A\)\)\)/s,
  );
});

test('a rule that takes no algebra is given one', () => {
  const text = 'defineIdentity({ rule: () => ({ jvp: (_, dA) => dA, vjp: (_, Ybar) => [Ybar] }) })';
  const [first] = mutantsOf(text);
  expect(applyEdits(text, first.edits)).toContain('rule: (algebra$) => ({ jvp: (_, dA) => algebra$.neg(dA)');
});
