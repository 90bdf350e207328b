import { expect, test } from 'vitest';
import { instrument } from '../src/instrument.ts';

test('an expression is replaced by its check', () => {
  expect(instrument('f(1); //=> 2')).toBe(';await check(async () => (f(1)), "2"); //=> 2');
  expect(instrument('f(1) // => 2')).toBe(';await check(async () => (f(1)), "2"); // => 2');
});

test('of console.log, the argument is checked', () => {
  expect(instrument('console.log(f(1)); //=> 2')).toContain('(async () => (f(1)), "2")');
});

test('a declaration stays and what it declares is checked', () => {
  expect(instrument('const y = f(1); //=> 2')).toContain(
    'const y = f(1); await check(async () => (y), "2");',
  );
  expect(instrument('const [a, b] = f(1); //=> [1, 2]')).toContain('(async () => ([a, b]), "[1, 2]")');
});

test('a comment may stand on the next line and go on while a bracket is open', () => {
  const code = ['inv(A)', '//=> [[1, 0],', '//    [0, 1]]', 'f() //=> 3'].join('\n');
  expect(instrument(code)).toContain('(async () => (inv(A)), "[[1, 0], [0, 1]]")');
  expect(instrument(code)).toContain('(async () => (f()), "3")');
  expect(instrument(code).split('\n')).toHaveLength(4);
});

test('a claim that nothing would check is an error', () => {
  expect(() => instrument('for (const x of xs) {\n  f(x); //=> 2\n}')).toThrow('1 of 1 //=> comments');
  expect(() => instrument('//=> 2')).toThrow('1 of 1 //=> comments');
  expect(() => instrument('if (x) f() //=> 2')).toThrow('//=> can follow');
});
