import type { Shaped } from './algebra.ts';
import { broadcastShapes, sameShape } from './array.ts';
import { ShapeError, showShape } from './errors.ts';

/** The core axes of one input or output, e.g. `['n', 'k?']`; `['...']` stands for an array taken whole. */
type Core = readonly string[];
type Shape = readonly number[];

/** A NumPy gufunc signature taken apart: `(n,n),(n,k?)->(n,k?)`. */
export interface Signature {
  readonly text: string;
  readonly inputs: readonly Core[];
  readonly outputs: readonly Core[];
  /** `(...)*`: any number of inputs like the first. */
  readonly variadic: boolean;
  /** The shapes of late calls and how they were fitted: a program has few, and fitting costs more than a small product. */
  readonly memo: { readonly shapes: readonly Shape[]; readonly fit: Fit | undefined }[];
}

/** Shapes that fit a signature. */
export interface Fit {
  /** Shape of each input as rules see it: all is a matrix, a vector a column, a missing `k?` an axis of size 1. */
  readonly full: readonly Shape[];
  /** The shape of an output for the caller, without the axes that the inputs lacked. */
  restore(output: number, shape: Shape): Shape;
}

/** Parses a gufunc signature. */
export function parseSignature(text: string): Signature {
  const side = (s: string) =>
    [...s.matchAll(/\(([^)]*)\)/g)].map(([, core = '']) => core.split(',').filter(Boolean));
  const [left = '', right = ''] = text.split('->');
  const [inputs, outputs] = [side(left), side(right)];
  return { text, inputs, outputs, variadic: left.endsWith('*'), memo: [] };
}

const bare = (axis: string) => axis.replace('?', '');

/** `restore` of a Fit whose inputs lack the axes that are missing. */
function restoring(outputs: readonly Core[], missing: ReadonlySet<string>): Fit['restore'] {
  const kept = outputs.map((core) => core.map((axis) => !missing.has(bare(axis))));
  return (output, shape) => {
    const core = outputs[output];
    const lead = core[0] === '...' ? shape.length : shape.length - core.length - (core.length === 1 ? 1 : 0);
    // Past the last axis of a vector, the one that makes it a column.
    return shape.filter((_, axis) => axis < lead || kept[output][axis - lead]);
  };
}

function sameShapes(shapes: readonly Shape[], values: readonly Shaped[]): boolean {
  let same = shapes.length === values.length;
  for (let i = 0; same && i < shapes.length; i++) same = sameShape(shapes[i], values[i].shape);
  return same;
}

/** Checks the shapes of arguments against a signature and says how rules will see them, if not just as they are. */
export function fitShapes(op: string, signature: Signature, values: readonly Shaped[]): Fit | undefined {
  const { memo } = signature;
  for (let i = 0; i < memo.length; i++) if (sameShapes(memo[i].shapes, values)) return memo[i].fit;
  // Copies, since shapes are the caller's.
  const shapes = values.map(({ shape }) => shape.slice());
  const fit = fitted(op, signature, shapes);
  if (memo.length === 4) memo.pop();
  memo.unshift({ shapes, fit });
  return fit;
}

function fitted(op: string, { inputs, outputs, text }: Signature, shapes: readonly Shape[]): Fit | undefined {
  const fail = (): never => {
    const [left] = text.split('->');
    const expected =
      left === '(n,n)' ? 'a square matrix (n,n)' : /\w/.test(left) ? left : 'shapes that broadcast';
    throw new ShapeError(op, expected, shapes.map(showShape).join(' and '));
  };
  const sizes: Record<string, number> = {};
  const missing = new Set<string>();
  let stack: Shape = [];
  const full = inputs.map((core, i) => {
    const shape = shapes[i];
    if (core[0] === '...') return shape;
    // From the right: an axis that may be missing is, as long as axes are short.
    let at = shape.length;
    let short = core.length - at;
    const own = core.toReversed().map((axis) => {
      const name = bare(axis);
      const absent = short > 0 && axis !== name;
      if (absent) missing.add(name);
      if (absent) short--;
      else at--;
      const size = absent ? 1 : (shape[at] ?? fail());
      sizes[name] ??= size;
      return sizes[name] === size ? size : fail();
    });
    const lead = shape.slice(0, at);
    stack = broadcastShapes(stack, lead) ?? fail();
    return [...lead, ...own.reverse(), ...(core.length === 1 ? [1] : [])];
  });
  const asIs =
    missing.size === 0 && ![...inputs, ...outputs].some((core) => core.length === 1 && core[0] !== '...');
  return asIs ? undefined : { full, restore: restoring(outputs, missing) };
}
