/** The operations that the bench compares. */
export const ops = ['inv', 'det', 'slogdet', 'solve', 'cholesky'] as const;
export type Op = (typeof ops)[number];

/** `gradient` is the VJP with the cotangents of cotangents.ts. */
export const kinds = ['value', 'gradient'] as const;
export type Kind = (typeof kinds)[number];

/** A number in JSON; what JSON cannot hold is spelled out. */
export type JsonNumber = number | 'Infinity' | '-Infinity';

/** One output (or one input's gradient): the exact answer rounded once, and its error unit. */
export type Part = {
  readonly data: readonly JsonNumber[];
  /** ‖answer‖_F + Σ over inputs ‖∂answer/∂X‖₂ ‖X‖_F: an error of u·scale is what rounding the inputs may cause. */
  readonly scale: JsonNumber;
  /** Second-order term ½‖∂²answer‖ ‖X‖², where the first order vanishes: the unit is u·(scale + u·scale2). */
  readonly scale2?: JsonNumber;
  /** The same unit for perturbations |δX| ≤ u|X|, an upper bound; smaller on graded data. */
  readonly scalec?: JsonNumber;
};

/** What the answer is, or why there is none. */
export type Reference =
  | {
      readonly parts: readonly Part[];
      /** 1/u has to be well above this, or rounding the input may take the answer away: κ(D⁻¹AD⁻¹) for Cholesky. */
      readonly existence?: number;
      /** Judged by the determinant that [sign, log] imply. */
      readonly asDeterminant?: true;
    }
  | { readonly refuse: 'singular' | 'not positive definite' };

/** The references of one matrix; an op that makes no sense for it is left out. */
export type Golden = {
  readonly name: string;
  readonly n: number;
  /** ‖A‖₂‖A⁻¹‖₂, null when singular. */
  readonly kappa: number | null;
  readonly ops: { readonly [op in Op]?: { readonly [kind in Kind]?: Reference } };
};

export const toJson = (x: number): JsonNumber => {
  if (Number.isNaN(x)) throw new RangeError('a reference is NaN');
  return Number.isFinite(x) ? x : x > 0 ? 'Infinity' : '-Infinity';
};
