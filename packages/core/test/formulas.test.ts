import { describe, expect, test } from 'vitest';
import { add, eigh, grad, inner, logdet, nuclearNorm, pinv, qr, scale, solve } from '../src/index.ts';
import { formulas, symbol } from '../src/latex.ts';

describe('formulas', () => {
  test('a negative number is a sign, and numbers go first', () => {
    const density = (S: never) => scale(-0.5, add(logdet(S), inner(symbol('r'), solve(S, symbol('r')))));
    expect(String(grad(density as never)(symbol('S')))).toBe(
      '\\tfrac{1}{2}\\, S^{-\\top} r \\left(S^{-1} r\\right)^{\\top} - \\tfrac{1}{2}\\, \\operatorname{sym}(S)^{-1}',
    );
  });

  test('no symbol has two exponents: the inverse of R transposed is one', () => {
    for (const tex of formulas(qr.spec).jvp) expect(tex).not.toMatch(/\^\{[^{}]*\}\^/);
    expect(formulas(qr.spec, { outputs: ['Q', 'R'] }).vjp[0]).toMatch(/\(R\)\^\{-\\top\}\)$/);
  });

  test('a derivative is named after the function that has it', () => {
    expect(formulas(pinv.spec)).toMatchObject({
      jvp: ['\\mathrm{D}\\!\\operatorname{pinv}(A)[\\dot{A}]'],
      vjp: ['\\mathrm{D}\\!\\operatorname{pinv}(A)[\\bar{Y}^{\\top}]^{\\top}'],
    });
    expect(formulas(nuclearNorm.spec).vjp).toEqual(['\\bar{y}\\, \\operatorname{polar}(A)']);
  });

  test('several outputs have letters of their own', () => {
    expect(formulas(eigh.spec, { outputs: ['w', 'V'] }).jvp[0]).toBe(
      '\\operatorname{even}(\\operatorname{diag}(V^{\\top} \\dot{A} V))',
    );
  });
});
