import type { Shaped } from './algebra.ts';
import { broadcastShapes } from './array.ts';
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
  /** For each axis of each input the first of its name, as [input, axis]; undefined where inputs are vectors to be columns. */
  readonly same: readonly (readonly (readonly [number, number])[])[] | undefined;
  /** `restore` of a Fit that lacks no axis, where some outputs are vectors, which rules see as columns. */
  readonly restore: Fit['restore'] | undefined;
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
  const first = (axis: string): [number, number] => {
    const i = inputs.findIndex((core) => core.includes(axis));
    return [i, inputs[i].indexOf(axis)];
  };
  const vectors = (cores: readonly Core[]) => cores.some((core) => core.length === 1);
  const same = vectors(inputs) ? undefined : inputs.map((core) => core.map(first));
  const restore = vectors(outputs) ? restoring(outputs, new Set()) : undefined;
  return { text, inputs, outputs, variadic: left.endsWith('*'), same, restore };
}

const bare = (axis: string) => axis.replace('?', '');

/** `restore` of a Fit whose inputs lack the axes that are missing. */
const restoring =
  (outputs: readonly Core[], missing: ReadonlySet<string>): Fit['restore'] =>
  (output, shape) => {
    const core = outputs[output];
    const lead = core[0] === '...' ? shape.length : shape.length - core.length - (core.length === 1 ? 1 : 0);
    const kept = (axis: string | undefined) => axis !== undefined && !missing.has(bare(axis));
    return shape.filter((_, axis) => axis < lead || kept(core[axis - lead]));
  };

/** True where every input has just its core axes and none is a vector: then nothing is to be done with it. */
function fitsPlainly({ inputs, same }: Signature, values: readonly Shaped[]): boolean {
  if (same === undefined) return false;
  for (let i = 0; i < inputs.length; i++) {
    const { shape } = values[i];
    if (shape.length !== inputs[i].length) return false;
    for (let axis = 0; axis < shape.length; axis++) {
      const [first, its] = same[i][axis];
      if (values[first].shape[its] !== shape[axis]) return false;
    }
  }
  return true;
}

/** Checks the shapes of arguments against a signature and says how rules will see them, if not just as they are. */
export function fitShapes(op: string, signature: Signature, values: readonly Shaped[]): Fit | undefined {
  const { inputs, outputs, text } = signature;
  if (fitsPlainly(signature, values)) {
    const { restore } = signature;
    return restore && { full: values.map(({ shape }) => shape), restore };
  }
  const fail = (): never => {
    const [left] = text.split('->');
    const expected =
      left === '(n,n)'
        ? 'a square matrix (n,n)'
        : inputs.some((core) => core.length)
          ? left
          : 'shapes that broadcast';
    throw new ShapeError(op, expected, values.map(({ shape }) => showShape(shape)).join(' and '));
  };
  const sizes: Record<string, number> = {};
  const missing = new Set<string>();
  let stack: Shape = [];
  const full = inputs.map((core, i) => {
    const { shape } = values[i];
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
  return { full, restore: restoring(outputs, missing) };
}
