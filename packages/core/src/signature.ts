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
  const [inputs = '', outputs = ''] = text.split('->');
  return { text, inputs: side(inputs), outputs: side(outputs), variadic: inputs.endsWith('*') };
}

const bare = (axis: string) => axis.replace('?', '');

/** True where every input has just its core axes and no input or output is a vector: then nothing is to be done. */
function fitsPlainly({ inputs, outputs }: Signature, values: readonly Shaped[]): boolean {
  if (outputs.some((core) => core.length === 1)) return false;
  const sizes: Record<string, number> = {};
  return inputs.every((core, i) => {
    const { shape } = values[i];
    if (shape.length !== core.length || core.length === 1) return false;
    return core.every((axis, at) => {
      sizes[axis] ??= shape[at];
      return sizes[axis] === shape[at];
    });
  });
}

/** Checks the shapes of arguments against a signature and says how rules will see them, if not just as they are. */
export function fitShapes(op: string, signature: Signature, values: readonly Shaped[]): Fit | undefined {
  if (fitsPlainly(signature, values)) return undefined;
  const { inputs, outputs, text } = signature;
  const fail = (): never => {
    const [expected] = inputs.every((core) => core.length === 0)
      ? ['shapes that broadcast']
      : text.startsWith('(n,n)->')
        ? ['a square matrix (n,n)']
        : text.split('->');
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
  const restore = (output: number, shape: Shape) => {
    const core = outputs[output];
    const lead = core[0] === '...' ? shape.length : shape.length - core.length - (core.length === 1 ? 1 : 0);
    const kept = (axis: string | undefined) => axis !== undefined && !missing.has(bare(axis));
    return shape.filter((_, axis) => axis < lead || kept(core[axis - lead]));
  };
  return { full, restore };
}
