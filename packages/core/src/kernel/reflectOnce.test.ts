import { expect, test } from 'vitest';
import { random } from './fixtures.ts';
import { reflect, reflector } from './householder.ts';
import { reflectOnce } from './reflectOnce.ts';

test.each([0, 1, 2, 3, 4, 5, 8, 11])(
  '%i vectors come out as by two reflections, one after the other',
  (count) => {
    const [n, row] = [9, 12];
    const [U, V] = [random(n, 1), random(n, 2)];
    const [first, second] = [reflector(n, U, 0), reflector(n, V, 0)];
    U[0] = V[0] = 1;
    const X = random(count * row + 3, 3);
    const Y = X.slice();
    reflect(n, U, 0, first, X, 2, row, count);
    reflect(n, V, 0, second, X, 2, row, count);
    const W = new Float64Array(count + 1);
    const none = new Float64Array(n);
    reflectOnce(n, none, 0, U, 0, first, Y, 2, row, count, W, 1);
    reflectOnce(n, U, 0, V, 0, second, Y, 2, row, count, W, 1);
    reflectOnce(n, V, 0, none, 0, 0, Y, 2, row, count, W, 1);
    expect(Y).toEqual(X);
  },
);
